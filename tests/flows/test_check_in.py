"""The check-in conversation: safety first, measures as given, skips as skips, what got worse to a person, numbers without a verdict."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows.assessment import flags
from flows.books import FLOWS
from flows.effects import Alarm, CheckInEnded, Effect, Invite, OpenTicket, OptOut, Say, WithdrawCase
from flows.engine import advance
from flows.events import CheckInClosed, CheckInDue, OptionChosen, SilenceNoted, TextReceived
from flows.packet import packet
from flows.session import CheckInTalk, Measured, Outcome, Session
from flows.speech import render
from tests.follow_up import finished

AT = datetime(2026, 6, 2, 16, 0, tzinfo=UTC)
NAMED = ("subir escaleras", "dormir de lado", "cargar bolsas")
BEFORE = (Measured("baseline", "nrs_pain", 6.0), Measured("baseline", "psfs", 4.0))
MONTH = CheckInTalk("c1", "1m", "full", NAMED, BEFORE)
MILD = ("1", "5", "4", "6", "6", "6", "3", "1")
"""Numbers as typed: no danger, nothing since, pain 4, three activities at 6, a little better, the plan followed."""


def invited(talk: CheckInTalk = MONTH, session: Session | None = None, attempt: int = 0) -> Outcome:
    """Somebody treated whose check-in falls due."""
    return advance(session or replace(finished(), last_at=AT - timedelta(days=30)), CheckInDue(AT, None, talk, attempt))


def said(session: Session, *texts: str) -> Outcome:
    """Typed one after another, a minute apart."""
    outcome = Outcome(session, ())
    for n, text in enumerate(texts, start=1):
        outcome = advance(outcome.session, TextReceived(AT + timedelta(minutes=n), n, text))
    return outcome


def answered(*texts: str, talk: CheckInTalk = MONTH) -> Outcome:
    """An invitation taken up, then these answers."""
    return said(invited(talk).session, "hola", *texts)


def ended(effects: tuple[Effect, ...]) -> CheckInEnded:
    """How the check-in ended."""
    return next(effect for effect in effects if isinstance(effect, CheckInEnded))


def values(effects: tuple[Effect, ...]) -> dict[str, float | None]:
    """Main scores by measure."""
    return {reading.measure: reading.value for reading in ended(effects).readings}


def tickets(effects: tuple[Effect, ...]) -> list[str]:
    """Tasks opened."""
    return [effect.kind for effect in effects if isinstance(effect, OpenTicket)]


def tasks(*texts: str, talk: CheckInTalk = MONTH) -> list[str]:
    """Tasks opened by any of these answers, in the order opened."""
    outcome, opened = answered(talk=talk), []
    for text in texts:
        outcome = said(outcome.session, text)
        opened += tickets(outcome.effects)
    return opened


def words(outcome: Outcome) -> str:
    """Everything said, as read."""
    return "\n".join(render(effect.prompt, outcome.session).text for effect in outcome.effects if isinstance(effect, Say))


def test_an_invitation_asks_nothing_clinical() -> None:
    """Key by the contract, one button, no question open yet."""
    outcome = invited()
    invite = outcome.effects[0]
    assert isinstance(invite, Invite)
    assert (invite.prompt.key, [option.id for option in invite.prompt.options]) == ("check-in-invitation", ["continue"])
    assert (outcome.session.step, outcome.session.flow) == ("", "check_in")


@pytest.mark.parametrize("first", ["hola", "ok", "1", "seguir"])
def test_whatever_answers_the_invitation_begins_with_safety(first: str) -> None:
    """The first question is the danger list."""
    assert said(invited().session, first).session.step == "check_in.red_flags"


def test_a_tap_on_the_invitation_begins() -> None:
    """The button of the template carries the same id."""
    outcome = advance(invited().session, OptionChosen(AT, 1, "continue"))
    assert outcome.session.step == "check_in.red_flags"


@pytest.mark.parametrize("answer", ["2", "3", "sí", "no lo sé"])
def test_a_danger_sign_or_a_doubt_stops_everything(answer: str) -> None:
    """The number first, staff alarmed, no further question."""
    outcome = answered(answer)
    assert outcome.session.status == "held"
    assert isinstance(outcome.effects[0], Say)
    assert outcome.effects[0].purpose == "emergency"
    assert any(isinstance(effect, Alarm) for effect in outcome.effects)


@pytest.mark.parametrize("step", [step.id for step in FLOWS["check_in"].steps][1:6])
def test_danger_in_words_stops_at_any_question(step: str) -> None:
    """As in the intake."""
    session = answered("1").session
    while session.step != step and session.step:
        session = said(session, {"check_in.since": "5", "check_in.pain": "4"}.get(session.step, "3")).session
    outcome = said(session if session.step else answered("1").session, "me duele mucho el pecho ahora y no puedo respirar")
    assert outcome.session.status == "held"


def test_a_whole_check_in_is_recorded_with_raw_answers() -> None:
    """Scores beside the items they are made of, names and language with them."""
    outcome = answered(*MILD)
    told = ended(outcome.effects)
    assert values(outcome.effects) == {"nrs_pain": 4.0, "psfs": 6.0, "pgic": 3.0}
    assert dict(told.readings[1].items) == {"activity_1": 6.0, "activity_2": 6.0, "activity_3": 6.0}
    assert (told.end, told.activities, told.language, outcome.session.status) == ("answered", NAMED, "es", "done")


def test_a_skipped_question_is_no_value() -> None:
    """Pain skipped has no score; an activity skipped leaves the mean of the others; no zero anywhere."""
    outcome = answered("1", "5", "saltar", "6", "saltar", "3", "8", "5")
    assert values(outcome.effects) == {"nrs_pain": None, "psfs": 4.5, "pgic": None}
    skipped = {answer.step for answer in ended(outcome.effects).answers if answer.skipped}
    assert {"check_in.pain", "check_in.activity_2", "check_in.change", "check_in.plan"} <= skipped


def test_numbers_come_with_direction_and_earlier_values() -> None:
    """In words; never what they mean."""
    text = words(answered(*MILD))
    assert "Dolor: 4 de 10. Menos es mejor. Antes: 6 (antes del tratamiento)." in text
    assert "Sus actividades: 6 de 10. Más es mejor. Antes: 4 (antes del tratamiento)." in text
    assert "Lo que significan se lo dice el médico." in text


def test_nothing_of_concern_opens_no_task() -> None:
    """A better month goes to nobody's list."""
    assert tasks(*MILD) == []


