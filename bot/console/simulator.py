"""The demo's page: a patient's phone on the left, the clinic's console on the right, and between them a clock that buttons move.

Development and test only. Knows one page and the demo's clock; what the page shows comes through the simulator's API and the console's
own pages like anyone's. The console stands in a frame, so that both sides are seen at once and the right one is the real thing.
"""

import json
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.appointments import remind
from bot.body import WEBHOOK_LIMIT, read_body
from bot.channels.simulator import SimulatorChannel
from bot.check_ins import ask
from bot.console import csrf
from bot.console.assets import asset
from bot.demo_clock import STEPS, DemoClock
from bot.demo_stories import stories
from bot.nudges import nudge
from bot.problem import Problem
from bot.records_due import remind_records
from bot.wiring import Parts

HERE: Final = Path(__file__).parent
CLOCK_PATH: Final = "/demo/clock"
PROVIDER_PATH: Final = "/demo/provider"
"""A switch that plays a provider that does not answer: texts wait, are tried again, and leave once it is back."""


def clock_of_demo(parts: Parts) -> DemoClock | None:
    """The clock that `demo` runs by; None for every other process, and always in production."""
    return parts.clock if isinstance(parts.clock, DemoClock) and not parts.settings.production else None


def routes(parts: Parts) -> list[BaseRoute]:
    """`/`, and in the demo its clock and its provider; nothing in production."""
    if parts.settings.production:
        return []
    pages = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape())
    clock = clock_of_demo(parts)

    async def page(_request: Request) -> Response:
        shown = {"clinic": parts.settings.clinic_name, "asset": asset, "clock": clock, "stories": stories() if clock else ()}
        return HTMLResponse(pages.get_template("simulator.html").render(shown))

    return [Route("/", page), *(_clock_routes(parts, clock) if clock is not None else ())]


def _clock_routes(parts: Parts, clock: DemoClock) -> list[Route]:
    async def read(_request: Request) -> Response:
        return JSONResponse(_time(clock))

    async def move(request: Request) -> Response:
        step = await _told(parts, request, "step")
        if step not in STEPS:
            raise Problem(422, "bad-body", f'Send {{"step": …}}, one of {", ".join(STEPS)}.')
        clock.move(step)
        await _what_is_due(parts)
        return JSONResponse(_time(clock))

    return [Route(CLOCK_PATH, read, methods=["GET"]), Route(CLOCK_PATH, move, methods=["POST"]), *_provider_routes(parts)]


def _provider_routes(parts: Parts) -> list[Route]:
    async def read(_request: Request) -> Response:
        return JSONResponse({"down": _provider(parts).down})

    async def switch(request: Request) -> Response:
        down = await _told(parts, request, "down")
        if not isinstance(down, bool):
            raise Problem(422, "bad-body", 'Send {"down": true} or {"down": false}.')
        _provider(parts).down = down
        parts.wake()
        return await read(request)

    return [Route(PROVIDER_PATH, read, methods=["GET"]), Route(PROVIDER_PATH, switch, methods=["POST"])]


def _provider(parts: Parts) -> SimulatorChannel:
    channel = parts.channels.get("simulator")
    if not isinstance(channel, SimulatorChannel):
        raise Problem(404, "no-simulator")
    return channel


async def _told(parts: Parts, request: Request, name: str) -> object:
    """One member of a body that the demo's own page sent; None for anything else."""
    if not csrf.begun_here(request, parts.settings.public_base_url):
        raise Problem(403, "not-from-here")
    try:
        told = json.loads(await read_body(request, WEBHOOK_LIMIT))
    except ValueError:
        return None
    return told.get(name) if isinstance(told, dict) else None


async def _what_is_due(parts: Parts) -> None:
    """The worker's slower rounds at once: whoever moved the clock is looking at the screen."""
    await ask(parts)
    await remind(parts)
    await nudge(parts)
    await remind_records(parts)
    parts.wake()


def _time(clock: DemoClock) -> dict[str, Any]:
    """Business time, and as the clinic's wall shows it."""
    return {"now": clock().isoformat(), "local": clock.local.replace(tzinfo=None).isoformat(timespec="minutes")}
