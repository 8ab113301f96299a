"""The fakes themselves: they refuse, retry, sign and forget as the real providers do, or tests that lean on them prove nothing."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.base import ContentRefused, RecipientGone, SendError
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_updates import parse, verify_secret, webhook_answer
from bot.channels.whatsapp import TwilioAccount, TwilioPlaces, WhatsAppChannel
from bot.channels.whatsapp_contents import ContentSids
from bot.channels.whatsapp_webhooks import read_form, verify
from messages.prompt import Choice
from tests.bot.channels.conftest import PATIENT, PUBLIC, QUESTION, YES_NO, outgoing
from tests.fakes.served import served
from tests.fakes.telegram import FakeTelegram
from tests.fakes.twilio import FakeTwilio

SECRET = "s3cret"


class Clinic:
    """A product that does nothing but check, remember and answer as `answers` says (2xx when empty)."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.answers: list[int] = []
        self.app = Starlette(
            routes=[
                Route("/webhooks/telegram", self._telegram, methods=["POST"]),
                Route("/webhooks/twilio/{kind}", self._twilio, methods=["POST"]),
            ]
        )

    async def _telegram(self, request: Request) -> Response:
        if not verify_secret(request.headers.get("x-telegram-bot-api-secret-token"), SECRET):
            return Response(status_code=401)
        status = self.answers.pop(0) if self.answers else 200
        update = parse(await request.json(), "1")
        self.taken.append(f"{update.external_id} {status}")
        return JSONResponse(webhook_answer(update.ack), status)

    async def _twilio(self, request: Request) -> Response:
        form = read_form(await request.body())
        query = f"?{request.url.query}" if request.url.query else ""
        if not verify(request.headers.get("x-twilio-signature"), PUBLIC + request.url.path + query, form, ["f" * 32]):
            return Response(status_code=403)
        status = self.answers.pop(0) if self.answers else 200
        self.taken.append(f"{request.path_params['kind']} {form.get('MessageStatus') or form.get('Body')}")
        return Response("<Response/>", status, media_type="text/xml")


@pytest.fixture
def clinic() -> Clinic:
    """The product's side."""
    return Clinic()


@pytest.fixture
def to_clinic(clinic: Clinic, fake_telegram: FakeTelegram, fake_twilio: FakeTwilio) -> Clinic:
    """Both fakes deliver to it."""
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app=clinic.app))
    fake_telegram.connect(client)
    fake_telegram.webhook("http://clinic/webhooks/telegram", SECRET)
    fake_twilio.connect(PUBLIC, "http://clinic", client)
    return clinic


async def test_telegram_delivers_again_until_2xx(to_clinic: Clinic, fake_telegram: FakeTelegram) -> None:
    """The same update each time."""
    to_clinic.answers = [503, 500]
    assert await fake_telegram.push_text(7, "hola") == 200
    assert to_clinic.taken == ["1000 503", "1000 500", "1000 200"]


async def test_telegram_keeps_the_next_message_of_a_chat_waiting(to_clinic: Clinic, fake_telegram: FakeTelegram) -> None:
    """A patient's messages never overtake each other; other patients do not wait."""
    to_clinic.answers = [503, 200, 200, 200]
    await asyncio.gather(fake_telegram.push_text(7, "uno"), fake_telegram.push_text(7, "dos"), fake_telegram.push_text(8, "otra"))
    mine = [line for line in to_clinic.taken if not line.startswith("1002")]
    assert mine == ["1000 503", "1000 200", "1001 200"]


async def test_telegram_carries_out_the_method_in_our_answer(
    to_clinic: Clinic, telegram: TelegramChannel, fake_telegram: FakeTelegram
) -> None:
    """The spinner of a tap stops without a call."""
    await telegram.send(outgoing("7", options=YES_NO, question=QUESTION))
    await fake_telegram.push_tap(7, "No")
    assert (len(fake_telegram.answered), len(to_clinic.taken)) == (1, 1)


