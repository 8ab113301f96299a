"""Steering words in every state: a person, pause, stop, go on, why, help, another language, and words that answer nothing."""

from datetime import timedelta

import pytest

from flows.effects import OpenHandoff, OptIn, OptOut, WithdrawCase
from flows.engine import awaits_more
from flows.events import ChannelBlocked, ChannelUnblocked, ConversationStarted, UnreadableReceived
from flows.intake.flow import INTAKE
from flows.session import Session
from flows.wording import BUTTON_KEYS
from messages.catalog import shipped
from messages.prompt import OFFERED
from tests.flows.patient import AT, Patient, at, everywhere, patient

QUESTIONS = [step.id for step in INTAKE.steps]
CLOSED = [step.id for step in INTAKE.steps if step.burst or step.asks.kind not in {"free_text", "medicines"}]
"""Questions that do not take any words at all for an answer at once."""
EVERYWHERE = {language: everywhere(language) for language in ("es", "en")}
ALL = tuple(f"language:{language}" for language in OFFERED)
PERSON = (("es", "persona"), ("es", "quiero hablar con una persona"), ("en", "person"), ("en", "I want to talk to a human"))
STOP = (("es", "alto"), ("es", "ya no me escriban"), ("en", "stop"), ("en", "unsubscribe"))


def standing(language: str, step: str) -> Patient:
    """Somebody to whom this question is open."""
    session = EVERYWHERE[language][step]
    return Patient(session, at=session.last_at or AT)


@pytest.mark.parametrize(("language", "word"), PERSON)
@pytest.mark.parametrize("step", QUESTIONS)
def test_a_person_can_be_reached_at_every_question(step: str, language: str, word: str) -> None:
    """One word, the case is in the queue, the bot waits, and going on stays possible."""
    asked = standing(language, step).says(word)
    assert (asked.session.status, asked.effects[0], asked.keys) == ("with_person", OpenHandoff("person_requested"), ("person-requested",))


@pytest.mark.parametrize(("language", "word"), STOP)
@pytest.mark.parametrize("step", QUESTIONS)
def test_stop_works_at_every_question(step: str, language: str, word: str) -> None:
    """Obeyed at once: opted out, withdrawn by the patient, told so."""
    asked = standing(language, step).says(word)
    assert (asked.session.status, asked.effects[:2]) == ("stopped", (OptOut(), WithdrawCase("stopped")))


@pytest.mark.parametrize("step", QUESTIONS)
def test_why_is_answered_at_every_question(step: str) -> None:
    """With the question's own reason, then the question again."""
    assert standing("es", step).says("¿por qué pregunta eso?").keys == (f"{step.replace('.', '-')}.why", step.replace(".", "-"))


@pytest.mark.parametrize("step", QUESTIONS)
def test_a_pause_keeps_the_question(step: str) -> None:
    """Any word later goes on where it stood, with a line of context."""
    paused = standing("es", step).says("pausa")
    assert (paused.session.status, paused.session.step) == ("paused", step)
    resumed = paused.waits(days=2).says("hola")
    assert (resumed.session.status, resumed.keys) == ("open", ("resume-context", step.replace(".", "-")))


@pytest.mark.parametrize("step", CLOSED)
def test_help_is_given_at_every_question(step: str) -> None:
    """Then the question again."""
    assert standing("en", step).says("help").keys == ("aside-help", step.replace(".", "-"))


@pytest.mark.parametrize("step", [step for step in QUESTIONS if step != "language.choose"])
def test_another_language_is_offered_at_every_later_question(step: str) -> None:
    """Offered by a button, never switched in silence."""
    offered = standing("es", step).says("English please")
    assert (offered.session.language, offered.session.offering) == ("es", ("language:en",))


@pytest.mark.parametrize("how", ["1", "English"])
def test_a_language_offered_can_be_taken_in_words(how: str) -> None:
    """By its number or by its name; the open question follows in it."""
    switched = at("subject.age").says("English please").says(how)
    assert (switched.session.language, switched.heard[-1].language) == ("en", "en")


