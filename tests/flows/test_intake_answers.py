"""Reading answers: buttons old and new, numbers that mean what was printed, re-prompts that end with a person, what was told early."""

import pytest

from flows.books import STEPS
from flows.effects import OpenHandoff
from flows.intake.flow import INTAKE
from flows.session import Answer
from flows.speech import option_ids
from messages.catalog import shipped
from messages.prompt import OFFERED
from tests.flows.patient import AT, Patient, at, everywhere, patient

NONSENSE = "zxqw vbnm"
EVERYWHERE = everywhere()
CHOICES = [step.id for step in INTAKE.steps if option_ids(step, EVERYWHERE[step.id]) and not step.asks.multi]
CLOSED = [step.id for step in INTAKE.steps if step.asks.kind not in {"free_text", "medicines", "name"}]
WORDED_LIKE_WISHES = {"language.choose", "consent.messaging", "records.send"}
"""Questions of which a label also reads as a wish of another kind."""
KNEE = "Tengo artrosis en la rodilla derecha desde hace 2 años"


def standing(step: str) -> Patient:
    """Somebody to whom this question is open."""
    return Patient(EVERYWHERE[step], at=EVERYWHERE[step].last_at or AT)


@pytest.mark.parametrize("step", CHOICES)
def test_the_number_printed_is_the_option_meant(step: str) -> None:
    """Every option of every question, typed as its place in the list, does what tapping it does."""
    ids = option_ids(STEPS[step], EVERYWHERE[step])
    typed = [standing(step).says(str(place)) for place in range(1, len(ids) + 1)]
    tapped = [standing(step).taps(option) for option in ids]
    assert [(each.session.step, each.session.status, each.keys) for each in typed] == [
        (each.session.step, each.session.status, each.keys) for each in tapped
    ]


@pytest.mark.parametrize("step", [step for step in CHOICES if step not in WORDED_LIKE_WISHES])
def test_the_label_printed_is_the_option_meant(step: str) -> None:
    """Every option of every question, typed as its label reads, does what tapping it does."""
    labels = {choice.id: choice.label for choice in standing(step).says("¿por qué pregunta eso?").heard[-1].options}
    typed = {option: standing(step).says(label).keys for option, label in labels.items()}
    assert typed == {option: standing(step).taps(option).keys for option in labels}


@pytest.mark.parametrize("step", [step for step in CLOSED if step != "contact.phone"])
def test_a_number_beyond_the_list_is_asked_again(step: str) -> None:
    """Nothing is stored for a number nobody printed."""
    asked = standing(step).says("123456789")
    assert (asked.session.step, asked.session.answers) == (step, EVERYWHERE[step].answers)


@pytest.mark.parametrize("step", CLOSED)
def test_re_prompts_differ_and_the_fourth_goes_to_a_person(step: str) -> None:
    """Other words each time, the choices again the third time; the fourth time a person takes over."""
    asked = standing(step)
    texts = [asked.says(NONSENSE).heard[0].text for _ in range(3)]
    assert len(set(texts)) == 3
    last = asked.says(NONSENSE)
    assert (last.session.status, last.effects[0], last.keys) == ("with_person", OpenHandoff("not_understood"), ("person-not_understood",))


@pytest.mark.parametrize("step", [step for step in CHOICES if step in CLOSED])
def test_a_re_prompt_shows_the_options_again(step: str) -> None:
    """Nobody has to scroll."""
    shown = [choice.id for choice in standing(step).says(NONSENSE).heard[-1].options]
    assert tuple(shown) == option_ids(STEPS[step], EVERYWHERE[step])


@pytest.mark.parametrize("tries", [1, 2, 3])
def test_a_number_after_a_re_prompt_is_still_understood(tries: int) -> None:
    """The list of the first question counts at the second and the third."""
    asked = at("screening.active_malignancy")
    texts = [asked.says(NONSENSE).session.step for _ in range(tries)]
    assert texts == ["screening.active_malignancy"] * tries
    assert asked.says("2").session.step == "screening.past_malignancy"


