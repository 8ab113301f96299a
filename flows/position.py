"""Where a conversation stands: the next open question follows from the answers given, never from a pointer alone.

So going back, correcting a line and coming back after days need no rules of their own.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from flows.assessment import facts, flags, heard
from flows.books import RULEBOOKS, STEPS
from flows.effects import Effect, Say
from flows.evidence import answered
from flows.machine import Rulebook
from flows.session import Answer, Flag, Outcome, Session
from flows.speech import more, question
from flows.steps import WORDS
from flows.wording import OWN_PARTS
from messages.prompt import Prompt

REVIEW: Final = ("review.change", "review.item", "review.summary")


def rulebook(session: Session) -> Rulebook:
    """The rules of the conversation that is held now."""
    return RULEBOOKS[session.flow]


def walk(session: Session, since: str = "", flow: str = "") -> Iterator[str]:
    """The steps on this session's path in order: every answered one, then the open step or end. `since` leaves out what lies before.

    `flow` names another conversation than the one held now, whose answers are there too.
    """
    flow = flow or session.flow
    if ("walk", since, flow) not in session.found:
        session.found["walk", since, flow] = tuple(_walk(session, since, flow))
    yield from session.found["walk", since, flow]


def _walk(session: Session, since: str, flow: str) -> Iterator[str]:
    book, given, known = RULEBOOKS[flow], answered(session), facts(session)
    at = since or book.first
    while at in given:
        yield at
        at = book.after(at, known)
    yield at


def where(session: Session, since: str = "") -> str:
    """The first step on the path without an answer, or the end reached; `since` is a step on the path to look from."""
    return list(walk(session, since))[-1]


def on_path(session: Session) -> tuple[Answer, ...]:
    """The answers that count: those on the path, in the order asked. Others were left behind by a correction."""
    given = answered(session)
    return tuple(given[step] for step in walk(session) if step in given)


def enter(session: Session, step: str) -> Session:
    """The session with this question open, as a new visit. What was chosen of a list left half-way keeps its flags."""
    if session.chosen:
        session = _with_lost_flags(replace(session, told=()), session)
    return replace(session, step=step, visit=session.visit + 1, retries=0, offering=(), told=(), reworded=False)


def ask(session: Session, *said: Effect) -> Outcome:
    """What was said, then the open question."""
    return Outcome(session, (*said, *question(STEPS[session.step], session)))


def ask_again(session: Session, *said: Effect) -> Outcome:
    """What was said, then the open question without the texts that stood before it the first time."""
    session = replace(session, offering=(), reworded=False)
    if session.chosen:
        return Outcome(session, (*said, more(session)))
    return Outcome(session, (*said, question(STEPS[session.step], session)[-1]))


def store(session: Session, answer: Answer, *, clearing: bool = True) -> Session:
    """The session with this answer. An earlier answer to the same step is kept as superseded, and what hung on it is asked again.

    Flags of the answer replaced stay: only a person clears one. Without `clearing` what hangs on it stays too.
    """
    old = answered(session).get(answer.step)
    dropped = {answer.step, *(STEPS[answer.step].clears if clearing and (old or session.editing) else ())}
    kept = tuple(a for a in session.answers if a.step not in dropped)
    gone = tuple(a for a in session.answers if a.step in dropped)
    changed = replace(session, answers=(*kept, answer), superseded=(*session.superseded, *gone), editing=False)
    before = old or next((a for a in reversed(session.superseded) if a.step == answer.step), None)
    if not before or before.step in REVIEW or before.value == answer.value:
        return changed
    return _with_lost_flags(heard(changed, Flag("answer_corrected", "info", "derived", before.said, before.n)), session)


def drop(session: Session, steps: frozenset[str]) -> Session:
    """The session without these answers; they are kept as superseded and their flags stay."""
    gone = tuple(a for a in session.answers if a.step in steps)
    kept = tuple(a for a in session.answers if a.step not in steps)
    return _with_lost_flags(replace(session, answers=kept, superseded=(*session.superseded, *gone)), session)


def _with_lost_flags(now: Session, before: Session) -> Session:
    standing = {(flag.id, flag.severity) for flag in flags(now)}
    for flag in flags(before):
        if (flag.id, flag.severity) not in standing:
            now = heard(now, flag)
    return now


def part(session: Session) -> Prompt:
    """The name of the part of the conversation that the open question belongs to, or its own where the part's says something else."""
    return Prompt(OWN_PARTS.get(session.step, f"part-{STEPS[session.step].stage}"))


def resume_line(session: Session) -> Say:
    """One line of context before a question is repeated."""
    return Say(Prompt("resume-context", {"part": part(session)}))


def kept_words(session: Session) -> tuple[Say, ...]:
    """That the words given before still stand, where they are being changed and the new ones were no answer."""
    kept = session.editing and STEPS[session.step].asks.kind in WORDS
    return (Say(Prompt("review-kept")),) if kept else ()
