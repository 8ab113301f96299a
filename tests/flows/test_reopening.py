"""A physician's questions: which may be asked, that exactly those are, and that nothing else of the conversation is disturbed."""

import pytest

from flows.books import STEPS
from flows.effects import OpenHandoff, Say
from flows.events import QuestionsReopened
from flows.evidence import answered
from flows.intake.screening import PARENTS
from flows.packet import packet
from flows.reopening import reopenable, with_parents
from tests.flows.patient import HEALTHY, Patient


def done() -> Patient:
    """A healthy adult whose intake is complete."""
    return Patient().reaches("")


def asked(patient: Patient, *steps: str) -> Patient:
    """A physician asks for these steps."""
    return patient.meets(QuestionsReopened(patient.at, None, steps))


def calling_for(step: str) -> dict[str, str]:
    """The answer to the question before a follow-up that calls for it; nothing for a question that stands alone."""
    parent = PARENTS.get(step, "")
    return {parent: "yes" if "yes" in STEPS[parent].asks.options else step.split(".")[1]} if parent else {}


def keys(patient: Patient) -> list[str]:
    """What was just said."""
    return [effect.prompt.key for effect in patient.effects if isinstance(effect, Say)]


def test_the_patient_is_invited_first() -> None:
    """A notice, which opt-out and the reply window hold back; no question yet."""
    patient = asked(done(), "host.weight")
    said = [effect for effect in patient.effects if isinstance(effect, Say)]
    assert [(effect.prompt.key, effect.purpose) for effect in said] == [("handoff-questions_ready", "notice")]
    assert (patient.session.status, patient.session.pending) == ("paused", ("host.weight",))


def test_the_questions_come_in_the_order_given_and_then_end() -> None:
    """Each once, then thanks and the hand-off back."""
    patient = asked(done(), "medicines.list", "host.weight", "medicines.list").taps("continue")
    first = patient.session.step
    patient.says("paracetamol")
    second = patient.session.step
    patient.says("82 kg")
    assert (first, second, patient.session.status, keys(patient)) == ("medicines.list", "host.weight", "done", ["handoff-questions_done"])
    assert OpenHandoff("questions_answered") in patient.effects


def test_an_answer_stands_until_the_new_one_replaces_it() -> None:
    """And nothing that hangs on it is asked or lost."""
    patient = asked(done(), "inquiry.complaint").taps("continue")
    before = answered(patient.session)["inquiry.complaint"]
    patient.says("Me duele la rodilla derecha al subir escaleras")
    given = answered(patient.session)
    assert (patient.session.status, before in patient.session.superseded) == ("done", True)
    assert {"inquiry.condition", "inquiry.duration"} <= set(given)


def test_the_packet_holds_answers_beyond_the_path() -> None:
    """Also those to questions that the patient's own path never came by."""
    patient = asked(done(), "host.weight").taps("continue").says("82 kg")
    told = {answer["step"]: answer["value"] for answer in packet(patient.session)["answers"]}
    assert (told["host.weight"], "contact.reach" in told, "inquiry.hopes" in told) == (82, True, True)


@pytest.mark.parametrize("step", sorted({STEPS[step].asks.kind: step for step in reopenable(done().session)}.values()))
def test_every_kind_of_question_can_be_asked_and_answered(step: str) -> None:
    """One of each kind, to its end."""
    patient = asked(done(), step).taps("continue")
    patient.reaches(step, calling_for(step))
    assert patient.session.step == step
    for _ in range(3):
        if patient.session.status == "open":
            patient.replies(patient.usual({step: HEALTHY.get(step, "skip") if STEPS[step].asks.skippable else HEALTHY.get(step, "")}))
    assert patient.session.status == "done"


@pytest.mark.parametrize("step", ["screening.recent_surgery.when", "screening.transplant.when"])
def test_a_follow_up_comes_after_the_question_it_hangs_on(step: str) -> None:
    """Without it nothing says what "when was that?" is about."""
    patient = asked(done(), step).taps("continue")
    first = patient.session.step
    patient.reaches(step, calling_for(step))
    assert (first, patient.session.pending) == (PARENTS[step], (step,))


@pytest.mark.parametrize("step", ["screening.recent_surgery.when", "screening.transplant.when"])
def test_a_follow_up_that_the_answer_does_not_call_for_is_left_out(step: str) -> None:
    """Who had no such thing is not asked when it was."""
    patient = asked(done(), step, "host.weight").taps("continue").reaches("host.weight")
    assert patient.session.pending == ("host.weight",)


def test_several_follow_ups_share_the_question_before_them() -> None:
    """It is asked once, before the first of them, also where it was asked for by itself."""
    asks = ("screening.transplant.when", "screening.transplant.which", "screening.transplant")
    assert with_parents(asks) == ("screening.transplant", "screening.transplant.when", "screening.transplant.which")


@pytest.mark.parametrize("word", ["atrás", "cambiar", "empezar de nuevo"])
def test_steering_words_do_not_lead_out_of_the_questions(word: str) -> None:
    """Going back, changing and beginning anew belong to the intake."""
    patient = asked(done(), "host.weight").taps("continue")
    before = patient.session.answers
    patient.says(word)
    assert (patient.session.step, patient.session.answers) == ("host.weight", before)


def test_a_word_for_a_person_gets_one_and_the_questions_wait() -> None:
    """Going on takes them up again."""
    patient = asked(done(), "host.weight").taps("continue").says("quiero hablar con una persona")
    status = patient.session.status
    patient.taps("continue")
    assert (status, patient.session.step, patient.session.status) == ("with_person", "host.weight", "open")


def test_without_consent_only_how_to_be_reached_may_be_asked() -> None:
    """Health questions need the consent that was refused."""
    patient = Patient().reaches("", {"consent.health_data": "no"})
    assert {STEPS[step].stage for step in reopenable(patient.session)} == {"contact"}
    before = patient.session
    assert asked(patient, "host.weight").session == before


def test_nothing_is_reopened_beside_a_running_intake() -> None:
    """Nor in a held or stopped conversation."""
    running = Patient().reaches("inquiry.tried")
    for patient in (running, done().says("alto"), done().says("me duele mucho el pecho ahora mismo y no puedo respirar")):
        before = patient.session
        assert (asked(patient, "host.weight").session, patient.effects) == (before, ())


def test_stop_forgets_the_questions() -> None:
    """Who comes back later is not asked for an ended case."""
    patient = asked(done(), "host.weight").says("alto")
    assert (patient.session.status, patient.session.pending) == ("stopped", ())
    patient.taps("continue")
    assert patient.session.step == ""


def test_a_second_wish_replaces_the_first() -> None:
    """What the physician asks last is what is asked."""
    patient = asked(asked(done(), "host.weight", "host.height"), "medicines.list")
    assert (patient.session.pending, patient.session.asked_again) == (("medicines.list",), ("host.weight", "host.height", "medicines.list"))


def test_unknown_and_forbidden_steps_are_passed_over() -> None:
    """Consents, the summary, and what no flow knows."""
    patient = asked(done(), "consent.health_data", "review.summary", "no.such_step", "host.weight")
    assert patient.session.pending == ("host.weight",)
