"""`/cases/{id}/follow-up`: one person's trend by instrument with the figures beside it, their check-ins, and the two steps staff may take.

Knows pages and forms; the calendar's own rules are `bot/treatment.py`. A step is taken under the lock of the conversation, as the
worker's round is.
"""

from typing import Any, Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.case_steps import locked
from bot.console import follow_up_view
from bot.console.access import Access, Followed
from bot.console.follow_up import words
from bot.console.layout import Refused, Visit, page
from bot.follow_up import series_of
from bot.treatment import UnknownZone, correct_zone, stop_follow_up
from bot.wiring import Parts
from bot.zones import known

STOP_REASONS: Final = ("withdrawn", "died", "treated_elsewhere", "wrong_entry")
"""Why nobody is asked any more, as codes."""


def routes(parts: Parts) -> list[BaseRoute]:
    """The page and its two forms."""
    return [
        page(parts, "/cases/{case_id}/follow-up", _show),
        page(parts, "/cases/{case_id}/follow-up/zone", _zone, methods=("POST",)),
        page(parts, "/cases/{case_id}/follow-up/stop", _stop, methods=("POST",)),
    ]


async def _show(visit: Visit) -> Response:
    followed = await visit.enter(lambda access: access.followed(visit.request.path_params["case_id"]))
    return visit.render("follow_up_case.html", **_shown(visit, followed), **words(visit))


async def _zone(visit: Visit) -> Response:
    name = visit.form.one("zone")

    def correct(access: Access) -> None:
        access.case(_case_id(visit), "work")
        desk, _, case = locked(access, visit.parts.turn, _case_id(visit), None)
        try:
            correct_zone(access.uow, case, name, at=desk.at, actor=access.staff.staff_ref)
        except UnknownZone:
            raise Refused(422, "zone") from None
        except KeyError:
            raise Refused(409, "no-follow-up") from None
        desk.finish()

    await visit.enter(correct)
    return visit.go(f"/cases/{_case_id(visit)}/follow-up")


async def _stop(visit: Visit) -> Response:
    reason, sure = visit.form.one("reason"), visit.form.one("sure")

    def stop(access: Access) -> None:
        access.case(_case_id(visit), "work")
        if reason not in STOP_REASONS or sure != "1":
            raise Refused(422, "stop-not-confirmed")
        desk, _, case = locked(access, visit.parts.turn, _case_id(visit), None)
        plan = access.uow.check_ins.plan_of(case.id)
        if plan is None or plan.stopped_at is not None:
            raise Refused(409, "no-follow-up")
        stop_follow_up(access.uow, case, reason, at=desk.at, actor=access.staff.staff_ref)
        desk.finish()

    await visit.enter(stop)
    visit.parts.wake()
    return visit.go(f"/cases/{_case_id(visit)}/follow-up")


def _case_id(visit: Visit) -> str:
    return str(visit.request.path_params["case_id"])


def _shown(visit: Visit, followed: Followed) -> dict[str, Any]:
    language = visit.language
    moments = {each.milestone: visit.moment(each.at) for each in followed.told}
    zones = sorted({*known().country.values(), *known().area.values(), *([followed.plan.zone] if followed.plan else [])})
    return {
        "case": followed.case,
        "plan": followed.plan,
        "check_ins": followed.check_ins,
        "cues": {each.milestone: follow_up_view.cues(each.body.get("answers", ()), language) for each in followed.told},
        "trends": [follow_up_view.trend(series, language, moments) for series in series_of(followed.told)],
        "zones": zones,
        "stop_reasons": STOP_REASONS,
        "open_count": sum(row.state not in follow_up_view.ENDED for row in followed.check_ins),
        "frame": follow_up_view,
    }