def test_re_prompts_are_counted_for_each_question() -> None:
    """An answer understood begins anew."""
    asked = at("subject.who").says(NONSENSE).says(NONSENSE).taps("self")
    assert (asked.session.step, asked.session.retries) == ("subject.age", 0)


def test_after_a_person_was_called_the_patient_may_go_on() -> None:
    """The count of re-prompts begins anew too."""
    asked = at("subject.who").says(NONSENSE).says(NONSENSE).says(NONSENSE).says(NONSENSE).says("continuar")
    assert (asked.session.status, asked.session.retries, asked.keys) == ("open", 0, ("resume-context", "subject-who"))


def test_not_understood_is_told_to_the_staff() -> None:
    """As a flag beside the hand-off."""
    asked = at("subject.who").says(NONSENSE).says(NONSENSE).says(NONSENSE).says(NONSENSE)
    assert asked.flags["not_understood"].severity == "info"


@pytest.mark.parametrize("option", ["self", "other"])
def test_a_button_of_an_earlier_question_answers_nothing(option: str) -> None:
    """The patient is told that the question is behind, and the open one stands unanswered."""
    stale = at("subject.age").taps_old(option, "subject.who", 5)
    assert (stale.keys, stale.session.step, "subject.age" in stale.answers) == (("stale-option", "subject-age"), "subject.age", False)


def test_a_button_of_an_earlier_visit_answers_nothing() -> None:
    """The same question asked again is another question: its old buttons are closed."""
    asked = at("subject.age").says("atrás")
    old = asked.session.visit - 2
    assert asked.taps_old("other", "subject.who", old).keys == ("stale-option", "subject-who")
    assert asked.taps("other").session.step == "subject.relation"


@pytest.mark.parametrize("option", ["yes", "", "🙂", "language.choose", "none"])
def test_an_option_the_question_does_not_have_answers_nothing(option: str) -> None:
    """Also when it names the open question."""
    asked = at("subject.who")
    assert asked.taps_old(option, "subject.who", asked.session.visit).keys == ("stale-option", "subject-who")


def test_a_tap_whose_question_is_unknown_counts_for_the_open_one() -> None:
    """Some channels cannot tell under which question a button hung."""
    assert at("subject.who").taps_old("self").session.step == "subject.age"


@pytest.mark.parametrize("option", ["language:de", "language:xx", "language:"])
def test_a_language_nobody_offers_cannot_be_tapped(option: str) -> None:
    """A forged button changes nothing."""
    assert at("subject.who").taps_old(option).session.language == "es"


def test_a_tap_after_the_end_changes_nothing() -> None:
    """Old keyboards stay where they are."""
    done = patient().finishes()
    answers = done.session.answers
    assert (done.taps_old("cure", "outcomes.check", 3).session.answers, done.keys) == (answers, ("done-reply",))


@pytest.mark.parametrize("language", OFFERED)
def test_an_answer_keeps_the_words_and_the_message(language: str) -> None:
    """A tap keeps the label as it was read, typed words stay as typed."""
    told = at("subject.age", {"language.choose": language}, language_hint=language)
    label = shipped().text("subject-who.self", language)
    assert told.answers["subject.who"] == Answer("subject.who", "self", label, 6, told.at)
    assert told.says("61").answers["subject.age"].said == "61"


@pytest.mark.parametrize("step", [step.id for step in INTAKE.steps if step.asks.skippable and not step.asks.multi])
def test_a_skipped_question_is_not_provided(step: str) -> None:
    """No value, marked as skipped; never a zero, never a no."""
    answer = standing(step).taps("skip").answers[step]
    assert (answer.value, answer.skipped) == (None, True)


