"""The second reader: what its weights were learnt from, and what it may never do."""

import re
from pathlib import Path

import pytest

from messages.classifier import LONGEST, Compared, header, spoken, telling
from messages.classifier.features import names, place, spans
from messages.guard import RULES, judge
from messages.guard.likeness import likeness
from messages.understanding import read_message
from messages.understanding.likeness import reconsidered
from tests.messages.understanding_labels.test_label_registry import LABELS
from training import rows
from training.__main__ import HEADS, SOURCES


@pytest.mark.parametrize("model", HEADS)
def test_weights_were_learnt_from_todays_rows(model: str) -> None:
    """Whoever changes a corpus learns the weights anew: `python -m training`."""
    assert header(model)["digest"] == rows.digest(SOURCES[model]())


@pytest.mark.parametrize("model", HEADS)
def test_every_head_was_learnt(model: str) -> None:
    """The heads in the file are those that training names, each from some rows."""
    told = header(model)["heads"]
    assert [head["name"] for head in told] == list(HEADS[model])
    assert all(head["rows"] for head in told)


@pytest.mark.parametrize("path", sorted(rows.CORPORA.glob("*.tsv")), ids=lambda path: str(path.name))
def test_every_line_of_a_corpus_is_a_label_and_a_text(path: Path) -> None:
    """Labels are rules, labels of messages, `honest` or `none`; a text stands once in its file."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    known = {*RULES, "honest", "none", *LABELS}
    assert all(len(line) == 2 and line[1].strip() for line in lines)
    assert {label for labels, _ in lines for label in labels.split()} <= known
    assert len({text for _, text in lines}) == len(lines)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("desde hace rato se me va la mitad de la boca y no atino a hablar bien", "emergency"),
        ("calf has blown up like a balloon since last night and now i cannot get my breath", "emergency"),
        ("já dei meu cachorro pra minha irmã cuidar, semana que vem eu não vou mais estar aqui", "crisis"),
        ("j'ai donné mes clés à ma soeur, demain je ne serai plus un poids pour personne", "crisis"),
    ],
)
def test_danger_in_words_no_rule_knows_is_raised(text: str, kind: str) -> None:
    """What people say who name no illness still stops the script."""
    assert {"emergency", "crisis"} & read_message(text).ids, kind


@pytest.mark.parametrize("text", ["nada", "ya no", "8", "rodilla derecha", "stop it", ""])
def test_one_or_two_words_are_an_answer(text: str) -> None:
    """The second reader leaves short answers to the rules."""
    assert reconsidered(text, (), ()) == []


def test_what_was_raised_quotes_the_message() -> None:
    """The words shown to staff are the patient's own, at their place."""
    text = "Buenas tardes. Desde hace rato se me va la mitad de la boca y no atino a hablar bien"
    label = next(label for label in read_message(text).labels if label.id in {"emergency", "crisis"})
    assert text[label.start : label.end] == label.quote != ""


def test_a_finding_of_the_second_reader_names_a_rule_and_a_phrase() -> None:
    """Staff see which promise a text makes and where, with what may be said instead."""
    text = "Buenas tardes, don Luis. Para la boda de su nieta usted va a bailar como si nada. Hasta el martes."
    finding = judge(text, "es").findings[0]
    assert finding.rule in RULES
    assert finding.phrase in text
    assert finding.instead


def test_names_and_places_are_the_same_features() -> None:
    """What is shown to a person is what was counted."""
    text = "Me duele MUCHO la rodilla, desde hace 12 años"
    (span,) = spans(text)
    assert span.places == frozenset(map(place, names(text)))


def test_the_same_text_always_comes_to_the_same() -> None:
    """Whole numbers and a fixed order: no chance in it."""
    assert {likeness("Le prometo que va a volver a correr.") for _ in range(3)} == {likeness("Le prometo que va a volver a correr.")}


def test_only_what_can_be_sent_is_read() -> None:
    """Beyond the longest message of any channel nothing changes the score."""
    text = "la rodilla duele " * 300
    assert Compared("danger", text[:LONGEST]).like("danger") == Compared("danger", text).like("danger")


def test_a_person_can_see_what_weighed() -> None:
    """The heaviest words and parts of words of a text, heaviest first."""
    found = telling("danger", "danger", "me duele el pecho y no puedo respirar")
    assert found == sorted(found, key=lambda one: -one[1])
    assert any(re.search("pech|[er]sp", name) for name, _ in found)


@pytest.mark.parametrize(
    ("name", "said"),
    [("b no le", "no le"), ("t < ya no", "ya no"), ("s en mundo", "en … mundo"), ("w pecho", "pecho"), ("c_mun", "mun…"), ("cir_", "…ir")],
)
def test_what_weighed_is_shown_in_plain_signs(name: str, said: str) -> None:
    """Neighbours as words, a gap and the rest of a word as dots; the edges of a sentence are no words."""
    assert spoken(name) == said
