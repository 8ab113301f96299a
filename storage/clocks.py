"""The clocks of a case: first response, next response, resolution, with every pause as a row of its own.

Knows times and kinds; which step starts or ends a clock stands in `bot/case_clocks.py`. `cases.due_at` is kept as the soonest deadline
that runs, and `cases.paused_at` while the case waits for the patient, so that the queue can be ordered by them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal, TypeAlias

import sqlalchemy as sa

from flows.opening_hours import ALWAYS, OpeningHours
from storage.columns import on_conflict_nothing
from storage.models import cases, clock_pauses, clocks
from storage.work import Work

ClockKind: TypeAlias = Literal["first_response", "next_response", "resolution"]
ClockState: TypeAlias = Literal["pending", "imminent", "breached", "paused", "achieved", "cancelled"]
EVERY: Final[tuple[ClockKind, ...]] = ("first_response", "next_response", "resolution")
SOON: Final = timedelta(hours=1)
"""A deadline this near is imminent; for a short target, its last quarter is."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock. `due_at` has moved by every pause that is over."""

    kind: ClockKind
    started_at: datetime
    due_at: datetime
    ended: str
    ended_at: datetime | None
    paused: bool = False

    def state(self, now: datetime, hours: OpeningHours = ALWAYS) -> ClockState:
        """How it stands at `now`, counted in `hours`; one that ended late stays breached."""
        if self.ended == "cancelled":
            return "cancelled"
        if self.ended_at is not None:
            return "achieved" if self.ended_at <= self.due_at else "breached"
        if self.paused:
            return "paused"
        return state_at(self.due_at, now, self.started_at, hours)


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which no clock of the case ran, and why; `resumed_at` None while it lasts."""

    paused_at: datetime
    paused_by: str
    reason: str
    resumed_at: datetime | None
    resumed_by: str


def state_at(due_at: datetime, now: datetime, since: datetime, hours: OpeningHours = ALWAYS) -> ClockState:
    """The state of a deadline that runs since `since`, in `hours`."""
    if now > due_at:
        return "breached"
    return "imminent" if hours.between(now, due_at) <= min(SOON, hours.between(since, due_at) / 4) else "pending"


class Clocks:
    """The `clocks` and `clock_pauses` tables. Every change keeps the case's own columns in step."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def start(self, case_pk: int, kind: ClockKind, at: datetime, due_at: datetime) -> bool:
        """Start a clock unless one of its kind runs already."""
        insert = on_conflict_nothing(clocks, self._work.postgres).returning(clocks.c.id)
        started = self._work.one(insert.values(case_pk=case_pk, kind=kind, started_at=at, due_at=due_at)) is not None
        self._settle(case_pk)
        return started

    def end(self, case_pk: int, kinds: Sequence[ClockKind], at: datetime, ended: Literal["met", "cancelled"] = "met") -> int:
        """End the running clocks of these kinds; how many ran. A pause ends with the last of them."""
        running = (clocks.c.case_pk == case_pk, clocks.c.kind.in_(kinds), sa.text("ended = ''"))
        count = self._work.change(sa.update(clocks).where(*running).values(ended=ended, ended_at=at))
        self._settle(case_pk)
        return count

    def reopen(self, case_pk: int, kinds: Sequence[ClockKind], ended_at: datetime) -> int:
        """What ended these clocks at that moment was taken back: they run on as if it had not been."""
        same = (clocks.c.case_pk == case_pk, clocks.c.kind.in_(kinds), clocks.c.ended_at == ended_at, sa.text("ended = 'met'"))
        count = self._work.change(sa.update(clocks).where(*same).values(ended="", ended_at=None))
        self._settle(case_pk)
        return count

    def pause(self, case_pk: int, at: datetime, by: str, reason: str) -> bool:
        """Stop every clock of the case from now on; False when they stand still already."""
        insert = on_conflict_nothing(clock_pauses, self._work.postgres).returning(clock_pauses.c.id)
        paused = self._work.one(insert.values(case_pk=case_pk, paused_at=at, paused_by=by, reason=reason)) is not None
        self._settle(case_pk)
        return paused

    def resume(self, case_pk: int, at: datetime, by: str, hours: OpeningHours = ALWAYS) -> bool:
        """Let them run again, each with what it had left of `hours`. False when they run.

        A deadline that had passed before the pause stays passed by as much.
        """
        standing = self._standing(case_pk)
        if standing is None:
            return False
        over = {"resumed_at": at, "resumed_by": by}
        self._work.change(sa.update(clock_pauses).where(clock_pauses.c.id == standing.id).values(**over))
        for row in self._running(case_pk):
            stood_from = max(standing.paused_at, row.started_at)
            left = hours.between(stood_from, row.due_at)
            moved = hours.later(at, left) if row.due_at > stood_from else row.due_at + (at - stood_from)
            self._due(row.id, max(moved, row.due_at))
        self._settle(case_pk)
        return True

    def hasten(self, case_pk: int, at: datetime, hours: OpeningHours) -> None:
        """What each clock has left of `hours` passes by the wall clock from `at` on, or from the end of the pause that lasts."""
        standing = self._standing(case_pk)
        for row in self._running(case_pk):
            since = max(standing.paused_at if standing is not None else at, row.started_at)
            if row.due_at > since:
                self._due(row.id, since + hours.between(since, row.due_at))
        self._settle(case_pk)

    def bring_forward(self, case_pk: int, kinds: Sequence[ClockKind], at: datetime, within: timedelta) -> None:
        """No running clock of these kinds is due later than `within` from `at`, or from the end of the pause that lasts."""
        standing = self._standing(case_pk)
        for row in self._running(case_pk):
            soonest = max(standing.paused_at if standing is not None else at, row.started_at) + within
            if row.kind in kinds and row.due_at > soonest:
                self._due(row.id, soonest)
        self._settle(case_pk)

    def of(self, case_pk: int) -> list[Clock]:
        """Every clock of a case, oldest first."""
        paused = bool(self.pauses(case_pk, standing=True))
        rows = self._work.all(sa.select(clocks).where(clocks.c.case_pk == case_pk).order_by(clocks.c.id))
        return [Clock(row.kind, row.started_at, row.due_at, row.ended, row.ended_at, paused) for row in rows]

    def running(self, case_pk: int) -> set[str]:
        """The kinds that run, or stand still in a pause."""
        return {str(row.kind) for row in self._running(case_pk)}

    def pauses(self, case_pk: int, *, standing: bool = False) -> list[Pause]:
        """The case's pauses, oldest first; only the one that lasts, if `standing`."""
        select = sa.select(clock_pauses).where(clock_pauses.c.case_pk == case_pk).order_by(clock_pauses.c.id)
        rows = self._work.all(select.where(clock_pauses.c.resumed_at.is_(None)) if standing else select)
        return [Pause(row.paused_at, row.paused_by, row.reason, row.resumed_at, row.resumed_by) for row in rows]

    def _standing(self, case_pk: int) -> sa.Row[Any] | None:
        return self._work.one(sa.select(clock_pauses).where(clock_pauses.c.case_pk == case_pk, clock_pauses.c.resumed_at.is_(None)))

    def _running(self, case_pk: int) -> Sequence[sa.Row[Any]]:
        return self._work.all(sa.select(clocks).where(clocks.c.case_pk == case_pk, sa.text("ended = ''")))

    def _due(self, clock_pk: int, due_at: datetime) -> None:
        self._work.change(sa.update(clocks).where(clocks.c.id == clock_pk).values(due_at=due_at))

    def _settle(self, case_pk: int) -> None:
        """Bring the case's own columns in step."""
        stands = sa.select(clock_pauses.c.paused_at).where(clock_pauses.c.case_pk == case_pk, clock_pauses.c.resumed_at.is_(None))
        runs = sa.select(sa.func.min(clocks.c.due_at)).where(clocks.c.case_pk == case_pk, sa.text("ended = ''"))
        runs = runs.where(~sa.exists(stands))
        kept = {"due_at": runs.scalar_subquery(), "paused_at": stands.scalar_subquery()}
        self._work.change(sa.update(cases).where(cases.c.id == case_pk).values(**kept))
