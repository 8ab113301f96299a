"""How people really write: in pieces, twice, in the middle of a question, with stickers and albums."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

import pytest
import pytest_asyncio

from tests.fakes import telegram_says as says
from tests.journeys.evidence import Account, accounts, unfinished
from tests.journeys.patients import Patient, TelegramPhone, WhatsAppPhone, sign_of
from tests.journeys.world import World, until

pytestmark = [pytest.mark.processes, pytest.mark.asyncio(loop_scope="session")]

_NUMBERS: Final = itertools.count(1)
PIECES: Final = ("Tengo artrosis", "en la rodilla derecha", "desde hace 2 años")


NEEDED: Final = {
    ("telegram", "screening-active_malignancy"): 1,
    ("telegram", "subject-age"): 3,
    ("telegram", "records-which"): 1,
    ("telegram", "consent-health_data"): 6,
    ("whatsapp", "inquiry-complaint"): 4,
    ("whatsapp", "consent-health_data"): 5,
    ("whatsapp", "subject-age"): 1,
}
"""How many people these tests meet at which question."""


@dataclass
class Arrived:
    """People who stand at a question; each is met once."""

    people: dict[tuple[str, str], list[tuple[Patient, Any]]]

    def on_telegram(self, key: str) -> tuple[Patient, int]:
        """A person of one's own, with the chat's number."""
        return self.people["telegram", key].pop()

    def on_whatsapp(self, key: str) -> tuple[Patient, str]:
        """A person of one's own, with the address."""
        return self.people["whatsapp", key].pop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def arrived(standing: World) -> Arrived:
    """Everybody, walked to their question side by side: most of a walk is waiting."""
    meet = {"telegram": on_telegram, "whatsapp": on_whatsapp}
    people = {needed: [meet[needed[0]](standing) for _ in range(count)] for needed, count in NEEDED.items()}
    await asyncio.gather(*(patient.reach(key) for (_, key), some in people.items() for patient, _ in some))
    return Arrived(people)


def on_telegram(place: World) -> tuple[Patient, int]:
    """A person of one's own, with the chat's number."""
    chat = 810_000 + next(_NUMBERS)
    return Patient(TelegramPhone(place, chat)), chat


def on_whatsapp(place: World) -> tuple[Patient, str]:
    """A person of one's own, with the address."""
    address = f"whatsapp:+521559{next(_NUMBERS):07}"
    return Patient(WhatsAppPhone(place, address)), address


def told(place: World, who: object) -> Account:
    """What the database holds of one person."""
    return accounts(place.environment["DATABASE_URL"], str(who))[str(who)]


@asynccontextmanager
async def no_burst_ends(place: World) -> AsyncIterator[None]:
    """No pause between pieces is taken for their end, however slowly a busy machine takes them in: no worker looks at the time."""
    code, _seconds = await place.end("worker")
    assert code == 0
    try:
        yield
    finally:
        await place.start("worker")


def answer(account: Account, step: str) -> Any:
    """The answer to a step."""
    return next(one for one in account.session.answers if one.step == step)


async def test_three_messages_in_a_second_are_read_together(standing: World, arrived: Arrived) -> None:
    """One question comes back, and the complaint is the three pieces in order."""
    patient, address = arrived.on_whatsapp("inquiry-complaint")
    since = patient.mark()
    async with no_burst_ends(standing):
        for piece in PIECES:
            await standing.twilio.push_text(address, piece)
    assert len([text for text in await patient.heard(since) if sign_of("inquiry-condition") in text]) == 1
    assert answer(told(standing, address), "inquiry.complaint").said == "\n".join(PIECES)


async def test_an_emergency_in_a_burst_is_answered_at_once(standing: World, arrived: Arrived) -> None:
    """The number is planned with the words, not after their wait; it leaves alone, without an answer to what came before; a case held."""
    patient, address = arrived.on_whatsapp("inquiry-complaint")
    since = patient.mark()
    async with no_burst_ends(standing):
        await standing.twilio.push_text(address, "estaba caminando")
        assert await standing.twilio.push_text(address, "y ahora me duele mucho el pecho y no puedo respirar") == 200
        assert [key for _, key, state in told(standing, address).sends if state == "planned"] == ["emergency-call"]
    texts = await patient.heard(since)
    assert [sign_of("emergency-call") in text for text in texts] == [True]
    case = told(standing, address).case
    assert (case["status"], case["priority"]) == ("emergency_hold", "emergency")


