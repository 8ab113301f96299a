"""Options found by their words: label, synonym, part, abbreviation or a slip of the finger.

Knows how to compare an answer with labels; must not know places in a list, nor what a question is about.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Final, TypeAlias

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import table
from messages.understanding.numbers import to_digits

LANGUAGES: Final = ("en", "es", "pt", "fr")
_SHORTEST_PART: Final = 3
_TELLING: Final = 3
"""Words from which on a phrase tells an option though each of them is common: `once a month`."""
_SHORT_WORDS: Final = frozenset({"tv", "ad", "dr", "fb", "rx", "rt", "lt"})
_SHORTEST_SLIP: Final = 4
_LONGEST_ENDING: Final = 6
_ALIKE: Final = 80
_SHORT_LABEL: Final = 3
_MARGIN: Final = 12
_NEGATED_WITHIN: Final = 2
_PARTS: Final = re.compile(r"[,;/()]")
"""What stands between two names of one option: `Non-smoker, never smoked`."""
_BOTH_GENDERS: Final = re.compile(r"(?<=\w)(?:/(?:a|o|as|os|e|es|ne)|\((?:a|o|as|os|e|s|es|ne)\))(?!\w)")
"""The second ending of a label for both genders: "hijo/a", "casado(a)"."""

Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """An option by its texts (`own`), every phrase it is known by, those of them that tell it within a sentence, and its concepts.

    A phrase of words that carry no choice (`para mí`) tells only as a whole answer.
    """

    id: str
    own: tuple[Words, ...]
    phrases: tuple[Words, ...]
    telling: tuple[Words, ...]
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Span:
    option: str
    start: int
    end: int
    negated: bool

    def within(self, other: "_Span") -> bool:
        """Whether a longer phrase holds all of this one: of another option, or of its own one, denied."""
        longer = other.end - other.start > self.end - self.start
        return (other.option != self.option or other.negated) and other.start <= self.start and self.end <= other.end and longer

    def leads_to(self, other: "_Span") -> bool:
        """Whether the last of two words is the first of another option's phrase: `pa mi` before `mi chamaco`."""
        return other.option != self.option and self.start < other.start == self.end - 1 and other.end > self.end


def row_of(folded: str) -> Words:
    """Folded text as words and marks, elided articles (`l'`, `d'`) left out."""
    return tuple(text.words(text.without_elided(folded)))


def without_marks(row: Sequence[str]) -> Words:
    """A row's words alone."""
    return tuple(word for word in row if not text.is_break(word))


def _key(phrase: str) -> Words:
    return without_marks(row_of(text.fold(phrase.replace("_", " "))))


@cache
def _concepts() -> Mapping[Words, frozenset[str]]:
    found: dict[Words, frozenset[str]] = {}
    for language in LANGUAGES:
        for concept, said in table("concepts")[language].items():
            carriers = table("concepts")["carried_by"].get(concept)
            for phrase in (concept, *said) if carriers is None else carriers:
                found[_key(phrase)] = found.get(_key(phrase), frozenset()) | {concept}
    return found


@cache
def concept_phrases(concept: str, language: str) -> tuple[Words, ...]:
    """The phrases of a concept in a language and in English, in which ids are written."""
    return tuple(_key(phrase) for spoken in (language, "en") for phrase in table("concepts")[spoken].get(concept, ()))


@cache
def stop_words(language: str) -> frozenset[str]:
    """Words that carry no choice."""
    return frozenset(word for phrase in table(language)["choice"]["stop"] for word in text.key(phrase))


@cache
def negations(language: str) -> frozenset[str]:
    """Words that turn what stands beside them into its opposite."""
    return frozenset(word for phrase in table(language)["choice"]["not"] for word in text.key(phrase))


@cache
def weak_words(language: str) -> frozenset[str]:
    """Words so common in labels that one of them alone, within an answer of more words, tells no option."""
    return frozenset(word for phrase in table(language)["choice"]["weak"] for word in text.key(phrase))


def content(row: Sequence[str], language: str) -> Words:
    """A row without the words that carry no choice; all of it when nothing would be left."""
    kept = tuple(word for word in row if word not in stop_words(language))
    return kept if without_marks(kept) else tuple(row)


def _tells_both(key: Words, language: str) -> bool:
    """Whether a label is a phrase for both with the thing behind it: `os dois ombros`."""
    return len(key) > 1 and key[:-1] in {_key(phrase) for phrase in table(language)["choice"]["both"]}


def _forms(phrase: Words, language: str) -> tuple[Words, ...]:
    """A phrase in full and by its content; only in full where little would be left: "no" of "no sé", a number of "las dos"."""
    short = content(phrase, language)
    kept = negations(language).intersection(phrase) or to_digits(" ".join(short), language).isdigit()
    return (phrase,) if kept else (phrase, short)


