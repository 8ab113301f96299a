"""Correcting a line of the summary in words: what is no answer replaces none, and there is a way back out."""

import pytest

from tests.flows.patient import Patient, Reply, at
from tests.flows.test_summary import EVERYTHING


def changing(section: str = "", language: str = "es") -> Patient:
    """Somebody who chose to change something, and this part of it."""
    replies: dict[str, Reply] = {**EVERYTHING, "language.choose": language}
    asked = at("review.summary", replies, language_hint=language).taps("change")
    return asked.taps(section) if section else asked


@pytest.mark.parametrize(
    ("section", "step", "words", "language"),
    [
        ("medicines", "medicines.list", "medicinas", "es"),
        ("medicines", "medicines.list", "las medicinas", "es"),
        ("medicines", "medicines.list", "my medicines", "en"),
        ("medicines", "medicines.list", "meus remédios", "pt"),
        ("medicines", "medicines.list", "Médicaments", "fr"),
        ("hopes", "inquiry.hopes", "lo que espero", "es"),
        ("tried", "inquiry.tried", "Lo que he probado", "es"),
    ],
)
def test_the_name_of_a_question_is_no_answer_to_it(section: str, step: str, words: str, language: str) -> None:
    """The choice said again replaces nothing: what was written before stands, and the question is asked again."""
    chosen = changing(section, language)
    before = chosen.answers[step]
    again = chosen.says(words)
    assert (again.session.step, again.keys[0], again.answers[step]) == (step, "review-kept", before)


@pytest.mark.parametrize("words", ["losartán 50 mg", "medicinas de la presión", "ninguna", "sin medicinas"])
def test_new_words_replace_the_old_ones(words: str) -> None:
    """An answer of its own is taken, also one that holds the question's name."""
    assert changing("medicines").says(words).answers["medicines.list"].said == words
