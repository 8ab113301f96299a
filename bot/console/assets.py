"""Style sheets and scripts of the console as files of ours, addressed by their content so that a browser may keep them.

Knows the folder and digests; must not know pages.
"""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

FOLDER: Final = Path(__file__).parent / "static"
KEPT: Final = "private, max-age=31536000, immutable"


@cache
def asset(name: str) -> str:
    """The address of a file, with the start of its SHA-256. Raises `FileNotFoundError`."""
    return f"/static/{name}?v={hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:12]}"


def mount() -> Mount:
    """`/static`: the same for everyone, signed in or not; it holds nothing about anyone."""
    return Mount("/static", _Files(directory=FOLDER))


class _Files(StaticFiles):
    """What is asked for by its digest never changes; anything else is not kept."""

    async def get_response(self, path: str, scope: Any) -> Response:  # noqa: ANN401 - starlette's scope
        """A file, or the framework's 404."""
        response = await super().get_response(path, scope)
        if response.status_code == 200 and _asked(scope) == asset(path).partition("=")[2]:
            response.headers["Cache-Control"] = KEPT
        return response


def _asked(scope: Mapping[str, Any]) -> str:
    query = bytes(scope.get("query_string", b"")).decode("latin-1")
    return parse_qs(query).get("v", [""])[0]
