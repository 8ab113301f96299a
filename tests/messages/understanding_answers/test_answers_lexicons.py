"""The word lists behind the readers hold together."""

import pytest

from messages.understanding.answers import LANGUAGES
from messages.understanding.answers_lexicon import lexicon, table
from messages.understanding.answers_text import fold, key
from messages.understanding.answers_yes_no import letters_of
from messages.understanding.language_words import KNOWN, weigh
from messages.understanding.numbers import to_digits

OPPOSITES = ({"yes", "bare_yes"}, {"no", "bare_no"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_both_yes_and_no(language: str) -> None:
    """A phrase that agrees nowhere denies, and the other way round."""
    said = table(language)["yes_no"]
    yes, no = ({key(phrase) for group in groups for phrase in said.get(group, ())} for groups in OPPOSITES)
    assert not yes & no


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_is_read_as_one(language: str) -> None:
    """Whatever the lists call a doubt is one when it is the whole answer."""
    assert not [phrase for phrase in table(language)["yes_no"]["unsure"] if "U" not in letters_of(fold(phrase), language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_of_all_languages_have_the_same_sections(language: str) -> None:
    """A language is complete when it has every section the first one has."""
    assert set(table(language)) == set(table("es"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_concepts_exist_in_every_language(language: str) -> None:
    """An option known in one language is known in all."""
    assert set(table("concepts")[language]) == set(table("concepts")["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_words_become_digits(language: str) -> None:
    """Every spelling of a number word that is listed is read as a number."""
    joins = {"vírgula"}
    for canonical, variants in table(language)["number_words"].items():
        unread = [
            word for word in (canonical, *variants) if canonical not in joins and not any(map(str.isdigit, to_digits(fold(word), language)))
        ]
        assert not unread


def test_units_of_one_measure_are_told_apart() -> None:
    """No unit word belongs to two units."""
    groups = table("shared")["units"]
    words = [key(word) for group in groups.values() for word in set(map(str.casefold, group))]
    assert len(lexicon("shared", "units").groups) >= len(set(words)) - 1


@pytest.mark.parametrize("language", KNOWN)
def test_a_greeting_speaks_for_its_language(language: str) -> None:
    """Each language knows how it says hello."""
    greetings = {"en": "good morning", "es": "buenos días", "pt": "boa tarde", "fr": "bonjour", "de": "guten tag", "it": "buongiorno"}
    points = weigh(greetings[language]).points
    assert max(points, key=lambda name: points[name]) == language
