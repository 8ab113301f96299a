"""The REST side of the fake Twilio: messages taken and listed, media redirected, receipts posted, the 24-hour ledger kept."""

import asyncio
import itertools
import time
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.fakes.faults import Fault, Script, suffer
from tests.fakes.twilio_delivery import Webhooks
from tests.fakes.twilio_messages import TwilioContent, TwilioMessage
from tests.fakes.twilio_rules import Refused, check, variables

_WINDOW: Final = timedelta(hours=24)
_BASE: Final = "/2010-04-01/Accounts/{account}"


class TwilioApi:
    """The state of one account and the routes that serve it; see `FakeTwilio` for the settings."""

    def __init__(self, account_sid: str, auth_token: str, sender: str, service: str, now: Callable[[], datetime]) -> None:
        self.account_sid, self.auth_token, self.sender, self.service, self.now = account_sid, auth_token, sender, service, now
        self.sent: list[TwilioMessage] = []
        self.received: list[TwilioMessage] = []
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.contents: dict[str, TwilioContent] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self.media_requests: list[tuple[str, bool]] = []
        self.media_base = "https://mms.twiliocdn.com"
        self.keys: dict[str, str] = {}
        self.receipts: tuple[str, ...] = ("sent", "delivered")
        self.receipt_delay, self.list_lag = 0.0, 0.0
        self.receipts_twice = self.receipts_early = False
        self.webhooks = Webhooks(auth_token)
        self._last_inbound: dict[str, datetime] = {}
        self._opted_out: set[str] = set()
        self._unreachable: dict[str, int] = {}
        self._script = Script()
        self._ids = itertools.count(1)
        self._reporting: set[asyncio.Task[None]] = set()

    # receipts

    async def report(self, sid: str, status: str, error_code: int = 0) -> int:
        """Post one status of one message; gives the webhook's status."""
        message = next(message for message in self.sent if message.sid == sid)
        message.status, message.error_code = status, error_code or None
        fields = {"MessageSid": sid, "SmsSid": sid, "MessageStatus": status, "SmsStatus": status, "AccountSid": self.account_sid}
        fields |= {"To": message.to, "From": message.from_, "ApiVersion": "2010-04-01", "ChannelPrefix": "whatsapp"}
        fields |= {"ErrorCode": str(error_code)} if error_code else {"EventType": status.upper()}
        return await self.webhooks.callback(message.callback, fields) if message.callback and self.webhooks.public else 0

    async def settle(self) -> None:
        """Wait until every receipt that is under way has been posted."""
        while self._reporting:
            await asyncio.gather(*self._reporting)

    async def _report_later(self, message: TwilioMessage, statuses: tuple[str, ...], code: int) -> None:
        await asyncio.sleep(self.receipt_delay)
        for status in statuses * (2 if self.receipts_twice else 1):
            await self.report(message.sid, status, code if status in {"failed", "undelivered"} else 0)

    # the server

    def routes(self) -> list[Route]:
        """What is served under Twilio's own paths."""
        return [
            Route(_BASE + "/Messages.json", self._guarded(self._create), methods=["POST"]),
            Route(_BASE + "/Messages.json", self._guarded(self._list), methods=["GET"]),
            Route(_BASE + "/Messages/{sid}/Media.json", self._guarded(self._list_media), methods=["GET"]),
            Route(_BASE + "/Messages/{sid}/Media/{media}", self._guarded(self._media), methods=["GET"]),
            Route("/stored/{media}", self._stored, methods=["GET"]),
        ]

    def _guarded(self, serve: Callable[[Request], Any]) -> Callable[[Request], Any]:
        async def guarded(request: Request) -> Response:
            try:
                self._signed_in(request)
                answer: Response = await serve(request)
            except Refused as refused:
                return JSONResponse(refused.body, refused.status)
            return answer

        return guarded

    def _signed_in(self, request: Request) -> None:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        user, _, password = b64decode(given).decode().partition(":") if scheme == "Basic" else ("", "", "")
        known = {self.account_sid: self.auth_token, **self.keys}
        if known.get(user) != password or not password or request.path_params["account"] != self.account_sid:
            raise Refused(401, 20003, "Authenticate")

    async def _create(self, request: Request) -> Response:
        params = {name: str(value) for name, value in (await request.form()).items()}
        self.calls.append(("Messages", params))
        fault = self._script.take(method="POST", to=params.get("To", ""))
        if fault and not fault.act:
            return await _failed(fault)
        check(params, sender=self.sender, service=self.service)
        message = await self._accept(params)
        return await _failed(fault) if fault else JSONResponse(message.as_json(), 201)

    async def _accept(self, params: dict[str, str]) -> TwilioMessage:
        to = params["To"]
        if to in self._opted_out:
            raise Refused(400, 21610, "Attempt to send to unsubscribed recipient")
        content = self._content(params)
        values = variables(params.get("ContentVariables", ""))
        body = content.render(values) if content else params.get("Body", "")
        message = self._message(self._sid("SM"), to, params.get("From", self.sender), body, "outbound-api")
        message.content_sid, message.variables, message.callback = params.get("ContentSid", ""), values, params.get("StatusCallback", "")
        self.sent.append(message)
        await self._follow(message, await self._without_picture(message, params) or self._late_failure(to, content))
        return message

    async def _without_picture(self, message: TwilioMessage, params: dict[str, str]) -> int:
        """Fetch the picture of a message; 63019 when there is none to be had, as Twilio reports it afterwards."""
        message.media_url = params.get("MediaUrl", "")
        if not message.media_url:
            return 0
        status, kind, message.picture = await self.webhooks.fetch(message.media_url)
        return 0 if status == 200 and kind in {"image/png", "image/jpeg"} else 63019

    def _content(self, params: dict[str, str]) -> TwilioContent | None:
        sid = params.get("ContentSid", "")
        if sid and sid not in self.contents:
            raise Refused(400, 21655, "The ContentSid is invalid")
        return self.contents.get(sid)

    def _late_failure(self, to: str, content: TwilioContent | None) -> int:
        """The error code this send will be reported with, 0 for none: WhatsApp refuses after Twilio has accepted."""
        if self._unreachable.get(to):
            return self._unreachable[to]
        last = self._last_inbound.get(to)
        closed = last is None or self.now() - last >= _WINDOW
        return 63016 if closed and (content is None or not content.approved) else 0

    async def _follow(self, message: TwilioMessage, code: int) -> None:
        statuses = ("failed",) if code else self.receipts
        if self.receipts_early and statuses:
            await self.report(message.sid, statuses[0], code if statuses[0] == "failed" else 0)
            statuses = statuses[1:]
        task = asyncio.ensure_future(self._report_later(message, statuses, code))
        self._reporting.add(task)
        task.add_done_callback(self._reporting.discard)

    async def _list(self, request: Request) -> Response:
        fault = self._script.take(method="GET")
        if fault:
            return await _failed(fault)
        asked = request.query_params
        rows = [
            message
            for message in (*self.sent, *self.received)
            if self._listed(message, asked.get("To"), asked.get("From"), asked.get("DateSent>"))
        ]
        rows.sort(key=lambda message: message.at, reverse=True)
        size, page = int(asked.get("PageSize", 50)), int(asked.get("Page", 0))
        chunk = rows[page * size : (page + 1) * size]
        query = request.url.include_query_params(Page=page + 1).query
        more = f"{request.url.path}?{query}" if len(rows) > (page + 1) * size else None
        return JSONResponse({"messages": [message.as_json() for message in chunk], "next_page_uri": more, "page": page, "page_size": size})

    def _listed(self, message: TwilioMessage, to: str | None, from_: str | None, after: str | None) -> bool:
        old_enough = time.monotonic() - message.seen_at >= self.list_lag
        wanted = (not to or message.to == to) and (not from_ or message.from_ == from_)
        return old_enough and wanted and (not after or message.at.strftime("%Y-%m-%d") >= after[:10])

    async def _list_media(self, request: Request) -> Response:
        message = next((message for message in self.received if message.sid == request.path_params["sid"]), None)
        rows = [
            {"sid": sid, "content_type": kind, "parent_sid": request.path_params["sid"]}
            for sid, kind in (message.media if message else {}).items()
        ]
        return JSONResponse({"media_list": rows, "next_page_uri": None, "page": 0, "page_size": 50})

    async def _media(self, request: Request) -> Response:
        media = request.path_params["media"]
        self.media_requests.append((str(request.url), True))
        if media not in self.files:
            raise Refused(404, 20404, "The requested resource was not found")
        return RedirectResponse(f"{self.media_base}/stored/{media}", 307)

    async def _stored(self, request: Request) -> Response:
        self.media_requests.append((str(request.url), "authorization" in request.headers))
        kind, data = self.files.get(request.path_params["media"], ("", b""))
        return Response(data, media_type=kind) if kind else Response(status_code=404)

    def _message(self, sid: str, to: str, from_: str, body: str, direction: str) -> TwilioMessage:
        return TwilioMessage(sid, self.account_sid, to, from_, body, direction, self.now(), time.monotonic())

    def _sid(self, prefix: str) -> str:
        return f"{prefix}{next(self._ids):032x}"


async def _failed(fault: Fault) -> Response:
    await suffer(fault)
    if fault.raw is not None:
        return Response(fault.raw, fault.status, fault.headers)
    return JSONResponse(fault.body, fault.status, fault.headers)
