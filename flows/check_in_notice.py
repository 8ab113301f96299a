"""What staff must know of a check-in the same day: known as soon as it is said, told once, whether or not the questions are finished.

A change of medicine waits for the answers that say what changed and who decided it; where they do not come, it counts.
"""

from collections.abc import Iterator
from dataclasses import replace

from flows.assessment import heard
from flows.books import STEPS
from flows.check_in.questions import CUES, MEDICINE
from flows.check_in_scores import worse
from flows.check_in_talk import PREFIX
from flows.effects import Effect, OpenTicket
from flows.evidence import answered
from flows.session import Answer, CheckInTalk, Flag, Session
from flows.speech import label
from messages.catalog import shipped

SINCE = f"{PREFIX}since"


def noticed(session: Session, *, ended: bool = False) -> tuple[Session, tuple[Effect, ...]]:
    """The session with a flag for everything of concern said so far, and the tasks for staff that were not opened yet.

    `ended` when nothing more will be said: then what hung on further answers counts as well.
    """
    talk = session.check_in
    if session.flow != "check_in" or talk is None or talk.closed:
        return session, ()
    now = _flagged(session, talk, ended=ended)
    tasks = tuple(task for task in _tasks(session, talk, ended=ended) if task.kind not in talk.tasks)
    return replace(now, check_in=replace(talk, tasks=(*talk.tasks, *(task.kind for task in tasks)))), tasks


def unsettled(session: Session) -> bool:
    """Whether something hangs on answers that did not come yet, and nobody was told of this check-in's safety."""
    talk = session.check_in
    if session.flow != "check_in" or talk is None or talk.closed:
        return False
    kinds = {task.kind for task in _tasks(session, talk, ended=True)}
    return not kinds <= set(talk.tasks)


def cues(session: Session, *, ended: bool = True) -> tuple[str, ...]:
    """The safety cues named, `unsure` among them: not sure is never no. A change a physician made to a known medicine is none."""
    chosen = _chosen(session)
    named = tuple(cue for cue in (*CUES, "unsure") if cue in chosen)
    return tuple(cue for cue in named if cue != MEDICINE or _counts(session, ended=ended))


def _chosen(session: Session) -> tuple[str, ...]:
    """What was chosen so far, also while it is asked whether there is more."""
    answer = answered(session).get(SINCE)
    stored = answer.value if answer is not None and isinstance(answer.value, tuple) else ()
    return (*stored, *session.chosen) if session.step == SINCE else stored


def _said(session: Session) -> tuple[str, int | None]:
    """The words that named the cues, and their message."""
    answer = answered(session).get(SINCE)
    if session.step == SINCE and session.told:
        return "; ".join(dict.fromkeys(part.said for part in session.told)), session.told[0].n
    return (answer.said, answer.n) if answer is not None else ("", None)


def _counts(session: Session, *, ended: bool) -> bool:
    """Whether a change of medicine is for a person to look at: not one that a physician made to a known medicine."""
    given, talk = answered(session), session.check_in
    what, who = given.get(f"{PREFIX}medicine"), given.get(f"{PREFIX}medicine_by")
    known = what is not None and what.value in {"less", "more", "stopped"}
    asked_on = talk is not None and talk.kind == "full" and (what is None or (known and who is None))
    if asked_on and not ended:
        return False
    return not (known and who is not None and who.value in {"own_doctor", "clinic"})


def _alone(session: Session) -> Answer | None:
    """The answer that a medicine was lessened, stopped or raised by the person alone."""
    by = answered(session).get(f"{PREFIX}medicine_by")
    return by if by is not None and by.value == "self" else None


def _left_out(session: Session) -> Answer | None:
    """The question about danger, where it was left out although it was asked twice: not known is never no."""
    asked = answered(session).get(f"{PREFIX}red_flags")
    return asked if asked is not None and asked.skipped else None


def _flagged(session: Session, talk: CheckInTalk, *, ended: bool) -> Session:
    _, n = _said(session)
    for cue in cues(session, ended=ended):
        # the words may be the last of several choices; what was chosen is what counts
        quote = shipped().text(label(STEPS[SINCE], cue), session.language)
        session = heard(session, Flag(f"check_in:{talk.milestone}:{cue}", "caution", "answer", quote, n))
    for measure in worse(session, talk, ended=ended):
        session = heard(session, Flag(f"check_in:{talk.milestone}:worse:{measure}", "caution", "derived", "", None))
    if left := _left_out(session):
        session = heard(session, Flag(f"check_in:{talk.milestone}:safety_unanswered", "caution", "answer", left.said, left.n))
    if alone := _alone(session):
        session = heard(session, Flag(f"check_in:{talk.milestone}:medicine_alone", "caution", "answer", alone.said, alone.n))
    return session


def _tasks(session: Session, talk: CheckInTalk, *, ended: bool) -> Iterator[OpenTicket]:
    left = _left_out(session)
    if cues(session, ended=ended) or _alone(session):
        yield OpenTicket("check_in_safety", *_said(session))
    elif left is not None:
        yield OpenTicket("check_in_safety", left.said, left.n)
    if worse(session, talk, ended=ended):
        yield OpenTicket("check_in_worse", "", None)