def test_a_language_offered_can_be_tapped() -> None:
    """The button names the language."""
    offered = at("subject.age").says("English please")
    assert [option.label for option in offered.heard[-1].options] == ["English"]
    assert offered.taps_old("language:en").session.language == "en"


def test_a_language_switch_keeps_every_answer() -> None:
    """Only the words change."""
    before = at("subject.age")
    answers = before.session.answers
    assert before.says("English please").taps_old("language:en").session.answers == answers


@pytest.mark.parametrize("words", ["parla italiano?", "deutsch bitte", "sprechen Sie Deutsch?"])
def test_an_unsupported_language_is_named_as_such(words: str) -> None:
    """What can be offered is offered; nothing falls back in silence."""
    told = at("subject.age").says(words)
    assert (told.keys, told.session.offering, told.session.language) == (("language-not_yet",), ALL, "es")


def test_the_language_spoken_already_is_not_offered() -> None:
    """The question is just repeated."""
    assert at("subject.age").says("en español por favor").keys == ("subject-age",)


@pytest.mark.parametrize(("words", "language"), [("hello, good morning", "en"), ("hola buenas tardes", "es"), ("guten Tag", "es")])
def test_the_first_words_only_preselect_a_language(words: str, language: str) -> None:
    """The first message is guessed from, and the language is still asked."""
    greeted = patient().says(words)
    assert (greeted.session.language, greeted.session.language_chosen, greeted.keys) == (language, False, ("language-choose",))


@pytest.mark.parametrize("hint", ["de-DE", "it", "zh-Hant", "", "xx"])
def test_a_device_in_another_language_starts_in_the_clinics(hint: str) -> None:
    """Until the person chooses."""
    assert patient(language_hint=hint).session.language == "es"


WITH_PERSON = at("subject.age").says("persona").session
PAUSED = at("subject.age").says("pausa").session
STOPPED = at("subject.age").says("alto").session
DONE = patient().finishes().session


@pytest.mark.parametrize(
    ("session", "words", "status", "keys"),
    [
        (WITH_PERSON, "¿siguen ahí?", "with_person", ("person-waiting",)),
        (WITH_PERSON, "58", "with_person", ("person-waiting",)),
        (WITH_PERSON, "persona", "with_person", ("person-waiting",)),
        (WITH_PERSON, "cuánto cuesta", "with_person", ("aside-price",)),
        (WITH_PERSON, "continuar", "open", ("resume-context", "subject-age")),
        (WITH_PERSON, "1", "open", ("resume-context", "subject-age")),
        (WITH_PERSON, "alto", "stopped", ("control-stopped",)),
        (PAUSED, "hola", "open", ("resume-context", "subject-age")),
        (PAUSED, "1", "open", ("resume-context", "subject-age")),
        (PAUSED, "alto", "stopped", ("control-stopped",)),
        (STOPPED, "ok", "stopped", ("control-stopped_reply",)),
        (STOPPED, "cuánto cuesta", "stopped", ("aside-price",)),
        (STOPPED, "continuar", "open", ("resume-context", "subject-age")),
        (STOPPED, "persona", "with_person", ("person-requested",)),
        (STOPPED, "alto", "stopped", ("control-stopped",)),
        (DONE, "hola", "done", ("done-reply",)),
        (DONE, "gracias", "done", ("aside-thanks",)),
        (DONE, "cuánto cuesta", "done", ("aside-price",)),
        (DONE, "continuar", "done", ("done-reply",)),
        (DONE, "persona", "with_person", ("person-requested",)),
        (DONE, "alto", "stopped", ("control-stopped",)),
    ],
)
def test_every_state_answers_every_word(session: Session, words: str, status: str, keys: tuple[str, ...]) -> None:
    """Nobody is ever left without an answer, whatever state the conversation is in."""
    told = Patient(session, at=AT.replace(hour=16)).says(words)
    assert (told.session.status, told.keys) == (status, keys)


