"""Remote control of a fake that runs as a server: `/_control/{verb}` calls the method of that name with the JSON body as arguments."""

import asyncio
import json
from collections.abc import Callable, Collection
from dataclasses import asdict, is_dataclass
from inspect import isawaitable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


def control_routes(fake: object, verbs: Collection[str], lists: Collection[str]) -> list[Route]:
    """`POST /_control/{verb}` for methods (`"background": true` answers before it is done) and `GET /_control/{name}` for lists."""
    waiting: set[asyncio.Task[Any]] = set()

    async def call(request: Request) -> JSONResponse:
        verb = request.path_params["verb"]
        if verb not in verbs:
            return JSONResponse({"error": f"no verb {verb}"}, 404)
        arguments = json.loads(await request.body() or b"{}")
        background = arguments.pop("background", False)
        method: Callable[..., Any] = getattr(fake, verb)
        result = method(**arguments)
        if isawaitable(result) and background:
            task = asyncio.ensure_future(result)
            waiting.add(task)
            task.add_done_callback(waiting.discard)
            result = None
        elif isawaitable(result):
            result = await result
        return JSONResponse({"result": _plain(result)})

    async def show(request: Request) -> JSONResponse:
        name = request.path_params["verb"]
        return JSONResponse(_plain(getattr(fake, name))) if name in lists else JSONResponse({"error": f"no list {name}"}, 404)

    return [Route("/_control/{verb}", call, methods=["POST"]), Route("/_control/{verb}", show, methods=["GET"])]


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
