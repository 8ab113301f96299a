"""Does a text of staff read as clinical: fitness, medicines, what a finding means, what a treatment does? Then a physician writes it.

Knows word lists per language (`clinical.toml`); must not know roles. It asks twice rather than once too little: a coordinator loses a
click, a patient might lose more. Source: clinical facts 8.4, who may say what.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("clinical.toml")
_SENTENCE: Final = re.compile(r"[^.!?;:\n]+")
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Words:
    """`alone` is clinical by itself; `topic` and `says` together in one sentence are. A word ending in `*` stands for its beginning."""

    alone: tuple[tuple[str, ...], ...]
    topic: tuple[tuple[str, ...], ...]
    says: tuple[tuple[str, ...], ...]


def clinical(text: str) -> str:
    """The sentence that reads as clinical, as typed, in any of our languages; empty when none does."""
    for sentence in _SENTENCE.findall(text):
        words = _folded(sentence)
        for known in _words().values():
            if _any(known.alone, words) or (_any(known.topic, words) and _any(known.says, words)):
                return str(sentence.strip())
    return ""


@cache
def _words() -> dict[str, _Words]:
    data = tomllib.loads(FILE.read_text("utf-8"))
    return {
        language: _Words(*(tuple(tuple(_kept(phrase)) for phrase in lists[kind]) for kind in ("alone", "topic", "says")))
        for language, lists in data.items()
    }


def _kept(phrase: str) -> list[str]:
    """The words of a phrase of the list, with the star where it has one."""
    return [word if word == "*" else "".join(_folded(word)) + ("*" if word.endswith("*") else "") for word in phrase.split()]


def _folded(text: str) -> list[str]:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return _WORD.findall(plain)


def _any(phrases: tuple[tuple[str, ...], ...], words: list[str]) -> bool:
    return any(
        all(_same(sign, word) for sign, word in zip(phrase, words[start:], strict=False))
        for phrase in phrases
        for start in range(len(words) - len(phrase) + 1)
    )


def _same(sign: str, word: str) -> bool:
    return word.startswith(sign[:-1]) if sign.endswith("*") else word == sign
