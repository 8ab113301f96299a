"""Files on their real way: a webhook, a fetch over two hosts, a check by bytes, a sealed file; and what the patient is told."""

from io import BytesIO
from typing import Final

import pytest
from PIL import Image

from tests.journeys.evidence import accounts
from tests.journeys.patients import Patient, sign_of
from tests.journeys.test_bursts import on_telegram, on_whatsapp
from tests.journeys.world import World

pytestmark = [pytest.mark.processes, pytest.mark.asyncio(loop_scope="session")]

MARK: Final = b"canario-en-el-archivo"
MOST: Final = 16 * 1024 * 1024


def png() -> bytes:
    """A picture whose bytes hold the mark."""
    drawn = BytesIO()
    Image.new("RGB", (64, 48), (200, 90, 90)).save(drawn, "PNG")
    return drawn.getvalue() + MARK


def pdf() -> bytes:
    """One empty page."""
    from pypdf import PdfWriter

    writer, written = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": MARK.decode()})
    writer.write(written)
    return written.getvalue()


async def sent(place: World, data: bytes, content_type: str) -> tuple[Patient, str, str]:
    """A file sent on WhatsApp in the middle of the questions: patient, state of the file, all that was said."""
    patient, address = on_whatsapp(place)
    await patient.reach("consent-messaging")
    since = patient.mark()
    assert await place.twilio.push_media(address, data, content_type) == 200
    texts = "\n".join(await patient.heard(since))
    case = accounts(place.environment["DATABASE_URL"])[address].case
    (state,) = [file["status"] for one in case["transcript"] for file in one["attachments"]]
    return patient, state, texts


@pytest.mark.parametrize(("make", "content_type", "thanks"), [(png, "image/png", "media-photo"), (pdf, "application/pdf", "media-pdf")])
async def test_pictures_and_pdf_are_kept_sealed(standing: World, make: object, content_type: str, thanks: str) -> None:
    """Stored, acknowledged, and not one byte of them in the clear on disk."""
    assert callable(make)
    _, state, texts = await sent(standing, make(), content_type)
    held = b"".join(path.read_bytes() for path in (standing.data / "attachments").rglob("*") if path.is_file())
    assert (state, sign_of(thanks) in texts, bool(held), MARK in held) == ("stored", True, True, False)


async def test_a_page_named_as_a_picture_is_refused(standing: World) -> None:
    """The bytes decide, not the name; the patient is told what can be sent."""
    _, state, texts = await sent(standing, b"<!doctype html><script>alert(1)</script>", "image/jpeg")
    assert (state, sign_of("media-not_allowed") in texts) == ("rejected", True)


async def test_a_file_too_large_is_told(standing: World) -> None:
    """One byte more than may be kept."""
    _, state, texts = await sent(standing, png() + bytes(MOST), "image/png")
    assert (state, sign_of("media-too_large") in texts) == ("rejected", True)


async def test_the_second_host_sees_no_credentials(standing: World) -> None:
    """Twilio redirects to another host; only the first one is asked with our name."""
    before = len(standing.twilio.media_requests)
    await sent(standing, png(), "image/png")
    asked = standing.twilio.media_requests[before:]
    first, second = ([seen for url, seen in asked if "/stored/" not in url], [seen for url, seen in asked if "/stored/" in url])
    assert (len(first) >= 1, second) == (True, [False] * len(first))


async def test_a_file_that_is_gone_is_told(standing: World) -> None:
    """Deleted at Twilio before it was fetched."""
    patient, address = on_whatsapp(standing)
    await patient.reach("consent-messaging")
    since = patient.mark()
    sid, media = "MM" + "7" * 32, "ME" + "7" * 32
    url = f"https://api.twilio.com/2010-04-01/Accounts/{standing.twilio.account_sid}/Messages/{sid}/Media/{media}"
    fields = {"MessageSid": sid, "NumMedia": "1", "MediaUrl0": url, "MediaContentType0": "image/png", "MessageType": "image"}
    await standing.twilio.push_fields(address, fields)
    assert sign_of("media-unavailable") in "\n".join(await patient.heard(since))


async def test_telegram_files_are_fetched_too(standing: World) -> None:
    """A document with a caption: kept, and the words are in the transcript."""
    patient, chat = on_telegram(standing)
    await patient.reach("consent-messaging")
    since = patient.mark()
    assert await standing.telegram.push_document(chat, pdf(), "application/pdf", name="estudio.pdf", caption="mi estudio") == 200
    await patient.heard(since)
    lines = accounts(standing.environment["DATABASE_URL"], str(chat))[str(chat)].case["transcript"]
    assert [(one["text"], one["attachments"][0]["status"]) for one in lines if one["attachments"]] == [("mi estudio", "stored")]
