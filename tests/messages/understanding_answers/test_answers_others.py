"""Options told by what they are not."""

import pytest

from messages.understanding.answers import as_json, read_answer

KNEES = {
    "es": ("Rodilla derecha", "Rodilla izquierda", "Las dos"),
    "en": ("Right knee", "Left knee", "Both"),
    "pt": ("Joelho direito", "Joelho esquerdo", "Os dois joelhos"),
    "fr": ("Genou droit", "Genou gauche", "Les deux"),
}
SYMPTOMS = {
    "es": ("Dolor", "Rigidez", "Hinchazón"),
    "en": ("Pain", "Stiffness", "Swelling"),
    "pt": ("Dor", "Rigidez", "Inchaço"),
    "fr": ("Douleur", "Raideur", "Gonflement"),
}


def _read(said: str, language: str, options: tuple[str, ...], *, multi: bool = False) -> object:
    return as_json(read_answer("choice_of", said, language, options=options, multi=multi), "choice_of")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "la derecha no, es la otra"),
        ("en", "not the right one, the other one"),
        ("pt", "o direito não, esse já arrumaram. é o outro"),
        ("fr", "pas le droit, l'autre"),
    ],
)
def test_the_other_of_two(language: str, said: str) -> None:
    """Of two options the one that is not denied is "the other"."""
    assert _read(said, language, KNEES[language]) == KNEES[language][1]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "todo menos la hinchazón, fíjese nomás"),
        ("en", "everything bar the swelling"),
        ("pt", "tudo isso, com exceção do inchaço"),
        ("fr", "la totale quoi, sauf le gonflement"),
    ],
)
def test_all_but_one(language: str, said: str) -> None:
    """What stands behind a word for except is left out of all the others, whatever is said around it."""
    assert _read(said, language, SYMPTOMS[language], multi=True) == list(SYMPTOMS[language][:2])


@pytest.mark.parametrize(("language", "said"), [("es", "todas las anteriores 😩"), ("fr", "tout ça à la fois"), ("pt", "tudo isso aí 😅")])
def test_everything_beside_a_picture(language: str, said: str) -> None:
    """A picture beside words is ornament."""
    assert _read(said, language, SYMPTOMS[language], multi=True) == list(SYMPTOMS[language])


def test_a_question_of_ones_own_that_is_denied() -> None:
    """What follows a question and its denial is the answer; a question alone is none."""
    assert _read("is it the left? no, the right", "en", KNEES["en"]) == "Right knee"
    assert _read("is it the left?", "en", KNEES["en"]) == "reprompt"
