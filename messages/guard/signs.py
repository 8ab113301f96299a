"""From folded text to one sign per word: words of the same classes share a sign, so that a rule can be a regular expression over signs.

Knows the shapes of numbers and what punctuation separates; must not know rules.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from messages.guard.disguise import Unmasking
from messages.guard.lexicon import Lexicon

PIECE: Final = re.compile(r"\d+(?:[.,]\d+)+|[a-z0-9]+(?:[*#]+[a-z0-9]+)*(?:'(?:t|s|re|ll|ve|d|m)(?![a-z0-9]))?|[^a-z0-9]+")
NEUTRAL: Final = "x"
_FIRST: Final = 0x4E00
_NEVER: Final = "\uffff"
"""A sign that no text holds, for a class without words."""
_REMEMBERED: Final = 50_000
_NUMBER: Final = re.compile(r"(\d+)([a-z]+)\Z")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?\Z")
_SHAPES: Final = tuple(
    map(frozenset, ({"number", "small"}, {"number", "middle"}, {"number", "big"}, {"number", "year"}, {"number", "long"},
                    {"number", "big", "grouped"}, {"number", "small", "decimal"}, {"number", "small", "hundred"}, {"date"},
                    {"number", "big", "decimal"}))
)  # fmt: skip
_MEASURED: Final = 3
"""Digits before the decimal sign up to which a number measures a body: weights, values of a laboratory."""
_HELP: Final = frozenset({"helpline", "emergency"})
_MARKS: Final = ("rhetorical",)
"""Classes of signs that no word has: the engine writes them."""
_SIGNED: Final = {"%": "percent", "$": "money_sign", "€": "money_sign"}


def shape(word: str) -> frozenset[str]:
    """The classes of a number as written.

    `small` is under 100 or with one decimal part, `middle` under 1000, `year` 1900-2099, `long` as telephone numbers are, any other `big`.
    """
    if _GROUPED.match(word):
        return _SHAPES[5]
    if not word.isdigit():
        whole, *parts = re.split("[.,]", word)
        return _SHAPES[8] if len(parts) > 1 else _SHAPES[9] if len(whole) > _MEASURED else _SHAPES[6]
    if word == "100":
        return _SHAPES[7]
    if len(word) >= 7:
        return _SHAPES[4]
    if len(word) == 4 and word[:2] in {"19", "20"}:
        return _SHAPES[3]
    return _SHAPES[0] if len(word) <= 2 else _SHAPES[1] if len(word) == 3 else _SHAPES[2]


def separation(between: str) -> str:
    """The signs of what stands between two words: nothing, `,`, `H`, `Q` or `q`; a semicolon is `,H`, for what follows belongs to it."""
    found = ""
    if "?" in between:
        found = "Q"
    elif re.search(r"[.!;]+(?:[\s\"')\]*_·]|\Z)|\n[ \t]*\n|\n[ \t]*[-*·>]", between) and ".." not in between:
        found = ",H" if ";" in between else "H"
    elif re.search(r"[,:()\n·!.;\[\]|=>]| -|- ", between):
        found = ","
    return found + ("q" if "¿" in between else "")


class _Seen(dict[str, str]):
    """The signs of the pieces already read; `learn` reads a new one and remembers it when it is short."""

    def __init__(self, learn: Callable[[str], str]) -> None:
        super().__init__()
        self._read = learn

    def __missing__(self, piece: str) -> str:
        return self._read(piece)


class Alphabet:
    """Signs for every class set that can occur, and the memory of pieces already read."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Needs the lexicon complete, the words of the rules included."""
        self.lexicon = lexicon
        self.unmasking = Unmasking(lexicon)
        sets = (
            {lexicon.classes(word) for word in [*lexicon.words, *lexicon.stems]}
            | set(_SHAPES)
            | {frozenset({name}) for name in (*_SIGNED.values(), *_MARKS)}
        )
        sets |= {self._figure(word) for word in lexicon.words if word.isdigit()}
        sets |= {lexicon.classes(stem) | lexicon.classes(stem + "\0") for stem in lexicon.stems}
        ordered = sorted(filter(None, sets), key=sorted)
        self._sign = {classes: chr(_FIRST + place) for place, classes in enumerate(ordered)}
        self._classes = {sign: classes for classes, sign in self._sign.items()}
        self._seen = _Seen(self._learn)
        self._members: dict[str, str] = {}
        for classes, sign in self._sign.items():
            for name in classes:
                self._members[name] = self._members.get(name, "") + sign

    def charset(self, name: str) -> str:
        """The signs whose words belong to class `name`, for use between brackets; a sign that never occurs when there are none."""
        return self._members.get(name, _NEVER)

    def classes(self, sign: str) -> frozenset[str]:
        """The classes of a sign."""
        return self._classes.get(sign, frozenset())

    def encode(self, pieces: Iterable[str]) -> list[str]:
        """The signs of each piece, none to a few each."""
        if len(self._seen) > _REMEMBERED:
            self._seen.clear()
        return [*map(self._seen.__getitem__, pieces)]

    def _learn(self, piece: str) -> str:
        signs = self._word(piece) if piece[0].isascii() and piece[0].isalnum() else self._between(piece)
        if len(piece) <= 64:
            self._seen[piece] = signs
        return signs

    def _between(self, piece: str) -> str:
        marks = "".join(self._sign[frozenset({_SIGNED[mark]})] for mark in dict.fromkeys(piece) if mark in _SIGNED)
        between = separation(piece)
        return marks + between if piece.lstrip()[:1] in _SIGNED else between + marks

    def _known(self, word: str) -> str | None:
        if word in self.lexicon.plain:
            return NEUTRAL
        if word in self.lexicon.expansions:
            return "".join(self._known(part) or NEUTRAL for part in self.lexicon.expansions[word])
        return self._sign.get(self.lexicon.classes(word))

    def _word(self, word: str) -> str:
        if word[0].isdigit() and not any(character.isalpha() or character in "*#" for character in word):
            return self._sign[self._figure(word)]
        known = self._known(word)
        if known is not None:
            return known
        return self._apostrophe(word) or self._measured(word) or self._unmasked(word) or NEUTRAL

    def _figure(self, word: str) -> frozenset[str]:
        """The classes of a number; one that calls for help, such as 911, is no amount unless a currency stands beside it."""
        listed = self.lexicon.classes(word)
        return (_SHAPES[0] if _HELP & listed else shape(word)) | listed

    def _apostrophe(self, word: str) -> str | None:
        head, mark, tail = word.partition("'")
        if not mark:
            return None
        full = self.lexicon.expansions.get(f"'{tail}", [])
        return self._word(head) + "".join(self._known(part) or NEUTRAL for part in full)

    def _measured(self, word: str) -> str | None:
        """A number with its unit, such as `25k` or `500mg`."""
        number = _NUMBER.match(word)
        if number is None:
            return None
        unit = self._known(number[2])
        if unit is None:
            hides = len(number[2]) > 3 or number[1] == "0"
            return None if hides and self.unmasking.unmasked(word) else self._sign[shape(number[1])] + NEUTRAL
        return self._sign[shape(number[1])] + unit

    def _unmasked(self, word: str) -> str | None:
        hidden = self.unmasking.unmasked(word)
        if hidden is not None:
            return self._known(hidden)
        parts = self.unmasking.segmented(word)
        return "".join(self._known(part) or NEUTRAL for part in parts) if parts else None
