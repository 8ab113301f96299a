"""`/cases/{id}/follow-up`: one person's trend by score with the figures beside it, their check-ins, and the two steps staff may take.

Knows pages and forms; the calendar's own rules are `bot/treatment.py`. A step is taken under the lock of the conversation, as the
worker's round is.
"""

from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot import form_links
from bot.case_steps import Unfit, locked
from bot.console import follow_up_view
from bot.console.access import Access, Followed
from bot.console.follow_up import words
from bot.console.layout import Refused, Visit, page
from bot.follow_up import series_of
from bot.follow_up_steps import STOP_REASONS, move_clock, stop
from bot.instruments import by_form, instruments
from bot.letters import letters_of
from bot.wiring import Parts
from bot.zones import known as zones_known
from flows.protocol import load
from flows.protocol.measure import Measure
from storage.forms import Form


def routes(parts: Parts) -> list[BaseRoute]:
    """The page and its forms."""
    return [
        page(parts, "/cases/{case_id}/follow-up", _show),
        page(parts, "/cases/{case_id}/follow-up/zone", _zone, methods=("POST",)),
        page(parts, "/cases/{case_id}/follow-up/stop", _stop, methods=("POST",)),
        page(parts, "/cases/{case_id}/follow-up/form", _form, methods=("POST",)),
    ]


async def _show(visit: Visit) -> Response:
    followed = await visit.enter(lambda access: access.followed(visit.request.path_params["case_id"]))
    return visit.render("follow_up_case.html", **_shown(visit, followed), **words(visit))


async def _zone(visit: Visit) -> Response:
    name = visit.form.one("zone")
    try:
        await visit.enter(lambda access: move_clock(access, visit.parts.turn, _case_id(visit), name, None))
    except Unfit:
        raise Refused(422, "zone") from None
    return visit.go(f"/cases/{_case_id(visit)}/follow-up")


async def _stop(visit: Visit) -> Response:
    reason, sure = visit.form.one("reason"), visit.form.one("sure")

    def confirmed(access: Access) -> None:
        access.case(_case_id(visit), "work")
        if reason not in STOP_REASONS or sure != "1":
            raise Refused(422, "stop-not-confirmed")
        stop(access, visit.parts.turn, _case_id(visit), reason, None)

    await visit.enter(confirmed)
    visit.parts.wake()
    return visit.go(f"/cases/{_case_id(visit)}/follow-up")


async def _form(visit: Visit) -> Response:
    """Send the link to a long instrument; a link sent before ends, and what was answered is kept."""
    parts, wanted = visit.parts, visit.form.one("measure")
    known = instruments(parts.settings.measures_dir)

    def send_link(access: Access) -> None:
        access.case(_case_id(visit), "work")
        desk, talk, case = locked(access, parts.turn, _case_id(visit), None)
        row = form_links.where_asked(access.uow.check_ins.of_case(case.id), access.uow.check_ins.plan_of(case.id), access.at)
        if row is None or case.closed_at is not None:
            raise Refused(409, "no-check-in-begun")
        if wanted not in by_form(known, case.indication, talk.conversation.session.language):
            raise Refused(422, "choice")
        if not form_links.send(parts.turn, desk, talk, row, known[wanted], letters_of(parts).base_url):
            raise Refused(409, "form-done")
        desk.note(case, "form_sent", actor=access.staff.staff_ref, reason=row.milestone)
        talk.conversation.version += 1
        desk.finish()

    await visit.enter(send_link)
    parts.wake()
    return visit.go(f"/cases/{_case_id(visit)}/follow-up")


def _case_id(visit: Visit) -> str:
    return str(visit.request.path_params["case_id"])


def _shown(visit: Visit, followed: Followed) -> dict[str, Any]:
    language, known = visit.language, instruments(visit.parts.settings.measures_dir)
    zones = sorted({*zones_known().country.values(), *zones_known().area.values(), *([followed.plan.zone] if followed.plan else [])})
    return {
        "case": followed.case,
        "plan": followed.plan,
        "check_ins": followed.check_ins,
        "cues": {
            row.milestone: follow_up_view.reported(row.milestone, followed.told, followed.flags, language) for row in followed.check_ins
        },
        "trends": [follow_up_view.trend(series, language, visit.moment) for series in series_of(followed.told)],
        "zones": zones,
        "lately": followed.lately,
        "most": load().follow_up.messages_per_month,
        "stop_reasons": STOP_REASONS,
        "open_count": sum(row.state not in follow_up_view.ENDED for row in followed.check_ins),
        "frame": follow_up_view,
        "forms": [(form, known[form.measure], _answered(form, known[form.measure])) for form in followed.forms if form.measure in known],
        "by_form": by_form(known, followed.case.indication, followed.case.language),
        "asked": form_links.where_asked(followed.check_ins, followed.plan, visit.parts.clock()) is not None,
    }


def _answered(form: Form, measure: Measure) -> int:
    """How many of the items have an answer, or were passed over on purpose."""
    return sum(item in form.answers for item in measure.item_ids)
