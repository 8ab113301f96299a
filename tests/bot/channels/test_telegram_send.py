"""What leaves for Telegram, and what its answers mean."""

import json

import httpx
import pytest

from bot.channels.base import ChannelDown, ContentRefused, NotSent, Paced, RecipientGone, SendError, SendUnknown, Sent
from bot.channels.telegram import TelegramChannel
from messages.limits import units
from messages.prompt import Choice
from tests.bot.channels.conftest import QUESTION, YES_NO, outgoing
from tests.fakes.telegram import FakeTelegram


async def test_a_text_arrives_exactly_as_it_stands(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """No markup is read into a patient's or our own text."""
    await telegram.send(outgoing("7", "Así: *no* _se_ <b>lee</b> {0.__class__} &amp;"))
    assert fake_telegram.sent[0].text == "Así: *no* _se_ <b>lee</b> {0.__class__} &amp;"


async def test_the_reference_names_chat_and_message(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """A tap later refers to the same pair."""
    sent = await telegram.send(outgoing("7"))
    assert sent == Sent(f"7:{fake_telegram.sent[0].message_id}")


async def test_buttons_carry_the_question_and_the_option(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """What comes back with a tap tells which question it answers."""
    await telegram.send(outgoing("7", options=YES_NO, question=QUESTION))
    row = [{"text": "Sí", "callback_data": "screening.pregnancy:1:yes"}, {"text": "No", "callback_data": "screening.pregnancy:1:no"}]
    assert fake_telegram.sent[0].rows == [row]


@pytest.mark.parametrize(
    ("labels", "widths"),
    [
        (["Sí", "No"], [2]),
        ([str(number) for number in range(11)], [6, 5]),
        (["Rodilla", "Cadera", "Hombro", "Espalda"], [3, 1]),
        (["Hace una semana", "Hace un mes"], [2]),
        (["Tomo anticoagulantes a diario", "No"], [1, 1]),
    ],
)
async def test_long_labels_have_a_row_of_their_own(
    telegram: TelegramChannel, fake_telegram: FakeTelegram, labels: list[str], widths: list[int]
) -> None:
    """Buttons stand side by side only where a phone shows their labels in full."""
    options = tuple(Choice(f"o{place}", label) for place, label in enumerate(labels))
    await telegram.send(outgoing("7", options=options, question=QUESTION))
    assert [len(row) for row in fake_telegram.sent[0].rows] == widths


async def test_a_long_text_leaves_in_parts_with_the_buttons_last(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """Nothing of a text longer than Telegram takes is lost, and it is cut between sentences."""
    text = " ".join(f"Frase número {number}." for number in range(400))
    await telegram.send(outgoing("7", text, options=YES_NO, question=QUESTION))
    parts = fake_telegram.on_screen(7)
    assert " ".join(part.text for part in parts) == text
    assert all(units(part.text) <= 4096 and part.text.endswith(".") for part in parts)
    assert [bool(part.rows) for part in parts] == [False, True]


async def test_a_retry_goes_on_with_the_part_that_failed(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """The first part of a long text does not arrive twice when the second was refused."""
    text = "a" * 4000 + "\n\n" + "b" * 4000
    fake_telegram.fail_next(429, retry_after=3, after=1)
    with pytest.raises(Paced):
        await telegram.send(outgoing("7", text))
    await telegram.send(outgoing("7", text))
    assert [part.text[0] for part in fake_telegram.sent] == ["a", "b"]


async def test_a_picture_carries_a_short_text_as_its_caption(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """One message in place of two."""
    await telegram.send(outgoing("7", "Su avance", image=b"\x89PNG", options=YES_NO, question=QUESTION))
    assert [(said.picture, said.text, len(said.rows)) for said in fake_telegram.sent] == [(True, "Su avance", 1)]


async def test_a_picture_goes_before_a_long_text(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """A caption holds 1,024 units only."""
    await telegram.send(outgoing("7", "a" * 1025, image=b"\x89PNG"))
    assert [(said.picture, len(said.text)) for said in fake_telegram.sent] == [(True, 0), (False, 1025)]


ANSWERS: list[tuple[int, str, type[SendError]]] = [
    (403, "Forbidden: bot was blocked by the user", RecipientGone),
    (403, "Forbidden: user is deactivated", RecipientGone),
    (400, "Bad Request: chat not found", RecipientGone),
    (400, "Bad Request: message is too long", ContentRefused),
    (400, "Bad Request: can't parse entities", ContentRefused),
    (413, "Request Entity Too Large", ContentRefused),
    (401, "Unauthorized", ChannelDown),
    (404, "Not Found", ChannelDown),
    (409, "Conflict: terminated by other getUpdates request", ChannelDown),
    (500, "Internal Server Error", SendUnknown),
    (502, "Bad Gateway", SendUnknown),
]


@pytest.mark.parametrize(("status", "description", "kind"), ANSWERS)
async def test_each_answer_has_its_verdict(
    telegram: TelegramChannel, fake_telegram: FakeTelegram, status: int, description: str, kind: type[SendError]
) -> None:
    """Permanent, retryable and unknown are told apart by the answer."""
    fake_telegram.fail_next(status, description)
    with pytest.raises(SendError) as raised:
        await telegram.send(outgoing("7"))
    assert type(raised.value) is kind


async def test_told_to_wait_says_how_long(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """429 with retry_after is pacing, in seconds."""
    fake_telegram.fail_next(429, "Too Many Requests: retry after 17", retry_after=17)
    with pytest.raises(Paced) as raised:
        await telegram.send(outgoing("7"))
    assert raised.value.retry_after == 17


TRANSPORT: list[tuple[type[httpx.TransportError], type[SendError]]] = [
    (httpx.ConnectError, NotSent),
    (httpx.ConnectTimeout, NotSent),
    (httpx.PoolTimeout, NotSent),
    (httpx.ReadTimeout, SendUnknown),
    (httpx.WriteTimeout, SendUnknown),
    (httpx.ReadError, SendUnknown),
    (httpx.WriteError, SendUnknown),
    (httpx.RemoteProtocolError, SendUnknown),
]


@pytest.mark.parametrize(("fault", "kind"), TRANSPORT)
async def test_only_a_request_that_never_left_is_not_sent(fault: type[httpx.TransportError], kind: type[SendError]) -> None:
    """Everything after the first byte may have been accepted."""

    class Broken(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise fault("broken", request=request)

    channel = TelegramChannel("1:x", transport=Broken())
    with pytest.raises(SendError) as raised:
        await channel.send(outgoing("7"))
    await channel.close()
    assert type(raised.value) is kind


@pytest.mark.parametrize("answer", ["", "<html>", "[]", "{}", '{"ok":true,"result":true}', '{"ok":true,"result":{"message_id":"5"}}'])
async def test_an_odd_answer_after_2xx_counts_as_accepted(telegram: TelegramChannel, fake_telegram: FakeTelegram, answer: str) -> None:
    """A send that Telegram took is never repeated because its answer could not be read."""
    fake_telegram.fail_next(200, raw=answer, act=True)
    assert await telegram.send(outgoing("7")) == Sent("")


POOR = {"without a date": {}, "date in milliseconds": {"date": 1_700_000_000_000, "chat": {"id": 7}}, "of another time": {"entities": 5}}


@pytest.mark.parametrize("rest", POOR.values(), ids=POOR)
async def test_the_number_of_the_message_is_all_an_answer_needs(
    telegram: TelegramChannel, fake_telegram: FakeTelegram, rest: dict[str, object]
) -> None:
    """Whatever else the SDK could not read."""
    fake_telegram.fail_next(200, raw=json.dumps({"ok": True, "result": {"message_id": 5, **rest}}), act=True)
    assert await telegram.send(outgoing("7")) == Sent("7:5")


@pytest.mark.parametrize("raw", ["", "{}", '{"parameters": null}', '{"parameters": {"retry_after": "x"}}'])
async def test_told_to_wait_without_a_figure_is_pacing_all_the_same(
    telegram: TelegramChannel, fake_telegram: FakeTelegram, raw: str
) -> None:
    """Nothing was taken, so it is no unknown outcome."""
    fake_telegram.fail_next(429, raw=raw)
    with pytest.raises(Paced) as raised:
        await telegram.send(outgoing("7"))
    assert raised.value.retry_after == 5


@pytest.mark.parametrize("address", ["", "@channel", "7a", "٧"])
async def test_an_address_that_is_no_chat_id_reaches_nobody(telegram: TelegramChannel, address: str) -> None:
    """Nothing is asked of Telegram for it."""
    with pytest.raises(RecipientGone):
        await telegram.send(outgoing(address))


async def test_after_a_tap_the_buttons_go_and_the_answer_stays(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """The message reads question, then answer."""
    sent = await telegram.send(outgoing("7", "¿Está embarazada?", options=YES_NO, question=QUESTION))
    assert await telegram.settle(sent.provider_ref, text="¿Está embarazada?", label="No")
    assert (fake_telegram.sent[0].text, fake_telegram.sent[0].rows) == ("¿Está embarazada?\n\n→ No", [])


async def test_settling_twice_is_no_failure(telegram: TelegramChannel) -> None:
    """Telegram's "message is not modified" means it is as we want it."""
    sent = await telegram.send(outgoing("7", options=YES_NO, question=QUESTION))
    assert [await telegram.settle(sent.provider_ref), await telegram.settle(sent.provider_ref)] == [True, True]


@pytest.mark.parametrize("ref", ["", "7", "7:999"])
async def test_settling_what_is_not_there_is_quiet(telegram: TelegramChannel, ref: str) -> None:
    """Taking buttons away is best effort."""
    assert not await telegram.settle(ref)
