"""Alarms, repeated until a person acknowledges, and tickets: tasks for staff beside the case.

Knows the patient's quote as sealed words; must not know how anyone is alerted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from storage.cases import shown
from storage.columns import literal_int
from storage.models import alarms, cases, subjects, tickets
from storage.work import Work

_ALARMS = (
    sa.select(alarms, cases.c.case_id, subjects.c.patient_ref)
    .join(cases, cases.c.id == alarms.c.case_pk)
    .join(subjects, subjects.c.id == cases.c.subject_id)
)
_TICKETS = sa.select(tickets, cases.c.case_id).join(cases, cases.c.id == tickets.c.case_pk)
_ALARM_PLAIN = (
    *("alarm_id", "case_id", "case_pk", "kind", "n", "raised_at", "repeats", "next_at"),
    *("acknowledged_at", "acknowledged_by"),
)
_TICKET_PLAIN = ("ticket_id", "case_id", "case_pk", "kind", "n", "opened_at", "due_at", "done_at", "done_by")


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """An alarm. `repeats` counts alerts given so far; `case_id` is the public id, `reference` what staff see of the patient's."""

    alarm_id: str
    case_id: str
    reference: str
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
        alarm_id = self._work.new_id()
        sealed = self._work.vault.seal(f"alarms.quote:{alarm_id}", quote)
        row = {"alarm_id": alarm_id, "case_pk": case_pk, "kind": kind, "quote": sealed, "n": n, "raised_at": at, "next_at": at}
        self._work.connection.execute(sa.insert(alarms).values(**row))
        return alarm_id

    def due(self, now: datetime, limit: int, again_after: timedelta) -> list[AlarmRow]:
        """Take alarms to give now; each is due again after `again_after` unless acknowledged. Other workers pass over what is taken."""
        ringing = _ALARMS.where(alarms.c.next_at.is_not(None), alarms.c.next_at <= now).order_by(alarms.c.next_at)
        rows = self._work.all(ringing.limit(literal_int(limit)).with_for_update(of=alarms, skip_locked=True))
        again = {"next_at": now + again_after, "repeats": alarms.c.repeats + 1}
        if rows:
            self._work.change(sa.update(alarms).where(alarms.c.id.in_([row.id for row in rows])).values(**again))
        return [self._read(row) for row in rows]

    def acknowledge(self, alarm_id: str, staff_ref: str, at: datetime) -> bool:
        """A person saw it; False when someone had before, or no such alarm."""
        unseen = (alarms.c.alarm_id == alarm_id, alarms.c.acknowledged_at.is_(None))
        seen = {"acknowledged_at": at, "acknowledged_by": staff_ref, "next_at": None}
        return self._work.change(sa.update(alarms).where(*unseen).values(**seen)) > 0

    def of(self, case_pk: int) -> list[AlarmRow]:
        """Every alarm of a case, oldest first."""
        return [self._read(row) for row in self._work.all(_ALARMS.where(alarms.c.case_pk == case_pk).order_by(alarms.c.id))]

    def _read(self, row: sa.Row[Any]) -> AlarmRow:
        plain = {name: getattr(row, name) for name in _ALARM_PLAIN}
        quote = self._work.vault.open(f"alarms.quote:{row.alarm_id}", row.quote)
        return AlarmRow(quote=quote, reference=shown(row.patient_ref), **plain)


class Tickets:
    """The `tickets` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def open(self, case_pk: int, kind: str, quote: str, n: int | None, at: datetime, due_at: datetime | None = None) -> str:
        """Open a task; returns its id."""
        ticket_id = self._work.new_id()
        sealed = self._work.vault.seal(f"tickets.quote:{ticket_id}", quote)
        row = {"ticket_id": ticket_id, "case_pk": case_pk, "kind": kind, "quote": sealed, "n": n, "opened_at": at, "due_at": due_at}
        self._work.connection.execute(sa.insert(tickets).values(**row))
        return ticket_id

    def done(self, ticket_id: str, staff_ref: str, at: datetime) -> bool:
        """A person dealt with it; False when it was done before, or no such ticket."""
        still_open = (tickets.c.ticket_id == ticket_id, tickets.c.done_at.is_(None))
        return self._work.change(sa.update(tickets).where(*still_open).values(done_at=at, done_by=staff_ref)) > 0

    def of(self, case_pk: int) -> list[Ticket]:
        """Every ticket of a case, oldest first."""
        return [self._read(row) for row in self._work.all(_TICKETS.where(tickets.c.case_pk == case_pk).order_by(tickets.c.id))]

    def waiting(self, case_pks: Sequence[int], kinds: Sequence[str]) -> dict[int, tuple[Ticket, ...]]:
        """The open tickets of these kinds of each case that has any, the soonest due first."""
        if not case_pks:
            return {}
        mine = (tickets.c.case_pk.in_(case_pks), tickets.c.kind.in_(kinds), tickets.c.done_at.is_(None))
        found: dict[int, tuple[Ticket, ...]] = {}
        for row in self._work.all(_TICKETS.where(*mine).order_by(tickets.c.due_at, tickets.c.id)):
            found[row.case_pk] = (*found.get(row.case_pk, ()), self._read(row))
        return found

    def open_page(self, after_id: str = "", limit: int = 100) -> list[Ticket]:
        """Open tickets, oldest first; `after_id` is the last ticket of the page before."""
        last = sa.select(tickets.c.id).where(tickets.c.ticket_id == after_id).scalar_subquery()
        page = _TICKETS.where(tickets.c.done_at.is_(None), tickets.c.id > sa.func.coalesce(last, 0))
        return [self._read(row) for row in self._work.all(page.order_by(tickets.c.id).limit(literal_int(limit)))]

    def _read(self, row: sa.Row[Any]) -> Ticket:
        plain = {name: getattr(row, name) for name in _TICKET_PLAIN}
        return Ticket(quote=self._work.vault.open(f"tickets.quote:{row.ticket_id}", row.quote), **plain)
