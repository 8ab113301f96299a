"""Failed sign-ins counted by key, so that guessing gets slower in every process at once.

Knows keys (hashes, never an e-mail or an address) and counts; must not know how long a failure weighs or what a key stands for.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.columns import on_conflict_nothing
from storage.models import sign_in_failures
from storage.work import Work

Delay = Callable[[int], float]
"""Failures in a row -> seconds until the next try."""


_CLOCK = 1.0
"""Seconds by which clocks of several machines may differ; a wait longer than it can be means the clock was set back, and binds nobody."""


class Throttle:
    """The `sign_in_failures` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def reserve(self, key: str, now: datetime, forgotten_before: datetime, delay: Delay) -> float:
        """Count a try as failed before it is judged; or the seconds still to wait, in which case nothing is counted.

        Taking the place first is what stops a hundred guesses sent at once. A count last raised before `forgotten_before` starts anew.
        """
        table = sign_in_failures
        insert = on_conflict_nothing(table, self._work.postgres, "key").values(key=key, failures=0, last_at=now, open_at=now)
        self._work.connection.execute(insert)
        row = self._work.connection.execute(sa.select(table).where(table.c.key == key).with_for_update()).one()
        wait = float((row.open_at - now).total_seconds())
        if 0 < wait <= delay(row.failures) + _CLOCK:
            return wait
        failures = 1 if row.last_at < forgotten_before else row.failures + 1
        self._set(key, failures, now, delay)
        return 0.0

    def clear(self, key: str) -> None:
        """The right person has come: forget the failures."""
        self._work.change(sa.delete(sign_in_failures).where(sign_in_failures.c.key == key))

    def give_back(self, key: str, now: datetime, delay: Delay) -> None:
        """Take one reserved try back."""
        row = self._work.one(sa.select(sign_in_failures).where(sign_in_failures.c.key == key))
        if row is not None:
            self._set(key, max(0, row.failures - 1), now, delay)

    def forget(self, before: datetime) -> int:
        """Remove counts last raised before `before`; how many."""
        return self._work.change(sa.delete(sign_in_failures).where(sign_in_failures.c.last_at < before))

    def _set(self, key: str, failures: int, now: datetime, delay: Delay) -> None:
        open_at = now + timedelta(seconds=delay(failures))
        update = sa.update(sign_in_failures).where(sign_in_failures.c.key == key)
        self._work.change(update.values(failures=failures, last_at=now, open_at=open_at))
