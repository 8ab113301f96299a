"""Fakes and channels, wired to each other in process."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.base import Outgoing
from bot.channels.telegram import TelegramChannel
from bot.channels.whatsapp import TwilioAccount, TwilioPlaces, WhatsAppChannel
from bot.channels.whatsapp_contents import ContentSids
from messages.prompt import Choice
from tests.fakes.telegram import FakeTelegram
from tests.fakes.twilio import FakeTwilio

PATIENT = "whatsapp:+5215512345678"
PUBLIC = "https://clinic.example"
YES_NO = (Choice("yes", "Sí"), Choice("no", "No"))
QUESTION = ("screening.pregnancy", 1)


def outgoing(to: str, text: str = "Hola", **more: object) -> Outgoing:
    """A text in Spanish to one address."""
    return Outgoing(**{"send_id": "send-1", "to": to, "key": "greeting", "language": "es", "text": text, **more})  # type: ignore[arg-type] # test values


@pytest.fixture
def fake_telegram() -> FakeTelegram:
    """A Bot API server that knows patient 7."""
    fake = FakeTelegram()
    fake.know(7)
    return fake


@pytest.fixture
async def telegram(fake_telegram: FakeTelegram) -> AsyncIterator[TelegramChannel]:
    """The channel in front of it."""
    channel = TelegramChannel(fake_telegram.token, base_url="http://fake", transport=fake_telegram.transport)
    yield channel
    await channel.close()


@pytest.fixture
def fake_twilio() -> FakeTwilio:
    """A Twilio account."""
    return FakeTwilio()


@pytest.fixture
async def whatsapp(fake_twilio: FakeTwilio) -> AsyncIterator[WhatsAppChannel]:
    """The channel in front of it, with content for `greeting` in Portuguese and for `check-in-invitation` in Spanish."""
    account = TwilioAccount(fake_twilio.account_sid, fake_twilio.auth_token, sender=fake_twilio.sender)
    contents = ContentSids({"greeting": {"pt": "HX1"}, "check-in-invitation": {"es": "HX2"}})
    channel = WhatsAppChannel(account, TwilioPlaces(PUBLIC), contents, transport=fake_twilio.transport)
    yield channel
    await channel.close()
