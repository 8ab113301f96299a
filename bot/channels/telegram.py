"""Telegram: send, fetch, webhook and polling, with python-telegram-bot's `Bot` only (its Application swallows errors).

Knows the Bot API; must not know conversations or storage. Reading deliveries is in `telegram_updates`, errors in `telegram_errors`.
"""

import os
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import httpx
import telegram
from telegram.request import HTTPXRequest

from bot.channels.base import ChannelName, Outgoing, RecipientGone, Sent
from bot.channels.layout import Progress, row_width, split, tokens
from bot.channels.quiet import hush
from bot.channels.telegram_errors import verdict
from bot.channels.telegram_files import fetch_file
from bot.channels.telegram_polling import poll_updates
from bot.channels.telegram_updates import ALLOWED_UPDATES, account_of
from bot.channels.telegram_wire import AcceptedOddly, Wire
from messages.limits import TELEGRAM_CAPTION, TELEGRAM_TEXT, units

os.environ.setdefault("PTB_TIMEDELTA", "1")  # without it the SDK warns whenever RetryAfter is read

PUBLIC_API: Final = "https://api.telegram.org"
SPLIT_AT: Final = 4000
"""UTF-16 units of a part when a text is too long for one message."""

_NO_PREVIEW: Final = telegram.LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    keyboard: telegram.InlineKeyboardMarkup | None = None
    image: bytes | None = None
    document: tuple[str, bytes] | None = None


