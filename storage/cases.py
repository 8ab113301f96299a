"""Cases: what staff work on. Each change is a compare-and-set on the row's status and version.

Knows statuses, holders and the order of the queue; must not know who may do what (`flows/handoff.py`) nor any words of texts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.work import Work


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. `id` is internal, `case_id` opaque and public. `claimed_by` is a staff reference, empty when free."""

    id: int
    case_id: str
    conversation_id: int
    subject_id: int
    patient_ref: str
    channel: str
    language: str
    status: str
    priority: str
    indication: tuple[str, ...]
    evidence_tier: str
    claimed_by: str
    claimed_at: datetime | None
    version: int
    revision: str
    protocol_version: str
    packet_version: int
    created_at: datetime
    completed_at: datetime | None
    waiting_since: datetime
    due_at: datetime | None
    closed_at: datetime | None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """The outcome of a compare-and-set: `case` as it stands after it. Lost: `holder` is the reference of who holds it now."""

    won: bool
    case: Case
    was: str
    holder: str


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page and the cursor of the next, None at the end."""

    items: tuple[Case, ...]
    next_cursor: str | None


class BadCursor(ValueError):
    """The cursor was not made by this queue."""


class Cases:
    """The `cases` and `packets` tables."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def open_intake(
        self, conversation_id: int, subject_id: int, *, channel: str, language: str, revision: str, protocol_version: str, at: datetime
    ) -> Case:
        """The case of a conversation's first message (status `intake`); one open case per conversation, enforced by an index."""
        raise NotImplementedError

    def open_for(self, conversation_ids: Sequence[int]) -> dict[int, Case]:
        """The open case of each conversation, by conversation id, in one select; locked on PostgreSQL. Flags are not filled in."""
        raise NotImplementedError

    def latest_for(self, conversation_ids: Sequence[int]) -> dict[int, Case]:
        """The newest case of each conversation, open or closed; locks nothing."""
        raise NotImplementedError

    def describe(self, case: Case, *, language: str, indication: Sequence[str], evidence_tier: str) -> None:
        """What is known of the case while the intake runs; the codes are sealed."""
        raise NotImplementedError

    def hand_off(self, case: Case, *, priority: str, at: datetime, due_at: datetime | None) -> bool:
        """`intake` becomes `new`, with `completed_at` and `waiting_since`; False the second time (the priority may still rise)."""
        raise NotImplementedError

    def hold(self, case: Case, at: datetime) -> bool:
        """`emergency_hold`, priority `emergency`, top of the queue; keeps the holder. False when it is held already."""
        raise NotImplementedError

    def withdraw(self, case: Case, at: datetime) -> bool:
        """`withdrawn_by_patient`: the patient ended it. False when the case is closed already."""
        raise NotImplementedError

    def claim(self, case_id: str, staff_ref: str, at: datetime, *, version: int | None = None) -> Moved:
        """Take a `new`, free or already held-by-me case: one wins, the others learn the holder. Raises KeyError."""
        raise NotImplementedError

    def release(self, case_id: str, staff_ref: str, at: datetime, *, version: int | None = None) -> Moved:
        """Give a case back to the queue; `claimed` becomes `new`. Only its holder may. Raises KeyError."""
        raise NotImplementedError

    def request_review(self, case_id: str, staff_ref: str, at: datetime, *, version: int | None = None) -> Moved:
        """`claimed` becomes `physician_review` and free for a physician to claim. Only its holder may. Raises KeyError."""
        raise NotImplementedError

    def move(
        self, case_id: str, *, expected: Sequence[str], to: str, at: datetime, holder: str | None = None, version: int | None = None
    ) -> Moved:
        """Any other step of a case's life: wins when the status is one of `expected`, and the holder and version (if given) match.

        An empty `holder` means nobody may hold it. Ending statuses free the case and set `closed_at`. Raises KeyError.
        """
        raise NotImplementedError

    def get(self, case_id: str) -> Case | None:
        """One case with its flags, or None."""
        raise NotImplementedError

    def by_patient(self, patient_ref: str) -> list[Case]:
        """Every case of a patient, newest first."""
        raise NotImplementedError

    def queue(self, *, statuses: Sequence[str] = (), limit: int = 50, cursor: str | None = None) -> QueuePage:
        """A page in the order of work: priority, then longest waiting. Without statuses: all a person may have to act on.

        Raises BadCursor. `limit` 1–200.
        """
        raise NotImplementedError

    def idle_claims(self, before: datetime, limit: int) -> list[Case]:
        """Cases claimed before `before` and still in `claimed`: they return to the queue."""
        raise NotImplementedError

    def overdue(self, now: datetime, limit: int) -> list[Case]:
        """Free cases in the queue whose `due_at` has passed."""
        raise NotImplementedError

    def put_packet(self, case: Case, packet: Mapping[str, Any], at: datetime) -> int:
        """Keep the hand-off packet (JSON) as the next version, sealed; an unchanged packet keeps its version. Returns the version."""
        raise NotImplementedError

    def packet(self, case: Case, version: int | None = None) -> dict[str, Any] | None:
        """The newest packet, or an earlier version."""
        raise NotImplementedError
