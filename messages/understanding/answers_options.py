"""Options found by their words: label, synonym, part, abbreviation or a slip of the finger.

Knows how to compare an answer with labels; must not know languages beyond the word lists it is given, nor places in a list.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz import fuzz

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import table

_SHORTEST_PART: Final = 3
_SHORTEST_SLIP: Final = 4
_ALIKE: Final = 82
_MARGIN: Final = 12
_NEGATED_WITHIN: Final = 2

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """An option with every phrase it is known by, each as content words, and its concept (`none`, `both` …) if it has one."""

    id: str
    phrases: tuple[Words, ...]
    concepts: frozenset[str]


@cache
def _concepts() -> Mapping[Words, tuple[str, ...]]:
    found: dict[Words, tuple[str, ...]] = {}
    for concept, said in table("concepts")["concepts"].items():
        for phrase in (concept, *said):
            key = text.key(phrase.replace("_", " "))
            found[key] = (*found.get(key, ()), concept)
    return found


@cache
def _concept_phrases(concept: str) -> tuple[Words, ...]:
    return tuple(text.key(phrase.replace("_", " ")) for phrase in (concept, *table("concepts")["concepts"][concept]))


@cache
def stop_words(language: str) -> frozenset[str]:
    """Words that carry no choice."""
    return frozenset(word for phrase in table(language)["choice"]["stop"] for word in text.key(phrase))


@cache
def negations(language: str) -> frozenset[str]:
    """Words that turn what stands beside them into its opposite."""
    return frozenset(word for phrase in table(language)["choice"]["not"] for word in text.key(phrase))


def content(row: Iterable[str], language: str) -> Words:
    """The words of a row that carry meaning; all of them when none would be left."""
    kept = tuple(word for word in row if not text.is_break(word))
    return tuple(word for word in kept if word not in stop_words(language)) or kept


def _forms(phrase: Words, language: str) -> tuple[Words, ...]:
    """A phrase in full and by its content; one with a negation only in full, or "no sé" would be "no"."""
    return (phrase,) if negations(language).intersection(phrase) else (phrase, content(phrase, language))


@cache
def option(name: str, texts: tuple[str, ...], language: str) -> Option:
    """An option by its id and the texts it is shown or said as."""
    keys = [text.key(said.replace("_", " ")) for said in (*texts, name)]
    own = next((_concepts()[key] for key in keys if key in _concepts()), ())
    phrases = [*keys, *(phrase for concept in own for phrase in _concept_phrases(concept))]
    forms = [form for phrase in phrases for form in _forms(phrase, language) if form]
    return Option(name, tuple(dict.fromkeys(forms)), frozenset(own))


def exact(row: Words, options: Sequence[Option]) -> list[str]:
    """Options known by exactly these words."""
    return [candidate.id for candidate in options if row in candidate.phrases]


@dataclass(frozen=True, slots=True)
class _Span:
    option: str
    start: int
    end: int
    negated: bool


def _spans(row: Words, options: Sequence[Option], negations: frozenset[str]) -> list[_Span]:
    found = []
    for candidate in options:
        for phrase in candidate.phrases:
            if len(phrase) == 1 and len(phrase[0]) < _SHORTEST_PART:
                continue
            for start in range(len(row) - len(phrase) + 1):
                end = start + len(phrase)
                if row[start:end] == phrase:
                    before = row[max(0, start - _NEGATED_WITHIN) : start]
                    after = row[end : end + 1]
                    negated = bool(negations.intersection(before) or (negations.intersection(after) and end + 1 == len(row)))
                    found.append(_Span(candidate.id, start, end, negated))
    return found


def mentioned(row: Words, options: Sequence[Option], negations: frozenset[str]) -> tuple[list[str], list[str]]:
    """Options whose phrase stands in the row: affirmed and negated ones; a phrase within a longer one does not count."""
    spans = _spans(row, options, negations)
    whole = [
        span
        for span in spans
        if not any(
            other.option != span.option
            and other.start <= span.start
            and span.end <= other.end
            and other.end - other.start > span.end - span.start
            for other in spans
        )
    ]
    affirmed = dict.fromkeys(span.option for span in sorted(whole, key=lambda span: span.start) if not span.negated)
    return list(affirmed), [span.option for span in whole if span.negated and span.option not in affirmed]


def _is_part(row: Words, phrase: Words) -> bool:
    return all(len(word) >= _SHORTEST_PART and any(said.startswith(word) for said in phrase) for word in row)


def partly(row: Words, options: Sequence[Option]) -> list[str]:
    """Options of which the row says a part or an abbreviation (`izq`, `rod der`)."""
    return [candidate.id for candidate in options if any(_is_part(row, phrase) for phrase in candidate.phrases)]


def _likeness(row: Words, phrase: Words) -> float:
    said, meant = " ".join(row), " ".join(phrase)
    if min(len(said), len(meant)) < _SHORTEST_SLIP:
        return 0
    return float(fuzz.ratio(said, meant))


def alike(row: Words, options: Sequence[Option]) -> str | None:
    """The option the row nearly spells, when it is near to one and clearly less near to every other."""
    scores = sorted(((max(_likeness(row, phrase) for phrase in candidate.phrases), candidate.id) for candidate in options), reverse=True)
    best = scores[0]
    runner_up = scores[1][0] if len(scores) > 1 else 0
    return best[1] if best[0] >= _ALIKE and best[0] - runner_up >= _MARGIN else None
