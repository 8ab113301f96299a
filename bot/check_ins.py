"""The worker's round over the plan of follow-up: invites, reminds, and gives to a person whatever cannot be asked by chat.

Knows the calendar, what stands against writing to somebody, and tasks for staff; what is asked is the rules' business. Each check-in
is handled in one transaction under the lock of its conversation, so any number of workers may do this at once.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

import structlog

from bot.check_in_body import activities_of, earlier_of
from bot.desk import Desk, Talk
from bot.logs import code_lines
from bot.treatment import CALL_WITHIN, person_zone
from bot.turn import Turn
from bot.wiring import Parts
from flows.checking import busy
from flows.events import CheckInClosed, CheckInDue
from flows.handoff import STANDING, after, sources
from flows.protocol import load
from flows.schedule import days_later, waking
from flows.session import CheckInTalk
from storage.cases import Case
from storage.check_ins import CheckIn, Plan
from storage.unit_of_work import UnitOfWork

AT_ONCE: Final = 64
BUSY_AGAIN: Final = timedelta(hours=6)
"""When a person was in the middle of something else."""
SENDING_AGAIN: Final = timedelta(minutes=15)
"""When it is not known yet whether the last message left."""
FAULT_AGAIN: Final = timedelta(minutes=15)
CONSENT_WITHDRAWN: Final = "consent_withdrawn"
"""Why a check-in is not asked any more: no consent for health data stands. Given anew, the next one is asked again."""
NOT_GONE: Final = frozenset({"failed", "parked", "suppressed"})
UNDER_WAY: Final = frozenset({"planned", "leased", "sending", "unknown"})

_log = structlog.stdlib.get_logger(__name__)


async def ask(parts: Parts) -> int:
    """One round; how many conversations had a check-in that was due."""
    at = parts.clock()
    due = await parts.read(lambda uow: uow.check_ins.due(at, AT_ONCE))
    for conversation_id in due:
        try:
            await parts.write(partial(_handle, parts.turn, conversation_id))
        except Exception as fault:  # noqa: BLE001 - one person's fault must not keep the others from being asked
            _log.error("check_in_failed", error=type(fault).__name__, where=code_lines(type(fault), fault.__traceback__))
            await parts.write(partial(_later, conversation_id, at))
    if due:
        parts.wake()
    return len(due)


def handle(turn: Turn, conversation_id: int, uow: UnitOfWork) -> int:
    """Everything due in one conversation; how many check-ins that was. Commit afterwards."""
    if not uow.check_ins.take(conversation_id):
        return 0
    desk = turn.desk(uow)
    rows = uow.check_ins.due_of(conversation_id, desk.at)
    if not rows:
        return 0
    talk = desk.hold_conversations([conversation_id])[0]
    plans = uow.check_ins.plans_of([row.case_pk for row in rows])
    for row in rows:
        _Due(turn, desk, talk, row, plans.get(row.case_pk)).consider()
    desk.finish()
    return len(rows)


def _handle(turn: Turn, conversation_id: int, uow: UnitOfWork) -> None:
    handle(turn, conversation_id, uow)


def _later(conversation_id: int, at: datetime, uow: UnitOfWork) -> None:
    for row in uow.check_ins.due_of(conversation_id, at):
        uow.check_ins.look_again(row.check_in_id, at + FAULT_AGAIN)


def _took_back(talk: Talk) -> bool:
    """Whether the consent for health data was taken back (clinical facts 7.1): then no health question may be asked by chat.

    How somebody treated is looked after from then on is for the person who has the wish to erase before them.
    """
    return any(consent.kind == "health_data" and not consent.given for consent in talk.conversation.session.consents)


class _Due:
    """One check-in that must be looked at now."""

    def __init__(self, turn: Turn, desk: Desk, talk: Talk, row: CheckIn, plan: Plan | None) -> None:
        self._turn, self._desk, self._talk, self._row = turn, desk, talk, row
        self._rows, self._at = desk.uow.check_ins, desk.at
        found = desk.uow.cases.get(row.case_id)
        if found is None:
            raise LookupError("a check-in without its case")
        self._case: Case = found
        self._plan, self._zone = plan, plan.zone if plan is not None else person_zone(desk.uow, found, turn.clinic_zone).name

    def consider(self) -> None:
        """One step; afterwards the row is final, or due again later than now."""
        row = self._row
        if why := self._ended():
            self._stop(why)
        elif self._at >= row.window_ends_at:
            self._over()
        elif against := self._unreachable():
            self._to_person("check_in_phone", against)
        elif row.attempts and not row.told and self._settled():
            return
        elif row.attempts and self._at < (moment := self._next()):
            self._again(moment)
        elif row.attempts and not self._more():
            self._to_person("check_in_unanswered", "unanswered")
        elif (awake := waking(self._at, self._zone)) > self._at:
            self._again(awake)
        else:
            self._invite()

    def _ended(self) -> str:
        """Why nobody asks this person any more, empty when we do; before a treatment, too, that no acceptance stands."""
        if self._case.closed_at is not None or (self._plan is None and self._case.status not in {*STANDING, "emergency_hold"}):
            return self._case.status
        if self._plan is not None and self._plan.stopped_at is not None:
            return "plan_stopped"
        return CONSENT_WITHDRAWN if _took_back(self._talk) else ""

    def _stop(self, why: str) -> None:
        """Not asked, with the reason; where the patient took the consent back, the case says so: nothing else would show it."""
        if self._rows.end(self._row.check_in_id, "stopped", why, self._at) and why == CONSENT_WITHDRAWN:
            self._desk.note(self._case, "check_in_stopped", reason=CONSENT_WITHDRAWN)

    def _over(self) -> None:
        """The window has ended: what was answered is kept; what never left is a person's to decide."""
        row = self._row
        if row.invited_at is None:
            self._to_person("check_in_overdue", row.reason or "window_passed")
            self._rows.look_again(row.check_in_id, None)
            return
        left = row.sent_at is not None
        if not left:
            self._desk.uow.outbox.cancel_proactive(row.conversation_id, "window_passed", self._desk.real_at)
        self._turn.advance(self._desk, self._talk, CheckInClosed(self._at, None, row.check_in_id))
        if self._rows.end(row.check_in_id, "missed", row.reason or ("unanswered" if left else "not_sent"), self._at):
            self._desk.note(self._case, "check_in_missed", reason=row.milestone)
        if not row.told:
            self._task("check_in_unanswered" if left else "check_in_not_sent")

    def _unreachable(self) -> str:
        """Why this person must not, or cannot, be written to; empty when nothing stands against it."""
        address = self._talk.address
        if address.blocked_at is not None:
            return "blocked"
        if address.reminders_off_at is not None:
            return "opted_out"
        if address.recycled_at is not None:
            return "recycled"
        agreed = any(consent.kind == "messaging" and consent.given for consent in self._talk.conversation.session.consents)
        return "" if agreed else "no_consent"

    def _settled(self) -> bool:
        """What became of the last message: one that will not arrive goes to a person, one under way is waited for."""
        state, reason = self._desk.uow.outbox.state_of(self._row.send_id)
        if state in NOT_GONE:
            self._to_person("check_in_not_sent", f"not_sent:{reason or state}"[:60])
            return True
        if state in UNDER_WAY:
            self._again(self._at + SENDING_AGAIN)
            return True
        return False

    def _next(self) -> datetime:
        """When the next reminder is due, or a person's turn has come. The first of them that was not had yet."""
        plan, invited = load().follow_up, self._row.invited_at or self._row.due_at
        days = (*plan.reminder_days, plan.person_after_days)
        return days_later(invited, days[min(self._row.attempts - 1, len(days) - 1)], self._zone)

    def _more(self) -> bool:
        """Whether a reminder is still to come, and this person has not been given to staff."""
        plan, invited = load().follow_up, self._row.invited_at or self._row.due_at
        waited = self._at >= days_later(invited, plan.person_after_days, self._zone)
        return self._row.attempts <= len(plan.reminder_days) and not self._row.told and not waited

    def _invite(self) -> None:
        row = self._row
        told = self._desk.uow.check_ins.answered(row.case_pk)
        talk = CheckInTalk(row.check_in_id, row.milestone, row.kind, activities_of(told), earlier_of(told))
        event = CheckInDue(self._at, None, talk, row.attempts)
        if busy(self._talk.conversation.session, event):
            self._again(self._at + BUSY_AGAIN)
            return
        self._turn.advance(self._desk, self._talk, event)
        self._row = self._rows.get(row.check_in_id) or row
        self._again(self._next())
        self._desk.note(self._case, "check_in_invited" if row.attempts == 0 else "check_in_reminded", reason=row.milestone)
        self._follow()

    def _again(self, moment: datetime) -> None:
        """Look again then, and in any case when the window ends."""
        self._rows.look_again(self._row.check_in_id, min(moment, self._row.window_ends_at))

    def _to_person(self, kind: str, reason: str) -> None:
        """A person takes it, once; an answer in the chat is still welcome while the window is open."""
        if not self._row.told:
            self._task(kind)
        ends = self._row.window_ends_at if self._at < self._row.window_ends_at else None
        self._rows.escalate(self._row.check_in_id, self._row.reason or reason, ends)
        self._follow()

    def _follow(self) -> None:
        """The first check-in after a treatment, asked or given to a person, is where follow-up begins; a hold is not ended by it."""
        to = after("follow", self._case.status)
        if self._row.kind == "baseline" or to is None:
            return
        moved = self._desk.uow.cases.move(self._case.case_id, expected=sources("follow"), to=to, at=self._at)
        if moved.won:
            self._desk.note(self._case, "follow_up_begun", actor="system", was=moved.was, now=to, reason=self._row.milestone)
            self._case = moved.case
            if self._talk.case is not None and self._talk.case.id == moved.case.id:
                self._talk.case = moved.case

    def _task(self, kind: str) -> None:
        self._desk.uow.tickets.open(self._case.id, kind, "", None, self._at, self._at + CALL_WITHIN)
        self._desk.note(self._case, "ticket_opened", reason=kind)