async def test_taps_and_texts_at_once_leave_one_order(standing: World, arrived: Arrived) -> None:
    """Every message stands once in the transcript under a rising number, and the conversation goes on."""
    patient, chat = arrived.on_telegram("screening-active_malignancy")
    since = patient.mark()
    taps = [standing.telegram.push_tap(chat, "No") for _ in range(3)]
    texts = [standing.telegram.push_text(chat, text) for text in ("no", "que no", "¿me oyen?")]
    assert set(await asyncio.gather(*taps, *texts)) == {200}
    assert await patient.heard(since)
    numbers = [one["n"] for one in told(standing, chat).case["transcript"]]
    written = [text for _, author, _, text in told(standing, chat).said if author == "patient"][-6:]
    assert (numbers, sorted(written)) == (sorted(set(numbers)), sorted(["No"] * 3 + ["no", "que no", "¿me oyen?"]))
    since = patient.mark()
    await standing.telegram.push_text(chat, "continuar")
    await patient.heard(since)
    assert told(standing, chat).session.status == "open"


async def test_an_edited_message_is_kept_beside_the_answer(standing: World, arrived: Arrived) -> None:
    """The answer already used stays, both wordings are in the transcript, the patient is told."""
    patient, chat = arrived.on_telegram("subject-age")
    since = patient.mark()
    await standing.telegram.push(says.said(chat, 5005, "61"))
    await patient.heard(since)
    since = patient.mark()
    await standing.telegram.push_edit(chat, 5005, "71")
    assert sign_of("edited-noted") in "\n".join(await patient.heard(since))
    account = told(standing, chat)
    line = next(one for one in account.case["transcript"] if one["edits"])
    assert (answer(account, "subject.age").value, line["text"], line["edits"]) == (61, "71", ["61"])


async def test_an_album_is_answered_once(standing: World, arrived: Arrived) -> None:
    """Five photos sent together: five files, one thank-you, one question."""
    patient, chat = arrived.on_telegram("records-which")
    since = patient.mark()
    await asyncio.gather(*(standing.telegram.push_photo(chat, _png(place), album="a1") for place in range(5)))
    thanks = [text for text in await patient.heard(since) if sign_of("media-photo") in text]
    files = [file for one in told(standing, chat).case["transcript"] for file in one["attachments"]]
    assert (len(thanks), len(files)) == (1, 5)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ({"sticker": {"file_id": "s", "file_unique_id": "u", "width": 9, "height": 9, "type": "regular"}}, "unreadable-sticker"),
        ({"location": {"latitude": 19.4, "longitude": -99.1}}, "unreadable-location"),
        ({"contact": {"phone_number": "+5215512345678", "first_name": "Eva"}}, "unreadable-contact"),
        ({"voice": {"file_id": "none", "file_unique_id": "u", "duration": 2}}, "media-voice"),
        ({"poll": {"id": "1", "question": "?", "options": []}}, "unreadable-other"),
    ],
)
async def test_what_telegram_cannot_tell_is_said(standing: World, arrived: Arrived, content: dict[str, Any], key: str) -> None:
    """Its own text, and the open question again."""
    patient, chat = arrived.on_telegram("consent-health_data")
    since = patient.mark()
    await standing.telegram.push({"message": says.message(chat, 77, **content)})
    texts = "\n".join(await patient.heard(since))
    assert (sign_of(key) in texts, sign_of("consent-health_data") in texts) == (True, True)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"MessageType": "sticker", "NumMedia": "1", "MediaContentType0": "image/webp"}, "unreadable-sticker"),
        ({"MessageType": "location", "Latitude": "19.4", "Longitude": "-99.1"}, "unreadable-location"),
        ({"MessageType": "contacts", "NumMedia": "1", "MediaContentType0": "text/vcard"}, "unreadable-contact"),
        ({"MessageType": "text"}, "unreadable-empty"),
        ({"MessageType": "order"}, "unreadable-other"),
    ],
)
async def test_what_whatsapp_cannot_tell_is_said(standing: World, arrived: Arrived, fields: dict[str, str], key: str) -> None:
    """Its own text, and the open question again; an empty body is acknowledged like any other."""
    patient, address = arrived.on_whatsapp("consent-health_data")
    since = patient.mark()
    assert await standing.twilio.push_fields(address, fields) == 200
    texts = "\n".join(await patient.heard(since))
    assert (sign_of(key) in texts, sign_of("consent-health_data") in texts) == (True, True)


