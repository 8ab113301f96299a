"""Splitting and rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.layout import Progress, as_numbered, row_width, split, tokens
from messages.limits import units
from tests.bot.channels.conftest import QUESTION, YES_NO, outgoing


@given(text=st.text(min_size=1, max_size=400), limit=st.integers(min_value=8, max_value=60))
def test_no_part_is_too_long_and_no_character_is_lost(text: str, limit: int) -> None:
    """Only blanks at the cuts may go."""
    parts = split(text, limit)
    assert all(units(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("uno dos", ("uno dos",)),
        ("primero aquí\n\nsegundo allí", ("primero aquí", "segundo allí")),
        ("primero aquí\nsegundo allí", ("primero aquí", "segundo allí")),
        ("Duele mucho. ¿Y la noche?", ("Duele mucho.", "¿Y la noche?")),
        ("sinpuntosniespaciosaquí", ("sinpuntosniespa", "ciosaquí")),
        ("aaaaaaaaaaaaaa😀b", ("aaaaaaaaaaaaaa", "😀b")),
    ],
)
def test_texts_are_cut_at_the_best_place(text: str, parts: tuple[str, ...]) -> None:
    """Paragraph, line, sentence, word, and last anywhere but inside a character."""
    assert split(text, 15) == parts


@pytest.mark.parametrize(
    ("labels", "width"), [([], 6), (["1", "10"], 6), (["Sí", "No"], 6), (["Rodilla"], 3), (["Hace una semana"], 2), (["a" * 17], 1)]
)
def test_the_longest_label_decides_the_row(labels: list[str], width: int) -> None:
    """A phone cuts what does not fit."""
    assert row_width(labels) == width


def test_tokens_name_question_visit_and_option() -> None:
    """They are what a tap brings back."""
    assert tokens(outgoing("7", options=YES_NO, question=QUESTION)) == ("screening.pregnancy:1:yes", "screening.pregnancy:1:no")


def test_numbered_lines_follow_the_text() -> None:
    """Where there are no buttons."""
    assert as_numbered(outgoing("7", "¿?", options=YES_NO)) == "¿?\n\n1. Sí\n2. No"


def test_progress_forgets_the_oldest_of_many() -> None:
    """Memory stays bounded when sends are given up."""
    progress = Progress()
    for number in range(1500):
        progress.took(str(number), 1)
    assert (progress.taken("0"), progress.taken("1499")) == (0, 1)


def test_progress_forgets_what_is_done() -> None:
    """The same id may be sent anew."""
    progress = Progress()
    progress.took("a", 2)
    progress.done("a")
    assert progress.taken("a") == 0
