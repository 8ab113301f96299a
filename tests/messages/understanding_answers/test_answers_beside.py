"""What stands beside an answer and is none: an hour of the day, years of a state, a promise to answer later, a day that will not do."""

import pytest

from messages.understanding.answers import read_answer
from messages.understanding.answers_reading import Read, Reprompt


def value(kind: str, said: str, language: str, *options: str) -> object:
    """The value read, None where it is asked again."""
    found = read_answer(kind, said, language, options=options)
    return found.value if isinstance(found, Read) else None


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("empieza como a las 6 de la tarde", "es", None),
        ("it starts around 6 pm", "en", None),
        ("às 6 da manhã piora", "pt", None),
        ("vers 6 heures du soir", "fr", None),
        ("às 6 da manhã é 8", "pt", 8),
        ("an 8 at night", "en", 8),
    ],
)
def test_an_hour_of_the_day_is_no_pain(said: str, language: str, expected: int | None) -> None:
    """A figure beside it is."""
    assert value("pain_0_10", said, language) == expected


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("llevo 30 años casado y 12 de jubilado", "es", None),
        ("30 anos de casada e 12 de aposentada", "pt", None),
        ("30 ans de mariage et 12 de retraite", "fr", None),
        ("71 jubilada", "es", 71),
        ("I'm 68 retired teacher", "en", 68),
    ],
)
def test_years_of_a_state_are_no_age(said: str, language: str, expected: int | None) -> None:
    """The state beside an age takes nothing from it."""
    assert value("age_or_birthdate", said, language) == expected


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("sí le entendí pero voy manejando, al ratito le contesto", "es"),
        ("Yes I saw your question, give me a minute", "en"),
        ("Sim, recebi a mensagem. Já respondo", "pt"),
        ("oui j'ai vu, je vous réponds plus tard", "fr"),
    ],
)
def test_a_promise_to_answer_is_no_answer(said: str, language: str) -> None:
    """Though it begins with yes."""
    assert isinstance(read_answer("yes_no", said, language), Reprompt)


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("antes 102 y ahora 88 y medio", "es", 88.5),
        ("pesava 102 e agora 88 e meio", "pt", 88.5),
        ("avant 102, maintenant 88 et demi", "fr", 88.5),
    ],
)
def test_a_half_stays_with_the_weight_of_today(said: str, language: str, expected: float) -> None:
    """Of two figures the one that counts is kept whole."""
    assert value("weight", said, language) == expected


@pytest.mark.parametrize(
    ("said", "language", "options", "expected"),
    [
        ("El miércoles no puedo, el jueves sí", "es", ("Martes", "Miércoles", "Jueves"), "Jueves"),
        ("El miércoles no puedo, los otros dos sí", "es", ("Martes", "Miércoles", "Jueves"), None),
        ("j'ai jamais touché une clope", "fr", ("Non-fumeur, jamais fumé", "Ancien fumeur", "Fumeur actuel"), "Non-fumeur, jamais fumé"),
    ],
)
def test_an_option_that_will_not_do_is_not_chosen(said: str, language: str, options: tuple[str, ...], expected: str | None) -> None:
    """And one that is named by two names is known by either."""
    assert value("choice_of", said, language, *options) == expected
