"""Twilio's SDK over our own httpx client. As shipped, its async client ignores timeouts, sends JSON as a form and posts again on a 500.

Knows HTTP only; must not know messages. Also the one way to aim the SDK at another server: its hosts are rewritten here.
"""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
from twilio.http.response import Response

from bot.channels.base import Paced
from bot.channels.whatsapp_errors import PACE_SECONDS

API_HOST: Final = "api.twilio.com"
CONTENT_HOST: Final = "content.twilio.com"
_JSON: Final = "application/json"


class TwilioHttp:
    """What `twilio.rest.Client` takes as its `http_client`. `bases` maps a host of Twilio's to the server to use in its place."""

    is_async = True

    def __init__(self, client: httpx.AsyncClient, bases: Mapping[str, str]) -> None:
        self._client = client
        self._bases = {host: base.rstrip("/") for host, base in bases.items() if base}

    def aimed(self, url: str) -> str:
        """`url` with its host replaced when a base is set for it."""
        parts = urlsplit(url)
        base = self._bases.get(parts.netloc)
        return url if base is None else base + parts.path + (f"?{parts.query}" if parts.query else "")

    async def request(
        self,
        method: str,
        url: str,
        params: dict[str, Any] | None = None,
        data: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - the SDK passes it; the client's own limits hold
        allow_redirects: bool = False,  # noqa: FBT001, FBT002 - the SDK's own signature
    ) -> Response:
        """One request, once. Raises httpx errors as they come, and `Paced` on 429, because the SDK drops Retry-After."""
        body: dict[str, Any] = {"json": data} if (headers or {}).get("Content-Type") == _JSON else {"data": data}
        answer = await self._client.request(
            method, self.aimed(url), params=params or None, headers=headers, auth=auth, follow_redirects=allow_redirects, **body
        )
        if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
            raise Paced("20429", retry_after=_wait(answer))
        return Response(answer.status_code, answer.text, answer.headers)


def _wait(answer: httpx.Response) -> float:
    told = answer.headers.get("retry-after", "")
    return float(told) if told.isascii() and told.isdigit() and len(told) < 6 else PACE_SECONDS
