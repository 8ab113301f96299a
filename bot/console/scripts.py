"""Pages a physician reads: the script book, the evidence map, the register of therapies. Server-rendered, without scripts.

Knows routes and who may read; must not know what the pages show. Nothing here names a patient. In production only staff see them,
signed in at the console or with a token; to anyone else they do not exist.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.api import signed_in
from bot.console import session, times, wording
from bot.console.visit import LANGUAGE
from bot.problem import Problem
from bot.script_book import shipped_book
from bot.script_book_pages import Places, book_page, evidence_page, style, therapies_page
from bot.script_book_view import Filters
from bot.wiring import Parts
from flows.protocol import load

STYLE: Final = "/scripts/style.css"
Page = Callable[[Request, Places], str]


def routes(parts: Parts) -> list[BaseRoute]:
    """`/scripts`, `/evidence-map`, `/therapies`, and the style sheet they share."""
    places = Places("/scripts", "/evidence-map", "/therapies", STYLE, "" if parts.settings.production else "/", "/login")

    def today() -> date:
        return times.day(parts.clock(), parts.settings.clinic_timezone)

    def book(request: Request, places: Places) -> str:
        known = shipped_book()
        return book_page(known, load(), places, today(), Filters.read(request.query_params, known), _reader(request))

    def evidence(request: Request, places: Places) -> str:
        return evidence_page(shipped_book(), load(), places, today(), _reader(request))

    def therapies(request: Request, places: Places) -> str:
        return therapies_page(shipped_book(), load(), places, _reader(request))

    async def sheet(_request: Request) -> Response:
        return PlainTextResponse(await asyncio.to_thread(style), media_type="text/css")

    shown: dict[str, Page] = {places.book: book, places.evidence: evidence, places.therapies: therapies}
    return [*(Route(path, _read_by_staff(parts, page, places)) for path, page in shown.items()), Route(STYLE, sheet)]


def _reader(request: Request) -> wording.Language:
    """The language of the frame: the one chosen in the console, else what the browser asks for."""
    return wording.language_of(request.cookies.get(LANGUAGE, ""), request.headers.get("accept-language", ""))


def _read_by_staff(parts: Parts, page: Page, places: Places) -> Callable[[Request], Awaitable[Response]]:
    async def read(request: Request) -> Response:
        if parts.settings.production and await session.find(parts, request) is None:
            try:
                await signed_in(parts, request)
            except Problem:
                raise HTTPException(404) from None
        return HTMLResponse(await asyncio.to_thread(page, request, places))

    return read
