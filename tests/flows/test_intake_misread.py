"""What was once misread between steering, answering and asking beside: each a fact that now holds."""

import re
from dataclasses import replace

import pytest

from flows import answer_reading
from flows.books import STEPS
from flows.effects import OpenHandoff, OptIn
from flows.events import MediaReceived
from flows.intake.flow import INTAKE
from messages.catalog import shipped
from messages.prompt import OFFERED
from messages.understanding import read_message
from messages.understanding.answers import read_answer
from messages.understanding.answers_reading import Read
from tests.flows.patient import AT, Patient, at, everywhere, patient

EVERYWHERE = everywhere()
WORDS = [step.id for step in INTAKE.steps if not step.burst and step.asks.kind in {"free_text", "medicines"}]
MULTI = [step.id for step in INTAKE.steps if step.asks.skippable and step.asks.multi]


def standing(step: str) -> Patient:
    """A patient at this question."""
    return Patient(EVERYWHERE[step], at=EVERYWHERE[step].last_at or AT)


@pytest.mark.parametrize(
    ("hint", "typed"),
    [("es", "Español"), ("en", "English"), ("es", "English"), ("en", "Español"), ("es", "español"), ("en", "english please")],
)
def test_the_language_question_can_be_answered_by_its_label(hint: str, typed: str) -> None:
    """The label of an option answers the language question, in whichever language it is read."""
    assert patient(language_hint=hint).says("hi" if hint == "en" else "hola").says(typed).session.step == "consent.health_data"


@pytest.mark.parametrize(
    ("words", "key"),
    [("quiero hablar con una persona", "person-requested"), ("borren mis datos", "aside-delete"), ("¿cuánto cuesta?", "aside-price")],
)
def test_a_wish_after_long_silence_is_honoured(words: str, key: str) -> None:
    """Long silence asks the question again, and still a wish for a person, a price or erasure is answered."""
    assert key in at("subject.age").waits(days=3).says(words).keys


@pytest.mark.parametrize(("words", "key"), [("quiero hablar con una persona", "person-requested"), ("borren mis datos", "aside-delete")])
def test_a_wish_in_a_pause_is_honoured(words: str, key: str) -> None:
    """A pause does not swallow a wish for a person or for erasure."""
    assert key in at("subject.age").says("pausa").says(words).keys


def test_the_first_message_may_ask_for_a_person() -> None:
    """Whoever asks for a person first gets a person, before or after the language is chosen."""
    asked = patient().says("quiero hablar con una persona")
    assert OpenHandoff("person_requested") in (*asked.effects, *asked.taps("es").effects)


@pytest.mark.parametrize("words", ["hola", "gracias", "buenas tardes", "bueno", "por favor"])
def test_a_greeting_does_not_opt_in_again(words: str) -> None:
    """Politeness after a stop is no wish to be messaged again."""
    told = at("subject.age").says("alto").says(words)
    assert (told.session.status, OptIn() in told.effects) == ("stopped", False)


@pytest.mark.parametrize("words", ["hola", "gracias"])
def test_a_greeting_does_not_resume_while_with_a_person(words: str) -> None:
    """Politeness while a person has the conversation does not start the questions again."""
    assert at("subject.age").says("quiero hablar con una persona").says(words).session.status == "with_person"


@pytest.mark.parametrize("words", ["hola", "gracias", "buenas tardes", "bueno"])
def test_politeness_chooses_nothing(words: str) -> None:
    """Words of politeness alone name no option."""
    assert not hasattr(read_answer("choice_of", words, "es", options=("continue",), labels={"continue": ["Seguir"]}), "value")


@pytest.mark.parametrize("words", ["¿cuánto cuesta?", "help", "¿qué riesgos tiene?"])
@pytest.mark.parametrize("step", WORDS)
def test_a_question_is_no_answer_where_words_are_wanted(step: str, words: str) -> None:
    """A patient's question is never kept as the clinical answer, also where free words are wanted."""
    assert standing(step).says(words).session.step == step


@pytest.mark.parametrize("between", ["zxqw vbnm", "¿cuánto cuesta?", "¿por qué pregunta eso?", "hola"])
def test_a_number_means_what_was_printed_last_after_a_language_offer(between: str) -> None:
    """Once the question is shown again, a typed number means its options and no longer the languages offered."""
    told = at("screening.transplant").says("deutsch bitte").says(between).says("2")
    assert (told.session.step, told.session.language) == ("screening.stopped_treatment", "es")


def test_a_number_means_what_was_printed_last_after_help() -> None:
    """The open question is printed last under the help, so a number means its options."""
    assert at("screening.transplant").says("ayuda").says("2").session.step == "screening.stopped_treatment"


def test_a_wrong_expectation_is_explained_also_after_nonsense() -> None:
    """The first wrong expectation is explained in other words, also after an unreadable answer."""
    assert at("outcomes.check").says("zxqw vbnm").taps("cure").keys[0] == "outcomes-check.again"


