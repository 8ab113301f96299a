"""`/follow-up`: whose check-in is due, unanswered or overdue, who got worse, how the schedule was kept; and cohorts over all conditions.

Knows pages and what their addresses ask for; must not know how a figure is made (`bot/follow_up.py`, `bot/cohorts.py`). What many answers
are read for is read beside the writer, after the look was noted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal, TypeAlias, get_args
from urllib.parse import urlencode

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.cohorts import ALL, SMALL, UNKNOWN, Group, cohorts
from bot.console import follow_up_view, labels, times, wording
from bot.console.layout import Refused, Visit, page
from bot.console.queue_view import Line, Reader
from bot.follow_up import Scale, worse_now
from bot.wiring import Parts
from flows.protocol import load
from storage.check_ins import CheckIn
from storage.follow_ups import STANDINGS, Standing
from storage.unit_of_work import UnitOfWork

View: TypeAlias = Literal["due", "unanswered", "overdue", "worse"]
VIEWS: Final[tuple[View, ...]] = get_args(View)
DAYS: Final = (7, 14, 30, 90, 365)
"""How far ahead or back a list looks."""
USUAL: Final = 30
LISTED: Final = 200
MOST: Final = 20_000
"""Answered check-ins one cohort table is made from."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for; codes nobody knows count as not asked."""

    view: View = "due"
    days: int = USUAL
    milestone: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Filters":
        """From a query string."""
        view = next((view for view in VIEWS if view == query.get("view")), VIEWS[0])
        days = next((days for days in DAYS if str(days) == query.get("days")), USUAL)
        milestone = query.get("milestone", "")
        return cls(view, days, milestone if milestone in milestones() else "")

    def query(self, view: str = "") -> str:
        """As a query string, with another view if one is named."""
        return urlencode({"view": view or self.view, "days": self.days, **({"milestone": self.milestone} if self.milestone else {})})


