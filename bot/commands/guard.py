"""`guard`: judges texts in bulk, JSON Lines in, JSON Lines out (contract 6). The same code that every send passes.

Knows standard input and output; must not know the database, keys or settings. What it reads is never repeated in an error.
"""

import json
import sys
from io import TextIOWrapper
from typing import IO, Any, Final

import click

from messages.guard import judge

_MALFORMED: Final = 2


def answer(line: str) -> str:
    """The verdict on one line `{"id", "text", "lang"?}`, as JSON. Raises ValueError, KeyError, TypeError, RecursionError if malformed."""
    asked: dict[str, Any] = json.loads(line)
    text, language = asked["text"], asked.get("lang")
    if not isinstance(text, str) or not isinstance(language, str | None):
        raise TypeError
    verdict = judge(text, language)
    findings = [{"rule": finding.rule, "phrase": finding.phrase} for finding in verdict.findings]
    return json.dumps({"id": asked["id"], "blocked": verdict.blocked, "findings": findings}, ensure_ascii=False)


def judge_lines(lines: IO[str], out: IO[str], errors: IO[str]) -> bool:
    """Answers every readable line in order, flushing each; names the unreadable ones by number. True when all were readable."""
    clean = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            reply = answer(line)
        except (ValueError, KeyError, TypeError, RecursionError):
            clean = False
            errors.write(f'line {number}: expected an object with "id" and "text"\n')
            continue
        out.write(reply + "\n")
        out.flush()
    return clean


@click.command("guard", short_help="Judge texts in bulk, JSON Lines in and out.")
def command() -> None:
    """Judge texts: one JSON object per line on standard input, {"id", "text", "lang"}; one verdict per line on standard output."""
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
    if not judge_lines(sys.stdin, sys.stdout, sys.stderr):
        raise SystemExit(_MALFORMED)
