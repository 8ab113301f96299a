"""Does a text of staff read as clinical: fitness, medicines, what a finding means, what a treatment does? Then a physician writes it.

Knows word lists per language (`clinical.toml`); must not know roles. It asks twice rather than once too little: a coordinator loses a
click, a patient might lose more. Source: clinical facts 8.4, who may say what.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("clinical.toml")
_SENTENCE: Final = re.compile(r"[^.!?;:\n]+")
_START: Final = 2
"""Letters of a word by which phrases are found; no first word of a phrase with a star is shorter."""
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by how their first word begins, so that a word of a text is held against the few that may start there."""

    by_start: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def read(cls, listed: list[str]) -> "Phrases":
        """From the list of a file."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in map(_kept, listed):
            found.setdefault(phrase[0][:_START], []).append(tuple(phrase))
        return cls({start: tuple(phrases) for start, phrases in found.items()})

    def within(self, words: list[str]) -> bool:
        """Whether one of them stands in a sentence."""
        return any(
            _stands(phrase, words[at : at + len(phrase)])
            for at, word in enumerate(words)
            for phrase in self.by_start.get(word[:_START], ())
        )


@dataclass(frozen=True, slots=True)
class _Words:
    """`alone` is clinical by itself; a pair is, with both in one sentence. A word ending in `*` stands for its beginning."""

    alone: Phrases
    pairs: tuple[tuple[Phrases, Phrases], ...]


def clinical(text: str) -> str:
    """The sentence that reads as clinical, as typed, in any of our languages; empty when none does."""
    for sentence in _SENTENCE.findall(text):
        words = _folded(sentence)
        for known in _words().values():
            if known.alone.within(words) or any(topic.within(words) and says.within(words) for topic, says in known.pairs):
                return str(sentence.strip())
    return ""


@cache
def _words() -> dict[str, _Words]:
    data = tomllib.loads(FILE.read_text("utf-8"))
    return {language: _Words(Phrases.read(told["alone"]), tuple(_pair(each) for each in told["pair"])) for language, told in data.items()}


def _pair(lists: Mapping[str, list[str]]) -> tuple[Phrases, Phrases]:
    return Phrases.read(lists["topic"]), Phrases.read(lists["says"])


def _kept(phrase: str) -> list[str]:
    """The words of a phrase of the list, with the star where it has one."""
    return [word if word == "*" else "".join(_folded(word)) + ("*" if word.endswith("*") else "") for word in phrase.split()]


def _folded(text: str) -> list[str]:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return _WORD.findall(plain)


def _stands(phrase: tuple[str, ...], words: list[str]) -> bool:
    return len(phrase) <= len(words) and all(_same(sign, word) for sign, word in zip(phrase, words, strict=False))


def _same(sign: str, word: str) -> bool:
    return word.startswith(sign[:-1]) if sign.endswith("*") else word == sign
