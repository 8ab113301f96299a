"""What of a text is counted: words, neighbours, and parts of words, each as a place in the table of weights.

Knows letters and sentences; must not know what any of them weighs. Sentences do not touch: a text is the union of its sentences.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final
from zlib import crc32

SIZE: Final = 1 << 18
"""Places in the table of one head; two features that share one are told apart by the rest of the text."""
_LAST: Final = SIZE - 1
PARTS: Final = (3, 4, 5)
"""Letters in a part of a word, its two edges counted."""

TOGETHER: Final = 3
"""Sentences judged together: a denial often stands beside what it denies."""
_SENTENCE: Final = re.compile(r"[^.!?;\n…¡¿]+(?:[.,]\d[^.!?;\n…¡¿]*)*[.!?;\n…]*")
_TOKEN: Final = re.compile(r"[a-z\u00df-\u024f\u0370-\u04ff']+|[0-9%$€£]+|[?!,:]")
_DIGITS: Final = re.compile(r"\d+")
_DRAWN_OUT: Final = re.compile(r"(.)\1{2,}")
_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_LONGEST_WORD: Final = 30


@dataclass(frozen=True, slots=True)
class Span:
    """One sentence: its features' places, and where it stands in the text."""

    start: int
    end: int
    places: frozenset[int]


def plain(text: str) -> str:
    """Small letters without accents, every number the same, no letter more than twice in a row."""
    letters = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return _DRAWN_OUT.sub(r"\1\1", _DIGITS.sub("0", letters))


def spans(text: str) -> list[Span]:
    """The sentences of a text that hold a word."""
    found = []
    for match in _SENTENCE.finditer(text):
        words = _words(match.group())
        if words:
            places = frozenset(map(place, {*_neighbours(words)})).union(*map(_places_of, words))
            found.append(Span(match.start(), match.end(), places))
    return found


def windows(cut: list[Span]) -> list[Span]:
    """What is judged of a text: all of it when it is short, else also every few sentences that follow each other."""
    if len(cut) <= TOGETHER:
        return [_joined(cut)] if cut else []
    return [_joined(cut), *(_joined(cut[at : at + TOGETHER]) for at in range(len(cut) - TOGETHER + 1))]


def _joined(cut: list[Span]) -> Span:
    return Span(cut[0].start, cut[-1].end, frozenset(chain.from_iterable(span.places for span in cut)))


def place(name: str) -> int:
    """Where a feature's weight lies in the table of a head."""
    return crc32(name.encode()) & _LAST


def names(sentence: str) -> Iterator[str]:
    """The features of one sentence by name; none when it holds no word."""
    words = _words(sentence)
    if words:
        yield from _neighbours(words)
        for word in dict.fromkeys(words):
            yield from _parts(word)


def spoken(name: str) -> str:
    """A feature by name as a person reads it: neighbours with their gap as `…`, a part of a word with `…` where the word goes on."""
    kind, rest = name[0], name[1:].strip()
    if kind == "c":
        head, tail = ("" if rest.startswith("_") else "…"), ("" if rest.endswith("_") else "…")
        return f"{head}{rest.strip('_')}{tail}"
    words = [word for word in rest.split() if word not in {"<", ">"}]
    return (" … " if kind == "s" else " ").join(words)


def _words(sentence: str) -> list[str]:
    return [word[:_LONGEST_WORD] for word in _TOKEN.findall(plain(sentence))]


def _neighbours(words: list[str]) -> list[str]:
    """Pairs, pairs with a gap, and threes; the edges of the sentence count as words."""
    framed = ["<", *words, ">"]
    pairs = [f"b {one} {two}" for one, two in pairwise(framed)]
    gaps = [f"s {one} {two}" for one, two in zip(framed, framed[2:], strict=False)]
    threes = [f"t {one} {two} {three}" for one, two, three in zip(framed, framed[1:], framed[2:], strict=False)]
    return [*pairs, *gaps, *threes]


def _parts(word: str) -> list[str]:
    edged = f"_{word}_"
    return [f"w {word}", *(f"c{edged[at : at + size]}" for size in PARTS for at in range(len(edged) - size + 1))]


@lru_cache(maxsize=20_000)
def _places_of(word: str) -> frozenset[int]:
    return frozenset(map(place, _parts(word)))
