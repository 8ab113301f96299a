"""Is this request meant by the person whose browser sends it? A token in every form, and where the browser says the request began.

Knows headers and keyed hashes; must not know sessions, pages or what a request does. reliability.md 3.2 case 19.
"""

import hmac
from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request

FIELD: Final = "csrf"
"""The hidden field of every form."""

HEADER: Final = "x-csrf-token"
"""The header htmx sends instead."""

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""


def token_for(key: str, seed: str) -> str:
    """The token that belongs to `seed` (a session's token, or the random cookie of a browser that is not signed in)."""
    return hmac.new(key.encode(), b"csrf|" + seed.encode("utf-8", "surrogatepass"), sha256).hexdigest()


def accepted(key: str, seed: str, given: str) -> bool:
    """Whether `given` is the token of a seed; never for an empty seed."""
    return bool(seed) and hmac.compare_digest(token_for(key, seed).encode(), given.encode("utf-8", "surrogatepass"))


def begun_here(request: Request, public_base_url: str = "") -> bool:
    """Whether the browser says the request began on our own pages; true for a program that sends neither header.

    `Sec-Fetch-Site` is sent by browsers over https and to this machine, `Origin` with every form that posts.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    if origin is None:
        return True
    return origin == _origin(public_base_url) or urlsplit(origin).netloc == request.headers.get("host", "") != ""


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
