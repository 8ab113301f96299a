"""Files a patient said they would send later and that never came: one reminder, then a person's task, then nothing.

Knows cases before a decision, what was answered about records, and the patient's clock; must not know what a file holds. Nobody is told
off: whoever has no files any more says so to a person.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.treatment import CALL_WITHIN, person_zone
from bot.turn import Turn
from bot.wiring import Parts
from flows.evidence import answered
from flows.schedule import waking
from flows.session import Session
from messages.prompt import Prompt
from storage.cases import Case
from storage.unit_of_work import UnitOfWork

REMIND_AFTER: Final = timedelta(days=3)
TASK_AFTER: Final = timedelta(days=10)
OVER: Final = timedelta(days=17)
"""Counted from the end of the intake; who waited longer has had everything. The clinic's to change; no source binds them."""
BEFORE_DECISION: Final = ("new", "claimed", "physician_review", "needs_information")
TASK: Final = "records_missing"
PAGE: Final = 200


async def remind_records(parts: Parts) -> int:
    """One look at everybody who may be waited for. Always 0: the next look comes by the clock."""
    at, skip = parts.clock(), 0
    while True:
        count, wanted = await parts.read(partial(_page, at=at, skip=skip))
        for case in wanted:
            await parts.write(partial(_one, parts.turn, case))
        if count < PAGE:
            break
        skip += PAGE
    parts.wake()
    return 0


def _page(uow: UnitOfWork, *, at: datetime, skip: int) -> tuple[int, list[Case]]:
    found = uow.cases.completed(BEFORE_DECISION, at - OVER, at - REMIND_AFTER, skip, PAGE)
    talks = uow.conversations.peek([case.conversation_id for case in found])
    promised = [case for case in found if case.conversation_id in talks and _promised(talks[case.conversation_id].session)]
    return len(found), [case for case in promised if _next(uow, case, at)]


def _one(turn: Turn, seen: Case, uow: UnitOfWork) -> None:
    desk = turn.desk(uow)
    held = desk.hold_conversations([seen.conversation_id])
    case = uow.cases.get(seen.case_id)
    if not held or case is None or case.status not in BEFORE_DECISION or not _promised(held[0].conversation.session):
        return
    talk, step = held[0], _next(uow, case, desk.at)
    if step == "task":
        uow.tickets.open(case.id, TASK, "", None, desk.at, desk.at + CALL_WITHIN)
        desk.note(case, "ticket_opened", reason=TASK)
    elif step == "remind" and waking(desk.at, person_zone(uow, case, turn.clinic_zone).name) <= desk.at:
        turn.apply.say(desk, talk, Prompt("reminder-records"), "reminder", once=_key(case), until=desk.at + REMIND_AFTER)
        talk.conversation.version += 1
        desk.note(case, "records_reminded")
    desk.finish()


def _promised(session: Session) -> bool:
    """Whether files were promised and messages agreed to, and nothing else is being talked about."""
    sending = answered(session).get("records.send")
    agreed = any(consent.kind == "messaging" and consent.given for consent in session.consents)
    return sending is not None and sending.value == "later" and agreed and session.status == "done"


def _next(uow: UnitOfWork, case: Case, at: datetime) -> str:
    """What follows for this case now: `remind`, `task`, or nothing."""
    if case.completed_at is None or uow.attachments.came(case.conversation_id):
        return ""
    if at - case.completed_at >= TASK_AFTER:
        return "" if any(ticket.kind == TASK for ticket in uow.tickets.of(case.id)) else "task"
    return "" if uow.outbox.has_key(_key(case)) else "remind"


def _key(case: Case) -> str:
    return f"records:{case.case_id}"
