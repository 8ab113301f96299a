"""Whether this process turns, whether it can work, and its metrics.

Knows checks; must not know patients. `/healthz` touches no database: a locked one must not make a supervisor kill the process.
"""

import asyncio
import contextlib
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot import metrics
from bot.disk import folders, require_room
from bot.wiring import Parts

CHECK_SECONDS = 4.0
"""A check that takes longer counts as failed: readiness must tell within 5 s (reliability.md P9)."""


def routes(parts: Parts) -> list[BaseRoute]:
    """`/healthz`, `/readyz`, `/metrics`."""

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"ok": True})

    async def readyz(_request: Request) -> Response:
        checks = await readiness(parts)
        ready = all(checks.values())
        return JSONResponse({"ready": ready, "checks": checks}, 200 if ready else 503)

    async def exposition(request: Request) -> Response:
        if parts.settings.app_env != "development":
            from bot.api import signed_in

            await signed_in(parts, request)
        with contextlib.suppress(Exception):
            await refresh(parts)
        return Response(metrics.exposition(), headers={"Content-Type": metrics.CONTENT_TYPE})

    return [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", exposition)]


async def readiness(parts: Parts) -> dict[str, bool]:
    """Every check by name. `accepting` is False while the process drains."""
    database, migrated, disk, clock, scripts = await asyncio.gather(
        _passes(parts.database.ping),
        _passes(lambda: migrations_current(parts)),
        _passes(lambda: _disk(parts)),
        _passes(parts.clock),
        _passes(_scripts),
    )
    return {
        "accepting": not parts.draining,
        "clock": clock,
        "database": database,
        "disk": disk,
        "migrations": migrated,
        "scripts": scripts,
        "writer": parts.writer.alive,
    }


async def _passes(check: Callable[[], object]) -> bool:
    try:
        await asyncio.wait_for(asyncio.to_thread(check), CHECK_SECONDS)
    except Exception:  # noqa: BLE001 - any fault of a check is its answer
        return False
    return True


def _disk(parts: Parts) -> None:
    """A rolled back transaction never reaches the disk, so the folders are asked as well."""
    url = parts.database.engine.url
    for folder in folders(parts.settings.app_data_dir, None if parts.database.postgres else url.database):
        require_room(folder)


def _scripts() -> None:
    from messages.catalog import shipped
    from messages.prompt import OFFERED

    if not set(OFFERED) <= set(shipped().languages):
        raise LookupError("a language is missing")


def migrations_current(parts: Parts) -> None:
    """Raise unless the database stands at this release's tables."""
    from storage import migrations

    if migrations.state(parts.settings.effective_database_url()) != "current":
        raise LookupError("not at this release's migration")


async def refresh(parts: Parts) -> None:
    """Gauges that are counted when asked for."""
    live = await parts.read(lambda uow: uow.outbox.live_counts())
    metrics.SEND_UNKNOWN.set(live.get("unknown", 0))
    dead = await parts.read(lambda uow: [p for p in uow.inbox.list_parked() if p.next_try_at is None])
    metrics.DEADLETTERS.set(len(dead))
