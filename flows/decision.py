"""What a physician writes down about a case, as plain values: the four questions, the protocol, the letter, and the doses these make.

Pure. Must not know what is missing or wrong in it (`flows/decision_checks.py`), nor who may sign. Source: clinical facts 8.1 and 8.3.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
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
    documents_none: str = ""
    """Why no document was reviewed, where none was."""
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


def million_total(protocol: Protocol, weight_kg: float | None) -> float | None:
    """The whole dose of one session in million cells: as written, else by the recorded weight and the dose per kilogram."""
    return protocol.million_total if protocol.million_total is not None else computed_total(protocol, weight_kg)


def computed_total(protocol: Protocol, weight_kg: float | None) -> float | None:
    """The whole dose that the dose per kilogram makes of the recorded weight; None where one of them is missing."""
    return None if protocol.million_per_kg is None or weight_kg is None else round(protocol.million_per_kg * weight_kg, 1)


def per_kg(protocol: Protocol, weight_kg: float | None) -> float | None:
    """The dose in million cells per kilogram: as written, else, on a systemic route, what the whole dose makes of the recorded weight.

    Into a joint or a tendon a dose per kilogram says nothing, so none is computed there.
    """
    if protocol.million_per_kg is not None or protocol.route not in SYSTEMIC:
        return protocol.million_per_kg
    return round(protocol.million_total / weight_kg, 2) if protocol.million_total is not None and weight_kg else None


def as_words(draft: Draft, *, weight_kg: float | None) -> dict[str, Any]:
    """The draft as JSON values, with the doses computed from the weight recorded at that time."""
    told = asdict(draft)
    told["answers"] = {question: asdict(answer) for question, answer in draft.answers.items()}
    if draft.protocol is not None:
        doses = {"million_per_kg": per_kg(draft.protocol, weight_kg), "million_total": million_total(draft.protocol, weight_kg)}
        told["protocol"] |= {"weight_kg": weight_kg, **doses}
    return told
