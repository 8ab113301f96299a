"""Live pages: what changes in the queue or in an open case is told over one event stream per tab, or asked for by plain polling.

Knows streams and row numbers; an event holds codes and opaque ids, never a word, so it is no look at a record: the page then asks for
what it shows through the one door. The database is looked at once a second, so it works with any number of processes on both engines.
A stream ends when the process drains, when the session has ended, and when the browser goes.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute

from bot.clock import monotonic
from bot.console import session
from bot.console.access import Hidden, require
from bot.console.layout import Visit, page
from bot.wiring import Parts
from storage.changes import Change
from storage.unit_of_work import UnitOfWork

EVERY: Final = 1.0
"""Seconds between two looks at the database."""
PING: Final = 15.0
"""Seconds after which a silent stream says that it lives, and looks whether its session does."""
NEW: Final = frozenset({"handed_off", "handed_off_again", "surfaced", "held", "alarm_again", "released", "review_requested", "answered"})
"""Steps that may put a case on somebody's page."""
RED: Final = frozenset({"held", "alarm_again"})

Look = Callable[[UnitOfWork], list[dict[str, Any]]]


def routes(parts: Parts) -> list[BaseRoute]:
    """`/live/queue` and `/live/cases/{case_id}` as streams, and the queue's changes for polling."""
    return [
        page(parts, "/live/queue", _queue, activity=False),
        page(parts, "/live/queue/changes", _changes, activity=False),
        page(parts, "/live/cases/{case_id}", _case, activity=False),
    ]


async def _queue(visit: Visit) -> Response:
    require(visit.staff, "queue")
    return _stream(visit, QueueWatch(_after(visit)).look)


async def _changes(visit: Visit) -> Response:
    """The same for a page whose stream was lost."""
    require(visit.staff, "queue")
    watch = QueueWatch(_after(visit))
    events = await visit.parts.read(watch.look)
    return JSONResponse({"events": events, "newest": watch.newest})


async def _case(visit: Visit) -> Response:
    require(visit.staff, "record")
    case_id = visit.request.path_params["case_id"]
    case = await visit.parts.read(lambda uow: uow.cases.get(case_id) if case_id.isprintable() else None)
    if case is None:
        raise Hidden
    return _stream(visit, CaseWatch(case.conversation_id, case.id, visit.request.query_params.get("seen", "")).look)


class QueueWatch:
    """Steps of cases since a number, each told once."""

    def __init__(self, after: int) -> None:
        self.newest, self._begun, self._seen = after, after, set[int]()

    def look(self, uow: UnitOfWork) -> list[dict[str, Any]]:
        """What is new since the last look, as events."""
        found = uow.changes.since(self.newest)
        fresh = [change for change in found if change.number > self._begun and change.number not in self._seen]
        self._seen |= {change.number for change in fresh}
        self.newest = max([self.newest, *(change.number for change in fresh)])
        return [_event(change) for change in fresh if change.to_status != "intake" or change.action != "opened"]


class CaseWatch:
    """Whether anything of one case differs from what was seen."""

    def __init__(self, conversation_id: int, case_pk: int, seen: str) -> None:
        self._of, self._seen = (conversation_id, case_pk), seen

    def look(self, uow: UnitOfWork) -> list[dict[str, Any]]:
        """One event when something changed."""
        found = uow.changes.fingerprint(*self._of)
        changed, self._seen = found != self._seen, found
        return [{"event": "changed", "seen": found}] if changed else []


def _event(change: Change) -> dict[str, Any]:
    red = change.action in RED and change.queued
    kind = "red" if red else "new" if change.action in NEW and change.queued else "changed"
    return {"event": kind, "case": change.case_id, "number": change.number}


def _stream(visit: Visit, look: Look) -> Response:
    told = _told(visit.parts, visit.request, look)
    return StreamingResponse(told, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _told(parts: Parts, request: Request, look: Look) -> AsyncIterator[str]:
    yield "retry: 3000\n\n"
    pinged = monotonic()
    while not parts.draining:
        for event in await parts.read(look):
            yield f"event: {event['event']}\ndata: {json.dumps(event)}\n\n"
        if monotonic() - pinged >= PING:
            pinged = monotonic()
            if await session.find(parts, request, activity=False) is None:
                yield "event: ended\ndata: {}\n\n"
                return
            yield "event: ping\ndata: {}\n\n"
        await asyncio.sleep(EVERY)


def _after(visit: Visit) -> int:
    """The newest step the page knows: a stream that was interrupted goes on from there."""
    given = visit.request.query_params.get("after", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 18 else 0
