"""Headers every response carries: no sniffing, no framing, no storing of what may name a patient, scripts from here only.

Knows headers; must not know pages. Plain ASGI, so that event streams pass through untouched.
"""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; "
        "media-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}
"""reliability.md 3.2 cases 13, 25, 26, 30. A response that sets one of these itself keeps its own."""


FRAMED_BY_SELF: Final = {
    **HEADERS,
    "X-Frame-Options": "SAMEORIGIN",
    "Content-Security-Policy": HEADERS["Content-Security-Policy"].replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'"
    ),
}
"""For the demo alone, whose page shows the console in a frame beside the patient's phone. Other origins frame nothing there either."""


class SecurityHeaders:
    """Adds `HEADERS` to every response that does not set them itself; `framed` allows our own pages to frame each other."""

    def __init__(self, app: ASGIApp, *, framed: bool = False) -> None:
        self._app, self._headers = app, FRAMED_BY_SELF if framed else HEADERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, sending if scope["type"] == "http" else send)
