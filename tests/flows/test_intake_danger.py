"""Danger: every kind of emergency, in both languages, at every question and in every state, stops the script before anything else."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from flows.effects import Alarm, Say
from flows.engine import advance, awaits_more
from flows.events import (
    ConversationStarted,
    Event,
    HoldLifted,
    LateTextReceived,
    MediaReceived,
    MessageEdited,
    OptionChosen,
    TextReceived,
    UnreadableReceived,
)
from flows.protocol import load
from flows.session import Session
from tests.flows.patient import AT, Patient, at, everywhere, patient

DANGERS = {
    "chest_pain": ("me duele mucho el pecho", "I have chest pain right now"),
    "stroke_fast": ("se le fue la boca de lado y no puede mover el brazo", "his face is drooping and his speech is slurred"),
    "breathing": ("no puedo respirar", "I can't breathe"),
    "anaphylaxis": ("se me está cerrando la garganta", "my throat is closing up"),
    "sepsis": ("tengo fiebre y escalofríos después del suero", "fever and chills after the infusion"),
    "hot_joint": ("mi rodilla está caliente, roja y con fiebre", "my knee is hot, red and swollen and I have a fever"),
    "dvt_pe": ("la pantorrilla está hinchada y me duele mucho", "my calf is swollen and painful"),
    "meningitis": ("dolor de cabeza fuerte con fiebre y el cuello duro", "bad headache, fever and a stiff neck"),
    "bleeding": ("tengo un sangrado que no para", "it is bleeding and it won't stop"),
    "faint": ("mi mamá se desmayó y no despierta", "she passed out and won't wake up"),
    "seizure": ("le están dando convulsiones", "he is having a seizure"),
    "glucose": ("tengo el azúcar altísima y estoy vomitando", "my sugar is over 500 and I am vomiting"),
    "violence_abuse": ("mi esposo me pega", "my husband hits me"),
    "suicide_self_harm": ("ya no quiero vivir", "I want to kill myself"),
}
PHRASES = [(cue, phrase) for cue, phrases in DANGERS.items() for phrase in phrases]
PAIN, DESPAIR = "me duele mucho el pecho", "ya no quiero vivir"
EVERYWHERE = {language: everywhere(language) for language in ("es", "en")}
STATES = {
    "nothing asked yet": patient().session,
    "paused": at("subject.age").says("pausa").session,
    "with_person": at("subject.age").says("quiero hablar con una persona").session,
    "stopped": at("subject.age").says("alto").session,
    "done": patient().finishes().session,
    "held": at("subject.age").says(PAIN).session,
    "editing": at("review.summary").taps("change").taps("hopes").session,
    "language offered": at("subject.age").says("English please").session,
}


def unmoved(session: Session, event: Event) -> list[str]:
    """What is missing of: the number first, an alarm with the words, a hold."""
    outcome = advance(session, event)
    first, alarms = outcome.effects[0], [effect for effect in outcome.effects if isinstance(effect, Alarm)]
    missing = {
        "the number is not said first": not (
            isinstance(first, Say) and first.purpose == "emergency" and "911" in str(first.prompt.variables)
        ),
        "nobody is alarmed": [alarm.quote != "" and alarm.n == 7 for alarm in alarms] != [True],
        "the script goes on": outcome.session.status != "held" or len(outcome.effects) > 2,
    }
    return [what for what, is_missing in missing.items() if is_missing]


def deaf(sessions: Mapping[str, Session], event: Event) -> dict[str, list[str]]:
    """Where the event does not stop everything, and what is missing there."""
    return {name: missing for name, session in sessions.items() if (missing := unmoved(session, event))}


def text(words: str) -> TextReceived:
    """The seventh message."""
    return TextReceived(AT + timedelta(minutes=9), 7, words)


def test_every_cue_of_the_protocol_is_tried() -> None:
    """A new kind of danger is not done until it stands in the table above."""
    assert set(DANGERS) == {cue.id for cue in load().cues.values() if cue.kind != "same_day"}


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(("cue", "phrase"), PHRASES, ids=[phrase for _, phrase in PHRASES])
def test_danger_stops_the_script_at_every_question(cue: str, phrase: str, language: str) -> None:
    """In either language at every question of the intake, whichever language it is held in."""
    assert deaf(EVERYWHERE[language], text(phrase)) == {}, cue


@pytest.mark.parametrize(("cue", "phrase"), PHRASES, ids=[phrase for _, phrase in PHRASES])
def test_danger_stops_the_script_in_every_state(cue: str, phrase: str) -> None:
    """Also before the first question, in a pause, with a person, after a stop, after the end, while held."""
    assert deaf(STATES, text(phrase)) == {}, cue


@pytest.mark.parametrize("phrase", [PAIN, DESPAIR])
@pytest.mark.parametrize("words", ["{}", "hola, ¿cuánto cuesta? es que {}", "58 años y {} desde hace rato", "alto, {}", "{}\n1"])
def test_danger_is_heard_among_other_words(phrase: str, words: str) -> None:
    """Whatever else the message holds: an answer, a question, a wish to stop."""
    assert deaf(EVERYWHERE["es"], text(words.format(phrase))) == {}


@pytest.mark.parametrize(
    "event",
    [
        MediaReceived(AT, 7, "photo", "file", PAIN),
        MediaReceived(AT, 7, "pdf", "file", PAIN, "album"),
        MessageEdited(AT, 7, PAIN),
        LateTextReceived(AT, 7, PAIN),
    ],
    ids=["caption", "caption in an album", "edited", "late"],
)
def test_danger_is_heard_in_words_that_answer_nothing(event: Event) -> None:
    """A caption, an edited message and a late one are heard like any other, everywhere."""
    assert deaf({**EVERYWHERE["es"], **STATES}, event) == {}


def test_danger_is_heard_after_long_silence() -> None:
    """Three days later the first word counts."""
    assert at("subject.age").waits(days=3).says(PAIN).session.status == "held"


@pytest.mark.parametrize("phrase", [PAIN, DESPAIR])
def test_danger_never_waits_for_more_words(phrase: str) -> None:
    """Where free words wait for the rest of a burst, these do not."""
    session = at("inquiry.tried").session
    assert (awaits_more(session, "terapia"), awaits_more(session, phrase)) == (True, False)


@pytest.mark.parametrize("answer", ["sí", "no sé", "creo que no", "prefiero no decir", "2", "3", "quizá", "yes"])
def test_the_danger_list_is_stopped_by_anything_but_a_clear_no(answer: str) -> None:
    """A yes and every doubt hold the case."""
    held = at("safety.red_flags").says(answer)
    assert (held.session.status, held.keys, held.kinds) == ("held", ("emergency-call", "crisis-also"), ("Say", "Alarm", "Say"))


def test_words_about_somebody_else_are_flagged_though_the_case_is_ones_own() -> None:
    """Who answered "for me" and then tells of a mother is seen by the physician as a proxy."""
    assert at("inquiry.tried", {"subject.who": "self"}).says("es para mi mamá, ella tiene demencia").flags["proxy"].severity == "caution"


@pytest.mark.parametrize("answer", ["no", "ninguna", "1", "no, nada de eso"])
def test_a_clear_no_to_the_danger_list_goes_on(answer: str) -> None:
    """And raises nothing."""
    free = at("safety.red_flags").says(answer)
    assert (free.session.step, free.flags) == ("subject.who", {})


def held(phrase: str = PAIN) -> Patient:
    """Somebody whose conversation is held."""
    return at("subject.age").says(phrase)


ATTEMPTS: list[Event] = [
    TextReceived(AT, 9, words)
    for words in (
        "ya estoy bien",
        "continuar",
        "seguir",
        "1",
        "58",
        "atrás",
        "empezar de nuevo",
        "quiero una persona",
        "hola",
        "cuánto cuesta",
    )
]
ATTEMPTS += [
    OptionChosen(AT, 9, "continue"),
    OptionChosen(AT, 9, "language:en"),
    OptionChosen(AT, 9, "self", "subject.who", 1),
    ConversationStarted(AT, 9),
    MediaReceived(AT, 9, "photo", "file"),
    UnreadableReceived(AT, 9, "sticker"),
    MessageEdited(AT, 9, "era broma"),
    LateTextReceived(AT, 9, "era broma"),
]


@pytest.mark.parametrize("event", ATTEMPTS, ids=repr)
def test_a_hold_cannot_be_lifted_by_the_patient(event: Event) -> None:
    """Whatever the patient does, only staff end it."""
    assert held().meets(event).session.status == "held"


@pytest.mark.parametrize("event", ATTEMPTS[:-1], ids=repr)
def test_a_held_patient_is_always_shown_the_number_again(event: Event) -> None:
    """And nothing else: no question, no price answer, no comfort."""
    again = held().meets(event)
    assert [key.removesuffix("_over") for key in again.keys] == ["emergency-held", "emergency-where"]
    assert "911" in again.heard[0].text


def test_a_stop_while_held_is_obeyed_without_lifting_the_hold() -> None:
    """No more messages of any other kind leave; the number still does."""
    again = held().says("alto")
    assert (again.session.status, again.kinds[:2]) == ("held", ("OptOut", "Say"))


@pytest.mark.parametrize("again", [PAIN, "no puedo respirar", DESPAIR])
def test_danger_told_again_alarms_again(again: str) -> None:
    """Each further cry reaches the staff with its own words."""
    repeated = held().says(again)
    assert [effect.quote in again for effect in repeated.effects if isinstance(effect, Alarm)] == [True]


def test_a_hold_keeps_the_question_that_stood_open() -> None:
    """Nothing of the intake is lost."""
    assert (held().session.step, [*held().answers]) == ("subject.age", [*at("subject.age").answers])


def test_the_flag_keeps_the_words_and_the_message() -> None:
    """For whoever calls back."""
    flag = held().flags["emergency"]
    assert (flag.severity, flag.quote, flag.n) == ("hard", PAIN, 7)


@pytest.mark.parametrize(("resume", "status", "key"), [(True, "with_person", "lifted-hello"), (False, "done", "lifted-closed")])
def test_staff_lift_a_hold(resume: bool, status: str, key: str) -> None:  # noqa: FBT001 - a column of the table
    """The first words ask how the person is, or say that a person is there; no question of the intake follows by itself."""
    lifted = held().meets(HoldLifted(AT, None, "staff", resume))
    assert (lifted.session.status, lifted.keys) == (status, (key,))


@pytest.mark.parametrize("words", ["ya estoy bien", "seguir", "continuar", "¿a qué hora me llaman?", "1", "hola"])
def test_after_a_hold_that_closed_the_questions_none_comes_back(words: str) -> None:
    """The patient was told so: no word, number or old button opens them; the message is kept for staff."""
    closed = held().meets(HoldLifted(AT, None, "staff", resume=False))
    said, tapped = closed.says(words), closed.taps_old("continue")
    assert (said.session.status, said.session.step, tapped.session.status, tapped.session.step) == ("done", "", "done", "")


def test_danger_is_heard_after_a_hold_that_closed_the_questions() -> None:
    """The end of the questions is not the end of care."""
    assert held().meets(HoldLifted(AT, None, "staff", resume=False)).says("me duele mucho el pecho").session.status == "held"


def test_after_a_hold_the_patient_decides_to_go_on() -> None:
    """At the question that stood open, with its context."""
    lifted = held().meets(HoldLifted(AT, None, "staff", resume=True))
    assert lifted.taps_old("continue").keys == ("resume-context", "subject-age")


def test_the_flag_of_a_lifted_hold_stays() -> None:
    """A lifted hold is no cleared flag: the case still ends without outcomes."""
    lifted = held().meets(HoldLifted(AT, None, "staff", resume=True)).taps_old("continue")
    assert lifted.finishes().keys == ("done-hard",)


def test_lifting_what_is_not_held_does_nothing() -> None:
    """A second click of a second colleague."""
    free = at("subject.age")
    assert (free.meets(HoldLifted(AT, None, "staff", resume=True)).effects, free.session.status) == ((), "open")


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("MX", "911"),
        ("US", "911"),
        ("CA", "911"),
        ("", "911 (fuera de México, al número local de emergencias; desde casi todos los celulares sirve el 112)"),
        ("ZZ", "911 (fuera de México, al número local de emergencias; desde casi todos los celulares sirve el 112)"),
        ("ES", "911 (MX) / 112 (ES)"),
        ("CO", "911 (MX) / 123 (CO)"),
    ],
)
def test_the_number_is_the_clinics_countrys_and_the_home_countrys(country: str, number: str) -> None:
    """A phone's prefix is no location: where the two differ both are shown, never one in place of the other."""
    assert f" {number}" in at("subject.age", country=country).says(PAIN).text


