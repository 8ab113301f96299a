"""Does a text of staff read as clinical: fitness, medicines, what a finding means, what a treatment does? Then a physician writes it.

Knows word lists per language (`clinical.toml`); must not know roles. It asks twice rather than once too little: a coordinator loses a
click, a patient might lose more. Only a clause which leaves the answer to the physician, or asks for a list, is not read. Source:
clinical facts 8.4, who may say what.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).with_name("clinical.toml")
_SENTENCE: Final = re.compile(r"((?:(?<=\d)[.:](?=\d)|(?<=\b[DdSs]r)[.]|(?<=\b[DdSs]ra)[.]|[^.!?;:\n])+)([?]?)")
_CLAUSE: Final = re.compile(
    r"[,()]|\s(?=(?:y|and|e|et|pero|but|mas|mais|aunque|although|porque|because|mientras|meanwhile)\s)", re.IGNORECASE
)
_BEFORE: Final = frozenset(
    {"y", "and", "e", "et", "pero", "but", "mas", "mais", "pues", "ok", "so", "then", "solo", "just", "only", "please"}
)
"""What may stand before the first word of a clause."""
_TAGS: Final = frozenset(
    {"ok", "okay", "si", "no", "vale", "verdad", "right", "yes", "certo", "ta", "viu", "ne", "d accord", "hein", "non"}
)
"""At the end of a sentence, after a comma, these make no question of what was said."""
_FIRST: Final = "^"
_NUMBER: Final = "#"
_SIGNS: Final = frozenset({"*", _FIRST, _NUMBER})
_START: Final = 2
"""Letters of a word by which phrases are found; no first word of a phrase with a star is shorter."""
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their first word, or how it begins, so that a word of a text is held against the few that may start there."""

    single: frozenset[str]
    whole: Mapping[str, tuple[tuple[str, ...], ...]]
    begun: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def read(cls, listed: list[str]) -> "Phrases":
        """From the list of a file."""
        kept = [_kept(phrase) for phrase in listed]
        single = frozenset(phrase[0] for phrase in kept if len(phrase) == 1 and not phrase[0].endswith("*"))
        whole: dict[str, list[tuple[str, ...]]] = {}
        begun: dict[str, list[tuple[str, ...]]] = {}
        for phrase in kept:
            if phrase[0].endswith("*"):
                begun.setdefault(phrase[0][:_START], []).append(phrase)
            elif len(phrase) > 1:
                whole.setdefault(phrase[0], []).append(phrase)
        return cls(single, *({start: tuple(each) for start, each in found.items()} for found in (whole, begun)))

    def within(self, said: "_Said") -> bool:
        """Whether one of them stands in a sentence."""
        return not self.single.isdisjoint(said.places) or any(
            _stands(phrase, said.words[at : at + len(phrase)])
            for word, places in said.places.items()
            for phrase in (*self.whole.get(word, ()), *self.begun.get(word[:_START], ()))
            for at in places
        )


@dataclass(frozen=True, slots=True)
class _Said:
    """Words in their order, and where each of them stands, so that a long text is looked through by its different words."""

    words: list[str]
    places: Mapping[str, list[int]]

    @classmethod
    def read(cls, words: list[str]) -> "_Said":
        """From the words."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            places.setdefault(word, []).append(at)
        return cls(words, places)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Clinical with a `topic` and, where it lists any, something it `says`, in one sentence; not beside `unless`; not always when asked."""

    topic: Phrases
    says: Phrases | None
    unless: Phrases
    asked: bool

    def within(self, said: _Said, *, asks: bool) -> bool:
        """Whether a sentence, a question or not, holds both."""
        if asks and not self.asked:
            return False
        return self.topic.within(said) and (self.says is None or self.says.within(said)) and not self.unless.within(said)


@dataclass(frozen=True, slots=True)
class _Words:
    """`alone` is clinical by itself; a clause with `left`, or one of each of `leaves`, leaves it to the physician or asks for a list."""

    alone: Phrases
    pairs: tuple[_Pair, ...]
    left: Phrases
    leaves: tuple[Phrases, Phrases]

    def clinical(self, said: _Said, *, asks: bool) -> bool:
        """Whether a sentence, a question or not, reads as clinical."""
        return self.alone.within(said) or any(pair.within(said, asks=asks) for pair in self.pairs)

    def leave(self, clause: _Said) -> bool:
        """Whether a clause says nothing of its own."""
        return self.left.within(clause) or all(each.within(clause) for each in self.leaves)


def clinical(text: str) -> str:
    """The sentence that reads as clinical, as typed, in any of our languages; empty when none does."""
    for sentence, mark in _SENTENCE.findall(text):
        clauses = [words for clause in _CLAUSE.split(sentence) if (words := _folded(clause))]
        asks = bool(mark and clauses) and " ".join(clauses[-1]) not in _TAGS
        if _reads([_begun(clause) for clause in clauses], asks=asks):
            return str(sentence.strip())
    return ""


def _reads(clauses: list[list[str]], *, asks: bool) -> bool:
    """Whether clinical in one language, without the clauses that say nothing of their own in any."""
    known = _words()
    kept = [clause for clause in clauses if not any(each.leave(_Said.read(clause)) for each in known)]
    said = _Said.read([word for clause in kept for word in clause])
    return any(each.clinical(said, asks=asks) for each in known)


def _begun(words: list[str]) -> list[str]:
    """A clause with a sign before its first word of weight, which phrases may ask for."""
    at = next((at for at, word in enumerate(words) if word not in _BEFORE), len(words))
    return [*words[:at], _FIRST, *words[at:]]


@cache
def _words() -> tuple[_Words, ...]:
    told = tomllib.loads(FILE.read_text("utf-8")).values()
    # an illness is often written alike in two languages, so what is arranged counts in all of them
    arranged = [phrase for each in told for phrase in each["words"]["arranged"]]
    return tuple(_read(each, {**each["words"], "arranged": arranged}) for each in told)


def _read(told: Mapping[str, Any], groups: Mapping[str, list[str]]) -> _Words:
    listed = partial(_phrases, groups)
    pairs = tuple(_pair(each, listed) for each in told["pair"])
    left = told["left"]
    return _Words(listed(told["alone"]), pairs, listed(left["alone"]), (listed(left["who"]), listed(left["does"])))


def _pair(told: Mapping[str, Any], listed: Callable[[list[str]], Phrases]) -> _Pair:
    says = listed(told["says"]) if "says" in told else None
    return _Pair(listed(told["topic"]), says, listed(told.get("unless", [])), told.get("asked", True))


def _phrases(groups: Mapping[str, list[str]], listed: list[str]) -> Phrases:
    """Phrases of a list, where `@name` stands for all of a group."""
    return Phrases.read([each for one in listed for each in (groups[one[1:]] if one.startswith("@") else [one])])


@cache
def _kept(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the list, with the star where it has one, the first of a clause after its sign."""
    words = phrase.replace(_FIRST, f"{_FIRST} ").split()
    return tuple(word if word in _SIGNS else "".join(_folded(word)) + ("*" if word.endswith("*") else "") for word in words)


def _folded(text: str) -> list[str]:
    """Words without accents; a number is one sign, whichever it is."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return [_NUMBER if word.isdigit() else word for word in _WORD.findall(plain)]


def _stands(phrase: tuple[str, ...], words: list[str]) -> bool:
    return len(phrase) <= len(words) and all(_same(sign, word) for sign, word in zip(phrase, words, strict=False))


def _same(sign: str, word: str) -> bool:
    return word.startswith(sign[:-1]) if sign.endswith("*") else word == sign
