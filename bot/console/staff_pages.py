"""Accounts: what a person sees of their own.

Knows staff and their sessions; must not know records of patients.
"""

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.console.layout import Visit, page
from bot.wiring import Parts


def routes(parts: Parts) -> list[BaseRoute]:
    """`/account`."""
    return [page(parts, "/account", _account)]


async def _account(visit: Visit) -> Response:
    return visit.render("account.html")
