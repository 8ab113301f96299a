"""`serve`, `web`, `worker`: the long-running processes.

Knows how a process is started from its parts; must not know what the parts do.
"""

import asyncio
import os
import socket

import click
import structlog

from bot.clock import Clock
from bot.commands.opened import require_database
from bot.logs import configure_logs
from bot.settings import ConfigurationError, Settings, load_settings

LARGEST_WAIT = 128
"""Connections that wait to be accepted."""

_log = structlog.stdlib.get_logger(__name__)


@click.command()
def serve() -> None:
    """Web and worker in one process: the embedded default."""
    start("serve", with_web=True, with_worker=True)


@click.command()
def web() -> None:
    """The web process: webhooks, JSON API, console."""
    start("web", with_web=True, with_worker=False)


@click.command()
@click.option("--drain", is_flag=True, help="Do all that is due at the current clock, then exit.")
def worker(drain: bool) -> None:  # noqa: FBT001 - click passes options by name
    """The worker process: sends, timers, files, reconciliation."""
    if drain:
        settings = ready("worker")
        require_database(settings, migrated=True)
        asyncio.run(_drain(settings))
    else:
        start("worker", with_web=False, with_worker=True)


def prepare(process: str) -> Settings:
    """Settings checked and logs set up. Raises `ConfigurationError`."""
    settings = load_settings()
    configure_logs(settings.log_level, console=settings.console_logs, process=process)
    return settings


def ready(process: str) -> Settings:
    """`prepare`, and signatures looked at, for a process that speaks to patients. Raises `ConfigurationError` with every fault."""
    try:
        settings = prepare(process)
    except ConfigurationError as error:
        unsigned = _unsigned_faults() if os.environ.get("APP_ENV", "production") == "production" else []
        raise ConfigurationError([*error.faults, *unsigned]) from None
    require_signatures(settings)
    return settings


def require_signatures(settings: Settings) -> None:
    """Production speaks only words that a physician signed; elsewhere what is unsigned is noted. Raises `ConfigurationError`."""
    faults = _unsigned_faults()
    if faults and settings.production:
        raise ConfigurationError(faults)
    for fault in faults:
        _log.info("unsigned", reason=fault)


def _unsigned_faults() -> list[str]:
    from bot import signing

    unsigned = signing.outstanding()
    return [] if unsigned.none else [f"{unsigned.summary()}; next: {signing.NEXT}"]


def start(process: str, *, with_web: bool, with_worker: bool, settings: Settings | None = None, clock: Clock | None = None) -> None:
    """Run a process until a signal; returns after a clean drain. Raises a sentence when the database cannot be used at all.

    `clock` stands in for the one that the settings name.
    """
    settings = settings or ready(process)
    require_database(settings)
    listening = listen(settings) if with_web else None
    asyncio.run(_run(settings, listening, clock, with_worker=with_worker))


def listen(settings: Settings) -> socket.socket:
    """The socket to serve on. Raises `click.ClickException` naming host and port when it is taken."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listening = socket.create_server((settings.host, settings.port), family=family, backlog=LARGEST_WAIT)
    except OSError as fault:
        raise click.ClickException(f"{settings.host}:{settings.port} cannot be used ({fault.strerror}). Set HOST or PORT.") from None
    # head and body of an answer leave in two writes: with Nagle on, the second would wait 40 ms for the client's acknowledgement
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


async def _run(settings: Settings, listening: socket.socket | None, clock: Clock | None, *, with_worker: bool) -> None:
    from bot.process import Working, make_server, run_until_signal
    from bot.wiring import assemble, open_channels, warm_up
    from bot.worker import Worker

    parts = assemble(settings, clock=clock)
    warm_up(parts)
    parts.writer.start()
    open_channels(parts)
    workers: list[Working] = [Worker(parts)] if with_worker else []
    server = None
    if listening is not None:
        from bot.web import make_app

        server = make_server(make_app(parts), settings.host, settings.port, drain_seconds=settings.shutdown_timeout_seconds)
    await run_until_signal(server, workers, parts, sockets=[listening] if listening else [])


async def _drain(settings: Settings) -> None:
    from bot.process import listen_to_signals
    from bot.wiring import assemble, open_channels
    from bot.worker import Worker

    parts, stop = assemble(settings), asyncio.Event()
    parts.writer.start()
    open_channels(parts)
    listen_to_signals(stop)
    draining, stopping = asyncio.create_task(Worker(parts).drain()), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([draining, stopping], return_when=asyncio.FIRST_COMPLETED)
        if draining.done():
            draining.result()
    finally:
        draining.cancel()
        stopping.cancel()
        await asyncio.gather(draining, stopping, return_exceptions=True)
        await parts.close(settings.shutdown_timeout_seconds)
