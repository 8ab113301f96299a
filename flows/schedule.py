"""When check-ins fall due: calendar arithmetic in the person's own time zone. Pure; knows dates and clocks, never a person.

Months as people count them: from 31 January one month is the last day of February. Hours are those of the wall clock where the person
is, so a change to summer time moves nothing that the person would notice.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.protocol import load
from flows.protocol.follow_up import CheckInKind, FollowUp, Milestone


@dataclass(frozen=True, slots=True)
class Slot:
    """One check-in in time, UTC. `opens_at` and `window_ends_at` bound the days in which its first message may leave (end exclusive)."""

    milestone: str
    kind: CheckInKind
    opens_at: datetime
    due_at: datetime
    window_ends_at: datetime


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_day(treated_on: date, milestone: Milestone) -> date:
    """The day a milestone falls on."""
    return add_months(treated_on, milestone.months) + timedelta(days=milestone.days)


def slots(treated_on: date, zone: str, plan: FollowUp | None = None) -> tuple[Slot, ...]:
    """Every check-in after a treatment but the baseline, in order of due time. `zone` is an IANA name."""
    plan = plan or load().follow_up
    wanted = (each for each in plan.milestones if each.on and each.kind != "baseline")
    return tuple(sorted((_slot(due_day(treated_on, each), each, zone, plan) for each in wanted), key=lambda slot: slot.due_at))


def baseline_slot(today: date, zone: str, *, again: bool = False, plan: FollowUp | None = None) -> Slot | None:
    """The baseline, asked from today on; `again` the one that replaces an outdated one. None where it is switched off."""
    plan = plan or load().follow_up
    found = [each for each in plan.milestones if each.kind == "baseline" and each.on]
    wanted = found[1:2] if again else found[:1]
    return _slot(today, wanted[0], zone, plan) if wanted else None


def waking(at: datetime, zone: str, plan: FollowUp | None = None) -> datetime:
    """`at` when it is daytime where the person is, else the next moment at which it is (UTC)."""
    plan = plan or load().follow_up
    local = at.astimezone(ZoneInfo(zone))
    if plan.day_from_hour <= local.hour < plan.day_to_hour:
        return at
    day = local.date() + timedelta(days=local.hour >= plan.day_to_hour)
    return max(_moment(day, plan.day_from_hour, zone), at)


def days_later(at: datetime, days: int, zone: str, plan: FollowUp | None = None) -> datetime:
    """The invitation hour, `days` calendar days after the local day of `at` (UTC)."""
    plan = plan or load().follow_up
    return _moment(at.astimezone(ZoneInfo(zone)).date() + timedelta(days=days), plan.invite_at_hour, zone)


def day_ends(day: date, zone: str) -> datetime:
    """The moment (UTC) at which a local day is over; `zone` is an IANA name."""
    return _moment(day + timedelta(days=1), 0, zone)


def _slot(day: date, milestone: Milestone, zone: str, plan: FollowUp) -> Slot:
    return Slot(
        milestone=milestone.id,
        kind=milestone.kind,
        opens_at=_moment(day - timedelta(days=milestone.before), 0, zone),
        due_at=_moment(day, plan.invite_at_hour, zone),
        window_ends_at=_moment(day + timedelta(days=milestone.after + 1), 0, zone),
    )


def _moment(day: date, hour: int, zone: str) -> datetime:
    return datetime.combine(day, time(hour), ZoneInfo(zone)).astimezone(UTC)
