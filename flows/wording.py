"""Every text a conversation can say, derived from its declaration: what the catalogue must hold in each language.

The list translators work from and tests walk. Knows keys and variables; no words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from flows.asides import ASIDES, TOPICS
from flows.protocol import load
from flows.steps import Flow, Step
from messages.prompt import Prompt, Variable

BUTTON_KEYS: Final = ("option-yes", "option-no", "option-unsure", "option-skip", "option-none", "option-continue", "option-person")
SECTIONS: Final = ("subject", "condition", "course", "tried", "hopes", "health", "medicines", "records", "habits", "contact")
"""The lines of the summary, in order; `contact` also holds the research answer. At most ten: a WhatsApp list has ten rows."""

SECTION_STAGES: Final = {
    "subject": ("subject.",),
    "condition": ("inquiry.complaint",),
    "course": ("inquiry.duration", "inquiry.side"),
    "tried": ("inquiry.tried",),
    "hopes": ("inquiry.hopes",),
    "health": ("screening.",),
    "medicines": ("medicines.",),
    "records": ("records.which",),
    "habits": ("host.",),
    "contact": ("contact.", "research."),
}
"""Which steps a line of the summary speaks for; a trailing dot means the whole stage."""

FIXED: Final[dict[str, tuple[str, ...]]] = {
    "aside-price_quoted": (),
    "welcome-who": ("clinic",),
    "consent-more": (),
    "consent-declined": (),
    "emergency-call": ("number",),
    "crisis-call": ("line", "number"),
    "crisis-call_no_line": ("number",),
    "emergency-number_anywhere": ("here", "abroad"),
    "emergency-where": (),
    "emergency-held": ("number",),
    "crisis-held": ("number",),
    "emergency-held_over": ("number",),
    "crisis-held_over": ("number",),
    "lifted-hello": (),
    "lifted-closed": (),
    "control-paused": (),
    "control-first": (),
    "control-stopped": ("clinic",),
    "control-stopped_reply": ("clinic",),
    "control-messages_again": ("clinic",),
    "control-restart": (),
    "resume-context": ("part",),
    "person-requested": (),
    "person-waiting": (),
    "person-noted": (),
    "person-not_understood": (),
    "stale-option": (),
    "late-noted": (),
    "edited-noted": (),
    "language-offer": (),
    "language-not_yet": (),
    "media-photo": (),
    "media-pdf": (),
    "media-document": (),
    "media-voice": (),
    "media-video": (),
    "media-too_large": (),
    "media-not_allowed": (),
    "media-unreadable": (),
    "media-unavailable": (),
    "unreadable-sticker": (),
    "unreadable-location": (),
    "unreadable-contact": (),
    "unreadable-empty": (),
    "unreadable-other": (),
    "ack-flag": (),
    "choose-more": ("items",),
    "choose-more.retry1": (),
    "choose-more.retry2": (),
    "option-nothing_else": (),
    "screening-noted": ("items",),
    "nudge-first": ("clinic",),
    "nudge-later": ("clinic",),
    "condition-stay_with_team": (),
    "condition-hospital": (),
    "consent-no_messages": (),
    "subject-age_self": (),
    "subject-age_other": (),
    "crisis-also": ("line",),
    "outcomes-strong": (),
    "outcomes-moderate": (),
    "outcomes-preliminary": (),
    "outcomes-none": (),
    "outcomes-check.again": (),
    "outcomes-unknown.again": (),
    "done-next": ("reference", "first", "decision"),
    "done-hard": ("reference", "first", "decision"),
    "done-short": ("reference", "first"),
    "value-within_hours": ("n",),
    "value-within_days": ("n",),
    "subject-to_person": (),
    "done-reply": (),
    "line-subject": ("who", "age"),
    "line-condition": ("conditions",),
    "line-course": ("duration", "side"),
    "line-tried": (),
    "line-hopes": (),
    "line-health": ("items",),
    "line-health_none": (),
    "line-medicines": (),
    "line-medicines_none": (),
    "line-records": ("items",),
    "line-habits": ("items",),
    "line-habits_none": (),
    "line-contact": ("reach", "research"),
    "review-kept": (),
    "value-quantity": ("n", "unit"),
    "value-months": ("n",),
    "value-named": ("name", "value"),
    "value-not_provided": (),
    "value-not_asked": (),
    "value-noted": (),
    "why-step": (),
    "research-word": (),
    "research-stands_yes": (),
    "research-stands_no": (),
    "research-change": ("stands",),
    "research-given": (),
    "research-withdrawn": (),
    "handoff-answer_ready": ("link",),
    "handoff-quote_ready": (),
    "handoff-questions_ready": (),
    "notice-call_planned": ("clinic", "date", "time", "place", "link"),
    "notice-call_moved": ("clinic", "date", "time", "place", "link"),
    "notice-call_cancelled": ("clinic", "date"),
    "reminder-call": ("clinic", "date", "time", "place"),
    "reminder-records": ("clinic",),
    "calendar-call": ("clinic",),
    "handoff-questions_done": (),
    "letter-title": ("clinic",),
    "letter-cover": (),
    "letter-open": (),
    "letter-keep": (),
    "letter-signed": ("physician", "licence", "date"),
    "value-date": ("day", "month", "year"),
    "letter-ask": (),
    "letter-gone": ("clinic",),
}
"""Texts that belong to no step, with the variables each may use."""

OF_CASE: Final = frozenset({"reference", "first", "decision"})
"""Variables that the runtime fills from the case: the reference a patient can quote, how soon somebody answers, how soon a physician."""
UNTOLD: Final[Mapping[str, Variable]] = {
    "reference": "0a1b2c3d",
    "first": Prompt("value-within_hours", {"n": 24}),
    "decision": Prompt("value-within_days", {"n": 5}),
}
"""What stands for them where a conversation is held without a case: on stage and in a walk."""

CHECK_IN_FIXED: Final[dict[str, tuple[str, ...]]] = {
    "check-in-invitation": ("clinic",),
    "check-in-reminder": ("clinic",),
    "check_in-results": ("lines",),
    "check_in-line_nrs_pain": ("now", "earlier"),
    "check_in-line_nrs_pain_first": ("now",),
    "check_in-line_psfs": ("now", "earlier"),
    "check_in-line_psfs_first": ("now",),
    "check_in-line_same_activities": (),
    "check_in-line_change": ("answer",),
    "check_in-was": ("value", "when"),
    "check_in-thanks": (),
    "check_in-person_reads": (),
    "check_in-stopped": ("clinic",),
    "check_in-form": ("link",),
    "form-title": ("clinic",),
    "form-cover": (),
    "form-place": ("n", "total"),
    **{f"form-{part}": () for part in ("begin", "continue", "next", "finish", "back", "skip", "saved", "choose", "cookies", "done")},
    "form-gone": ("clinic",),
    **{f"check_in-place_{place}": () for place in (1, 2, 3)},
    **{f"check_in-at_{milestone.id}": () for milestone in load().follow_up.milestones},
    **{f"check_in-chart_{measure}": () for measure in ("nrs_pain", "psfs")},
}
"""Texts of a check-in that belong to no question of it."""

QUESTION_VARIABLES: Final[dict[str, tuple[str, ...]]] = {
    "subject-age": ("question",),
    "subject-age_confirm": ("age",),
    "inquiry-condition": ("conditions",),
    "inquiry-conditions": ("conditions",),
    "inquiry-diagnosis_confirm": ("conditions",),
    "review-summary": ("lines",),
    "consent-health_data": ("clinic", "version"),
    "consent-messaging": ("clinic",),
    **{f"check_in-activity_{place}": ("activity",) for place in (1, 2, 3)},
}

KINDS: Final = (
    "choice_of",
    "free_text",
    "age_or_birthdate",
    "duration",
    "date",
    "medicines",
    "weight",
    "height",
    "sleep_hours",
    "days_per_week",
    "percent_hba1c",
    "number",
    "pain_0_10",
    "name",
    "phone",
)
"""Answer kinds with a shared re-prompt `retry-<kind>` (attributes `.first`, `.second`) for steps that word none of their own."""


OWN_PARTS: Final[Mapping[str, str]] = {"subject.age": "part-age"}
"""Questions that the name of their part of the conversation would not announce, each with the key of its own name."""


@dataclass(frozen=True, slots=True)
class Need:
    """One text the catalogue must hold: key, the variables it may use, and where it is said."""

    key: str
    variables: tuple[str, ...]
    where: str


def used_by(key: str) -> frozenset[str]:
    """The variables a text may use that belongs to no step; empty for every other text."""
    return frozenset(FIXED.get(key, ()))


def needs(flow: Flow) -> Iterator[Need]:
    """Every text of a flow and of what is said beside it."""
    for step in flow.steps:
        yield from _step_needs(step)
    for key, variables in (FIXED if flow.name == "intake" else CHECK_IN_FIXED).items():
        yield Need(key, variables, "engine")
    for key in BUTTON_KEYS:
        yield Need(key, (), "button")
    for kind in KINDS:
        yield Need(f"retry-{kind}.first", (), "re-prompt")
        yield Need(f"retry-{kind}.second", (), "re-prompt")
    yield Need("retry-third", (), "re-prompt")
    yield from _aside_needs()
    yield from _data_needs(flow)


def _aside_needs() -> Iterator[Need]:
    for aside in ASIDES:
        if not aside.label.endswith(":"):
            yield Need(aside.key, ("clinic",), "aside")
    for topic in TOPICS:
        yield Need(f"topic-{topic}", ("clinic",), "topic")
        yield Need(f"topic-{topic}.line", (), "topic")
    for therapy in load().therapies:
        yield Need(f"therapy-{therapy}", ("clinic",), "aside")


def _step_needs(step: Step) -> Iterator[Need]:
    yield Need(step.key, QUESTION_VARIABLES.get(step.key, ()), "question")
    yield Need(f"{step.key}.why", (), "why do you ask")
    if step.stage not in {"language", "consent", "safety", "review", "check_in"}:
        yield Need(f"{step.key}.line", (), "summary")


def _data_needs(flow: Flow) -> Iterator[Need]:
    protocol = load()
    for stage in flow.stages:
        yield Need(f"part-{stage.name}", (), "resume")
        yield from (Need(OWN_PARTS[step.id], (), "resume") for step in stage.steps if step.id in OWN_PARTS)
    for section in SECTIONS:
        yield Need(f"section-{section}", (), "summary")
    for indication in protocol.evidence:
        yield Need(f"indication-{indication}", (), "condition")
    for row in protocol.contraindications:
        if row.group or row.ask == "single":
            yield Need(f"row-{row.id}", (), "screening")
