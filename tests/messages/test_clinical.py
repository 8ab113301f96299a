"""What reads as clinical in a coordinator's text is a physician's to write; what arranges things goes out."""

import tomllib
from pathlib import Path
from time import thread_time

import pytest

from messages.clinical import clinical
from messages.prompt import LANGUAGES

ROWS = tomllib.loads(Path(__file__).with_name("clinical_rows.toml").read_text("utf-8"))
CLINICAL, LOGISTICS = ([(language, text) for language in LANGUAGES for text in ROWS[language][kind]] for kind in ("clinical", "logistics"))


@pytest.mark.parametrize(("language", "text"), CLINICAL)
def test_a_clinical_sentence_is_recognised(language: str, text: str) -> None:
    """In each language, also without accents and in capitals."""
    assert [clinical(each) == each.rstrip(".") for each in (text, text.upper())] == [True, True], language


@pytest.mark.parametrize(("language", "text"), LOGISTICS)
def test_arranging_things_is_not_clinical(language: str, text: str) -> None:
    """Hours, places, documents, and that the physician answers."""
    assert clinical(text) == "", language


def test_one_clinical_sentence_among_others_is_named() -> None:
    """Alone, so that the rest can stay."""
    assert clinical("Gracias por escribir. Su resultado es normal. Le llamamos mañana.") == "Su resultado es normal"


def test_a_long_text_is_read_while_somebody_types() -> None:
    """The longest that is looked at, in one sentence, well within the quarter of a second between two looks: of this thread's own time."""
    text = ("Gracias por escribirnos, le llamamos mañana cuando el equipo haya leído su expediente " * 100)[:8000]
    clinical(text)
    began = thread_time()
    assert (clinical(text), thread_time() - began < 0.25) == ("", True)
