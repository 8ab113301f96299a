"""A person writes to the patient: judged, laid into the outbox, kept back for some seconds so that it can be taken back.

Knows the order of checks and the reply window; must not know HTTP. The sender judges the exact text once more. Source of who may say
what: clinical facts 8.4.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, TypeAlias

from bot.case_clocks import wait
from bot.case_steps import Conflict, conversation_of, current, held
from bot.channels.base import Channel
from bot.clock import real_now
from bot.console import hands
from bot.console.access import Access
from bot.console.queue_view import ACTS_ON
from bot.desk import Desk, Talk
from bot.prepared import too_early
from bot.send_checks import MARGIN
from bot.turn import Turn
from bot.waiting_texts import NOTICE, invite
from messages.canned import Needs
from messages.clinical import clinical
from messages.guard import Finding, judge
from messages.limits import TELEGRAM_TEXT, WHATSAPP_TEXT, units
from storage.cases import Case
from storage.outbox import Send
from storage.people import Address
from storage.staff_texts import TAKEN_BACK

UNDO: Final = timedelta(seconds=5)
"""Real time in which a text can be taken back before it leaves."""
MOST: Final[Mapping[str, int]] = {"whatsapp": WHATSAPP_TEXT, "telegram": TELEGRAM_TEXT, "simulator": TELEGRAM_TEXT}
"""Longest text that goes as one message, in UTF-16 units."""
LOOKED_BACK: Final = 20
"""Messages among which the same words are looked for."""
SAME_WORDS: Final = timedelta(hours=24)
"""So soon after they were written, and with no word of the patient between, the same words again are a slip, as by the browser's back."""
NOT_GONE: Final = frozenset({"suppressed", "failed"})
"""States of a text that did not reach the patient and will not."""
ENDED: Final = frozenset({"withdrawn_by_patient", "closed"})

Window: TypeAlias = Literal["open", "closed", "closed_without_template"]
"""Whether a text can leave now; closed, it waits for the patient, who is told by a template, or by nobody where there is none."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands against a text: the guard's findings, a sentence only a physician writes, its length, a step told too early.

    Empty: nothing.
    """

    findings: tuple[Finding, ...] = ()
    clinical: str = ""
    too_long: int = 0
    early: Needs = ""

    @property
    def stops(self) -> bool:
        """Whether it may not go as it is."""
        return bool(self.findings or self.clinical or self.too_long or self.early)

    @property
    def rule(self) -> str:
        """The rule that stops it, by name."""
        if self.findings:
            return self.findings[0].rule
        return "clinical" if self.clinical else "too_long" if self.too_long else f"no_{self.early}_yet"


@dataclass(frozen=True, slots=True)
class Typed:
    """A text as typed. `key` names the form, so that it counts once however often it is posted; `asks` waits for the patient's answer."""

    text: str
    key: str
    asks: bool = False


def verdict(text: str, case: Case, role: str) -> Verdict:
    """What stands against a text, whoever typed it; only a physician writes what reads as clinical."""
    over = units(text) - MOST.get(case.channel, WHATSAPP_TEXT)
    found = clinical(text) if role != "physician" else ""
    return Verdict(judge(text, case.language).findings, found, max(0, over), too_early(text, case.status))


def window(address: Address, channel: Channel | None, language: str, now: datetime) -> Window:
    """Whether the channel takes free text now."""
    if channel is None or channel.window_hours is None:
        return "open"
    heard = address.last_inbound_at
    if heard is not None and now < heard + timedelta(hours=channel.window_hours) - MARGIN:
        return "open"
    return "closed" if channel.has_template(NOTICE, language) else "closed_without_template"


