"""Each call to a provider as a row: begun before the call, ended after it. What was begun and never ended has an unknown outcome.

Used by `outbox.py` alone; must not know why a call ended as it did.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from storage.models import send_attempts
from storage.work import Work

_OPEN = send_attempts.c.ended_at.is_(None)


@dataclass(frozen=True, slots=True)
class Doubt:
    """How many calls of a send ended without a known outcome, and whether the last one did.

    The last one counts, not the row's state: a worker that dies after it took an uncertain row leaves it uncertain.
    """

    unknowns: int = 0
    last: bool = False


class SendAttempts:
    """The `send_attempts` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def begin(self, outbox_id: int, number: int, real_now: datetime) -> int:
        """A call is about to be made; returns the attempt's id."""
        row = {"outbox_id": outbox_id, "number": number, "started_at": real_now}
        return int(self._work.connection.execute(sa.insert(send_attempts).values(**row).returning(send_attempts.c.id)).scalar_one())

    def end(self, outbox_id: int, outcome: str, code: str, real_now: datetime) -> None:
        """The open call of a send, if any, ended."""
        ended = {"outcome": outcome, "code": code, "ended_at": real_now}
        self._work.change(sa.update(send_attempts).where(send_attempts.c.outbox_id == outbox_id, _OPEN).values(**ended))

    def lost(self, outbox_ids: Sequence[int], real_now: datetime) -> dict[int, Doubt]:
        """Calls whose process died have an unknown outcome; returns what is not known of each send that was ever called for."""
        mine = send_attempts.c.outbox_id.in_(outbox_ids)
        ended = {"outcome": "unknown", "code": "lost", "ended_at": real_now}
        self._work.change(sa.update(send_attempts).where(mine, _OPEN).values(**ended))
        select = sa.select(send_attempts.c.outbox_id, send_attempts.c.outcome).where(mine).order_by(send_attempts.c.number)
        outcomes: dict[int, list[str]] = {}
        for row in self._work.all(select):
            outcomes.setdefault(int(row.outbox_id), []).append(row.outcome)
        return {sent: Doubt(each.count("unknown"), last=each[-1] == "unknown") for sent, each in outcomes.items()}
