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
"""Places of one sentence that are looked at for a pattern which must meet the phrase."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One everyday sense, of some rules.

    A pattern of `over` meets the phrase, one of `around` stands anywhere in its sentence outside the phrase; neither counts when one of
    `unless` stands in the sentence outside the phrase.
    """

    over: re.Pattern[str]
    around: re.Pattern[str]
    unless: re.Pattern[str]

    def holds(self, sentence: str, start: int, end: int) -> bool:
        """Whether the phrase at `start`..`end` of `sentence` is meant so."""
        outside = (sentence[:start], sentence[end:])
        met = any(self.around.search(part) for part in outside) or self._meets(sentence, start, end)
        return met and not any(self.unless.search(part) for part in outside)

    def _meets(self, sentence: str, start: int, end: int) -> bool:
        return any(found.start() < end and start < found.end() for found in islice(self.over.finditer(sentence), _MOST))


class Senses:
    """The everyday senses by rule."""

    def __init__(self, entries: Iterable[Mapping[str, Any]], compiler: Compiler) -> None:
        """`entries` as the data file has them; raises KeyError for one without `rules`."""
        self._by_rule: dict[str, list[Sense]] = {}
        for entry in entries:
            sense = Sense(*(_union(compiler, entry.get(name, ())) for name in ("over", "around", "unless")))
            for rule in entry["rules"]:
                self._by_rule.setdefault(rule, []).append(sense)

    def everyday(self, rule: str, sentence: str, start: int, end: int) -> bool:
        """Whether the phrase of `rule` at `start`..`end` of `sentence` has one of its everyday senses there."""
        return any(sense.holds(sentence, start, end) for sense in self._by_rule.get(rule, ()))


def _union(compiler: Compiler, patterns: Iterable[str]) -> re.Pattern[str]:
    found = list(patterns)
    return compiler.union(found) if found else _NOTHING
