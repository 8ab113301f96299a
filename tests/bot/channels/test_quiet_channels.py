"""What the channels and their libraries write to the log: never a secret, never a patient's words."""

import logging

import pytest

from bot.channels.base import SendError
from bot.channels.telegram import TelegramChannel
from bot.channels.whatsapp import TwilioAccount, TwilioPlaces, WhatsAppChannel
from tests.bot.channels.conftest import PATIENT, PUBLIC, QUESTION, YES_NO, outgoing
from tests.fakes.telegram import FakeTelegram
from tests.fakes.twilio import FakeTwilio

TOKEN = "123456:CANARY-token"
WORDS = "CANARY-words"


@pytest.fixture(autouse=True)
def everything_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The root logger at its most talkative."""
    caplog.set_level(logging.DEBUG)


async def telegram_through_all_weathers() -> list[str]:
    """Send, fail in every way, fetch; the texts of the errors."""
    fake, said = FakeTelegram(TOKEN), []
    fake.know(7)
    fake.files["f1"] = b"x"
    channel = TelegramChannel(TOKEN, base_url="http://fake", transport=fake.transport)
    for fault in ({}, {"status": 400, "description": WORDS}, {"status": 500, "raw": WORDS}, {"status": 200, "raw": WORDS}, {"drop": True}):
        if fault:
            fake.fail_next(**fault)
        try:
            await channel.send(outgoing("7", WORDS, options=YES_NO, question=QUESTION))
        except SendError as error:
            said.append(repr(error) + str(error))
    await channel.fetch("f1", limit=10)
    await channel.close()
    return said


async def whatsapp_through_all_weathers() -> list[str]:
    """The same for Twilio."""
    fake, said = FakeTwilio(auth_token="CANARY-secret"), []
    channel = WhatsAppChannel(
        TwilioAccount(fake.account_sid, fake.auth_token, sender=fake.sender), TwilioPlaces(PUBLIC), transport=fake.transport
    )
    for fault in ({}, {"status": 400, "code": 21211}, {"status": 500, "raw": WORDS}, {"status": 201, "raw": WORDS}, {"drop": True}):
        if fault:
            fake.fail_next(**fault)
        try:
            await channel.send(outgoing(PATIENT, WORDS))
        except SendError as error:
            said.append(repr(error) + str(error))
    await channel.close()
    return said


async def test_telegram_logs_no_token_and_no_words(caplog: pytest.LogCaptureFixture) -> None:
    """Httpx writes URLs with the token in them, the SDK writes texts, unless told not to."""
    errors = await telegram_through_all_weathers()
    assert len(errors) == 3
    assert "CANARY" not in caplog.text + "".join(errors)


async def test_whatsapp_logs_no_token_and_no_words(caplog: pytest.LogCaptureFixture) -> None:
    """Nor the patient's number."""
    errors = await whatsapp_through_all_weathers()
    assert len(errors) == 3
    assert "CANARY" not in caplog.text + "".join(errors)
    assert PATIENT not in caplog.text + "".join(errors)
