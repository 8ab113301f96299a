"""One option or several out of those a question offers.

Knows the order in which the ways of choosing are tried, and when an answer names too much or too little; must not know what the
options are about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from messages.understanding import answers_options as by_words
from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import lexicon, phrases, table
from messages.understanding.answers_options import Option, Words
from messages.understanding.answers_positions import Places, read_places
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt, is_value
from messages.understanding.answers_yes_no import letters_of, read_yes_no

_NOT_A_CHOICE: Final = Reprompt(Reason.NOT_A_CHOICE)
_SHORT: Final = 2
"""Words up to which a clause that names no option still was meant as one."""
_LONE: Final = frozenset({"none", "unsure"})


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of one question, in the order shown, and whether several may be chosen."""

    options: tuple[Option, ...]
    language: str
    multi: bool

    def with_concept(self, concept: str) -> str | None:
        """The option of a concept, if the question has one."""
        return next((option.id for option in self.options if concept in option.concepts), None)

    def numbered(self) -> bool:
        """Whether labels hold numbers of their own, so that a bare number could mean a label."""
        return any(word.isdigit() for option in self.options for phrase in option.phrases for word in phrase)


def choices(options: Sequence[str], labels: Mapping[str, Sequence[str]] | None, language: str, *, multi: bool) -> Choices:
    """The options of a question with their texts."""
    texts = labels or {}
    return Choices(tuple(by_words.option(name, tuple(texts.get(name, ())), language) for name in options), language, multi)


def _result(chosen: Sequence[str], offered: Choices) -> Reading:
    ordered = [option.id for option in offered.options if option.id in chosen]
    if offered.multi:
        lone = {offered.with_concept(concept) for concept in _LONE}
        return Reprompt(Reason.AMBIGUOUS) if len(ordered) > 1 and lone.intersection(ordered) else Read(tuple(ordered))
    if len(ordered) != 1:
        return Reprompt(Reason.TOO_MANY if ordered else Reason.NOT_A_CHOICE)
    return Read(ordered[0])


def _by_place(places: Places, offered: Choices) -> Reading:
    if places.doubtful:
        return Reprompt(Reason.AMBIGUOUS)
    if places.outside:
        return Reprompt(Reason.OUT_OF_RANGE)
    if places.none:
        none = offered.with_concept("none")
        if none or offered.multi:
            return _result([none], offered) if none else Read(())
        return _NOT_A_CHOICE
    real = [option for option in offered.options if len(places.chosen) == 1 or not _LONE & option.concepts]
    if len(places.chosen) == len(offered.options) > 1 or (len(places.chosen) > 1 and not offered.multi):
        return _result([option.id for option in real], offered) if offered.multi else Reprompt(Reason.TOO_MANY)
    return _result([offered.options[place].id for place in places.chosen], offered)


def _by_words(row: Words, offered: Choices) -> list[str]:
    """Options a clause names, by the first way of naming that finds any."""
    full = tuple(word for word in row if not text.is_break(word))
    content = by_words.content(row, offered.language)
    for form in (full, content):
        found = by_words.exact(form, offered.options)
        if found:
            return found
    for form in (full, content):
        affirmed, negated = by_words.mentioned(form, offered.options, by_words.negations(offered.language))
        if affirmed or negated:
            return affirmed
    slip = None if _is_yes_no(content, offered.language) else by_words.alike(content, offered.options)
    return by_words.partly(content, offered.options) or ([slip] if slip else [])


def _is_yes_no(row: Words, language: str) -> bool:
    return is_value(read_yes_no(" ".join(row), language))


def _yes_no(folded: str, offered: Choices) -> Reading:
    """An answer in yes or no to options that are: yes, no, unsure, or none of them."""
    said = read_yes_no(folded, offered.language)
    if not isinstance(said, Read) or said.refused:
        return _NOT_A_CHOICE
    yes, no = offered.with_concept("yes"), offered.with_concept("no") or offered.with_concept("none")
    option = {"yes": yes, "no": no, "unsure": offered.with_concept("unsure")}[str(said.value)]
    return _result([option], offered) if option else _NOT_A_CHOICE


def _clauses(row: Sequence[str], language: str) -> list[Words]:
    joins = phrases({"join": table(language)["choice"]["joins"]})
    clauses: list[list[str]] = [[]]
    for found in joins.walk(row):
        if found.group or text.is_break(row[found.start]):
            clauses.append([])
        else:
            clauses[-1].append(row[found.start])
    return [tuple(clause) for clause in clauses if clause]


def _several(row: Sequence[str], offered: Choices) -> Reading:
    chosen: list[str] = []
    for clause in _clauses(row, offered.language):
        places = read_places(" ".join(clause), offered.language, len(offered.options))
        named = (
            [offered.options[place].id for place in places.chosen if place < len(offered.options)] if places else _by_words(clause, offered)
        )
        if (not named and len(by_words.content(clause, offered.language)) <= _SHORT) or (places and (places.doubtful or places.outside)):
            return _NOT_A_CHOICE
        chosen += named
    return _result(chosen, offered)


def _without_politeness(folded: str, language: str) -> list[str]:
    row = text.words(folded)
    polite = lexicon(language, "politeness")
    return [row[found.start] for found in polite.walk(row) if not found.group]


def _asks_yes_no(offered: Choices) -> bool:
    return bool(offered.with_concept("yes") and (offered.with_concept("no") or offered.with_concept("none")))


def _named(folded: str, offered: Choices) -> Reading:
    """An answer in the words of the options."""
    row = _without_politeness(folded, offered.language)
    if _asks_yes_no(offered) and set("YNUpk").intersection(letters_of(folded, offered.language)):
        return Reprompt(Reason.UNCLEAR)
    if offered.multi:
        several = _several(row, offered)
        if is_value(several) or len(_clauses(row, offered.language)) > 1:
            return several
    return _result(_by_words(tuple(row), offered), offered)


def read_choice(folded: str, offered: Choices) -> Reading:
    """The option chosen (a tuple of them where several may be), in the order of the list; or why it has to be asked again."""
    if not offered.options or "?" in folded:
        return _NOT_A_CHOICE
    row = tuple(word for word in text.words(folded) if not text.is_break(word))
    found = by_words.exact(row, offered.options)
    if found:
        return _result(found, offered)
    places = read_places(folded, offered.language, len(offered.options))
    if places and not (offered.numbered() and any(word.isdigit() for word in row)):
        return _by_place(places, offered)
    yes_no = _yes_no(folded, offered)
    return yes_no if is_value(yes_no) else _named(folded, offered)