@dataclass(frozen=True, slots=True)
class Listed:
    """A row: the case, the check-in (None where the list is of people), the scores that got worse, and whether danger was told of."""

    line: Line
    check_in: CheckIn | None
    worse: tuple[Scale, ...]
    danger: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Everything `/follow-up` shows."""

    rows: Sequence[Listed]
    counts: Mapping[str, int]
    kept: Sequence[follow_up_view.Adherence]


def milestones() -> tuple[str, ...]:
    """The milestones of the protocol, in order."""
    return tuple(each.id for each in load().follow_up.milestones)


def routes(parts: Parts) -> list[BaseRoute]:
    """The lists, and the cohorts."""
    return [page(parts, "/follow-up", _show), page(parts, "/follow-up/cohorts", _cohorts)]


async def _show(visit: Visit) -> Response:
    filters = Filters.read(visit.request.query_params)
    at = await visit.enter(lambda access: access.follow_up())
    found = await visit.parts.read(lambda uow: _found(uow, visit, filters, at))
    shown: dict[str, Any] = {"views": VIEWS, "spans": DAYS, "milestones": milestones(), "ended": follow_up_view.ENDED, "most": LISTED}
    return visit.render("follow_up.html", filters=filters, found=found, **shown, **words(visit))


async def _cohorts(visit: Visit) -> Response:
    query = visit.request.query_params
    wanted, measure = query.get("condition", ""), query.get("measure", "")
    await visit.enter(lambda access: access.follow_up("follow_up.cohorts_read"))
    told = await visit.parts.read(lambda uow: uow.follow_ups.everything(MOST + 1))
    if len(told) > MOST:
        raise Refused(422, "cohort-too-large", most=MOST)
    groups = cohorts(told)
    conditions = sorted({group.condition for group in groups if group.condition != ALL})
    measures = [name for name in load().measures if any(group.measure == name for group in groups)]
    known = [Scale(name, rule.id) for name in measures if measure in {"", name} for rule in load().measures[name].compared]
    tables = [(scale, found) for scale in known if (found := _ordered(groups, scale, wanted))]
    shown: dict[str, Any] = {"conditions": conditions, "measures": measures, "wanted": wanted, "measure": measure, "small": SMALL}
    return visit.render("follow_up_cohorts.html", tables=tables, **shown, **words(visit))


def _found(uow: UnitOfWork, visit: Visit, filters: Filters, at: datetime) -> Found:
    follow_ups, days, milestone = uow.follow_ups, filters.days, filters.milestone
    worse, danger = _worse(uow, at - timedelta(days=days), milestone), _danger(uow, at - timedelta(days=days), milestone)
    people = list(dict.fromkeys((*danger, *worse)))
    counts: dict[str, int] = {each: follow_ups.count(each, at, days, milestone) for each in STANDINGS} | {"worse": len(people)}
    standing: Standing | None = next((each for each in STANDINGS if each == filters.view), None)
    checked = follow_ups.listed(standing, at, days, milestone, LISTED) if standing else []
    lines = _lines(uow, visit, [row.case_pk for row in checked] if standing else people[:LISTED], at)
    if standing:
        rows = [
            Listed(lines[row.case_pk], row, worse.get(row.case_pk, ()), row.case_pk in danger) for row in checked if row.case_pk in lines
        ]
    else:
        rows = [Listed(line, None, worse.get(case_pk, ()), case_pk in danger) for case_pk, line in lines.items()]
    kept = follow_up_view.adherence(follow_ups.kept(at - timedelta(days=days), at), milestones())
    return Found(rows, counts, kept)


def _worse(uow: UnitOfWork, since: datetime, milestone: str) -> dict[int, tuple[Scale, ...]]:
    """Cases whose latest check-in since then alerts, with the scores."""
    case_pks = uow.follow_ups.lately(since)
    told = uow.follow_ups.told(case_pks)
    found = {case_pk: worse_now(told[case_pk]) for case_pk in case_pks if not milestone or told[case_pk][-1].milestone == milestone}
    return {case_pk: scales for case_pk, scales in found.items() if scales}


def _danger(uow: UnitOfWork, since: datetime, milestone: str) -> list[int]:
    """Cases in which words of danger were said since then, in the check-in of this milestone if one is named."""
    case_pks = uow.follow_ups.alarmed(since)
    wanted = {f"check_in:{milestone}:{kind}" for kind in follow_up_view.DANGERS}
    flags = uow.flags.of(case_pks) if milestone else {}
    return [case_pk for case_pk in case_pks if not milestone or any(flag.id in wanted for flag in flags.get(case_pk, ()))]


def _lines(uow: UnitOfWork, visit: Visit, case_pks: Sequence[int], at: datetime) -> dict[int, Line]:
    names = {each.staff_ref: each.name for each in uow.staff.everyone()}
    reader = Reader(visit.staff, names, at, visit.language, visit.parts.settings.clinic_timezone, visit.parts.turn.targets)
    return {row.case.id: reader.line(row) for row in uow.board.rows(list(dict.fromkeys(case_pks)))}


def _ordered(groups: Sequence[Group], scale: Scale, condition: str) -> list[Group]:
    """The groups of a score by milestone, all conditions first."""
    order = milestones()
    mine = [group for group in groups if (group.measure, group.scale) == scale and (not condition or group.condition == condition)]
    return sorted(mine, key=lambda group: (order.index(group.milestone), group.condition))


def words(visit: Visit) -> dict[str, Any]:
    """What the pages of follow-up word things by."""
    language, zone = visit.language, visit.parts.settings.clinic_timezone

    def condition(code: str) -> str:
        own = {ALL: "cohort-all", UNKNOWN: "hygiene-not-known"}
        return wording.said(own[code], language) if code in own else labels.condition(code, language)

    def measure(code: str) -> str:
        return follow_up_view.measure_name(load().measures[code], language)

    def scale(code: Scale) -> str:
        known = load().measures[code.measure]
        return follow_up_view.scale_name(known, known.score(code.score), language)

    def direction(code: Scale) -> str:
        return wording.said(f"direction-{load().measures[code.measure].score(code.score).direction}", language)

    return {
        "condition": condition, "measure_name": measure, "scale_name": scale, "direction": direction, "number": follow_up_view.number,
        "milestone_name": lambda code: follow_up_view.milestone(code, language),
        "state": lambda code: labels.word("check-in", code, language),
        "why": lambda code: labels.word("check-in-why", code, language) if code else "",
        "when": lambda moment: times.exact(moment, language, zone),
    }  # fmt: skip
