"""Webhooks: who may deliver, how much, what comes back, and that a delivery counts once and only after its commit."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from twilio.request_validator import RequestValidator

from bot.writer import WriterStopped
from tests.bot.rig import ANA, CHAT, PUBLIC, SECRET, Rig
from tests.fakes import telegram_says as says

HOOK = "/webhooks/telegram"
GOOD = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


def update(text: str = "hola", number: int = 501) -> dict[str, Any]:
    """A Telegram update."""
    return {"update_id": number, **says.said(CHAT, 11, text)}


def signed(fields: dict[str, str], path: str = "/webhooks/twilio/whatsapp", token: str = "f" * 32) -> dict[str, str]:
    """Twilio's signature for a form."""
    return {"X-Twilio-Signature": RequestValidator(token).compute_signature(PUBLIC + path, fields)}


def message(sid: str = "SM1", **more: str) -> dict[str, str]:
    """A WhatsApp message as Twilio posts it."""
    return {
        "MessageSid": sid,
        "AccountSid": "AC" + "0" * 31 + "1",
        "From": ANA,
        "To": "whatsapp:+5215550001111",
        "Body": "hola",
        "NumMedia": "0",
        **more,
    }


def inbound(rig: Rig, channel: str) -> int:
    """How many messages of patients are stored on a channel."""
    with rig.parts.database.read() as uow:
        cases = uow.cases.queue(statuses=["intake"], limit=200).items
        return sum(
            1
            for case in cases
            if case.channel == channel
            for m in uow.messages.for_conversation(case.conversation_id)
            if m.author == "patient"
        )


@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 401), ({"X-Telegram-Bot-Api-Secret-Token": ""}, 401), ({"X-Telegram-Bot-Api-Secret-Token": "wrong"}, 401), (GOOD, 200)],
)
async def test_telegram_needs_its_secret(rig: Rig, headers: dict[str, str], status: int) -> None:
    """A missing, empty or wrong secret is 401, never 500."""
    assert (await rig.web.post(HOOK, json=update(), headers=headers)).status_code == status


async def test_a_secret_outside_ascii_is_refused(rig: Rig) -> None:
    """Bytes that are no ASCII are compared, not raised on."""
    answer = await rig.web.post(HOOK, json=update(), headers=[(b"x-telegram-bot-api-secret-token", "ñ".encode())])
    assert answer.status_code == 401


async def test_nothing_is_stored_for_a_stranger(rig: Rig) -> None:
    """A refused delivery leaves no trace of its content."""
    await rig.web.post(HOOK, json=update(), headers={"X-Telegram-Bot-Api-Secret-Token": "wrong"})
    assert inbound(rig, "telegram") == 0


async def test_telegram_is_answered_with_an_empty_object(rig: Rig) -> None:
    """200 and `{}` after the commit."""
    answer = await rig.web.post(HOOK, json=update(), headers=GOOD)
    assert (answer.json(), inbound(rig, "telegram")) == ({}, 1)


async def test_a_tap_is_answered_by_the_webhook_itself(rig: Rig) -> None:
    """The spinner stops without a call of ours, the second time as the first."""
    await rig.telegram.push_text(CHAT, "hola")
    await rig.send_all()
    await rig.telegram.push_tap(CHAT, "Español")
    body = json.loads(rig.telegram.deliveries[-1].body)
    assert body["method"] == "answerCallbackQuery"


@pytest.mark.parametrize("times", [2, 5])
async def test_a_repeated_update_counts_once(rig_on_both: Rig, times: int) -> None:
    """Five deliveries of one update store one message, plan one answer, and get the same response."""
    rig = rig_on_both
    answers = [await rig.web.post(HOOK, json=update(), headers=GOOD) for _ in range(times)]
    await rig.send_all()
    assert (inbound(rig, "telegram"), len(rig.telegram.sent)) == (1, 1)
    assert len({(answer.status_code, answer.text) for answer in answers}) == 1


async def test_the_same_update_at_once_counts_once(rig_on_both: Rig) -> None:
    """Copies that wait together in one batch count once."""
    import asyncio

    rig = rig_on_both
    await asyncio.gather(*(rig.web.post(HOOK, json=update(), headers=GOOD) for _ in range(8)))
    assert inbound(rig, "telegram") == 1


def big_declared() -> Any:
    """A body that says it is large."""
    return b"x" * (256 * 1024 + 1)


async def chunks() -> Any:
    """A body that does not tell its length."""
    for _ in range(300):
        yield b"x" * 1024


