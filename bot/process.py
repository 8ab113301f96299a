"""The life of a process: start, serve or work until a signal, drain within the time given, exit 0.

Knows signals, the server and the order of shutting down; must not know requests, sends or tables.
"""

import asyncio
import contextlib
import gc
import os
import signal
import socket
from collections.abc import Generator, Sequence
from types import FrameType
from typing import Final, Protocol

import structlog
import uvicorn
from starlette.applications import Starlette

from bot.clock import monotonic
from bot.wiring import Parts

RESERVE: Final = 2.0
"""Seconds kept back for closing the writer and the database, out of SHUTDOWN_TIMEOUT_SECONDS."""

_log = structlog.stdlib.get_logger(__name__)


class Working(Protocol):
    """What a process runs beside, or instead of, the web server."""

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set, then finish what is in hand."""
        ...


class Server(uvicorn.Server):
    """Uvicorn without its own signal handling: it would raise the signal again after a clean end, and the exit code would not be 0."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leave signals to `run`."""
        yield


def make_server(app: Starlette, host: str, port: int, *, drain_seconds: float) -> Server:
    """The web server; open event streams end after `drain_seconds`. Access logs are off: paths may name a patient."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        timeout_graceful_shutdown=max(1, int(drain_seconds)),
    )
    return Server(config)


async def run_until_signal(server: Server | None, workers: Sequence[Working], parts: Parts, *, sockets: list[socket.socket]) -> None:
    """Run until SIGTERM or SIGINT (a second SIGINT ends at once), or until the server or a worker ends by itself; then drain.

    Raises what ended a worker by itself.
    """
    stop, drain_seconds = asyncio.Event(), parts.settings.shutdown_timeout_seconds
    listen_to_signals(stop)
    running = [asyncio.create_task(worker.run(stop), name=type(worker).__name__) for worker in workers]
    if server is not None:
        running.append(asyncio.create_task(server.serve(sockets), name="server"))
    stopping = asyncio.create_task(stop.wait(), name="stop")
    gc.collect()
    gc.freeze()
    _log.info("started", port=parts.settings.port if server else None)
    await asyncio.wait([stopping, *running], return_when=asyncio.FIRST_COMPLETED)
    await _drain(stop, server, running, parts, drain_seconds)


async def _drain(
    stop: asyncio.Event, server: Server | None, running: "list[asyncio.Task[None]]", parts: Parts, drain_seconds: float
) -> None:
    """Take no more, finish what is in hand, close; all within `drain_seconds`."""
    ends = monotonic() + drain_seconds
    parts.draining = True
    _log.info("draining", seconds=drain_seconds)
    stop.set()
    if server is not None:
        server.should_exit = True
    _done, late = await asyncio.wait(running, timeout=max(0.1, drain_seconds - RESERVE))
    for task in late:
        task.cancel()
    await parts.close(max(0.5, ends - monotonic()))
    for task in running:
        if task.done() and not task.cancelled() and (fault := task.exception()) is not None:
            raise fault
    _log.info("ended", pending=len(late))


def listen_to_signals(stop: asyncio.Event) -> None:
    """Either signal sets `stop`. Further SIGTERMs change nothing, as supervisors and terminals often tell twice.

    A second SIGINT is a person who will not wait: end at once, which is safe because nothing is acknowledged before its commit. Plain
    signal handlers: the event loop's own are undone when it closes, and a late SIGTERM would then kill with another exit code.
    """
    loop, interrupts = asyncio.get_running_loop(), 0

    def on_signal(number: int, _frame: FrameType | None) -> None:
        nonlocal interrupts
        interrupts += number == signal.SIGINT
        if interrupts > 1:
            os._exit(1)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        with contextlib.suppress(RuntimeError):  # the loop has closed already
            loop.call_soon_threadsafe(stop.set)

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, on_signal)
