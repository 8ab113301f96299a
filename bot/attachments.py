"""Whether a file from a patient may be kept: judged by its first bytes and by one careful reading, never by what it claims to be.

Knows bytes only; must not know who sent them or where they are stored. Nothing in a file is executed or followed. The original is for
download by clinicians only; the preview is drawn anew from the pixels, so place, device and anything hidden in a picture stay behind.
Hostile files may exhaust the process that reads them: use `attachments_sandbox.check_apart` outside tests.
"""

import logging
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES: Final = 16 * 1024 * 1024
"""Largest file kept; WhatsApp's own limit."""
MOST_PIXELS: Final = 200_000_000
"""Largest picture kept at all; telephones make no larger ones."""
PREVIEW_SIDE: Final = 1600
"""Longest side of a preview in pixels."""

_DECODED: Final = {"JPEG": 50_000_000, "PNG": 12_000_000, "WEBP": 12_000_000}  # pixels read for a preview; JPEG is scaled while reading
_HEIC_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")
_MOST_PAGES: Final = 5000

Kind: TypeAlias = Literal["photo", "pdf", "voice"]
Reason: TypeAlias = Literal["too_large", "not_allowed", "unreadable"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be kept. `content_type` by its bytes; `preview` a small JPEG without metadata, where one can be made."""

    kind: Kind
    content_type: str
    preview: bytes | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that may not be kept, and why."""

    reason: Reason


Verdict: TypeAlias = Checked | Rejected


def check(data: bytes, *, limit: int = MOST_BYTES) -> Verdict:
    """The verdict on a file of any bytes; never raises."""
    if len(data) > limit:
        return Rejected("too_large")
    for fits, examine in _KINDS:
        if fits(data):
            try:
                return examine(data)
            except Exception:  # noqa: BLE001 - parsers of hostile files raise whatever they like, MemoryError and RecursionError among it
                return Rejected("unreadable")
    return Rejected("not_allowed" if data else "unreadable")


def _is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _is_heic(data: bytes) -> bool:
    return data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS


def _heic(_data: bytes) -> Verdict:
    return Checked("photo", "image/heic")


def _voice(_data: bytes) -> Verdict:
    return Checked("voice", "audio/ogg")


def _picture(name: str, content_type: str) -> Callable[[bytes], Verdict]:
    def examine(data: bytes) -> Verdict:
        from PIL import Image

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                with Image.open(BytesIO(data), formats=[name]) as image:
                    pixels = image.width * image.height
                    if pixels > MOST_PIXELS:
                        return Rejected("too_large")
                    return Checked("photo", content_type, _preview(image) if pixels <= _DECODED[name] else None)
            except Image.DecompressionBombError:
                return Rejected("too_large")

    return examine


def _preview(image: "Image.Image") -> bytes:
    """A JPEG of the pixels alone, turned the right way up, transparent parts white."""
    from PIL import Image, ImageOps

    image.draft("RGB", (PREVIEW_SIDE, PREVIEW_SIDE))
    image.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
    upright = ImageOps.exif_transpose(image)
    clear = Image.new("RGB", upright.size, "white")
    shown = upright.convert("RGBA") if "A" in upright.getbands() or "transparency" in upright.info else upright.convert("RGB")
    clear.paste(shown, mask=shown if shown.mode == "RGBA" else None)
    drawn = BytesIO()
    clear.save(drawn, "JPEG", quality=82)
    return drawn.getvalue()


def _pdf(data: bytes) -> Verdict:
    """Its table of pages can be read; what the pages hold is not looked at. A file locked with a password helps nobody."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it logs pieces of what it cannot read
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return Rejected("unreadable")
    return Checked("pdf", "application/pdf") if 0 < len(reader.pages) <= _MOST_PAGES else Rejected("unreadable")


_KINDS: Final[tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Verdict]], ...]] = (
    (lambda data: data.startswith(b"\xff\xd8\xff"), _picture("JPEG", "image/jpeg")),
    (lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"), _picture("PNG", "image/png")),
    (_is_webp, _picture("WEBP", "image/webp")),
    (_is_heic, _heic),
    (lambda data: data.startswith(b"%PDF-"), _pdf),
    (lambda data: data.startswith(b"OggS"), _voice),
)