@cache
def option(
    name: str, texts: tuple[str, ...], language: str, shared: frozenset[str] = frozenset(), more: frozenset[str] = frozenset()
) -> Option:
    """An option by its id and the texts it is shown or said as; of concepts it shares with another option it has no phrases.

    `more` are concepts whose phrases tell it besides.
    """
    keys = [_key(said) for said in (*texts, name)]
    keys += [_key(plain) for said in (*texts, name) if (plain := _BOTH_GENDERS.sub("", said)) != said]
    own = _carried(keys, language) or frozenset[str]().union(*(_shared_by_parts(said, language) for said in (*texts, name)))
    own |= {"both"} if any(_tells_both(key, language) for key in keys) else frozenset()
    phrases = [*keys, *(phrase for concept in sorted((own - shared) | more) for phrase in concept_phrases(concept, language))]
    forms = tuple(dict.fromkeys(form for phrase in phrases for form in _forms(phrase, language) if form))
    silent = stop_words(language) | weak_words(language)
    telling = tuple(form for form in forms if len(form) >= _TELLING or not silent.issuperset(form))
    return Option(name, tuple(filter(None, keys)) or ((name,),), forms, telling, own)


def _carried(keys: Sequence[Words], language: str) -> frozenset[str]:
    """The concepts these texts are words for."""
    return frozenset[str]().union(*(_concepts().get(form, frozenset()) for key in keys for form in _forms(key, language)))


def _shared_by_parts(said: str, language: str) -> frozenset[str]:
    """The concepts that every part of a label of several names is a word for."""
    parts = [_carried([_key(part)], language) for part in _PARTS.split(said) if part.strip()]
    return frozenset.intersection(*parts) if len(parts) > 1 else frozenset()


def with_telling_words(options: tuple[Option, ...], language: str) -> tuple[Option, ...]:
    """Options that can also be told by a word only their own short label has (`left` of "Left knee"), unless labels hold numbers."""
    labels = [content(option.own[0], language) for option in options]
    if any(word.isdigit() for label in labels for word in label):
        return options
    return tuple(
        replace(option, telling=tuple(dict.fromkeys(option.telling + _telling_words(place, labels, language))))
        for place, option in enumerate(options)
    )


def _telling_words(place: int, labels: Sequence[Words], language: str) -> tuple[Words, ...]:
    own = labels[place]
    if len(own) > _SHORT_LABEL or negations(language).intersection(own):
        return ()
    silent = stop_words(language) | weak_words(language)
    others = {word for other, label in enumerate(labels) if other != place for word in label}
    words = [word for word in own if word not in others and word not in silent and len(word) >= _SHORTEST_PART]
    alike = [phrase for word in words for concept in sorted(_concepts().get((word,), ())) for phrase in concept_phrases(concept, language)]
    return tuple((word,) for word in words) + tuple(
        phrase for phrase in alike if not others.intersection(phrase) and not silent.issuperset(phrase)
    )


def exact(row: Words, options: Sequence[Option]) -> list[str]:
    """Options whose own text is exactly these words; else those known by them."""
    own = [candidate.id for candidate in options if row in candidate.own]
    return own or [candidate.id for candidate in options if row in candidate.phrases]


def numbered_part(row: Words, options: Sequence[Option]) -> list[str]:
    """Options of whose label the row is the end, number included: `tipo 2` of "Diabetes tipo 2"."""
    if len(row) <= 1 or not any(word.isdigit() for word in row):
        return []
    return [candidate.id for candidate in options if any(own[-len(row) :] == row for own in candidate.own)]


def _is_negated(row: Words, start: int, end: int, language: str) -> bool:
    negative, near = negations(language), table(language)["choice"]["near"]
    before: list[str] = []
    for word in reversed(row[max(0, start - _NEGATED_WITHIN) : start]):
        if text.is_break(word):
            break
        before.append(word)
    clause = list(takewhile(lambda word: not text.is_break(word), reversed(row[:start])))
    silent = list(takewhile(lambda word: word in stop_words(language) - negative, clause))
    before += clause[len(silent) : len(silent) + 1]
    if clause and clause[0] in near:
        return True
    ends = end + 1 == len(row) or (end + 1 < len(row) and text.is_break(row[end + 1]))
    return bool(negative.intersection(before)) or (ends and row[end] in negative)


def _spans(row: Words, options: Sequence[Option], language: str) -> list[_Span]:
    return [
        _Span(candidate.id, start, start + len(phrase), _is_negated(row, start, start + len(phrase), language))
        for candidate in options
        for phrase in candidate.telling
        if len(phrase) > 1 or len(phrase[0]) >= _SHORTEST_PART or phrase[0] in _SHORT_WORDS
        for start in range(len(row) - len(phrase) + 1)
        if row[start : start + len(phrase)] == phrase
    ]


