"""How each language is spelled and whom it addresses: accents, formality, the marks of its own typography."""

import re
from collections.abc import Iterator

import pytest

from tests.messages.test_locales_style import texts

NO_BREAK = "\u00a0"
WITHOUT_ACCENT = {
    "es": re.compile(
        r"\b(medic[oa]s?|clinica|numero|telefono|tambien|despues|asi|aqui|ahi|dias?|cancer|corazon|higado|pulmon|rinon|riñon|sintomas?"
        r"|ultim[oa]|ningun|algun|segun|quiza|jamas|atras|mas|analisis|coagulos?|facil|dificil|util|pagina|public[oa]|basic[oa]|unic[oa]"
        r"|proposito|linea|ojala|podria|podrian|gustaria|habra|sera|protesis|medula|cornea|dialisis|oxigeno|vacia|articulacion"
        r"|[a-z]+[cs]ion)\b"
    ),
    "pt": re.compile(
        r"\b(nao|sao|mae|maos?|ja|so|ate|apos|voces?|medic[oa]s?|clinica|numeros?|tambem|saude|cancer|coracao|figado|pulmao|orgaos?|remedios?"
        r"|exercicios?|historia|proxim[oa]|ultim[oa]s?|unic[oa]|necessari[oa]|diagnostico|analises?|familia|duvidas?|agua|facil|dificil"
        r"|provavel|possivel|audio|video|panico|lingua|acucar|cerebro|protese|dialise|oxigenio|coagulos?|cornea|ossea|gravida|medica[cs]ao"
        r"|[a-z]+[cs]ao|[a-z]+[cs]oes|[a-z]{3,}encias?|[a-z]{3,}ancia)\b"
    ),
    "fr": re.compile(
        r"\b(medecins?|medica\w+|sante|equipe|etes|etre|apres|deja|tres|meme|numero|reponses?|ecri\w+|etudes?|probleme|operation|fievre|diabete"
        r"|hepatite|prothese|donnees|securite|resume|annees?|depuis deja|ca|francais|coeur|oeil|cote|interet|hopital|peut-etre|telephone"
        r"|preferez|arreter|arrete|decid\w+|verif\w+|procedure|resultats?|negatif|inquiete|inquiet\w*ude|maniere|derniere|premiere)\b"
    ),
}
"""Words that are often typed without their accent, and endings that always carry one."""
FAMILIAR = {
    "es": re.compile(r"\b(tú|tus?|te|ti|contigo|puedes|tienes|quieres|eres|estás|vos|vosotros)\b"),
    "pt": re.compile(r"\b(você|vocês|tu|te|ti|teus?|tuas?|contigo|consigo)\b"),
    "fr": re.compile(r"\b(tu|te|toi|tes|ton|ta|t’\w+)\b"),
}
"""The address among friends, which no text uses; `consigo` is European Portuguese, or means oneself."""


def own(language: str) -> Iterator[tuple[str, str]]:
    """Key and text of everything written in one language only."""
    return ((key, text) for key, text in texts(language) if not key.startswith("language-"))


@pytest.mark.parametrize("language", WITHOUT_ACCENT)
def test_words_carry_their_accents(language: str) -> None:
    """Words that are often typed bare are not."""
    bare = WITHOUT_ACCENT[language]
    assert {key: found[0] for key, text in own(language) if (found := bare.search(text.casefold()))} == {}


@pytest.mark.parametrize("language", FAMILIAR)
def test_patients_are_addressed_formally(language: str) -> None:
    """Patients are addressed as usted, o senhor or a senhora, vous throughout."""
    familiar = FAMILIAR[language]
    assert {key: found[0] for key, text in own(language) if (found := familiar.search(text.casefold()))} == {}


def test_spanish_questions_open_with_their_mark() -> None:
    """Each question mark at the end has its mark at the beginning."""
    assert [key for key, text in texts("es") if text.count("?") != text.count("¿")] == []


def test_spanish_question_words_carry_their_accent() -> None:
    """Right after the opening mark every question word is accented."""
    bare = r"¿(?:por |para |a |de |en |con )?(?:que|como|cuando|cuanto|cuantos|cuanta|cuantas|donde|quien|cual|cuales)\b"
    assert [key for key, text in texts("es") if re.search(bare, text.casefold())] == []


def test_french_marks_keep_their_space_on_the_line() -> None:
    """Before a question mark, a colon and a semicolon stands a space that does not break."""
    assert [key for key, text in texts("fr") if re.search(f"[^{NO_BREAK}][?:;]", text)] == []


def test_only_french_marks_have_a_space_before_them() -> None:
    """No other language sets a mark apart from its word."""
    assert [(language, key) for language in ("es", "en", "pt") for key, text in own(language) if re.search(r"\s[?:;,.]", text)] == []


def test_french_vowels_join() -> None:
    """Cœur, sœur and œil are written with one letter."""
    assert [key for key, text in own("fr") if re.search(r"\b(coeur|soeur|oeil|oeuf|boeuf|noeud)", text.casefold())] == []
