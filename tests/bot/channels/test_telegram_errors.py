"""Every error of the SDK has a verdict."""

from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest
from telegram import error as sdk

from bot.channels.base import ChannelDown, ContentRefused, NotSent, Paced, RecipientGone, SendError, SendUnknown
from bot.channels.telegram_errors import verdict


def every(kind: type[Exception]) -> Iterator[type[Exception]]:
    """A class and all below it."""
    yield kind
    for below in kind.__subclasses__():
        if below.__module__ == "telegram.error":
            yield from every(below)


MADE: dict[type[Exception], tuple[sdk.TelegramError, type[SendError]]] = {
    sdk.TelegramError: (sdk.TelegramError("x"), SendUnknown),
    sdk.Forbidden: (sdk.Forbidden("bot was blocked by the user"), RecipientGone),
    sdk.InvalidToken: (sdk.InvalidToken("x"), ChannelDown),
    sdk.EndPointNotFound: (sdk.EndPointNotFound("x"), ChannelDown),
    sdk.NetworkError: (sdk.NetworkError("Bad Gateway"), SendUnknown),
    sdk.BadRequest: (sdk.BadRequest("Message is too long"), ContentRefused),
    sdk.TimedOut: (sdk.TimedOut(), SendUnknown),
    sdk.ChatMigrated: (sdk.ChatMigrated(5), RecipientGone),
    sdk.RetryAfter: (sdk.RetryAfter(timedelta(seconds=5)), Paced),
    sdk.Conflict: (sdk.Conflict("x"), ChannelDown),
    sdk.PassportDecryptionError: (sdk.PassportDecryptionError("x"), SendUnknown),
}


@pytest.mark.parametrize("kind", list(every(sdk.TelegramError)))
def test_every_error_class_has_a_verdict(kind: type[Exception]) -> None:
    """A class added by the SDK makes this red until somebody has thought about it."""
    error, expected = MADE[kind]
    assert type(verdict(error)) is expected


def caused(error: sdk.TelegramError, cause: Exception) -> sdk.TelegramError:
    """The error as raised from its cause."""
    error.__cause__ = cause
    return error


CAUSES: list[tuple[Exception, type[SendError]]] = [
    (httpx.ConnectError("x"), NotSent),
    (httpx.ConnectTimeout("x"), NotSent),
    (httpx.PoolTimeout("x"), NotSent),
    (httpx.ReadTimeout("x"), SendUnknown),
    (httpx.RemoteProtocolError("x"), SendUnknown),
    (httpx.ReadError("x"), SendUnknown),
    (RuntimeError("x"), SendUnknown),
]


@pytest.mark.parametrize(("cause", "kind"), CAUSES)
def test_the_cause_of_a_network_error_decides(cause: Exception, kind: type[SendError]) -> None:
    """What the SDK calls a timeout may never have left."""
    assert type(verdict(caused(sdk.TimedOut(), cause))) is kind


@pytest.mark.parametrize("words", ["Chat not found", "chat not found", "USER NOT FOUND", "Peer_id_invalid"])
def test_descriptions_are_matched_in_any_case(words: str) -> None:
    """The SDK capitalises them."""
    assert type(verdict(sdk.BadRequest(words))) is RecipientGone


def test_a_permanent_400_is_not_retried_as_a_network_error() -> None:
    """BadRequest is a NetworkError in this SDK."""
    assert (issubclass(sdk.BadRequest, sdk.NetworkError), verdict(sdk.BadRequest("x")).retryable) == (True, False)


def test_an_error_never_quotes_the_server() -> None:
    """Descriptions may hold a name or the text."""
    assert "CANARY" not in str(verdict(sdk.BadRequest("CANARY")))