@pytest.mark.parametrize(
    ("country", "line"),
    [("MX", "800 911 2000"), ("US", "988"), ("ES", "024"), ("", "800 911 2000"), ("CO", "Línea 106"), ("GB", "116 123")],
)
def test_a_crisis_is_given_a_line_to_call(country: str, line: str) -> None:
    """The home country's line where one is known, else the clinic's; and the emergency number with it."""
    told = at("subject.age", country=country).says(DESPAIR)
    assert (told.keys, line in told.text, "911" in told.text) == (("crisis-call",), True, True)


def test_a_crisis_goes_before_an_emergency_in_one_message() -> None:
    """Its text names both numbers."""
    assert held(f"{PAIN} y {DESPAIR}").keys == ("crisis-call",)


@pytest.mark.parametrize(
    "said",
    [
        "me muero de risa",
        "esto me está matando la rodilla",
        "hace años tuve un infarto",
        "no me duele el pecho",
        "mi abuelo murió de un infarto",
        "tengo miedo de que me dé un infarto",
    ],
)
def test_a_figure_of_speech_or_the_past_holds_nothing(said: str) -> None:
    """Words that only sound like danger leave the conversation open."""
    assert at("inquiry.tried").says(said).session.status == "open"


OVER = {"es": "ya estoy bien, fue falsa alarma", "en": "I'm fine now", "pt": "já estou bem", "fr": "c'était une fausse alerte"}


@pytest.mark.parametrize("phrase", [PAIN, DESPAIR])
@pytest.mark.parametrize("language", OVER)
def test_who_says_it_is_over_is_answered_and_stays_held(language: str, phrase: str) -> None:
    """What was said is acknowledged, the number stands there again, the hold stays, and the words stand before staff."""
    said = at("subject.age", {"language.choose": language}, language_hint=language).says(phrase).says(OVER[language])
    assert said.keys[0].removeprefix("emergency").removeprefix("crisis") == "-held_over"
    assert ("911" in said.heard[0].text, said.session.status) == (True, "held")
    assert (said.flags["says_safe"].quote, said.flags["says_safe"].severity) == (OVER[language], "info")


def test_danger_beside_words_that_it_is_over_is_danger() -> None:
    """A pain that goes on alarms again, whatever else is said."""
    both = held().says("ya estoy bien pero me duele mucho el pecho")
    assert ("says_safe" in both.flags, "Alarm" in both.kinds) == (False, True)


def test_outside_a_hold_being_well_is_no_flag() -> None:
    """Somebody who feels fine is just that."""
    assert "says_safe" not in at("inquiry.tried").says("ya estoy bien").flags
