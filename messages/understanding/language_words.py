"""How much the words of a message speak for each language.

Knows the word lists beside it; must not know how the language is decided. A word counts for less the more languages share it.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from messages.understanding import answers_text as text

SPOKEN: Final = ("en", "es", "pt", "fr")
KNOWN: Final = (*SPOKEN, "de", "it")
_FOLDER: Final = Path(__file__).parent / "profiles"
_WORDS: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ACCENTED: Final = 1.5
_LETTERS: Final = 1.0
_ENDING: Final = 0.4
_GREETING: Final = 0.8
_SHORTEST_ENDING: Final = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the words say: points per language, how many words were looked at and how many of them any list knows."""

    points: Mapping[str, float]
    words: int
    known: int


@cache
def _profile(language: str) -> Mapping[str, Any]:
    return MappingProxyType(tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8")))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Each word (accents kept, and again without) with its points per language: one point parted by the square of how many share it."""
    spelt: dict[str, set[str]] = {}
    for language in KNOWN:
        for word in _profile(language)["words"]:
            for form in {word.casefold(), text.fold(word)}:
                spelt.setdefault(form, set()).add(language)
    return {word: dict.fromkeys(sharing, 1 / len(sharing) ** 2) for word, sharing in spelt.items()}


@cache
def _greetings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b{re.escape(_plain(greeting))}\b"), language) for language in KNOWN for greeting in _profile(language)["greetings"]
    )


def _of_word(word: str) -> Mapping[str, float]:
    """The points of one word; a spelling with its accents speaks louder than one without."""
    as_written = _weights().get(word)
    if as_written:
        return {language: points * (_ACCENTED if word != text.fold(word) else 1) for language, points in as_written.items()}
    folded = text.fold(word)
    return _weights().get(folded) or _weights().get(_drawn_out(folded)) or _of_ending(folded)


def _drawn_out(folded: str) -> str:
    return text.squeeze(folded)


def _plain(said: str) -> str:
    return " ".join(text.squeeze(word) for word in text.fold(said).split())


def _of_ending(word: str) -> Mapping[str, float]:
    if len(word) < _SHORTEST_ENDING:
        return {}
    sharing = [language for language in KNOWN if word.endswith(tuple(_profile(language)["endings"]))]
    return dict.fromkeys(sharing, _ENDING / len(sharing) ** 2) if sharing else {}


def weigh(said: str) -> Evidence:
    """The evidence of a message's words, greetings and letters."""
    plain = text.sound(said).casefold().replace("’", "'")
    folded = _plain(said)
    words = _WORDS.findall(plain)
    points = dict.fromkeys(KNOWN, 0.0)
    known = 0
    for word in words:
        found = _of_word(word) or _of_word(word.split("'")[-1])
        known += bool(found)
        for language, more in found.items():
            points[language] += more
    for pattern, language in _greetings():
        points[language] += _GREETING * bool(pattern.search(folded))
    for language in KNOWN:
        points[language] += _LETTERS * sum(letter in plain for letter in _profile(language)["letters"])
    return Evidence(points, len(words), known)
