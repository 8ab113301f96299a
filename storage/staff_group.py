"""The staff's group: who is who there, and what it was told of which case. Each notice is taken by one worker at a time.

Knows rows and seals; must not know Telegram, nor what a person may do: an account leads to a member of the staff, whose role decides.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from storage.columns import literal_int, on_conflict_nothing
from storage.models import cases, group_notices, pairing_codes, staff_chats
from storage.staff import Staff, StaffMember
from storage.work import Work

ANNOUNCED = ("new", "emergency_hold")
"""Statuses in which a case that waits is told to the group."""
_WAITS = sa.text("cases.queue_rank IS NOT NULL AND cases.status IN ('new', 'emergency_hold')")


@dataclass(frozen=True, slots=True)
class Notice:
    """What the group was told of a case. `message_ref` is the provider's reference, empty before it was sent; `look_at` when to look again.

    `reminded_for` and `escalated_for` are the deadlines that were told of already.
    """

    case_pk: int
    case_id: str
    tries: int
    message_ref: str
    settled_at: datetime | None
    reminded_for: datetime | None
    escalated_for: datetime | None


class StaffGroup:
    """The tables `pairing_codes`, `staff_chats` and `group_notices`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def issue(self, staff_ref: str, code: str, expires_at: datetime) -> None:
        """Remember a pairing code by its SHA-256; an earlier one of this person counts no more."""
        self._work.change(sa.delete(pairing_codes).where(pairing_codes.c.staff_ref == staff_ref))
        self._work.connection.execute(sa.insert(pairing_codes).values(sha256=_sha256(code), staff_ref=staff_ref, expires_at=expires_at))

    def pair(self, code: str, account: str, at: datetime, now: datetime) -> StaffMember | None:
        """Spend a code: the account is this person's from now on, and nobody else's. None for a code that does not count."""
        live = (pairing_codes.c.sha256 == _sha256(code), pairing_codes.c.used_at.is_(None), pairing_codes.c.expires_at > now)
        spent = sa.update(pairing_codes).where(*live).values(used_at=at).returning(pairing_codes.c.staff_ref)
        row = self._work.connection.execute(spent).first()
        member = None if row is None else Staff(self._work).by_ref(row.staff_ref)
        if member is None or not member.active:
            return None
        blind = self._blind(account)
        mine = (staff_chats.c.staff_ref == member.staff_ref) | (staff_chats.c.blind == blind)
        self._work.change(sa.delete(staff_chats).where(mine))
        sealed = self._work.vault.seal(f"staff_chats.account:{member.staff_ref}", account)
        values = {"staff_ref": member.staff_ref, "blind": blind, "account": sealed, "paired_at": at}
        self._work.connection.execute(sa.insert(staff_chats).values(**values))
        return member

    def unpair(self, staff_ref: str) -> bool:
        """Forget a person's account; False when there was none."""
        return self._work.change(sa.delete(staff_chats).where(staff_chats.c.staff_ref == staff_ref)) > 0

    def member(self, account: str) -> StaffMember | None:
        """The active member of the staff behind an account; None for everyone else."""
        row = self._work.one(sa.select(staff_chats.c.staff_ref).where(staff_chats.c.blind == self._blind(account)))
        member = None if row is None else Staff(self._work).by_ref(row.staff_ref)
        return member if member is not None and member.active else None

    def account_of(self, staff_ref: str) -> str:
        """A person's account; empty when none is paired."""
        row = self._work.one(sa.select(staff_chats.c.account).where(staff_chats.c.staff_ref == staff_ref))
        return "" if row is None else self._work.vault.open(f"staff_chats.account:{staff_ref}", row.account)

    def to_announce(self, now: datetime, limit: int, again_after: timedelta) -> list[Notice]:
        """Take cases to tell the group of: those that wait untold, or wait again, and those whose telling failed.

        Each is due again after `again_after`, unless it was told by then.
        """
        self._note_waiting(now, limit)
        due = _NOTICES.where(group_notices.c.send_at.is_not(None), group_notices.c.send_at <= now).order_by(group_notices.c.send_at)
        taken = self._take(due, limit)
        self._set(taken, send_at=now + again_after, tries=group_notices.c.tries + 1)
        return taken

    def _note_waiting(self, now: datetime, limit: int) -> None:
        """A notice for every case that waits without one; an old one begins anew where the case came back to the queue."""
        waiting = sa.select(cases.c.id, group_notices.c.case_pk).outerjoin(group_notices, group_notices.c.case_pk == cases.c.id)
        waiting = waiting.where(
            _WAITS, cases.c.claimed_by == "", group_notices.c.case_pk.is_(None) | group_notices.c.settled_at.is_not(None)
        )
        rows = self._work.all(waiting.order_by(cases.c.id).limit(literal_int(limit)))
        fresh = [{"case_pk": row.id, "noticed_at": now, "send_at": now} for row in rows if row.case_pk is None]
        if fresh:
            self._work.connection.execute(on_conflict_nothing(group_notices, self._work.postgres), fresh)
        back = [row.case_pk for row in rows if row.case_pk is not None]
        if back:
            anew = {"settled_at": None, "send_at": now, "tries": 0, "message_ref": ""}
            again = (group_notices.c.case_pk.in_(back), group_notices.c.settled_at.is_not(None))
            self._work.change(sa.update(group_notices).where(*again).values(**anew))

    def told(self, case_pk: int, message_ref: str, look_at: datetime | None) -> None:
        """The group knows; look at the case again at `look_at`."""
        self._set_one(case_pk, message_ref=message_ref, send_at=None, look_at=look_at)

    def give_up(self, case_pk: int) -> None:
        """Do not try to tell any more."""
        self._set_one(case_pk, send_at=None)

    def to_look(self, now: datetime, limit: int, again_after: timedelta) -> list[Notice]:
        """Take notices whose case is to be looked at; each is due again after `again_after` unless it is set otherwise."""
        due = _NOTICES.where(group_notices.c.look_at.is_not(None), group_notices.c.look_at <= now).order_by(group_notices.c.look_at)
        taken = self._take(due, limit)
        self._set(taken, look_at=now + again_after)
        return taken

    def looked(self, case_pk: int, look_at: datetime | None, **told_of: datetime) -> None:
        """Look again at `look_at` (None: never); `told_of` names the deadlines that were told of (`reminded_for`, `escalated_for`)."""
        self._set_one(case_pk, look_at=look_at, **told_of)

    def to_settle(self, now: datetime, limit: int) -> list[Notice]:
        """Take the notices whose case waits for nobody any more; each is taken once."""
        over = sa.text("(cases.claimed_by <> '' OR cases.queue_rank IS NULL OR cases.status NOT IN ('new', 'emergency_hold'))")
        taken = self._take(_NOTICES.where(sa.text("group_notices.settled_at IS NULL"), over).order_by(group_notices.c.case_pk), limit)
        self._set(taken, settled_at=now, send_at=None)
        return taken

    def _take(self, select: sa.Select[Any], limit: int) -> list[Notice]:
        rows = self._work.all(select.limit(literal_int(limit)).with_for_update(of=group_notices, skip_locked=True))
        return [
            Notice(row.case_pk, row.case_id, row.tries, row.message_ref, row.settled_at, row.reminded_for, row.escalated_for)
            for row in rows
        ]

    def _set(self, taken: list[Notice], **values: Any) -> None:  # noqa: ANN401 - column values
        if taken:
            here = group_notices.c.case_pk.in_([notice.case_pk for notice in taken])
            self._work.change(sa.update(group_notices).where(here).values(**values))

    def _set_one(self, case_pk: int, **values: Any) -> None:  # noqa: ANN401 - column values
        self._work.change(sa.update(group_notices).where(group_notices.c.case_pk == case_pk).values(**values))

    def _blind(self, account: str) -> str:
        return self._work.vault.blind("staff_chat", account)


_NOTICES = sa.select(group_notices, cases.c.case_id).join(cases, cases.c.id == group_notices.c.case_pk)


def _sha256(code: str) -> str:
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()
