"""`understand message|answer|language`: how the bot reads what people type, in bulk, JSON Lines in and out (contract 6).

Knows standard input and output; must not know the database, keys or settings. What it reads is never repeated in an error.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from io import TextIOWrapper
from typing import IO, Any, Final, TypeAlias

import click

_MALFORMED: Final = 2
Asked: TypeAlias = dict[str, Any]
Told: TypeAlias = dict[str, object]


def _text(asked: Asked, key: str, *, required: bool = True) -> str | None:
    value = asked[key] if required else asked.get(key)
    if not isinstance(value, str) and (required or value is not None):
        raise TypeError
    return value


def read_message_line(asked: Asked) -> Told:
    """`{"text", "lang"?}` to `{"labels"}`, the published ones, each once, in the order of the words."""
    from messages.understanding import read_message

    reading = read_message(_text(asked, "text") or "", _text(asked, "lang", required=False))
    return {"labels": list(dict.fromkeys(label.id for label in reading.labels if label.published))}


def read_answer_line(asked: Asked) -> Told:
    """`{"question_type", "text", "lang"?, "options"?, "multi"?, "context"?, "today"?}` to `{"value"}`."""
    from messages.understanding.answers import as_json, read_answer

    kind, today = _text(asked, "question_type") or "", _text(asked, "today", required=False)
    reading = read_answer(
        kind,
        _text(asked, "text") or "",
        _text(asked, "lang", required=False),
        options=tuple(asked.get("options") or ()),
        multi=bool(asked.get("multi")),
        context=_text(asked, "context", required=False),
        today=date.fromisoformat(today) if today else None,
    )
    return {"value": as_json(reading, kind)}


def read_language_line(asked: Asked) -> Told:
    """`{"text"}` to `{"lang"}`: `en es pt fr`, another where sure, or `unclear`."""
    from messages.understanding.language import read_language

    return {"lang": read_language(_text(asked, "text") or "")}


def read_lines(read: Callable[[Asked], Told], lines: IO[str], out: IO[str], errors: IO[str]) -> bool:
    """Answer every readable line in order, flushing each; name the unreadable ones by number. True when all were readable."""
    clean = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            reply = json.dumps({"id": asked["id"], **read(asked)}, ensure_ascii=False, default=str)
        except (ValueError, KeyError, TypeError, RecursionError):
            clean = False
            errors.write(f"line {number}: expected an object as contract 6 describes it\n")
            continue
        out.write(reply + "\n")
        out.flush()
    return clean


def _run(read: Callable[[Asked], Told]) -> None:
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
    if not read_lines(read, sys.stdin, sys.stdout, sys.stderr):
        raise SystemExit(_MALFORMED)


@click.group("understand", short_help="How the bot reads what people type, JSON Lines in and out.")
def understand() -> None:
    """Read what people type: one JSON object per line on standard input, one reading per line on standard output."""


@understand.command("message")
def message() -> None:
    """Any message to its labels: {"id", "text", "lang"} to {"id", "labels"}."""
    _run(read_message_line)


@understand.command("answer")
def answer() -> None:
    """An answer to a question: {"id", "question_type", "lang", "text", ...} to {"id", "value"}."""
    _run(read_answer_line)


@understand.command("language")
def language() -> None:
    """The language of a message: {"id", "text"} to {"id", "lang"}."""
    _run(read_language_line)