def write(access: Access, turn: Turn, channels: Mapping[str, Channel], case_id: str, typed: Typed, version: int | None) -> Verdict:
    """Judge a text and, if nothing stands against it, lay it into the outbox. Raises `Conflict` when nothing may go now."""
    case = access.case(case_id, "work")
    current(case, version)
    if case.status in ENDED:
        raise Conflict("case_ended", case_status=case.status)
    held(access, case, "free_or_mine")
    found = verdict(typed.text, case, access.staff.role)
    if found.stops:
        access.note("guard.blocked", case.case_id, {"rule": found.rule})
        return found
    desk, talk = conversation_of(access, turn, case)
    once = f"reply:{access.staff.staff_ref}:{case.case_id}:{typed.key}"
    if talk.address.blocked_at is not None:
        raise Conflict("patient_blocked")
    if not _written_already(talk, access, typed.text, once):
        case = _taken(access, turn, case)
        _lay_down(access, turn, channels, desk, talk, case, typed, once)
    return found


def takes(role: str, case: Case) -> bool:
    """Whether writing on this case claims it: nobody holds it, and it waits for this role.

    A case that waits for another role stays free: held by a coordinator, no physician could decide it.
    """
    return not case.claimed_by and case.status in ACTS_ON.get(role, ())


def _taken(access: Access, turn: Turn, case: Case) -> Case:
    """Who writes on a case that waits for them holds it from then on. Raises `Conflict` when somebody was faster."""
    return hands.claim(access, turn, case.case_id, None) if takes(access.staff.role, case) else case


def _written_already(talk: Talk, access: Access, text: str, once: str) -> bool:
    """Whether this very form was posted before. Raises `Conflict` where it held other words, and for a text that was just sent."""
    here, last = talk.conversation.id, talk.conversation.next_n
    n = access.uow.outbox.planned_under(once)
    told = {message.n: message for message in access.uow.messages.for_conversation(here, min(n or last, last - LOOKED_BACK) - 1)}
    if n is not None:
        if n not in told or told[n].text != text or told[n].state in NOT_GONE:
            raise Conflict("form_used")
        return True
    newest = next((message for message in reversed(told.values()) if message.author != "bot"), None)
    same = newest is not None and newest.author == "staff" and newest.text == text and newest.state not in NOT_GONE
    if newest is not None and same and access.at - newest.at < SAME_WORDS:
        raise Conflict("words_repeated")
    return False


def take_back(access: Access, turn: Turn, case_id: str, send_id: str) -> int:
    """Take a text back that has not left; the message's number. Raises `Conflict` when it is on its way."""
    case = access.case(case_id, "work")
    send = next((each for each in access.uow.outbox.for_case(case_id) if each.send_id == send_id), None)
    if send is None or not access.uow.staff_texts.take_back(case.conversation_id, send_id, real_now()):
        raise Conflict(_why_not_taken_back(send))
    access.uow.clocks.reopen(case.id, ["first_response", "next_response"], send.due_at)
    turn.desk(access.uow).note(case, "message_taken_back", actor=access.staff.staff_ref)
    return send.n


def _why_not_taken_back(send: Send | None) -> str:
    if send is not None and send.reason == TAKEN_BACK:
        return "taken_back_already"
    return "never_left" if send is not None and send.state in NOT_GONE else "already_sent"


def _lay_down(
    access: Access, turn: Turn, channels: Mapping[str, Channel], desk: Desk, talk: Talk, case: Case, typed: Typed, once: str
) -> None:
    me, now = access.staff.staff_ref, real_now()
    send_id = turn.apply.say_words(desk, talk, typed.text, author="staff", actor=me, once=once, wait_until=now + UNDO)
    talk.conversation.version += 1
    if window(talk.address, channels.get(talk.address.channel), case.language, desk.at) != "open":
        desk.flush()
        access.uow.staff_texts.set_aside(send_id, now)
        invite(desk, talk, turn.apply)
    desk.note(case, "message_written", actor=me)
    if typed.asks and wait(access.uow, case, desk.at, me, "asked_patient"):
        desk.note(case, "waiting_for_patient", actor=me)
    desk.finish()
