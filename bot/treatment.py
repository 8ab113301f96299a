"""Follow-up begins where a treatment is recorded: the plan of check-ins, in the caller's own transaction. Knows rows and the calendar.

Must not know HTTP or roles. What lies in the past when a treatment is entered late is never dropped: a person decides about it. Before
it, an acceptance and a signed consent ask for the baseline, without which no later figure says anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.country import country_of
from bot.zones import Zone, is_zone, zone_of
from flows.evidence import answered
from flows.protocol import load
from flows.schedule import Slot, baseline_slot, day_ends, slots
from storage.cases import Case
from storage.check_ins import CheckIn, Plan
from storage.timeline import TimelineEntry
from storage.unit_of_work import UnitOfWork

CALL_WITHIN: Final = timedelta(hours=24)
"""How soon a person should call somebody the bot could not ask, or whose figures got worse."""
LATE: Final = "late_entry"
"""Why a check-in is a person's to decide about: it was over when the treatment was entered."""
DECIDE_WITHIN: Final = timedelta(hours=24)
"""How soon a person should decide about check-ins that were due before the treatment was entered."""


class UnknownZone(ValueError):
    """Not an IANA time zone that this machine knows."""


@dataclass(frozen=True, slots=True)
class PlannedFollowUp:
    """What was put on the calendar, and what was overdue already, by milestone. `new` False: there was a plan, nothing changed."""

    new: bool
    planned: tuple[str, ...] = ()
    overdue: tuple[str, ...] = ()


def plan_check_ins(uow: UnitOfWork, case: Case, treated_on: date, zone: Zone, *, at: datetime, actor: str = "bot") -> PlannedFollowUp:
    """Plan every check-in of a treatment; call it in the transaction that records the treatment. A second call changes nothing.

    `at` is business time. A baseline is asked first when there is none, or none young enough (`follow_up.toml`).
    """
    if not uow.check_ins.plan(Plan(case.id, treated_on, zone.name, zone.source, at, None, "")):
        return PlannedFollowUp(new=False)
    wanted = list(slots(treated_on, zone.name))
    # of a treatment in the past no baseline can be asked any more: its window is counted from the treatment, and is over
    first = min(at.astimezone(ZoneInfo(zone.name)).date(), treated_on)
    again = _baseline(uow, case, treated_on, at)
    _sooner(uow, case, first, zone)
    if again is not None and (slot := baseline_slot(first, zone.name, again=again)) is not None:
        wanted.insert(0, _before(slot, treated_on, zone.name))
    _closes(uow, case, treated_on, zone.name)
    uow.check_ins.add(case.id, case.conversation_id, wanted)
    late = tuple(slot.milestone for slot in wanted if slot.window_ends_at <= at)
    _decide(uow, case, late, at)
    _note(uow, case, "follow_up_planned", zone.source, at, actor)
    return PlannedFollowUp(True, tuple(slot.milestone for slot in wanted if slot.milestone not in late), late)


def move_check_ins(uow: UnitOfWork, case: Case, treated_on: date, *, at: datetime) -> None:
    """The treatment was on another day: every check-in that has not begun is planned from it anew, in the caller's transaction.

    Also one that was a person's to decide about only because the wrong day lay too far back. What is over by the right day is that now.
    Nothing without a plan.
    """
    plan = uow.check_ins.plan_of(case.id)
    if plan is None:
        return
    unbegun = {row.milestone: row for row in uow.check_ins.of_case(case.id) if _unbegun(row)}
    first = min(at.astimezone(ZoneInfo(plan.zone)).date(), treated_on)
    asked_late = [row for row in unbegun.values() if row.kind == "baseline" and row.state == "escalated"]
    asked = [slot for row in asked_late if (slot := baseline_slot(first, plan.zone, again=row.milestone != "baseline")) is not None]
    before = [_before(slot, treated_on, plan.zone) for slot in asked]
    wanted = [slot for slot in (*before, *slots(treated_on, plan.zone)) if slot.milestone in unbegun]
    uow.check_ins.treated(case.id, treated_on, wanted)
    _closes(uow, case, treated_on, plan.zone)
    _decide(uow, case, [slot.milestone for slot in wanted if slot.window_ends_at <= at], at)


def _unbegun(row: CheckIn) -> bool:
    """Nobody has been asked, and nobody has decided."""
    return row.attempts == 0 and (row.state == "planned" or (row.state, row.reason) == ("escalated", LATE))


