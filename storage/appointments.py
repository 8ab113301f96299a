"""Appointments: when somebody of the clinic calls a patient, at most one ahead a case. A later time keeps the id and raises the revision.

Knows rows and when the worker must look again; must not know what is said. Whoever changes a row holds the lock of its conversation.
"""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from storage.columns import literal_int
from storage.models import appointments, cases
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Appointment:
    """One call. `revision` counts how often its time was changed, for calendars that know it already."""

    appointment_id: str
    case_id: str
    conversation_id: int
    starts_at: datetime
    minutes: int
    revision: int
    by_ref: str
    made_at: datetime
    cancelled_at: datetime | None
    next_at: datetime | None

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


class Appointments:
    """The `appointments` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def plan(
        self,
        case_pk: int,
        conversation_id: int,
        *,
        starts_at: datetime,
        minutes: int,
        by_ref: str,
        at: datetime,
        remind_at: datetime | None,
    ) -> Appointment:
        """Make the appointment of a case, or move the one that lies ahead."""
        times = {"starts_at": starts_at, "minutes": minutes, "by_ref": by_ref, "next_at": remind_at}
        ahead = self.ahead(case_pk, at)
        if ahead is not None:
            moved = {**times, "revision": ahead.revision + 1}
            self._change(appointments.c.appointment_id == ahead.appointment_id, **moved)
            return self._one(ahead.appointment_id)
        appointment_id = self._work.new_id()
        row = {"appointment_id": appointment_id, "case_pk": case_pk, "conversation_id": conversation_id, "made_at": at, **times}
        self._work.connection.execute(sa.insert(appointments).values(**row))
        return self._one(appointment_id)

    def cancel(self, appointment_id: str, at: datetime) -> bool:
        """It does not take place; False when it was cancelled before."""
        standing = (appointments.c.appointment_id == appointment_id, appointments.c.cancelled_at.is_(None))
        return self._change(sa.and_(*standing), cancelled_at=at, next_at=None, revision=appointments.c.revision + 1) > 0

    def ahead(self, case_pk: int, at: datetime) -> Appointment | None:
        """The appointment of a case that was not cancelled and has not begun."""
        standing = (appointments.c.case_pk == case_pk, appointments.c.cancelled_at.is_(None), appointments.c.starts_at > at)
        row = self._work.one(_SELECT.where(*standing).order_by(appointments.c.id.desc()).limit(1))
        return None if row is None else _read(row)

    def get(self, appointment_id: str) -> Appointment | None:
        """One appointment, cancelled and past ones too."""
        row = self._work.one(_SELECT.where(appointments.c.appointment_id == appointment_id))
        return None if row is None else _read(row)

    def due(self, now: datetime, limit: int) -> list[Appointment]:
        """Appointments to remind of now, the longest due first; locks nothing."""
        waiting = _SELECT.where(appointments.c.next_at.is_not(None), appointments.c.next_at <= now)
        rows = self._work.all(waiting.order_by(appointments.c.next_at, appointments.c.id).limit(literal_int(limit)))
        return [_read(row) for row in rows]

    def look_again(self, appointment_id: str, next_at: datetime | None) -> None:
        """When the worker must look at it again."""
        self._change(appointments.c.appointment_id == appointment_id, next_at=next_at)

    def _one(self, appointment_id: str) -> Appointment:
        return _read(self._work.connection.execute(_SELECT.where(appointments.c.appointment_id == appointment_id)).one())

    def _change(self, where: sa.ColumnElement[bool], **values: Any) -> int:  # noqa: ANN401 - column values
        return self._work.change(sa.update(appointments).where(where).values(**values))


_SELECT = sa.select(appointments, cases.c.case_id).join(cases, cases.c.id == appointments.c.case_pk)
_PLAIN = tuple(field.name for field in fields(Appointment))


def _read(row: sa.Row[Any]) -> Appointment:
    return Appointment(**{name: getattr(row, name) for name in _PLAIN})
