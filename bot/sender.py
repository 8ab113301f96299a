"""The one way out: claims due rows, checks the exact text once more, hands it to its channel outside any transaction, marks the end.

Knows order, pacing and what each `SendError` means; must not know any provider. One conversation's texts leave in order, because a row
is only claimed when all earlier ones are final; emergencies are claimed first and wait for no pace.
"""

import asyncio
import random
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Final

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.channels.base import (
    Channel,
    ChannelDown,
    ContentRefused,
    NotSent,
    Outgoing,
    Paced,
    RecipientGone,
    SendError,
    SendUnknown,
    Sent,
    WindowClosed,
)
from bot.clock import monotonic, real_now
from bot.enclosures import enclosed
from bot.logs import code_lines
from bot.pacing import LIMITS, Pace
from bot.send_checks import Go, Stop, decide, outgoing, overspent, unwanted
from bot.send_marks import Marks
from bot.uncertain import Uncertain
from bot.wiring import Parts
from storage.outbox import Claim

LEASE: Final = timedelta(seconds=30)
"""Real time a claimed row is kept from others; a killed worker's rows come back after it (reliability.md P8: at most 35 s)."""

IN_FLIGHT: Final = 32
CLAIM_MOST: Final = 16
SHORT_WAIT: Final = 2.0
"""Seconds a claimed text waits for its pace in hand; for a longer wait it goes back."""

DOWN_SECONDS: Final = 60.0
"""How long a channel with bad credentials is left alone before the next try."""

INTERNAL_SECONDS: Final = 30.0
"""Before the next try after a fault of our own, in the guard for one."""

YOUNG: Final = timedelta(minutes=10)

_log = structlog.stdlib.get_logger(__name__)


