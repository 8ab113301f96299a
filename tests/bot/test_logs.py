"""Log lines carry listed keys only; words, tokens and exception texts never get through."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot.logs import configure_logs

CANARY = "canary-Guadalupe-rodilla"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where the configured log goes; the root logger is given back afterwards."""
    root, kept = logging.getLogger(), logging.getLogger().handlers[:]
    level, hook = root.level, logging.raiseExceptions
    out = io.StringIO()
    configure_logs("DEBUG", console=False, process="test", stream=out)
    yield out
    root.handlers[:] = kept
    root.setLevel(level)
    logging.raiseExceptions = hook
    structlog.reset_defaults()


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    """Every line, parsed."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_unlisted_keys_are_dropped_and_counted(stream: io.StringIO) -> None:
    """A key that is not allowed leaves only a count behind."""
    structlog.stdlib.get_logger("bot.x").info("turn", case_ref="c1", text=CANARY, payload={"a": CANARY})
    assert (lines(stream)[0]["case_ref"], lines(stream)[0]["dropped"], CANARY in stream.getvalue()) == ("c1", 2, False)


def test_a_listed_key_takes_plain_values_only(stream: io.StringIO) -> None:
    """An object under an allowed key could carry words, so it is dropped."""
    structlog.stdlib.get_logger("bot.x").info("turn", reason=[CANARY])
    assert CANARY not in stream.getvalue()


def test_tracebacks_have_no_values(stream: io.StringIO) -> None:
    """An exception shows its type and code lines, not its text."""
    try:
        int(CANARY)
    except ValueError:
        structlog.stdlib.get_logger("bot.x").exception("failed")
    assert (lines(stream)[0]["error"], CANARY in stream.getvalue()) == ("ValueError", False)


@pytest.mark.parametrize(
    "name", ["sqlalchemy.engine", "asyncio", "httpx", "telegram.Bot", "twilio", "anything.else", "uvicorn.error", "alembic"]
)
def test_libraries_lose_their_arguments(stream: io.StringIO, name: str) -> None:
    """A library's arguments, and unknown libraries' words, stay out."""
    try:
        int(CANARY)
    except ValueError:
        logging.getLogger(name).exception("failed for %s", CANARY)
    assert CANARY not in stream.getvalue()


def test_unknown_library_words_stay_out(stream: io.StringIO) -> None:
    """The asyncio module puts an exception's repr into the message itself."""
    logging.getLogger("asyncio").error(f"Task exception was never retrieved {CANARY}")  # noqa: G004 - what asyncio does
    assert CANARY not in stream.getvalue()


def test_httpx_is_silent_at_info(stream: io.StringIO) -> None:
    """At INFO httpx logs every URL, with Telegram's token in it."""
    logging.getLogger("httpx").info("HTTP Request: %s", CANARY)
    assert stream.getvalue() == ""
