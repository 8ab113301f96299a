"""The development corpora as rows: what a person typed, the labels it must give, the labels it must never give."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from messages.understanding import Reading, read_message

FOLDER: Final = Path(__file__).with_name("corpus")
HELD_BACK: Final = FOLDER.with_name("held_back")
"""Rows written after the lexicons, which no phrase was made from."""
LANGUAGES: Final = ("es", "en", "pt", "fr")


@dataclass(frozen=True, slots=True)
class Row:
    """One message of a corpus."""

    text: str
    expected: frozenset[str]
    forbidden: frozenset[str]


@cache
def rows(language: str, folder: Path = FOLDER) -> tuple[Row, ...]:
    """All rows of one language, from every corpus of the folder."""
    found = []
    for path in sorted(folder.glob(f"{language}*.toml")):
        for text, expected, forbidden in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
            found.append(Row(text, frozenset(expected.split()), frozenset(forbidden.split())))
    return tuple(found)


@cache
def read(text: str) -> Reading:
    """How a text of the corpora is read; once for all tests of a process, as reading is a function."""
    return read_message(text)
