"""Signed posts to our webhooks, with Twilio's own patience: by default one retry when it could not connect, then the fallback URL once."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

import httpx
from twilio.request_validator import RequestValidator


@dataclass
class Posted:
    """One try: where to, and what came back (status 0: not reached)."""

    url: str
    status: int
    body: str = ""
    content_type: str = ""


@dataclass
class Patience:
    """Connection overrides as in a webhook URL's fragment: `retries` (rc) and what for (`ct` connect, `5xx`, `rt` read timeout)."""

    retries: int = 1
    on: frozenset[str] = frozenset({"ct"})
    total_seconds: float = 15.0


class Webhooks:
    """The courier. `public` is the address that is signed, `target` the one that is really reached (the same unless told)."""

    def __init__(self, auth_token: str) -> None:
        self.auth_token = auth_token
        self.public, self.target = "", ""
        self.patience = Patience()
        self.posted: list[Posted] = []
        self._client: httpx.AsyncClient | None = None

    def connect(self, public: str, target: str = "", client: httpx.AsyncClient | None = None) -> None:
        """Deliver to the product at `public`, reached as `target`, through `client` when it runs in this process."""
        self.public, self.target, self._client = public.rstrip("/"), (target or public).rstrip("/"), client

    async def fetch(self, url: str) -> tuple[int, str, bytes]:
        """Get a picture that is to be sent, without any credentials, as Twilio does: status, content type, bytes."""
        reached = self.target + url.removeprefix(self.public) if self.public else url
        if self._client is None:
            self._client = httpx.AsyncClient(timeout=15)
        try:
            answer = await self._client.get(reached)
        except httpx.HTTPError:
            return 0, "", b""
        return answer.status_code, answer.headers.get("content-type", ""), answer.content

    async def inbound(self, fields: Mapping[str, str], *, token: str = "") -> int:
        """Deliver an inbound message; gives the last status, of the fallback when that was needed."""
        status = await self._tried(f"{self.public}/webhooks/twilio/whatsapp", fields, token)
        if status // 100 != 2:
            status = await self._post(f"{self.public}/webhooks/twilio/fallback", fields, token)
        return status

    async def callback(self, url: str, fields: Mapping[str, str]) -> int:
        """Deliver a status callback to the URL given with the send."""
        return await self._tried(url, fields, "")

    async def _tried(self, url: str, fields: Mapping[str, str], token: str) -> int:
        status = await self._post(url, fields, token)
        for _ in range(self.patience.retries):
            if not self._again(status):
                break
            status = await self._post(url, fields, token)
        return status

    def _again(self, status: int) -> bool:
        return (status == 0 and "ct" in self.patience.on) or (status // 100 == 5 and "5xx" in self.patience.on)

    async def _post(self, url: str, fields: Mapping[str, str], token: str) -> int:
        signature = RequestValidator(token or self.auth_token).compute_signature(url, dict(fields))
        reached = self.target + url.removeprefix(self.public) if self.public else url
        if self._client is None:
            self._client = httpx.AsyncClient(timeout=15)
        try:
            async with asyncio.timeout(self.patience.total_seconds):
                answer = await self._client.post(reached, data=dict(fields), headers={"X-Twilio-Signature": signature})
        except (httpx.HTTPError, TimeoutError):
            self.posted.append(Posted(url, 0))
            return 0
        self.posted.append(Posted(url, answer.status_code, answer.text, answer.headers.get("content-type", "")))
        return answer.status_code
