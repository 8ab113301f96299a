"""`advance` is a function: it changes nothing it is given, gives equal for equal, and its sessions survive being stored at every step."""

import copy
from dataclasses import FrozenInstanceError, fields, replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.assessment import facts
from flows.books import RULEBOOKS, STEPS
from flows.engine import advance, awaits_more, start
from flows.events import Event, OptionChosen, TextReceived
from flows.intake.flow import INTAKE
from flows.packet import packet
from flows.protocol import load
from flows.samples import answers, interruptions
from flows.session import Session
from storage.codec import dump_session, load_session
from tests.flows.patient import AT, Patient, Reply, at, everywhere, patient

EVERYWHERE = everywhere()
STORIES: dict[str, dict[str, Reply]] = {
    "healthy": {},
    "everything": {"host.offer": "yes", "records.which": ("imaging",), "contact.reach": "phone", "screening.recent": "unsure"},
    "for a mother": {"subject.who": "other", "screening.ever": ("thrombosis", "allergy")},
    "hard": {"screening.active_malignancy": "yes", "screening.transplant": "yes"},
    "refused": {"consent.health_data": "no"},
    "minor": {"subject.age": "17"},
    "two conditions": {"inquiry.complaint": "artrosis de rodilla y lupus", "inquiry.conditions": ("knee_osteoarthritis", "lupus")},
}
texts = st.one_of(
    st.text(max_size=60), st.sampled_from(["1", "2", "no", "sí", "atrás", "cambiar", "pausa", "continuar", "58", "no sé", "hola"])
)
options = st.sampled_from(["yes", "no", "unsure", "none", "skip", "continue", "person", "language:en", "self", "other", "here", "confirm"])


def stored(session: Session) -> Session:
    """The session after a night in the database."""
    return load_session(dump_session(session))


def shaken(path: list[str], replies: dict[str, Reply]) -> Session:
    """A conversation along this path, stored and loaded before every answer."""
    one = patient().says("hola")
    for step in path[1:]:
        one.session = stored(one.session)
        one.reaches(step, replies)
    return one.session


def events(session: Session) -> list[Event]:
    """One of each thing that can happen here."""
    return [*answers(session, RULEBOOKS[session.flow], AT), *(event for _, event in interruptions(AT))]


@pytest.mark.parametrize("step", list(STEPS))
def test_advance_changes_nothing_it_is_given(step: str) -> None:
    """Neither session nor event, whatever happens at whichever question."""
    session = EVERYWHERE[step]
    before = copy.deepcopy(session)
    assert len([advance(session, event) for event in events(session)]) > 20
    assert session == before


@pytest.mark.parametrize("step", list(STEPS))
def test_equal_inputs_give_equal_outcomes(step: str) -> None:
    """A copy in another process decides the same."""
    session = EVERYWHERE[step]
    assert [advance(session, event) for event in events(session)] == [advance(stored(session), event) for event in events(session)]


@pytest.mark.parametrize("story", STORIES)
def test_sessions_survive_storage_at_every_step(story: str) -> None:
    """Whoever comes back after months finds what was left."""
    passed = patient().finishes(STORIES[story]).passed
    assert [stored(session) for session in passed] == passed


@pytest.mark.parametrize("story", STORIES)
def test_a_conversation_stored_between_any_two_messages_goes_the_same_way(story: str) -> None:
    """Process death after each message changes nothing."""
    steady = patient().finishes(STORIES[story])
    assert packet(shaken(steady.asked, STORIES[story])) == packet(steady.session)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(texts, options.map(lambda option: (option,))), max_size=25))
def test_any_conversation_at_all_survives_storage(said: list[str | tuple[str]]) -> None:
    """Random words and taps: never an exception, never a session that cannot be stored or told."""
    one = patient()
    for words in said:
        one.taps_old(*words) if isinstance(words, tuple) else one.says(words)
        assert stored(one.session) == one.session
    packet(one.session)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(list(STEPS)), st.text(max_size=5000))
def test_any_words_at_any_question_are_answered(step: str, words: str) -> None:
    """Also very long ones, lone surrogates, controls and nothing at all."""
    one = Patient(EVERYWHERE[step], at=EVERYWHERE[step].last_at or AT).says(words)
    assert one.heard


def test_sessions_cannot_be_changed() -> None:
    """Frozen, with tuples all the way down."""
    session = patient().finishes().session
    with pytest.raises(FrozenInstanceError):
        session.status = "open"  # type: ignore[misc] # that it cannot be done is the point
    assert not [field.name for field in fields(session) if field.init and isinstance(getattr(session, field.name), list | dict | set)]
    assert hash(session) == hash(stored(session))


def test_the_time_comes_with_the_event() -> None:
    """The last time something happened is the event's own, not the machine's."""
    late = AT + timedelta(days=400)
    assert advance(start(), TextReceived(late, 1, "hola")).session.last_at == late


@pytest.mark.parametrize("text", ["", "   ", "hola", "terapia y calor", "x" * 10_000])
def test_waiting_for_more_words_changes_nothing(text: str) -> None:
    """A question about the session, not an event."""
    session = EVERYWHERE["inquiry.tried"]
    before = copy.deepcopy(session)
    assert awaits_more(session, text) is True
    assert session == before


@pytest.mark.parametrize("step", [step.id for step in INTAKE.steps if not step.burst])
def test_closed_questions_wait_for_nothing(step: str) -> None:
    """A choice is a choice."""
    assert not awaits_more(EVERYWHERE[step], "no")


@pytest.mark.parametrize("text", ["me duele mucho el pecho", "ya no quiero vivir", "alto", "quiero hablar con una persona"])
def test_what_is_urgent_waits_for_nothing(text: str) -> None:
    """Danger, a stop and the wish for a person are answered at once, also where free words wait."""
    assert not awaits_more(EVERYWHERE["inquiry.complaint"], text)


def test_a_conversation_says_what_it_was_held_under() -> None:
    """Release of the flow and version of the protocol are pinned at the first message."""
    session = patient().finishes().session
    assert (session.revision, session.protocol_version) == (INTAKE.revision, load().version)


def test_an_outcome_of_a_doubled_tap_is_a_stale_button() -> None:
    """The second of two equal taps belongs to a question that is closed."""
    one = at("subject.who")
    tap = OptionChosen(one.at, 9, "self", "subject.who", one.session.visit)
    assert one.meets(tap).meets(tap).keys == ("stale-option", "subject-age")


def test_answers_are_told_by_their_own_day() -> None:
    """An age computed today from a birth date of last year's answer does not drift."""
    told = at("subject.age").says("3 de marzo de 2008")
    later = replace(told.session, last_at=AT + timedelta(days=30))
    assert packet(later)["age"] == packet(told.session)["age"] == 17


def test_free_words_are_stored_as_they_were_typed() -> None:
    """Byte for byte."""
    words = "  Terapia «física»\n y ‘calor’ — 2×/semana 👍 "
    assert at("inquiry.tried").says(words).answers["inquiry.tried"].said == words


def test_what_was_worked_out_of_a_session_never_reaches_a_copy() -> None:
    """Facts worked out once belong to that very session: a changed copy begins without them, and both stay equal by their fields."""
    session = Session(revision="r", protocol_version="p", language="es")
    known = facts(session)
    changed = replace(session, display_name="Ana")
    assert session.found
    assert changed.found == {}
    assert (known["name_known"], facts(changed)["name_known"]) == (False, True)
    assert replace(session) == session
