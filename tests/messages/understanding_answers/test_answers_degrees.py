"""How much better or worse something is, told to a question that offers several degrees."""

import pytest

from messages.understanding.answers import as_json, read_answer

IDS = ("very_much_better", "much_better", "little_better", "same", "little_worse", "much_worse", "very_much_worse")
SHOWN = {
    "es": ("Muchísimo mejor", "Mucho mejor", "Un poco mejor", "Igual", "Un poco peor", "Mucho peor", "Muchísimo peor"),
    "en": ("Very much better", "Much better", "A little better", "The same", "A little worse", "Much worse", "Very much worse"),
    "pt": ("Muitíssimo melhor", "Muito melhor", "Um pouco melhor", "Igual", "Um pouco pior", "Muito pior", "Muitíssimo pior"),
    "fr": (
        "Énormément mieux",
        "Beaucoup mieux",
        "Un peu mieux",
        "Pareil",
        "Un peu moins bien",
        "Beaucoup moins bien",
        "Énormément moins bien",
    ),
}
LABELS = {name: [SHOWN[language][place] for language in SHOWN] for place, name in enumerate(IDS)}


def _read(said: str, language: str) -> object:
    return as_json(read_answer("choice_of", said, language, options=IDS, labels=LABELS), "choice_of")


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("es", "un poquito peor", "little_worse"),
        ("es", "un poquito mejor", "little_better"),
        ("es", "algo mejor", "little_better"),
        ("es", "tantito mejor", "little_better"),
        ("es", "peor, pero poquito", "little_worse"),
        ("es", "he mejorado mucho", "much_better"),
        ("es", "me siento mucho mejor, con un poco de dolor", "much_better"),
        ("en", "slightly better", "little_better"),
        ("en", "a tad worse", "little_worse"),
        ("en", "way better", "much_better"),
        ("en", "quite a bit better", "much_better"),
        ("pt", "um pouquinho pior", "little_worse"),
        ("pt", "bem melhor", "much_better"),
        ("pt", "melhorzinho", "little_better"),
        ("fr", "un petit peu moins bien", "little_worse"),
        ("fr", "légèrement mieux", "little_better"),
        ("fr", "nettement mieux", "much_better"),
    ],
)
def test_a_degree_word_picks_its_degree(language: str, said: str, meant: str) -> None:
    """Any word for a degree picks the option of that degree, on the side that was told."""
    assert _read(said, language) == meant


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "peor"), ("en", "better"), ("pt", "melhor"), ("fr", "mieux"), ("es", "no estoy mejor"), ("en", "could be worse")],
)
def test_a_direction_without_a_degree_is_asked_again(language: str, said: str) -> None:
    """Where several degrees are offered, a direction alone or one denied picks none of them."""
    assert _read(said, language) == "reprompt"


def test_bare_ids_are_degrees_too() -> None:
    """Options without labels are told apart by their English ids."""
    ids = ("very_much_improved", "much_better", "a_little_better", "no_change", "a_little_worse", "worse", "much_worse")
    read = {said: read_answer("choice_of", said, "es", options=ids) for said in ("un poquito mejor", "peor")}
    assert {said: as_json(reading, "choice_of") for said, reading in read.items()} == {
        "un poquito mejor": "a_little_better",
        "peor": "worse",
    }
