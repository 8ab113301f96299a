"""A strict Twilio for WhatsApp: refuses what Twilio refuses, keeps its own 24-hour ledger, signs its posts, fails as it is told.

In process: `WhatsAppChannel(TwilioAccount(fake.account_sid, fake.auth_token, sender=fake.sender), …, transport=fake.transport)`.
As a server: `python -m tests.fakes.twilio --port N`, with `TWILIO_API_BASE_URL` set to it.
"""

import argparse
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import httpx
from starlette.applications import Starlette

from tests.fakes.control import control_routes
from tests.fakes.faults import Fault
from tests.fakes.served import serve_for_ever
from tests.fakes.twilio_api import TwilioApi
from tests.fakes.twilio_delivery import Patience
from tests.fakes.twilio_messages import TwilioContent, TwilioMessage

ACCOUNT: Final = "AC" + "0" * 31 + "1"
AUTH_TOKEN: Final = "f" * 32
SENDER: Final = "whatsapp:+5215550001111"
SERVICE: Final = "MG" + "0" * 31 + "2"
_PERSON: Final = ("push_text", "push_tap", "push_media", "push_fields", "opt_out", "unreachable")
_VERBS: Final = (*_PERSON, "fail_next", "connect", "clear", "report", "configure", "add_content", "settle")
_LISTS: Final = ("sent", "received", "posted", "media_requests", "calls")


def machine_clock() -> datetime:
    """Now."""
    return datetime.now(UTC)


def file_clock(path: Path) -> Callable[[], datetime]:
    """The clock a product under test reads through `APP_CLOCK=file:…`."""
    return lambda: datetime.fromisoformat(json.loads(path.read_text(encoding="utf-8"))["now"])


