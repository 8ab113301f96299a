"""The life of a case after the conversation: which step leads from which status to which, and whose role may take it.

Plain data beside the conversation's own machine; nothing here runs, asks the time or knows a row. The database holds the same order
by constraints (`storage/migrations/case_order.py`). Source: clinical facts 8.2, 8.4 and 8.5.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

CaseStatus: TypeAlias = Literal[
    "intake",
    "new",
    "claimed",
    "physician_review",
    "needs_information",
    "accepted",
    "quote_issued",
    "protocol_summary_given",
    "consent_signed",
    "treated",
    "follow_up",
    "declined",
    "deferred",
    "withdrawn_by_patient",
    "emergency_hold",
    "closed",
]
Role: TypeAlias = Literal["coordinator", "physician", "auditor", "admin"]
Actor: TypeAlias = Literal["coordinator", "physician", "bot", "patient", "system"]
"""`bot` acts on what the patient answered, `patient` on what the patient wishes, `system` on the clock."""
Hold: TypeAlias = Literal["anyone", "free_or_mine", "mine"]
"""Who must hold the case: nobody in particular, nobody else, or the person who acts."""
Outcome: TypeAlias = Literal["accepted", "needs_information", "deferred", "declined"]

STATUSES: Final = get_args(CaseStatus)
OUTCOMES: Final = get_args(Outcome)
ENDS: Final[frozenset[str]] = frozenset({"withdrawn_by_patient", "declined", "closed"})
PATIENT_REASONS: Final = frozenset({"timing", "financing", "location", "other_patient_reason"})
"""Ends that are the patient's: `withdrawn_by_patient`, never declined."""
CLINIC_REASONS: Final = frozenset({"duplicate", "unreachable"})
CARED_REASONS: Final = frozenset({"follow_up_over", "died", "treated_elsewhere", "withdrawn"})
"""Ends of a case whose patient was treated: the care is over, nobody withdrew from an inquiry."""
STANDING: Final = frozenset({"accepted", "quote_issued", "protocol_summary_given", "consent_signed", "treated", "follow_up"})
"""Statuses in which a physician's acceptance stands; until the treatment a physician may still take it back."""

