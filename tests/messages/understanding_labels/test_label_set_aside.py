"""Dangers told beside a joke or an old story, in roundabout words, and conditions that are somebody else's."""

import pytest

from messages.understanding import read_message

DANGERS = frozenset({"emergency", "crisis"})


@pytest.mark.parametrize(
    "text",
    [
        "haha no te apures... no, la verdad es que quiero matarme, ahorita",
        "Mom beat cancer last year. And now a nosebleed, 2 hrs nonstop, on blood thinners, swallowing clots",
        "minha prima se matou ano passado. agora sou eu que quero me matar",
        "J'ai eu une dépression à 20 ans, guérie. Aujourd'hui ça revient avec l'envie de me tuer",
    ],
)
def test_a_doubt_of_another_sentence_sets_no_danger_aside(text: str) -> None:
    """What was a joke or long ago a sentence before is none now."""
    assert DANGERS & read_message(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "Mi primo se suicidó. Hoy no me saco de la cabeza hacer lo mismo",
        "My uncle took his own life in 2019, I keep thinking of doing the same",
        "meu tio se matou, ando pensando em fazer o mesmo",
        "mon oncle s'est pendu, j'ai envie de faire pareil",
        "What if a patient wants to kill themselves? The patient is me",
        "¿y si un paciente piensa en matarse? el paciente soy yo",
        "se um paciente quer se matar, o paciente sou eu",
        "si un patient veut se tuer ? le patient c'est moi",
    ],
)
def test_a_wish_told_through_another_is_the_writers(text: str) -> None:
    """Who wants to do as another did, or turns out to be the other, is in crisis."""
    assert "crisis" in read_message(text).ids


def test_a_condition_told_before_its_owner_is_the_owners() -> None:
    """The illness comes first, then whose it is."""
    assert "indication:lupus" not in read_message("the one with lupus is my cousin").ids


@pytest.mark.parametrize(
    "text",
    ["olvídense de que existo", "forget that I exist", "esqueçam que eu existo", "oubliez que j'existe"],
)
def test_to_be_forgotten_is_to_be_left_alone(text: str) -> None:
    """Heard alike in every language."""
    assert read_message(text).ids & {"opt_out", "delete_data"}
