"""A figure alone is an age only where an age may be meant."""

from dataclasses import replace

import pytest

from flows.assessment import age, flags
from flows.danger import NUMBERS, listen, note
from flows.session import Session
from messages.understanding.answers import READERS
from messages.understanding.numbers_units import is_bare
from tests.flows.patient import AT
from tests.follow_up import finished

CHILD = {"minor", "contraindication:minor"}


def raised(session: Session, words: str) -> set[str]:
    """What of a child these words raise."""
    return {flag.id for flag in flags(note(session, listen(words, session), 1, AT)[0])} & CHILD


def ageless(step: str) -> Session:
    """A conversation at this question in which no age was told."""
    told = finished()
    return replace(told, step=step, answers=tuple(each for each in told.answers if each.step != "subject.age"))


@pytest.mark.parametrize("words", ["unos seis y medio", "6 y medio", "en el trabajo, seis y medio"])
@pytest.mark.parametrize("step", ["check_in.pain", "check_in.activity_1"])
def test_the_answer_to_a_number_is_no_age(words: str, step: str) -> None:
    """Pain of six and a half is no child of six and a half, whether or not the age is known."""
    assert raised(ageless(step), words) == set()
    assert raised(replace(finished(), step=step), words) == set()


def test_a_figure_alone_is_no_age_where_the_patient_is_known_to_be_of_age() -> None:
    """At any question."""
    session = finished()
    assert (age(session) or 0) >= 18
    assert raised(session, "unos seis y medio") == set()


@pytest.mark.parametrize(
    "words", ["mi hijo tiene 6 y medio", "es un niño de 6 años", "tiene seis años y medio", "es para mi nieto. 6 y medio"]
)
def test_a_child_that_is_named_is_heard_at_any_question(words: str) -> None:
    """Also beside a number, and against an age that was told before."""
    assert raised(replace(finished(), step="check_in.pain"), words)


@pytest.mark.parametrize("step", ["", "subject.age", "inquiry.complaint"])
def test_a_figure_alone_may_be_an_age_where_none_is_known(step: str) -> None:
    """Nothing else was asked for."""
    assert raised(ageless(step), "seis y medio") == CHILD


def test_a_figure_alone_corrects_an_age_where_the_age_is_asked() -> None:
    """Whatever was told before."""
    assert raised(replace(finished(), step="subject.age"), "seis y medio") == CHILD


def test_kinds_of_numbers_are_kinds_of_answers() -> None:
    """A renamed kind would be forgotten silently."""
    assert set(READERS) >= NUMBERS


@pytest.mark.parametrize(
    ("language", "words", "bare"),
    [
        *(("es", "seis y medio", True), ("en", "six and a half", True), ("pt", "seis e meio", True), ("fr", "six et demi", True)),
        *(("es", "6.5", True), ("es", "tengo 16", False), ("en", "six years old", False), ("fr", "mon fils, six", False)),
    ],
)
def test_a_bare_figure_is_one_number_and_nothing_else(language: str, words: str, bare: bool) -> None:  # noqa: FBT001 - a row of the table
    """In every language."""
    assert is_bare(words, language) is bare
