"""Details told along the way in a complaint: once and clearly, or not at all."""

import pytest

from messages.understanding.details import Details, read_details


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Me duele la rodilla derecha desde hace 4 años", "es", Details(48, "right")),
        ("artrosis en las dos rodillas, llevo 6 meses así", "es", Details(6, "both")),
        ("My left knee has hurt for about two years", "en", Details(24, "left")),
        ("dor no joelho esquerdo há 3 meses", "pt", Details(3, "left")),
        ("mal au genou droit depuis deux ans", "fr", Details(24, "right")),
        ("me siento mal", "es", Details()),
    ],
)
def test_what_is_told_once_is_read(text: str, language: str, expected: Details) -> None:
    """Duration in months and side are read from an ordinary sentence."""
    assert read_details(text, language) == expected


def test_two_sides_are_no_side() -> None:
    """A complaint that names both a right and a left side is asked about."""
    assert read_details("la derecha más que la izquierda", "es").side is None


def test_two_durations_are_no_duration() -> None:
    """A complaint with two times is asked about."""
    assert read_details("me operaron hace 3 años y me duele desde hace 2 meses", "es").months is None


def test_right_away_is_no_side() -> None:
    """In English "right" counts only beside a part of the body."""
    assert read_details("I need help right now, all right", "en").side is None


@pytest.mark.parametrize(
    ("text", "language", "age"),
    [
        ("hola, tengo 54 años y me duele la rodilla", "es", 54),
        ("I'm 63 years old with bad knees", "en", 63),
        ("I am 63 years old and my knee hurts", "en", 63),
        ("tenho 47 anos, dor no joelho", "pt", 47),
        ("J'ai 70 ans et mal au genou", "fr", 70),
        ("tengo 10 años con este dolor", "es", None),
        ("me duele desde hace 10 años", "es", None),
        ("mi mamá tiene 80 años y yo tengo 50 años", "es", None),
    ],
)
def test_an_age_told_along_the_way_is_read_only_when_it_is_one(text: str, language: str, age: int | None) -> None:
    """An age counts in the shapes people say it; a duration, or two ages, are none."""
    assert read_details(text, language).age == age


def test_an_age_is_no_duration() -> None:
    """The years of an age are not read as the time of the complaint."""
    assert read_details("tengo 67 años y artrosis en la rodilla derecha desde hace 5 años", "es") == Details(60, "right", 67)
