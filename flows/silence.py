"""What follows when a patient falls silent in the middle: one gentle nudge, one template, then a person's task. Then nothing.

Silence never becomes a clinical value, and nobody without consent to be messaged hears from us.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from flows.check_in_notice import noticed, unsettled
from flows.effects import Effect, OpenTicket, Say
from flows.session import Outcome, Session
from messages.prompt import Prompt

STAGES: Final[tuple[tuple[timedelta, Effect], ...]] = (
    (timedelta(hours=20), Say(Prompt("nudge-first"), "reminder")),
    (timedelta(hours=72), Say(Prompt("nudge-later"), "reminder")),
    (timedelta(days=7), OpenTicket("callback", "", None)),
)
"""After how long what follows: inside WhatsApp's window of 24 hours, then by template, then a coordinator."""
UNSETTLED: Final = timedelta(hours=2)
"""After how long without the answers it hung on a cue of a check-in is told to staff all the same, so that it is the same day."""
OVER: Final = STAGES[-1][0] + timedelta(days=2)
"""Silences older than this have had everything; the worker need not look at them."""


def due(session: Session, at: datetime) -> bool:
    """Whether this silence is to be answered now. A check-in has reminders of its own (`flows.protocol` follow_up.toml)."""
    if session.flow == "check_in":
        return session.last_at is not None and at - session.last_at >= UNSETTLED and unsettled(session)
    if session.flow != "intake" or session.status != "open" or not session.step or session.last_at is None or session.nudges >= len(STAGES):
        return False
    agreed = any(consent.kind == "messaging" and consent.given for consent in session.consents)
    return agreed and at - session.last_at >= STAGES[session.nudges][0]


def noted(session: Session, at: datetime) -> Outcome:
    """What follows from a silence: the next stage that is due; after a long outage only the last of them."""
    if not due(session, at) or session.last_at is None:
        return Outcome(session, ())
    if session.flow == "check_in":
        return Outcome(*noticed(session, ended=True))
    passed = sum(at - session.last_at >= after for after, _ in STAGES)
    return Outcome(replace(session, nudges=passed), (STAGES[passed - 1][1],))
