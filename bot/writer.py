"""The one thread of a process that writes: takes everything that waits, handles it in order in one transaction, then answers.

Knows queues, batches and futures; must not know tables or what a turn does. A batch that fails is repeated one by one; a delivery that
fails alone is parked and acknowledged; if even that cannot commit, the caller's future raises and the web answers 503.
"""

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Final, Generic, Protocol, TypeAlias, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError, OperationalError

from bot import metrics
from bot.channels.base import Update
from bot.clock import monotonic
from bot.logs import code_lines
from bot.turn import Answered, Delivery
from bot.update_codec import RawBody
from storage.conversations import StaleConversation
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")

BATCH_LIMIT: Final = 64
"""Items that share a commit at most; performance.md: 32 to 64 is where sharing stops paying."""

LONG: Final = 2.0
"""Seconds after which a failed batch is not tried again: a database that let it wait so long is locked or away, and each further try
would wait as long. The deliveries come again."""

_log = structlog.stdlib.get_logger(__name__)


class WriterStopped(Exception):
    """The process is ending and takes no more work; the provider will deliver again."""


@dataclass(frozen=True, slots=True)
class Act(Generic[T]):
    """Work that is no delivery: a step of the sender, of staff, of a timer.

    It may run twice (after a failed batch), so it must only read and write through the unit of work.
    """

    run: Callable[[UnitOfWork], T]


Work: TypeAlias = "Delivery | RawBody | Act[Any]"


class Turns(Protocol):
    """What handles deliveries inside a transaction."""

    def take(self, uow: UnitOfWork, deliveries: Sequence[Delivery]) -> list[Answered]:
        """Handle deliveries in order; one answer each."""
        ...

    def park(self, uow: UnitOfWork, what: Delivery | RawBody, error: str) -> Answered:
        """Set aside what could not be handled. `error` is code lines, never values."""
        ...


@dataclass(slots=True)
class _Waiting:
    work: Work
    future: "Future[Any]" = field(default_factory=Future)


class Writer:
    """Thread-safe: any thread or event loop submits; one thread handles and commits."""

    def __init__(
        self, begin: Callable[[], AbstractContextManager[UnitOfWork]], turns: Turns, after_commit: Callable[[], None] = lambda: None
    ) -> None:
        """`begin` opens a unit of work that may commit; `after_commit` is called, in its thread, after deliveries were committed."""
        self._begin, self._turns, self._after_commit = begin, turns, after_commit
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._door = threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether the thread works and takes more."""
        return self._thread.is_alive() and not self._closed

    def submit(self, update: Update, *, late: bool = False) -> "Future[Answered]":
        """Queue one delivery. The future resolves after its commit, or raises when nothing of it could be committed."""
        return self._put(Delivery(update, late))

    def submit_unreadable(self, raw: RawBody) -> "Future[Answered]":
        """Queue a body that its channel could not read; it is parked."""
        return self._put(raw)

    def call(self, run: Callable[[UnitOfWork], T]) -> "Future[T]":
        """Queue other work; its exception goes to the future, its result comes after the commit."""
        return self._put(Act(run))

    def stop(self, timeout: float) -> bool:
        """Take no more, finish what waits, end the thread within `timeout` seconds. Whether it ended."""
        with self._door:
            already, self._closed = self._closed, True
            if not already:
                self._queue.put(None)
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _put(self, work: Work) -> "Future[Any]":
        waiting = _Waiting(work)
        with self._door:
            if self._closed:
                waiting.future.set_exception(WriterStopped())
            else:
                self._queue.put(waiting)
        return waiting.future

    def _run(self) -> None:
        open_ = True
        while open_:
            batch = [item for item in self._next() if item is not None or (open_ := False)]
            self._handle([item for item in batch if item.future.set_running_or_notify_cancel()])

    def _next(self) -> list[_Waiting | None]:
        """Everything that waits, at most `BATCH_LIMIT`; sleeps only when nothing does."""
        taken = [self._queue.get()]
        while len(taken) < BATCH_LIMIT and taken[-1] is not None:
            try:
                taken.append(self._queue.get_nowait())
            except queue.Empty:
                break
        metrics.WAITING.set(self._queue.qsize())
        return taken

    def _handle(self, batch: list[_Waiting]) -> None:
        if not batch:
            return
        metrics.BATCH.observe(len(batch))
        began = monotonic()
        try:
            results = self._together(batch)
        except Exception as fault:  # noqa: BLE001 - whatever one item raises must not end the thread nor the others
            if isinstance(fault, OperationalError) and monotonic() - began > LONG:
                self._give_back(batch, fault)
                return
            if len(batch) > 1:
                _log.info("batch_repeated_one_by_one", count=len(batch), error=type(fault).__name__)
            for item in batch:
                self._alone(item, fault if len(batch) == 1 else None)
        else:
            for item, result in zip(batch, results, strict=True):
                item.future.set_result(result)

    def _give_back(self, batch: list[_Waiting], fault: Exception) -> None:
        _log.error("could_not_commit", count=len(batch), error=type(fault).__name__)
        for item in batch:
            item.future.set_exception(fault)

    def _together(self, batch: list[_Waiting]) -> list[Any]:
        """Run a batch in one transaction: deliveries that follow each other are taken in one go."""
        results: list[Any] = []
        with self._begin() as uow:
            deliveries: list[Delivery] = []
            for item in batch:
                if isinstance(item.work, Delivery):
                    deliveries.append(item.work)
                    continue
                results += self._turns.take(uow, deliveries) if deliveries else ()
                deliveries = []
                results.append(self._single(uow, item.work))
            results += self._turns.take(uow, deliveries) if deliveries else ()
            uow.commit()
        if any(isinstance(item.work, Delivery) for item in batch):
            self._after_commit()
        return results

    def _single(self, uow: UnitOfWork, work: "RawBody | Act[Any]") -> Any:  # noqa: ANN401 - what an act returns is its caller's
        return self._turns.park(uow, work, "malformed") if isinstance(work, RawBody) else work.run(uow)

    def _alone(self, item: _Waiting, failed: Exception | None) -> None:
        """Run one item by itself; `failed` is how it already failed alone. Once more after a database's hiccup, else park or raise."""
        if failed is not None and not isinstance(failed, DBAPIError | StaleConversation):
            self._set_aside(item, failed)
            return
        try:
            result = self._together([item])[0]
        except Exception as fault:  # noqa: BLE001 - goes to the parking place or to the caller's future
            self._set_aside(item, fault)
        else:
            item.future.set_result(result)

    def _set_aside(self, item: _Waiting, fault: Exception) -> None:
        if not isinstance(item.work, Delivery):
            item.future.set_exception(fault)
            return
        channel = item.work.update.channel
        where = code_lines(type(fault), fault.__traceback__)
        try:
            with self._begin() as uow:
                answered = self._turns.park(uow, item.work, where)
                uow.commit()
        except Exception as worse:  # noqa: BLE001 - goes to the caller's future: no 2xx without a commit
            _log.error("could_not_commit", channel=channel, error=type(worse).__name__)
            item.future.set_exception(worse)
        else:
            metrics.PARKED.labels(channel).inc()
            _log.error("update_parked", channel=channel, error=type(fault).__name__, where=where)
            item.future.set_result(answered)
