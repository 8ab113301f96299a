"""The physician's call on the page of a case: planned by the clinic's clock, asked about where the patient would sleep, cancelled.

Knows forms; the call itself is `bot/appointments.py`.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.appointments import Call, cancel_call, odd_hour, plan_call
from bot.case_steps import Conflict, Unfit
from bot.console.access import Access
from bot.console.case import show_case
from bot.console.case_view import CallForm
from bot.console.layout import Refused, Visit, page
from bot.console.queue import told
from bot.wiring import Parts
from bot.zones import place_of

_TYPED: Final = 10
SPAN: Final = "minutes-out-of-range"


def routes(parts: Parts) -> list[BaseRoute]:
    """To plan a call or move the one ahead, and to cancel it."""
    return [
        page(parts, "/cases/{case_id}/call", _planned, methods=("POST",)),
        page(parts, "/cases/{case_id}/call/cancel", _cancelled, methods=("POST",)),
    ]


class _Odd(Exception):
    """It would be night where the patient is, and nobody has said that this is meant."""

    def __init__(self, hour: str, zone: str) -> None:
        super().__init__(hour)
        self.hour, self.zone = hour, zone


async def _planned(visit: Visit) -> Response:
    try:
        return await _done(visit, lambda access: _plan(access, visit))
    except _Odd as odd:
        asked = visit.text("call-odd-hour", hour=odd.hour, place=place_of(odd.zone, visit.language))
        day, time, minutes = (visit.form.one(name)[:_TYPED] for name in ("day", "time", "minutes"))
        return await show_case(visit, _case_id(visit), 422, calling=CallForm(day, time, minutes, asked))


async def _cancelled(visit: Visit) -> Response:
    return await _done(visit, lambda access: cancel_call(access, visit.parts.turn, _case_id(visit), None))


async def _done(visit: Visit, step: Callable[[Access], object]) -> Response:
    try:
        await visit.enter(step)
    except Conflict as lost:
        raise told(visit, lost) from None
    visit.parts.wake()
    return visit.go(f"/cases/{_case_id(visit)}#call")


def _plan(access: Access, visit: Visit) -> None:
    """At an hour of the clinic's clock. What is confirmed is that very hour, so that one typed anew is asked about again."""
    settings, turn, typed = visit.parts.settings, visit.parts.turn, f"{visit.form.one('day')}T{visit.form.one('time')}"
    call = _call(visit)
    odd = odd_hour(access, turn, _case_id(visit), call.starts_at)
    if odd is not None and visit.form.one("confirmed") != typed:
        raise _Odd(*odd)
    try:
        plan_call(access, turn, settings.reached_at, _case_id(visit), call, None)
    except Unfit as unfit:
        raise Refused(422, unfit.faults[0].replace("_", "-")) from None


def _call(visit: Visit) -> Call:
    """The call of the form. Raises `Refused` naming what of it cannot be read."""
    day, hour, minutes = (
        _read(read, visit.form.one(name), rule)
        for name, read, rule in (("day", date.fromisoformat, "date"), ("time", time.fromisoformat, "time"), ("minutes", int, SPAN))
    )
    return Call(datetime.combine(day, hour.replace(tzinfo=None), ZoneInfo(visit.parts.settings.clinic_timezone)), minutes)


def _read(read: Callable[[str], Any], typed: str, rule: str) -> Any:  # noqa: ANN401 - a day, an hour, or minutes
    try:
        return read(typed)
    except ValueError:
        raise Refused(422, rule) from None


def _case_id(visit: Visit) -> str:
    return str(visit.request.path_params["case_id"])
