"""A case that changes hands: handed over by its holder, or taken from one who left it lying. Each is one compare-and-set.

Knows holders and times; must not know roles. Claiming and releasing are `cases.py`.
"""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from storage.models import cases, timeline
from storage.work import Work


class Claims:
    """The holder's columns of the `cases` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def hand_over(self, case_id: str, holder: str, to: str, at: datetime) -> bool:
        """Give a case to a colleague. False when `holder` does not hold it any more."""
        return self._change(case_id, holder, to, at)

    def take(self, case_id: str, holder: str, by: str, at: datetime, *, idle_before: datetime) -> bool:
        """Take a case whose holder has done nothing with it since `idle_before`. False when another was faster, or it is not idle."""
        row = self._work.one(sa.select(cases.c.id).where(cases.c.case_id == case_id, cases.c.claimed_by == holder).with_for_update())
        last = self.last_acts([row.id]).get(row.id) if row is not None else None
        return last is not None and last < idle_before and self._change(case_id, holder, by, at)

    def last_acts(self, case_pks: Sequence[int]) -> dict[int, datetime]:
        """When each holder last did anything with their case: the claim itself, or a later step of theirs."""
        acts = sa.select(timeline.c.case_pk, sa.func.max(timeline.c.at).label("at")).join(cases, cases.c.id == timeline.c.case_pk)
        acts = acts.where(timeline.c.case_pk.in_(case_pks), timeline.c.actor == cases.c.claimed_by).group_by(timeline.c.case_pk)
        stepped = {row.case_pk: row.at for row in self._work.all(acts)}
        held = sa.select(cases.c.id, cases.c.claimed_at).where(cases.c.id.in_(case_pks), cases.c.claimed_by != "")
        return {row.id: max(row.claimed_at, stepped.get(row.id, row.claimed_at)) for row in self._work.all(held) if row.claimed_at}

    def _change(self, case_id: str, holder: str, to: str, at: datetime) -> bool:
        theirs = (cases.c.case_id == case_id, cases.c.claimed_by == holder, cases.c.claimed_by != "")
        given = {"claimed_by": to, "claimed_at": at, "version": cases.c.version + 1}
        return self._work.change(sa.update(cases).where(*theirs).values(**given)) > 0
