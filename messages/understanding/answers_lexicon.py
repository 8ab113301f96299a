"""Word lists for reading answers, loaded once per language from the files beside this module.

Knows the shape of those files and finds the longest phrase at a place; must not know what a phrase leads to.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from messages.understanding import answers_text as text

_FOLDER: Final = Path(__file__).parent / "answers"


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found in a row of words: its group, and the words from `start` up to `end`."""

    group: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with the group each belongs to; of two phrases at one place the longer one wins.

    `longest` gives for each first word the length of the longest phrase that begins with it.
    """

    groups: Mapping[tuple[str, ...], str]
    longest: Mapping[str, int]

    def at(self, row: Sequence[str], start: int) -> Found | None:
        """The longest phrase that begins at `start`, if any."""
        most = self.longest.get(row[start], 0) if start < len(row) else 0
        for length in range(min(most, len(row) - start), 0, -1):
            group = self.groups.get(tuple(row[start : start + length]))
            if group is not None:
                return Found(group, start, start + length)
        return None

    def walk(self, row: Sequence[str]) -> Iterator[Found]:
        """Every word once, left to right; a word in no phrase comes with the group `` (empty)."""
        start = 0
        while start < len(row):
            found = self.at(row, start) or Found("", start, start + 1)
            yield found
            start = found.end

    def find(self, row: Sequence[str]) -> list[Found]:
        """The phrases in the row, left to right, without the words between them."""
        return [found for found in self.walk(row) if found.group]


def phrases(groups: Mapping[str, Iterable[str]]) -> Phrases:
    """Phrases from groups of texts; a text in two groups belongs to the first."""
    table: dict[tuple[str, ...], str] = {}
    for group, texts in groups.items():
        for phrase in texts:
            table.setdefault(text.key(phrase), group)
    table.pop((), None)
    longest: dict[str, int] = {}
    for words in table:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Phrases(MappingProxyType(table), MappingProxyType(longest))


@cache
def table(name: str) -> Mapping[str, Any]:
    """A data file by name (`es`, `shared`), parsed."""
    return MappingProxyType(tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8")))


@cache
def any_of(language: str, section: str, group: str) -> re.Pattern[str]:
    """Any phrase of one group of a section, as whole words of a folded text."""
    return re.compile(rf"\b(?:{text.either(table(language)[section][group])})\b")


@cache
def lexicon(language: str, section: str) -> Phrases:
    """The phrases of one section (`yes_no`, `units` …) in one language, those shared by all languages included."""
    own: Mapping[str, list[str]] = table(language).get(section, {})
    shared: Mapping[str, list[str]] = table("shared").get(section, {})
    return phrases({group: [*own.get(group, ()), *shared.get(group, ())] for group in dict.fromkeys([*own, *shared])})


@cache
def group_phrases(language: str, section: str, *groups: str) -> Phrases:
    """The phrases of some groups of a section alone; of a text in two of them the first group counts.

    Choices are compared without elided words, so that theirs are known in that form too: `j'ai rien` is `ai rien`.
    """
    said = {name: table(language)[section][name] for name in groups}
    if section != "choice":
        return phrases(said)
    return phrases(
        {name: [*texts, *(short for each in texts if (short := text.without_elided(each)) != each)] for name, texts in said.items()}
    )


def same_words(row: Sequence[str], phrase: str) -> bool:
    """Whether a row of words says exactly the phrase."""
    return tuple(row) == text.key(phrase)
