"""Request bodies, read with limits that are counted while they stream in, and parsed without a surprise.

Knows sizes and encodings; must not know what a body means.
"""

from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

WEBHOOK_LIMIT: Final = 256 * 1024
"""Bytes; contract.md 4 (413 above)."""

UPLOAD_LIMIT: Final = 17 * 1024 * 1024
"""Bytes; the largest file taken is 16 MB (WhatsApp's own limit, channels.md 1.1), plus the form around it."""

FIELD_LIMIT: Final = 200
"""Form fields; reliability.md 3.2 case 5."""


class BodyTooLarge(Exception):
    """The body, or its number of fields, is over the limit."""


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body, at most `limit` bytes. Raises `BodyTooLarge` as soon as more arrives, told length or not."""
    told = request.headers.get("content-length", "0")
    if told.isdigit() and int(told) > limit:
        raise BodyTooLarge
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise BodyTooLarge
        parts.append(part)
    return b"".join(parts)


def form_fields(body: bytes) -> list[tuple[str, str]]:
    """The fields of a URL-encoded body in order, blank ones kept (Twilio signs them too). Raises `BodyTooLarge` over 200 fields."""
    try:
        return parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FIELD_LIMIT, errors="replace")
    except ValueError:
        raise BodyTooLarge from None
