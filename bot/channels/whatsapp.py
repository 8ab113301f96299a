"""WhatsApp through Twilio: send, fetch, look up. The SDK stays inside this file and `whatsapp_http`.

Knows Twilio's API; must not know conversations or storage. Reading webhooks is in `whatsapp_webhooks`, errors in `whatsapp_errors`.
A picture goes as the address Twilio fetches it from, inside the reply window only, and as a message of its own before the text: where it
cannot be fetched, the text arrives all the same.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlencode

import httpx
from twilio.base.exceptions import TwilioException
from twilio.rest import Client

from bot.channels.base import ChannelName, ContentRefused, Outgoing, SendError, Sent, Update, WindowClosed
from bot.channels.layout import Progress, as_numbered, split
from bot.channels.quiet import hush
from bot.channels.whatsapp_contents import ContentSids, variables
from bot.channels.whatsapp_errors import of_receipt, verdict
from bot.channels.whatsapp_http import API_HOST, CONTENT_HOST, TwilioHttp
from bot.channels.whatsapp_media import DEFAULT_REDIRECT_HOSTS, MediaSource, fetch_media
from bot.channels.whatsapp_webhooks import parse
from messages.limits import WHATSAPP_TEXT, units

SPLIT_AT: Final = 1500
"""UTF-16 units of a part when a text is too long for one message."""
VALIDITY_SECONDS: Final = 3600
"""How long Twilio may hold a message before it drops it: an hour, so that nothing arrives long after it was meant."""

_RECENT: Final = 50
_PICTURE: Final = "media_url"
_ODD_ANSWER: Final = (ValueError, TypeError, AttributeError, KeyError)  # what the SDK raises while reading a 2xx it does not understand
_LIST_FAULTS: Final = (TwilioException, httpx.HTTPError, SendError, *_ODD_ANSWER)


@dataclass(frozen=True, slots=True)
class TwilioAccount:
    """Who we are at Twilio. `api_key` (sid, secret) signs in instead of the token; we send as `sender` or as the messaging service."""

    account_sid: str
    auth_token: str = field(repr=False)
    api_key: tuple[str, str] | None = field(default=None, repr=False)
    sender: str = ""
    messaging_service_sid: str = ""

    @property
    def login(self) -> tuple[str, str]:
        """User and password for the REST API."""
        return self.api_key or (self.account_sid, self.auth_token)


@dataclass(frozen=True, slots=True)
class TwilioPlaces:
    """Where Twilio is and where we are. Empty addresses mean Twilio's own; `public_base_url` is where receipts are sent to."""

    public_base_url: str = ""
    api_base_url: str = ""
    content_base_url: str = ""
    media_redirect_hosts: Collection[str] = DEFAULT_REDIRECT_HOSTS
    allow_private: bool = False


