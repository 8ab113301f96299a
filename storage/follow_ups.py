"""Follow-up seen across people: check-ins by where they stand, how the schedule was kept, answers of many cases at once. Reads only.

Knows rows and which index serves each question; must not know what an answer means. Every question is bound by the days it asks about.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal, TypeAlias, get_args

import sqlalchemy as sa

from storage.check_ins import SELECT, Answered, CheckIn, answered_row, read_row
from storage.columns import literal_int
from storage.models import alarms, cases, check_in_plans, check_ins
from storage.work import Work

Standing: TypeAlias = Literal["due", "unanswered", "overdue"]
STANDINGS: Final[tuple[Standing, ...]] = get_args(Standing)

LONGEST: Final = timedelta(days=100)
"""No window is longer than this from its due day, so the index over due days bounds every question."""
WAITING: Final = ("planned", "sent", "escalated")


@dataclass(frozen=True, slots=True)
class Kept:
    """How many check-ins of a milestone ended in a state, among those whose window has closed or that were answered.

    `asked`: how many of them a text asked for, or were answered all the same; the others nobody was asked.
    """

    milestone: str
    state: str
    count: int
    asked: int


@dataclass(frozen=True, slots=True)
class Told:
    """What one case told at one check-in, with the case's conditions, main one first."""

    case_pk: int
    conditions: tuple[str, ...]
    answered: Answered


class FollowUps:
    """Questions about the tables `check_ins` and `check_in_plans`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def listed(self, standing: Standing, now: datetime, days: int, milestone: str = "", limit: int = 200) -> list[CheckIn]:
        """Check-ins that stand so, the earliest due first. `due` looks `days` ahead, `overdue` so far back; see `_where`."""
        wanted = [*_where(standing, now, timedelta(days=days)), *([check_ins.c.milestone == milestone] if milestone else [])]
        rows = self._work.all(SELECT.where(*wanted).order_by(check_ins.c.due_at, check_ins.c.id).limit(literal_int(limit)))
        return [read_row(row) for row in rows]

    def count(self, standing: Standing, now: datetime, days: int, milestone: str = "") -> int:
        """How many stand so."""
        wanted = [*_where(standing, now, timedelta(days=days)), *([check_ins.c.milestone == milestone] if milestone else [])]
        return int(self._work.connection.execute(sa.select(sa.func.count()).select_from(check_ins).where(*wanted)).scalar_one())

    def kept(self, since: datetime, now: datetime) -> list[Kept]:
        """How the schedule was kept since then; a check-in whose window is open and that has no answer is not counted yet."""
        settled = sa.or_(check_ins.c.window_ends_at <= now, check_ins.c.state.in_(("answered", "partial")))
        asked = sa.or_(check_ins.c.sent_at.is_not(None), check_ins.c.state.in_(("answered", "partial")))
        counts = (sa.func.count().label("n"), sa.func.sum(sa.case((asked, 1), else_=0)).label("asked"))
        of = sa.select(check_ins.c.milestone, check_ins.c.state, *counts)
        of = of.where(check_ins.c.due_at >= since, check_ins.c.due_at <= now, settled).group_by(check_ins.c.milestone, check_ins.c.state)
        return [Kept(row.milestone, row.state, int(row.n), int(row.asked)) for row in self._work.all(of)]

    def lately(self, since: datetime, limit: int = 500) -> list[int]:
        """Cases that answered a check-in since then, the latest first."""
        told = (check_ins.c.answers.is_not(None), check_ins.c.ended_at >= since, check_ins.c.due_at >= since - LONGEST)
        # a sum is no index's column, so that the days bound the walk and not the grouping
        case_pk = check_ins.c.case_pk + sa.literal_column("0")
        of = sa.select(case_pk.label("case_pk")).where(*told).group_by(case_pk).order_by(sa.func.max(check_ins.c.ended_at).desc())
        return [int(row.case_pk) for row in self._work.all(of.limit(literal_int(limit)))]

    def alarmed(self, since: datetime, limit: int = 500) -> list[int]:
        """Cases with a plan of follow-up in which words of danger were said since then, the latest first."""
        of = sa.select(alarms.c.case_pk).join(check_in_plans, check_in_plans.c.case_pk == alarms.c.case_pk)
        of = of.where(alarms.c.raised_at >= since, alarms.c.raised_at >= check_in_plans.c.created_at).order_by(alarms.c.raised_at.desc())
        return list(dict.fromkeys(int(row.case_pk) for row in self._work.all(of.limit(literal_int(limit)))))

    def told(self, case_pks: Sequence[int]) -> dict[int, list[Answered]]:
        """What several cases told so far, each in order of due time."""
        of = sa.select(check_ins).where(check_ins.c.answers.is_not(None), check_ins.c.case_pk.in_(case_pks)).order_by(check_ins.c.due_at)
        found: dict[int, list[Answered]] = {}
        for row in self._work.all(of) if case_pks else []:
            found.setdefault(row.case_pk, []).append(answered_row(self._work, row))
        return found

    def everything(self, limit: int) -> list[Told]:
        """Every answered check-in of treated people, in order of case and due time, at most `limit`."""
        of = sa.select(check_ins, cases.c.case_id, cases.c.summary).join(cases, cases.c.id == check_ins.c.case_pk)
        of = of.join(check_in_plans, check_in_plans.c.case_pk == check_ins.c.case_pk).where(check_ins.c.answers.is_not(None))
        rows = self._work.all(of.order_by(check_ins.c.case_pk, check_ins.c.due_at).limit(literal_int(limit)))
        known: dict[int, tuple[str, ...]] = {}
        for row in rows:
            if row.case_pk not in known:
                known[row.case_pk] = self._conditions(row)
        return [Told(row.case_pk, known[row.case_pk], answered_row(self._work, row)) for row in rows]

    def _conditions(self, row: sa.Row[Any]) -> tuple[str, ...]:
        if row.summary is None:
            return ()
        summary: Mapping[str, Any] = json.loads(self._work.vault.open(f"cases.summary:{row.case_id}", row.summary))
        return tuple(summary.get("indication", ()))


def _where(standing: Standing, now: datetime, span: timedelta) -> tuple[sa.ColumnElement[bool], ...]:
    """Due: not asked yet, window still ahead or open. Unanswered: asked, window open. Overdue: the window passed without an answer."""
    open_ = (check_ins.c.state.in_(WAITING), check_ins.c.window_ends_at > now, check_ins.c.due_at > now - LONGEST)
    match standing:
        case "due":
            return (*open_, check_ins.c.invited_at.is_(None), check_ins.c.due_at <= now + span)
        case "unanswered":
            return (*open_, check_ins.c.invited_at.is_not(None))
        case "overdue":
            passed = (check_ins.c.window_ends_at <= now, check_ins.c.window_ends_at > now - span)
            return (check_ins.c.state.in_((*WAITING, "missed")), *passed, check_ins.c.due_at > now - span - LONGEST)
