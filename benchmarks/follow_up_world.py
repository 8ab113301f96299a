"""The world of the follow-up simulation: time that may step, a provider that may be away, workers that may die.

Knows chance and time; must not know what is judged. Leases, back-off and pacing of the product follow its time.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from unittest.mock import patch

from bot import pacing, send_marks, sender, turn
from bot.channels.base import ChannelName, NotSent, Outgoing, Sent

BEGIN: Final = datetime(2026, 1, 5, 16, 0, tzinfo=UTC)
DAYS: Final = 400
ENTERED_OVER: Final = 20
"""Days over which treatments are entered, so that a year of check-ins fits into the span."""
ZONES: Final = ("America/Tijuana", "America/Chicago", "Europe/Madrid", "America/Sao_Paulo", "America/Mexico_City")
OUTAGES: Final = ((30.0, 30.3), (44.0, 47.0), (120.0, 122.0), (190.0, 191.0), (370.0, 372.0))
"""Spans in days in which the provider takes nothing."""
AWAY: Final = ((80.0, 81.0), (250.0, 255.0))
"""Spans in days in which no worker runs at all."""
STEP: Final = timedelta(minutes=20)
PER_PATIENT: Final = 7


class Killed(BaseException):
    """A worker died."""


class FlakyChannel:
    """A provider in this process: takes a text unless it is away, or now and then fails before a byte has left."""

    name: ChannelName = "simulator"
    window_hours: int | None = None

    def __init__(self, world: "World") -> None:
        self._world = world
        self.taken: list[tuple[datetime, str, str]] = []

    async def send(self, outgoing: Outgoing) -> Sent:
        """Take it. Raises `NotSent`."""
        if self._world.within(OUTAGES) or self._world.random.random() < 0.02:
            raise NotSent("outage")
        self.taken.append((self._world.business, outgoing.key, outgoing.send_id))
        return Sent(f"p{len(self.taken)}")

    async def fetch(self, locator: str, *, limit: int) -> bytes:  # noqa: ARG002 - part of the contract; nothing is fetched here
        """Nothing."""
        return b""

    def has_template(self, key: str, language: str) -> bool:  # noqa: ARG002 - part of the contract; no template is needed
        """True."""
        return True

    async def close(self) -> None:
        """Nothing to give back."""


@dataclass
class World:
    """Time and chance. `real` only goes on; `business` may be some steps away from it."""

    random: random.Random
    real: datetime = BEGIN
    offset: timedelta = timedelta(0)
    kills: int = 0
    steps: int = 0

    @property
    def business(self) -> datetime:
        """Business time."""
        return self.real + self.offset

    def clock(self) -> datetime:
        """The same, as the product asks for it."""
        return self.business

    def within(self, spans: tuple[tuple[float, float], ...]) -> bool:
        """Whether now lies in one of these spans."""
        day = (self.real - BEGIN) / timedelta(days=1)
        return any(start <= day < end for start, end in spans)

    def maybe_step(self) -> None:
        """Now and then the clock steps an hour ahead, or back, and later returns."""
        if self.random.random() < 0.01:
            self.offset = self.random.choice((timedelta(hours=-1), timedelta(0), timedelta(hours=1)))
            self.steps += 1


@contextmanager
def simulated(world: World) -> Iterator[None]:
    """Leases, back-off and pacing follow this world's time while it lasts."""

    def seconds() -> float:
        return (world.real - BEGIN).total_seconds()

    def now() -> datetime:
        return world.real

    with (
        patch.object(sender, "real_now", now),
        patch.object(send_marks, "real_now", now),
        patch.object(turn, "real_now", now),
        patch.object(sender, "monotonic", seconds),
        patch.object(pacing, "monotonic", seconds),
    ):
        yield
