"""The words of every language and the classes they belong to, read from the data files beside this module.

Knows how the files are laid out and how an entry unfolds into word forms; must not know what any rule forbids.

An entry is a word (`gratis`), a beginning (`milagr*`), a verb with the name of its endings (`cur~ar`) or, with a space in it, a pattern.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from messages.guard.characters import fold
from messages.prompt import LANGUAGES

_HERE: Final = Path(__file__).parent
SECTIONS: Final = ("expand", "endings", "markers", "plain", "classes", "frames", "idioms", "instead")
"""Sections that every language file has."""
SHORTEST_STEM: Final = 3
SHORTEST_SPLIT: Final = 5
"""Letters of a word that is put together from two parts."""
_FIGURED: Final = re.compile(r"\d")


def read(name: str) -> dict[str, Any]:
    """The data files `NAME.toml` and `NAME_*.toml` of this package as one; raises OSError or TOMLDecodeError when one is not readable."""
    files = [_HERE / f"{name}.toml", *sorted(_HERE.glob(f"{name}_*.toml"))]
    merged: dict[str, Any] = {}
    for file in files:
        _merge(merged, tomllib.loads(file.read_text(encoding="utf-8")))
    return merged


def _merge(into: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Adds `more`: tables become one, lists go on."""
    for name, value in more.items():
        if isinstance(value, dict):
            _merge(into.setdefault(name, {}), value)
        else:
            into[name] = [*into.get(name, []), *value] if isinstance(value, list) else value


@lru_cache(maxsize=1)
def languages() -> Mapping[str, Mapping[str, Any]]:
    """Every language's file by its tag."""
    return {language: read(language) for language in LANGUAGES}


class Lexicon:
    """Word -> classes over all languages at once; `key` words are those worth looking for under a disguise."""

    def __init__(self) -> None:
        self.words: defaultdict[str, set[str]] = defaultdict(set)
        self.stems: defaultdict[str, set[str]] = defaultdict(set)
        self.expansions: dict[str, list[str]] = {}
        self.phrases: defaultdict[str, list[str]] = defaultdict(list)
        self.plain: set[str] = set()
        self.key: set[str] = set()
        self.mistyped: set[str] = set()
        self.key_stems: set[str] = set()
        self.split: set[str] = set()
        self.heads: set[str] = set()
        self.longest_stem = 0
        self._endings: dict[str, list[str]] = {}
        for data in languages().values():
            self._endings |= {name: [fold(ending) for ending in endings] for name, endings in data["endings"].items()}
        for language, data in languages().items():
            self._take(language, data)

    def _take(self, language: str, data: Mapping[str, Any]) -> None:
        self.expansions |= {fold(word): fold(full).split() for word, full in data["expand"].items()}
        self.plain |= {fold(word) for word in data["plain"]["words"]}
        self.add(data["markers"]["words"], f"marker_{language}")
        for name, entries in data["classes"].items():
            self.add((entry for entry in entries if " " not in entry), name)
            self.phrases[name].extend(entry for entry in entries if " " in entry)

    def add(self, entries: Iterable[str], name: str) -> None:
        """Puts every form of each entry into the class `name`."""
        for entry in entries:
            word = fold(entry)
            if word.endswith("*"):
                self.stems[word[:-1]].add(name)
                self.heads.add(word[:SHORTEST_STEM])
                self.longest_stem = max(self.longest_stem, len(word) - 1)
            for form in self.forms(word):
                self.words[form].add(name)

    def forms(self, word: str) -> list[str]:
        """The written forms of a folded entry; none for a beginning. Raises KeyError for unknown endings."""
        if word.endswith("*"):
            return []
        root, tilde, kind = word.partition("~")
        return [root + ending for ending in self._endings[kind]] if tilde else [word]

    def mark_keys(self, names: Iterable[str], mistyped: Iterable[str], split: Iterable[str]) -> None:
        """Remembers which words carry one of the classes `names`, which one of `mistyped`, and which one of `split`."""
        wanted, often, parted = set(names), set(mistyped), set(split)
        self.split = {word for word, classes in self.words.items() if classes & parted and len(word) >= SHORTEST_SPLIT}
        self.mistyped = {word for word, classes in self.words.items() if classes & often}
        self.key = {word for word, classes in self.words.items() if classes & wanted}
        self.key_stems = {stem for stem, classes in self.stems.items() if classes & wanted}

    def classes(self, word: str) -> frozenset[str]:
        """Every class of `word`; empty for a word nobody listed."""
        if word in self.plain:
            return frozenset()
        found = set(self.words.get(word, ()))
        if word[:SHORTEST_STEM] in self.heads and not _FIGURED.search(word):
            for end in range(SHORTEST_STEM, min(len(word), self.longest_stem) + 1):
                found |= self.stems.get(word[:end], set())
        return frozenset(found)

    def is_key(self, word: str) -> bool:
        """Whether `word` is one a disguise would hide."""
        if word in self.key:
            return True
        return word[:SHORTEST_STEM] in self.heads and any(
            word[:end] in self.key_stems for end in range(SHORTEST_STEM + 1, self.longest_stem + 1)
        )
