"""The web application: provider webhooks, health, metrics, JSON API, and where allowed the simulator.

Knows which routes there are; must not know what they do. Every route is signed, authenticated, or on the short list `OPEN`.
"""

import importlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from bot import api, calendars, health, pictures, simulator_api, webhooks
from bot.body import BodyTooLarge
from bot.console.layout import nowhere
from bot.console.simulator import clock_of_demo
from bot.problem import Problem, problem_response
from bot.security_headers import SecurityHeaders
from bot.unforeseen import Unforeseen, http_problem
from bot.wiring import Parts

OPEN: Final = frozenset({"/healthz", "/readyz"})
"""Routes that anyone may call: they tell nothing of anyone."""

PAGES: Final = (
    "bot.console.simulator",
    "bot.console.scripts",
    "bot.console.letter",
    "bot.console.form",
    "bot.console.sign_in",
    "bot.console.lock",
    "bot.console.account_pages",
    "bot.console.staff_pages",
    "bot.console.audit_pages",
    "bot.console.queue",
    "bot.console.bulk",
    "bot.console.case",
    "bot.console.presence",
    "bot.console.reply",
    "bot.console.decision_pages",
    "bot.console.paper_pages",
    "bot.console.calls",
    "bot.console.files",
    "bot.console.live",
    "bot.console.why_pages",
    "bot.console.hygiene",
    "bot.console.follow_up",
    "bot.console.follow_up_case",
    "bot.console.pairing",
)
"""Modules whose `routes(parts)` add pages when they are installed."""


def make_app(parts: Parts) -> Starlette:
    """The application over these parts. Routes of the simulator exist only outside production."""
    routes: list[BaseRoute] = [*webhooks.routes(parts), *health.routes(parts), *api.routes(parts), *pictures.routes(parts)]
    routes += calendars.routes(parts)
    if not parts.settings.production:
        routes += simulator_api.routes(parts)
    for module in PAGES:
        routes += _pages(module, parts)
    app = Starlette(
        routes=routes,
        middleware=[Middleware(SecurityHeaders, framed=clock_of_demo(parts) is not None), Middleware(Unforeseen)],
        exception_handlers={Problem: problem_response, BodyTooLarge: _too_large, HTTPException: _unknown(parts)},
        lifespan=_lifespan,
    )
    # a redirect would be built from the Host header, and a provider would not follow it
    app.router.redirect_slashes = False
    return app


def paths(routes: list[BaseRoute], prefix: str = "") -> list[str]:
    """Every path of the application, mounts walked."""
    found: list[str] = []
    for route in routes:
        if isinstance(route, Mount):
            found += paths(list(route.routes), prefix + route.path)
        elif isinstance(route, Route):
            found.append(prefix + route.path)
    return found


def _pages(module: str, parts: Parts) -> list[BaseRoute]:
    try:
        pages = importlib.import_module(module)
    except ModuleNotFoundError as missing:
        if missing.name != module:
            raise
        return []
    return list(pages.routes(parts))


@asynccontextmanager
async def _lifespan(_app: Starlette) -> AsyncIterator[None]:
    yield


def _unknown(parts: Parts) -> Callable[[Request, Exception], Awaitable[Response]]:
    """A page for a browser that asks for a path there is none of, a problem for everyone else."""

    async def answer(request: Request, error: Exception) -> Response:
        browser = request.method == "GET" and "text/html" in request.headers.get("accept", "")
        if browser and getattr(error, "status_code", 0) == 404:
            return await nowhere(parts, request)
        return await http_problem(request, error)

    return answer


async def _too_large(_request: Request, _error: Exception) -> Response:
    return Problem(413, "too-large").response()
