"""Everyday senses of a rule's words: what a phrase speaks of when it speaks of the house, of the patient's own past or of somebody else.

Knows how an entry of `rules_senses.toml` is read; must not know which senses there are. A claim needs an object: "the last places" of a car
park, a fax that works by miracle and a tumour that was removed years ago promise nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from messages.guard.pattern import Compiler

_NOTHING: Final = re.compile(r"(?!)")
_MOST: Final = 8
"""Places of one sentence that are looked at for one pattern."""
Places = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """Where the patterns of one everyday sense stand in one sentence.

    A pattern of `over` meets the phrase, one of `around` stands anywhere in its sentence outside the phrase; neither counts when one of
    `unless` stands in the sentence outside the phrase.
    """

    over: Places
    around: Places
    unless: Places

    def holds(self, start: int, end: int) -> bool:
        """Whether the phrase at `start`..`end` is meant so."""
        met = any(_meets(place, start, end) for place in self.over) or any(not _meets(place, start, end) for place in self.around)
        return met and all(_meets(place, start, end) for place in self.unless)


class Senses:
    """The everyday senses by rule."""

    def __init__(self, entries: Iterable[Mapping[str, Any]], compiler: Compiler) -> None:
        """`entries` as the data file has them; raises KeyError for one without `rules`."""
        self._by_rule: dict[str, list[tuple[re.Pattern[str], ...]]] = {}
        for entry in entries:
            sense = tuple(_union(compiler, entry.get(name, ())) for name in ("over", "around", "unless"))
            for rule in entry["rules"]:
                self._by_rule.setdefault(rule, []).append(sense)

    def found(self, rule: str, sentence: str) -> list[Found]:
        """The senses of the words of `rule` that may be meant somewhere in `sentence`."""
        each = (Found(*(_places(pattern, sentence) for pattern in sense)) for sense in self._by_rule.get(rule, ()))
        return [one for one in each if one.over or one.around]


def _places(pattern: re.Pattern[str], sentence: str) -> Places:
    return [match.span() for match in islice(pattern.finditer(sentence), _MOST)]


def _meets(place: tuple[int, int], start: int, end: int) -> bool:
    return place[0] < end and start < place[1]


def _union(compiler: Compiler, patterns: Iterable[str]) -> re.Pattern[str]:
    found = list(patterns)
    return compiler.union(found) if found else _NOTHING
