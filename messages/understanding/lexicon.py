"""The lexicons of all languages, read once from the TOML files beside this module into three trees and a vocabulary.

Knows the files' layout; must not know what a label is for. Files: `lexicon/<language>/*.toml` and `lexicon/shared/*.toml`.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from messages.building import built
from messages.understanding.phrases import members, parse
from messages.understanding.spelling import Spelling, squeeze
from messages.understanding.tokens import fold
from messages.understanding.trie import Node, Rule, Symbols

FOLDER: Final = Path(__file__).with_name("lexicon")
URGENT: Final = ("emergency", "crisis", "opt_out", "human_request", "delete_data", "privacy_request", "sign:")
CLEARING: Final = ("scope:", "mask:")
ADULT: Final = 18
YOUTH: Final = 12
"""From twelve on a bare number may be an age (`tengo 17`); below, it is as often a pain score."""


LONG_WORD: Final = 8
"""From eight letters on words heard alike are spellings of one word (`arthrosis`, `artrosis`)."""
MANY: Final = 8
"""From eight on a number of tablets taken at once is no dose."""
KEPT: Final = 4000
"""Words of the lexicons whose symbols are kept once looked up; a word that only a person typed never is."""
ALARMS: Final = ("emergency", "crisis", "opt_out", "sign:")


@dataclass(slots=True)
class Lexicon:
    """Everything known about words. `urgent`, `plain` and `clearing` are the trees; the rest resolves a word to symbols."""

    urgent: Node = field(default_factory=Node)
    plain: Node = field(default_factory=Node)
    clearing: Node = field(default_factory=Node)
    rules: list[tuple[Rule, str]] = field(default_factory=list)
    expansions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    barriers: dict[str, frozenset[str]] = field(default_factory=dict)
    light: set[str] = field(default_factory=set)
    polite: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    alarming: frozenset[str] = frozenset()
    common: dict[str, frozenset[str]] = field(default_factory=dict)
    languages: dict[str, set[str]] = field(default_factory=dict)
    _symbols: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _prefixes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _squeezed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _spelling: Spelling = field(default_factory=lambda: Spelling(()))
    _known: set[str] = field(default_factory=set)
    _kept: dict[str, Symbols] = field(default_factory=dict)
    _raising: set[str] = field(default_factory=set)
    _alarming: set[str] = field(default_factory=set)

    def exact(self, word: str) -> Symbols:
        """Symbols of a word as written; doubled letters and chat abbreviations are still the same word."""
        found = self._kept.get(word)
        if found is None:
            found = self._direct(word).union(*(self._direct(known) for known in self.same(word)))
            if word in self._known and len(self._kept) < KEPT:
                self._kept[word] = found
        return found

    def same(self, word: str) -> tuple[str, ...]:
        """The known words that `word` is, but for doubled letters (55 is no 5); none when it is known as it stands.

        French is typed `reveillee` for `reveille` and the other way round: a known word of that ending is both.
        """
        if word in self._known and word.endswith("ee") and word[:-1] in self._known:
            return (word[:-1],)
        if word in self._known or word in self.aliases or len(word) < 2 or word.isdigit():
            return ()
        return tuple(self._squeezed.get(squeeze(word), ()))

    def guessed(self, word: str) -> Symbols:
        """Symbols of the word, and of the known words it may be a slip of.

        A short word that is known, or begins as one does, is read as it stands. A long one may be a slip that one phrase lists and
        another does not (`artrocis`): known, it is also what is heard like it; unknown, what is spelt nearly like it.
        """
        found = self.exact(word)
        known = word in self._known or bool(found and squeeze(word) in self._squeezed)
        if len(word) < LONG_WORD and (found or known):
            return found
        meant = self._spelling.alike(word) if known else self._spelling.meant(squeeze(word))
        return found | frozenset(symbol for other in meant for symbol in self._direct(other))

    def _direct(self, word: str) -> Symbols:
        found = list(self._symbols.get(word, ()))
        for alias in self.aliases.get(word, ()):
            found.extend(self._symbols.get(alias, ()))
        for length in range(3, len(word) + 1):
            found.extend(self._prefixes.get(word[:length], ()))
        for kind in self._kinds(word):
            found.extend((kind, *self._symbols.get(kind, ())))
        return frozenset(found)

    def _kinds(self, word: str) -> Iterator[str]:
        """What sort of number the word is, in digits or spelt out."""
        value = int(word[:6]) if word.isdigit() else self.numbers.get(word)
        if value is not None:
            yield "#"
            if value < ADULT:
                yield "#minor"
            if value >= MANY:
                yield "#many"
            if YOUTH <= value < ADULT:
                yield "#teen"
            if len(word) == 4 and word[:2] in {"19", "20"}:
                yield "#year"

    def add(self, rule: Rule, phrase: str, classes: dict[str, str]) -> None:
        """Put one phrase into its tree and its words into the vocabulary."""
        tree = self.clearing if rule.label.startswith(CLEARING) else self.urgent if rule.label.startswith(URGENT) else self.plain
        for symbol in tree.add(parse(self._spelt_out(phrase), classes), rule):
            self._learn(symbol, raising=tree is not self.clearing)
            self._heard_in(symbol, rule.language)
            if rule.label.startswith(ALARMS):
                self._alarming.update(word for word in members(symbol) if word.isalpha())
        self.rules.append((rule, phrase))

    def _spelt_out(self, phrase: str) -> str:
        return re.sub(r"(?<![a-z@#])[a-z]+(?![a-z*])", lambda word: " ".join(self.expansions.get(word.group(), (word.group(),))), phrase)

    def _heard_in(self, symbol: str, language: str) -> None:
        for word in members(symbol):
            self.languages.setdefault(word, set()).add(language)

    def _learn(self, symbol: str, *, raising: bool) -> None:
        for word in members(symbol):
            if raising and word.isalpha():
                self._raising.add(word)
            table, key = (self._prefixes, word[:-1]) if word.endswith("*") else (self._symbols, word)
            for name in dict.fromkeys((word, symbol)):
                if name not in table[key]:
                    table[key].append(name)

    def finish(self, plain_words: set[str]) -> None:
        """Index spelling once every phrase is in; `plain_words` are right as they stand and never corrected."""
        for word in {**self._symbols, **self.numbers, **dict.fromkeys(plain_words)}:
            self._squeezed[squeeze(word)].append(word)
        self._known = plain_words | set(self._symbols) | set(self.numbers)
        self._spelling = Spelling(sorted(self._raising))
        usual = self.fillers | self.light | frozenset().union(*self.common.values(), *self.barriers.values())
        self.alarming = frozenset(word for word in self._alarming - usual if len(word) > 2)


def _files() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(FOLDER.glob("*/*.toml")):
        yield path.parent.name, tomllib.loads(fold(path.read_text(encoding="utf-8")))


def _lines(block: str) -> Iterator[str]:
    for line in block.splitlines():
        phrase = line.split(" ;", 1)[0].strip()
        if phrase:
            yield phrase


def _add_labels(lexicon: Lexicon, language: str, data: dict[str, Any], classes: dict[str, str]) -> None:
    for key, block in data.get("labels", {}).items():
        label, _, kind = key.partition("/")
        for line in _lines(block):
            phrase, *flags = (part.strip() for part in line.split("!"))
            own = "own" in flags or label.startswith("sign:")
            rule = Rule(label, kind, language, "whole" in flags, own, "caps" in flags, "first" in flags, "mine" in flags)
            for ordered in _orders(phrase):
                lexicon.add(rule, ordered, classes)


def _orders(phrase: str) -> Iterator[str]:
    """`a & b` and `a &5 b` stand for both orders, with at most four or five words between."""
    parts = re.split(r"\s&(\d*)\s", phrase)
    if len(parts) != 3:
        yield phrase
        return
    first, width, second = parts
    yield f"{first} ..{width or 4} {second}"
    yield f"{second} ..{width or 4} {first}"


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The lexicon of all languages; parsed once per process. Raises PhraseError when a file holds a phrase that cannot be read."""
    return built("lexicon", _loaded)


