"""Leaving out the question about danger is no danger and no "none": it is asked once more, then staff see it unanswered."""

import pytest

from flows.assessment import flags
from flows.effects import OpenTicket
from messages.guard import judge
from tests.flows.patient import AT, Patient, at, everywhere

SKIPS = {
    "es": ("saltar", "quiero saltar esta pregunta"),
    "en": ("skip", "I want to skip this question"),
    "pt": ("pular", "quero pular esta pergunta"),
    "fr": ("passer", "je veux passer cette question"),
}
DOUBTS = {
    "es": ("no sé", "no sé, saltar", "prefiero no decir"),
    "en": ("not sure", "I don't know, skip", "I'd rather not say"),
    "pt": ("não sei",),
    "fr": ("je ne sais pas",),
}
ASKED = [(language, words) for language, all_ in SKIPS.items() for words in all_]


def asked(step: str, language: str = "es") -> Patient:
    """Somebody at the question about danger."""
    if step == "safety.red_flags":
        return at(step, {"language.choose": language}, language_hint=language)
    return Patient(everywhere(language)[step], at=AT, n=90)


@pytest.mark.parametrize("step", ["safety.red_flags", "check_in.red_flags"])
@pytest.mark.parametrize(("language", "words"), ASKED)
def test_it_is_asked_once_more(step: str, language: str, words: str) -> None:
    """Kindly, with its options, by a text the guard lets pass; nobody is alarmed."""
    told = asked(step, language).says(words)
    assert (told.keys, told.session.status, told.session.step) == ((f"{step.replace('.', '-')}.retry_skipped",), "open", step)
    assert (len(told.heard[0].options), judge(told.text, language).blocked) == (3, False)


@pytest.mark.parametrize("words", ["saltar", "me cambiaron una medicina y saltar"])
def test_left_out_twice_it_stays_unanswered_in_a_check_in(words: str) -> None:
    """A flag and a task of the same day; the questions go on."""
    told = asked("check_in.red_flags").says(words).says("saltar")
    assert (told.session.status, told.session.step) == ("open", "check_in.since")
    answer = told.answers["check_in.red_flags"]
    assert (answer.value, answer.skipped) == (None, True)
    assert "check_in:1m:safety_unanswered" in {flag.id for flag in flags(told.session)}
    assert [effect.kind for effect in told.effects if isinstance(effect, OpenTicket)] == ["check_in_safety"]


def test_left_out_twice_it_stays_unanswered_in_the_intake() -> None:
    """Staff see it with the case."""
    told = asked("safety.red_flags").says("saltar").says("saltar")
    assert (told.session.status, told.session.step) == ("open", "subject.who")
    assert told.flags["safety_unanswered"].quote == "saltar"


@pytest.mark.parametrize(("reply", "status"), [("yes", "held"), ("unsure", "held"), ("none", "open")])
def test_what_is_answered_then_counts(reply: str, status: str) -> None:
    """As the first time."""
    told = asked("safety.red_flags").says("saltar").taps(reply)
    assert (told.session.status, "safety_unanswered" in told.flags) == (status, False)


@pytest.mark.parametrize(("language", "words"), [(language, words) for language, all_ in DOUBTS.items() for words in all_])
def test_not_knowing_is_danger_as_before(language: str, words: str) -> None:
    """Also with "skip" behind it; and so is not wanting to say."""
    assert asked("safety.red_flags", language).says(words).session.status == "held"
