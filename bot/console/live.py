"""Live pages: what changes in the queue or in an open case is told over one event stream per tab, or asked for by plain polling.

Knows streams and row numbers; an event holds codes and opaque ids, never a word, so it is no look at a record: the page then asks for
what it shows through the one door. The database is looked at once a second, so it works with any number of processes on both engines.
A stream ends when the process drains, when the session has ended, and when the browser goes.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute

from bot.clock import monotonic, real_now
from bot.console import session
from bot.console.access import Hidden, require
from bot.console.layout import Visit, page
from bot.wiring import Parts
from storage.changes import Change
from storage.presence import Viewer
from storage.unit_of_work import UnitOfWork

EVERY: Final = 1.0
"""Seconds between two looks at the database."""
PING: Final = 15.0
"""Seconds after which a silent stream says that it lives."""
CHECKED: Final = 3.0
"""Seconds after which a stream looks whether its session still counts, so that a record does not stay in view of who was sent away."""
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
    me = visit.staff.staff_ref
    watch = CaseWatch(case.conversation_id, case.id, visit.request.query_params.get("seen", ""), me)
    return _stream(visit, watch.look, Open(visit.parts, case.id, me))


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
    """Whether anything of one case differs from what was seen, and whether others came, went or began to type."""

    def __init__(self, conversation_id: int, case_pk: int, seen: str, staff_ref: str) -> None:
        self._of, self._seen, self._me = (conversation_id, case_pk), seen, staff_ref
        self._beside: tuple[Viewer, ...] | None = None

    def look(self, uow: UnitOfWork) -> list[dict[str, Any]]:
        """One event for what changed in the case, one for who is there: that also at first, for the page may be older than the stream."""
        found, beside = uow.changes.fingerprint(*self._of), uow.presence.others(self._of[1], self._me, real_now())
        told: list[dict[str, Any]] = [{"event": "changed", "seen": found}] if found != self._seen else []
        told += [{"event": "presence"}] if beside != self._beside else []
        self._seen, self._beside = found, beside
        return told


@dataclass(frozen=True, slots=True)
class Open:
    """A case open on somebody's page, for as long as its stream lives; the rows run out by themselves should a process die."""

    parts: Parts
    case_pk: int
    staff_ref: str

    async def seen(self) -> None:
        """Say that the page is open."""
        await self.parts.write(lambda uow: uow.presence.see(self.case_pk, self.staff_ref, real_now()))

    def left(self) -> None:
        """Say that it was closed; not waited for, because a stream often ends by being cancelled."""
        self.parts.writer.call(lambda uow: uow.presence.leave(self.case_pk, self.staff_ref))


def _event(change: Change) -> dict[str, Any]:
    red = change.action in RED and change.queued
    kind = "red" if red else "new" if change.action in NEW and change.queued else "changed"
    return {"event": kind, "case": change.case_id, "number": change.number, "priority": change.priority}


def _stream(visit: Visit, look: Look, opened: Open | None = None) -> Response:
    told = _told(visit.parts, visit.request, look)
    return StreamingResponse(
        _kept_open(told, opened) if opened else told, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
    )


async def _kept_open(told: AsyncIterator[str], opened: Open) -> AsyncIterator[str]:
    """The stream, telling with its first word and every ping that the page is open, and at its end that it is not."""
    try:
        async for chunk in told:
            if chunk.startswith(("retry:", "event: ping")):
                await opened.seen()
            yield chunk
    finally:
        opened.left()


async def _told(parts: Parts, request: Request, look: Look) -> AsyncIterator[str]:
    yield "retry: 3000\n\n"
    pinged = checked = monotonic()
    while not parts.draining:
        for event in await parts.read(look):
            yield f"event: {event['event']}\ndata: {json.dumps(event)}\n\n"
        if monotonic() - checked >= CHECKED:
            checked = monotonic()
            if await session.find(parts, request, activity=False) is None:
                yield "event: ended\ndata: {}\n\n"
                return
        if monotonic() - pinged >= PING:
            pinged = monotonic()
            yield "event: ping\ndata: {}\n\n"
        await asyncio.sleep(EVERY)


def _after(visit: Visit) -> int:
    """The newest step the page knows: a stream that was interrupted goes on from there."""
    given = visit.request.query_params.get("after", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 18 else 0