async def test_telegram_refuses_a_stranger_and_markup(telegram: TelegramChannel) -> None:
    """A bot cannot write first."""
    with pytest.raises(RecipientGone):
        await telegram.send(outgoing("8"))


@pytest.mark.parametrize("text", ["", "   "])
async def test_telegram_refuses_an_empty_text(telegram: TelegramChannel, text: str) -> None:
    """Ours would be at fault."""
    with pytest.raises(ContentRefused):
        await telegram.send(outgoing("7", text))


async def test_telegram_refuses_button_data_over_64_bytes(telegram: TelegramChannel) -> None:
    """Bytes, not characters."""
    with pytest.raises(ContentRefused):
        await telegram.send(outgoing("7", options=(Choice("ñ" * 30, "x"),), question=QUESTION))


async def test_a_blocked_bot_reaches_nobody(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """Until it is let back in."""
    fake_telegram.block(7)
    with pytest.raises(RecipientGone):
        await telegram.send(outgoing("7"))


async def test_twilio_posts_signed_and_answers_are_kept(to_clinic: Clinic, fake_twilio: FakeTwilio) -> None:
    """Genuine for the public address."""
    assert await fake_twilio.push_text(PATIENT, "hola") == 200
    assert (to_clinic.taken, fake_twilio.posted[0].content_type[:8]) == (["whatsapp hola"], "text/xml")


async def test_twilio_does_not_repeat_what_was_answered_5xx_but_asks_the_fallback(to_clinic: Clinic, fake_twilio: FakeTwilio) -> None:
    """Its default retries are for connections only."""
    to_clinic.answers = [503]
    assert await fake_twilio.push_text(PATIENT, "hola") == 200
    assert to_clinic.taken == ["whatsapp hola", "fallback hola"]


async def test_twilio_repeats_as_its_url_says(to_clinic: Clinic, fake_twilio: FakeTwilio) -> None:
    """`#rc=3&rp=ct,rt,5xx`."""
    fake_twilio.configure(retries=3, retry_on=["ct", "rt", "5xx"])
    to_clinic.answers = [503, 503]
    assert await fake_twilio.push_text(PATIENT, "hola") == 200
    assert to_clinic.taken == ["whatsapp hola"] * 3


async def test_twilio_reports_what_became_of_a_send(to_clinic: Clinic, whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Signed over the callback's own query."""
    await fake_twilio.push_fields(PATIENT, {"Body": "hola"}, deliver=False)
    fake_twilio.configure(receipts=["delivered", "sent", "read"], receipts_twice=True)
    await whatsapp.send(outgoing(PATIENT))
    await fake_twilio.settle()
    assert to_clinic.taken == ["status delivered", "status sent", "status read"] * 2


async def test_twilio_may_report_before_it_answers(to_clinic: Clinic, whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """The send's own id is all we have then."""
    await fake_twilio.push_fields(PATIENT, {"Body": "hola"}, deliver=False)
    fake_twilio.configure(receipts_early=True, receipt_delay=0.01)
    await whatsapp.send(outgoing(PATIENT))
    assert to_clinic.taken == ["status sent"]


@pytest.mark.parametrize(("hours", "state"), [(None, "failed"), (25, "failed"), (23, "sent")])
async def test_outside_the_window_a_text_fails_later(
    to_clinic: Clinic, whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio, hours: int | None, state: str
) -> None:
    """Accepted first, then 63016 by receipt, from Twilio's own ledger."""
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    if hours is not None:
        fake_twilio.now = lambda: now - timedelta(hours=hours)
        await fake_twilio.push_fields(PATIENT, {"Body": "hola"}, deliver=False)
    fake_twilio.now = lambda: now
    fake_twilio.configure(receipts=["sent"])
    await whatsapp.send(outgoing(PATIENT))
    await fake_twilio.settle()
    assert to_clinic.taken == [f"status {state}"]


async def test_an_approved_template_passes_outside_the_window(
    to_clinic: Clinic, whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio
) -> None:
    """One that is not approved does not."""
    fake_twilio.add_content("HX2", "Hola, {{clinic}} le escribe.")
    fake_twilio.configure(receipts=["sent"])
    invitation = outgoing(PATIENT, key="check-in-invitation", template=True, variables={"clinic": "Regeneris"})
    await whatsapp.send(invitation)
    fake_twilio.add_content("HX2", "Hola, {{clinic}} le escribe.", approved=False)
    await whatsapp.send(invitation)
    await fake_twilio.settle()
    assert sorted(to_clinic.taken) == ["status failed", "status sent"]


REFUSED = {
    "no WhatsApp address": {"to": "+5215512345678"},
    "an empty text": {"text": ""},
    "an unknown content": {"key": "unknown", "language": "pt"},
}


@pytest.mark.parametrize("fields", REFUSED.values(), ids=REFUSED)
async def test_twilio_refuses(fake_twilio: FakeTwilio, fields: dict[str, str]) -> None:
    """As the real API does, with a code."""
    account = TwilioAccount(fake_twilio.account_sid, fake_twilio.auth_token, sender=fake_twilio.sender)
    channel = WhatsAppChannel(account, TwilioPlaces(), ContentSids({"unknown": {"pt": "HX9"}}), transport=fake_twilio.transport)
    with pytest.raises(SendError) as raised:
        await channel.send(outgoing(**{"to": PATIENT, **fields}))
    await channel.close()
    assert not raised.value.retryable


async def test_twilios_own_opt_out_list_holds(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """21610."""
    fake_twilio.opt_out(PATIENT)
    with pytest.raises(RecipientGone):
        await whatsapp.send(outgoing(PATIENT))


async def test_the_list_may_lag(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """A message just taken is not listed yet."""
    fake_twilio.configure(list_lag=60)
    await whatsapp.send(outgoing(PATIENT))
    assert await whatsapp.find_sent(outgoing(PATIENT), since=datetime.now(UTC) - timedelta(minutes=1)) is None


def test_a_fake_runs_as_a_server_and_takes_orders_over_http() -> None:
    """For products that run in processes of their own."""
    fake = FakeTelegram()
    with served(fake.app) as url, httpx.Client(base_url=url) as client:
        client.post("/_control/push_text", json={"chat": 7, "text": "hola"})
        client.post("/_control/fail_next", json={"status": 403, "description": "Forbidden: bot was blocked by the user"})
        statuses = [client.post(f"/bot{fake.token}/sendMessage", data={"chat_id": "7", "text": "Hola"}).status_code for _ in range(2)]
        sent = client.get("/_control/sent").json()
    assert (statuses, sent[0]["text"]) == ([403, 200], "Hola")


async def test_a_dropped_connection_of_a_real_server_is_an_unknown_outcome() -> None:
    """Through sockets, not only in process."""
    fake = FakeTelegram()
    fake.know(7)
    fake.fail_next(drop=True, act=True)
    with served(fake.app) as url:
        channel = TelegramChannel(fake.token, base_url=url)
        with pytest.raises(SendError) as raised:
            await channel.send(outgoing("7"))
        await channel.close()
    assert (type(raised.value).__name__, len(fake.sent)) == ("SendUnknown", 1)


async def test_twilio_as_a_server_serves_media_through_another_host() -> None:
    """`localhost` stands for the host that stores media."""
    fake = FakeTwilio()
    with served(fake.app) as url:
        fake.media_base = url.replace("127.0.0.1", "localhost")
        await fake.push_media(PATIENT, b"x", "image/jpeg")
        account = TwilioAccount(fake.account_sid, fake.auth_token, sender=fake.sender)
        places = TwilioPlaces(api_base_url=url, media_redirect_hosts=(fake.media_base.partition("//")[2],), allow_private=True)
        channel = WhatsAppChannel(account, places)
        data = await channel.fetch(f"{fake.received[0].sid}/{next(iter(fake.files))}", limit=10)
        await channel.close()
    assert (data, [authorized for _, authorized in fake.media_requests]) == (b"x", [True, False])
