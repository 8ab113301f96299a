"""How open conversations stand, counted: by status, open step and how its question was asked. No session is opened for it.

Knows columns; must not know what a release does to them (`flows/release.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from storage.codec import RENAMED
from storage.models import conversations
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Standing:
    """So many conversations stand alike. `step` is the question's id of today where it was renamed, `was` as it is stored."""

    status: str
    step: str
    was: str
    asked: str
    count: int


def standings(work: Work) -> Sequence[Standing]:
    """Every group of live conversations, by step; those with no open question have an empty one."""
    by = [conversations.c[name] for name in ("status", "step", "asked")]
    counted = sa.select(*by, sa.func.count().label("found")).where(conversations.c.ended_at.is_(None)).group_by(*by).order_by(*by)
    rows = work.all(counted)
    return [Standing(row.status, RENAMED.get(row.step, row.step), row.step, row.asked, row.found) for row in rows]
