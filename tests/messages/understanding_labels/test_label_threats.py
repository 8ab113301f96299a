"""A threat by the person one lives with, and the joke that uses the same words."""

import pytest

from messages.understanding import read_message

THREATS = (
    ("es", "mi marido me va a matar"),
    ("es", "mi marido me va a matar, tiene un cuchillo"),
    ("en", "my husband is going to kill me, he has a gun"),
    ("pt", "meu marido vai me matar, ta com uma faca"),
    ("fr", "mon mari va me tuer, il a un couteau"),
)
JOKES = (
    ("es", "mi esposa me mata cuando vea la cuenta jaja"),
    ("en", "my wife is gonna kill me when she sees the bill lol"),
    ("pt", "minha mulher me mata se eu atrasar kkk"),
    ("fr", "ma femme va me tuer si je rate le dîner"),
)


def dangers(language: str, said: str) -> set[str]:
    """The dangers read."""
    return {label.id for label in read_message(said, language).labels} & {"emergency", "crisis"}


@pytest.mark.parametrize(("language", "said"), THREATS)
def test_a_threat_is_heard_where_nothing_makes_it_a_joke(language: str, said: str) -> None:
    """No trifle, no laughter behind it: the script stops."""
    assert dangers(language, said)


@pytest.mark.parametrize(("language", "said"), JOKES)
def test_a_trifle_or_laughter_makes_it_a_joke(language: str, said: str) -> None:
    """Who will be killed for a bill is in no danger."""
    assert not dangers(language, said)
