"""Figures that are denied, of earlier times, or spelt in their own way."""

from datetime import date

import pytest

from messages.understanding.answers import as_json, read_answer

TODAY = date(2026, 3, 10)


def _read(kind: str, said: str, language: str) -> object:
    return as_json(read_answer(kind, said, language, today=TODAY), kind)


@pytest.mark.parametrize(
    ("language", "said", "months"),
    [
        ("en", "not 2 years, 2 months! typo", 2),
        ("fr", "pas 5 mois, 5 ans pardon", 60),
        ("pt", "2 anos não, 3, foi antes da mudança", 36),
        ("es", "no 2 meses, 2 años", 24),
    ],
)
def test_a_figure_that_is_denied_does_not_count(language: str, said: str, months: int) -> None:
    """Of two figures the one beside a denial is taken back."""
    assert _read("duration", said, language) == months


@pytest.mark.parametrize(
    ("language", "said", "age"),
    [
        ("fr", "opéré à 50 ans, aujourd'hui j'en ai 59", 59),
        ("es", "me operaron a los 40, ahora tengo 67", 67),
        ("pt", "operei com 50, hoje tenho 59", 59),
        ("es", "setentaitres", 73),
        ("pt", "meia cinco", 65),
    ],
)
def test_the_age_of_today(language: str, said: str, age: int) -> None:
    """An age of earlier times is not the age, however today's is spelt."""
    assert _read("age_or_birthdate", said, language) == {"age": age}