async def test_words_beside_a_sticker_are_an_answer(standing: World, arrived: Arrived) -> None:
    """A caption at a question that waits for more is answered when its burst ends."""
    patient, address = arrived.on_whatsapp("inquiry-complaint")
    since = patient.mark()
    await standing.twilio.push_fields(address, {"MessageType": "sticker", "Body": "artrosis de rodilla derecha, 2 años"})
    assert sign_of("inquiry-condition") in "\n".join(await patient.heard(since))


async def test_a_message_that_no_webhook_brought_is_answered(standing: World, arrived: Arrived) -> None:
    """Reconciliation finds it, also where it waits for its burst."""
    patient, address = arrived.on_whatsapp("inquiry-complaint")
    since = patient.mark()
    await standing.twilio.push_fields(address, {"Body": "artrosis de rodilla derecha, 2 años"}, deliver=False)
    assert (await standing.command("reconcile")).code == 0
    assert sign_of("inquiry-condition") in "\n".join(await patient.heard(since))
    assert [one["late"] for one in told(standing, address).case["transcript"] if one["from"] == "patient"][-1] is True


async def test_groups_are_left_in_silence(standing: World, arrived: Arrived) -> None:
    """Acknowledged, not answered, not stored."""
    group = {"id": -100_555, "type": "supergroup", "title": "familia"}
    message = {"message_id": 1, "date": 1_772_377_200, "chat": group, "from": says.person(555), "text": "hola"}
    assert await standing.telegram.push({"message": message}) == 200
    _patient, _ = arrived.on_telegram("consent-health_data")
    assert [standing.telegram.on_screen(-100_555), "555" in accounts(standing.environment["DATABASE_URL"])] == [[], False]


async def test_who_blocks_the_bot_hears_nothing_until_back(standing: World, arrived: Arrived) -> None:
    """No call for a blocked person; the next words after the return are answered."""
    patient, chat = arrived.on_telegram("subject-age")
    assert await standing.telegram.push_membership(chat, blocked=True) == 200
    seen = len(standing.telegram.on_screen(chat))
    await until(lambda: unfinished(standing.environment["DATABASE_URL"]) == 0, 30, "whatever was planned has been tried")
    assert len(standing.telegram.on_screen(chat)) == seen
    since = patient.mark()
    await standing.telegram.push_membership(chat, blocked=False)
    await standing.telegram.push_text(chat, "61")
    assert await patient.heard(since)


async def test_an_old_button_changes_nothing(standing: World, arrived: Arrived) -> None:
    """The patient is told, the open question comes again, the answer given before stays."""
    patient, chat = arrived.on_telegram("subject-age")
    since = patient.mark()
    await standing.telegram.push_tap(chat, "Para otra persona")
    texts = "\n".join(await patient.heard(since))
    assert (sign_of("stale-option") in texts, sign_of("subject-age") in texts) == (True, True)
    assert answer(told(standing, chat), "subject.who").value == "self"


async def test_a_sender_without_a_number_is_answered_as_addressed(standing: World) -> None:
    """A business-scoped id in place of the phone: replies go to exactly that address."""
    address = f"whatsapp:MX.{next(_NUMBERS):013}Ab"
    patient = Patient(WhatsAppPhone(standing, address))
    await patient.reach("subject-age")
    assert {message.to for message in standing.twilio.sent if message.to.startswith("whatsapp:MX")} == {address}


async def test_both_spellings_of_a_mexican_number_are_one_person(standing: World, arrived: Arrived) -> None:
    """+521… and +52…: one conversation, answered at the spelling last used."""
    _patient, address = arrived.on_whatsapp("subject-age")
    other = address.replace("+521", "+52")
    again = Patient(WhatsAppPhone(standing, other))
    await standing.twilio.push_text(other, "61")
    assert sign_of("inquiry-complaint") in "\n".join(await again.heard(0))
    held = [name for name in accounts(standing.environment["DATABASE_URL"]) if name in {address, other}]
    assert held == [other]


def _png(shade: int) -> bytes:
    from io import BytesIO

    from PIL import Image

    drawn = BytesIO()
    Image.new("RGB", (40, 30), (shade, 90, 90)).save(drawn, "PNG")
    return drawn.getvalue()
