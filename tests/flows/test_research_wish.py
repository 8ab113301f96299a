"""A wish about research, typed at any time: it changes research and nothing else; a wish to erase everything ends research too."""

from dataclasses import replace

import pytest

from flows.effects import OpenHandoff, OpenTicket, OptOut
from flows.session import Session
from tests.flows.patient import AT, Patient, everywhere, patient

ENDS = {
    "es": ("quiero retirar mi permiso de investigación", "ya no quiero que usen mis datos para estudios"),
    "en": ("I want to withdraw my research consent", "stop using my data for research"),
    "pt": ("quero retirar minha permissão de pesquisa", "não quero mais que usem meus dados para estudos"),
    "fr": ("je veux retirer mon autorisation pour la recherche", "je ne veux plus que mes données servent à des études"),
}
JOINS = {
    "es": ("sí quiero que usen mis datos para investigación", "sí"),
    "en": ("yes, you can use my data for research", "yes"),
    "pt": ("sim, quero que usem meus dados para pesquisa", "sim"),
    "fr": ("oui, vous pouvez utiliser mes données pour la recherche", "oui"),
}


def done(answer: str, language: str = "es") -> Patient:
    """A finished intake in which the research question was answered so."""
    one = patient(language_hint=language).finishes({"language.choose": language, "research.opt_in": answer})
    return Patient(replace(one.session, last_at=AT), at=AT, n=90)


def given(session: Session) -> dict[str, bool]:
    """The consents, each with whether it stands."""
    return {consent.kind: consent.given for consent in session.consents}


@pytest.mark.parametrize(("language", "words"), [(language, words) for language, all_ in ENDS.items() for words in all_])
def test_taking_research_back_ends_research_alone(language: str, words: str) -> None:
    """The record stays, no erasing is asked for, nobody is handed over."""
    told = done("yes", language).says(words)
    assert (given(told.session)["research"], given(told.session)["health_data"], told.keys) == (False, True, ("research-withdrawn",))
    assert not [effect for effect in told.effects if isinstance(effect, OpenTicket | OpenHandoff | OptOut)]


@pytest.mark.parametrize("language", JOINS)
def test_giving_it_is_asked_once_more(language: str) -> None:
    """With yes and no, as at the intake; a plain yes then gives it."""
    words, yes = JOINS[language]
    asked = done("no", language).says(words)
    assert (asked.keys, given(asked.session)["research"]) == (("research-change",), False)
    assert given(asked.says(yes).session)["research"] is True


@pytest.mark.parametrize(
    "words", ["borren todos mis datos", "retiro mi consentimiento", "borren todos mis datos y no los usen para investigación"]
)
def test_a_wish_to_erase_everything_ends_research_too(words: str) -> None:
    """At once, with the consent for health data."""
    told = done("yes").says(words)
    assert (given(told.session)["research"], given(told.session)["health_data"], told.keys[0]) == (False, False, "aside-delete")


@pytest.mark.parametrize("step", ["check_in.pain", "inquiry.tried", "host.weight"])
def test_the_open_question_is_asked_again(step: str) -> None:
    """Nothing of it is lost, and the words are no answer to it."""
    told = Patient(everywhere()[step]).says(ENDS["es"][1])
    assert (told.keys[0], told.session.step, given(told.session)["health_data"]) == ("research-withdrawn", step, True)


@pytest.mark.parametrize(
    ("words", "stands"), [("no quiero que usen mis datos para investigación", False), ("sí, usen mis datos para investigación", True)]
)
def test_at_the_question_itself_it_is_the_answer(words: str, *, stands: bool) -> None:
    """And no wish to erase the record."""
    told = Patient(replace(everywhere()["research.opt_in"], status="open")).says(words)
    assert (given(told.session)["research"], given(told.session)["health_data"]) == (stands, True)


def invited() -> Patient:
    """Somebody treated who has an invitation to a check-in before them, with research given."""
    session = everywhere()["check_in.pain"]
    kept = tuple(replace(each, given=True) if each.kind == "research" else each for each in session.consents)
    return Patient(replace(session, step="", consents=kept, offering=("continue",)), at=AT, n=90)


def test_an_invitation_does_not_take_the_words_away() -> None:
    """Taking back, giving with a yes, and erasing are heard before the questions begin."""
    assert given(invited().says(ENDS["es"][0]).session)["research"] is False
    asked = invited().says("investigación")
    assert asked.keys == ("research-change",)
    assert given(asked.says("no").session)["research"] is False
    assert given(invited().says("borren todos mis datos").session)["health_data"] is False


def test_a_wish_for_silence_beside_it_is_heard() -> None:
    """Both are done."""
    told = done("yes").says("no usen mis datos para investigación y ya no quiero mensajes")
    assert (given(told.session)["research"], told.session.status) == (False, "stopped")
