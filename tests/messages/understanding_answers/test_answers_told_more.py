"""A yes or no told beside others, behind an excuse, or by who would have to know."""

import pytest

from messages.understanding.answers import as_json, read_answer


def read(language: str, said: str) -> object:
    """What is printed for an answer to a yes-or-no question."""
    return as_json(read_answer("yes_no", said, language), "yes_no")


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("fr", "moi oui, ma femme non", "yes"),
        ("fr", "oui comme toute la famille du côté de mon père", "yes"),
        ("en", "same as my dad had, so yes", "yes"),
        ("pt", "na minha família toda tem, menos eu", "no"),
        ("es", "mi comadre sí, la pobre, a mí todavía no me ha tocado", "no"),
    ],
)
def test_what_others_have_beside_what_one_has(language: str, said: str, meant: str) -> None:
    """Of a patient and another the patient's own yes or no counts, and likening it to theirs changes nothing."""
    assert read(language, said) == meant


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("es", "disculpe la tardanza andaba en misa. No, no es mi caso.", "no"),
        ("pt", "desculpa a hora, saí do plantão agora. Não tenho não.", "no"),
        ("es", "no me haga esas preguntas tan temprano, sí, sí tengo", "yes"),
    ],
)
def test_an_excuse_is_not_the_answer(language: str, said: str, meant: str) -> None:
    """An apology for writing late, or a joke about the question, leads to the answer behind it."""
    assert read(language, said) == meant


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "My daughter would know, she sorts out my pills."),
        ("fr", "le généraliste dit oui, le spécialiste dit non, allez comprendre"),
        ("es", "en una de esas sí, la doctora me lo explicó muy rápido y no le agarré la onda"),
        ("en", "maybe?? they did a test and never rang me back"),
    ],
)
def test_what_others_would_have_to_say_is_a_doubt(language: str, said: str) -> None:
    """Where somebody else knows, or two who know differ, the patient does not know."""
    assert read(language, said) == "unsure"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "j'ai pas mes lunettes, vous pouvez remettre la question"),
        ("es", "no traigo mis lentes"),
        ("en", "no, only aspirin"),
        ("en", "I haven't been spared"),
    ],
)
def test_a_no_to_something_else_is_asked_again(language: str, said: str) -> None:
    """Lacking one's glasses denies nothing, nor does a no with a medicine that may matter."""
    assert read(language, said) == "reprompt"
