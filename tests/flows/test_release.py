"""A conversation of an older release meets this one: it stays, is asked again with a line of context, or goes to a person."""

from dataclasses import replace
from pathlib import Path

import pytest

from flows.books import STEPS
from flows.effects import OpenHandoff
from flows.engine import awaits_more
from flows.events import AttachmentChecked, ConversationStarted, HoldLifted, MediaReceived, SilenceNoted
from flows.intake.flow import INTAKE
from flows.packet import packet
from flows.release import fate, mark
from flows.revision import PACKAGES, SIGNATURES, revision, sources
from flows.session import Answer, Status
from messages.prompt import OFFERED
from storage.codec import dump_session, load_session
from tests.flows.patient import Patient

STEP = "screening.blood_disorder"
GONE = "inquiry.gone"
REWORDED = "es:0000000000000000"


def older(step: str = STEP, *, at: str = "", asked: str = "", status: Status = "open") -> Patient:
    """Somebody at a question whose conversation another release moved last; `at` is the question's id there, `asked` its mark."""
    one = Patient().reaches(step)
    session = replace(one.session, release="an older one", status=status)
    one.session = replace(session, step=at or session.step, asked=asked or session.asked)
    return one


def test_the_same_question_stays() -> None:
    """Nothing happens to who stands at a question that reads as it did: the answer counts."""
    one = older().taps("yes")
    assert one.answers[STEP].value == "yes"
    assert one.session.release == INTAKE.revision


@pytest.mark.parametrize("reply", ["sí", "1"])
def test_a_reworded_question_is_asked_again_with_a_recap(reply: str) -> None:
    """What answers the old wording is not taken for an answer to the new one."""
    one = older(asked=REWORDED).says(reply)
    assert one.keys == ("resume-context", "screening-blood_disorder")
    assert STEP not in one.answers
    assert one.says("sí").answers[STEP].value == "yes"


def test_a_tap_on_the_old_wording_is_answered_by_a_recap() -> None:
    """A button of the old question hangs under other words."""
    one = older(asked=REWORDED).taps("yes")
    assert one.keys == ("resume-context", "screening-blood_disorder")
    assert STEP not in one.answers


def test_a_tap_that_names_no_question_is_no_answer_either() -> None:
    """Some channels cannot tell under which question a button hung."""
    assert older(asked=REWORDED).taps_old("yes").keys == ("resume-context", "screening-blood_disorder")


def test_a_conversation_older_than_the_marks_is_asked_again() -> None:
    """Nobody knows what was read."""
    one = older()
    one.session = replace(one.session, asked="", release="")
    assert one.says("sí").keys == ("resume-context", "screening-blood_disorder")


def test_a_file_beside_a_reworded_question_does_not_open_it_to_old_answers() -> None:
    """The question counts as asked again only once it was."""
    one = older(asked=REWORDED)
    one.meets(AttachmentChecked(one.at, None, "a", kept=True))
    assert one.says("sí").keys == ("resume-context", "screening-blood_disorder")


def test_a_pause_ends_with_the_new_wording() -> None:
    """Whoever rested comes back to the question as it reads today."""
    one = older(asked=REWORDED, status="paused").says("hola")
    assert one.keys == ("resume-context", "screening-blood_disorder")
    assert not one.session.reworded


@pytest.mark.parametrize("status", ["open", "paused"])
def test_a_removed_question_goes_to_a_person(status: Status) -> None:
    """Nobody is dropped, and nothing is read as an answer to a question that is not there."""
    one = older(at=GONE, status=status).says("sí")
    assert one.effects[0] == OpenHandoff("question_removed")
    assert (one.session.status, one.keys) == ("with_person", ("person-waiting",))


@pytest.mark.parametrize("pushed", ["button", "start"])
def test_a_tap_on_a_removed_question_goes_to_a_person(pushed: str) -> None:
    """A button, or `/start`, has no words that could be heard beside it."""
    one = older(at=GONE)
    if pushed == "button":
        one.taps("yes")
    else:
        one.meets(ConversationStarted(one.at, None))
    assert (one.kinds, one.keys) == (("OpenHandoff", "Say"), ("person-waiting",))


