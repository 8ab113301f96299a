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
