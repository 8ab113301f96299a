"""Which files from patients are kept, and what is left of them in a preview."""

import random
import struct
import time
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfWriter

from bot.attachments import MOST_BYTES, PREVIEW_SIDE, Checked, Rejected, Verdict, check
from bot.attachments_sandbox import check_apart


def picture(name: str, size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: object) -> bytes:
    """A picture's bytes."""
    drawn = BytesIO()
    Image.new(mode, size, "red").save(drawn, name, **options)
    return drawn.getvalue()


def document(*, password: str | None = None) -> bytes:
    """A PDF of one empty page."""
    writer, drawn = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    if password is not None:
        writer.encrypt(password, owner_password="owner")
    writer.write(drawn)
    return drawn.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG that claims to be enormous."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


KEPT = {
    "jpeg": (picture("JPEG"), "photo", "image/jpeg", True),
    "png": (picture("PNG"), "photo", "image/png", True),
    "png with transparency": (picture("PNG", mode="RGBA"), "photo", "image/png", True),
    "png with a palette": (picture("PNG", mode="P"), "photo", "image/png", True),
    "png in grey": (picture("PNG", mode="L"), "photo", "image/png", True),
    "webp": (picture("WEBP"), "photo", "image/webp", True),
    "heic": (b"\x00\x00\x00\x18ftypheic" + b"\0" * 100, "photo", "image/heic", False),
    "jpeg followed by a page": (picture("JPEG") + b"<script>alert(1)</script>", "photo", "image/jpeg", True),
    "jpeg in print colours": (picture("JPEG", mode="CMYK"), "photo", "image/jpeg", True),
    "pdf": (document(), "pdf", "application/pdf", False),
    "pdf that only its owner may change": (document(password=""), "pdf", "application/pdf", False),
    "voice": (b"OggS\0\x02" + b"\0" * 100, "voice", "audio/ogg", False),
}
REFUSED = {
    "nothing": (b"", "unreadable"),
    "words": (b"hola", "not_allowed"),
    "a page": (b"<!doctype html><script>alert(1)</script>", "not_allowed"),
    "a page before a pdf": (b"<html>" + document(), "not_allowed"),
    "a drawing that can hold scripts": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "not_allowed"),
    "a gif": (picture("GIF"), "not_allowed"),
    "an archive": (b"PK\x03\x04" + b"\0" * 100, "not_allowed"),
    "a program": (b"MZ" + b"\0" * 100, "not_allowed"),
    "a script": (b"#!/bin/sh\nrm -rf /", "not_allowed"),
    "the test virus": (rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", "not_allowed"),
    "a film": (b"\x00\x00\x00\x18ftypmp42" + b"\0" * 100, "not_allowed"),
    "half a jpeg": (picture("JPEG", (640, 480))[:400], "unreadable"),
    "a jpeg in name only": (b"\xff\xd8\xff" + b"<html>" * 20, "unreadable"),
    "a png in name only": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "unreadable"),
    "a webp in name only": (b"RIFF\0\0\0\0WEBP" + b"\0" * 50, "unreadable"),
    "a pdf in name only": (b"%PDF-1.7\n<script>", "unreadable"),
    "a pdf that is locked": (document(password="secret"), "unreadable"),
    "a picture of 2,500 million pixels": (bomb(50_000, 50_000), "too_large"),
    "a picture of 300 million pixels": (bomb(20_000, 15_000), "too_large"),
    "a file over 16 MB": (b"\xff\xd8\xff" + b"\0" * MOST_BYTES, "too_large"),
}


@pytest.mark.parametrize(("data", "kind", "content_type", "preview"), KEPT.values(), ids=KEPT)
def test_what_the_clinic_can_use_is_kept(data: bytes, kind: str, content_type: str, preview: bool) -> None:  # noqa: FBT001 - a table's column
    """Named by its bytes, whatever it was called."""
    verdict = check(data)
    assert isinstance(verdict, Checked)
    assert (verdict.kind, verdict.content_type, verdict.preview is not None) == (kind, content_type, preview)


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_everything_else_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    """Nothing is guessed from a name or a declared type."""
    assert check(data) == Rejected(reason)  # type: ignore[arg-type] # from a table


def preview_of(verdict: Verdict) -> Image.Image:
    """The preview as a picture."""
    assert isinstance(verdict, Checked)
    assert verdict.preview is not None
    return Image.open(BytesIO(verdict.preview))


def test_a_preview_tells_no_place_and_no_device() -> None:
    """EXIF, comments, colour profiles and thumbnails stay behind."""
    exif = Image.Exif()
    exif[0x010F] = "CANARY-CAMERA"
    exif.get_ifd(0x8825)[1] = "CANARY-PLACE"
    data = picture("JPEG", exif=exif, comment=b"CANARY-COMMENT", icc_profile=b"CANARY-PROFILE")
    verdict = check(data)
    assert isinstance(verdict, Checked)
    assert b"CANARY" in data
    assert b"CANARY" not in (verdict.preview or b"")


def test_a_preview_stands_upright() -> None:
    """Telephones turn pictures by a note in the EXIF data that is then dropped."""
    exif = Image.Exif()
    exif[0x0112] = 6
    assert preview_of(check(picture("JPEG", (64, 48), exif=exif))).size == (48, 64)


def test_a_preview_is_small_however_large_the_picture() -> None:
    """12 million pixels become 1,600 on the longer side."""
    assert max(preview_of(check(picture("JPEG", (4000, 3000)))).size) == PREVIEW_SIDE


def test_a_picture_too_large_to_draw_is_kept_without_a_preview() -> None:
    """Clinicians can still download it."""
    verdict = check(bomb(6000, 4000))
    assert verdict == Checked("photo", "image/png")


@given(
    data=st.binary(max_size=300), start=st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-", b"RIFF0000WEBP", b"OggS"])
)
def test_no_bytes_raise(data: bytes, start: bytes) -> None:
    """Whatever comes after the first bytes."""
    check(start + data)


@pytest.mark.parametrize("name", ["jpeg", "png", "webp", "pdf"])
def test_damaged_files_never_raise(name: str) -> None:
    """Real files with some bytes changed, as fuzzers do."""
    whole, chance = KEPT[name][0], random.Random(7)
    for _ in range(60):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(8, len(broken))] = chance.randrange(256)
        check(bytes(broken))


def test_a_process_of_its_own_comes_to_the_same_verdict() -> None:
    """Previews cross the pipe whole."""
    data = KEPT["jpeg"][0]
    assert check_apart(data) == check(data)


def test_a_reader_that_is_brought_down_is_an_unreadable_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that asked goes on."""
    monkeypatch.setattr("bot.attachments_sandbox.SECONDS", 0.01)
    assert check_apart(KEPT["pdf"][0]) == Rejected("unreadable")


def test_a_flate_bomb_in_a_pdf_is_never_unpacked() -> None:
    """Pages are counted, their streams left alone: well under two seconds."""
    packed = zlib.compress(b"\0" * 50_000_000, 9)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    began = time.process_time()
    check(head + page + packed + b"\nendstream endobj\ntrailer<</Root 1 0 R>>")
    assert time.process_time() - began < 2
