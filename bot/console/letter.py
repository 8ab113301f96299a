"""The patient's private page: a cover anyone with the link sees, and behind its button the physician's own letter, word for word.

Knows a token and a page; must not know roles. The letter is shown to a press of the button only (POST), so that the preview a messenger
makes of a link shows nothing of anyone. Nothing here summarises, ranks or softens what the physician wrote.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from bot.console import session
from bot.console.assets import asset
from bot.letters import PATH, read_token
from bot.wiring import Parts
from messages.catalog import shipped
from messages.prompt import LANGUAGES, Prompt, Variable
from storage.decisions import Decision
from storage.unit_of_work import UnitOfWork

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
"""No script at all; no search engine. That nothing is stored or told to another page stands in `security_headers.py`."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The page's own texts in one language."""

    language: str
    clinic: str

    def text(self, key: str, **variables: Variable) -> str:
        """A text of the catalogue."""
        return shipped().render(Prompt(key, variables), self.language, {"clinic": self.clinic}).text

    def lines(self, key: str) -> list[str]:
        """A text as its lines."""
        return self.text(key).splitlines()

    def signed(self, decision: Decision, at: datetime) -> str:
        """The physician's name, licence and the day, at the clinic."""
        day = Prompt("value-date", {"day": str(at.day), "month": f"m{at.month}", "year": str(at.year)})
        return self.text("letter-signed", physician=decision.signature.name, licence=decision.signature.licence, date=day)


def routes(parts: Parts) -> list[BaseRoute]:
    """`/letter/{token}`: the cover, and the letter."""

    async def cover(request: Request) -> Response:
        token = request.path_params["token"]
        decision = await parts.read(lambda uow: _standing(uow, token, parts.clock()))
        return await _page(parts, request, decision, opened=False)

    async def letter(request: Request) -> Response:
        token = request.path_params["token"]
        # a browser of staff is nobody's patient: what is read there leaves the letter unopened, so that somebody still asks after it
        if session.cookie(request, parts.settings, session.SESSION):
            decision = await parts.read(lambda uow: _standing(uow, token, parts.clock()))
        else:
            decision = await parts.write(lambda uow: _open(parts, uow, token))
        return await _page(parts, request, decision, opened=True)

    return [Route(PATH + "{token}", cover, methods=["GET"]), Route(PATH + "{token}", letter, methods=["POST"])]


def _standing(uow: UnitOfWork, token: str, at: datetime) -> Decision | None:
    """The decision whose letter a token opens now; None for an expired, ended or unknown one: told apart by nobody."""
    link = read_token(uow, token)
    if link is None or link.revoked_at is not None or at >= link.expires_at:
        return None
    return uow.decisions.get(link.decision_pk)


def _open(parts: Parts, uow: UnitOfWork, token: str) -> Decision | None:
    """The same, and the patient's first opening is a step of the case."""
    desk = parts.turn.desk(uow)
    decision = _standing(uow, token, desk.at)
    link = read_token(uow, token)
    if decision is not None and link is not None and uow.decisions.open_link(link.id, desk.at):
        case = uow.cases.get(uow.decisions.case_of(decision.id))
        if case is not None:
            desk.note(case, "letter_opened", actor="patient")
    return decision


async def _page(parts: Parts, request: Request, decision: Decision | None, *, opened: bool) -> Response:
    language = decision.language if decision is not None else preferred(request.headers.get("accept-language", ""))
    wording = Wording(language, parts.settings.clinic_name)
    signed = ""
    if decision is not None and opened:
        signed = wording.signed(decision, decision.signature.at.astimezone(ZoneInfo(parts.settings.clinic_timezone)))
    paragraphs = str(decision.body["letter"]).split("\n\n") if decision is not None and opened else []
    shown = {"wording": wording, "found": decision is not None, "opened": opened, "paragraphs": paragraphs, "signed": signed}
    html = await asyncio.to_thread(_pages().get_template("letter.html").render, **shown, asset=asset)
    return HTMLResponse(html, 200 if decision is not None else 404, HEADERS)


def preferred(header: str) -> str:
    """The first language of ours that a browser asks for; the clinic's own when it asks for none."""
    asked = (part.strip()[:2].lower() for part in header.split(","))
    return next((language for language in asked if language in LANGUAGES), LANGUAGES[0])


@cache
def _pages() -> Environment:
    folder = Path(__file__).parent / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=select_autoescape(), undefined=StrictUndefined)