STAFF: Final[frozenset[Actor]] = frozenset({"coordinator", "physician"})
PHYSICIAN: Final[frozenset[Actor]] = frozenset({"physician"})
BOT: Final[frozenset[Actor]] = frozenset({"bot"})
PATIENT: Final[frozenset[Actor]] = frozenset({"patient"})
SYSTEM: Final[frozenset[Actor]] = frozenset({"system"})


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One step: `leads` maps the statuses it may be taken from to those it may lead to; `held` says who must hold the case."""

    name: str
    by: frozenset[Actor]
    leads: Mapping[CaseStatus, tuple[CaseStatus, ...]]
    held: Hold = "anyone"


def _same(*statuses: CaseStatus) -> dict[CaseStatus, tuple[CaseStatus, ...]]:
    return {status: (status,) for status in statuses}


def _all(statuses: tuple[CaseStatus, ...], *to: CaseStatus) -> dict[CaseStatus, tuple[CaseStatus, ...]]:
    return dict.fromkeys(statuses, to)


_BEFORE_DECISION: Final[tuple[CaseStatus, ...]] = ("new", "claimed", "physician_review", "needs_information", "deferred")
_PAPERS: Final[tuple[CaseStatus, ...]] = ("accepted", "quote_issued", "protocol_summary_given", "consent_signed")
_CARED_FOR: Final[tuple[CaseStatus, ...]] = ("treated", "follow_up")
CARED_FOR: Final[frozenset[str]] = frozenset(_CARED_FOR)
"""Statuses of a case whose patient was treated."""
_OPEN: Final[tuple[CaseStatus, ...]] = ("intake", *_BEFORE_DECISION, *_PAPERS)
_ALL_OUTCOMES: Final[tuple[CaseStatus, ...]] = ("accepted", "needs_information", "deferred", "declined")
_TAKEN_BACK: Final[Mapping[CaseStatus, tuple[CaseStatus, ...]]] = {
    status: (status, "needs_information", "deferred", "declined") for status in _PAPERS
}
_CORRECTED: Final[tuple[CaseStatus, ...]] = ("declined", "accepted", "needs_information", "deferred")
"""A decline may have been a mistake: another decision takes it back, and the case is open again."""
_QUEUED: Final[tuple[CaseStatus, ...]] = (*_BEFORE_DECISION[2:], *_PAPERS, *_CARED_FOR, "emergency_hold")

STEPS: Final[Mapping[str, CaseStep]] = MappingProxyType(
    {
        step.name: step
        for step in (
            CaseStep("hand_off", BOT, {"intake": ("new",)}),
            CaseStep("hold", BOT, _all((*_OPEN, *_CARED_FOR), "emergency_hold")),
            CaseStep("withdraw", PATIENT, _all((*_OPEN, "emergency_hold"), "withdrawn_by_patient")),
            CaseStep("answer", BOT, {"needs_information": ("physician_review",)}),
            CaseStep("follow", SYSTEM, {"treated": ("follow_up",)}),
            CaseStep("claim", STAFF, {"new": ("claimed",), "claimed": ("claimed",), **_same(*_QUEUED)}, "free_or_mine"),
            CaseStep("release", STAFF, {"new": ("new",), "claimed": ("new",), **_same(*_QUEUED)}, "mine"),
            CaseStep("request_review", STAFF, {"claimed": ("physician_review",)}, "mine"),
            CaseStep(
                "lift",
                STAFF,
                {"emergency_hold": ("intake", "new", "claimed", *_BEFORE_DECISION[2:], *_PAPERS, *_CARED_FOR)},
                "free_or_mine",
            ),
            CaseStep("decide", PHYSICIAN, _all(_BEFORE_DECISION, *_ALL_OUTCOMES), "free_or_mine"),
            CaseStep("amend", PHYSICIAN, {**_TAKEN_BACK, **_same("treated", "follow_up"), "declined": _CORRECTED}, "free_or_mine"),
            CaseStep("quote", STAFF, {"accepted": ("quote_issued",), **_same("quote_issued", "protocol_summary_given")}),
            CaseStep("protocol_summary", STAFF, {"quote_issued": ("protocol_summary_given",), **_same("protocol_summary_given")}),
            CaseStep("consent", STAFF, {"protocol_summary_given": ("consent_signed",)}),
            CaseStep("treated", STAFF, {"consent_signed": ("treated",)}),
            CaseStep("correct_treatment", STAFF, _same(*_CARED_FOR)),
            CaseStep("end_for_patient", STAFF, _all(_OPEN, "withdrawn_by_patient"), "free_or_mine"),
            CaseStep("close", STAFF, _all((*_OPEN, *_CARED_FOR), "closed"), "free_or_mine"),
        )
    }
)
"""Every step of a case's life, by name."""


def may(role: str, name: str) -> bool:
    """Whether somebody in this role may ever take this step."""
    return role in STEPS[name].by


def sources(name: str) -> tuple[CaseStatus, ...]:
    """The statuses a step may be taken from."""
    return tuple(STEPS[name].leads)


def after(name: str, status: str, wanted: str = "") -> str | None:
    """Where a step leads from `status`; None when it cannot be taken there, or not to `wanted` (when given)."""
    leads = next((to for source, to in STEPS[name].leads.items() if source == status), ())
    if wanted:
        return wanted if wanted in leads else None
    return leads[0] if leads else None


def ending(reason: str) -> str | None:
    """The step a reason for ending a case calls for; None for a reason nobody knows. `CARED_REASONS` need a treatment besides."""
    if reason in PATIENT_REASONS:
        return "end_for_patient"
    return "close" if reason in CLINIC_REASONS | CARED_REASONS else None


def deciding(status: str) -> str:
    """The step by which a physician signs: a decision in review, or an amendment of one that stands."""
    return "amend" if status in STANDING or status == "declined" else "decide"


def decided(status: str, outcome: Outcome) -> str | None:
    """The status after a decision with this outcome; None where it cannot be signed. An acceptance amended as such moves nothing."""
    wanted = status if outcome == "accepted" and status in STANDING else outcome
    return after(deciding(status), status, wanted)


def possible(status: str) -> tuple[Outcome, ...]:
    """The outcomes a physician may sign from this status, in the order they are offered."""
    return tuple(outcome for outcome in OUTCOMES if decided(status, outcome) is not None)
