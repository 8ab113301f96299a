"""Options chosen by their place in the list: `2`, `la segunda`, `the last one`, `1 y 3`, `todas menos la 2`, `ninguna`.

Knows how places are said; must not know what the options mean. An answer is read here only when every word of it belongs to such a
saying.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import Phrases, phrases, table
from messages.understanding.answers_places import spell_places
from messages.understanding.numbers import to_digits

_NUMBER: Final = re.compile(r"\d{1,3}")
_SILENT: Final = frozenset(",.;:()#*\"'&+! ")
_BETWEEN: Final = frozenset("-/")
_NTH_ONE: Final = re.compile(r"\b(first|second|third|fourth|fifth|sixth|last|middle|bottom|top|\d+(?:st|nd|rd|th)) ones?\b")
_LED: Final = re.compile(r"^\W*(?:la|el|the|a|le) \d\W*$")
_PAIR: Final = 2


@dataclass(slots=True)
class Places:
    """Places chosen, counted from 0 in the order said, out of `count` options.

    `everything`: all were named at once. `none`: none is wanted. `doubtful`: it could mean other places. `removed`: named as left out.
    `explicit`: said to be places, in words such as "option" or "the second", and not numbers alone. `pair`: "both" has a meaning here.
    `led`: an article stands before a number (`la 3`).
    `spanned`: a hyphen between two numbers left out those between them (`1-3`), which count where several may be chosen.
    """

    count: int
    chosen: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    everything: bool = False
    none: bool = False
    doubtful: bool = False
    excluding: bool = False
    explicit: bool = False
    pair: bool = False
    hyphens: int = 0
    spanned: bool = False
    pending: bool = False
    led: bool = False

    def take(self, place: int) -> None:
        """Choose a place, or leave it out where the words before said "all but"."""
        (self.removed if self.excluding else self.chosen).append(place)

    def mark(self, group: str) -> None:
        """Take a phrase that stands for places or changes how they are meant."""
        match group:
            case "last" | "penultimate" | "antepenultimate":
                self.take(self.count - 1 - ("last", "penultimate", "antepenultimate").index(group))
            case "top":
                self.take(0)
            case "middle":
                self.doubtful |= self.count % _PAIR == 0
                self.take(self.count // _PAIR)
            case "all" | "both":
                self.everything = True
                self.doubtful |= group == "both" and not self.pair
            case "none" | "excluding" | "doubtful" | "explicit":
                setattr(self, group, True)
            case _ if group.startswith("#"):
                self.explicit = True
                self.take(int(group[1:]))

    def span(self) -> None:
        """Take the places between the last two numbers, which a hyphen joins; two such hyphens are a list of another kind."""
        first, last = self.chosen[-2:]
        self.doubtful |= last < first or (self.hyphens > 1 and (self.spanned or last - first > 1)) or last >= self.count
        self.spanned |= last - first > 1
        self.chosen[-1:] = range(first + 1, last + 1)

    def outside(self) -> bool:
        """Whether a place was named that the list does not have."""
        return any(not 0 <= place < self.count for place in (*self.chosen, *self.removed))

    def is_doubtful(self) -> bool:
        """Whether what was said does not fit together."""
        contrary = (self.none and bool(self.chosen or self.everything)) or (self.excluding and not (self.removed and self.everything))
        return self.doubtful or contrary or self.pending

    def says_something(self) -> bool:
        """Whether any place, all or none was named."""
        return bool(self.chosen) or self.everything or self.none


@cache
def _phrases(language: str) -> Phrases:
    section = table(language)["choice"]
    ordinals = {f"#{place}": names for place, names in enumerate(section["ordinals"])}
    groups = {name: section[name] for name in ("none", "last", "penultimate", "antepenultimate", "top", "middle", "all", "both")}
    turns = {"excluding": section["except"], "doubtful": section["or"], "explicit": section["explicit"]}
    polite = [*table(language)["politeness"]["drop"], *table("shared")["yes_no"]["filler"]]
    return phrases({**ordinals, **groups, **turns, "silent": [*section["words"], *section["joins"], *polite]})


def read_places(folded: str, language: str, count: int, *, real: int | None = None, letters: str = "") -> Places | None:
    """The places said, or None when the answer says anything else as well.

    `count` is the number of options, `real` that of those which say something (all, where it is not given): two of them are "both".
    `letters` are those that may stand for places.
    """
    spelt = spell_places(folded, language, count, letters, real=real)
    said = _NTH_ONE.sub(r"\1", spelt) if language == "en" else spelt
    row = text.words(said)
    places = Places(count, pair=(count if real is None else real) == _PAIR, led=_LED.search(said) is not None)
    for found in _phrases(language).walk(row):
        if found.group:
            places.mark(found.group)
        elif not _take_number(places, row[found.start], language):
            return None
    return places if places.says_something() else None


def _take_number(places: Places, word: str, language: str) -> bool:
    """Take a number or a mark; False when the word is neither."""
    if word == "-" and places.chosen and not places.excluding:
        places.hyphens += 1
        places.pending = True
        return True
    if word in _BETWEEN:
        places.doubtful |= bool(places.chosen)
        return True
    places.explicit |= word == "#"
    if word in _SILENT:
        return True
    digits = word if word.isdigit() else to_digits(word, language)
    if not _NUMBER.fullmatch(digits):
        return False
    places.take(int(digits) - 1)
    if places.pending:
        places.pending = False
        places.span()
    return True