class Sender:
    """Sends what is due. One per process; `wake()` may be called from any thread."""

    def __init__(self, parts: Parts, *, paces: Mapping[str, Pace] | None = None, jitter: Callable[[], float] = random.random) -> None:
        self._parts, self._marks = parts, Marks(parts)
        self._uncertain = Uncertain(parts, self._marks)
        self._paces = dict(paces) if paces is not None else {name: Pace(limits) for name, limits in LIMITS.items()}
        self._jitter = jitter
        self._tasks: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._retries: OrderedDict[str, float] = OrderedDict()

    def wake(self) -> None:
        """There may be something to send."""
        self._loop.call_soon_threadsafe(self._woken.set)

    async def run(self, stop: asyncio.Event, *, idle_seconds: float = 0.2) -> None:
        """Send until `stop`; then finish what is in the air."""
        while not stop.is_set():
            self._woken.clear()
            try:
                taken = await self.round()
            except Exception as fault:  # noqa: BLE001 - a database that is away must not end the sender
                _log.error("send_round_failed", error=type(fault).__name__, where=code_lines(type(fault), fault.__traceback__))
                taken = 0
                await asyncio.sleep(1)
            if not taken or len(self._tasks) >= IN_FLIGHT:
                await _first(self._woken.wait(), stop.wait(), timeout=idle_seconds)
        await self.settle()

    async def round(self) -> int:
        """Claim what is due and begin to send it; how many rows were claimed."""
        room = min(CLAIM_MOST, IN_FLIGHT - len(self._tasks))
        if room <= 0:
            return 0
        now, limit = self._parts.clock(), room
        claims = await self._parts.write(lambda uow: uow.outbox.claim_due(now, real_now(), limit, LEASE))
        for claim in claims:
            task = asyncio.create_task(self._one(claim), name=f"send {claim.send_id}")
            self._tasks.add(task)
            task.add_done_callback(self._done)
        return len(claims)

    async def settle(self) -> None:
        """Wait for everything in the air."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    @property
    def busy(self) -> bool:
        """Whether something is in the air."""
        return bool(self._tasks)

    def next_retry_in(self) -> float | None:
        """Seconds until the next retry that this process planned; None without one."""
        return max(0.0, min(self._retries.values()) - monotonic()) if self._retries else None

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        self._woken.set()
        if not task.cancelled() and (fault := task.exception()) is not None:
            _log.error("send_failed_inside", error=type(fault).__name__, where=code_lines(type(fault), fault.__traceback__))

    async def _one(self, claim: Claim) -> None:
        try:
            await self._consider(claim)
        except SQLAlchemyError:
            raise
        except Exception as fault:  # noqa: BLE001 - a text that cannot even be judged does not leave, and blocks nobody else
            _log.error(
                "send_not_considered", send_id=claim.send_id, error=type(fault).__name__, where=code_lines(type(fault), fault.__traceback__)
            )
            await self._again_or_never(claim, "internal", INTERNAL_SECONDS)

    async def _consider(self, claim: Claim) -> None:
        channel = self._parts.channels.get(claim.recipient.channel)
        self._retries.pop(claim.send_id, None)
        if channel is None:
            await self._later(claim, "channel_off", DOWN_SECONDS)
            return
        if claim.uncertain and await self._uncertain.settled(claim, channel):
            return
        verdict = decide(claim, claim.recipient, channel, self._parts.clock())
        if isinstance(verdict, Stop):
            await self._stop(claim, verdict)
        elif await self._paced(claim):
            await self._attempt(claim, channel, verdict)

    async def _stop(self, claim: Claim, stop: Stop) -> None:
        if stop.reason.startswith("guard:"):
            metrics.GATE_BLOCKED.labels(stop.reason.removeprefix("guard:")).inc()
            _log.error("guard_blocked_send", send_id=claim.send_id, message_key=claim.message_key, rule=stop.reason)
        self._count(claim, stop.state)
        await self._marks.stopped(claim, stop)

    async def _paced(self, claim: Claim) -> bool:
        """Whether it may leave now; a short wait is sat out, for a long one the row goes back. Emergencies never wait."""
        pace, address = self._paces[claim.recipient.channel], claim.recipient.value
        wait = pace.wait(address)
        if claim.purpose != "emergency":
            if wait > SHORT_WAIT:
                await self._later(claim, "paced", wait)
                return False
            while wait > 0:
                await asyncio.sleep(wait)
                wait = pace.wait(address)
        pace.took(address)
        return True

    async def _attempt(self, claim: Claim, channel: Channel, go: Go) -> None:
        """One call, recorded before it is made; the recipient is looked at once more in that same transaction."""
        attempt = await self._parts.write(lambda uow: uow.outbox.start_attempt(claim, real_now()))
        if attempt is None:
            return
        refusal = unwanted(claim, attempt.recipient) or overspent(claim, attempt)
        if refusal is not None:
            await self._stop(claim, refusal)
            return
        text = await enclosed(self._parts, outgoing(claim, attempt.recipient, template=go.template), claim)
        try:
            sent = await channel.send(text)
        except SendError as error:
            await self._not_accepted(claim, channel, text, error, attempt.number)
        except Exception as fault:  # noqa: BLE001 - a channel that raises anything else has told us nothing about the outcome
            _log.error(
                "channel_raised", channel=channel.name, error=type(fault).__name__, where=code_lines(type(fault), fault.__traceback__)
            )
            await self._not_accepted(claim, channel, text, SendUnknown("internal"), attempt.number)
        else:
            await self._accepted(claim, sent)

    async def _accepted(self, claim: Claim, sent: Sent) -> None:
        self._count(claim, "accepted")
        self._uncertain.forget(claim.send_id)
        if not sent.provider_ref:
            _log.error("accepted_without_reference", send_id=claim.send_id, channel=claim.recipient.channel)
        if not await self._marks.accepted(claim, sent.provider_ref):
            _log.info("accepted_already", send_id=claim.send_id, channel=claim.recipient.channel)

    async def _not_accepted(self, claim: Claim, channel: Channel, text: Outgoing, error: SendError, number: int) -> None:
        self._count(claim, type(error).__name__)
        log = _log.error if error.alarm else _log.info
        log("send_not_accepted", send_id=claim.send_id, channel=channel.name, outcome=type(error).__name__, error_code=error.code)
        await self._REACTIONS[_kind(error)](self, claim, channel, text, error, number)

    async def _on_not_sent(self, claim: Claim, _channel: Channel, _text: Outgoing, error: SendError, number: int) -> None:
        await self._again_or_never(claim, error.code, error.retry_after or self._back_off(claim, number))

    async def _again_or_never(self, claim: Claim, code: str, seconds: float) -> None:
        """Once more after `seconds`, until the text's window has ended: then a person is told."""
        ends = claim.window_ends_at
        if ends is not None and self._parts.clock() > ends:
            await self._marks.failed(claim, code)
        else:
            await self._later(claim, code, seconds)

    async def _on_unknown(self, claim: Claim, channel: Channel, _text: Outgoing, error: SendError, _number: int) -> None:
        await self._uncertain.began(claim, channel, error.code)

    async def _on_paced(self, claim: Claim, channel: Channel, _text: Outgoing, error: SendError, _number: int) -> None:
        wait = (error.retry_after or 30.0) + self._jitter()
        self._paces[channel.name].close(wait)
        await self._later(claim, error.code, wait)

    async def _on_window_closed(self, claim: Claim, channel: Channel, text: Outgoing, error: SendError, _number: int) -> None:
        if not text.template and channel.has_template(claim.message_key, claim.language):
            await self._attempt(claim, channel, Go(template=True))
            return
        await self._stop(claim, Stop("parked", f"window_closed:{error.code}", "send_parked"))

    async def _on_gone(self, claim: Claim, _channel: Channel, _text: Outgoing, error: SendError, _number: int) -> None:
        await self._marks.gone(claim, error.code)

    async def _on_refused(self, claim: Claim, _channel: Channel, _text: Outgoing, error: SendError, _number: int) -> None:
        await self._marks.failed(claim, error.code)

    async def _on_down(self, claim: Claim, channel: Channel, _text: Outgoing, error: SendError, _number: int) -> None:
        self._paces[channel.name].close(DOWN_SECONDS)
        await self._later(claim, error.code, DOWN_SECONDS)

    async def _later(self, claim: Claim, code: str, seconds: float) -> None:
        self._retries[claim.send_id] = monotonic() + seconds
        if len(self._retries) > 10_000:
            self._retries.popitem(last=False)
        await self._marks.again(claim, code, seconds)

    def _back_off(self, claim: Claim, number: int) -> float:
        """Seconds: doubling from one, at most 10 while the text is young and 60 later, less a random share of up to half."""
        young = self._parts.clock() - claim.due_at < YOUNG
        return min(2.0 ** min(number - 1, 10), 10.0 if young else 60.0) * (1 - self._jitter() / 2)

    def _count(self, claim: Claim, outcome: str) -> None:
        metrics.SENDS.labels(claim.recipient.channel, claim.purpose, outcome).inc()

    _REACTIONS: Final[Mapping[type[SendError], Callable[["Sender", Claim, Channel, Outgoing, SendError, int], Awaitable[None]]]] = {
        NotSent: _on_not_sent,
        SendUnknown: _on_unknown,
        Paced: _on_paced,
        WindowClosed: _on_window_closed,
        RecipientGone: _on_gone,
        ContentRefused: _on_refused,
        ChannelDown: _on_down,
    }


def _kind(error: SendError) -> type[SendError]:
    """The class of the table in `channels/base.py` that an error belongs to; one that belongs to none tells nothing."""
    return next((kind for kind in type(error).__mro__ if kind in Sender._REACTIONS), SendUnknown)  # noqa: SLF001 - the class's own table


async def _first(*waits: Awaitable[object], timeout: float) -> None:  # noqa: ASYNC109 - asyncio.wait takes it
    """Until one is done, or `timeout` seconds have passed."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    try:
        await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
