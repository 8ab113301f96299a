"""Long polling: the raw updates one after another, for a machine without a public address.

Reads the JSON itself: the SDK builds all updates of an answer at once, so one it cannot read would hold up everybody behind it.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, Final

import httpx

from bot.channels.base import ChannelDown
from bot.channels.telegram_updates import ALLOWED_UPDATES

_LONGEST_PAUSE: Final = 30.0
_DOWN: Final = {401, 404, 409}


async def poll_updates(http: httpx.AsyncClient, api_url: str, *, offset: int | None, wait_seconds: int) -> AsyncIterator[dict[str, Any]]:
    """Yield raw updates for ever; asking for the next one confirms the last. Waits out faults; `ChannelDown` on 401, 404, 409."""
    pause = 1.0
    while True:
        batch = await _ask(http, api_url, offset, wait_seconds)
        if batch is None:
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
            continue
        pause = 1.0
        for update in batch:
            yield update
            offset = update["update_id"] + 1


async def _ask(http: httpx.AsyncClient, api_url: str, offset: int | None, wait_seconds: int) -> list[dict[str, Any]] | None:
    wanted = {"timeout": wait_seconds, "allowed_updates": ALLOWED_UPDATES} | ({} if offset is None else {"offset": offset})
    try:
        answer = await http.post(f"{api_url}/getUpdates", json=wanted, timeout=httpx.Timeout(wait_seconds + 10, connect=5))
    except httpx.HTTPError:
        return None
    if answer.status_code in _DOWN:
        raise ChannelDown(str(answer.status_code))
    return _updates(answer)


def _updates(answer: httpx.Response) -> list[dict[str, Any]] | None:
    try:
        result = answer.json()["result"] if answer.is_success else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(result, list):
        return None
    return [update for update in result if isinstance(update, dict) and isinstance(update.get("update_id"), int)]
