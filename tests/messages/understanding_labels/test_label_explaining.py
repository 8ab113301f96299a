"""Each reading can be explained: the words it came from, and what was set aside and why."""

import tomllib

import pytest

from messages.understanding import read_message
from messages.understanding.explaining import REASONS, Why, explain
from messages.understanding.lexicon import FOLDER
from tests.messages.understanding_labels.label_cases import LANGUAGES, rows


def test_a_label_is_shown_with_its_words() -> None:
    """The label, its kind where it has one, and the patient's own words."""
    assert explain("i have chest pain") == (Why("emergency/chest_pain", "chest pain"),)


@pytest.mark.parametrize(
    ("text", "label", "aside"),
    [
        ("no tengo diabetes", "indication:diabetes_type_2", "denied"),
        ("my mother died of cancer", "contraindication:active_malignancy", "told of somebody else"),
        ("took methotrexate in 2009, never again", "contraindication:immunomodulator", "told as past"),
        ("tenho pavor de câncer", "contraindication:active_malignancy", "feared, not had"),
        ("la douleur à la poitrine est un effet secondaire ?", "emergency", "asked about as a side effect"),
        ("im dying to know the price", "emergency", "part of another expression"),
    ],
)
def test_what_was_set_aside_says_why(text: str, label: str, aside: str) -> None:
    """A finding that gives no label tells what cleared it, in plain words."""
    assert {why.label: why.aside for why in explain(text)}[label] == aside


def test_every_cue_of_the_policy_has_plain_words() -> None:
    """Whatever may clear a label can be told."""
    policy = tomllib.loads((FOLDER / "policy.toml").read_text(encoding="utf-8"))
    assert {cue for row in policy.values() for cue in row.get("cleared_by", "").split()} <= set(REASONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_holds_what_was_read(language: str) -> None:
    """The labels that stand are those of the reading, in its order, and nothing set aside was read."""
    for row in rows(language)[::7]:
        why = explain(row.text)
        assert [each.label.split("/")[0] for each in why if not each.aside] == [label.id for label in read_message(row.text).labels]
        assert not {each.label for each in why if each.aside} & read_message(row.text).ids


def test_nothing_is_explained_by_nothing() -> None:
    """An empty message has nothing to tell."""
    assert explain("") == ()


def test_what_only_the_second_reader_heard_shows_what_weighed() -> None:
    """No rule can be named for it, so the words and parts of words that weighed most stand beside it."""
    said = "ya le encargue a mi hermana mis gatitos, para lo que voy a durar"
    (why,) = explain(said)
    pieces = [piece for weighed in why.weighed for piece in weighed.replace("…", " ").split()]
    assert (why.label, bool(pieces), [piece for piece in pieces if piece not in said]) == ("crisis", True, [])
    assert str(why).startswith(f"crisis ← “{why.quote}”, by likeness, most by “")


def test_a_rule_needs_no_weights() -> None:
    """What a rule heard is explained by the rule's words alone."""
    assert [why.weighed for why in explain("me duele mucho el pecho y tengo diabetes")] == [(), ()]
