"""What an error of python-telegram-bot means for a send: one table, most particular first.

Knows the SDK's errors; must not know sends. BadRequest and TimedOut are NetworkErrors in this SDK, so the order is the rule: RetryAfter,
Forbidden, InvalidToken, BadRequest, and only then NetworkError by what httpx says happened.
"""

from datetime import timedelta
from typing import Final

import httpx
from telegram import error as sdk

from bot.channels.base import ChannelDown, ContentRefused, NotSent, Paced, RecipientGone, SendError, SendUnknown

_BEFORE_ANY_BYTE: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
_NO_RECIPIENT: Final = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user is deactivated",
    "chat_write_forbidden",
    "not enough rights",
)


def verdict(error: sdk.TelegramError) -> SendError:
    """The `SendError` for an SDK error; its text never holds what was sent."""
    if isinstance(error, sdk.RetryAfter):
        return Paced("429", retry_after=_seconds(error))
    if isinstance(error, sdk.NetworkError) and not isinstance(error, sdk.BadRequest):
        return _network(error)
    for kind, make, code in _ANSWERS:
        if isinstance(error, kind):
            return make(code)
    return _bad_request(error) if isinstance(error, sdk.BadRequest) else SendUnknown("other")


_ANSWERS: Final[tuple[tuple[type[sdk.TelegramError], type[SendError], str], ...]] = (
    (sdk.Forbidden, RecipientGone, "403"),
    (sdk.InvalidToken, ChannelDown, "401"),
    (sdk.EndPointNotFound, ChannelDown, "404"),
    (sdk.Conflict, ChannelDown, "409"),
    (sdk.ChatMigrated, RecipientGone, "migrated"),
)


def _bad_request(error: sdk.BadRequest) -> SendError:
    said = error.message.lower()
    return RecipientGone("400") if any(phrase in said for phrase in _NO_RECIPIENT) else ContentRefused("400")


def _network(error: sdk.NetworkError) -> SendError:
    cause = error.__cause__
    if isinstance(cause, _BEFORE_ANY_BYTE):
        return NotSent(type(cause).__name__)
    return SendUnknown(type(cause).__name__ if cause is not None else "5xx")


def _seconds(error: sdk.RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