@pytest.mark.parametrize(
    ("place", "answer", "task", "flag"),
    [
        (1, "1", "check_in_safety", "check_in:1m:hospital"),
        (1, "2", "check_in_safety", "check_in:1m:infection"),
        (1, "6", "check_in_safety", "check_in:1m:unsure"),
        (2, "8", "check_in_worse", "check_in:1m:worse:nrs_pain"),
        (6, "5", "check_in_worse", "check_in:1m:worse:pgic"),
    ],
)
def test_a_cue_or_a_worse_figure_goes_to_a_person_the_same_day(place: int, answer: str, task: str, flag: str) -> None:
    """A task and a flag; the text says a person reads it, and comforts nobody."""
    given = list(MILD)
    given[place] = answer
    if place == 1 and answer != "6":
        given.insert(2, "no")
    outcome = answered(*given)
    assert tasks(*given) == [task]
    assert flag in {each.id for each in flags(outcome.session)}
    assert words(outcome).endswith("Llame al número de emergencias o vaya a urgencias.")


@pytest.mark.parametrize(("pain", "task"), [("7", []), ("8", ["check_in_worse"])])
def test_worse_begins_at_the_published_change(pain: str, task: list[str]) -> None:
    """Two points of pain over the baseline; one point is within the noise."""
    given = list(MILD)
    given[2] = pain
    assert tasks(*given) == task


def test_a_medicine_changed_alone_goes_to_a_person() -> None:
    """Who decided it is asked, and "I did" is a cue."""
    outcome = answered("1", "4", "no", *MILD[2:], "3", "3")
    assert tasks("1", "4", "no", *MILD[2:], "3", "3") == ["check_in_safety"]
    assert {"check_in:1m:medicine_change", "check_in:1m:medicine_alone"} <= {each.id for each in flags(outcome.session)}


