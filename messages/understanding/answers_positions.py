"""Options chosen by their place in the list: `2`, `la segunda`, `the last one`, `1 y 3`, `todas menos la 2`, `ninguna`.

Knows how places are said; must not know what the options mean. An answer is read here only when every word of it belongs to such a
saying.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import Phrases, phrases, table
from messages.understanding.numbers import to_digits

_NUMBER: Final = re.compile(r"\d{1,3}")
_SILENT: Final = frozenset(",.;:()#*\"'&+ ")


@dataclass(frozen=True, slots=True)
class Places:
    """Places chosen, counted from 0 in the order said; `none` when none is wanted; `doubtful` when it could mean other places."""

    chosen: tuple[int, ...] = ()
    none: bool = False
    doubtful: bool = False
    outside: bool = False


@cache
def _phrases(language: str) -> Phrases:
    section = table(language)["choice"]
    ordinals = {f"#{place}": names for place, names in enumerate(section["ordinals"])}
    groups = {name: section[name] for name in ("none", "last", "middle", "all", "both", "except", "or")}
    silent = {
        "silent": [*section["words"], *section["joins"], *table(language)["politeness"]["drop"], *table("shared")["yes_no"]["filler"]]
    }
    return phrases({**ordinals, **groups, **silent})


@dataclass(slots=True)
class _Reader:
    count: int
    chosen: list[int]
    removed: list[int]
    excluding: bool = False
    none: bool = False
    doubtful: bool = False

    def take(self, *places: int) -> None:
        (self.removed if self.excluding else self.chosen).extend(places)

    def saying(self, group: str) -> None:
        everything = range(self.count)
        match group:
            case "none":
                self.none = True
            case "all":
                self.take(*everything)
            case "both":
                self.doubtful |= self.count != len(("one", "other"))
                self.take(*everything)
            case "last":
                self.take(self.count - 1)
            case "middle":
                self.doubtful |= self.count % 2 == 0
                self.take(self.count // 2)
            case "except":
                self.excluding = True
            case "or":
                self.doubtful = True
            case _ if group.startswith("#"):
                self.take(int(group[1:]))

    def places(self) -> Places:
        chosen = tuple(place for place in dict.fromkeys(self.chosen) if place not in self.removed)
        outside = any(not 0 <= place < self.count for place in (*self.chosen, *self.removed))
        doubtful = self.doubtful or (self.none and bool(chosen)) or (self.excluding and not self.removed)
        return Places(chosen, self.none, doubtful, outside)


def _digits(folded: str, language: str) -> list[str]:
    mended = re.sub(r"\b(ones?)\b", "", folded) if language == "en" and re.search(r"\w (?:one|ones)\b", folded) else folded
    return text.words(re.sub(r"(?<=\d)(?=[.)])", " ", mended))


def read_places(folded: str, language: str, count: int) -> Places | None:
    """The places said, or None when the answer says anything else as well. `count` is the number of options."""
    row = _digits(folded, language)
    reader = _Reader(count, [], [])
    for found in _phrases(language).walk(row):
        token = row[found.start]
        if found.group:
            reader.saying(found.group)
        elif not _take_token(reader, token, language):
            return None
    return reader.places() if reader.chosen or reader.none else None


def _take_token(reader: _Reader, token: str, language: str) -> bool:
    """Take a number or a mark; False when the word is neither."""
    if token in "-/":
        reader.doubtful |= bool(reader.chosen)
        return True
    if token in _SILENT:
        return True
    digits = token if token.isdigit() else to_digits(token, language)
    if not _NUMBER.fullmatch(digits):
        return False
    reader.take(int(digits) - 1)
    return True
