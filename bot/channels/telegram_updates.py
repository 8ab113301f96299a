"""Telegram's deliveries read: secret, JSON, `Update`. Pure; must not send, store or log anything.

Only private chats speak to us; everything else is `Ignored` by its kind. Rules of the Bot API 10.0 as measured: unknown fields are
harmless, a malformed object raises whatever it likes inside the SDK, dates may be 0, ids exceed 32 bits.
"""

import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

import telegram

from bot.channels.base import Blocked, Content, Edited, Ignored, Sender, Start, Tap, Text, Update
from bot.channels.inbound import MalformedUpdate, clean
from bot.channels.telegram_messages import content_of
from bot.channels.telegram_shape import readable

_PAYLOAD_MOST: Final = 64  # Bot API: ?start= carries at most 64 of [A-Za-z0-9_-]
_MESSAGE_KINDS: Final = ("message", "edited_message", "callback_query", "my_chat_member")

ALLOWED_UPDATES: Final = _MESSAGE_KINDS
"""The kinds of update we ask Telegram for."""


def verify_secret(header: str | None, expected: str) -> bool:
    """Whether the webhook's secret header is ours, in constant time; False without a header or without an expected secret."""
    given = (header or "").encode("utf-8", "surrogatepass")
    return bool(expected) and hmac.compare_digest(given, expected.encode())


def account_of(token: str) -> str:
    """The bot's id, the part of its token that is no secret."""
    return token.partition(":")[0]


def decode(body: bytes) -> dict[str, Any]:
    """The JSON object of a webhook body. Raises `MalformedUpdate` for anything else, however deep, long or odd."""
    try:
        payload = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise MalformedUpdate from None
    if not isinstance(payload, dict):
        raise MalformedUpdate
    return payload


def delivery_id(body: bytes) -> str:
    """What a body that cannot be read is parked under: its update_id when there is one, else a hash of the body."""
    try:
        number = decode(body).get("update_id")
    except MalformedUpdate:
        number = None
    return str(number) if isinstance(number, int) and not isinstance(number, bool) else "sha256:" + sha256(body).hexdigest()


def webhook_answer(ack: str) -> dict[str, str]:
    """What the webhook answers: Telegram carries out `answerCallbackQuery` from the body, so a tap's spinner stops without a call."""
    return {"method": "answerCallbackQuery", "callback_query_id": ack} if ack else {}


def parse(payload: Mapping[str, Any], account: str) -> Update:
    """One Telegram update for bot `account`. Raises `MalformedUpdate`, and nothing else, for what cannot be read."""
    try:
        _number(payload["update_id"])
        return _read(telegram.Update.de_json(readable(payload)), payload, account)
    except Exception:  # noqa: BLE001 - the SDK raises TypeError, KeyError, AttributeError, OverflowError … on what is not an update
        raise MalformedUpdate from None


def _read(update: telegram.Update, payload: Mapping[str, Any], account: str) -> Update:
    key = str(update.update_id)
    if update.message is not None:
        return _message(update.message, payload["message"], key, account)
    if update.edited_message is not None:
        return _edited(update.edited_message, payload["edited_message"], key, account)
    if update.callback_query is not None:
        return _tap(update.callback_query, key, account)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member, key, account)
    kind = next((name for name in payload if name != "update_id"), "empty")
    return Update("telegram", account, key, None, Ignored(clean(str(kind))[:40]))


def _message(message: telegram.Message, raw: Mapping[str, Any], key: str, account: str) -> Update:
    content: Content = _said(message, raw) if _private(message.chat) else Ignored(f"chat_{message.chat.type}")
    return _update(key, account, message.from_user, content, ref=_ref(message), sent_at=_moment(message.date))


def _said(message: telegram.Message, raw: Mapping[str, Any]) -> Content:
    if message.from_user is None:
        return Ignored("no_sender")
    if message.text is None:
        return content_of(message, raw)
    text = clean(message.text)
    return _command(text) if text.startswith("/") else Text(text)


def _command(text: str) -> Content:
    """`/start abc` carries its payload; any other command is text, without the bot's name: `/help@ClinicBot` reads `/help`."""
    word, _, rest = text.partition(" ")
    name = word.partition("@")[0]
    if name.lower() == "/start":
        return Start(rest.strip()[:_PAYLOAD_MOST])
    return Text(f"{name} {rest}".rstrip())


def _edited(message: telegram.Message, raw: Mapping[str, Any], key: str, account: str) -> Update:
    words = message.text or message.caption
    if not _private(message.chat):
        content: Content = Ignored(f"chat_{message.chat.type}")
    elif "location" in raw:
        content = Ignored("live_location")
    elif words:
        content = Edited(_ref(message), clean(words))
    else:
        content = Ignored("edit_without_words")
    return _update(key, account, message.from_user, content, ref=_ref(message), sent_at=_moment(message.edit_date or message.date))


def _tap(query: telegram.CallbackQuery, key: str, account: str) -> Update:
    message = query.message
    if message is None or not _private(message.chat) or not query.data:
        content: Content = Ignored("tap_elsewhere")
        ref = ""
    else:
        ref = f"{message.chat.id}:{message.message_id}"
        content = Tap(clean(query.data), on=ref, label=_label(query))
    return _update(key, account, query.from_user, content, ref=ref, ack=str(query.id))


def _label(query: telegram.CallbackQuery) -> str:
    markup = query.message.reply_markup if isinstance(query.message, telegram.Message) else None
    buttons = [button for row in (markup.inline_keyboard if markup else ()) for button in row]
    return next((clean(button.text) for button in buttons if button.callback_data == query.data), "")


def _membership(change: telegram.ChatMemberUpdated, key: str, account: str) -> Update:
    status = change.new_chat_member.status
    if not _private(change.chat):
        content: Content = Ignored(f"chat_{change.chat.type}")
    elif status in {"kicked", "left"}:
        content = Blocked(blocked=True)
    else:
        content = Blocked(blocked=False)
    return _update(key, account, change.from_user, content, sent_at=_moment(change.date))


def _update(
    key: str, account: str, user: telegram.User | None, content: Content, *, ref: str = "", sent_at: datetime | None = None, ack: str = ""
) -> Update:
    if user is None and not isinstance(content, Ignored):
        raise MalformedUpdate
    sender = None if user is None or isinstance(content, Ignored) else _sender(user)
    return Update("telegram", account, key, sender, content, ref=ref, sent_at=sent_at, ack=ack)


def _sender(user: telegram.User) -> Sender:
    return Sender(_number(user.id), "telegram_user", display_name=clean(user.full_name), language_hint=clean(user.language_code or ""))


def _number(identity: object) -> str:
    if not isinstance(identity, int) or isinstance(identity, bool):
        raise MalformedUpdate
    return str(identity)


def _private(chat: telegram.Chat) -> bool:
    return chat.type == "private"


def _ref(message: telegram.Message) -> str:
    return f"{_number(message.chat.id)}:{_number(message.message_id)}"


def _moment(date: datetime | None) -> datetime | None:
    """The provider's time; None for 1970, which Telegram writes where it does not tell."""
    return None if date is None or date.timestamp() <= 0 else date.astimezone(UTC)