@pytest.mark.parametrize(
    ("what", "who", "task"), [("1", "1", []), ("3", "2", []), ("4", "1", ["check_in_safety"]), ("1", "4", ["check_in_safety"])]
)
def test_a_changed_medicine_is_a_cue_unless_a_physician_changed_a_known_one(what: str, who: str, task: list[str]) -> None:
    """Less, more or none of a medicine by one's own physician is care as it should be; a new one, or somebody else's word, is looked at."""
    assert tasks("1", "4", "no", *MILD[2:], what, who) == task


def test_a_changed_medicine_of_which_nothing_more_was_said_is_a_cue() -> None:
    """Skipped, or the window ended."""
    assert tasks("1", "4", "no", *MILD[2:], "saltar", "saltar") == ["check_in_safety"]
    half = answered("1", "4", "no", "4").session
    assert tickets(advance(half, CheckInClosed(AT + timedelta(days=8), None, "c1")).effects) == ["check_in_safety"]


def test_where_nothing_happened_eight_questions_are_asked() -> None:
    """And no question twice; what was hard is one more."""
    session, asked = answered().session, []
    for text in MILD:
        asked.append(session.step)
        session = said(session, text).session
    assert (len(asked), len(set(asked)), session.status) == (8, 8, "done")
    assert answered(*MILD[:-1], "2").session.step == "check_in.plan_hard"


def test_a_baseline_names_the_activities() -> None:
    """Up to three in own words, each rated; no impression of change before a treatment."""
    talk = CheckInTalk("c0", "baseline", "baseline")
    outcome = answered("1", "5", "7", "subir escaleras", "correr", "saltar esta pregunta", "3", "2", talk=talk)
    assert ended(outcome.effects).activities == ("subir escaleras", "correr")
    assert values(outcome.effects) == {"nrs_pain": 7.0, "psfs": 2.5}


@pytest.mark.parametrize("name", ["Precio 25,000 pesos, cura garantizada 100 %", "{ $clinic } {{7*7}}", "<b>subir</b>", "x" * 61, "1\n2"])
def test_words_that_could_not_leave_are_named_by_their_place(name: str) -> None:
    """What a person typed is repeated only where nothing stands against saying it."""
    talk = replace(MONTH, activities=(name, *NAMED[1:]))
    text = words(answered("1", "5", "4", talk=talk))
    assert "La primera actividad que nombró" in text
    assert name not in text


def test_a_safety_check_is_short() -> None:
    """Danger, cues, pain; thanks and where to go if it gets worse."""
    outcome = answered("1", "5", "3", talk=replace(MONTH, kind="safety", milestone="14d"))
    assert (outcome.session.status, list(values(outcome.effects))) == ("done", ["nrs_pain"])


def test_who_is_in_the_middle_of_something_is_not_interrupted() -> None:
    """An open question, a person asked for, an emergency: nothing is said and nothing changes."""
    busy = replace(finished(), last_at=AT - timedelta(hours=3))
    for status in ("open", "paused", "with_person", "held"):
        session = replace(busy, status=status, step="contact.reach")
        assert invited(session=session) == Outcome(session, ())


def test_a_reminder_does_not_lose_what_was_answered() -> None:
    """The open question stays open, and is asked again with a line of context."""
    half = answered("1", "5").session
    reminded = invited(session=half, attempt=1)
    assert (reminded.session.step, reminded.session.answers) == (half.step, half.answers)
    again = advance(reminded.session, TextReceived(AT + timedelta(days=3), 9, "hola"))
    assert again.session.step == "check_in.pain"


def test_a_window_that_ends_half_way_keeps_what_was_said() -> None:
    """Partial with its readings; untouched it is missed; closed twice it is nothing."""
    half = answered("1", "5", "8").session
    outcome = advance(half, CheckInClosed(AT + timedelta(days=8), None, "c1"))
    assert (ended(outcome.effects).end, values(outcome.effects)) == ("partial", {"nrs_pain": 8.0})
    assert ended(advance(invited().session, CheckInClosed(AT, None, "c1")).effects).end == "missed"
    assert advance(outcome.session, CheckInClosed(AT, None, "c1")).effects == ()


