"""The plan of follow-up as data: milestones after a treatment, reminders, the hours of the day, the most anybody is written to."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal, TypeAlias

from flows.protocol.fields import Table, repeated

CheckInKind: TypeAlias = Literal["full", "safety", "baseline"]
KINDS: Final[tuple[CheckInKind, ...]] = ("full", "safety", "baseline")
HOURS: Final = 24


@dataclass(frozen=True, slots=True)
class Milestone:
    """One check-in: `months` or `days` after the treatment, and the days `before` and `after` that day in which it may begin."""

    id: str
    kind: CheckInKind
    months: int
    days: int
    before: int
    after: int
    on: bool
    source: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The whole plan. Hours are of the day where the person is, 0 to 24; days count from the invitation."""

    invite_at_hour: int
    day_from_hour: int
    day_to_hour: int
    reminder_days: tuple[int, ...]
    person_after_days: int
    baseline_weeks: int
    messages_per_month: int
    milestones: tuple[Milestone, ...]

    def milestone(self, name: str) -> Milestone:
        """A milestone by id. Raises `KeyError`."""
        return {each.id: each for each in self.milestones}[name]

    @property
    def baseline_age(self) -> timedelta:
        """How old a baseline may be on the day of treatment."""
        return timedelta(weeks=self.baseline_weeks)


def read_follow_up(table: Table) -> FollowUp:
    """Read the plan; every fault is written down."""
    plan = FollowUp(
        invite_at_hour=table.whole("invite_at_hour"),
        day_from_hour=table.whole("day_from_hour"),
        day_to_hour=table.whole("day_to_hour"),
        reminder_days=tuple(int(day) for day in table.numbers("reminder_days")),
        person_after_days=table.whole("person_after_days"),
        baseline_weeks=table.whole("baseline_weeks"),
        messages_per_month=table.whole("messages_per_month"),
        milestones=tuple(map(_read_milestone, table.tables("milestone"))),
    )
    _check(plan, table)
    table.finish()
    return plan


def _check(plan: FollowUp, table: Table) -> None:
    promises = (
        (0 <= plan.day_from_hour <= plan.invite_at_hour < plan.day_to_hour <= HOURS, "invite_at_hour", "must lie within the day's hours"),
        (list(plan.reminder_days) == sorted(set(plan.reminder_days)), "reminder_days", "must rise"),
        (all(0 < day < plan.person_after_days for day in plan.reminder_days), "person_after_days", "must come after the last reminder"),
        (plan.messages_per_month > len(plan.reminder_days), "messages_per_month", "too few for one check-in with its reminders"),
        (any(each.kind == "baseline" for each in plan.milestones), "milestone", "there is no baseline"),
    )
    for kept, key, what in promises:
        if not kept:
            table.fault(key, what)
    for name in repeated(tuple(each.id for each in plan.milestones)):
        table.fault("milestone", f"{name} stands twice")


def _read_milestone(table: Table) -> Milestone:
    milestone = Milestone(
        id=table.text("id"),
        kind=table.choice("kind", KINDS),
        months=table.whole("months", 0),
        days=table.whole("days", 0),
        before=table.whole("before"),
        after=table.whole("after"),
        on=table.truth("on"),
        source=table.text("source"),
    )
    if min(milestone.months, milestone.days, milestone.before, milestone.after) < 0:
        table.fault("days", "no figure of a milestone may be negative")
    if milestone.months and milestone.days:
        table.fault("days", "either months or days")
    table.finish()
    return milestone