@pytest.mark.parametrize("path", [HOOK, "/webhooks/twilio/whatsapp", "/webhooks/twilio/fallback", "/webhooks/twilio/status"])
@pytest.mark.parametrize("body", [big_declared, chunks])
async def test_a_large_body_is_refused_while_it_streams(rig: Rig, path: str, body: Callable[[], Any]) -> None:
    """More than 256 KB is 413, whether the length is told or not."""
    assert (await rig.web.post(path, content=body(), headers=GOOD)).status_code == 413


async def test_a_signed_form_of_many_fields_is_taken(rig: Rig) -> None:
    """Only bytes are limited: what Twilio signed and we can store is not refused for its number of fields."""
    fields = message("SM9", **{f"Extra{n}": "1" for n in range(400)})
    answer = await rig.web.post("/webhooks/twilio/whatsapp", data=fields, headers=signed(fields, token=rig.twilio.auth_token))
    assert (answer.status_code, inbound(rig, "whatsapp")) == (200, 1)


async def test_a_slash_too_many_is_not_redirected(rig: Rig) -> None:
    """A redirect would be built from the Host header; no provider follows one."""
    answer = await rig.web.post(f"{HOOK}/", json=update(), headers={**GOOD, "Host": "evil.example"})
    assert (answer.status_code, "location" in answer.headers) == (404, False)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"null", b'{"update_id": 5}', b"\xff\xfe", b"[" * 5000])
async def test_what_cannot_be_read_is_kept_and_acknowledged(rig: Rig, body: bytes) -> None:
    """A genuine body that is no update never blocks the chat behind it, and is never lost."""
    answer = await rig.web.post(HOOK, content=body, headers=GOOD)
    with rig.parts.database.read() as uow:
        kept = len(uow.inbox.list_parked())
    assert (answer.status_code, kept) == (200, 0 if body == b'{"update_id": 5}' else 1)


@pytest.mark.parametrize("path", ["/webhooks/twilio/whatsapp", "/webhooks/twilio/fallback"])
async def test_twilio_is_answered_with_empty_xml(rig: Rig, path: str) -> None:
    """200 `text/xml` `<Response/>`: any other words might reach the patient."""
    answer = await rig.web.post(path, data=message(), headers=signed(message(), path))
    assert (answer.status_code, answer.headers["content-type"].split(";")[0], answer.text) == (200, "text/xml", "<Response/>")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Twilio-Signature": ""},
        {"X-Twilio-Signature": "ñ"},
        signed(message(), token="other"),
        signed(message(), "/webhooks/twilio/status"),
    ],
)
async def test_an_unsigned_message_is_refused(rig: Rig, headers: dict[str, str]) -> None:
    """A missing, wrong or borrowed signature is 403."""
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    answer = await rig.web.post("/webhooks/twilio/whatsapp", data=message(), headers=raw)
    assert (answer.status_code, inbound(rig, "whatsapp")) == (403, 0)


async def test_the_main_and_the_fallback_address_count_as_one(rig: Rig) -> None:
    """Twilio tries the fallback after a slow answer: still one message."""
    for path in ("/webhooks/twilio/whatsapp", "/webhooks/twilio/fallback"):
        await rig.web.post(path, data=message(), headers=signed(message(), path))
    assert inbound(rig, "whatsapp") == 1


async def test_nothing_is_acknowledged_without_a_commit(rig: Rig) -> None:
    """When the writer is gone the answer is 503, and the provider delivers again."""
    rig.parts.writer.stop(5)
    answer = await rig.web.post(HOOK, json=update(), headers=GOOD)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    with pytest.raises(WriterStopped):
        rig.parts.writer.call(lambda uow: uow).result()


async def test_a_locked_database_is_503_and_heals(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the turn nor the parking commits: no 2xx; afterwards the same delivery counts."""
    from sqlalchemy.exc import OperationalError

    def away() -> Any:
        raise OperationalError("BEGIN", {}, Exception("locked"))

    with monkeypatch.context() as patch:
        patch.setattr(rig.parts.writer, "_begin", away)
        assert (await rig.web.post(HOOK, json=update(), headers=GOOD)).status_code == 503
    assert (await rig.web.post(HOOK, json=update(), headers=GOOD)).status_code == 200
    assert inbound(rig, "telegram") == 1


async def test_a_group_hears_nothing(rig: Rig) -> None:
    """Group chats are recorded by their key and never answered."""
    said = says.said(CHAT, 11, "hola")
    said["message"]["chat"] = {"id": -5, "type": "group", "title": "G"}
    answer = await rig.web.post(HOOK, json={"update_id": 900, **said}, headers=GOOD)
    await rig.send_all()
    assert (answer.status_code, rig.telegram.sent) == (200, [])


async def test_a_channel_that_is_off_has_no_route(rig: Rig) -> None:
    """An unknown webhook is 404."""
    answer: httpx.Response = await rig.web.post("/webhooks/other", json={})
    assert answer.status_code == 404