class WhatsAppChannel:
    """One WhatsApp sender. `transport` replaces the network in tests; build it inside the running event loop."""

    name: ChannelName = "whatsapp"
    window_hours: int | None = 24

    def __init__(
        self,
        account: TwilioAccount,
        places: TwilioPlaces | None = None,
        contents: ContentSids | None = None,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        hush()
        self._us, self._places, self._contents = account, places or TwilioPlaces(), contents or ContentSids()
        self.account = account.account_sid
        self._http = httpx.AsyncClient(transport=transport, timeout=httpx.Timeout(20, connect=5))
        http = TwilioHttp(self._http, {API_HOST: self._places.api_base_url, CONTENT_HOST: self._places.content_base_url})
        self._client = Client(*account.login, account.account_sid, http_client=http)
        self._progress = Progress()

    async def send(self, outgoing: Outgoing) -> Sent:
        """Send a text, in parts when it is too long; the reference is the SID of the last part. Raises a `SendError`."""
        bodies = self._bodies(outgoing)
        sent = Sent("")
        for place in range(self._progress.taken(outgoing.send_id), len(bodies)):
            body = bodies[place]
            sent = await (self._picture(outgoing, body) if _PICTURE in body else self._create(outgoing, body))
            self._progress.took(outgoing.send_id, place + 1)
        self._progress.done(outgoing.send_id)
        return sent

    def _bodies(self, outgoing: Outgoing) -> list[dict[str, Any]]:
        """What is sent one after another: the picture, then the text in as many parts as it needs."""
        sid = self._contents.for_sending(outgoing)
        if sid:
            return [{"content_sid": sid, "content_variables": variables(outgoing)}]
        if outgoing.template:
            raise WindowClosed("no_template")
        text = as_numbered(outgoing)
        parts = (text,) if units(text) <= WHATSAPP_TEXT else split(text, SPLIT_AT)
        pictures = [{_PICTURE: [outgoing.image_url]}] if outgoing.image_url else []
        return [*pictures, *({"body": part} for part in parts)]

    async def _picture(self, outgoing: Outgoing, body: dict[str, Any]) -> Sent:
        """The picture alone. Nobody is told what became of it, and one that is refused is left out: the text says the same."""
        try:
            return await self._create(outgoing, body)
        except ContentRefused:
            return Sent("")

    async def _create(self, outgoing: Outgoing, body: dict[str, Any]) -> Sent:
        told = {} if _PICTURE in body else self._callback(outgoing.send_id)
        try:
            message = await self._client.messages.create_async(
                to=outgoing.to, validity_period=VALIDITY_SECONDS, **body, **self._as_us(), **told
            )
        except (TwilioException, httpx.HTTPError, SendError) as error:
            raise verdict(error) from None
        except _ODD_ANSWER:
            return Sent("")  # Twilio has the message
        return Sent(str(message.sid or ""))

    def _as_us(self) -> dict[str, str]:
        return {"from_": self._us.sender} if self._us.sender else {"messaging_service_sid": self._us.messaging_service_sid}

    def _callback(self, send_id: str) -> dict[str, str]:
        base = self._places.public_base_url.rstrip("/")
        return {"status_callback": f"{base}/webhooks/twilio/status?{urlencode({'sid': send_id})}"} if base else {}

    async def fetch(self, locator: str, *, limit: int) -> bytes:
        """The bytes behind a media locator, at most `limit`. Raises `FetchError`."""
        base = self._places.api_base_url or f"https://{API_HOST}"
        hosts, private = self._places.media_redirect_hosts or DEFAULT_REDIRECT_HOSTS, self._places.allow_private
        return await fetch_media(self._http, MediaSource(base, self._us.account_sid, self._us.login, hosts, private), locator, limit)

    def has_template(self, key: str, language: str) -> bool:
        """Whether a ContentSid is configured for this key and language."""
        return bool(self._contents.sid(key, language))

    def failure(self, error_code: str) -> SendError:
        """What a receipt's error code means, in the words of a failed send."""
        return of_receipt(error_code)

    async def list_messages(self, since: datetime) -> list[Update]:
        """Messages to us since `since` (aware), as their webhooks would have brought them, oldest first. Raises a `SendError`.

        Twilio does not tell what was tapped: a recovered tap is the text of its label.
        """
        ours = {"to": self._us.sender} if self._us.sender else {}
        try:
            rows = await self._client.messages.list_async(date_sent_after=since.astimezone(UTC).strftime("%Y-%m-%d"), page_size=200, **ours)
            inbound = [row for row in rows if row.direction == "inbound" and str(row.from_).startswith("whatsapp:") and _when(row) >= since]
            return [await self._recovered(row) for row in reversed(inbound)]
        except _LIST_FAULTS as error:
            raise verdict(error) from None

    async def _recovered(self, row: Any) -> Update:  # noqa: ANN401 - the SDK publishes no types
        fields = {"MessageSid": row.sid, "AccountSid": row.account_sid, "From": row.from_, "To": row.to, "Body": row.body or ""}
        if str(row.num_media or "0") != "0":
            for media in await self._client.messages(row.sid).media.list_async(limit=1):
                fields["MediaUrl0"] = f"https://{API_HOST}/2010-04-01/Accounts/{row.account_sid}/Messages/{row.sid}/Media/{media.sid}"
                fields["MediaContentType0"] = media.content_type or ""
        return replace(parse({name: str(value) for name, value in fields.items()}), sent_at=_when(row))

    async def find_sent(self, outgoing: Outgoing, *, since: datetime, known: Collection[str] = ()) -> Sent | None:
        """Whether Twilio already has this text, sent to this address since `since` (aware): for sends of unknown outcome.

        `known` are SIDs that belong to other sends. Raises a `SendError` when Twilio cannot be asked.
        """
        bodies = {text.strip() for text in (as_numbered(outgoing), outgoing.text, *split(as_numbered(outgoing), SPLIT_AT))}
        try:
            rows = await self._client.messages.list_async(to=outgoing.to, limit=_RECENT)
        except _LIST_FAULTS as error:
            raise verdict(error) from None
        ours = [row for row in rows if str(row.direction).startswith("outbound") and row.sid not in known and _when(row) >= since]
        return next((Sent(str(row.sid)) for row in ours if (row.body or "").strip() in bodies), None)

    async def close(self) -> None:
        """Give connections back."""
        await self._http.aclose()


def _when(row: Any) -> datetime:  # noqa: ANN401 - the SDK publishes no types
    """When Twilio took the message; the beginning of time when it does not say."""
    moment = row.date_sent or row.date_created
    return moment if isinstance(moment, datetime) else datetime.min.replace(tzinfo=UTC)
