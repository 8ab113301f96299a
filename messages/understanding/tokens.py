"""Text as it was typed, cut into folded words that remember where they stood.

Knows letters, accents, apostrophes and punctuation; must not know what any word means.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from messages.understanding.excerpts import excerpts

COMMA: Final = 1
LINE: Final = 2
SENTENCE: Final = 3
"""How strongly a word is cut off from the one before it; 0 is not at all."""

_WORD = re.compile(
    r"(?<![a-z0-9.])[a-z](?:\.[a-z])+(?![a-z0-9])|[a-z]+(?:'[a-z]+)*|[0-9]+|[.!?;,:()\n]+|[\U0001F000-\U0001FAFF\u2600-\u27BF]"
)
_OTHER_WORDS: Final = frozenset({"a.m", "p.m", "y.o", "e.u", "u.s"})
"""Abbreviations that written without their dots would be words of their own (`eu`, `yo`, `us`): their letters stand apart."""
_ELISIONS = frozenset({"c", "d", "j", "l", "m", "n", "qu", "s", "t", "jusqu", "lorsqu", "puisqu", "quelqu", "presqu", "aujourd"})
_SPECIAL: Final = {
    **dict.fromkeys("œŒ", "oe"),
    **dict.fromkeys("æÆ", "ae"),
    **dict.fromkeys("øØ", "o"),
    "ß": "ss",
    "ł": "l",
    "ı": "i",
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`\u2032", "'"),
}


class _Folding(dict[str, str]):
    """One character to its folded form: no accent, no case; what has no plain form stays itself."""

    def __missing__(self, char: str) -> str:
        plain = _SPECIAL.get(char)
        if plain is None:
            decomposed = unicodedata.normalize("NFKD", char)
            plain = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()[:8]
        if len(self) < 4096:
            self[char] = plain
        return plain


_FOLDING = _Folding()


@dataclass(slots=True)
class Words:
    """A message as folded words; `starts` and `ends` are offsets in the typed text, `breaks` the cut before each word."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    asked: set[int] = field(default_factory=set)
    """Positions of words after which a question mark stands."""

    def __len__(self) -> int:
        return len(self.words)


def fold(text: str) -> str:
    """The text in lower case without accents, for comparing only: never shown to anyone."""
    return text.lower() if text.isascii() else "".join(map(_FOLDING.__getitem__, text))


def _folded_with_offsets(text: str) -> tuple[str, list[int] | None]:
    """The folded text, and where in it each typed character ends (None when both are of one measure)."""
    if text.isascii():
        return text.lower(), None
    pieces = list(map(_FOLDING.__getitem__, text))
    folded = "".join(pieces)
    if len(folded) == len(text) and all(pieces):
        return folded, None
    return folded, list(accumulate(map(len, pieces)))


def _strength(mark: str, text: str, start: int) -> int:
    if any(c in mark for c in "!?;"):
        return SENTENCE
    dots = mark.count(".")
    if dots == 1 and text[start - 1 : start].isdigit() and text[start + 1 : start + 2].isdigit():
        return 0
    if dots == 1:
        return SENTENCE
    return LINE if "\n" in mark else COMMA


def _pieces(word: str) -> Iterator[tuple[str, int]]:
    """A word with apostrophes as one word (don't) or, after a French elision, as several (j'ai), with their offsets."""
    offset = 0
    parts = word.split("'")
    while len(parts) > 1 and parts[0] in _ELISIONS:
        yield parts[0], offset
        offset += len(parts[0]) + 1
        parts = parts[1:]
    yield "".join(parts), offset


def _written(word: str) -> Iterator[tuple[str, int]]:
    """The words that one run of letters stands for, with their offsets: `c.o.p.d` is one, `j'ai` is two."""
    if "." not in word:
        yield from _pieces(word)
    elif word in _OTHER_WORDS:
        yield from ((letter, 2 * at) for at, letter in enumerate(word.split(".")))
    else:
        yield word.replace(".", ""), 0


def cut(text: str, expansions: Mapping[str, tuple[str, ...]], telling: frozenset[str] = frozenset()) -> Words:
    """Cut `text` into words; `expansions` spells out what chat runs together (jai: j ai). Linear in the length of the text.

    A word said more than twice running (`no no no no`) stands twice. Of a very long text only excerpts are cut, chosen by `telling` words.
    """
    folded, offsets = _folded_with_offsets(text)
    result = Words()
    for start, end in excerpts(folded, telling):
        _cut_into(result, (folded, offsets), (start, end), expansions)
    return result


def _cut_into(result: Words, text: tuple[str, list[int] | None], part: tuple[int, int], expansions: Mapping[str, tuple[str, ...]]) -> None:
    """Add the words of one part of a folded text; a part that is not the first begins a sentence."""
    folded, offsets = text
    strength = SENTENCE if result.words else 0
    for found in _WORD.finditer(folded, *part):
        token = found.group()
        if token[0] in ".!?;,:()\n":
            strength = max(strength, _strength(token, folded, found.start()))
            if "?" in token and result.words:
                result.asked.add(len(result.words) - 1)
            continue
        whole = "'" in token or "." in token
        for piece, offset in _written(token) if whole else ((token, 0),):
            start = found.start() + offset
            last = start + len(piece) - 1 if not whole or offset else found.end() - 1
            span = (start, last + 1) if offsets is None else (bisect_right(offsets, start), bisect_right(offsets, last) + 1)
            if result.words[-2:] == [piece, piece]:
                continue
            for spelt in expansions.get(piece, (piece,)):
                result.words.append(spelt)
                result.starts.append(span[0])
                result.ends.append(span[1])
                result.breaks.append(strength)
                strength = 0
