"""Danger in the spelling of people who write as they speak."""

import pytest

from messages.understanding import read_message

DANGERS = {
    "es": (
        *(
            "me falta el haire",
            "me farta el aire",
            "me falta l aire",
            "no puedo respiral",
            "no pueo respirar",
            "me hogo",
            "me estoy hogando",
        ),
        *("me da un dolor en el pexo", "tengo dolor en el pexo", "me duele el pechito", "me duele mucho el corazon", "le dio un imfarto"),
        *("se me sierra la garganta", "se me incha la garganta", "se me paralizo la mitad de la kara", "se desmallo mi esposo"),
        *("bomito sangre", "sangro muxo y no para", "mi mama no rresponde", "esta combulsionando", "boy a matarme", "ya no kiero vibir"),
    ),
    "en": (
        *("cant breath", "i cant breeth", "cant brethe", "chest pane", "chets pain", "im chokeing", "my throat is closeing up"),
        *("face is droping on one side", "hes haveing a seizure", "bleading and wont stop", "having a hart attack", "tounge swelling up"),
    ),
    "pt": (
        *("to com farta de ar", "fauta de ar", "nao consigo respira", "dor no peitu", "minha garganta ta fexando"),
        *("boca torta e fala inrolada", "ta convusionando", "vomitano sangue", "quero morre", "quero mi mata", "nao guento mais vive"),
    ),
    "fr": (
        *("jarrive plu a respiré", "mal a la poitrinne", "ma gorge se fairme", "la bouche de traver", "je m'etouf"),
        *(
            "jai envi de mourir",
            "je veu mourir",
            "je veux men finir",
            "je saigne et sa sarrete pas",
            "je vomi du sang",
            "il fai une crise convulsive",
        ),
    ),
}
HARMLESS = (
    ("es", "vivo en la sierra de Puebla"),
    ("es", "me duele el corazón de ver a mi mamá así"),
    ("es", "el calor me hace falta, acá hay mucho aire"),
    ("en", "a window pane fell on my foot years ago, it left a scar"),
    ("en", "my name is Hart"),
    ("pt", "minha mãe morre de medo de agulha"),
    ("pt", "meu filho mora em Campinas e dorme bem"),
    ("fr", "j'ai envie de marcher sans canne"),
)


@pytest.mark.parametrize(("language", "said"), [(language, said) for language, texts in DANGERS.items() for said in texts])
def test_a_danger_is_heard_as_it_is_written(language: str, said: str) -> None:
    """A letter too few, or one that only sounds right, keeps no danger from being heard."""
    assert {label.id for label in read_message(said, language).labels} & {"emergency", "crisis"}


@pytest.mark.parametrize(("language", "said"), HARMLESS)
def test_what_is_spelt_like_a_slip_is_no_danger(language: str, said: str) -> None:
    """Words that are right as they stand."""
    assert not {label.id for label in read_message(said, language).labels} & {"emergency", "crisis"}
