"""What no route foresaw becomes an answer: 503 while the database or the disk is away, 500 for a fault of ours, never a cut connection.

Knows kinds of faults; must not know what was asked. Code lines are logged, never a value.
"""

import errno
from typing import Final

import structlog
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.logs import code_lines
from bot.problem import Problem
from bot.writer import WriterStopped
from storage.database import NotMigrated

AWAY: Final = (OperationalError, InterfaceError, NoConnectionFree, NotMigrated, WriterStopped)
"""The database cannot be reached, written or is not ready; or the process ends. The same request may succeed later."""

_DISK: Final = frozenset({errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO})

_log = structlog.stdlib.get_logger(__name__)


class Unforeseen:
    """Answers for what the application raises. Starlette's own hook would raise it again, and the server would cut the connection."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request. Once an answer has begun, the fault goes on: a half answer must not look whole."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as fault:
            if begun or scope["type"] != "http":
                raise
            await answer_for(fault, scope)(scope, receive, send)


def answer_for(fault: Exception, scope: Scope) -> Response:
    """The answer to a request that ended with `fault`; logged, unless whoever asked has gone."""
    if isinstance(fault, ClientDisconnect):
        # who asked is gone: a key was pressed before the verdict on the one before it came. Nobody failed, and nobody reads this
        return Problem(400, "client-gone").response()
    route = getattr(scope.get("route"), "path", "")
    if isinstance(fault, AWAY) or (isinstance(fault, OSError) and fault.errno in _DISK):
        _log.error("storage_away", route=route, error=type(fault).__name__)
        return Problem(503, "storage-away").response({"Retry-After": "5"})
    _log.error("request_failed", route=route, error=type(fault).__name__, where=code_lines(type(fault), fault.__traceback__))
    return Problem(500, "internal").response()


async def http_problem(request: Request, error: Exception) -> Response:
    """Unknown path, wrong method and what else the framework refuses, as a problem; a wrong method hears which ones there are."""
    status = getattr(error, "status_code", 404)
    if status != 405:
        return Problem(status, "no-such-route" if status == 404 else "http").response(getattr(error, "headers", None))
    routes = [route for route in request.app.routes if isinstance(route, Route) and route.matches(request.scope)[0] is not Match.NONE]
    return Problem(405, "method").response({"Allow": ", ".join(sorted({method for route in routes for method in route.methods or ()}))})
