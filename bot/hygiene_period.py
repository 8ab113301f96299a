"""How a period is asked for: days at the clinic, or moments with their zone.

Knows how dates are written and the clinic's zone; must not know what is measured.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

DAYS: Final = 30
"""The period when none is asked for: so many days, today the last of them."""
FIRST: Final = date(2000, 1, 1)
LAST: Final = date(9000, 1, 1)


class BadPeriod(ValueError):
    """What was asked for is no period. The text names the fault, never the value."""


def period(query: Mapping[str, str], now: datetime, zone: str) -> tuple[datetime, datetime]:
    """From `from` and `to`: days at the clinic (both inside), or moments with their zone (`to` outside). Raises `BadPeriod`.

    Without `to` until the end of today, without `from` the `DAYS` days before that end.
    """
    here = ZoneInfo(zone)
    until = _moment(query.get("to", ""), here, end=True) or _midnight(now.astimezone(here).date() + timedelta(days=1), here)
    since = _moment(query.get("from", ""), here, end=False) or _midnight(until.astimezone(here).date() - timedelta(days=DAYS), here)
    if since >= until:
        raise BadPeriod("`from` must be before `to`.")
    return since, until


def _moment(given: str, here: ZoneInfo, *, end: bool) -> datetime | None:
    if not given:
        return None
    try:
        if len(given) == len("2026-01-01"):
            day = date.fromisoformat(given)
            return _midnight(day + timedelta(days=1) if end else day, here)
        found = datetime.fromisoformat(given)
    except (ValueError, OverflowError):
        raise BadPeriod("`from` and `to` are days (2026-03-01) or moments with a zone (2026-03-01T00:00:00Z).") from None
    if found.tzinfo is None:
        raise BadPeriod("A moment needs its zone, such as Z.")
    _within(found.date())
    return found


def _midnight(day: date, here: ZoneInfo) -> datetime:
    _within(day)
    return datetime.combine(day, time(), here)


def _within(day: date) -> None:
    if not FIRST <= day <= LAST:
        raise BadPeriod("This day is out of reach.")
