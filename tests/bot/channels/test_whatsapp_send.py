"""What leaves for Twilio, and what its answers mean."""

import json

import httpx
import pytest
from twilio.base.exceptions import TwilioRestException, TwilioServiceException

from bot.channels.base import ChannelDown, ContentRefused, NotSent, Paced, RecipientGone, SendError, SendUnknown, Sent, WindowClosed
from bot.channels.whatsapp import TwilioAccount, TwilioPlaces, WhatsAppChannel
from bot.channels.whatsapp_contents import variables
from bot.channels.whatsapp_errors import CODES, TOMORROW_SECONDS, of_code, of_receipt, verdict
from messages.prompt import Choice
from tests.bot.channels.conftest import PATIENT, PUBLIC, QUESTION, YES_NO, outgoing
from tests.fakes.twilio import FakeTwilio


async def test_options_leave_as_numbered_lines(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Without a content resource the text alone must do."""
    await whatsapp.send(outgoing(PATIENT, "¿Está embarazada?", options=YES_NO, question=QUESTION))
    assert fake_twilio.sent[0].body == "¿Está embarazada?\n\n1. Sí\n2. No"


async def test_the_callback_carries_our_send_id(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """So a receipt settles a send whose answer was lost."""
    await whatsapp.send(outgoing(PATIENT, send_id="a b/c"))
    assert fake_twilio.sent[0].callback == f"{PUBLIC}/webhooks/twilio/status?sid=a+b%2Fc"


async def test_twilio_may_hold_a_message_for_an_hour_only(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Its own default is ten hours."""
    await whatsapp.send(outgoing(PATIENT))
    assert fake_twilio.calls[0][1]["ValidityPeriod"] == "3600"


async def test_a_keyboard_leaves_as_its_content_with_the_text_as_variable(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """What the guard judged is what the patient reads."""
    fake_twilio.add_content("HX1", "{{body}}", ("{{label_1}}", "{{label_2}}"))
    await whatsapp.send(outgoing(PATIENT, "Olá", language="pt", options=YES_NO, question=QUESTION))
    message = fake_twilio.sent[0]
    assert (message.content_sid, message.body, message.variables["id_2"]) == ("HX1", "Olá", "screening.pregnancy:1:no")


async def test_a_template_leaves_with_its_own_variables_only(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """An approved template refuses variables it does not know."""
    fake_twilio.add_content("HX2", "Hola, {{clinic}} le escribe.")
    await whatsapp.send(outgoing(PATIENT, key="check-in-invitation", template=True, variables={"clinic": "Regeneris"}, options=YES_NO))
    assert (fake_twilio.sent[0].body, fake_twilio.sent[0].variables) == ("Hola, Regeneris le escribe.", {"clinic": "Regeneris"})


async def test_a_keyboard_too_large_for_whatsapp_leaves_as_numbers(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """A list picker holds ten rows."""
    options = tuple(Choice(str(number), str(number)) for number in range(11))
    await whatsapp.send(outgoing(PATIENT, "Dor", language="pt", options=options, question=QUESTION))
    assert (fake_twilio.sent[0].content_sid, fake_twilio.sent[0].body[-6:]) == ("", "11. 10")


async def test_without_a_template_nothing_leaves_outside_the_window(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Free text there would be refused, so it is not tried."""
    with pytest.raises(WindowClosed):
        await whatsapp.send(outgoing(PATIENT, template=True))
    assert fake_twilio.calls == []


async def test_an_empty_variable_is_refused_before_it_leaves(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Twilio would answer 21656."""
    with pytest.raises(ContentRefused):
        await whatsapp.send(outgoing(PATIENT, key="check-in-invitation", template=True, variables={"clinic": " "}))
    assert fake_twilio.calls == []


async def test_templates_are_known_by_key_and_language(whatsapp: WhatsAppChannel) -> None:
    """A template in another language is none."""
    assert [whatsapp.has_template("check-in-invitation", language) for language in ("es", "fr")] == [True, False]


async def test_a_messaging_service_may_stand_for_the_sender(fake_twilio: FakeTwilio) -> None:
    """Then no From is sent."""
    account = TwilioAccount(fake_twilio.account_sid, fake_twilio.auth_token, messaging_service_sid=fake_twilio.service)
    channel = WhatsAppChannel(account, transport=fake_twilio.transport)
    await channel.send(outgoing(PATIENT))
    await channel.close()
    params = fake_twilio.calls[0][1]
    assert ("From" in params, params["MessagingServiceSid"]) == (False, fake_twilio.service)


async def test_an_api_key_signs_in(fake_twilio: FakeTwilio) -> None:
    """The auth token stays for signatures alone."""
    fake_twilio.keys["SK1"] = "secret"
    account = TwilioAccount(fake_twilio.account_sid, "wrong", api_key=("SK1", "secret"), sender=fake_twilio.sender)
    channel = WhatsAppChannel(account, transport=fake_twilio.transport)
    sent = await channel.send(outgoing(PATIENT))
    await channel.close()
    assert sent.provider_ref.startswith("SM")


async def test_a_configured_base_replaces_twilios_host(fake_twilio: FakeTwilio) -> None:
    """The SDK itself can only be aimed at Twilio's own domain."""
    hosts: list[str] = []

    class Seen(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            hosts.append(str(request.url))
            return await fake_twilio.transport.handle_async_request(request)

    account = TwilioAccount(fake_twilio.account_sid, fake_twilio.auth_token, sender=fake_twilio.sender)
    channel = WhatsAppChannel(account, TwilioPlaces(api_base_url="http://127.0.0.1:9/"), transport=Seen())
    await channel.send(outgoing(PATIENT))
    await channel.close()
    assert hosts == [f"http://127.0.0.1:9/2010-04-01/Accounts/{fake_twilio.account_sid}/Messages.json"]


async def test_a_long_text_leaves_in_parts(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Twilio takes 1,600 characters."""
    text = " ".join(f"Frase número {number}." for number in range(200))
    await whatsapp.send(outgoing(PATIENT, text))
    assert " ".join(message.body for message in fake_twilio.sent) == text


async def test_500_is_tried_once_only(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """The SDK as shipped posts again, which may double a message."""
    fake_twilio.fail_next(500, times=5)
    with pytest.raises(SendUnknown):
        await whatsapp.send(outgoing(PATIENT))
    assert len(fake_twilio.calls) == 1


async def test_429_says_how_long_to_wait(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """The SDK drops Retry-After; our HTTP layer keeps it."""
    fake_twilio.fail_next(429, 20429, retry_after=41)
    with pytest.raises(Paced) as raised:
        await whatsapp.send(outgoing(PATIENT))
    assert raised.value.retry_after == 41


@pytest.mark.parametrize("answer", ["", "null", "<html>", "[]", "{}", '{"sid": null}'])
async def test_an_odd_answer_after_2xx_counts_as_accepted(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio, answer: str) -> None:
    """A message that Twilio took is never sent again because its answer could not be read."""
    fake_twilio.fail_next(201, raw=answer, act=True)
    assert await whatsapp.send(outgoing(PATIENT)) == Sent("")


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, 20003, ChannelDown),
        (404, 20404, ChannelDown),
        (400, 21211, RecipientGone),
        (400, 21610, RecipientGone),
        (400, 21617, ContentRefused),
        (400, 63016, WindowClosed),
        (400, 99999, ContentRefused),
        (503, 20503, SendUnknown),
        (500, 63013, SendUnknown),
    ],
)
async def test_each_answer_has_its_verdict(
    whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio, status: int, code: int, kind: type[SendError]
) -> None:
    """Through the real SDK."""
    fake_twilio.fail_next(status, code)
    with pytest.raises(SendError) as raised:
        await whatsapp.send(outgoing(PATIENT))
    assert type(raised.value) is kind


async def test_an_html_error_page_is_an_unknown_outcome(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """A broken gateway says nothing about what Twilio did."""
    fake_twilio.fail_next(502, raw="<html>bad gateway</html>")
    with pytest.raises(SendUnknown):
        await whatsapp.send(outgoing(PATIENT))


@pytest.mark.parametrize(
    ("fault", "kind"),
    [(httpx.ConnectError, NotSent), (httpx.PoolTimeout, NotSent), (httpx.ReadTimeout, SendUnknown), (httpx.WriteError, SendUnknown)],
)
async def test_only_a_request_that_never_left_is_not_sent(fault: type[httpx.TransportError], kind: type[SendError]) -> None:
    """Everything after the first byte may have been accepted."""

    class Broken(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise fault("broken", request=request)

    channel = WhatsAppChannel(TwilioAccount("AC1", "t", sender="whatsapp:+15550001111"), transport=Broken())
    with pytest.raises(SendError) as raised:
        await channel.send(outgoing(PATIENT))
    await channel.close()
    assert type(raised.value) is kind


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_in_the_table_makes_its_error(code: int) -> None:
    """The table is walked, so no row is a typing error."""
    error = of_code(code)
    assert (type(error), error.code) == (CODES[code], str(code))


def test_the_table_uses_every_way_a_send_can_fail() -> None:
    """A verdict that no code leads to would be dead."""
    assert set(CODES.values()) == set(SendError.__subclasses__())


@pytest.mark.parametrize(("code", "kind"), [(63999, ContentRefused), (50123, SendUnknown), (599, SendUnknown), (12345, ContentRefused)])
def test_an_unknown_code_has_a_verdict(code: int, kind: type[SendError]) -> None:
    """Twilio refines its codes without notice."""
    assert type(of_code(code)) is kind


@pytest.mark.parametrize(("code", "kind"), [("", NotSent), ("20500", NotSent), ("63016", WindowClosed), ("x", NotSent), ("30008", NotSent)])
def test_a_receipt_leaves_nothing_unknown(code: str, kind: type[SendError]) -> None:
    """The provider has said that it failed."""
    assert type(of_receipt(code)) is kind


def test_whatsapp_declining_a_person_waits_a_day() -> None:
    """No quick retry for experiment groups and marketing limits."""
    assert [of_code(code).retry_after for code in (63032, 63049)] == [TOMORROW_SECONDS, TOMORROW_SECONDS]


def test_both_of_the_sdks_exceptions_are_read() -> None:
    """Newer endpoints raise a class of their own."""
    old = TwilioRestException(400, "/", "m", 63016)
    new = TwilioServiceException("t", "title", 400, 63016)
    assert {type(verdict(old)), type(verdict(new))} == {WindowClosed}


def test_an_error_never_quotes_what_was_sent() -> None:
    """Provider messages may echo an address or a text."""
    assert "5215512345678" not in str(verdict(TwilioRestException(400, "/", "To whatsapp:+5215512345678 is wrong", 21211)))


def test_the_account_hides_its_secrets_when_shown() -> None:
    """A repr may end in a log."""
    shown = repr(TwilioAccount("AC1", "token-secret", ("SK1", "key-secret")))
    assert "secret" not in shown


def test_variables_are_json_text() -> None:
    """Twilio wants them as one string."""
    assert json.loads(variables(outgoing(PATIENT, template=True, variables={"name": "Ñ"}))) == {"name": "Ñ"}
