"""Opening hours: how they are written, and time counted in them, whatever the clocks of the clinic do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.opening_hours import ALWAYS, OpeningHours, parse

HOUR = timedelta(hours=1)
WEEK = "mon-fri 09:00-18:00, sat 09:00-13:00"
ZONES = (
    *("America/Mexico_City", "America/Tijuana", "Europe/Madrid", "America/Sao_Paulo"),
    *("America/Havana", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo"),
)
WEEKS = (WEEK, "mon-sun 00:00-24:00", "sat-sun 01:30-02:30, sun 03:00-05:00", "fri-mon 00:00-00:30, fri-mon 22:00-24:00", "wed 12:00-13:00")
HOURS = st.builds(OpeningHours, st.sampled_from(WEEKS).map(parse), st.sampled_from(ZONES))
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001 - made aware here
LENGTHS = st.timedeltas(timedelta(0), timedelta(days=4))


def clinic(text: str = WEEK, zone: str = "America/Mexico_City") -> OpeningHours:
    """Opening hours as the settings make them."""
    return OpeningHours(parse(text), zone)


def local(text: str, zone: str = "America/Mexico_City") -> datetime:
    """A moment by the clock at a place."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("", []),
        ("  ", []),
        (WEEK, [("mon", "fri", ("09:00-18:00",)), ("sat", "sat", ("09:00-13:00",))]),
        ("MON-FRI 9:00 - 18:00", [("mon", "fri", ("09:00-18:00",))]),
        ("mon-tue 16:00-20:00,mon-tue 09:00-14:00", [("mon", "tue", ("09:00-14:00", "16:00-20:00"))]),
        ("sat-mon 10:00-24:00", [("mon", "mon", ("10:00-24:00",)), ("sat", "sun", ("10:00-24:00",))]),
    ],
)
def test_hours_are_written_as_on_a_door(text: str, alike: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """Days in a row, several openings a day, over the end of a week; nothing means no hours are kept."""
    assert clinic(text).alike() == alike
    assert clinic(text).limited == bool(alike)


@pytest.mark.parametrize(
    "text",
    [
        *("9-18", "mon", "mon 09:00", "lun 09:00-18:00", "mon-fri 09:00-18:00;sat 09:00-13:00", "mon 09:00-18:00,", ", ,"),
        *("mon 09:00-18:00 sat", "mon 18:00-09:00", "mon 09:00-09:00", "mon 09:60-18:00", "mon 09:00-24:01", "mon 09:00-25:00"),
        *("mon 22:00-06:00", "mon 1:00-2:0", "wed 12:00-12:59", "Mon–Fri 09:00-18:00"),
        *("mon 09:00-14:00, mon 13:59-18:00", "mon-fri 09:00-18:00, wed 12:00-13:00", "mon-fri 09:00-18:00, mon-fri 09:00-18:00"),
    ],
)
def test_hours_that_mean_nothing_or_two_things_are_refused(text: str) -> None:
    """With what is wrong."""
    with pytest.raises(ValueError, match=r"^(must|has) "):
        parse(text)


@pytest.mark.parametrize(
    ("start", "hours", "reached"),
    [
        ("2026-03-04T10:00", 4, "2026-03-04T14:00"),
        ("2026-03-04T10:00", 8, "2026-03-04T18:00"),
        ("2026-03-04T10:00", 9, "2026-03-05T10:00"),
        ("2026-03-06T17:30", 1, "2026-03-07T09:30"),
        ("2026-03-07T12:00", 2, "2026-03-09T10:00"),
        ("2026-03-07T20:00", 0, "2026-03-07T20:00"),
        ("2026-03-08T03:00", 24, "2026-03-11T15:00"),
        ("2026-03-02T00:00", 49, "2026-03-07T13:00"),
    ],
)
def test_time_passes_while_the_clinic_is_open(start: str, hours: float, reached: str) -> None:
    """Not by night, not from Saturday noon on, and the closing hour still belongs to the day."""
    at = local(start)
    assert clinic().later(at, hours * HOUR) == local(reached)
    assert clinic().between(at, local(reached)) == hours * HOUR


def test_without_hours_every_moment_counts() -> None:
    """As before the option."""
    at = local("2026-03-07T20:00")
    assert not ALWAYS.limited
    assert ALWAYS.later(at, 24 * HOUR) - at == ALWAYS.between(at, at + 24 * HOUR) == 24 * HOUR
    assert ALWAYS.between(at, at - HOUR) == timedelta(0)


@pytest.mark.parametrize(
    ("zone", "day", "opening", "hours"),
    [
        ("America/Tijuana", date(2026, 3, 8), "00:00-24:00", 23),
        ("America/Tijuana", date(2026, 11, 1), "00:00-24:00", 25),
        ("America/Tijuana", date(2026, 3, 8), "01:00-02:30", 1),
        ("America/Tijuana", date(2026, 3, 8), "02:00-03:00", 0),
        ("America/Tijuana", date(2026, 3, 8), "02:30-04:00", 1),
        ("America/Tijuana", date(2026, 11, 1), "01:30-03:00", 2.5),
        ("Europe/Madrid", date(2026, 3, 29), "09:00-18:00", 9),
        ("Europe/Madrid", date(2026, 10, 25), "09:00-18:00", 9),
        ("America/Havana", date(2026, 3, 8), "00:00-02:00", 1),
        ("Australia/Lord_Howe", date(2026, 10, 4), "01:00-03:00", 1.5),
        ("America/Mexico_City", date(2026, 4, 5), "00:00-24:00", 24),
    ],
)
def test_the_days_on_which_clocks_change(zone: str, day: date, opening: str, hours: float) -> None:
    """An hour that is skipped is no opening, one that comes twice is open once more within an opening; nine to six stays nine hours."""
    noon = datetime.combine(day, datetime.min.time(), ZoneInfo(zone)) + timedelta(hours=12)
    kept = clinic(f"{('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')[day.weekday()]} {opening}", zone)
    assert kept.between(noon - timedelta(days=2), noon + timedelta(days=2)) == hours * HOUR


@given(hours=HOURS, start=MOMENTS, length=LENGTHS)
def test_what_has_passed_by_a_deadline_is_its_length(hours: OpeningHours, start: datetime, length: timedelta) -> None:
    """Exactly, over every change of clocks; and a deadline is a moment at which the clinic is, or just was, open."""
    due = hours.later(start, length)
    assert hours.between(start, due) == length
    if length:
        assert hours.between(due - timedelta(seconds=1), due) > timedelta(0)


@given(hours=HOURS, moments=st.tuples(MOMENTS, MOMENTS, MOMENTS).map(sorted))
def test_time_adds_up(hours: OpeningHours, moments: list[datetime]) -> None:
    """A stretch counts as much as its parts, never more than the wall clock, and never backwards."""
    first, middle, last = moments
    assert hours.between(first, last) == hours.between(first, middle) + hours.between(middle, last) <= last - first
    assert hours.between(last, first) == timedelta(0)


@given(hours=HOURS, start=MOMENTS, length=LENGTHS, paused=LENGTHS, stood=LENGTHS)
def test_a_pause_takes_nothing_and_gives_nothing(
    hours: OpeningHours, start: datetime, length: timedelta, paused: timedelta, stood: timedelta
) -> None:
    """What was left when it began is left when it ends, whatever hour either is."""
    due = hours.later(start, length)
    begins = start + paused
    left = hours.between(begins, due)
    assert hours.between(begins + stood, hours.later(begins + stood, left)) == left


@given(zone=st.sampled_from(ZONES), day=st.dates(date(2024, 1, 1), date(2032, 12, 31)))
def test_nine_to_six_is_nine_hours_on_every_day(zone: str, day: date) -> None:
    """It opens at nine by the clock on the wall, in summer and winter."""
    kept = clinic("mon-sun 09:00-18:00", zone)
    midnight = datetime.combine(day, datetime.min.time(), ZoneInfo(zone))
    assert kept.later(midnight, HOUR).astimezone(ZoneInfo(zone)).time() == datetime(2024, 1, 1, 10, tzinfo=UTC).time()
    assert kept.between(midnight, datetime.combine(day + timedelta(days=1), datetime.min.time(), ZoneInfo(zone))) == 9 * HOUR
