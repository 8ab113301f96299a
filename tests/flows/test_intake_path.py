"""Which questions a patient meets: skip logic, back, change, start again. The next question always follows from the answers."""

import pytest

from flows.position import walk, where
from tests.flows.patient import Reply, at, patient


@pytest.mark.parametrize(
    ("replies", "asked", "not_asked"),
    [
        ({}, "inquiry.side", "subject.relation"),
        ({"inquiry.complaint": "tengo lupus"}, "outcomes.unknown", "inquiry.side"),
        ({}, "outcomes.check", "outcomes.unknown"),
        ({"subject.who": "other"}, "subject.knows", "subject.guardian"),
        ({"subject.who": "other"}, "screening.capacity", "subject.guardian"),
        ({"subject.who": "other", "subject.age": "9"}, "subject.guardian", "subject.knows"),
        ({"inquiry.complaint": "algo raro me pasa"}, "inquiry.diagnosis", "inquiry.condition"),
        ({"inquiry.complaint": "algo raro me pasa"}, "outcomes.unknown", "inquiry.diagnosis_confirm"),
        ({"inquiry.complaint": "algo raro", "inquiry.diagnosis": "lupus"}, "inquiry.diagnosis_confirm", "inquiry.condition"),
        ({"inquiry.complaint": "artrosis de rodilla y lupus"}, "inquiry.conditions", "inquiry.condition"),
        ({"inquiry.condition": "no"}, "inquiry.diagnosis", "inquiry.side"),
        ({"host.offer": "yes"}, "host.stress_mood", "records.send"),
        ({"records.which": ("imaging",)}, "records.send", "host.weight"),
        ({"contact.reach": "phone"}, "contact.phone", "contact.name"),
        ({"subject.age": "30"}, "screening.breastfeeding", "screening.pregnancy.due_date"),
        ({"subject.age": "30", "screening.pregnancy": "not_applicable"}, "screening.pregnancy", "screening.breastfeeding"),
        ({"screening.active_malignancy": "yes"}, "screening.active_malignancy.treatment", "host.offer"),
        ({"screening.ever": ("diabetes_control",)}, "screening.diabetes_control.hba1c", "screening.thrombosis.happened"),
    ],
)
def test_only_what_applies_is_asked(replies: dict[str, Reply], asked: str, not_asked: str) -> None:
    """An answer opens the questions that hang on it and no other."""
    met = patient().finishes(replies).asked
    assert (asked in met, not_asked in met) == (True, False)


def test_the_name_is_asked_where_the_profile_shows_none() -> None:
    """A profile name is taken over; without one the person is asked."""
    assert "contact.name" in patient(display_name="").finishes().asked


def test_nothing_is_asked_twice() -> None:
    """A whole intake opens every question at most once."""
    asked = patient().finishes().asked
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize(
    ("years", "asked"), [("11", False), ("12", True), ("17", True), ("18", True), ("55", True), ("56", False), ("61", False)]
)
def test_pregnancy_is_asked_from_twelve_to_fifty_five(years: str, asked: bool) -> None:  # noqa: FBT001 - a column of the table
    """Both ends count, a year beyond them does not; a child's age is told by a parent."""
    met = patient().finishes({"subject.who": "other", "subject.age": years}).asked
    assert ("screening.pregnancy" in met) is asked


@pytest.mark.parametrize(("years", "minor"), [("17", True), ("18", False)])
def test_majority_begins_with_eighteen(years: str, minor: bool) -> None:  # noqa: FBT001 - a column of the table
    """The day before it an adult in charge is asked for."""
    assert ("subject.guardian" in patient().finishes({"subject.age": years}).asked) is minor


@pytest.mark.parametrize(("born", "minor"), [("2 de marzo de 2008", False), ("3 de marzo de 2008", True), ("2008", True), ("2007", False)])
def test_a_birth_date_is_counted_to_the_day(born: str, minor: bool) -> None:  # noqa: FBT001 - a column of the table
    """On 2 March 2026; of a mere year the younger reading is taken."""
    assert ("subject.guardian" in patient().finishes({"subject.age": born}).asked) is minor


def test_back_reopens_the_question_before() -> None:
    """Its answer no longer stands, and the words are kept as superseded."""
    back = at("inquiry.tried").says("atrás")
    assert (back.session.step, "inquiry.side" in back.answers) == ("inquiry.side", False)
    assert [answer.step for answer in back.session.superseded] == ["inquiry.side"]


def test_back_goes_on_back() -> None:
    """Each further "back" reopens one question more."""
    assert at("inquiry.tried").says("atrás").says("atrás").session.step == "inquiry.duration"


def test_back_at_the_first_question_says_so_kindly() -> None:
    """There is nothing before the language; the question is simply repeated."""
    assert patient().says("hola").says("atrás").keys == ("control-first", "language-choose")


def test_after_going_back_the_other_answers_still_stand() -> None:
    """Only the reopened question is answered anew."""
    again = at("screening.active_malignancy").says("atrás").says("dormir mejor")
    assert (again.session.step, again.answers["inquiry.tried"].said) == ("screening.active_malignancy", "Terapia física")


def test_back_out_of_the_list_of_corrections_returns_to_the_summary() -> None:
    """Nothing is changed by having looked."""
    looked = at("review.summary").taps("change").says("atrás")
    assert (looked.session.step, looked.session.superseded) == ("review.summary", ())


