"""Times as staff read them at a glance: how long, how soon, how late; the exact time stands beside it.

Knows words of time; must not know cases.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.console import wording
from bot.console.wording import Language
from flows.opening_hours import ALWAYS, DAYS, OpeningHours
from storage.clocks import ClockState, state_at

_MINUTE: Final = timedelta(minutes=1)
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline in words: `state` is a clock's, `exact` the moment with its zone, empty where there is none.

    `limited`: the words count opening hours only, so `by` says the day and the time they mean.
    """

    state: ClockState | str
    words: str
    exact: str = ""
    limited: bool = False
    by: str = ""


def span(length: timedelta, language: Language, *, days: bool = True) -> str:
    """A length of time in its largest unit: `40 min`, `1 h 39 min`, `2 d`. Without `days`, hours at most, as of opening hours."""
    if length < _MINUTE:
        return wording.said("time-moment", language)
    if _HOUR < length < 2 * _HOUR and (minutes := int((length - _HOUR) / _MINUTE)):
        return wording.said("time-h-min", language, n=minutes)
    unit, name = (_DAY, "d") if days and length >= 2 * _DAY else (_HOUR, "h") if length >= _HOUR else (_MINUTE, "min")
    return wording.said(f"time-{name}", language, n=int(length / unit))


def ago(at: datetime, now: datetime, language: Language) -> str:
    """How long ago: `3 h ago`."""
    return wording.said("time-ago", language, span=span(now - at, language))


def exact(at: datetime, language: Language, zone: str) -> str:
    """A moment with its zone, for a title."""
    return f"{wording.moment(at, language, zone)} {at.astimezone(ZoneInfo(zone)):%Z} ({zone})"


def by(at: datetime, language: Language, zone: str) -> str:
    """A moment to come with its day of the week, for a line: `by Tue 3 Mar, 14:05`."""
    local = at.astimezone(ZoneInfo(zone))
    day_of_week = wording.said(f"weekday-{DAYS[local.weekday()]}", language)
    told = f"{day_of_week} {local.day} {wording.said(f'month-{local.month}', language)}, {local:%H:%M}"
    return wording.said("due-by", language, at=told)


def left(due_at: datetime, now: datetime, language: Language, hours: OpeningHours) -> str:
    """How much time is left, of opening hours where the clock counts no others."""
    return span(hours.between(now, due_at), language, days=not hours.limited)


def deadline(
    due_at: datetime | None, now: datetime, since: datetime, *, paused: bool, language: Language, zone: str, hours: OpeningHours = ALWAYS
) -> Deadline:
    """A case's next deadline as a word, not a colour alone. What is left counts in `hours`; who waits too long waits by night too."""
    if paused:
        return Deadline("paused", wording.said("due-paused", language))
    if due_at is None:
        return Deadline("none", wording.said("due-none", language))
    state = state_at(due_at, now, since, hours)
    if state == "breached":
        return Deadline(state, wording.said("due-late", language, span=span(now - due_at, language)), exact(due_at, language, zone))
    words = wording.said("due-in", language, span=left(due_at, now, language, hours))
    told = by(due_at, language, zone) if hours.limited else ""
    return Deadline(state, words, exact(due_at, language, zone), hours.limited, told)


def week(hours: OpeningHours, language: Language) -> str:
    """The opening hours in words: `Mon–Fri 09:00–18:00, Sat 09:00–13:00`; empty where none are kept."""
    told = []
    for first, last, openings in hours.alike():
        days = [wording.said(f"weekday-{day}", language) for day in dict.fromkeys((first, last))]
        told.append(f"{'–'.join(days)} {' / '.join(each.replace('-', '–') for each in openings)}")
    return ", ".join(told)


def end_of_day(now: datetime, zone: str) -> datetime:
    """The next midnight at the clinic."""
    local = now.astimezone(ZoneInfo(zone))
    return (local + _DAY).replace(hour=0, minute=0, second=0, microsecond=0)


def end_of(on: date, zone: str) -> datetime:
    """The last minute of a calendar day at the clinic."""
    return datetime.combine(on, time(23, 59), ZoneInfo(zone))


def day(at: datetime, zone: str) -> date:
    """The calendar day at the clinic."""
    return at.astimezone(ZoneInfo(zone)).date()
