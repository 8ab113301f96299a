"""A score from 0 to 10: what counts something else in the sentence is none, and is asked again."""

import pytest

from messages.understanding.answers import as_json, read_answer

SCORE = {"number": "0..10 whole", "pain_0_10": None}


def read(kind: str, language: str, said: str) -> object:
    """What is stored of an answer."""
    return as_json(read_answer(kind, said, language, context=SCORE[kind]), kind)


@pytest.mark.parametrize("kind", SCORE)
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "no puedo caminar 3 cuadras"),
        ("es", "camino 5 minutos"),
        ("es", "2 pisos"),
        ("es", "10 metros"),
        ("es", "con dos muletas"),
        ("es", "hace 3 días"),
        ("en", "I can't walk 3 blocks"),
        ("en", "5 minutes at most"),
        ("en", "two flights of stairs"),
        ("en", "with one cane"),
        ("pt", "não consigo andar 3 quarteirões"),
        ("pt", "2 andares"),
        ("pt", "uns 10 minutos"),
        ("fr", "je ne peux pas marcher 3 rues"),
        ("fr", "2 étages"),
        ("fr", "dix minutes"),
    ],
)
def test_a_number_bound_to_a_thing_is_no_score(kind: str, language: str, said: str) -> None:
    """Three streets are not a three."""
    assert read(kind, language, said) == "reprompt"


@pytest.mark.parametrize("kind", SCORE)
@pytest.mark.parametrize(
    ("language", "said", "score"),
    [
        ("es", "3", 3),
        ("es", "un 3 la verdad", 3),
        ("es", "puedo caminar 3 cuadras, le pongo 6", 6),
        ("es", "3 puntos", 3),
        ("es", "3 de 10", 3),
        ("en", "3 out of 10", 3),
        ("en", "a 4, because I can only do 2 flights", 4),
        ("pt", "nota 7", 7),
        ("fr", "3 sur 10", 3),
    ],
)
def test_a_score_is_read_beside_other_words(kind: str, language: str, said: str, score: int) -> None:
    """Also with a figure of another kind in the same sentence."""
    assert read(kind, language, said) == score


def test_a_number_that_is_no_score_may_have_a_unit() -> None:
    """Packs, glasses or years are asked for as they are."""
    assert as_json(read_answer("number", "3 veces", "es", context="0..50"), "number") == 3
