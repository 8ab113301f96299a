"""Signs that are a danger only together, words that negate only their own danger, and texts too long to be read whole."""

import random
from itertools import pairwise

import pytest

from messages.understanding import read_message
from messages.understanding.constellations import together
from messages.understanding.excerpts import HEAD, TAIL, WHOLE, excerpts
from messages.understanding.trie import Match, Rule
from tests.messages.understanding_labels.label_cases import LANGUAGES, rows


def _sign(name: str, start: int) -> Match:
    return Match(Rule(f"sign:{name}", "", "en"), start, start + 1)


def test_signs_of_one_constellation_are_a_danger() -> None:
    """A sign of every group gives the label, from the first sign to the last."""
    found = list(together([_sign("headhit", 2), _sign("vomiting", 9)]))
    assert [(each.rule.label, each.start, each.end) for each in found] == [("emergency", 2, 10)]


def test_a_sign_alone_is_none() -> None:
    """Half a constellation gives nothing."""
    assert list(together([_sign("headhit", 2)])) == []


def test_signs_far_apart_are_none() -> None:
    """What is told at two ends of a long story is not one danger."""
    assert list(together([_sign("headhit", 0), _sign("vomiting", 90)])) == []


def test_the_same_words_are_one_sign() -> None:
    """One word that stands for two signs does not complete a constellation."""
    assert list(together([_sign("headhit", 2), _sign("vomiting", 2)])) == []


def test_a_sign_told_as_lasting_for_years_takes_the_danger_away() -> None:
    """A sign after `-` in a constellation makes it none."""
    signs = [_sign("limbcold", 1), _sign("numbtoes", 5)]
    assert list(together(signs)) != []
    assert list(together([*signs, _sign("longstanding", 8)])) == []


@pytest.mark.parametrize("text", ["my calf is hard and swollen. i flew in on sunday", "i flew in on sunday. my calf is hard and swollen"])
def test_signs_are_read_in_any_order_over_sentences(text: str) -> None:
    """The parts of a danger may stand in any order and in sentences of their own."""
    assert read_message(text).has("emergency")


def test_a_denied_sign_completes_nothing() -> None:
    """A fever that is denied makes no infection of a swollen joint."""
    assert not read_message("la rodilla está un poco hinchada pero no tengo fiebre").has("emergency")


def test_a_word_that_negates_belongs_to_its_own_danger() -> None:
    """`no` of `no puedo respirar` denies nothing that follows."""
    kinds = {label.kind for label in read_message("no puedo respirar y me duele el pecho").labels}
    assert {"breathing", "chest_pain"} <= kinds


def test_numbness_for_years_is_no_stroke() -> None:
    """What has lasted for years is no emergency of today."""
    assert not read_message("my right arm has been numb for years").has("emergency")


@pytest.mark.parametrize(("text", "minor"), [("j'ai 55 ans", False), ("tengo 11 años", True), ("tenho 44 anos", False)])
def test_a_doubled_digit_is_no_slip(text: str, *, minor: bool) -> None:
    """55 is not 5, as a doubled letter is one letter."""
    assert read_message(text).has("minor") is minor


def test_a_plea_at_the_end_is_no_part_of_a_wish() -> None:
    """What must end a clause also ends it before `please`."""
    assert read_message("quisiera acostarme y ya no amanecer por favor").has("crisis")


def test_an_ordinary_text_is_read_whole() -> None:
    """Nothing is left out of a text of ordinary length."""
    assert excerpts("a " * (WHOLE // 2), frozenset({"a"})) == [(0, WHOLE)]


def test_of_a_very_long_text_both_ends_are_read() -> None:
    """The first and the last words of a long text are always read."""
    spans = excerpts("word " * 5_000, frozenset())
    assert spans[0][0] == 0
    assert spans[0][1] >= HEAD
    assert spans[-1][1] == 25_000
    assert 25_000 - spans[-1][0] >= TAIL - 40


def test_the_parts_read_never_overlap() -> None:
    """The spans of a long text stand in order and apart."""
    spans = excerpts("pain in the chest " * 2_000, frozenset({"pain", "chest"}))
    assert all(first[1] < second[0] for first, second in pairwise(spans))


@pytest.mark.parametrize("language", LANGUAGES)
def test_danger_among_random_real_words_is_found(language: str) -> None:
    """A danger told once in 64 KB of shuffled words of real messages is read."""
    words = [word for row in rows(language) if not row.expected for word in row.text.split()]
    shuffled = random.Random(7).choices(words, k=11_000)
    told = {
        "es": "mi papá no puede respirar y tiene los labios morados",
        "en": "my dad cannot breathe and his lips are blue",
        "pt": "meu pai não consegue respirar e os lábios estão roxos",
        "fr": "mon père ne peut plus respirer et ses lèvres sont bleues",
    }[language]
    assert read_message(" ".join([*shuffled[:5_500], ".", told, ".", *shuffled[5_500:]])).has("emergency")
