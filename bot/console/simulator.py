"""The demo's page: a patient's phone on the left, the clinic's queue on the right. Development and test only.

Knows one page and where its token lies; what it shows comes through the simulator's and the staff's JSON API like anyone's.
"""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.wiring import Parts

HERE: Final = Path(__file__).parent
TOKEN_FILE: Final = "demo-token"  # noqa: S105 - the name of a file, not a password
"""Where `demo` leaves the API token of the demo's coordinator, readable by its owner only."""


def routes(parts: Parts) -> list[BaseRoute]:
    """`/` and `/demo/session`; nothing in production."""
    if parts.settings.production:
        return []
    pages = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape())

    async def page(_request: Request) -> Response:
        return HTMLResponse(pages.get_template("simulator.html").render(clinic=parts.settings.clinic_name))

    async def session(_request: Request) -> Response:
        kept = Path(parts.settings.app_data_dir) / TOKEN_FILE
        return JSONResponse({"token": kept.read_text().strip() if kept.exists() else ""})

    return [Route("/", page), Route("/demo/session", session)]