def test_change_before_anything_can_be_changed() -> None:
    """Says so, and repeats the question."""
    assert at("consent.health_data").says("quiero cambiar una respuesta").keys == ("control-first", "consent-health_data")


def test_change_returns_to_the_open_question() -> None:
    """A correction in the middle is a detour: afterwards the question that stood open stands open again."""
    detour = at("inquiry.hopes").says("quiero cambiar una respuesta").taps("tried").says("Nada todavía")
    assert (detour.session.step, detour.answers["inquiry.tried"].said) == ("inquiry.hopes", "Nada todavía")


def test_a_section_with_several_answers_asks_which() -> None:
    """One more question names the answer to change."""
    chosen = at("review.summary").taps("change").taps("subject")
    assert chosen.session.step == "review.item"
    assert chosen.taps("subject.age").session.step == "subject.age"


def test_a_correction_returns_to_the_summary() -> None:
    """And not through everything that came after."""
    corrected = at("review.summary").taps("change").taps("hopes").says("Subir escaleras")
    assert (corrected.session.step, corrected.answers["inquiry.hopes"].said) == ("review.summary", "Subir escaleras")


def test_a_correction_of_the_complaint_asks_again_what_hung_on_it() -> None:
    """Condition, side, time and outcomes of another problem are not carried over."""
    corrected = at("review.summary").taps("change").taps("condition").says("tengo lupus")
    assert corrected.session.step == "inquiry.condition"
    assert {"inquiry.condition", "inquiry.side", "inquiry.duration", "outcomes.check"}.isdisjoint(corrected.answers)


def test_a_correction_of_the_complaint_keeps_what_did_not_hang_on_it() -> None:
    """After the new condition is confirmed only its own questions come before the summary."""
    corrected = at("review.summary").taps("change").taps("condition").says("tengo lupus")
    corrected.asked.clear()
    assert corrected.reaches("review.summary").asked == ["inquiry.duration", "outcomes.unknown", "review.summary"]


def test_a_correction_keeps_the_answer_it_replaces() -> None:
    """Word for word, for the physician."""
    corrected = at("review.summary").taps("change").taps("hopes").says("Subir escaleras")
    assert [(answer.step, answer.said) for answer in corrected.session.superseded] == [("inquiry.hopes", "Caminar sin dolor")]


def test_a_correction_keeps_the_flags_of_what_it_replaces() -> None:
    """Only a person clears a flag: "yes" to cancer that becomes "no" stays flagged and is marked as corrected."""
    told = at("screening.past_malignancy", {"screening.active_malignancy": "yes"})
    corrected = told.says("quiero cambiar una respuesta").taps("health").taps("screening.active_malignancy").taps("no")
    assert {"contraindication:active_malignancy", "answer_corrected"} <= set(corrected.flags)
    assert corrected.flags["contraindication:active_malignancy"].severity == "hard"


def test_going_back_keeps_the_flags_of_the_answer_dropped() -> None:
    """The same by way of "back"."""
    told = at("screening.active_malignancy").taps("unsure").says("atrás").taps("no")
    assert told.flags["contraindication:active_malignancy"].severity == "hard"


def test_the_same_answer_again_is_no_correction() -> None:
    """Looking and leaving it as it was raises nothing."""
    same = at("review.summary").taps("change").taps("subject").taps("subject.who").taps("self")
    assert "answer_corrected" not in same.flags


def test_an_age_corrected_to_a_minors_leads_to_an_adult_in_charge() -> None:
    """The path is computed anew from the answers, also from the summary backwards."""
    corrected = at("review.summary").taps("change").taps("subject").taps("subject.age").says("17")
    assert corrected.session.step == "subject.guardian"
    assert corrected.finishes().keys == ("done-short",)


def test_start_again_keeps_consents_and_flags() -> None:
    """The questions begin with the danger list; what was agreed to and what was flagged stand."""
    again = at("inquiry.tried", {"inquiry.complaint": "artrosis de rodilla y tomo Eliquis"}).says("empezar de nuevo")
    assert (again.session.step, [consent.kind for consent in again.session.consents]) == (
        "safety.red_flags",
        ["privacy_notice", "health_data", "messaging"],
    )
    assert {"contraindication:anticoagulant", "answer_corrected"} <= set(again.flags)


def test_start_again_keeps_the_old_answers_as_superseded() -> None:
    """Nothing said is lost."""
    again = at("subject.age").says("empezar de nuevo")
    assert [answer.step for answer in again.session.superseded] == ["safety.red_flags", "subject.who"]


def test_the_open_question_is_where_the_answers_lead() -> None:
    """The pointer and the path agree at every step of a whole intake."""
    sessions = [session for session in patient().finishes().passed if session.step]
    assert [session.step for session in sessions] == [where(session) for session in sessions]


def test_the_path_ends_with_the_end() -> None:
    """A finished conversation has walked to its end."""
    assert list(walk(patient().finishes().session))[-1] == "end.done"


def test_every_visit_has_its_own_number() -> None:
    """So that a button of an earlier visit is known as old."""
    visits = [session.visit for session in at("inquiry.tried").says("atrás").says("atrás").passed]
    assert visits == sorted(set(visits))
