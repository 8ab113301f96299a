"""What a physician writes down about a case, as plain values: the four questions, the protocol, the letter; and what is missing in it.

Pure: computes doses and names faults and warnings as codes. Judges no patient and no therapy. Source: clinical facts 8.1 and 8.3.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal, TypeAlias, get_args

from flows.handoff import Outcome

Question: TypeAlias = Literal["evidence", "fitness", "contraindications_cleared", "expectation"]
Route: TypeAlias = Literal["intravenous", "intra_articular", "intrathecal", "intramuscular", "subcutaneous", "perilesional", "other"]
Resolution: TypeAlias = Literal["cleared", "stands"]
Reason: TypeAlias = Literal[
    "active_malignancy",
    "malignancy_window",
    "infection",
    "pregnancy",
    "blood_disorder",
    "immune_medicine",
    "no_evidence_for_indication",
    "not_fit",
    "unrealistic_expectation_unresolved",
    "language_document_not_available",
    "other_medical",
]
"""Reason codes of clinical facts 8.3."""

QUESTIONS: Final[tuple[Question, ...]] = get_args(Question)
REASONS: Final = frozenset(get_args(Reason))
SYSTEMIC: Final[frozenset[str]] = frozenset({"intravenous", "intrathecal"})
"""Routes by which cells reach the whole body."""
USUAL_DOSE: Final = (1.0, 2.0)
"""Million cells per kilogram of body weight usual in systemic use; outside it a warning, never a block (the clinic's philosophy)."""

FARTHEST: Final = timedelta(days=731)
"""A deferral lasts two years at most: what lies beyond is forgotten by whoever wrote it."""
ROUNDING: Final = 0.5
"""Million cells by which a whole dose as written may differ from the one computed: people round to a whole million."""


@dataclass(frozen=True, slots=True)
class Candidacy:
    """One answer to a candidacy question, with one line of reason."""

    yes: bool
    reason: str


@dataclass(frozen=True, slots=True)
class FlagResolved:
    """How a flag of the case was resolved: `cleared` takes it off by the physician's name, `stands` leaves it in sight."""

    id: str
    resolution: Resolution
    note: str


@dataclass(frozen=True, slots=True)
class Adjunct:
    """Something given beside the cells, with the written disclosure of its evidence."""

    name: str
    disclosure: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """The protocol summary, indication first. `million_per_kg` in million cells per kilogram, `million_total` in million cells."""

    indication: str
    route: Route
    sessions: int
    million_per_kg: float | None = None
    million_total: float | None = None
    image_guidance: str = ""
    rehabilitation_before: str = ""
    rehabilitation_after: str = ""
    adjuncts: tuple[Adjunct, ...] = ()
    sequence: str = ""
    first: str = ""
    """What is worked on for weeks before: inflammation, metabolism, movement or sleep."""
    weeks_before: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision before it is signed. `questions` are the step ids a physician wants answered again."""

    outcome: Outcome
    answers: Mapping[str, Candidacy]
    reasons: tuple[str, ...]
    letter: str
    documents: tuple[str, ...] = ()
    flags: tuple[FlagResolved, ...] = ()
    protocol: Protocol | None = None
    expected_response: tuple[str, ...] = ()
    measurement_plan: tuple[str, ...] = ()
    would_change: str = ""
    condition: str = ""
    referral: str = ""
    reason_text: str = ""
    follow_up_on: str = ""
    questions: tuple[str, ...] = ()


def faults(draft: Draft, today: date, weight_kg: float | None = None) -> Iterator[str]:
    """What contradicts itself or is missing, as codes; nothing is signed while there is one. `today` is the clinic's calendar day."""
    yield from _incomplete(draft)
    yield from _misplaced(draft)
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


def _misplaced(draft: Draft) -> Iterator[str]:
    """What belongs to another outcome: signed here it would be kept and never acted on."""
    if draft.questions and draft.outcome != "needs_information":
        yield "questions_belong_to_needs_information"
    if draft.protocol is not None and draft.outcome != "accepted":
        yield "protocol_belongs_to_acceptance"
    if draft.follow_up_on and draft.outcome != "deferred":
        yield "follow_up_belongs_to_deferral"


def _unlikely_day(day: str, today: date) -> Iterator[str]:
    if day and day <= today.isoformat():
        yield "follow_up_is_past"
    if day and day > (today + FARTHEST).isoformat():
        yield "follow_up_is_too_far"


def million_total(protocol: Protocol, weight_kg: float | None) -> float | None:
    """The whole dose of one session in million cells: as written, else by the recorded weight and the dose per kilogram."""
    return protocol.million_total if protocol.million_total is not None else computed_total(protocol, weight_kg)


def computed_total(protocol: Protocol, weight_kg: float | None) -> float | None:
    """The whole dose that the dose per kilogram makes of the recorded weight; None where one of them is missing."""
    return None if protocol.million_per_kg is None or weight_kg is None else round(protocol.million_per_kg * weight_kg, 1)


def _doses_contradict(protocol: Protocol, weight_kg: float | None) -> bool:
    """Neither of two doses is preferred in silence: which one was meant is the physician's to say."""
    computed, written = computed_total(protocol, weight_kg), protocol.million_total
    return computed is not None and written is not None and abs(computed - written) > ROUNDING


def warnings(draft: Draft, *, weight_kg: float | None, standing_flags: tuple[str, ...], tier: str | None) -> tuple[str, ...]:
    """What the physician should see before signing, as codes; none of it stops the signature. `tier`: the evidence of the condition."""
    found = tuple(_warnings(draft, weight_kg, standing_flags))
    unmapped = ("evidence_not_on_map",) if draft.outcome == "accepted" and tier in {None, "not_on_map"} else ()
    return tuple(dict.fromkeys((*found, *unmapped)))


def _warnings(draft: Draft, weight_kg: float | None, standing_flags: tuple[str, ...]) -> Iterator[str]:
    resolved = {flag.id for flag in draft.flags}
    yield from (f"flag_unresolved:{flag}" for flag in standing_flags if flag not in resolved)
    if "other_medical" in draft.reasons and not draft.reason_text:
        yield "reason_text_missing"
    if draft.outcome == "deferred" and not (draft.condition or draft.follow_up_on):
        yield "condition_missing"
    if draft.outcome != "accepted":
        return
    yield from (name for name, given in (("documents_missing", draft.documents), ("protocol_missing", draft.protocol)) if not given)
    yield from () if draft.expected_response else ("expected_response_missing",)
    yield from () if draft.measurement_plan else ("measurement_plan_missing",)
    if draft.protocol is not None:
        yield from _dose_warnings(draft.protocol, weight_kg)


def _dose_warnings(protocol: Protocol, weight_kg: float | None) -> Iterator[str]:
    dose = protocol.million_per_kg
    if protocol.route in SYSTEMIC and dose is None:
        yield "dose_per_kg_missing"
    if dose is not None and protocol.route in SYSTEMIC and not USUAL_DOSE[0] <= dose <= USUAL_DOSE[1]:
        yield "dose_outside_1_to_2_million_per_kg"
    if dose is not None and weight_kg is None:
        yield "weight_missing"
    yield from ("disclosure_missing" for adjunct in protocol.adjuncts if not adjunct.disclosure)


def as_words(draft: Draft, *, weight_kg: float | None) -> dict[str, Any]:
    """The draft as JSON values, with the whole dose computed from the weight recorded at that time."""
    told = asdict(draft)
    told["answers"] = {question: asdict(answer) for question, answer in draft.answers.items()}
    if draft.protocol is not None:
        told["protocol"] |= {"weight_kg": weight_kg, "million_total": million_total(draft.protocol, weight_kg)}
    return told
