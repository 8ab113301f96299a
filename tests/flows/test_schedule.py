"""When check-ins fall due: months as people count them, by the clock where the person is, whatever the clocks there do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.protocol import load
from flows.schedule import add_months, baseline_slot, days_later, slots, waking

ZONES = (
    *("America/Tijuana", "America/Chicago", "Europe/Madrid", "America/Sao_Paulo", "America/Mexico_City"),
    *("Pacific/Apia", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Havana"),
)
DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2032, 12, 31))
PLAN = load().follow_up


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 1, date(2028, 3, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 5, 4), 0, date(2026, 5, 4)),
    ],
)
def test_months_are_counted_as_people_do(day: date, months: int, wanted: date) -> None:
    """The same day, or the last of a shorter month; never a day of the month after."""
    assert add_months(day, months) == wanted


@given(day=DAYS, months=st.integers(0, 24))
def test_a_month_later_never_skips_a_month(day: date, months: int) -> None:
    """The month is exactly so many later, the day never a later one."""
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


@given(day=DAYS, zone=st.sampled_from(ZONES))
def test_every_check_in_is_due_at_ten_by_the_persons_clock(day: date, zone: str) -> None:
    """Also on the days on which clocks change, in both hemispheres."""
    for slot in slots(day, zone):
        local = slot.due_at.astimezone(ZoneInfo(zone))
        assert (local.hour, local.minute) == (PLAN.invite_at_hour, 0)
        assert local.date() == add_months(day, PLAN.milestone(slot.milestone).months) + timedelta(days=PLAN.milestone(slot.milestone).days)


@given(day=DAYS, zone=st.sampled_from(ZONES))
def test_a_window_holds_its_due_time_and_whole_local_days(day: date, zone: str) -> None:
    """From the beginning of its first day to the end of its last, where the person is."""
    for slot in slots(day, zone):
        milestone = PLAN.milestone(slot.milestone)
        assert slot.opens_at < slot.due_at < slot.window_ends_at
        last = (slot.window_ends_at - timedelta(minutes=1)).astimezone(ZoneInfo(zone)).date()
        due = slot.due_at.astimezone(ZoneInfo(zone)).date()
        assert last == due + timedelta(days=milestone.after)
        assert slot.opens_at.astimezone(ZoneInfo(zone)).date() == due - timedelta(days=milestone.before)


@given(day=DAYS, zone=st.sampled_from(ZONES))
def test_check_ins_come_in_order_and_once(day: date, zone: str) -> None:
    """Six after every treatment, none twice, none before the treatment."""
    planned = slots(day, zone)
    assert [slot.milestone for slot in planned] == ["2d", "14d", "1m", "3m", "6m", "12m"]
    assert [slot.due_at for slot in planned] == sorted(slot.due_at for slot in planned)


@given(at=st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)), zone=st.sampled_from(ZONES))  # noqa: DTZ001 - made aware below
def test_nobody_is_written_to_by_night(at: datetime, zone: str) -> None:
    """The moment found is the same or later, by day where the person is, and less than a day away."""
    moment = at.replace(tzinfo=UTC)
    awake = waking(moment, zone)
    assert PLAN.day_from_hour <= awake.astimezone(ZoneInfo(zone)).hour < PLAN.day_to_hour
    assert timedelta(0) <= awake - moment < timedelta(days=1)
    assert waking(awake, zone) == awake


@given(day=DAYS, zone=st.sampled_from(ZONES), days=st.integers(1, 30))
def test_reminders_come_on_whole_days(day: date, zone: str, days: int) -> None:
    """So many calendar days after the invitation, at the invitation's hour, though a day may have 23 or 25 hours."""
    first = slots(day, zone)[0].due_at
    later = days_later(first, days, zone).astimezone(ZoneInfo(zone))
    assert later.date() - first.astimezone(ZoneInfo(zone)).date() == timedelta(days=days)
    assert later.hour == PLAN.invite_at_hour


@pytest.mark.parametrize(
    ("zone", "wanted"),
    [
        ("America/Tijuana", "2026-03-08T17:00"),
        ("America/Chicago", "2026-03-08T15:00"),
        ("Europe/Madrid", "2026-03-08T09:00"),
        ("America/Sao_Paulo", "2026-03-08T13:00"),
        ("America/Mexico_City", "2026-03-08T16:00"),
    ],
)
def test_the_day_on_which_clocks_go_forward(zone: str, wanted: str) -> None:
    """A month after 8 February 2026: the United States and Tijuana change their clocks that very morning, the others do not."""
    due = next(slot.due_at for slot in slots(date(2026, 2, 8), zone) if slot.milestone == "1m")
    assert due.strftime("%Y-%m-%dT%H:%M") == wanted


def test_windows_and_days_are_those_of_the_clinical_facts() -> None:
    """1 m within 7 days, 3 m within 14, 6 m within 21, 12 m within 30; reminders on days 3 and 7."""
    told = {each.id: (each.months, each.before, each.after) for each in PLAN.milestones if each.months}
    assert told == {"1m": (1, 7, 7), "3m": (3, 14, 14), "6m": (6, 21, 21), "12m": (12, 30, 30)}
    assert (PLAN.reminder_days, PLAN.baseline_weeks) == ((3, 7), 6)


def test_a_baseline_is_asked_from_its_day_on_and_a_second_one_has_its_own_place() -> None:
    """So that the first one stays as it was."""
    first, again = baseline_slot(date(2026, 3, 2), "UTC"), baseline_slot(date(2026, 5, 2), "UTC", again=True)
    assert first is not None
    assert again is not None
    assert (first.milestone, again.milestone) == ("baseline", "baseline_again")
