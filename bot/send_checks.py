"""What is asked of every text at the moment it leaves: may it go to this person, may it be said, does the window take it.

Knows rules of sending; must not know providers or rows. Decided at send time, never when the text was planned.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from bot.channels.base import Channel, Outgoing
from flows.protocol import load
from messages.guard import judge
from storage.outbox import Attempt, Claim, Recipient
from storage.people import PROACTIVE

TREND: Final = "trend"
"""The variable that a picture is drawn from; it stands in no text."""
CALENDAR: Final = "calendar"
"""The variable that names the call whose calendar entry goes with a text; it stands in no text."""
UNSPOKEN: Final = frozenset({TREND, CALENDAR})
MARGIN: Final = timedelta(minutes=5)
"""A text sent in the last minutes of a reply window may arrive after it (channels.md 3)."""


@dataclass(frozen=True, slots=True)
class Go:
    """It may leave; `template` True: only as the approved template."""

    template: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """It must not leave. `ticket` names the task for staff that follows, empty when none does."""

    state: Literal["suppressed", "parked"]
    reason: str
    ticket: str = ""


def decide(claim: Claim, recipient: Recipient, channel: Channel, now: datetime) -> Go | Stop:
    """Whether this text may leave now, `now` in business time."""
    return unwanted(claim, recipient) or _too_late(claim, now) or unsayable(claim) or _window(claim, recipient, channel, now)


def unwanted(claim: Claim, recipient: Recipient) -> Stop | None:
    """A blocked address takes nothing; an opt-out or a number that changed hands takes nothing proactive."""
    if recipient.blocked_at is not None:
        return Stop("suppressed", "blocked")
    if claim.purpose not in PROACTIVE:
        return None
    off = recipient.reminders_off_at if claim.purpose == "reminder" else recipient.notices_off_at
    if off is not None:
        return Stop("suppressed", "opted_out")
    return Stop("suppressed", "recycled", "recycled_number") if recipient.recycled_at is not None else None


def _too_late(claim: Claim, now: datetime) -> Stop | None:
    """A reminder whose time has passed stays here: an invitation after its window would only confuse. News for the patient never does."""
    ends = claim.window_ends_at
    late = claim.purpose == "reminder" and ends is not None and now >= ends
    return Stop("suppressed", "window_passed", "send_failed") if late else None


def overspent(claim: Claim, attempt: Attempt) -> Stop | None:
    """Nobody is written to unasked more often in a month than the protocol allows, whatever the purposes."""
    most = load().follow_up.messages_per_month
    return Stop("suppressed", "budget", "budget_spent") if claim.purpose in PROACTIVE and attempt.lately >= most else None


def unsayable(claim: Claim) -> Stop | None:
    """The guard's verdict on the exact words, options included, whoever wrote them.

    An emergency text is always a script, proven against the guard in every language and country; should a variable ever trip it,
    the number still leaves: holding it back would be the greater harm.
    """
    if claim.purpose == "emergency":
        return None
    verdict = judge("\n".join((claim.text, *(choice.label for choice in claim.options))), claim.language)
    return Stop("suppressed", f"guard:{verdict.findings[0].rule}", "guard_blocked") if verdict.blocked else None


def _window(claim: Claim, recipient: Recipient, channel: Channel, now: datetime) -> Go | Stop:
    if channel.window_hours is None:
        return Go()
    heard = recipient.last_inbound_at
    if heard is not None and now < heard + timedelta(hours=channel.window_hours) - MARGIN:
        return Go()
    if channel.has_template(claim.message_key, claim.language):
        return Go(template=True)
    return Stop("parked", "window_closed", "send_parked")


def outgoing(claim: Claim, recipient: Recipient, *, template: bool) -> Outgoing:
    """The text as its channel takes it."""
    return Outgoing(
        send_id=claim.send_id,
        to=recipient.value,
        key=claim.message_key,
        language=claim.language,
        text=claim.text,
        options=claim.options,
        question=(claim.step, claim.visit),
        template=template,
        variables={name: value for name, value in claim.variables if name not in UNSPOKEN},
    )