def test_a_crisis_told_in_an_emergency_hold_is_given_its_line() -> None:
    """A crisis inside an emergency hold gets the number of the crisis line."""
    assert "800 911 2000" in at("subject.age").says("me duele mucho el pecho").says("ya no quiero vivir").text


def test_words_after_a_refusal_are_not_kept() -> None:
    """After a refusal no further word is kept."""
    assert "cáncer" not in repr(at("consent.health_data").taps("no").says("Ana").says("es que tengo cáncer").session)


def test_an_aside_at_the_language_question_is_answered_once() -> None:
    """What was answered while the language question stood is not answered again."""
    told = patient().says("hola").says("¿cuánto cuesta?").taps("es")
    assert ("aside-price" in told.keys, dict(told.session.aside_counts)["price_question"]) == (False, 1)


def test_a_voice_note_as_first_message_is_told_that_it_is_not_heard() -> None:
    """Nobody is left believing that a voice note was heard."""
    assert "media-voice" in patient().meets(MediaReceived(AT, 1, "voice", "file")).keys


@pytest.mark.parametrize("step", MULTI)
def test_a_skipped_question_of_several_is_not_provided(step: str) -> None:
    """Skipping a question of several leaves no value behind."""
    answer = standing(step).taps("skip").answers[step]
    assert (answer.value, answer.skipped) == (None, True)


@pytest.mark.parametrize("step", [step for step in MULTI if step.startswith("screening.")])
def test_a_doubt_at_a_question_of_several_is_unsure(step: str) -> None:
    """A typed doubt at a question of several is not known, and no choice called skip."""
    answer = standing(step).says("no sé").answers[step]
    assert (answer.value, answer.unsure) == (None, True)


@pytest.mark.parametrize("then", ["alto", "me duele mucho el pecho", "atrás", "quiero hablar con una persona"])
def test_a_row_named_is_flagged_whatever_comes_next(then: str) -> None:
    """A row named in a list is flagged, however the list is left."""
    assert "contraindication:anticoagulant" in at("screening.ever").taps("anticoagulant").says(then).flags


def test_a_label_is_an_answer_before_it_is_a_wish() -> None:
    """An option's label answers before it steers."""
    told = at("records.send", {"records.which": ("imaging",)}).says("Más tarde")
    assert (told.session.status, "records.send" in told.answers) == ("open", True)


@pytest.mark.parametrize("words", ["volver a empezar a correr", "empezar de nuevo a caminar sin dolor"])
def test_a_hope_is_a_hope(words: str) -> None:
    """Words that steer inside a longer hope are part of the hope."""
    assert at("inquiry.hopes").says(words).answers["inquiry.hopes"].said == words


@pytest.mark.parametrize(
    ("language", "word"),
    [(language, word) for language in OFFERED for word in re.findall("[“«] ?(.+?) ?[”»]", shipped().text("aside-help", language))],
)
def test_every_word_the_help_names_works(language: str, word: str) -> None:
    """Every word the help tells people to type is read."""
    told = at("subject.age", {"language.choose": language}, language_hint=language).says(word)
    assert (told.session.retries, "subject.age" in told.answers) == (0, False)


def test_the_spanish_summary_speaks_spanish() -> None:
    """Units are words of the language of the summary."""
    assert "hours" not in at("review.summary", {"host.offer": "yes", "host.sleep_hours": "7"}).text


@pytest.mark.parametrize("words", ["tengo ideas suicidas", "pensamientos suicidas"])
def test_suicidal_thoughts_in_spanish_are_heard(words: str) -> None:
    """Plural and adjective forms are heard too."""
    assert at("inquiry.tried").says(words).session.status == "held"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("es que mi rodilla está mal", "privacy_request"),
    ],
)
def test_a_label_nobody_meant_is_not_read(words: str, label: str) -> None:
    """Everyday words of cause are no request about privacy."""
    assert label not in read_message(words, "es").ids


@pytest.mark.parametrize(
    ("language", "typed", "who"),
    [
        ("es", "es para mi mamá", "other"),
        ("es", "por mi mamá", "other"),
        ("es", "es mi mamá", "other"),
        ("es", "es para mí", "self"),
        ("pt", "é pra minha mãe", "other"),
        ("pt", "é para mim", "self"),
        ("en", "it's for my mum", "other"),
        ("en", "it's for me", "self"),
        ("fr", "c'est pour ma mère", "other"),
        ("fr", "c'est pour moi", "self"),
    ],
)
def test_a_relative_named_is_somebody_else(language: str, typed: str, who: str) -> None:
    """For whom the inquiry is may be answered by naming the relative."""
    asked = standing("subject.who")
    read = answer_reading.read(STEPS["subject.who"], replace(asked.session, language=language), typed, asked.at)
    assert isinstance(read, Read)
    assert read.value == who
