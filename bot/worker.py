"""What happens without a delivery: sends, ended bursts, files, parked deliveries, alarms, retention, reconciliation.

Knows the rounds and their rhythm (real time); must not know what a round does. A round that fails is logged and tried again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import structlog

from bot import metrics
from bot.alarms import repeat_alarms
from bot.appointments import remind
from bot.check_ins import ask
from bot.clock import monotonic, real_now
from bot.fetcher import Fetcher
from bot.logs import code_lines
from bot.nudges import nudge
from bot.parked import retry_parked
from bot.polling import Polling, WebhookAddress
from bot.reconcile import reconcile
from bot.records_due import remind_records
from bot.retention import purge, sweep_files
from bot.sender import Sender
from bot.staff_announcements import announce
from bot.wiring import Parts

DRAIN_SECONDS: Final = 30.0
"""`--drain` waits this long for delays that are already running (contract.md 7)."""

_log = structlog.stdlib.get_logger(__name__)

Round = Callable[[], Awaitable[int]]


@dataclass(slots=True)
class Chore:
    """A round and its rhythm: again at once while it found work, else after `every` seconds."""

    name: str
    round: Round
    every: float
    next_at: float = 0.0


class Worker:
    """All rounds of a process. Build it inside the running event loop, after the channels."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.sender = Sender(parts)
        parts.on_commit(self.sender.wake)
        fetcher = Fetcher(parts)
        self._quick = [
            Chore("bursts", self._bursts, 0.2),
            Chore("files", fetcher.round, 0.5),
            Chore("parked", lambda: retry_parked(parts), 1.0),
            Chore("alarms", lambda: repeat_alarms(parts), 5.0),
            Chore("check_ins", lambda: ask(parts), 20.0),
            Chore("calls", lambda: remind(parts), 60.0),
            Chore("staff_group", lambda: announce(parts), 5.0),
        ]
        self._slow = [
            Chore("reconcile", lambda: reconcile(parts), 300.0),
            Chore("nudges", lambda: nudge(parts), 900.0),
            Chore("records", lambda: remind_records(parts), 900.0),
            Chore("retention", lambda: purge(parts), 3600.0),
            Chore("sweep", lambda: sweep_files(parts), 600.0),
            Chore("webhook", WebhookAddress(parts).round, 60.0),
        ]

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop`, then finish what is in the air."""
        tasks = [asyncio.create_task(self._repeat(chore, stop), name=chore.name) for chore in (*self._quick, *self._slow)]
        if self._parts.settings.telegram_polling:
            tasks.append(asyncio.create_task(Polling(self._parts).run(stop), name="polling"))
        tasks.append(asyncio.create_task(self._heartbeat(stop), name="heartbeat"))
        await self.sender.run(stop)
        await asyncio.gather(*tasks)

    async def drain(self) -> None:
        """Do all that is due at the current clock, wait for short delays that already run, then return."""
        for chore in self._slow:
            await self._guarded(chore)
        ends = monotonic() + DRAIN_SECONDS
        calm_since: float | None = None
        while monotonic() < ends or self.sender.busy:
            found = await self.sender.round()
            for chore in self._quick:
                found += await self._guarded(chore)
            if found or self.sender.busy or await self._soon(ends):
                calm_since = None
            elif calm_since is None:
                calm_since = monotonic()
            elif monotonic() - calm_since > self._parts.settings.burst_wait_seconds + 0.3:
                break
            await asyncio.sleep(0.02 if found else 0.1)
        await self.sender.settle()

    async def _soon(self, ends: float) -> bool:
        """Whether something is under way that will end while `drain` still waits."""
        retry = self.sender.next_retry_in()
        if retry is not None and monotonic() + retry < ends:
            return True
        live = await self._parts.read(lambda uow: uow.outbox.live_counts())
        return bool(live.get("leased") or live.get("sending"))

    async def _bursts(self) -> int:
        found = await self._parts.write(self._parts.turn.end_bursts)
        if found:
            self.sender.wake()
        return found

    async def _repeat(self, chore: Chore, stop: asyncio.Event) -> None:
        while not stop.is_set():
            found = await self._guarded(chore)
            if not found:
                await _pause(stop, chore.every)

    async def _guarded(self, chore: Chore) -> int:
        try:
            return await chore.round()
        except Exception as fault:  # noqa: BLE001 - one round's fault must not end the others
            _log.error("round_failed", kind=chore.name, error=type(fault).__name__, where=code_lines(type(fault), fault.__traceback__))
            return 0

    async def _heartbeat(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            metrics.HEARTBEAT.set(real_now().timestamp())
            await _pause(stop, 5.0)


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    """Sleep, but wake when the process is asked to end."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
