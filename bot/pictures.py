"""The address a provider fetches the picture of a person's own numbers from: open for a while, telling nothing, the same 404 otherwise.

Knows tokens and for how long they open; must not know how it is drawn (`bot/trend.py`). The address holds chance and our mark on it. The
picture is drawn when it is fetched, and kept nowhere.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.send_checks import TREND
from bot.signed_links import opened, sign
from bot.trend import picture
from bot.wiring import Parts
from storage.unit_of_work import UnitOfWork

PATH: Final = "/picture/"
PURPOSE: Final = "picture"
VALID: Final = timedelta(hours=2)
"""How long the address opens: the provider may hold the message for one hour, and fetches it when it sends."""
HEADERS: Final = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow, noarchive"}


async def address_of(parts: Parts, send_id: str) -> str:
    """Where the provider fetches the picture of a send."""
    until = parts.clock() + VALID
    token = await parts.read(lambda uow: sign(uow, PURPOSE, send_id, until))
    return f"{parts.settings.public_base_url}{PATH}{token}"


def routes(parts: Parts) -> list[BaseRoute]:
    """`GET /picture/{token}`: the PNG, or 404 whatever the reason."""

    async def show(request: Request) -> Response:
        at, token = parts.clock(), request.path_params["token"]
        found = await parts.read(lambda uow: _series(uow, token, at))
        if found is None:
            return Response(status_code=404, headers=HEADERS)
        return Response(await asyncio.to_thread(picture, *found), media_type="image/png", headers=HEADERS)

    return [Route(PATH + "{token}", show, methods=["GET"])]


def _series(uow: UnitOfWork, token: str, at: datetime) -> tuple[str, str] | None:
    """What is drawn and in which language; None for a token that opens nothing, and once the words were erased."""
    send_id = opened(uow, PURPOSE, token, at)
    place = uow.outbox.message_of(send_id) if send_id is not None else None
    if place is None:
        return None
    conversation_id, n = place
    message = next((one for one in uow.messages.for_conversation(conversation_id, n - 1, 1) if one.n == n), None)
    series = dict(message.variables).get(TREND, "") if message is not None else ""
    return (series, message.language) if message is not None and series else None