def test_the_questions_can_go_on_after_a_removed_one() -> None:
    """The next question is the first without an answer, as ever."""
    one = older(at=GONE).says("sí").says("continuar")
    assert (one.session.status, one.session.step) == ("open", STEP)
    assert one.keys == ("resume-context", "screening-blood_disorder")


@pytest.mark.parametrize(("words", "status"), [("me duele mucho el pecho", "held"), ("alto", "stopped")])
def test_danger_and_stop_come_before_a_removed_question(words: str, status: Status) -> None:
    """A new release never stands between a patient and what is urgent."""
    one = older(at=GONE).says(words)
    assert one.session.status == status
    assert "person-waiting" not in one.keys


@pytest.mark.parametrize("asked", [REWORDED, ""])
def test_danger_comes_before_a_reworded_question(asked: str) -> None:
    """The same for a question that only changed."""
    assert older(asked=asked).says("me duele mucho el pecho").session.status == "held"


def test_an_emergency_hold_outlives_a_removed_question() -> None:
    """Only staff lift it; then the questions go on where they can."""
    one = older(at=GONE, status="held").says("hola")
    assert one.session.status == "held"
    one.meets(HoldLifted(one.at, None, "s", resume=True)).says("continuar")
    assert (one.session.status, one.session.step) == ("open", STEP)


@pytest.mark.parametrize("status", ["with_person", "stopped"])
def test_who_has_a_person_or_stopped_is_not_handed_over_again(status: Status) -> None:
    """The question vanishes without a word about it."""
    one = older(at=GONE, status=status).says("gracias")
    assert "OpenHandoff" not in one.kinds
    assert one.session.status == status


def test_silence_and_files_meet_a_removed_question_without_falling() -> None:
    """What is no word of the patient waits for one."""
    one = older(at=GONE)
    assert not awaits_more(one.session, "hola")
    one.meets(SilenceNoted(one.at, None)).meets(AttachmentChecked(one.at, None, "a", kept=True))
    assert one.session.step == GONE
    assert "OpenHandoff" in one.meets(MediaReceived(one.at, 50, "photo", "b")).kinds


def test_answers_to_removed_questions_are_kept_and_harm_nothing() -> None:
    """They stand in the session, off the path, and the packet can still be made."""
    one = older()
    one.session = replace(one.session, answers=(*one.session.answers, Answer(GONE, "yes", "sí", 3, one.at)))
    one.finishes()
    assert GONE in one.answers
    assert all(answer["step"] != GONE for answer in packet(one.session)["answers"])


def test_a_renamed_question_is_found_under_its_new_name() -> None:
    """The codec's map leads old ids to today's before the release looks at them."""
    stored = dump_session(older(at=GONE).session)
    found = load_session(stored, {GONE: STEP})
    assert fate(found.step, found.asked) == "stays"


@pytest.mark.parametrize("language", OFFERED)
def test_every_question_has_a_mark_of_its_own(language: str) -> None:
    """Two questions never pass for each other."""
    marks = {mark(step, language) for step in STEPS}
    assert len(marks) == len(STEPS)


def test_a_mark_differs_by_language() -> None:
    """What was read in Spanish says nothing of the French wording."""
    assert fate(STEP, mark(STEP, "es")) == fate(STEP, mark(STEP, "fr")) == "stays"
    assert fate(STEP, mark("subject.age", "es")) == "asked_again"
    assert mark(GONE, "es") == mark("", "es") == ""


def test_the_revision_is_the_content(tmp_path: Path) -> None:
    """Any changed word is another revision; line ends and signatures are not."""
    before, names = grown(tmp_path, "uno\n"), dict(sources(tmp_path))
    assert grown(tmp_path, "uno\r\n") == before != grown(tmp_path, "dos\n")
    assert set(names) == {"flows/a.py", "messages/es.ftl"}
    assert INTAKE.revision == revision()
    assert {name for name, _ in sources()} >= {"flows/engine.py", "messages/locales/es/opening.ftl", "flows/protocol/emergencies.toml"}


def grown(root: Path, text: str) -> str:
    """The revision of a small tree that says this."""
    for name, content in {"flows/a.py": text, "messages/es.ftl": "x = y\n", **dict.fromkeys(SIGNATURES, text)}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    assert all((root / package).is_dir() for package in PACKAGES)
    revision.cache_clear()
    found = revision(root)
    revision.cache_clear()
    return found
