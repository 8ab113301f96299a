"""`/account/telegram`: a person makes their Telegram account theirs for the staff's group, or parts from it.

Knows the person's own account; must not know cases. A code is shown once, after a fresh one-time code: whoever holds it may claim as
this person.
"""

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.console.access import Access
from bot.console.layout import Visit, page, require_step_up
from bot.staff_group import issue_code
from bot.wiring import Parts


def routes(parts: Parts) -> list[BaseRoute]:
    """The page, a code, and the way back."""
    return [
        page(parts, "/account/telegram", _show),
        page(parts, "/account/telegram", _make_code, methods=("POST",)),
        page(parts, "/account/telegram/unpair", _unpair, methods=("POST",)),
    ]


async def _show(visit: Visit) -> Response:
    return await _page(visit)


async def _make_code(visit: Visit) -> Response:
    await require_step_up(visit)
    if not visit.parts.settings.telegram_staff_chat_id:
        return await _page(visit, status=422)

    def make(access: Access) -> str:
        access.note("staff.pairing_code_made", access.staff.staff_ref)
        return issue_code(access.uow, access.staff)

    return await _page(visit, code=await visit.enter(make))


async def _unpair(visit: Visit) -> Response:
    def unpair(access: Access) -> None:
        if access.uow.staff_group.unpair(access.staff.staff_ref):
            access.note("staff.unpaired", access.staff.staff_ref)

    await visit.enter(unpair)
    return visit.go("/account/telegram")


async def _page(visit: Visit, *, code: str = "", status: int = 200) -> Response:
    own = visit.staff.staff_ref
    paired = await visit.parts.read(lambda uow: bool(uow.staff_group.account_of(own)))
    response = visit.render("pairing.html", status, code=code, paired=paired, group=bool(visit.parts.settings.telegram_staff_chat_id))
    response.headers["Cache-Control"] = "no-store"
    return response
