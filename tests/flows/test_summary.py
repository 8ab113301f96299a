"""The summary before sending: every line can be corrected, and no free word of the patient is ever repeated in it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.books import STEPS
from flows.intake.flow import INTAKE
from flows.session import Session
from flows.speech import question, render
from flows.summary import HIDDEN, lines, sections, steps_of
from flows.wording import SECTIONS
from messages.prompt import OFFERED, Prompt
from tests.flows.patient import Patient, Reply, at

EVERYTHING: dict[str, Reply] = {
    "host.offer": "yes",
    "host.sleep_hours": "7",
    "host.activity": "3",
    "screening.ever": ("anticoagulant", "diabetes_control"),
    "screening.recent": "unsure",
    "records.which": ("imaging", "laboratory"),
    "contact.reach": "phone",
    "medicines.list": "paracetamol",
}
REVIEWED = {
    language: at("review.summary", {**EVERYTHING, "language.choose": language}, language_hint=language, display_name="").session
    for language in OFFERED
}
QUESTIONS = {step: question(STEPS[step], REVIEWED["es"]) for step in STEPS}
FREE = {step.id for step in INTAKE.steps if step.asks.kind in HIDDEN}


def read(session: Session) -> str:
    """The summary as it is read."""
    return render(Prompt("review-summary", {"lines": lines(session)}), session).text


def retold(session: Session, words: str) -> Session:
    """The same session, every free answer and every quote in other words."""
    answers = tuple(replace(a, said=words, value=words if a.step in FREE else a.value) for a in session.answers)
    return replace(session, answers=answers, display_name=words, clinic=session.clinic)


@pytest.mark.parametrize("language", OFFERED)
@given(
    words=st.one_of(
        st.text(min_size=1),
        st.sampled_from(["25,000 pesos", "cura garantizada", "{ $clinic }", "{{7*7}}", "\u202egnp.exe", "<b>", "%s%n", "\x00"]),
    )
)
def test_free_words_are_never_repeated(language: str, words: str) -> None:
    """Whatever was typed, the summary reads the same to the letter."""
    assert read(retold(REVIEWED[language], words)) == read(REVIEWED[language])


@given(words=st.text(min_size=1))
def test_no_question_repeats_free_words(words: str) -> None:
    """Texts, variables and options of every question stay the same, whatever was typed."""
    session = retold(REVIEWED["es"], words)
    assert {step: question(STEPS[step], session) for step in STEPS} == QUESTIONS


def test_the_summary_of_everything_has_every_section() -> None:
    """One line each."""
    session = REVIEWED["es"]
    assert (sections(session), len(lines(session))) == (SECTIONS, len(SECTIONS))


@pytest.mark.parametrize("language", OFFERED)
def test_a_line_a_section_is_read(language: str) -> None:
    """As many lines in the text as sections in the list."""
    session = REVIEWED[language]
    block = read(session).split("\n\n")[1]
    assert len(block.splitlines()) == len(sections(session))


@pytest.mark.parametrize("section", SECTIONS)
def test_every_line_can_be_corrected(section: str) -> None:
    """Choosing it opens the question behind it, or a choice among its questions."""
    chosen = Patient(REVIEWED["es"], at=REVIEWED["es"].last_at or REVIEWED["es"].answers[-1].at).taps("change").taps(section)
    steps = steps_of(section, REVIEWED["es"])
    assert chosen.session.step == (steps[0] if len(steps) == 1 else "review.item")


@pytest.mark.parametrize("step", sorted({step for section in SECTIONS for step in steps_of(section, REVIEWED["es"])}))
def test_every_answer_can_be_corrected(step: str) -> None:
    """Each answer of the summary is one of those that can be chosen, and opens for editing."""
    session = REVIEWED["es"]
    section = next(section for section in SECTIONS if step in steps_of(section, session))
    chosen = Patient(session, at=session.last_at or session.answers[-1].at).taps("change").taps(section)
    opened = chosen if chosen.session.step == step else chosen.taps(step)
    assert (opened.session.step, opened.session.editing) == (step, True)


def test_every_answer_belongs_to_a_line() -> None:
    """All but language, consents, the danger list and the choices that led on."""
    covered = {step for section in SECTIONS for step in steps_of(section, REVIEWED["es"])}
    rest = {answer.step for answer in REVIEWED["es"].answers} - covered
    beside = {"inquiry.condition", "inquiry.conditions", "inquiry.diagnosis", "inquiry.diagnosis_confirm", "records.send"}
    assert {step for step in rest if not step.startswith(("language.", "consent.", "safety.", "outcomes."))} <= beside


def test_no_section_names_a_step_twice() -> None:
    """A step stands behind one line only."""
    named = [step for section in SECTIONS for step in steps_of(section, REVIEWED["es"])]
    assert len(named) == len(set(named))


def test_what_was_not_cleared_is_named() -> None:
    """Rows answered yes by name, a doubtful list as a whole; nothing else of the screening."""
    health = render(lines(REVIEWED["es"])[SECTIONS.index("health")], REVIEWED["es"]).text
    assert (health.count("Sí"), health.count("No lo sé")) == (2, 1)


def test_a_clean_screening_says_so() -> None:
    """No row is listed where all were cleared."""
    session = at("review.summary").session
    assert lines(session)[sections(session).index("health")].key == "line-health_none"


def test_a_skipped_question_is_told_as_not_provided() -> None:
    """Never as a no."""
    session = at("review.summary", {"inquiry.duration": "skip"}).session
    course = lines(session)[sections(session).index("course")]
    assert course.variables["duration"] == Prompt("value-not_provided")


def test_what_was_not_asked_is_told_as_such() -> None:
    """No side where the condition has none."""
    session = at("review.summary", {"inquiry.complaint": "tengo lupus"}).session
    course = lines(session)[sections(session).index("course")]
    assert course.variables["side"] == Prompt("value-not_asked")


def test_nothing_is_sent_before_the_patient_says_so() -> None:
    """The hand-off follows the confirmation, not the summary."""
    reviewed = at("review.summary")
    assert "OpenHandoff" not in reviewed.kinds
    assert "OpenHandoff" in reviewed.taps("confirm").kinds
