"""What becomes of an open conversation when a new release meets it.

The same question stays; one that reads otherwise today is asked again with a line of context; one that is gone goes to a person. Knows
what a question looks like to the patient; must not know how many conversations there are (`bot/release_check.py`).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final, Literal, TypeAlias

from flows.books import STEPS
from flows.effects import OpenHandoff, Say
from flows.events import ConversationStarted, OptionChosen
from flows.intake.flow import INTAKE
from flows.position import enter, where
from flows.session import Outcome, Session
from flows.speech import global_options, label
from flows.steps import Step
from messages.catalog import shipped
from messages.prompt import Prompt

Fate: TypeAlias = Literal["stays", "asked_again", "to_person"]
WAITS: Final = frozenset({"open", "paused"})
"""Statuses in which the patient still counts on the questions; a held, stopped or handed-over conversation has its person already."""
PUSHED: Final = (OptionChosen, ConversationStarted)
"""Events without words of their own: nothing in them can be heard beside the question."""


def mark(step_id: str, language: str) -> str:
    """Language and digest of a question as a patient reads it; empty for no question, or one this release does not have."""
    step = STEPS.get(step_id)
    return f"{language}:{_digest(step, language)}" if step is not None else ""


def fate(step_id: str, asked: str) -> Fate:
    """What becomes of a conversation at `step_id` (by its name of today) whose question was marked `asked`.

    Without a mark (older than the marks) nobody knows what was read, so the question is asked again.
    """
    if step_id not in STEPS:
        return "to_person"
    return "stays" if mark(step_id, asked.partition(":")[0]) == asked and asked else "asked_again"


def stamp(session: Session) -> Session:
    """The session as this release leaves it. One that was held meanwhile is still to be met, once its hold is lifted."""
    if session.status == "held" and session.release != INTAKE.revision:
        return session
    return replace(session, release=INTAKE.revision, asked=mark(session.step, session.language))


def meet(session: Session) -> tuple[Session, Fate]:
    """A session before its next event: brought into this release where another one moved it last."""
    if session.release == INTAKE.revision or session.status == "held" or not session.step:
        return session, "stays"
    became = fate(session.step, session.asked)
    if became == "stays":
        return session, became
    if became == "asked_again":
        return replace(enter(session, session.step), reworded=True), became
    target = where(session)
    moved = replace(session, step="") if target.startswith("end.") else enter(session, target)
    if session.status not in WAITS:
        return moved, "stays"
    return replace(moved, status="with_person", offering=()), became


def hand_over(session: Session, outcome: Outcome | None) -> Outcome:
    """What was heard beside a question that is gone (None: nothing could be), and a person who takes over."""
    if outcome is None:
        waiting = Say(Prompt("person-waiting", {}, global_options(("continue",))))
        outcome = Outcome(replace(session, offering=("continue",)), (waiting,))
    if outcome.session.status != "with_person":
        return outcome
    return Outcome(outcome.session, (OpenHandoff("question_removed"), *outcome.effects))


@cache
def _digest(step: Step, language: str) -> str:
    parts = (repr(step.asks), *_texts(step, language))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _texts(step: Step, language: str) -> Iterator[str]:
    keys = (*step.before, step.key, *(label(step, option) for option in step.asks.options))
    for key in keys:
        yield f"{key}={shipped().source(key, language) if shipped().has(key, language) else ''}"
