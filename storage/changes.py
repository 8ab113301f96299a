"""What has changed since somebody last looked: for the console's live pages, on both engines and across processes.

Knows row numbers and codes; never a word. Numbers given out by a sequence may become visible out of order, so a look reaches back over
the last of them and the reader remembers what it has seen.
"""

import hashlib
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from storage.columns import literal_int
from storage.models import attachments, cases, messages, notes, outbox, timeline
from storage.work import Work

REACH: Final = 64
"""How many numbers a look reaches back."""
MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a case, as the queue's live page needs it."""

    number: int
    case_id: str
    action: str
    to_status: str
    status: str
    priority: str
    queued: bool


class Changes:
    """Reads over the timeline and a case's own rows."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def newest(self) -> int:
        """The number of the newest step of any case, 0 before the first."""
        return int(self._work.connection.execute(sa.select(sa.func.coalesce(sa.func.max(timeline.c.id), 0))).scalar_one())

    def since(self, number: int) -> list[Change]:
        """Steps above `number`, and the last few before it, in order of their number. Two walks by key: a join might begin at the cases."""
        told = (timeline.c.id, timeline.c.case_pk, timeline.c.action, timeline.c.to_status)
        select = sa.select(*told).where(timeline.c.id > max(0, number - REACH)).order_by(timeline.c.id)
        steps = self._work.all(select.limit(literal_int(MOST)))
        own = sa.select(*(cases.c[name] for name in ("id", "case_id", "status", "priority", "queue_rank")))
        known = {row.id: row for row in self._work.all(own.where(cases.c.id.in_({step.case_pk for step in steps})))} if steps else {}
        return [_change(step, known[step.case_pk]) for step in steps if step.case_pk in known]

    def fingerprint(self, conversation_id: int, case_pk: int) -> str:
        """A digest that differs as soon as anything of a case does: its row, messages, sends, files, notes."""
        conversation = {"outbox": outbox, "messages": messages, "attachments": attachments}
        parts: list[object] = [self._work.one(sa.select(cases.c.version, cases.c.paused_at, cases.c.due_at).where(cases.c.id == case_pk))]
        parts.append(self._work.one(sa.select(sa.func.count(), sa.func.max(notes.c.id)).where(notes.c.case_pk == case_pk)))
        parts.append(self._work.one(sa.select(sa.func.max(timeline.c.id)).where(timeline.c.case_pk == case_pk)))
        states = {
            "outbox": (outbox.c.n, outbox.c.state),
            "messages": (sa.func.count(),),
            "attachments": (attachments.c.n, attachments.c.state),
        }
        for name, table in conversation.items():
            select = sa.select(*states[name]).where(table.c.conversation_id == conversation_id)
            rows = self._work.all(select if name == "messages" else select.order_by(table.c.n))
            parts.append([tuple(row) for row in rows])
        return hashlib.sha256(repr([tuple(p) if isinstance(p, sa.Row) else p for p in parts]).encode()).hexdigest()[:16]


def _change(step: sa.Row[Any], case: sa.Row[Any]) -> Change:
    return Change(step.id, case.case_id, step.action, step.to_status, case.status, case.priority, case.queue_rank is not None)
