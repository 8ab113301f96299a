"""Tells the staff's group of cases that wait, reminds before a deadline, and names a person when nobody acted.

Knows when; how it is said and who may press is `bot/staff_group.py`. A reference, a priority, a time and a link: nothing of health, no name
of a patient. Each notice is taken in a transaction of its own and said outside of it.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from bot.channels.telegram import TelegramChannel
from bot.staff_group import said_there, tell
from bot.wiring import Parts
from flows.opening_hours import OpeningHours
from storage.cases import Case
from storage.staff_group import Notice
from storage.timeline import TimelineEntry
from storage.unit_of_work import UnitOfWork

AT_ONCE: Final = 20
AGAIN: Final = timedelta(minutes=1)
"""A notice that could not be said is tried again so much later, `TRIES` times at most."""
TRIES: Final = 30
WATCHED: Final = timedelta(minutes=15)
"""A case that waits is looked at this often, because its deadline moves with its pauses."""
GRACE: Final = timedelta(minutes=5)
"""So long after a deadline a person is named; an emergency is due at once, so this is when nobody came."""
LEAST, MOST = timedelta(minutes=10), timedelta(hours=4)
"""A reminder comes when a quarter of the time is left, within these."""


async def announce(parts: Parts) -> int:
    """One round: tell, settle, remind. How many notices were handled; 0 without a group."""
    if not parts.settings.telegram_staff_chat_id or "telegram" not in parts.channels:
        return 0
    now = parts.clock()
    settled = await parts.write(lambda uow: uow.staff_group.to_settle(now, AT_ONCE))
    fresh = await parts.write(lambda uow: uow.staff_group.to_announce(now, AT_ONCE, AGAIN))
    watched = await parts.write(lambda uow: uow.staff_group.to_look(now, AT_ONCE, WATCHED))
    await _each(parts, settled, _settle)
    await _each(parts, fresh, partial(_announce, now=now))
    await _each(parts, watched, partial(_watch, now=now))
    return len(settled) + len(fresh) + len(watched)


async def _each(parts: Parts, notices: list[Notice], run: Callable[[Parts, Notice, Case], Awaitable[None]]) -> None:
    for notice in notices:
        case = await parts.read(partial(_case, notice.case_id))
        if case is not None:
            await run(parts, notice, case)


def _case(case_id: str, uow: UnitOfWork) -> Case | None:
    return uow.cases.get(case_id)


async def _announce(parts: Parts, notice: Notice, case: Case, *, now: datetime) -> None:
    key = "group-emergency" if case.status == "emergency_hold" else "group-new"
    said = await tell(parts, _text(parts, key, case), button=(f"claim-{case.case_id}", said_there(parts, "group-take")))
    if said:
        await parts.write(lambda uow: uow.staff_group.told(case.id, said, _next_look(case, now, parts.turn.targets.counted(case.priority))))
    elif notice.tries + 1 >= TRIES:
        await parts.write(lambda uow: uow.staff_group.give_up(case.id))


async def _settle(parts: Parts, notice: Notice, case: Case) -> None:
    """The button goes, and the line says who took it."""
    channel = parts.channels.get("telegram")
    if ":" not in notice.message_ref or not isinstance(channel, TelegramChannel):
        return
    holder = await parts.read(lambda uow: uow.staff.by_ref(case.claimed_by)) if case.claimed_by else None
    label = said_there(parts, "group-taken", name=holder.name) if holder else said_there(parts, "group-over")
    key = "group-emergency" if case.priority == "emergency" else "group-new"
    await channel.settle(notice.message_ref, text=_text(parts, key, case), label=label)


async def _watch(parts: Parts, notice: Notice, case: Case, *, now: datetime) -> None:
    """Remind of a deadline that nears, once; name a person when it passed and nobody acted, once."""
    due = case.due_at
    if case.closed_at is not None or (due is None and case.status not in {"needs_information", "physician_review", "new", "claimed"}):
        await parts.write(lambda uow: uow.staff_group.looked(case.id, None))
        return
    told_of: dict[str, datetime] = {}
    hours = parts.turn.targets.counted(case.priority)
    if due is not None and now >= due + GRACE and notice.escalated_for != due:
        await _escalate(parts, case)
        told_of = {"escalated_for": due, "reminded_for": due}
    elif due is not None and now < due and _until_reminder(case, due, now, hours) <= timedelta(0) and notice.reminded_for != due:
        await tell(parts, await _reminder(parts, case))
        told_of = {"reminded_for": due}
    await parts.write(lambda uow: uow.staff_group.looked(case.id, _next_look(case, now, hours), **told_of))


async def _reminder(parts: Parts, case: Case) -> str:
    holder = await parts.read(lambda uow: uow.staff.by_ref(case.claimed_by)) if case.claimed_by else None
    return _text(parts, "group-reminder-held", case, name=holder.name) if holder else _text(parts, "group-reminder", case)


async def _escalate(parts: Parts, case: Case) -> None:
    """To the named person, privately where an account is paired, and to the group by name; written down as a step of the system."""
    email = parts.settings.staff_escalation_email

    def note(uow: UnitOfWork) -> tuple[str, str]:
        at = parts.clock()
        member = uow.staff.by_email(email) if email else None
        uow.timeline.append(case.id, TimelineEntry(at, "system", "escalated", reason="deadline"))
        uow.audit.append(at=at, actor="system", action="case.escalated", object=case.case_id)
        active = member if member is not None and member.active else None
        return ("", "") if active is None else (active.name, uow.staff_group.account_of(active.staff_ref))

    name, account = await parts.write(note)
    await tell(parts, _text(parts, "group-escalated-named", case, name=name) if name else _text(parts, "group-escalated", case))
    if account:
        await tell(parts, _text(parts, "group-escalated-you", case), to=account)


def _until_reminder(case: Case, due: datetime, now: datetime, hours: OpeningHours) -> timedelta:
    """How much of `hours` passes before the reminder; nothing once it is time."""
    return hours.between(now, due) - max(LEAST, min(MOST, hours.between(case.waiting_since, due) / 4))


def _next_look(case: Case, now: datetime, hours: OpeningHours) -> datetime:
    """When something may be due next; sooner than that only because a deadline moved."""
    moments = [now + WATCHED]
    if case.due_at is not None:
        ahead = (now + _until_reminder(case, case.due_at, now, hours), case.due_at + GRACE)
        moments += [moment for moment in ahead if moment > now]
    return min(moments)


def _text(parts: Parts, key: str, case: Case, **more: str) -> str:
    """A line for staff: reference, priority, since when, until when, where."""
    base = parts.settings.public_base_url
    known = {
        "ref": case.reference,
        "priority": said_there(parts, f"group-priority-{case.priority}"),
        "since": _clock(parts, case.waiting_since),
        "due": _clock(parts, case.due_at) if case.due_at else "–",
        "link": f"{base}/cases/{case.case_id}" if base else case.case_id,
    }
    return said_there(parts, key, **known, **more)


def _clock(parts: Parts, at: datetime) -> str:
    local = at.astimezone(ZoneInfo(parts.settings.clinic_timezone))
    return f"{local.day} {said_there(parts, f'month-{local.month}')}, {local:%H:%M}"
