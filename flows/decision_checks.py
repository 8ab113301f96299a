"""What stands against a physician's draft: faults that keep it from being signed, warnings to look at, and which of these to confirm.

Pure: names them as codes, `rule` or `rule:detail`. Judges no patient and no therapy: it compares what the physician wrote with itself and
with what the case holds. Source: clinical facts 8.1 and 8.3.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from flows.decision import QUESTIONS, SYSTEMIC, Draft, Protocol, Question, computed_total, per_kg
from flows.protocol import load

USUAL_DOSE: Final = (1.0, 2.0)
"""Million cells per kilogram of body weight usual in systemic use; outside it a warning, never a block (the clinic's philosophy)."""

FARTHEST: Final = timedelta(days=731)
"""A deferral lasts two years at most: what lies beyond is forgotten by whoever wrote it."""
ROUNDING: Final = 0.5
"""Million cells by which a whole dose as written may differ from the one computed: people round to a whole million."""

BARS: Final = "contraindication:"
"""How the ids of flags begin that the third question is about; other hard flags (an alarm, a check-in) say nothing of it."""

DENIES: Final[Mapping[str, Question]] = {
    **dict.fromkeys(
        ("active_malignancy", "malignancy_window", "infection", "pregnancy", "blood_disorder", "immune_medicine"),
        "contraindications_cleared",
    ),
    "no_evidence_for_indication": "evidence",
    "not_fit": "fitness",
    "unrealistic_expectation_unresolved": "expectation",
    "language_document_not_available": "expectation",
}
"""Which of the four questions a reason (clinical facts 8.3) answers with no; `other_medical` may be any."""

RAISED_BY: Final[Mapping[str, frozenset[str]]] = {
    "active_malignancy": frozenset({"active_malignancy"}),
    "malignancy_window": frozenset({"active_malignancy", "past_malignancy"}),
    "infection": frozenset({"uncontrolled_infection", "hiv_hbv_hcv"}),
    "pregnancy": frozenset({"pregnancy", "breastfeeding"}),
    "blood_disorder": frozenset({"blood_disorder", "thrombosis"}),
    "immune_medicine": frozenset({"immunomodulator", "steroid_long", "transplant"}),
}
"""Screening rows that hold what a reason names. The pairs are our default; a physician may know more than the case, so it only warns."""

CONFIRMED: Final = frozenset({
    "contraindication_stands", "four_yes_declined", "four_yes_needs_information", "reason_contradicts_answer", "reason_without_flag",
})  # fmt: skip
"""Warnings that the console has confirmed one by one: what they name may be the wrong case, or the wrong word in a letter that is sent."""


def faults(draft: Draft, today: date, weight_kg: float | None = None, hard_flags: Collection[str] = ()) -> Iterator[str]:
    """What contradicts itself or is missing, as codes; nothing is signed while there is one.

    `today` is the clinic's calendar day, `weight_kg` the recorded weight, `hard_flags` the ids of the case's flags of severity `hard`.
    """
    yield from _incomplete(draft)
    yield from _misplaced(draft)
    yield from _barred(draft, hard_flags)
    if draft.protocol is not None and _doses_contradict(draft.protocol, weight_kg):
        yield "million_per_kg_contradicts_million_total"
    yield from _unlikely_day(draft.follow_up_on, today)


def _incomplete(draft: Draft) -> Iterator[str]:
    yes = [draft.answers[question].yes for question in QUESTIONS if question in draft.answers]
    if draft.outcome != "needs_information" and len(yes) < len(QUESTIONS):
        yield "four_answers_needed"
    if draft.outcome == "accepted" and yes and not all(yes):
        yield "four_yes_needed"
    if draft.outcome in {"declined", "deferred"} and not draft.reasons:
        yield "reason_needed"
    if not draft.letter and not (draft.outcome == "needs_information" and draft.questions):
        yield "letter_needed"
    if draft.documents and draft.documents_none:
        yield "documents_contradict"


def _asks(letter: str) -> bool:
    """Whether a letter puts a question: in each of our languages one ends with its mark, and without any the patient waits for nothing."""
    return "?" in letter


def unfinished(draft: Draft, standing_flags: Collection[str]) -> Iterator[str]:
    """What a decision lacks to be whole, as codes: `standing_flags` are the ids of the case's flags nobody has cleared yet.

    The console signs none that lacks something. The JSON API's body is fixed with four members, so it signs and names what is missing.
    """
    resolved = {flag.id for flag in draft.flags}
    yield from (f"flag_unresolved:{flag}" for flag in standing_flags if flag not in resolved)
    if draft.outcome == "needs_information" and not (draft.questions or _asks(draft.letter)):
        yield "question_needed"
    if draft.outcome == "accepted":
        yield from _unwritten(draft)


def _unwritten(draft: Draft) -> Iterator[str]:
    """What clinical facts 8.3 add to an acceptance: without it a quote and a consent would follow to a plan nobody wrote down."""
    if not (draft.documents or draft.documents_none):
        yield "documents_needed"
    if draft.protocol is None:
        yield "protocol_needed"
    elif draft.protocol.route in SYSTEMIC and draft.protocol.million_per_kg is None and draft.protocol.million_total is None:
        yield "dose_needed"
    yield from () if draft.expected_response else ("expected_response_needed",)
    yield from () if draft.measurement_plan else ("measurement_plan_needed",)


def _misplaced(draft: Draft) -> Iterator[str]:
    """What belongs to another outcome: signed here it would be kept and never acted on."""
    if draft.questions and draft.outcome != "needs_information":
        yield "questions_belong_to_needs_information"
    if draft.protocol is not None and draft.outcome != "accepted":
        yield "protocol_belongs_to_acceptance"
    if draft.follow_up_on and draft.outcome != "deferred":
        yield "follow_up_belongs_to_deferral"


def _barred(draft: Draft, hard_flags: Collection[str]) -> Iterator[str]:
    """Clinical facts 8.1: yes to the third question means that nothing bars; a hard flag that stands says the opposite."""
    standing = {flag.id for flag in draft.flags if flag.resolution == "stands" and flag.id.startswith(BARS)}
    if draft.outcome == "accepted" and _yes(draft, "contraindications_cleared"):
        yield from (f"hard_flag_stands:{flag}" for flag in sorted(standing.intersection(hard_flags)))


def _unlikely_day(day: str, today: date) -> Iterator[str]:
    if day and day <= today.isoformat():
        yield "follow_up_is_past"
    if day and day > (today + FARTHEST).isoformat():
        yield "follow_up_is_too_far"


def _doses_contradict(protocol: Protocol, weight_kg: float | None) -> bool:
    """Neither of two doses is preferred in silence: which one was meant is the physician's to say."""
    computed, written = computed_total(protocol, weight_kg), protocol.million_total
    return computed is not None and written is not None and abs(computed - written) > ROUNDING


def warnings(
    draft: Draft,
    *,
    weight_kg: float | None,
    standing_flags: tuple[str, ...],
    tier: str | None,
    hard_flags: Collection[str] = (),
    indications: Collection[str] = (),
) -> tuple[str, ...]:
    """What the physician should see before signing, as codes; none of it stops the signature.

    `standing_flags` are the ids nobody has cleared yet, `hard_flags` those of severity `hard`, `tier` the evidence of the condition,
    `indications` the ids of the conditions that the patient confirmed.
    """
    found = (*_warnings(draft, weight_kg), *_contradictions(draft, standing_flags, hard_flags))
    remote = ("systemic_route_for_joint",) if _systemic(draft) and _joints_alone(indications) else ()
    unmapped = ("evidence_not_on_map",) if draft.outcome == "accepted" and tier in {None, "not_on_map"} else ()
    return tuple(dict.fromkeys((*found, *remote, *unmapped)))


def to_confirm(warned: Collection[str]) -> tuple[str, ...]:
    """Those of some warnings that are confirmed one by one before the console signs."""
    return tuple(code for code in warned if code.partition(":")[0] in CONFIRMED)


def _warnings(draft: Draft, weight_kg: float | None) -> Iterator[str]:
    if "other_medical" in draft.reasons and not draft.reason_text:
        yield "reason_text_missing"
    if draft.outcome == "deferred" and not (draft.condition or draft.follow_up_on):
        yield "condition_missing"
    if draft.outcome == "accepted" and draft.protocol is not None:
        yield from _dose_warnings(draft.protocol, weight_kg)


def _contradictions(draft: Draft, standing_flags: tuple[str, ...], hard_flags: Collection[str]) -> Iterator[str]:
    """Where flags, answers, reasons and outcome say different things, without making the decision impossible."""
    yield from _said_cleared(draft, hard_flags)
    if draft.outcome == "accepted":
        yield from _cleared_silently(draft, standing_flags, hard_flags)
    yield from _four_yes(draft)
    denied = [reason for reason in draft.reasons if reason in DENIES and _yes(draft, DENIES[reason])]
    yield from (f"reason_contradicts_answer:{reason}" for reason in denied)
    cleared = {flag.id for flag in draft.flags if flag.resolution == "cleared"}
    held = {flag.removeprefix(BARS) for flag in standing_flags if flag not in cleared}
    unheard = [reason for reason in draft.reasons if reason in RAISED_BY and not RAISED_BY[reason] & held]
    yield from (f"reason_without_flag:{reason}" for reason in unheard)


def _four_yes(draft: Draft) -> Iterator[str]:
    """Four yeses, and no acceptance: a decline says no, and whoever asks on does not know yet. A deferral may wait for its day alone."""
    all_yes = all(_yes(draft, question) for question in QUESTIONS)
    if all_yes and draft.outcome == "declined":
        yield "four_yes_declined"
    if all_yes and draft.outcome == "needs_information":
        yield "four_yes_needs_information"


def _said_cleared(draft: Draft, hard_flags: Collection[str]) -> Iterator[str]:
    """Flags that stand beside the yes to "contraindications cleared"; a hard one in an acceptance is a fault already."""
    faulty = hard_flags if draft.outcome == "accepted" else ()
    standing = [flag.id for flag in draft.flags if flag.resolution == "stands" and flag.id.startswith(BARS) and flag.id not in faulty]
    if _yes(draft, "contraindications_cleared"):
        yield from (f"contraindication_stands:{flag}" for flag in standing)


def _cleared_silently(draft: Draft, standing_flags: tuple[str, ...], hard_flags: Collection[str]) -> Iterator[str]:
    """Hard flags that an acceptance clears without a word."""
    hard = [flag for flag in standing_flags if flag in hard_flags and flag.startswith(BARS)]
    silent = {flag.id for flag in draft.flags if flag.resolution == "cleared" and not flag.note}
    yield from (f"hard_flag_cleared_without_note:{flag}" for flag in hard if flag in silent)


def _yes(draft: Draft, question: str) -> bool:
    return question in draft.answers and draft.answers[question].yes


def _dose_warnings(protocol: Protocol, weight_kg: float | None) -> Iterator[str]:
    if protocol.route in SYSTEMIC and per_kg(protocol, weight_kg) is None:
        yield "dose_per_kg_missing"
    if protocol.route in SYSTEMIC and _unusual(protocol, weight_kg):
        yield "dose_outside_1_to_2_million_per_kg"
    weighed = protocol.million_total is not None and protocol.route in SYSTEMIC
    if weight_kg is None and (weighed or protocol.million_per_kg is not None):
        yield "weight_missing"
    yield from ("disclosure_missing" for adjunct in protocol.adjuncts if not adjunct.disclosure)


def _systemic(draft: Draft) -> bool:
    return draft.protocol is not None and draft.protocol.route in SYSTEMIC


def _joints_alone(indications: Collection[str]) -> bool:
    """Whether every condition is one of a joint on the evidence map."""
    known = load().evidence
    return bool(indications) and all(name in known and known[name].joint for name in indications)


def _unusual(protocol: Protocol, weight_kg: float | None) -> bool:
    """Whether a systemic dose lies outside the usual, as written per kilogram or as the whole dose makes it of the recorded weight."""
    low, high = USUAL_DOSE
    if protocol.million_per_kg is not None:
        return not low <= protocol.million_per_kg <= high
    if protocol.million_total is None or not weight_kg:
        return False
    return not low * weight_kg - ROUNDING <= protocol.million_total <= high * weight_kg + ROUNDING
