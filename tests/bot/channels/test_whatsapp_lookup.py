"""What Twilio is asked: whether it has a message of ours, and which messages of patients we missed."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.base import Media, SendError, SendUnknown, Sent, Text
from bot.channels.whatsapp import WhatsAppChannel
from tests.bot.channels.conftest import PATIENT, QUESTION, YES_NO, outgoing
from tests.fakes.twilio import FakeTwilio

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


async def test_a_lost_answer_is_found_in_the_list(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Twilio took the message, then the connection broke."""
    text = outgoing(PATIENT, "Hola", options=YES_NO, question=QUESTION)
    began = datetime.now(UTC) - timedelta(seconds=1)
    fake_twilio.fail_next(drop=True, act=True)
    with pytest.raises(SendUnknown):
        await whatsapp.send(text)
    assert await whatsapp.find_sent(text, since=began) == Sent(fake_twilio.sent[0].sid)


async def test_what_twilio_never_took_is_not_found(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Then the send may be repeated."""
    fake_twilio.fail_next(drop=True)
    with pytest.raises(SendUnknown):
        await whatsapp.send(outgoing(PATIENT))
    assert await whatsapp.find_sent(outgoing(PATIENT), since=datetime.now(UTC) - timedelta(minutes=1)) is None


async def test_the_same_words_of_another_send_are_not_taken_for_this_one(whatsapp: WhatsAppChannel) -> None:
    """A question asked again reads the same."""
    first = await whatsapp.send(outgoing(PATIENT))
    found = await whatsapp.find_sent(outgoing(PATIENT), since=datetime.now(UTC) - timedelta(minutes=1), known={first.provider_ref})
    assert found is None


async def test_an_earlier_message_is_not_taken_for_this_one(whatsapp: WhatsAppChannel) -> None:
    """Only what Twilio took since the attempt began counts."""
    await whatsapp.send(outgoing(PATIENT))
    assert await whatsapp.find_sent(outgoing(PATIENT), since=datetime.now(UTC) + timedelta(hours=1)) is None


async def test_a_looker_up_that_fails_says_so(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """No answer is not the answer no."""
    fake_twilio.fail_next(503, 20503, method="GET")
    with pytest.raises(SendUnknown):
        await whatsapp.find_sent(outgoing(PATIENT), since=datetime.now(UTC))


@pytest.mark.parametrize("answer", ["", "null", "[]", "{}", "<html>", '{"messages": 5}', '{"messages": null}'])
async def test_a_list_that_cannot_be_read_is_no_answer(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio, answer: str) -> None:
    """One family of errors, and never "Twilio does not have it" by mistake."""
    fake_twilio.fail_next(200, raw=answer, method="GET", times=2)
    with pytest.raises(SendError):
        await whatsapp.find_sent(outgoing(PATIENT), since=LONG_AGO)
    with pytest.raises(SendError):
        await whatsapp.list_messages(LONG_AGO)


async def test_a_message_whose_webhook_never_came_is_listed(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """It reads as its webhook would have, with Twilio's own time."""
    await fake_twilio.push_fields(PATIENT, {"Body": "me duele"}, deliver=False)
    (update,) = await whatsapp.list_messages(LONG_AGO)
    assert update.sent_at is not None
    assert (update.account, update.external_id, update.content) == (whatsapp.account, fake_twilio.received[0].sid, Text("me duele"))


async def test_a_missed_file_is_listed_with_where_it_is(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Its media id is asked for, as the list does not tell."""
    await fake_twilio.push_media(PATIENT, b"%PDF-1.7", "application/pdf", "mi estudio")
    (update,) = await whatsapp.list_messages(LONG_AGO)
    media = next(iter(fake_twilio.files))
    assert update.content == Media("pdf", f"{update.external_id}/{media}", "application/pdf", caption="mi estudio")


async def test_messages_come_oldest_first_over_many_pages(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Twilio lists the newest first, in pages."""
    moments = iter(LONG_AGO + timedelta(minutes=minute) for minute in range(10_000))
    fake_twilio.now = lambda: next(moments)
    for number in range(450):
        await fake_twilio.push_fields(PATIENT, {"Body": str(number)}, deliver=False)
    updates = await whatsapp.list_messages(LONG_AGO)
    assert [update.content for update in updates] == [Text(str(number)) for number in range(450)]


async def test_our_own_messages_and_older_ones_are_not_listed(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Twilio filters by the day only."""
    await whatsapp.send(outgoing(PATIENT))
    await fake_twilio.push_fields(PATIENT, {"Body": "hola"}, deliver=False)
    assert await whatsapp.list_messages(datetime.now(UTC) + timedelta(seconds=2)) == []