@pytest.mark.parametrize("step", [step for step in CLOSED if STEPS[step].asks.skippable and not STEPS[step].asks.multi])
def test_a_doubt_at_a_skippable_question_is_unsure(step: str) -> None:
    """And has no value either."""
    answer = standing(step).says("no sé").answers[step]
    assert (answer.value, answer.unsure) == (None, True)


def test_the_condition_recognised_is_confirmed_never_stored_unasked() -> None:
    """The complaint keeps what was read beside the words; the condition is a question of its own."""
    told = at("inquiry.complaint").says("tengo artrosis de rodilla")
    assert (told.answers["inquiry.complaint"].read, told.session.step) == (("knee_osteoarthritis",), "inquiry.condition")


def test_what_the_complaint_told_along_is_confirmed_not_asked_again() -> None:
    """Side and time told in the first sentence are agreed to with the condition."""
    told = at("inquiry.complaint").says(KNEE).taps("yes")
    assert told.session.step == "inquiry.tried"
    assert (told.answers["inquiry.side"].value, told.answers["inquiry.duration"].value) == ("right", 24)


def test_what_the_complaint_told_along_is_shown_before_it_counts() -> None:
    """Side and time stand in the question that is agreed to."""
    text = at("inquiry.complaint").says(KNEE).text
    assert "2 años" in text
    assert "derech" in text.lower()


def test_what_was_told_along_does_not_count_before_it_is_agreed_to() -> None:
    """A guess is never an answer."""
    told = at("inquiry.complaint").says(KNEE)
    assert not {"inquiry.side", "inquiry.duration"} & set(told.answers)


def test_a_no_to_the_condition_discards_what_was_told_along() -> None:
    """Side and time are asked as if never read."""
    told = at("inquiry.complaint").says(KNEE).taps("no")
    assert "inquiry.duration" in told.finishes({"inquiry.diagnosis": "tendinitis"}).asked


def test_only_what_was_told_is_taken_over() -> None:
    """The time alone leaves the side to be asked."""
    told = at("inquiry.complaint").says("tengo artrosis de rodilla desde hace 2 años").taps("yes")
    assert told.session.step == "inquiry.side"


@pytest.mark.parametrize("wrong", ["cure", "unsure"])
def test_a_wrong_expectation_is_explained_once_in_other_words(wrong: str) -> None:
    """Explained, asked again, and nothing stored yet."""
    told = at("outcomes.check").taps(wrong)
    assert (told.keys, told.session.expectation) == (("outcomes-check.again", "outcomes-check"), None)


def test_a_wrong_expectation_kept_is_accepted_and_flagged() -> None:
    """The second time it is written down as it is; the physician sees it."""
    told = at("outcomes.check").taps("cure").taps("cure")
    assert (told.session.step, told.session.expectation and told.session.expectation.understood) == ("research.opt_in", False)
    assert told.flags["cure_expectation"].source == "answer"


@pytest.mark.parametrize("first", ["cure", "unsure", "relief"])
def test_a_right_expectation_is_understood(first: str) -> None:
    """At once, or after it was explained."""
    told = at("outcomes.check").taps(first).reaches("research.opt_in", {"outcomes.check": "relief"})
    assert told.session.expectation
    assert (told.session.expectation.understood, "cure_expectation" in told.flags) == (True, False)


def test_the_outcomes_are_written_before_they_are_asked_about() -> None:
    """The text for the condition, then the question about it."""
    assert at("outcomes.check").keys == ("outcomes-knee_osteoarthritis", "outcomes-check")


def test_of_two_conditions_the_weaker_evidence_speaks() -> None:
    """Hope is not borrowed from a neighbour."""
    told = at(
        "outcomes.unknown", {"inquiry.complaint": "artrosis de rodilla y lupus", "inquiry.conditions": ("knee_osteoarthritis", "lupus")}
    )
    assert told.keys[0] == "outcomes-preliminary" or told.keys[0].startswith("outcomes-lupus")
