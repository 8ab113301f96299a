"""The inbox: each delivery of a provider counts once; what could not be handled is parked here, encrypted, and tried again.

Knows keys and raw deliveries; must not know what they mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.work import Work

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
        raise NotImplementedError

    def park(self, key: InboxKey, raw: str, at: datetime, *, next_try_at: datetime | None, reason: str) -> int:
        """Keep a delivery whose handling failed, sealed, for a later try; returns the row's id. `reason` is a code, never words."""
        raise NotImplementedError

    def due_retries(self, real_now: datetime, limit: int, lease: timedelta = LEASE) -> list[Parked]:
        """Take parked deliveries that are due, oldest first, for this worker alone until `real_now + lease` (commit at once)."""
        raise NotImplementedError

    def mark_done(self, parked_id: int) -> None:
        """The parked delivery was handled, in this very transaction: its raw form is dropped, its key stays."""
        raise NotImplementedError

    def retry_at(self, parked_id: int, next_try_at: datetime | None, reason: str) -> int:
        """One more try failed; None gives up (a dead letter). Returns the number of failed tries."""
        raise NotImplementedError

    def list_parked(self, after_id: int = 0, limit: int = 100) -> list[Parked]:
        """Everything parked or waiting for a retry, in order of arrival, keyset by id."""
        raise NotImplementedError

    def replay(self, parked_id: int, real_now: datetime) -> bool:
        """Make a dead letter due again with fresh tries; False when it is not parked."""
        raise NotImplementedError
