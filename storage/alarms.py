"""Alarms, repeated until a person acknowledges, and tickets: tasks for staff beside the case.

Knows the patient's quote as sealed words; must not know how anyone is alerted.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.work import Work


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """An alarm. `repeats` counts alerts given so far; `case_id` is the public id."""

    alarm_id: str
    case_id: str
    case_pk: int
    kind: str
    quote: str
    n: int | None
    raised_at: datetime
    repeats: int
    next_at: datetime | None
    acknowledged_at: datetime | None
    acknowledged_by: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """A task for staff. `due_at` is None where no date binds; `done_at` None while open."""

    ticket_id: str
    case_id: str
    case_pk: int
    kind: str
    quote: str
    n: int | None
    opened_at: datetime
    due_at: datetime | None
    done_at: datetime | None
    done_by: str


class Alarms:
    """The `alarms` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def open(self, case_pk: int, kind: str, quote: str, n: int | None, at: datetime) -> str:
        """Raise an alarm, due at once; returns its id."""
        raise NotImplementedError

    def due(self, now: datetime, limit: int, again_after: timedelta) -> list[AlarmRow]:
        """Take alarms to give now; each is due again after `again_after` unless acknowledged. Other workers pass over what is taken."""
        raise NotImplementedError

    def acknowledge(self, alarm_id: str, staff_ref: str, at: datetime) -> bool:
        """A person saw it; False when someone had before, or no such alarm."""
        raise NotImplementedError

    def of(self, case_pk: int) -> list[AlarmRow]:
        """Every alarm of a case, oldest first."""
        raise NotImplementedError


class Tickets:
    """The `tickets` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def open(self, case_pk: int, kind: str, quote: str, n: int | None, at: datetime, due_at: datetime | None = None) -> str:
        """Open a task; returns its id."""
        raise NotImplementedError

    def done(self, ticket_id: str, staff_ref: str, at: datetime) -> bool:
        """A person dealt with it; False when it was done before, or no such ticket."""
        raise NotImplementedError

    def of(self, case_pk: int) -> list[Ticket]:
        """Every ticket of a case, oldest first."""
        raise NotImplementedError

    def open_page(self, after_id: str = "", limit: int = 100) -> list[Ticket]:
        """Open tickets, oldest first; `after_id` is the last ticket of the page before."""
        raise NotImplementedError