def _loaded() -> Lexicon:
    lexicon = Lexicon()
    files = list(_files())
    classes: dict[str, dict[str, str]] = defaultdict(dict)
    plain: set[str] = set()
    fillers: set[str] = set()
    common: dict[str, set[str]] = defaultdict(set)
    for language, data in files:
        classes[language].update(data.get("classes", {}))
        lexicon.expansions.update({word: tuple(spelt.split()) for word, spelt in data.get("expand", {}).items()})
        for word, spelt in data.get("alias", {}).items():
            lexicon.aliases[word] = (*lexicon.aliases.get(word, ()), *spelt.split())
        lexicon.numbers.update(data.get("numbers", {}))
        plain.update(data.get("words", {}).get("plain", "").split())
        barriers = frozenset(data.get("words", {}).get("barrier", "").split())
        lexicon.barriers[language] = lexicon.barriers.get(language, frozenset()) | barriers
        lexicon.polite |= frozenset(data.get("words", {}).get("polite", "").split())
        lexicon.closing |= frozenset(data.get("words", {}).get("closing", "").split())
        lexicon.light.update(data.get("words", {}).get("light", "").split())
        fillers.update(data.get("words", {}).get("filler", "").split())
        common[language].update(data.get("words", {}).get("telling", "").split())
    for language, data in files:
        _add_labels(lexicon, language, data, {**classes["shared"], **classes[language]})
    lexicon.fillers = frozenset(fillers)
    lexicon.common = {language: frozenset(words) for language, words in common.items()}
    lexicon.finish(plain | fillers | {w for words in common.values() for w in words})
    return lexicon
