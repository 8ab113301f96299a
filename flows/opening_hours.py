"""The hours in which the clinic is open: how they are written, and time counted in them alone. Pure; knows weeks and zones, never a case.

Hours are those of the wall clock at the clinic, time is real time: where clocks change within opening hours, that day is an hour shorter or
longer. An hour that clocks skip begins or ends an opening at the first moment after it; of an hour told twice the first one counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

Span: TypeAlias = tuple[int, int]
"""An opening of a day: minutes after midnight, the end exclusive."""
Week: TypeAlias = tuple[tuple[Span, ...], ...]
"""Seven days from Monday on, the spans of each in order and apart; empty where the clinic keeps no hours."""

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY: Final = 24 * 60
LEAST: Final = 60
"""Minutes a week must have: with less, which is a slip of the pen, a deadline of days would lie years ahead."""
_ENTRY: Final = re.compile(r"([a-z]{3})(?:\s*-\s*([a-z]{3}))?\s+([0-9]{1,2}):([0-9]{2})\s*-\s*([0-9]{1,2}):([0-9]{2})")
_NOTHING: Final = timedelta(0)


def parse(text: str) -> Week:
    """What `mon-fri 09:00-18:00, sat 09:00-13:00` means; empty for an empty text. Raises ValueError, which never holds the text."""
    week: list[list[Span]] = [[] for _ in DAYS]
    for entry in text.lower().split(",") if text.strip() else ():
        first, last, span = _entry(entry.strip())
        for day in range(first, first + (last - first) % 7 + 1):
            week[day % 7].append(span)
    if any(before[1] > after[0] for spans in week for before, after in pairwise(sorted(spans))):
        raise ValueError("has hours that overlap on a day")
    if any(week) and sum(shuts - opens for spans in week for opens, shuts in spans) < LEAST:
        raise ValueError("must be open for an hour a week at least")
    return tuple(tuple(sorted(spans)) for spans in week) if any(week) else ()


def _entry(entry: str) -> tuple[int, int, Span]:
    found = _ENTRY.fullmatch(entry)
    if found is None or not {found[1], found[2] or found[1]} <= set(DAYS):
        raise ValueError("must be written like mon-fri 09:00-18:00, sat 09:00-13:00")
    minutes = [int(found[place]) for place in (4, 6)]
    opens, shuts = int(found[3]) * 60 + minutes[0], int(found[5]) * 60 + minutes[1]
    if max(minutes) > 59 or not opens < shuts <= DAY:
        raise ValueError("must open before it shuts, between 00:00 and 24:00; hours past midnight are two entries")
    return DAYS.index(found[1]), DAYS.index(found[2] or found[1]), (opens, shuts)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """A week at a place (`zone` an IANA name). Without a week every moment counts. All moments are aware; results are UTC."""

    week: Week = ()
    zone: str = "UTC"

    @property
    def limited(self) -> bool:
        """Whether there are moments that do not count."""
        return bool(self.week)

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much counts from `start` to `end`; nothing when `end` is not after `start`."""
        if not self.week or end <= start:
            return max(end - start, _NOTHING)
        total = _NOTHING
        for opens, shuts in self._from(start):
            if opens >= end:
                break
            total += min(shuts, end) - opens
        return total

    def later(self, start: datetime, length: timedelta) -> datetime:
        """The first moment by which `length` counts since `start`; `start` itself when nothing has to."""
        if not self.week or length <= _NOTHING:
            return start + max(length, _NOTHING)
        ahead = self._from(start)
        opens, shuts = next(ahead)
        while length > shuts - opens:
            length -= shuts - opens
            opens, shuts = next(ahead)
        return opens + length

    def alike(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Days in a row with the same hours: the first, the last (codes of `DAYS`), and their openings like `09:00-18:00`."""
        told: list[tuple[str, str, tuple[str, ...]]] = []
        for spans, days in groupby(zip(DAYS, self.week, strict=False), key=itemgetter(1)):
            names = [name for name, _ in days]
            told += [(names[0], names[-1], tuple(f"{_clock(opens)}-{_clock(shuts)}" for opens, shuts in spans))] if spans else []
        return told

    def _from(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """What is open after `start`, in order and apart, without end."""
        reached, day = start.astimezone(UTC), start.astimezone(ZoneInfo(self.zone)).date() - timedelta(days=1)
        while True:
            for opens, shuts in self.week[day.weekday()]:
                begin, end = max(self._moment(day, opens), reached), self._moment(day, shuts)
                if begin < end:
                    reached = end
                    yield begin, end
            day += timedelta(days=1)

    def _moment(self, day: date, minute: int) -> datetime:
        """A minute of a local day in real time. One that clocks skip is the first moment after the gap."""
        local = datetime.combine(day, time()) + timedelta(minutes=minute)
        zone = ZoneInfo(self.zone)
        first, second = (local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
        return first if first <= second else _after_gap(second, first, zone)


def _after_gap(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The moment between the two at which the zone's offset changes, to the minute."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(minutes=1):
        middle = before + (after - before) // 2
        before, after = (middle, after) if middle.astimezone(zone).utcoffset() == offset else (before, middle)
    return after.replace(second=0, microsecond=0)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


ALWAYS: Final = OpeningHours()
"""No hours kept: clocks always run."""
