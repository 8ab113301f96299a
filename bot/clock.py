"""Business time, injected: the system's clock, or a file that a test or a demonstration moves.

Knows time only. Leases, back-off, burst waits and timeouts use `real_now` and `monotonic`, never business time.
"""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Asked at every use; answers aware UTC business time."""


class ClockError(Exception):
    """The clock file is missing or does not hold `{"now": "<ISO 8601 with zone>"}`. Names the fault, never the file's content."""


def real_now() -> datetime:
    """The machine's own time, aware UTC."""
    return datetime.now(UTC)


def monotonic() -> float:
    """Seconds that only rise, for waits and pacing."""
    return time.monotonic()


def file_clock(path: Path) -> Clock:
    """Business time read from `path` at every use. Raises `ClockError` when asked and the file cannot be read."""

    def now() -> datetime:
        return read_clock_file(path)

    return now


def read_clock_file(path: Path) -> datetime:
    """The time `{"now": …}` in `path`, aware UTC. Raises `ClockError`."""
    try:
        moment = datetime.fromisoformat(json.loads(path.read_bytes())["now"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise ClockError(f"clock file unreadable ({type(fault).__name__})") from None
    if moment.tzinfo is None:
        raise ClockError("clock file holds a time without a zone")
    return moment.astimezone(UTC)


def make_clock(setting: str) -> Clock:
    """The clock that `APP_CLOCK` names: `system` or `file:/path`."""
    return real_now if setting == "system" else file_clock(Path(setting.removeprefix("file:")))