def ask_baseline(uow: UnitOfWork, case: Case, zone: Zone, *, at: datetime) -> bool:
    """Ask for the baseline before a treatment, from the person's next morning on; False where a young one stands or is being asked.

    The first one, or the one that replaces a baseline that is too old or was never answered. Nothing once a treatment is recorded.
    """
    today = at.astimezone(ZoneInfo(zone.name)).date()
    again = None if uow.check_ins.plan_of(case.id) is not None else _baseline(uow, case, today, at)
    slot = None if again is None else baseline_slot(today + timedelta(days=1), zone.name, again=again)
    if slot is None or not uow.check_ins.add(case.id, case.conversation_id, [slot]):
        return False
    _note(uow, case, "baseline_planned", slot.milestone, at, "bot")
    return True


def person_zone(uow: UnitOfWork, case: Case, clinic_zone: str) -> Zone:
    """By which clock the patient of a case lives, as far as number and country tell."""
    talk = uow.conversations.peek([case.conversation_id])[case.conversation_id]
    address = uow.people.get(talk.address_id)
    told = answered(talk.session).get("contact.phone")
    phone = address.value if address.kind == "phone" else str(told.value) if told is not None and told.value else ""
    country = talk.session.country or country_of(address.kind, address.value)
    if not country and phone.startswith("+"):
        country = country_of("phone", phone)
    return zone_of(phone=phone, country=country, clinic_zone=clinic_zone)


def correct_zone(uow: UnitOfWork, case: Case, name: str, *, at: datetime, actor: str) -> None:
    """Staff know better where the patient lives: what was not sent yet moves to that clock. Raises `UnknownZone`, `KeyError`: no plan."""
    if not is_zone(name):
        raise UnknownZone(name)
    plan = uow.check_ins.plan_of(case.id)
    if plan is None:
        raise KeyError(case.case_id)
    uow.check_ins.move(case.id, name, "staff", slots(plan.treated_on, name))
    _note(uow, case, "follow_up_zone_corrected", "staff", at, actor)


def stop_follow_up(uow: UnitOfWork, case: Case, reason: str, *, at: datetime, actor: str) -> int:
    """Nothing more is asked of this person; how many check-ins were still open. `reason` is a code (`died`, `withdrawn`)."""
    stopped = uow.check_ins.stop(case.id, reason, at)
    _note(uow, case, "follow_up_stopped", reason, at, actor)
    return stopped


def _baseline(uow: UnitOfWork, case: Case, on: date, at: datetime) -> bool | None:
    """Whether a baseline is wanted for a treatment on this day: False the first, True again, None when one stands or is being asked."""
    asked = [row for row in uow.check_ins.of_case(case.id) if row.kind == "baseline"]
    return None if any(_serves(row, on, at) for row in asked) else bool(asked)


def _serves(row: CheckIn, on: date, at: datetime) -> bool:
    """Whether this baseline was answered and is young enough on that day, or may still be answered."""
    if row.ended_at is None:
        return at < row.window_ends_at
    oldest = datetime.combine(on, time(0), UTC) - load().follow_up.baseline_age
    return row.state in {"answered", "partial"} and row.ended_at >= oldest


def _sooner(uow: UnitOfWork, case: Case, on: date, zone: Zone) -> None:
    """A baseline that was to be asked later is asked on this day: the treatment came first."""
    for row in uow.check_ins.of_case(case.id):
        slot = baseline_slot(on, zone.name, again=row.milestone != "baseline")
        if row.kind == "baseline" and slot is not None and slot.due_at < row.due_at:
            uow.check_ins.reschedule(case.id, [slot])


def _before(slot: Slot, treated_on: date, zone: str) -> Slot:
    """A baseline is answered by the end of the day of the treatment or is none: only the day is recorded, so all of it counts."""
    return replace(slot, window_ends_at=min(slot.window_ends_at, day_ends(treated_on, zone)))


def _closes(uow: UnitOfWork, case: Case, treated_on: date, zone: str) -> None:
    """The same for a baseline that is planned, or being asked: nothing of it leaves, and no answer counts, once that day is over."""
    for row in uow.check_ins.of_case(case.id):
        if row.kind == "baseline" and row.ended_at is None:
            uow.check_ins.close_by(row.check_in_id, max(day_ends(treated_on, zone), row.due_at))


def _decide(uow: UnitOfWork, case: Case, late: Sequence[str], at: datetime) -> None:
    """One task for everything that lies in the past, never silence."""
    rows = {row.milestone: row for row in uow.check_ins.of_case(case.id)}
    for milestone in late:
        uow.check_ins.escalate(rows[milestone].check_in_id, LATE, None)
    if late:
        uow.tickets.open(case.id, "check_in_overdue", "", None, at, at + DECIDE_WITHIN)
        _note(uow, case, "ticket_opened", "check_in_overdue", at, "bot")


def _note(uow: UnitOfWork, case: Case, action: str, reason: str, at: datetime, actor: str) -> None:
    uow.timeline.append(case.id, TimelineEntry(at, actor, action, reason=reason))
    uow.audit.append(at=at, actor=actor, action=f"case.{action}", object=case.case_id, detail={"reason": reason})
