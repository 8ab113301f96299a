"""What a silence leads to, and what it never becomes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flows.effects import OpenTicket, Say
from flows.engine import advance, start
from flows.events import OptionChosen, SilenceNoted, TextReceived
from flows.exploration import AT
from flows.session import Consent, Session


@pytest.fixture
def silent() -> Session:
    """A patient who agreed to be messaged and stopped at the question for whom it is."""
    session = replace(start(language_hint="es"), step="subject.who", last_at=AT)
    return replace(session, consents=(Consent("messaging", True, AT, "v", "0" * 64, "es"),))


def said(session: Session, hours: int) -> list[str]:
    """The keys said, or `task`, when the worker looks after so many hours."""
    effects = advance(session, SilenceNoted(AT + timedelta(hours=hours), None)).effects
    return [effect.prompt.key if isinstance(effect, Say) else "task" for effect in effects if isinstance(effect, Say | OpenTicket)]


@pytest.mark.parametrize(("hours", "expected"), [(19, []), (20, ["nudge-first"]), (80, ["nudge-later"]), (200, ["task"])])
def test_each_length_of_silence_has_one_answer(silent: Session, hours: int, expected: list[str]) -> None:
    """A gentle nudge within the window, a template later, then a person; never two at once."""
    assert said(silent, hours) == expected


def test_nothing_is_said_twice(silent: Session) -> None:
    """Looking again in the same stage says nothing more."""
    after = advance(silent, SilenceNoted(AT + timedelta(hours=21), None)).session
    assert said(after, 22) == []


def test_a_word_begins_a_new_silence(silent: Session) -> None:
    """After the patient wrote, the count begins anew."""
    nudged = advance(silent, SilenceNoted(AT + timedelta(hours=21), None)).session
    answered = advance(nudged, OptionChosen(AT + timedelta(hours=22), 1, "self", "subject.who", nudged.visit)).session
    assert (nudged.nudges, answered.nudges) == (1, 0)


def test_without_consent_to_be_messaged_nothing_is_said(silent: Session) -> None:
    """A silence before consent, or after a refusal, stays a silence."""
    assert said(replace(silent, consents=()), 30) == []


@pytest.mark.parametrize("status", ["held", "with_person", "stopped", "done", "paused"])
def test_only_an_open_question_is_nudged(silent: Session, status: str) -> None:
    """Nobody held, handed over, stopped, resting or done is reminded."""
    assert said(replace(silent, status=status), 30) == []  # type: ignore[arg-type] # one status at a time, as text


def test_silence_changes_no_answer(silent: Session) -> None:
    """Silence never becomes a clinical value."""
    after = advance(silent, SilenceNoted(AT + timedelta(days=8), None)).session
    assert (after.answers, after.flags, after.step, after.last_at) == (silent.answers, silent.flags, silent.step, silent.last_at)


def test_reminders_leave_as_reminders(silent: Session) -> None:
    """A nudge is proactive: opt-out, window and quiet hours apply to it."""
    effects = advance(silent, SilenceNoted(AT + timedelta(hours=20), None)).effects
    assert [effect.purpose for effect in effects if isinstance(effect, Say)] == ["reminder"]


def test_a_nudge_names_no_condition(silent: Session) -> None:
    """What leaves into a silence can be read by whoever holds the phone."""
    asked = advance(silent, TextReceived(AT, 1, "tengo artrosis de rodilla")).session
    assert said(asked, 20) == ["nudge-first"]