WAITED = Patient(WITH_PERSON, at=AT.replace(hour=16)).says("¿siguen ahí?").session


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("¿cuándo me responden?", ("person-noted",)),
        ("persona", ("person-noted",)),
        ("cuánto cuesta", ("aside-price",)),
        ("1", ("resume-context", "subject-age")),
        ("alto", ("control-stopped",)),
        ("me duele mucho el pecho y no puedo respirar", ("emergency-call",)),
    ],
)
def test_who_waits_is_told_in_full_once_then_in_a_line(words: str, keys: tuple[str, ...]) -> None:
    """What is asked, a wish to go on or to stop, and danger are answered as before."""
    assert Patient(WAITED, at=AT.replace(hour=16)).says(words).keys == keys


def test_who_writes_again_the_next_day_is_told_in_full_again() -> None:
    """What was said half a day ago is out of sight, and with it what to do in an emergency."""
    assert Patient(WAITED, at=AT.replace(hour=16) + timedelta(hours=13)).says("¿hola?").keys == ("person-waiting",)


def test_a_new_wait_for_a_person_is_told_in_full() -> None:
    """After the questions went on meanwhile."""
    again = Patient(WAITED, at=AT.replace(hour=16)).says("continuar").says("persona")
    assert again.says("¿siguen ahí?").keys == ("person-waiting",)


@pytest.mark.parametrize(("session", "words", "waits"), [(WITH_PERSON, "hola", False), (WAITED, "una cosa más", True), (WAITED, "1", False),
    (WAITED, "alto", False), (WAITED, "me duele mucho el pecho y no puedo respirar", False)])  # fmt: skip
def test_several_lines_to_a_person_are_acknowledged_once(session: Session, words: str, waits: bool) -> None:  # noqa: FBT001 - a column of the table
    """Only what asks for nothing at once waits a moment for the rest."""
    assert awaits_more(session, words) == waits


def test_going_on_after_a_stop_opts_in_again() -> None:
    """Only by the patient's own word."""
    assert Patient(STOPPED, at=AT.replace(hour=16)).says("continuar").effects[0] == OptIn()


def test_after_the_end_new_words_are_still_heard_for_flags() -> None:
    """What is told late is flagged like what was told early."""
    told = Patient(DONE, at=AT.replace(hour=16)).says("se me olvidó decirles que tomo Eliquis")
    assert (told.session.status, "contraindication:anticoagulant" in told.flags) == ("done", True)


def test_a_second_hand_off_of_a_person_keeps_one_flag() -> None:
    """Asking twice is one wish."""
    twice = at("subject.age").says("persona").says("continuar").says("persona")
    assert [flag.id for flag in twice.session.flags] == ["human_requested"]


@pytest.mark.parametrize("kind", ["sticker", "location", "contact", "empty", "other"])
def test_what_cannot_be_read_is_said_and_the_question_repeated(kind: str) -> None:
    """A sticker is no answer and no error."""
    told = at("subject.age")
    assert told.meets(UnreadableReceived(told.at, 9, kind)).keys == (f"unreadable-{kind}", "subject-age")  # type: ignore[arg-type] # a column of the table


def test_a_second_start_continues() -> None:
    """Pressing start again restarts nothing."""
    told = at("inquiry.tried")
    assert told.meets(ConversationStarted(told.at, 9, "campaign")).keys == ("resume-context", "inquiry-tried")


def test_a_first_contact_without_words_begins() -> None:
    """Telegram's start button is no message."""
    assert patient().meets(ConversationStarted(AT, None, "'; drop table --")).keys == ("language-choose",)


def test_a_blocked_bot_opts_out_and_says_nothing() -> None:
    """There is nobody to say it to; coming back opens nothing by itself."""
    told = at("subject.age").meets(ChannelBlocked(AT, None))
    assert (told.kinds, told.session.status) == (("OptOut",), "open")
    assert told.meets(ChannelUnblocked(AT, None)).effects == ()


@pytest.mark.parametrize("language", OFFERED)
@pytest.mark.parametrize("key", [key for key in BUTTON_KEYS if key in {"option-continue", "option-person"}])
def test_global_buttons_have_short_labels(key: str, language: str) -> None:
    """They fit below any text on any channel."""
    assert len(shipped().text(key, language)) <= 20
