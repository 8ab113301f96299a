"""The lock over a page whose session ended: the same person signs in again and the draft in the form is still there.

Knows how long a session still has; must not know what is on the page. The draft never leaves the browser (`drafts.py`).
"""

import math

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from bot.clock import real_now
from bot.console import csrf, session
from bot.console.layout import Visit, page
from bot.console.sign_in import WrongSecrets, give_cookies, prove
from bot.wiring import Parts


def routes(parts: Parts) -> list[BaseRoute]:
    """`/session` (how long it still has; POST: the person is active) and `/unlock`."""
    return [
        page(parts, "/session", _tell, open_to_all=True, activity=False),
        page(parts, "/session", _tell, methods=("POST",), open_to_all=True),
        page(parts, "/unlock", _unlock, methods=("POST",), open_to_all=True),
    ]


async def _tell(visit: Visit) -> Response:
    """Seconds left, whose session it is, and the token that forms of this page should carry now; 401 when it has ended."""
    if visit.session is None:
        return JSONResponse({}, 401)
    return JSONResponse(_state(visit, visit.session))


async def _unlock(visit: Visit) -> Response:
    try:
        begun, _failures = await prove(visit)
    except WrongSecrets as wrong:
        return JSONResponse({"told": wrong.told}, wrong.status, wrong.headers)
    visit.session, visit.seed = begun, begun.token
    response = JSONResponse(_state(visit, begun))
    give_cookies(response, visit, begun)
    return response


def _state(visit: Visit, held: session.Session) -> dict[str, str | int]:
    left = max(0, math.floor((held.ends_at - real_now()).total_seconds()))
    return {"seconds": left, "who": held.staff.staff_ref, "csrf": csrf.token_for(visit.parts.settings.secret_key(), held.token)}
