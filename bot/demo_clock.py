"""The demo's business time: the machine's own time and a shift that buttons on the demo's page enlarge. Development only.

Knows one small file in the data directory, so that a restart goes on where the demo stood; must not know who asks for the time.
Business time only: sessions, leases, back-off and waits keep the machine's time.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo

from bot.clock import real_now
from flows.schedule import add_months

KEPT: Final = "demo-clock.json"
"""Where the shift is kept, in whole seconds."""

OPENING: Final = time(10, 30)
"""The clinic's local time at which a new demo begins: by night nothing proactive would leave, and a newcomer would see nothing."""

Step: TypeAlias = Literal["hour", "day", "month"]
STEPS: Final[tuple[Step, ...]] = get_args(Step)


class DemoClock:
    """A `Clock` that only ever moves forward. `zone` is the clinic's IANA name: days and months are those of its calendar."""

    def __init__(self, path: Path, zone: str, now: Callable[[], datetime] = real_now) -> None:
        self._path, self._zone, self._now = path, ZoneInfo(zone), now
        self._shift = _read(path)

    def __call__(self) -> datetime:
        """Business time, aware UTC."""
        return self._now() + self._shift

    @property
    def local(self) -> datetime:
        """Business time on the clinic's wall."""
        return self().astimezone(self._zone)

    def begin(self) -> None:
        """Set a demo that nobody has used yet to `OPENING` of the clinic's present day."""
        today = self._now().astimezone(self._zone).date()
        self._keep(datetime.combine(today, OPENING, self._zone).astimezone(UTC) - self._now())

    def move(self, step: Step) -> datetime:
        """One hour, or the same wall-clock time on the next day or in the next month; the new business time."""
        local = self.local
        if step == "hour":
            later = self() + timedelta(hours=1)
        else:
            day = local.date() + timedelta(days=1) if step == "day" else add_months(local.date(), 1)
            later = datetime.combine(day, local.time(), self._zone).astimezone(UTC)
        self._keep(self._shift + (later - self()))
        return later

    def _keep(self, shift: timedelta) -> None:
        self._shift = timedelta(seconds=round(shift.total_seconds()))
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps({"shift_seconds": int(self._shift.total_seconds())}), "utf-8")
        fresh.replace(self._path)


def _read(path: Path) -> timedelta:
    """The kept shift; none where the file is missing. A file that holds anything else raises ValueError, KeyError or TypeError."""
    return timedelta(seconds=int(json.loads(path.read_text("utf-8"))["shift_seconds"])) if path.exists() else timedelta()