def mentioned(row: Words, options: Sequence[Option], language: str) -> tuple[list[str], list[str]]:
    """Options whose phrase stands in the row: affirmed and negated ones; a phrase within a longer one does not count."""
    spans = _spans(row, options, language)
    whole = [span for span in spans if not any(span.within(other) or span.leads_to(other) for other in spans)]
    affirmed = dict.fromkeys(span.option for span in sorted(whole, key=lambda span: span.start) if not span.negated)
    return list(affirmed), [span.option for span in whole if span.negated and span.option not in affirmed]


def _is_part(row: Words, phrase: Words) -> bool:
    return all(len(word) >= _SHORTEST_PART and any(said.startswith(word) for said in phrase) for word in row)


def _whole_names(candidate: Option) -> list[Words]:
    """The phrases a part may stand for: the texts of an option and single words; `esposa` is no part of `falleció mi esposa`."""
    own = {word for phrase in candidate.own for word in phrase}
    return [phrase for phrase in candidate.phrases if len(phrase) == 1 or own.issuperset(phrase)]


def partly(row: Words, options: Sequence[Option]) -> list[str]:
    """Options of which the row says a part or an abbreviation (`izq`, `rod der`); a row of courtesies alone says none."""
    if not row:
        return []
    found = [(candidate.id, phrase) for candidate in options for phrase in _whole_names(candidate) if _is_part(row, phrase)]
    found = [(name, phrase) for name, phrase in found if len(phrase) == 1] or found
    close = [name for name, phrase in found if len(phrase) == len(row)]
    return list(dict.fromkeys(close or [name for name, _ in found]))


def is_another_thing(row: Words, options: Sequence[Option], language: str) -> bool:
    """Whether a row is a known word for something no label names: `hombre` is no slip of "Hombro"."""
    named = {(word,) for candidate in options for phrase in candidate.own for word in phrase}
    meant = [concept_phrases(concept, language) for concept in table("concepts")[language]]
    return any(row in said and not named.intersection(said) for said in meant)


def of_subject(row: Words, options: Sequence[Option], language: str) -> list[str]:
    """Options whose label has a word, such as "dolor", that elsewhere only says what an answer is about."""
    subject = {word for phrase in table(language)["choice"]["subject"] for word in text.key(phrase)}.intersection(row)
    found = [candidate.id for candidate in options if any(subject.intersection(phrase) for phrase in candidate.own)]
    return found if len(found) == 1 else []


def stemmed(row: Words, options: Sequence[Option], language: str) -> list[str]:
    """Options of which the row has a word in another form (`me recomendó` of "Recomendación"); two forms of one word tell neither."""
    silent = stop_words(language) | weak_words(language)
    own = [{word for phrase in candidate.own for word in phrase if word not in silent} for candidate in options]
    found = {}
    for place, candidate in enumerate(options):
        words = own[place] - set[str]().union(*own[:place], *own[place + 1 :])
        if any(_same_stem(word, said) for word in words for said in row if said not in silent):
            found[candidate.id] = True
    return list(found)


def _same_stem(one: str, other: str) -> bool:
    """Whether two words differ by their endings only."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    shorter, longer = sorted((len(one), len(other)))
    return shared >= _SHORTEST_SLIP and shared >= shorter - 2 and longer - shared <= _LONGEST_ENDING and shared * 3 >= shorter * 2


def _likeness(row: Words, phrase: Words) -> float:
    said, meant = " ".join(row), " ".join(phrase)
    if min(len(said), len(meant)) < _SHORTEST_SLIP:
        return 0
    return max(float(fuzz.ratio(said, meant)), 100 * OSA.normalized_similarity(said, meant))


def alike(row: Words, options: Sequence[Option]) -> list[str]:
    """The option the row nearly spells, when it is near to one and clearly less near to every other."""
    return _nearest(
        [(max(_likeness(row, phrase) for phrase in (*candidate.phrases, *candidate.telling)), candidate.id) for candidate in options]
    )


def alike_label(row: Words, options: Sequence[Option]) -> list[str]:
    """The same, against the labels themselves only."""
    return _nearest([(max(_likeness(row, phrase) for phrase in candidate.own), candidate.id) for candidate in options])


def _nearest(scores: list[tuple[float, str]]) -> list[str]:
    best, *others = sorted(scores, reverse=True)
    runner_up = others[0][0] if others else 0
    return [best[1]] if best[0] >= _ALIKE and best[0] - runner_up >= _MARGIN else []
