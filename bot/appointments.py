"""The physician's call with a patient: made and moved by staff, told to the patient by their own clock, brought to mind the day before.

Knows cases, clocks and texts; must not know HTTP, nor what the call is about. One call lies ahead of a case at most.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from bot.calendars import link
from bot.case_steps import Conflict, again, locked, unfit
from bot.console.access import Access, lately_told
from bot.desk import Desk, Talk
from bot.send_checks import CALENDAR
from bot.treatment import person_zone
from bot.turn import Turn
from bot.wiring import Parts
from bot.zones import place_of
from flows.protocol import load
from flows.schedule import days_later, waking
from messages.prompt import Prompt, Variable
from storage.appointments import Appointment
from storage.cases import Case
from storage.unit_of_work import UnitOfWork

AT_ONCE: Final = 64
FARTHEST: Final = timedelta(days=366)
SHORTEST, LONGEST = 5, 240
"""Minutes a call may be planned for."""


@dataclass(frozen=True, slots=True)
class Call:
    """What staff say of a call."""

    starts_at: datetime
    minutes: int


def plan_call(access: Access, turn: Turn, base_url: str, case_id: str, call: Call, version: int | None) -> tuple[Case, Appointment]:
    """Make the call of a case, or move the one that lies ahead; the patient is told. Raises `Conflict`, and `Unfit` for odd times."""
    access.case(case_id, "work")
    desk, talk, case = _open(access, turn, case_id, version)
    unfit(tuple(_faults(call, desk.at)))
    zone = _zone(desk.uow, case, turn)
    before = desk.uow.appointments.ahead(case.id, desk.at)
    remind_at = days_later(call.starts_at, -1, zone)
    made = desk.uow.appointments.plan(
        case.id,
        case.conversation_id,
        starts_at=call.starts_at,
        minutes=call.minutes,
        by_ref=access.staff.staff_ref,
        at=desk.at,
        remind_at=remind_at if remind_at > desk.at else None,
    )
    known = {**_when(turn, talk, made, zone), "link": link(desk.uow, base_url, made), CALENDAR: made.appointment_id}
    moved = before is not None and before.starts_at != made.starts_at
    _tell(turn, desk, talk, Prompt("notice-call_moved" if moved else "notice-call_planned", known))
    desk.note(case, "call_moved" if made.revision else "call_planned", actor=access.staff.staff_ref)
    desk.finish()
    return again(access, case), made


def odd_hour(access: Access, turn: Turn, case_id: str, starts_at: datetime) -> tuple[str, str] | None:
    """The patient's own hour (`03:00`) and the time zone it is of, where a call would begin outside their day; None within it.

    Nor for an hour that is past: no call can be planned for it, whatever anybody says.
    """
    case = access.case(case_id, "work")
    if starts_at <= access.at:
        return None
    zone = _zone(access.uow, case, turn)
    return None if waking(starts_at, zone) == starts_at else (f"{starts_at.astimezone(ZoneInfo(zone)):%H:%M}", zone)


def may_be_told(access: Access, case: Case) -> bool:
    """Whether a text about the call may still leave this month: beyond the budget the call stands, and a person tells the patient."""
    return lately_told(access, case) < load().follow_up.messages_per_month


def cancel_call(access: Access, turn: Turn, case_id: str, version: int | None) -> Case:
    """The call that lies ahead does not take place; the patient is told. Raises `Conflict` when there is none."""
    access.case(case_id, "work")
    desk, talk, case = _open(access, turn, case_id, version)
    ahead = desk.uow.appointments.ahead(case.id, desk.at)
    if ahead is None or not desk.uow.appointments.cancel(ahead.appointment_id, desk.at):
        raise Conflict("no_call", "No call is planned for this case.")
    known = {name: value for name, value in _when(turn, talk, ahead, _zone(desk.uow, case, turn)).items() if name == "date"}
    _tell(turn, desk, talk, Prompt("notice-call_cancelled", known))
    desk.note(case, "call_cancelled", actor=access.staff.staff_ref)
    desk.finish()
    return again(access, case)


async def remind(parts: Parts) -> int:
    """One round over the calls of tomorrow; how many were looked at."""
    at = parts.clock()
    due = await parts.read(lambda uow: uow.appointments.due(at, AT_ONCE))
    for call in due:
        await parts.write(partial(_remind, parts.turn, call))
    if due:
        parts.wake()
    return len(due)


def _remind(turn: Turn, seen: Appointment, uow: UnitOfWork) -> None:
    desk = turn.desk(uow)
    held = desk.hold_conversations([seen.conversation_id])
    call, case = uow.appointments.get(seen.appointment_id), uow.cases.get(seen.case_id)
    if not held or call is None or case is None or call.next_at is None or call.next_at > desk.at:
        return
    zone, talk = _zone(uow, case, turn), held[0]
    awake = waking(desk.at, zone)
    wanted = case.closed_at is None and desk.at < call.starts_at and awake < call.starts_at and _agreed(talk)
    uow.appointments.look_again(call.appointment_id, awake if wanted and awake > desk.at else None)
    if wanted and awake <= desk.at:
        prompt, once = Prompt("reminder-call", _when(turn, talk, call, zone)), f"call:{call.appointment_id}:{call.revision}"
        turn.apply.say(desk, talk, prompt, "reminder", once=once, until=call.starts_at)
        talk.conversation.version += 1
        desk.note(case, "call_reminded")
    desk.finish()


def _open(access: Access, turn: Turn, case_id: str, version: int | None) -> tuple[Desk, Talk, Case]:
    desk, talk, case = locked(access, turn, case_id, version)
    if case.closed_at is not None:
        raise Conflict("case_ended", "The patient is not written to any more.", case_status=case.status)
    if case.status == "intake":
        raise Conflict("wrong_status", "The patient is still answering the questions of the intake.", case_status=case.status)
    return desk, talk, case


def _faults(call: Call, at: datetime) -> list[str]:
    known = (
        ("starts_in_the_past", call.starts_at <= at),
        ("starts_too_far_ahead", call.starts_at > at + FARTHEST),
        ("minutes_out_of_range", not SHORTEST <= call.minutes <= LONGEST),
    )
    return [name for name, wrong in known if wrong]


def _tell(turn: Turn, desk: Desk, talk: Talk, prompt: Prompt) -> None:
    turn.apply.say(desk, talk, prompt, "notice")
    talk.conversation.version += 1


def _when(turn: Turn, talk: Talk, call: Appointment, zone: str) -> dict[str, Variable]:
    """Day and hour where the patient is, in words, and by which clock."""
    local = call.starts_at.astimezone(ZoneInfo(zone))
    day = Prompt("value-date", {"day": str(local.day), "month": f"m{local.month}", "year": str(local.year)})
    language = talk.conversation.session.language
    date = turn.rules.render(day, language).text
    return {"date": date, "time": f"{local:%H:%M}", "place": place_of(zone, language)}


def _zone(uow: UnitOfWork, case: Case, turn: Turn) -> str:
    """The clock the patient lives by: corrected by staff where there is a plan, else as number and country tell."""
    plan = uow.check_ins.plan_of(case.id)
    return plan.zone if plan is not None else person_zone(uow, case, turn.clinic_zone).name


def _agreed(talk: Talk) -> bool:
    return any(consent.kind == "messaging" and consent.given for consent in talk.conversation.session.consents)
