"""The inbox: each delivery of a provider counts once; what could not be handled is parked here, encrypted, and tried again.

Knows keys and raw deliveries; must not know what they mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from storage.columns import literal_int, on_conflict_nothing
from storage.models import inbox
from storage.work import Work

_KEY = (inbox.c.channel, inbox.c.account, inbox.c.external_id)

LEASE = timedelta(minutes=2)
"""How long a parked delivery handed to one worker is kept from the others (real time)."""


@dataclass(frozen=True, slots=True, order=True)
class InboxKey:
    """What makes a delivery unique. `account` is the bot or the number it came to: Telegram's user ids are equal across bots."""

    channel: str
    account: str
    external_id: str


@dataclass(frozen=True, slots=True)
class Parked:
    """A delivery that could not be handled. `next_try_at` (real time) is None when no further try is planned."""

    id: int
    key: InboxKey
    raw: str
    attempts: int
    reason: str
    received_at: datetime
    next_try_at: datetime | None


class Inbox:
    """The `inbox` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def accept(self, keys: Sequence[InboxKey], at: datetime) -> set[InboxKey]:
        """Record deliveries and return those never seen before, in one statement. Must be the first statement of a turn's transaction.

        A key that stands twice in `keys` is returned once; the caller lets its first occurrence count.
        """
        if not keys:
            return set()
        rows = [{"channel": key.channel, "account": key.account, "external_id": key.external_id, "received_at": at} for key in sorted(keys)]
        insert = on_conflict_nothing(inbox, self._work.postgres, "channel", "account", "external_id").returning(*_KEY)
        return {InboxKey(*row) for row in self._work.connection.execute(insert, rows)}

    def park(self, key: InboxKey, raw: str, at: datetime, *, next_try_at: datetime | None, reason: str) -> int:
        """Keep a delivery whose handling failed, sealed, for a later try; returns the row's id. `reason` is a code, never words."""
        row = {"channel": key.channel, "account": key.account, "external_id": key.external_id, "received_at": at}
        self._work.connection.execute(on_conflict_nothing(inbox, self._work.postgres, "channel", "account", "external_id"), [row])
        kept = {"state": "parked", "raw": self._work.vault.seal(_place(key), raw), "reason": reason, "next_try_at": next_try_at}
        update = sa.update(inbox).where(*(column == row[column.name] for column in _KEY)).values(**kept).returning(inbox.c.id)
        return int(self._work.connection.execute(update).scalar_one())

    def due_retries(self, real_now: datetime, limit: int, lease: timedelta = LEASE) -> list[Parked]:
        """Take parked deliveries that are due, oldest first, for this worker alone until `real_now + lease` (commit at once)."""
        due = sa.select(inbox).where(inbox.c.next_try_at.is_not(None), inbox.c.next_try_at <= real_now)
        rows = self._work.all(due.order_by(inbox.c.next_try_at, inbox.c.id).limit(literal_int(limit)).with_for_update(skip_locked=True))
        taken = [row.id for row in rows]
        if taken:
            held = {"state": "retrying", "next_try_at": real_now + lease}
            self._work.change(sa.update(inbox).where(inbox.c.id.in_(taken)).values(**held))
        return [self._parked(row) for row in sorted(rows, key=lambda row: int(row.id))]

    def mark_done(self, parked_id: int) -> None:
        """The parked delivery was handled, in this very transaction: its raw form is dropped, its key stays."""
        done = {"state": "done", "raw": None, "next_try_at": None}
        self._work.change(sa.update(inbox).where(inbox.c.id == parked_id).values(**done))

    def retry_at(self, parked_id: int, next_try_at: datetime | None, reason: str) -> int:
        """One more try failed; None gives up (a dead letter). Returns the number of failed tries."""
        again = {"state": "parked", "next_try_at": next_try_at, "reason": reason, "attempts": inbox.c.attempts + 1}
        update = sa.update(inbox).where(inbox.c.id == parked_id).values(**again).returning(inbox.c.attempts)
        return int(self._work.connection.execute(update).scalar_one())

    def list_parked(self, after_id: int = 0, limit: int = 100) -> list[Parked]:
        """Everything parked or waiting for a retry, in order of arrival, keyset by id."""
        parked = sa.select(inbox).where(sa.text("state <> 'done'"), inbox.c.id > after_id)
        return [self._parked(row) for row in self._work.all(parked.order_by(inbox.c.id).limit(literal_int(limit)))]

    def replay(self, parked_id: int, real_now: datetime) -> bool:
        """Make a dead letter due again with fresh tries; False when it is not parked."""
        again = {"state": "parked", "next_try_at": real_now, "attempts": 0}
        return self._work.change(sa.update(inbox).where(inbox.c.id == parked_id, inbox.c.raw.is_not(None)).values(**again)) > 0

    def _parked(self, row: sa.Row[Any]) -> Parked:
        key = InboxKey(row.channel, row.account, row.external_id)
        raw = self._work.vault.open(_place(key), row.raw)
        return Parked(row.id, key, raw, row.attempts, row.reason, row.received_at, row.next_try_at)


def _place(key: InboxKey) -> str:
    return f"inbox.raw:{key.channel}/{key.account}/{key.external_id}"
