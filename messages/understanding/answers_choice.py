"""One option or several out of those a question offers.

Knows the order in which the ways of choosing are tried, and when an answer names too much or too little; must not know what the
options are about.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from messages.understanding import answers_options as by_words
from messages.understanding import answers_text as text
from messages.understanding.answers_amounts import holds_none, longest, within
from messages.understanding.answers_clauses import (
    is_anothers,
    is_spared,
    is_spared_with_next,
    quit_since,
    tells_a_place,
    without_asides,
    without_kin,
    without_unwanted,
)
from messages.understanding.answers_degrees import read_degree
from messages.understanding.answers_hours import by_days, by_hour
from messages.understanding.answers_leading import behind_correction, first_clause, foremost, names_everything
from messages.understanding.answers_lexicon import group_phrases, lexicon, table
from messages.understanding.answers_offered import LONE, Choices
from messages.understanding.answers_options import Words
from messages.understanding.answers_others import (
    asks_back,
    behind_question,
    behind_turn,
    is_between,
    plainly,
    says_all,
    second_place,
    the_other,
    without_ornament,
)
from messages.understanding.answers_positions import Places, read_places
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt, is_value
from messages.understanding.answers_yes_no import letters_of, read_yes_no
from messages.understanding.numbers import to_digits

_NOT_A_CHOICE: Final = Reprompt(Reason.NOT_A_CHOICE)
_SHORT: Final = 2
"""Words up to which a clause that names no option still was meant as one."""
_PAIR: Final = 2
_CLOCK: Final = re.compile(r"(?<!\d)\d{1,2} ?[:h] ?[0-5]\d(?!\d)")


def _result(chosen: Sequence[str], offered: Choices) -> Reading:
    """The options chosen as a reading: exactly one, or where several may be chosen any that go together."""
    ordered = [option.id for option in offered.options if option.id in chosen]
    if not ordered:
        return _NOT_A_CHOICE
    if offered.multi:
        lone = {offered.with_concept(concept) for concept in LONE}
        return Reprompt(Reason.AMBIGUOUS) if len(ordered) > 1 and lone.intersection(ordered) else Read(tuple(ordered))
    return Read(ordered[0]) if len(ordered) == 1 else Reprompt(Reason.TOO_MANY)


def _by_place(places: Places, offered: Choices) -> Reading:
    if places.is_doubtful() or (places.spanned and not offered.multi):
        return Reprompt(Reason.AMBIGUOUS)
    if places.outside():
        return Reprompt(Reason.OUT_OF_RANGE)
    if places.none:
        none = offered.with_concept("none")
        return _result([none], offered) if none else Read(()) if offered.multi else _NOT_A_CHOICE
    chosen = [offered.options[place].id for place in places.chosen]
    if places.everything:
        removed = {offered.options[place].id for place in places.removed}
        chosen += [name for name in offered.real() if name not in removed]
    return _result(chosen, offered)


def _by_words(row: Words, offered: Choices) -> list[str]:
    """Options a clause names, by the first way of naming that finds any."""
    bare = by_words.without_marks(row)
    shortened = by_words.content(row, offered.language)
    short = by_words.without_marks(shortened)
    for form in (bare, short):
        found = by_words.exact(form, offered.options)
        if found:
            return found
    for form in (row, shortened):
        affirmed, negated = by_words.mentioned(form, offered.options, offered.language)
        if affirmed or negated:
            return affirmed + [name for name in _also_of_subject(row, offered) if affirmed and name not in affirmed]
    if set(row) <= by_words.stop_words(offered.language) and by_words.of_subject(row, offered.options, offered.language):
        return by_words.of_subject(row, offered.options, offered.language)
    if is_value(read_yes_no(" ".join(short), offered.language)):
        return []
    return _by_form(bare, short, offered)


@cache
def _joining(language: str) -> frozenset[str]:
    return frozenset(word for phrase in table(language)["choice"]["joins"] for word in text.key(phrase))


def _also_of_subject(row: Words, offered: Choices) -> list[str]:
    """In `dolor y movilidad` the option of the word that elsewhere only says what an answer is about."""
    return by_words.of_subject(row, offered.options, offered.language) if _joining(offered.language).intersection(row) else []


def _by_form(bare: Words, short: Words, offered: Choices) -> list[str]:
    """Options named in part, in another form of their words, or with a slip."""
    options = offered.options
    denied = by_words.negations(offered.language).intersection(bare)
    if denied and not denied.intersection(offered.label_words):  # `dor não sinto` names no "Dormência"
        return []
    if by_words.is_another_thing(short, offered.options, offered.language):
        return by_words.partly(short, options)
    found = by_words.partly(short, options) or by_words.alike(short, options) or by_words.alike_label(bare, options)
    return found if found or denied else by_words.stemmed(short, options, offered.language)


def _yes_no(folded: str, offered: Choices) -> Reading:
    """An answer in yes or no to options that are: yes, no, unsure, or none of them."""
    said = read_yes_no(folded, offered.language)
    plain = re.fullmatch(r"[,YNUd]+", letters_of(folded, offered.language))
    if not isinstance(said, Read) or said.refused or not (plain or offered.asks_yes_no()):
        return _NOT_A_CHOICE
    yes, no = offered.with_concept("yes"), offered.with_concept("no") or offered.with_concept("none") or offered.plainly_no()
    option = {"yes": yes, "no": no, "unsure": offered.with_concept("unsure")}[str(said.value)]
    return _result([option], offered) if option else _NOT_A_CHOICE


def _clauses(row: Words, language: str) -> list[tuple[Words, bool]]:
    """The clauses of an answer, each with whether a word for "and" leads to it; `up and down` is one thing."""
    joins = group_phrases(language, "choice", "adverbs", "one_thing", "joins", "but")
    clauses: list[tuple[list[str], bool]] = [([], False)]
    for found in joins.walk(row):
        if found.group == "adverbs" and clauses[-1][0]:
            continue
        if found.group in {"joins", "but"} or text.is_break(row[found.start]):
            clauses.append(([], found.group == "joins"))
        else:
            clauses[-1][0].extend(row[found.start : found.end])
    return [(tuple(clause), joined) for clause, joined in clauses if clause]


def _in_clause(clause: Words, offered: Choices, *, joined: bool) -> list[str] | None:
    """The options one clause names; None when it was meant as a choice but names none for certain.

    A long clause that names nothing is talk, unless `joined` to what was chosen before: then it may be one choice more.
    """
    if is_spared(clause, offered.language):
        return []
    places = read_places(" ".join(clause), offered.language, len(offered.options), real=len(offered.real()))
    if clause[0] in by_words.negations(offered.language) and read_places(" ".join(clause[1:]), offered.language, len(offered.options)):
        return []
    if places is None and not offered.numbered() and tells_a_place(clause, len(offered.options)):
        return None
    if places:
        reading = _by_place(places, Choices(offered.options, offered.language, multi=True))
        return list(reading.value) if isinstance(reading, Read) and isinstance(reading.value, tuple) else None
    named = _by_words(clause, offered)
    content = by_words.content(clause, offered.language)
    negated = by_words.negations(offered.language).intersection(clause)
    talk = not joined or group_phrases(offered.language, "choice", "anaphora").at(clause, 0) is not None
    return named if named or (len(content) > _SHORT and talk) or negated else None


def _several(row: Words, offered: Choices) -> Reading:
    chosen: list[str] = []
    told = _clauses(row, offered.language)
    for place, (clause, joined) in enumerate(told):
        if is_spared_with_next(told, place, offered.language):
            continue
        named = _in_clause(clause, offered, joined=joined and bool(chosen))
        if named is None:
            return _NOT_A_CHOICE
        chosen += named
    return _result(_without_first_none(chosen, row, offered), offered)


def _without_first_none(chosen: list[str], row: Words, offered: Choices) -> list[str]:
    """`ninguna, solo asma`: a "none" that is taken back in the same breath does not count."""
    only = group_phrases(offered.language, "yes_no", "only").find(row)
    taken_back = bool(only) and len(chosen) > 1 and chosen[0] == offered.with_concept("none")
    return chosen[1:] if taken_back else chosen


def _without_politeness(row: Words, offered: Choices) -> Words:
    """The row without courtesies, but for a word that an option has too: `doctor` of "My doctor"."""
    told = offered.label_words
    walked = lexicon(offered.language, "politeness").walk(row)
    spared = group_phrases(offered.language, "choice", "spared").find(row)
    well = {place for found in spared for place in range(found.start, found.end)}
    kept = [
        found for found in walked if not found.group or found.start in well or (found.end - found.start == 1 and row[found.start] in told)
    ]
    polite = tuple(word for found in kept for word in row[found.start : found.end])
    closing = group_phrases(offered.language, "choice", "closing").find(polite)
    return polite[: closing[-1].start] if closing and closing[-1].start and not _tail(polite, closing[-1].end) else polite


def _tail(row: Words, end: int) -> Words:
    return by_words.without_marks(row[end:])


def _turns(row: Words, language: str) -> set[str]:
    found = group_phrases(language, "choice", "spared", "all", "except", "or").find(row)
    return {phrase.group for phrase in found}


def _named(folded: str, offered: Choices) -> Reading:
    """An answer in the words of the options."""
    said = behind_correction(by_words.row_of(folded), offered)
    row = without_unwanted(_without_politeness(said, offered), offered)
    turns = _turns(row, offered.language)
    if offered.asks_yes_no() and set("YNUpk").intersection(letters_of(folded, offered.language)):
        return Reprompt(Reason.UNCLEAR)
    if "except" in turns and len(row) > 1:
        return _all_but(row, offered)
    if offered.multi and "or" not in turns:
        own = without_kin(row, offered)
        return Read(tuple(offered.real())) if names_everything(own, offered) else _several(own, offered)
    first = None if "or" in turns else the_other(said, offered) or foremost(row, said, offered)
    if first:
        return _result([first], offered)
    told = [clause for clause, _ in _clauses(row, offered.language)]
    kept = without_asides(told, offered)
    turns |= set() if _joining(offered.language).intersection(row) or not any(map(text.is_break, row)) else {"apart"}
    well = [clause for clause in kept if is_spared(clause, offered.language)]
    kept = [clause for clause in kept if clause not in well] or kept
    found = _by_words(row if len(kept) == len(told) else sum(kept, ()), offered)
    if well and found == [offered.with_concept("both")]:
        return Reprompt(Reason.AMBIGUOUS)
    found = quit_since(row, found, offered)
    return Reprompt(Reason.AMBIGUOUS) if is_anothers(row, found, offered) else _one(found, offered, turns)


def _all_but(row: Words, offered: Choices) -> Reading:
    """`todo menos la rigidez`: every option without those named after the word for except, where several may be chosen."""
    turn = group_phrases(offered.language, "choice", "except").find(row)[0]
    before = row[: turn.start]
    removed = _left_out(row[turn.end :], offered)
    if not offered.multi or not says_all(row[: turn.end], offered.language) or not isinstance(removed, Read):
        return Reprompt(Reason.AMBIGUOUS)
    kept = [name for name in offered.real() if name not in set(removed.value if isinstance(removed.value, tuple) else ())]
    affirmed, denied = by_words.mentioned(before, offered.options, offered.language)
    return _result(kept, offered) if set(kept).issuperset(affirmed) and not denied else Reprompt(Reason.AMBIGUOUS)


def _left_out(row: Words, offered: Choices) -> Reading:
    """The options named behind a word for except; talk behind them that names none does not count."""
    removed = _several(row, offered)
    head, rest = first_clause(row)
    talk = rest and not any(by_words.mentioned(rest, offered.options, offered.language))
    return _several(head, offered) if talk and not is_value(removed) else removed


def _one(found: list[str], offered: Choices, turns: set[str]) -> Reading:
    """One option; two opposite ones said together are "both", where that is an option of its own."""
    both = offered.with_concept("both")
    others = [name for name in offered.real() if name != both]
    if both and turns.isdisjoint({"or", "apart"}) and len(others) == _PAIR and set(found) == set(others):
        return Read(both)
    return _result(found, offered) if not offered.multi or len(found) == 1 else Reprompt(Reason.AMBIGUOUS)


def _exact_in_digits(folded: str, offered: Choices) -> list[str]:
    """Options whose label is said in number words; `cero` where one is "none"."""
    digits = to_digits(folded, offered.language)
    none = offered.with_concept("none")
    if digits == "0" and none:
        return [none]
    return by_words.exact(by_words.without_marks(by_words.row_of(digits)), offered.options) if digits != folded else []


def _is_by_place(places: Places, folded: str, offered: Choices) -> bool:
    """Whether places said are meant as such, though labels may hold numbers or ordinals of their own."""
    figures = any(word.isdigit() for word in text.words(to_digits(folded, offered.language)))
    if offered.ordered and not re.search(r"\d", folded):
        return False
    if places.explicit or _is_told_place(places, offered) or not (offered.numbered() and figures):
        return True
    return len(places.chosen) == 1 and not places.outside() and holds_none(places.chosen[0] + 1, offered.shown, offered.language)


def _is_told_place(places: Places, offered: Choices) -> bool:
    """Whether the only number said is of an article (`la 3`) and stands in no label."""
    numbers = {word for option in offered.options for word in option.own[0] if word.isdigit()}
    return places.led and len(places.chosen) == 1 and str(places.chosen[0] + 1) not in numbers


def _places(folded: str, offered: Choices) -> Places | None:
    """The places said, where the figures are not those of a clock."""
    if _CLOCK.search(folded):
        return None
    return read_places(folded, offered.language, len(offered.options), real=len(offered.real()), letters=offered.letters)


def _by_measure(folded: str, offered: Choices) -> Reading | None:
    """An option told by an amount, an hour or the days of a week, where one is told."""
    amount = within(folded, offered.shown, offered.language) if offered.numbered() else None
    if amount is None and group_phrases(offered.language, "choice", "lifelong").find(by_words.row_of(folded)):
        amount = longest(offered.shown, offered.language)
    if amount is not None:
        return _result([offered.options[amount].id], offered)
    timed = None if offered.multi else by_hour(folded, offered) or by_days(folded, offered)
    if timed is None:
        return None
    named = _named(folded, offered) if by_words.mentioned(by_words.row_of(folded), offered.options, offered.language)[0] else None
    return named if named and is_value(named) else _result([timed], offered)


def _settled(folded: str, row: Words, offered: Choices) -> Reading | None:
    """An option told by its degree, or by its very label."""
    graded = read_degree(behind_correction(by_words.row_of(folded), offered), offered)
    if graded is not None:
        return graded
    found = by_words.exact(row, offered.options) or (_exact_in_digits(folded, offered) if offered.numbered() else [])
    return _result(found, offered) if found else None


def read_choice(folded: str, offered: Choices) -> Reading:
    """The option chosen (a tuple of them where several may be), in the order of the list; or why it has to be asked again."""
    folded = behind_turn(behind_question(without_ornament(folded), offered.language), offered)
    row = by_words.without_marks(by_words.row_of(folded))
    if not offered.options or "?" in folded or asks_back(row, offered.language):
        return _NOT_A_CHOICE
    folded = folded if by_words.exact(row, offered.options) else plainly(folded, offered)
    row = by_words.without_marks(by_words.row_of(folded))
    if (settled := _settled(folded, row, offered)) is not None:
        return settled
    places = _places(folded, offered)
    if places is None and (other := second_place(folded, offered)):
        return _by_place(other, offered)
    if places and _is_by_place(places, folded, offered):
        return _by_place(places, offered)
    if len(row) == 1 and len(row[0]) == 1 and row[0].isalpha() and (initial := offered.by_initial(row[0])):
        return _result([initial], offered)
    measured = _by_measure(folded, offered)
    if measured:
        return measured
    if is_between(row, offered):
        return Reprompt(Reason.AMBIGUOUS)
    yes_no = _yes_no(folded, offered)
    return yes_no if is_value(yes_no) else _named(folded, offered)
