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


@pytest.mark.parametrize(
    ("words", "language"), [("está bien", "es"), ("sí", "es"), ("yes", "en"), ("that's right", "en"), ("está bem", "pt"), ("oui", "fr")]
)
def test_a_plain_yes_sends_the_case(words: str, language: str) -> None:
    """It was asked whether it is right so."""
    asked = at("review.summary", {"language.choose": language}, language_hint=language)
    assert asked.says(words).answers["review.summary"].value == "confirm"


@pytest.mark.parametrize("words", ["sí pero falta algo", "sí pero falta", "está bien la edad"])
def test_a_yes_with_more_beside_it_sends_nothing(words: str) -> None:
    """What stands beside it may be an objection: both buttons are shown again, or the choice of what to change."""
    told = at("review.summary").says(words)
    assert ("OpenHandoff" in told.kinds, told.session.step.startswith("review.")) == (False, True)


@pytest.mark.parametrize("words", ["no", "no, las medicinas"])
def test_a_no_to_the_summary_asks_what_to_change(words: str) -> None:
    """Nothing is sent."""
    assert at("review.summary").says(words).session.step == "review.change"


@pytest.mark.parametrize(
    ("words", "language"),
    [("no, mejor nada", "es"), ("nada", "es"), ("ninguna", "es"), ("nothing", "en"), ("nada", "pt"), ("rien", "fr")],
)
def test_there_is_a_way_back_from_the_choice_of_what_to_change(words: str, language: str) -> None:
    """To the summary, with every answer as it was."""
    asked = changing(language=language)
    before = {step: answer.said for step, answer in asked.answers.items() if not step.startswith("review.")}
    left = asked.says(words)
    assert (left.session.step, {step: answer.said for step, answer in left.answers.items()}) == ("review.summary", before)


@pytest.mark.parametrize(("words", "value"), [("no", "skip"), ("no, gracias", "skip"), ("sí", "yes")])
def test_a_yes_or_no_answers_whether_the_habits_are_asked(words: str, value: str) -> None:
    """Though the button for no says that one would rather leave them out."""
    answer = at("host.offer").says(words).answers["host.offer"]
    assert answer.value == value or (answer.skipped and value == "skip")


@pytest.mark.parametrize("words", ["no grasias a dios", "no gracias a dios"])
def test_thanks_beside_a_no_do_not_hide_it(words: str) -> None:
    """Also misspelt."""
    assert at("screening.immunomodulator").says(words).answers["screening.immunomodulator"].value == "no"