def test_the_next_check_in_begins_empty_and_the_packet_stays_the_intakes() -> None:
    """Earlier check-ins stand in their own records; the physician's packet is not touched by them."""
    done = answered(*MILD).session
    again = invited(replace(MONTH, check_in_id="c2", milestone="3m"), replace(done, last_at=AT - timedelta(days=60)))
    assert [answer.step for answer in again.session.answers if answer.step.startswith("check_in.")] == []
    assert packet(again.session)["answers"] == packet(finished())["answers"]
    assert packet(done)["unanswered"] == packet(finished())["unanswered"]


def test_stop_ends_the_messages_and_not_the_care() -> None:
    """Opt-out without a withdrawal; the text says that a person may call."""
    outcome = answered("1", "alto")
    assert any(isinstance(effect, OptOut) for effect in outcome.effects)
    assert not any(isinstance(effect, WithdrawCase) for effect in outcome.effects)
    assert "una persona del equipo puede llamarle" in words(outcome)


def test_a_person_asked_for_in_a_check_in_is_a_task() -> None:
    """A treated case waits in no queue."""
    assert tickets(answered("1", "quiero hablar con una persona").effects) == ["callback"]


def test_silence_in_a_check_in_has_no_nudges_of_the_intake() -> None:
    """Its own reminders come by the plan."""
    half = answered("1").session
    assert advance(half, SilenceNoted(AT + timedelta(days=4), None)).effects == ()


@pytest.mark.parametrize(("word", "language"), [("investigación", "es"), ("Research", "en"), ("pesquisa", "pt"), ("recherche.", "fr")])
def test_the_research_permission_is_one_word_away(word: str, language: str) -> None:
    """At any time: how it stands, both answers; the choice is a consent of its own with its evidence."""
    session = replace(finished(), language=language, last_at=AT)
    offered = said(session, word)
    assert offered.session.offering == ("research:no", "research:yes")
    given = said(offered.session, "2").session
    taken = said(said(given, word).session, "1").session
    assert [next(c.given for c in each.consents if c.kind == "research") for each in (session, given, taken)] == [False, True, False]
    assert len(next(c for c in given.consents if c.kind == "research").text_sha256) == 64


def test_the_research_word_in_the_middle_of_a_question_loses_nothing() -> None:
    """Answered beside it, then the open question again."""
    outcome = said(answered("1", "5").session, "investigación", "2")
    assert outcome.session.step == "check_in.pain"


def test_what_is_new_is_asked_and_kept_word_for_word() -> None:
    """Only of whom it concerns; the words stand in the record of the check-in, and the task for staff was opened before."""
    asked = answered("1", "3", "nada más")
    assert (asked.session.step, tickets(answered("1", "3").effects)) == ("check_in.symptom", ["check_in_safety"])
    done = said(asked.session, "me zumban los oídos en la noche", "5", "6", "6", "6", "3", "1")
    kept = {answer.step: answer.said for answer in ended(done.effects).answers}
    assert kept["check_in.symptom"] == "me zumban los oídos en la noche"


def test_what_is_new_may_be_a_danger() -> None:
    """Heard as everywhere."""
    assert said(answered("1", "3", "nada más").session, "me duele mucho el pecho").session.status == "held"


@pytest.mark.parametrize("since", ["1", "2", "5"])
def test_where_nothing_is_new_it_is_not_asked(since: str) -> None:
    """A check-in grows by no question for the others."""
    assert answered("1", since, *(() if since == "5" else ("nada más",))).session.step == "check_in.pain"


def test_a_doubt_whether_there_is_more_is_asked_once_more() -> None:
    """The first time it is no choice; said again it counts, since not sure is never no."""
    once = answered("1", "3", "más o menos")
    assert (once.session.step, once.session.chosen) == ("check_in.since", ("new_symptom",))
    again = said(once.session, "no sé").session
    assert next(a.value for a in again.answers if a.step == "check_in.since") == ("new_symptom", "unsure")
