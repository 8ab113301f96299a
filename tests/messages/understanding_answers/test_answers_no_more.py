"""What is said when there is no other one to name, and which medicine changed."""

import pytest

from messages.understanding import read_message
from messages.understanding.answers import as_json, read_answer
from messages.understanding.answers_lists import is_no_more


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "no hay otra"),
        ("es", "ya te dije que no hay otra"),
        ("en", "there is no other"),
        ("pt", "não tem outra"),
        ("fr", "il n'y en a pas d'autre"),
    ],
)
def test_there_is_no_other(language: str, said: str) -> None:
    """That there is no other one is no name, and asks for no place."""
    assert is_no_more(said, language)
    assert not read_message(said, language=language).labels


@pytest.mark.parametrize(("language", "said"), [("es", "caminar, no hay otra"), ("en", "gardening"), ("fr", "le vélo, c'est tout")])
def test_a_name_is_kept_whatever_follows(language: str, said: str) -> None:
    """Words that name something are no mere "no more"."""
    assert not is_no_more(said, language)


@pytest.mark.parametrize(
    ("language", "said", "labels"),
    [
        ("es", "cambió por otra", ("Tomo menos", "Tomo más", "Ya no tomo alguna", "Tomo otra")),
        ("es", "nueva", ("Tomo menos", "Tomo más", "Ya no tomo alguna", "Tomo otra")),
        ("en", "switched to another", ("I take less", "I take more", "I no longer take one", "I take another one")),
        ("pt", "trocou por outro", ("Tomo menos", "Tomo mais", "Já não tomo algum", "Tomo outro")),
        ("fr", "remplacé par un autre", ("J’en prends moins", "J’en prends plus", "Je n’en prends plus un", "J’en prends un autre")),
    ],
)
def test_another_medicine(language: str, said: str, labels: tuple[str, ...]) -> None:
    """A medicine changed for another is one that is new."""
    assert as_json(read_answer("choice_of", said, language, options=labels), "choice_of") == labels[-1]


def test_a_no_with_what_it_is_instead() -> None:
    """A no that goes on to say what something merely is stays a no."""
    said = "no, la cadera solo me duele, no es artrosis"
    assert as_json(read_answer("yes_no", said, "es"), "yes_no") == "no"
