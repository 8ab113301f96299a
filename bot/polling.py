"""Telegram without a public address: long polling into the same writer; and with one: telling Telegram where to deliver.

Knows the two ways of delivery; must not know what an update means.
"""

import asyncio
from typing import TYPE_CHECKING, Any, Final

import structlog

from bot import staff_group
from bot.channels.base import SendError
from bot.channels.inbound import MalformedUpdate
from bot.update_codec import RawBody
from bot.wiring import Parts, settled

PAUSE_SECONDS: Final = 30.0

if TYPE_CHECKING:
    from bot.channels.telegram import TelegramChannel

_log = structlog.stdlib.get_logger(__name__)


class Polling:
    """One long poll at a time; an update is confirmed only after its commit, because the next request confirms it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop`; a channel that is down is tried again."""
        while not stop.is_set():
            polling = asyncio.ensure_future(self._poll())
            stopping = asyncio.ensure_future(stop.wait())
            await asyncio.wait([polling, stopping], return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
            if not polling.done():
                polling.cancel()
                await asyncio.gather(polling, return_exceptions=True)
                return
            fault = polling.exception()
            _log.error("polling_stopped", error=type(fault).__name__ if fault else "ended")
            try:
                await asyncio.wait_for(stop.wait(), PAUSE_SECONDS)
            except TimeoutError:
                continue

    def _channel(self) -> "TelegramChannel":
        from bot.channels.telegram import TelegramChannel

        channel = self._parts.channels["telegram"]
        if not isinstance(channel, TelegramChannel):
            raise TypeError("polling needs the Telegram channel")
        return channel

    async def _poll(self) -> None:
        channel = self._channel()
        await channel.delete_webhook()
        async for payload in channel.poll():
            await self._take(payload, channel.account)

    async def _take(self, payload: dict[str, Any], account: str) -> None:
        """One update; raises when it could not be committed, so that it is asked for again."""
        import json

        from bot.channels.telegram_updates import parse

        if (of_staff := staff_group.read(payload, self._parts.settings.telegram_staff_chat_id)) is not None:
            answer = await staff_group.take(self._parts, of_staff, account)
            if answer:
                await self._channel().answer(answer["callback_query_id"], answer["text"])
            return
        try:
            update = parse(payload, account)
        except MalformedUpdate:
            raw = RawBody("telegram", account, str(payload["update_id"]), json.dumps(payload), "telegram")
            await settled(self._parts.writer.submit_unreadable(raw))
        else:
            await settled(self._parts.writer.submit(update))


class WebhookAddress:
    """Tells Telegram where to deliver, once per process; a failure is logged and tried again."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._told = parts, False

    async def round(self) -> int:
        """Tell it unless told. Always 0: the next round comes by the clock."""
        settings = self._parts.settings
        secret = settings.telegram_webhook_secret
        if self._told or settings.telegram_polling or not settings.public_base_url or secret is None:
            return 0
        from bot.channels.telegram import TelegramChannel

        channel = self._parts.channels.get("telegram")
        if not isinstance(channel, TelegramChannel):
            return 0
        try:
            await channel.set_webhook(f"{settings.public_base_url}/webhooks/telegram", secret.get_secret_value())
        except SendError as error:
            _log.error("webhook_not_set", outcome=type(error).__name__, error_code=error.code)
        else:
            self._told = True
            _log.info("webhook_set")
        return 0
