"""Canaries through every path of real processes at the most talkative level: no output, metric, file or row holds one in the clear."""

from pathlib import Path
from typing import Final

import pytest

from tests.journeys.evidence import accounts, planted, unfinished
from tests.journeys.nursery import Nursery
from tests.journeys.patients import Patient, TelegramPhone, WhatsAppPhone
from tests.journeys.quick import POISON
from tests.journeys.walker import HEALTHY
from tests.journeys.world import PUBLIC, SECRET, World, until, world

pytestmark = [pytest.mark.processes]

NAME: Final = "Canarieta Guadalupe"
DIGITS: Final = "5215598877661"
WORD: Final = "canarioqueja"
MEDICINE: Final = "canariomicina"
FILE: Final = "canario-archivo"
CANARIES: Final = (NAME, DIGITS, WORD, MEDICINE, FILE, "canario-credencial", SECRET, "TEST-token_for-the-fake", "f" * 32)
STORY: Final = {
    **HEALTHY,
    "inquiry-complaint": f"Tengo artrosis en la rodilla derecha desde hace 2 años, {WORD}",
    "medicines-list": f"{MEDICINE} 50 mg",
    "contact-name": NAME,
}
CHAT: Final = 4471
PHONE: Final = f"whatsapp:+{DIGITS}"


async def ordinary(place: World) -> None:
    """A whole conversation on each channel."""
    await Patient(TelegramPhone(place, CHAT), STORY).walk()
    await Patient(WhatsAppPhone(place, PHONE, NAME), STORY).walk()


async def files(place: World) -> None:
    """A kept file and a refused one, both with telling names and bytes."""
    for data, mime in ((b"%PDF-1.4 " + FILE.encode(), "application/pdf"), (FILE.encode(), "image/jpeg")):
        await place.telegram.push_document(CHAT, data, mime, name=f"{FILE}.pdf", caption=WORD)
        await place.twilio.push_media(PHONE, data, mime, body=WORD)


async def malformed(place: World) -> None:
    """Bodies that cannot be read, signatures that do not fit, paths and tokens that carry words."""
    telegram, twilio = f"{place.base}/webhooks/telegram", f"{place.base}/webhooks/twilio/whatsapp"
    words = WORD.encode()
    for body in (words, b'{"update_id": 7, "message": {"text": "' + words + b'"}}', b"[" * 5000, b'{"update_id": 8, "message": 1}'):
        assert (await place.http.post(telegram, content=body, headers={"X-Telegram-Bot-Api-Secret-Token": SECRET})).status_code == 200
    assert (await place.http.post(telegram, content=words, headers={"X-Telegram-Bot-Api-Secret-Token": NAME})).status_code == 401
    assert (await place.http.post(twilio, data={"Body": WORD}, headers={"X-Twilio-Signature": NAME})).status_code == 403
    credential = {"Authorization": "Bearer canario-credencial"}
    for path in (f"/api/v1/cases/{WORD}", f"/{WORD}", f"/simulator/api/{WORD}/messages?after={WORD}", f"/api/v1/queue?cursor={WORD}"):
        assert (await place.http.get(place.base + path, headers=credential)).status_code < 500
    assert (await place.http.post(f"{place.base}/simulator/api/{NAME}/messages", content=b"{" + WORD.encode())).status_code == 422


async def failing_turns(place: World) -> None:
    """A turn that raises with the patient's words in its exception, until it is given up."""
    assert await place.twilio.push_text(PHONE, f"{POISON} {WORD}", ProfileName=NAME) == 200


async def failing_sends(place: World) -> None:
    """Provider answers of every kind, with the words in them; then an answer."""
    for status in (500, 429, 400, 403):
        pause = 1 if status == 429 else None
        place.telegram.fail_next(status, f"Bad Request: {WORD} {NAME}", method="sendMessage", retry_after=pause)
        place.twilio.fail_next(status, 20500 if status == 500 else 63016, retry_after=pause)
        await place.telegram.push_text(CHAT, f"¿me oyen? {WORD}")
        await place.twilio.push_text(PHONE, f"¿me oyen? {WORD}", ProfileName=NAME)
    place.telegram.fail_next(200, raw=f"not json {WORD}", method="sendMessage")
    await place.telegram.push_text(CHAT, WORD)


async def staff_words(place: World) -> None:
    """What staff type: stopped by the guard, or sent."""
    case = accounts(place.environment["DATABASE_URL"])[PHONE].case["case_id"]
    headers = {"Authorization": f"Bearer {await place.staff()}"}
    url = f"{place.base}/api/v1/cases/{case}/messages"
    for text, status in ((f"Le garantizo la cura de su {WORD}, {NAME}.", 422), (f"Gracias, {NAME}.", 201)):
        assert (await place.http.post(url, json={"text": text}, headers=headers)).status_code == status


async def refused_database(place: World) -> None:
    """A database that cannot take the row: 503, and the statement's parameters stay unsaid."""
    from sqlalchemy import create_engine, text

    engine = create_engine(place.environment["DATABASE_URL"])
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE inbox RENAME TO inbox_away"))
    status = await place.http.post(
        f"{PUBLIC}/webhooks/telegram",
        json={"update_id": 99, "message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": WORD}},
        headers={"X-Telegram-Bot-Api-Secret-Token": SECRET},
    )
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE inbox_away RENAME TO inbox"))
    engine.dispose()
    assert status.status_code in {200, 503}


async def test_no_canary_in_any_output(tmp_path: Path, nursery: Nursery, database_url: str) -> None:
    """Everything that happened is in the logs, at DEBUG; none of what was said is."""
    async with world(tmp_path / "world", database_url, nursery, LOG_LEVEL="DEBUG", BURST_WAIT_SECONDS="0.1") as place:
        await place.start("web", "worker")
        for path in (ordinary, files, malformed, failing_turns, failing_sends, staff_words, refused_database):
            await path(place)
        await place.http.get(f"{place.base}/readyz")
        headers = {"Authorization": f"Bearer {await place.staff()}"}
        metrics = (await place.http.get(f"{place.base}/metrics", headers=headers)).text
        await until(lambda: unfinished(database_url) == 0, 60, "everything has been tried")
        await until(lambda: b"parked_failed_again" in b"".join(place.written().values()), 60, "the poison has been tried again", every=0.5)
        for command in (("deadletters", "list"), ("doctor",), ("audit", "verify"), ("reconcile",)):
            await place.command(*command)
        held = b"".join(place.written().values())
        told = ("update_parked", "parked_failed_again", "send_not_accepted", "delivery_not_committed")
        assert [event for event in told if event.encode() not in held] == []
        assert ([canary for canary in CANARIES if canary in metrics], planted(place, CANARIES)) == ([], [])