class FakeTwilio(TwilioApi):
    """One account with one WhatsApp sender.

    `receipts` are the statuses reported after a send, in the order they leave; `receipt_delay` seconds before the first; `receipts_twice`
    posts each again; `receipts_early` posts the first before the send is answered; `list_lag` hides messages from the list for so long.
    """

    def __init__(
        self, account_sid: str = ACCOUNT, auth_token: str = AUTH_TOKEN, sender: str = SENDER, *, now: Callable[[], datetime] = machine_clock
    ) -> None:
        super().__init__(account_sid, auth_token, sender, SERVICE, now)
        self.app = Starlette(routes=[*control_routes(self, _VERBS, _LISTS), *self.routes()])
        self.transport = httpx.ASGITransport(app=self.app)

    @property
    def posted(self) -> list[Any]:
        """Every post to our webhooks and what came back."""
        return list(self.webhooks.posted)

    # what a test orders

    def connect(self, public: str, target: str = "", client: httpx.AsyncClient | None = None) -> None:
        """Deliver webhooks signed for `public` to `target` (the same unless told), or through `client` within this process."""
        self.webhooks.connect(public, target, client)

    def configure(self, **values: Any) -> None:
        """Set any of the public attributes, and `retries` / `retry_on` of the webhooks."""
        if "retries" in values or "retry_on" in values:
            self.webhooks.patience = Patience(int(values.pop("retries", 1)), frozenset(values.pop("retry_on", ["ct"])))
        for name, value in values.items():
            setattr(self, name, tuple(value) if isinstance(value, list) else value)

    def fail_next(
        self,
        status: int = 500,
        code: int = 20500,
        *,
        to: str = "",
        method: str = "POST",
        retry_after: int | None = None,
        times: int = 1,
        after: int = 0,
        act: bool = False,
        hang: float = 0.0,
        drop: bool = False,
        raw: str | None = None,
    ) -> None:
        """Fail the next request (`to` one address). `act`: the message is taken all the same; `drop`: no answer; `raw`: no JSON."""
        headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        only = {name: value for name, value in (("to", to), ("method", method)) if value}
        body = {"code": code, "message": "scripted", "more_info": "", "status": status}
        self._script.add(Fault(status, body, headers, act, hang, drop, raw, only, times, after))

    def add_content(self, sid: str, body: str, labels: tuple[str, ...] = (), *, approved: bool = True) -> None:
        """A Content resource that exists at Twilio."""
        self.contents[sid] = TwilioContent(body, tuple(labels), approved)

    def opt_out(self, address: str, *, out: bool = True) -> None:
        """Twilio's own opt-out list: sends are refused with 21610."""
        (self._opted_out.add if out else self._opted_out.discard)(address)

    def unreachable(self, address: str, code: int = 63024) -> None:
        """Sends to this address are taken and then reported undelivered with `code`; 0 makes it reachable again."""
        self._unreachable[address] = code

    def clear(self) -> None:
        """Forget what was sent, received and ordered; the window ledger stays."""
        for record in (self.sent, self.received, self.calls, self.webhooks.posted, self.media_requests):
            record.clear()
        self._script.clear()

    def on_screen(self, address: str) -> list[TwilioMessage]:
        """What we sent to one person, in order."""
        return [message for message in self.sent if message.to == address]

    # what a person does

    async def push_text(self, address: str, body: str, **fields: str) -> int:
        """Words from a person; `fields` add to or replace what Twilio posts. Gives the last webhook status."""
        return await self.push_fields(address, {"Body": body, "MessageType": "text", **fields})

    async def push_tap(self, address: str, payload: str, label: str = "", *, row: bool = False) -> int:
        """A quick-reply button, or with `row` a list row, of our latest message."""
        on = {
            "OriginalRepliedMessageSid": self.on_screen(address)[-1].sid if self.on_screen(address) else "",
            "OriginalRepliedMessageSender": self.sender,
        }
        if row:
            return await self.push_fields(
                address, {"Body": label, "MessageType": "interactive", "ListId": payload, "ListTitle": label, **on}
            )
        return await self.push_fields(
            address, {"Body": label, "MessageType": "button", "ButtonPayload": payload, "ButtonText": label, **on}
        )

    async def push_media(self, address: str, data: bytes | str, content_type: str, body: str = "") -> int:
        """A file (text stands for its own bytes), kept at Twilio under a media SID."""
        media, sid = self._sid("ME"), self._sid("MM")
        self.files[media] = (content_type, data.encode() if isinstance(data, str) else data)
        url = f"https://api.twilio.com/2010-04-01/Accounts/{self.account_sid}/Messages/{sid}/Media/{media}"
        fields = {
            "Body": body,
            "NumMedia": "1",
            "MediaUrl0": url,
            "MediaContentType0": content_type,
            "MessageType": content_type.partition("/")[0],
        }
        return await self.push_fields(
            address, {**fields, "MessageSid": sid, "SmsMessageSid": sid, "SmsSid": sid}, media={media: content_type}
        )

    async def push_fields(self, address: str, fields: dict[str, str], *, media: dict[str, str] | None = None, deliver: bool = True) -> int:
        """Any inbound message. With `deliver` False Twilio has it, but no webhook ever tells us."""
        posted = {**self._inbound(address), **fields}
        self._last_inbound[address] = self.now()
        message = self._message(posted["MessageSid"], self.sender, address, posted["Body"], "inbound")
        message.status, message.media = "received", media or {}
        self.received.append(message)
        return await self.webhooks.inbound(posted) if deliver else 0

    def _inbound(self, address: str) -> dict[str, str]:
        sid = self._sid("SM")
        digits = {"WaId": address.removeprefix("whatsapp:+")} if address.startswith("whatsapp:+") else {"ExternalUserId": address}
        return {
            "SmsMessageSid": sid,
            "MessageSid": sid,
            "SmsSid": sid,
            "AccountSid": self.account_sid,
            "From": address,
            "To": self.sender,
            "Body": "",
            "NumMedia": "0",
            "NumSegments": "1",
            "SmsStatus": "received",
            "ApiVersion": "2010-04-01",
            "ReferralNumMedia": "0",
            "ProfileName": "Ana",
            "MessageType": "text",
            "ChannelMetadata": '{"type":"whatsapp","data":{}}',
            **digits,
        }


def main() -> None:
    """Serve a fake account until told to stop."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, required=True)
    options.add_argument("--account", default=ACCOUNT)
    options.add_argument("--auth-token", default=AUTH_TOKEN)
    options.add_argument("--sender", default=SENDER)
    options.add_argument("--clock", type=Path, help="JSON file with the business time, as in APP_CLOCK=file:…")
    asked = options.parse_args()
    fake = FakeTwilio(asked.account, asked.auth_token, asked.sender, now=file_clock(asked.clock) if asked.clock else machine_clock)
    fake.media_base = f"http://localhost:{asked.port}"
    serve_for_ever(fake.app, asked.port)


if __name__ == "__main__":
    main()
