"""What follows from an event, in the imperative. `bot/apply.py` carries each out inside the turn's transaction.

Knows what shall happen, never how: no tables, no channels, no rendered words.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from messages.prompt import Prompt

if TYPE_CHECKING:
    from flows.session import Answer

Purpose: TypeAlias = Literal["reply", "emergency", "reminder", "staff", "notice"]
"""Why a text leaves: `reply` answers the patient, `emergency` goes first and past every limit, `reminder` and `notice`
are proactive (opt-out, quiet hours and budget apply), `staff` was typed by a person."""

AlarmKind: TypeAlias = Literal["emergency", "crisis"]
TicketKind: TypeAlias = Literal[
    "privacy_request", "delete_data", "complaint", "callback", "same_day_call", "unreadable_file", "check_in_safety", "check_in_worse"
]
CheckInEnd: TypeAlias = Literal["answered", "partial", "missed"]
HandoffReason: TypeAlias = Literal[
    "intake_complete",
    "person_requested",
    "consent_declined",
    "contact_only",
    "not_understood",
    "question_removed",
    "emergency",
    "crisis",
    "questions_answered",
]


@dataclass(frozen=True, slots=True)
class Say:
    """Send this text to the patient, in the session's language, after everything said before it."""

    prompt: Prompt
    purpose: Purpose = "reply"


@dataclass(frozen=True, slots=True)
class OpenHandoff:
    """Put the case in the staff's queue, once; a second hand-off of the same case adds its reason to the timeline."""

    reason: HandoffReason


@dataclass(frozen=True, slots=True)
class Alarm:
    """Alert on-call staff at once and hold the case; repeated by the worker until a person acknowledges."""

    kind: AlarmKind
    quote: str
    n: int | None


@dataclass(frozen=True, slots=True)
class OpenTicket:
    """A task for staff beside the case; `quote` is the patient's words, encrypted at rest."""

    kind: TicketKind
    quote: str
    n: int | None


@dataclass(frozen=True, slots=True)
class Invite:
    """Invite to a check-in (`attempt` 0) or remind of it: proactive, once per attempt for ever."""

    check_in_id: str
    attempt: int
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Reading:
    """One instrument filled in: its version and our scorer's, the raw answers by item (None = skipped), and the main score."""

    measure: str
    version: str
    scorer: int
    items: tuple[tuple[str, float | None], ...]
    value: float | None


@dataclass(frozen=True, slots=True)
class CheckInEnded:
    """A check-in is over: everything answered, as said and as scored, with the names of the activities and the language it was held in."""

    check_in_id: str
    end: CheckInEnd
    answers: tuple["Answer", ...]
    readings: tuple[Reading, ...]
    activities: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class OptOut:
    """The person wants no more messages: no proactive text leaves after this commit."""


@dataclass(frozen=True, slots=True)
class OptIn:
    """The person asked to be messaged again."""


@dataclass(frozen=True, slots=True)
class EraseWords:
    """Consent was refused: blank the patient's free words so far in the transcript; the contact details stay."""


@dataclass(frozen=True, slots=True)
class WithdrawCase:
    """The patient ended it (`stop`); status `withdrawn_by_patient`, never declined."""

    reason: str


Effect: TypeAlias = Say | OpenHandoff | Alarm | OpenTicket | OptOut | OptIn | EraseWords | WithdrawCase | Invite | CheckInEnded
"""Every effect; `bot/apply.py` carries each out, mypy's `assert_never` keeps it so."""
