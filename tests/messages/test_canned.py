"""Canned replies and the line between logistics and clinical words: every reply in four languages, sayable, and on its own side."""

import pytest

from messages.canned import GAPS, KINDS, Canned, canned, gaps
from messages.clinical import clinical
from messages.guard import judge
from messages.limits import WHATSAPP_TEXT, units
from messages.prompt import LANGUAGES

KNOWN = {"clinic": "Regeneris", "name": "Ana María Fernández de la Torre", "staff": "Carla Demo"}
ALL = [(language, one) for language in LANGUAGES for one in canned(language)]


def test_every_language_has_every_reply() -> None:
    """Same replies, same kinds, same order, same gaps."""
    told = {language: [(one.id, one.kind, gaps(one.text)) for one in canned(language)] for language in LANGUAGES}
    assert [language for language in LANGUAGES if told[language] != told["es"]] == []
    assert {one.kind for one in canned("es")} == set(KINDS)


@pytest.mark.parametrize(("language", "one"), ALL, ids=lambda value: value if isinstance(value, str) else value.id)
def test_a_reply_may_be_said_as_it_stands(language: str, one: Canned) -> None:
    """Through the guard, within one message, without an exclamation, in sentences of at most 15 words."""
    text = one.filled(KNOWN)
    assert gaps(one.text) <= GAPS
    assert judge(text, language).findings == ()
    assert units(text) <= WHATSAPP_TEXT
    assert "!" not in text
    longest = max(len(part.split()) for part in one.filled({**KNOWN, "name": "Ana"}).replace("?", ".").split("."))
    assert longest <= 15


@pytest.mark.parametrize(("language", "one"), ALL, ids=lambda value: value if isinstance(value, str) else value.id)
def test_a_reply_stands_on_its_own_side(language: str, one: Canned) -> None:
    """A coordinator can send every logistics reply unchanged, and no clinical one."""
    assert bool(clinical(one.filled(KNOWN))) == (one.kind == "clinical"), language


CLINICAL = [
    "Puede dejar de tomar Eliquis tres días antes.",
    "Su resonancia muestra una artrosis leve.",
    "Usted es candidata para la terapia.",
    "Gracias por escribir. Las células ayudan a bajar la inflamación.",
    "La dosis se calcula por peso.",
    "Your MRI shows mild wear.",
    "It is fine, your medication does not affect the treatment.",
    "You should stop the aspirin.",
    "O seu exame mostra uma lesão pequena.",
    "O senhor é candidato ao tratamento.",
    "Vous pouvez recevoir le traitement avec votre anticoagulant.",
    "Votre IRM montre une usure légère.",
    "Votre médicament est contre-indiqué.",
]
LOGISTICS = [
    "¿Puede enviar su resonancia como PDF?",
    "Le esperamos el martes a las 10. Traiga sus estudios y la lista de sus medicamentos.",
    "El médico leerá sus análisis y le responderá por escrito.",
    "Could you send the MRI report as a PDF?",
    "The physician will read your case and answer in writing.",
    "Please bring your medication list on Tuesday.",
    "Pode enviar o exame em PDF?",
    "Traga a lista de remédios na terça-feira.",
    "Pouvez-vous envoyer l’IRM en PDF ?",
    "Apportez la liste de vos médicaments mardi.",
    "",
    "👍",
]


@pytest.mark.parametrize("text", CLINICAL)
def test_clinical_words_are_told_with_their_sentence(text: str) -> None:
    """So that the writer sees which words are a physician's."""
    found = clinical(text)
    assert found
    assert found in text


@pytest.mark.parametrize("text", LOGISTICS)
def test_logistics_pass(text: str) -> None:
    """A topic may be named as long as nothing is said of it."""
    assert clinical(text) == ""
