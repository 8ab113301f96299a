"""The engine: a text's signs against the compiled rules, in every reading of the text.

Knows how rules, lexicon and scope are put together; must not know any language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from messages.guard.characters import fold, offsets, runs_backwards, starts
from messages.guard.disguise import glued
from messages.guard.lexicon import Lexicon, languages, read
from messages.guard.pattern import HARD, Compiler, words
from messages.guard.scope import Scope, Strength
from messages.guard.signs import PIECE, Alphabet

RULES: Final = ("price", "discount", "urgency", "financing", "cure", "reversal", "regeneration", "guarantee", "miracle", "no_risk",
                "testimonial", "stop_care", "verdict", "authority")  # fmt: skip
"""Ids of the rules, in the order findings of one place are given."""
ENOUGH: Final = 50
"""Findings after which a text is blocked without looking for more."""
_IN_THE: Final = "no_"
"""Portuguese "no" (em + o), which no text can spell: the rules may name it, and it denies nothing."""
_DOLLAR_LETTER: Final = re.compile(r"\$(?=[a-z]{2})|(?<=[a-z])\$(?=[a-z])|(?<=[a-z]{3})\$")
_STROKE_LETTER: Final = re.compile(r"(?<=[a-z0-9])[|!](?=[a-z0-9])|[|!](?=[a-z]{3})")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that breaks `rule`: places in the original text."""

    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Search:
    rule: str
    strength: Strength
    expression: re.Pattern[str]


def _patterns(rules: dict[str, Any]) -> Iterator[tuple[str, Strength, list[str]]]:
    """Every rule's patterns by strength: the common ones and each language's idioms."""
    sources = [rules, *(data["idioms"] for data in languages().values())]
    for rule in RULES:
        for strength in Strength:
            yield rule, strength, [pattern for source in sources for pattern in source.get(rule, {}).get(strength.value, [])]


def _frames(rules: dict[str, Any]) -> dict[str, list[str]]:
    names = rules["frames"]
    return {name: [*names[name], *(pattern for data in languages().values() for pattern in data["frames"].get(name, []))] for name in names}


class Engine:
    """Everything compiled once; judging keeps no state of the text."""

    def __init__(self) -> None:
        """Reads the data files; raises PatternError, KeyError or re.error when a rule cannot be compiled."""
        rules = read("rules")
        self._lexicon = Lexicon()
        self._lexicon.mark_keys(rules["lists"]["keys"])
        patterns, frames = list(_patterns(rules)), _frames(rules)
        every = [pattern for _, _, some in patterns for pattern in some] + [pattern for some in frames.values() for pattern in some]
        every += [*rules["macros"].values(), *(phrase for phrases in self._lexicon.phrases.values() for phrase in phrases)]
        for word in {word for pattern in every for word in words(pattern)}:
            self._lexicon.add([word], f"={fold(word)}")
        self._lexicon.add([_IN_THE], "=no")
        self._alphabet = Alphabet(self._lexicon)
        gap = f"[^{HARD}{self._signs_of('@neg')}]"
        compiler = Compiler(self._signs_of, gap, rules["macros"], self._lexicon.phrases)
        self._searches = [_Search(rule, strength, re.compile("|".join(map(compiler, some)))) for rule, strength, some in patterns if some]
        self._scope = Scope(self._signs_of, rules["lists"], frames, compiler)
        self._emergency = re.compile("|".join(map(compiler, rules["context"]["emergency"])))
        self._no, self._in_the = self._alphabet.encode(["no", _IN_THE])
        self._tells = {language: set(self._signs_of(f"@marker_{language}")) for language in languages()}

    def _signs_of(self, head: str) -> str:
        return self._alphabet.charset(head[1:] if head[0] == "@" else f"={fold(head)}")

    def hits(self, text: str, language: str | None) -> list[Hit]:
        """The phrases of `text` that break a rule, in order of place; at most `ENOUGH` per reading of the text."""
        found: dict[tuple[str, int, int], Hit] = {}
        folded = fold(text)
        for pieces, lengths in self._readings(folded):
            for rule, first, last in self._in_pieces(pieces, language):
                begins = starts(pieces) if lengths is None else _sums(lengths)
                start, end = begins[first], begins[last] + (lengths[last] if lengths else len(pieces[last]))
                found[rule, start, end] = Hit(rule, start, end)
        if runs_backwards(text) and not found:
            return [Hit(hit.rule, 0, len(text)) for hit in self.hits(text.replace("\u202e", "")[::-1], language)]
        return _placed(sorted(found.values(), key=lambda hit: (hit.start, RULES.index(hit.rule))), text)

    def _readings(self, folded: str) -> Iterator[tuple[list[str], list[int] | None]]:
        """The text as written, and with letters set apart put together, when there are any."""
        if "$" in folded:
            folded = _DOLLAR_LETTER.sub("s", folded)
        if "!" in folded or "|" in folded:
            folded = _STROKE_LETTER.sub("i", folded)
        pieces = PIECE.findall(folded)
        yield pieces, None
        together = glued(pieces, self._lexicon)
        if together is not None:
            yield together

    def _in_pieces(self, pieces: list[str], language: str | None) -> Iterator[tuple[str, int, int]]:
        """Rule, first and last piece of each phrase that counts."""
        encoded = self._alphabet.encode(pieces)
        signs = self._without_portuguese_no("".join(encoded), language)
        calm = self._emergency.search(signs) is None
        begins: list[int] = []
        count = 0
        for rule, start, end in self._in_signs(signs):
            if rule == "urgency" and not calm:
                continue
            begins = begins or starts(encoded)
            yield rule, _piece_at(begins, start), _piece_at(begins, end - 1)
            count += 1
            if count >= ENOUGH:
                return

    def _in_signs(self, signs: str) -> Iterator[tuple[str, int, int]]:
        for search in self._searches:
            place = 0
            while (match := search.expression.search(signs, place)) is not None:
                start, end = match.start(), match.start() + len(match.group().rstrip(","))
                if end > start and not self._scope.takes_back(signs, start, end, search.strength):
                    yield search.rule, start, end
                    place = max(end, start + 1)
                else:
                    place = start + 1

    def _without_portuguese_no(self, signs: str, language: str | None) -> str:
        """Portuguese `no` means "in the": where the text is Portuguese it is no negation."""
        if self._no not in signs:
            return signs
        votes = {tag: sum(map(signs.count, tells)) for tag, tells in self._tells.items()}
        best = max(votes, key=lambda tag: (votes[tag], tag == language))
        return signs.replace(self._no, self._in_the) if best == "pt" else signs


def _sums(lengths: list[int]) -> list[int]:
    places = [0]
    for length in lengths:
        places.append(places[-1] + length)
    return places


def _piece_at(begins: list[int], sign: int) -> int:
    """The piece that a sign came from; pieces without signs are passed over."""
    low, high = 0, len(begins) - 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if begins[middle] <= sign else (low, middle)
    return low


def _placed(hits: list[Hit], text: str) -> list[Hit]:
    """Hits with places in the folded text, moved to the original; those inside another of the same rule are dropped."""
    if not hits:
        return []
    places = offsets(text)
    kept: list[Hit] = []
    for hit in hits:
        start, end = places[hit.start], places[hit.end - 1] + 1
        if not any(other.rule == hit.rule and other.start <= start and end <= other.end for other in kept):
            kept.append(Hit(hit.rule, start, end))
    return kept


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The one engine of this process, compiled at first use."""
    return Engine()
