"""What the plan of follow-up does to a conversation: a check-in falls due, is asked for again, and its window ends.

An invitation asks for nothing clinical and interrupts no question: whoever is busy with one is left alone, and the plan comes back.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from flows.check_in_end import close
from flows.check_in_talk import own_answers, without_answers
from flows.effects import Invite
from flows.events import CheckInClosed, CheckInDue
from flows.session import Outcome, Session
from flows.speech import global_options
from messages.prompt import Prompt

STALE: Final = timedelta(days=2)
"""A talk nobody went on with for so long no longer keeps a check-in away."""


def busy(session: Session, event: CheckInDue) -> bool:
    """Whether the person is in the middle of something else: an open question, a pause, a person asked for, an emergency.

    Whom a person took over in this very check-in is reminded of it by no machine, however long it takes.
    """
    if session.status == "held":
        return True
    if session.flow == "check_in" and session.check_in is not None and session.check_in.check_in_id == event.talk.check_in_id:
        return session.status == "with_person"
    quiet = session.last_at is None or event.at - session.last_at >= STALE
    return session.status in {"open", "paused", "with_person"} and not quiet


def due(session: Session, event: CheckInDue) -> Outcome:
    """Invite, or remind. Nothing follows while the person is busy: whoever sent the event sees it by the missing effect."""
    if busy(session, event):
        return Outcome(session, ())
    same = session.check_in is not None and session.check_in.check_in_id == event.talk.check_in_id
    key = "check-in-invitation" if event.attempt == 0 else "check-in-reminder"
    invite = Invite(event.talk.check_in_id, event.attempt, Prompt(key, {}, global_options(("continue",))))
    if same and session.step:
        return Outcome(session, (invite,))
    begun = replace(
        session,
        flow="check_in",
        check_in=event.talk,
        status="open",
        step="",
        retries=0,
        told=(),
        editing=False,
        offering=("continue",),
        answers=session.answers if same else without_answers(session.answers),
        superseded=session.superseded if same else without_answers(session.superseded),
    )
    return Outcome(begun, (invite,))


def closed(session: Session, event: CheckInClosed) -> Outcome:
    """The window of this check-in has ended."""
    talk = session.check_in
    if session.flow != "check_in" or talk is None or talk.check_in_id != event.check_in_id:
        return Outcome(session, ())
    return close(session)


def begun(session: Session) -> bool:
    """Whether anything of the check-in was answered."""
    return bool(own_answers(session))
