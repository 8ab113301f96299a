"""Every kind of question keeps the promises all of them share."""

import json
from datetime import date

import pytest

from messages.understanding.answers import LANGUAGES, READERS, as_json, read_answer
from messages.understanding.answers_reading import REFUSED, UNSURE, Read, Reason, Reprompt

KINDS = sorted(READERS)
OPTIONS = ("knee", "hip", "shoulder")
DOUBTS = {"es": "no sé", "en": "I don't know", "pt": "não sei", "fr": "je ne sais pas"}
REFUSALS = {"es": "prefiero no decirlo", "en": "I'd rather not say", "pt": "prefiro não dizer", "fr": "je préfère ne pas répondre"}
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_said_is_asked_again(kind: str) -> None:
    """An empty answer is told apart from an unclear one."""
    assert read_answer(kind, " \n\u200b", "es") == Reprompt(Reason.EMPTY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"free_text", "yes_no"}])
def test_not_knowing_is_a_reading_of_its_own(kind: str, language: str) -> None:
    """Who does not know is not asked the same again."""
    assert read_answer(kind, DOUBTS[language], language, options=OPTIONS, today=TODAY) == UNSURE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "free_text"])
def test_a_refusal_is_a_reading_of_its_own(kind: str, language: str) -> None:
    """Who would rather not say is understood as such."""
    assert read_answer(kind, REFUSALS[language], language, options=OPTIONS, today=TODAY) == REFUSED


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("said", ["82", "sí", "15/03/2019", "la segunda", "Ana", "no sé", "metformina, aspirina"])
def test_a_reading_can_be_printed(kind: str, said: str) -> None:
    """Whatever is read has a JSON form."""
    reading = read_answer(kind, said, "es", options=OPTIONS, today=TODAY)
    assert json.dumps(as_json(reading, kind)) != "{}"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"free_text", "medicines"}])
def test_a_story_is_no_answer(kind: str) -> None:
    """A text of a thousand characters is left to people."""
    assert read_answer(kind, "sí, 82 kg " * 200, "es", options=OPTIONS, today=TODAY) == Reprompt(Reason.UNCLEAR)


def test_an_unknown_kind_is_the_callers_fault() -> None:
    """A kind without a reader is refused at once."""
    with pytest.raises(ValueError, match="no reader"):
        read_answer("shoe_size", "42", "es")


@pytest.mark.parametrize(("said", "months"), [("dois anos", 24), ("two years", 24), ("deux ans", 24), ("dos años", 24)])
def test_without_a_language_the_words_tell_it(said: str, months: int) -> None:
    """An answer is read before the language is known."""
    assert read_answer("duration", said, None) == Read(months, "months")


def test_an_answer_in_another_language_is_read() -> None:
    """Someone who writes English in a Spanish conversation is understood."""
    assert read_answer("weight", "I weigh about eighty two kilos", "es") == Read(82, "kg", note="approximate")