class TelegramChannel:
    """One bot. `base_url` is the Bot API server, `transport` replaces the network in tests; build it inside the running event loop."""

    name: ChannelName = "telegram"
    window_hours: int | None = None

    def __init__(self, token: str, *, base_url: str = PUBLIC_API, transport: httpx.AsyncBaseTransport | None = None) -> None:
        hush()
        base = base_url.rstrip("/")
        self.account = account_of(token)
        self._api, self._files = f"{base}/bot{token}", f"{base}/file/bot{token}"
        self._http = httpx.AsyncClient(transport=transport, timeout=httpx.Timeout(20, connect=5))
        through = {"transport": transport} if transport else None
        wire: HTTPXRequest = Wire(connection_pool_size=32, read_timeout=20, connect_timeout=5, pool_timeout=5, httpx_kwargs=through)
        waiting = HTTPXRequest(connection_pool_size=1, httpx_kwargs=through)
        self._wires = (wire, waiting)
        self._bot = telegram.Bot(token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot", request=wire, get_updates_request=waiting)
        self._progress = Progress()

    async def send(self, outgoing: Outgoing) -> Sent:
        """Send a text, in parts when it is too long; the reference is that of the last part, which carries the buttons."""
        chat = _chat(outgoing.to)
        pieces = _pieces(outgoing)
        sent = Sent("")
        for place in range(self._progress.taken(outgoing.send_id), len(pieces)):
            sent = await self._send(chat, pieces[place])
            self._progress.took(outgoing.send_id, place + 1)
        self._progress.done(outgoing.send_id)
        return sent

    async def _send(self, chat: int, piece: _Piece) -> Sent:
        try:
            message = await self._call(chat, piece)
        except AcceptedOddly:
            return Sent("")
        except telegram.error.TelegramError as error:
            raise verdict(error) from None
        return Sent(f"{chat}:{message.message_id}")

    async def _call(self, chat: int, piece: _Piece) -> telegram.Message:
        if piece.image is not None:
            return await self._bot.send_photo(
                chat, piece.image, caption=piece.text or None, reply_markup=piece.keyboard, filename="image.png"
            )
        if piece.document is not None:
            name, data = piece.document
            return await self._bot.send_document(chat, data, caption=piece.text or None, reply_markup=piece.keyboard, filename=name)
        return await self._bot.send_message(chat, piece.text, reply_markup=piece.keyboard, link_preview_options=_NO_PREVIEW)

    async def answer(self, query: str, text: str) -> None:
        """Answer a tap with words only its presser sees; where deliveries are polled there is no body to answer in. Never raises."""
        try:
            await self._bot.answer_callback_query(query, text, show_alert=True)
        except telegram.error.TelegramError:
            return

    async def settle(self, provider_ref: str, *, text: str = "", label: str = "") -> bool:
        """After a tap: take the buttons away and, with `text`, show the chosen `label` below it. Tells whether it worked."""
        chat, _, message = provider_ref.partition(":")
        if not message:
            return False
        try:
            if text and label:
                await self._bot.edit_message_text(f"{text}\n\n→ {label}", int(chat), int(message), link_preview_options=_NO_PREVIEW)
            else:
                await self._bot.edit_message_reply_markup(int(chat), int(message), reply_markup=None)
        except telegram.error.TelegramError as error:
            return "not modified" in error.message.lower()
        return True

    async def fetch(self, locator: str, *, limit: int) -> bytes:
        """The bytes of a file id, at most `limit`. Raises `FetchError`."""
        return await fetch_file(self._bot, self._http, self._files, locator, limit)

    def has_template(self, key: str, language: str) -> bool:  # noqa: ARG002 - part of the contract; Telegram needs no templates
        """True: Telegram takes any text at any time."""
        return True

    def poll(self, *, offset: int | None = None, wait_seconds: int = 30) -> AsyncIterator[dict[str, Any]]:
        """Raw updates by long polling, for machines without a public address. An update is confirmed when the next one is asked for."""
        return poll_updates(self._http, self._api, offset=offset, wait_seconds=wait_seconds)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Tell Telegram where to deliver; a no-op there when nothing changed. Raises a `SendError`."""
        try:
            await self._bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
        except telegram.error.TelegramError as error:
            raise verdict(error) from None

    async def delete_webhook(self) -> None:
        """Stop webhook delivery, as polling needs; what waits is kept. Raises a `SendError`."""
        try:
            await self._bot.delete_webhook(drop_pending_updates=False)
        except telegram.error.TelegramError as error:
            raise verdict(error) from None

    async def set_my_commands(self, descriptions: Mapping[str, Mapping[str, str]]) -> None:
        """Show the menu of commands: language → command without slash → description. The first language is also everyone else's."""
        try:
            for place, (language, texts) in enumerate(descriptions.items()):
                commands = [telegram.BotCommand(name, text) for name, text in texts.items()]
                if place == 0:
                    await self._bot.set_my_commands(commands)
                await self._bot.set_my_commands(commands, language_code=language)
        except telegram.error.TelegramError as error:
            raise verdict(error) from None

    async def close(self) -> None:
        """Give connections back. The SDK's own `shutdown` does nothing for a bot that was never asked who it is."""
        for wire in self._wires:
            await wire.shutdown()
        await self._http.aclose()


def _chat(to: str) -> int:
    if not to.removeprefix("-").isascii() or not to.removeprefix("-").isdigit():
        raise RecipientGone("bad_address")
    return int(to)


def _pieces(outgoing: Outgoing) -> list[_Piece]:
    """What is sent one after another: a short text under what goes with it, else that first; buttons under the last."""
    keyboard = _keyboard(outgoing)
    enclosed = outgoing.image is not None or outgoing.document is not None
    if enclosed and units(outgoing.text) <= TELEGRAM_CAPTION:
        return [_Piece(outgoing.text, keyboard, outgoing.image, outgoing.document)]
    parts = (outgoing.text,) if units(outgoing.text) <= TELEGRAM_TEXT else split(outgoing.text, SPLIT_AT)
    texts = [_Piece(part) for part in parts[:-1]] + [_Piece(parts[-1], keyboard)]
    return [_Piece("", image=outgoing.image, document=outgoing.document), *texts] if enclosed else texts


def _keyboard(outgoing: Outgoing) -> telegram.InlineKeyboardMarkup | None:
    if not outgoing.options:
        return None
    labels = [option.label for option in outgoing.options]
    buttons = [telegram.InlineKeyboardButton(label, callback_data=data) for label, data in zip(labels, tokens(outgoing), strict=True)]
    width = row_width(labels)
    return telegram.InlineKeyboardMarkup([buttons[start : start + width] for start in range(0, len(buttons), width)])
