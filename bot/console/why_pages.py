"""`/cases/{case_id}/messages/{n}/why`: why a text in a transcript says what it says.

Knows the page; what it shows is `bot/why.py`, who may see it `access.py`. Every look is an audit row.
"""

from functools import cache

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.console.access import Access, Hidden
from bot.console.layout import Visit, page
from bot.letters import masked
from bot.rules import shipped_rules
from bot.why import Why, why
from bot.wiring import Parts


def routes(parts: Parts) -> list[BaseRoute]:
    """One page."""
    return [page(parts, "/cases/{case_id}/messages/{n}/why", _why)]


async def _why(visit: Visit) -> Response:
    case_id, given = visit.request.path_params["case_id"], visit.request.path_params["n"]
    found = await visit.enter(lambda access: _look(access, case_id, given))
    return visit.render("why.html", case_id=case_id, found=found, said=masked(found.message.text))


def _look(access: Access, case_id: str, given: str) -> Why:
    """Raises `Hidden` for a case or message that is not there, and for what the patient wrote."""
    case = access.readable(case_id)
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
    found = why(access.uow, case, number, cache(shipped_rules)) if number else None
    if found is None:
        raise Hidden
    access.note("message.explained", case.case_id, {"n": number})
    return found
