"""Files that patients sent: the preview drawn anew from the pixels to look at, the original for download. Each look is an audit row.

Knows bytes and headers; must not know what a file shows. Nothing of a patient's is ever run or drawn by a browser as it came.
experience.md K17; reliability.md 3.2.
"""

import asyncio
from io import BytesIO
from typing import Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.console.access import Hidden
from bot.console.layout import Visit, page
from bot.uploads import preview_name
from bot.wiring import Parts

ENDINGS: Final = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
    "application/pdf": "pdf",
    "audio/ogg": "ogg",
}
"""What a downloaded file is called after: the type its bytes were found to have, never the sender's name for it."""
TURNS: Final = {"90": 90, "180": 180, "270": 270}
"""Degrees clockwise in which a picture can be seen."""
SAFE: Final = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
}


def routes(parts: Parts) -> list[BaseRoute]:
    """A file's preview and its original."""
    return [
        page(parts, "/cases/{case_id}/files/{file_id}/preview", _preview),
        page(parts, "/cases/{case_id}/files/{file_id}", _original),
    ]


async def _preview(visit: Visit) -> Response:
    """A JPEG of our own making, turned by a quarter or more if asked; `Hidden` where none could be made."""
    name = await visit.enter(lambda access: access.file(*_named(visit)).storage_name)
    data = await asyncio.to_thread(visit.parts.files.get, preview_name(name)) if name else None
    if data is None:
        raise Hidden
    turn = TURNS.get(visit.request.query_params.get("turn", ""), 0)
    shown = await asyncio.to_thread(turned, data, turn) if turn else data
    return Response(shown, media_type="image/jpeg", headers=SAFE)


def turned(picture: bytes, degrees: int) -> bytes:
    """Our own JPEG, turned clockwise: papers are often photographed lying on their side."""
    from PIL import Image

    made = BytesIO()
    with Image.open(BytesIO(picture)) as image:
        image.rotate(-degrees, expand=True).save(made, "JPEG", quality=90)
    return made.getvalue()


async def _original(visit: Visit) -> Response:
    """The file as it came, to be saved, never shown: a browser that opened it would trust it."""
    file = await visit.enter(lambda access: access.file(*_named(visit)))
    data = await asyncio.to_thread(visit.parts.files.get, file.storage_name) if file.storage_name else None
    if data is None:
        raise Hidden
    called = f"{file.attachment_id[:12]}.{ENDINGS.get(file.content_type, 'bin')}"
    headers = {**SAFE, "Content-Disposition": f'attachment; filename="{called}"'}
    return Response(data, media_type="application/octet-stream", headers=headers)


def _named(visit: Visit) -> tuple[str, str]:
    return visit.request.path_params["case_id"], visit.request.path_params["file_id"]
