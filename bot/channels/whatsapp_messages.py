"""What a WhatsApp message carries, by the fields Twilio sends. Pure; must not know senders, signatures or sends.

A table of readers, tried in order: what Twilio's own opt-out did, a tap, then files and places, then words.
"""

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from bot.channels.base import Blocked, Content, Ignored, Media, MediaKind, Tap, Text, Unreadable
from bot.channels.inbound import clean

Fields: TypeAlias = Callable[[str], str]
"""A field's value by its name, empty when missing."""

_MEDIA_URL: Final = re.compile(
    r"[a-z]+://[^/]+/2010-04-01/Accounts/AC[0-9A-Za-z]{1,62}/Messages/([MS]M[0-9A-Za-z]{1,62})/Media/(ME[0-9A-Za-z]{1,62})"
)
_BY_TYPE: Final[tuple[tuple[str, MediaKind], ...]] = (
    ("image/", "photo"),
    ("application/pdf", "pdf"),
    ("audio/", "voice"),
    ("video/", "video"),
)
_CARDS: Final = ("text/vcard", "text/x-vcard", "text/directory")


def content_of(field: Fields) -> Content:
    """What was said. Never fails: what fits no reader is `Unreadable`."""
    for read in _READERS:
        content = read(field)
        if content is not None:
            return content
    return Unreadable("empty" if _kind(field) in {"", "text"} else "other")


def locator_of(url: str) -> str:
    """`MM…/ME…` out of a media URL; empty when the URL is not of Twilio's form. The host is never used."""
    found = _MEDIA_URL.fullmatch(url)
    return f"{found[1]}/{found[2]}" if found else ""


def _kind(field: Fields) -> str:
    return field("MessageType").strip().lower()


def _body(field: Fields) -> str:
    return clean(field("Body"))


def _opt_out(field: Fields) -> Content | None:
    """Twilio's advanced opt-out has already acted: after STOP it takes nothing from us until START."""
    word = field("OptOutType").strip().upper()
    return Blocked(word == "STOP") if word in {"STOP", "START"} else None


def _reaction(field: Fields) -> Content | None:
    return Ignored("reaction") if _kind(field) == "reaction" else None


def _tap(field: Fields) -> Content | None:
    on = clean(field("OriginalRepliedMessageSid"))
    if field("ButtonPayload"):
        return Tap(clean(field("ButtonPayload")), on, clean(field("ButtonText") or field("Body")))
    if field("ListId"):
        return Tap(clean(field("ListId")), on, clean(field("ListTitle") or field("Body")))
    return None


def _sticker(field: Fields) -> Content | None:
    return Unreadable("sticker", _body(field)) if _kind(field) == "sticker" else None


def _card(field: Fields) -> Content | None:
    declared = field("MediaContentType0").lower()
    return Unreadable("contact", _body(field)) if _kind(field) == "contacts" or declared.startswith(_CARDS) else None


def _media(field: Fields) -> Content | None:
    if not field("MediaUrl0"):
        return None
    declared = clean(field("MediaContentType0")).lower()
    kind: MediaKind = next((kind for start, kind in _BY_TYPE if declared.startswith(start)), "document")
    return Media(kind, locator_of(field("MediaUrl0")), content_type=declared, caption=_body(field))


def _place(field: Fields) -> Content | None:
    if _kind(field) == "location" or (field("Latitude") and field("Longitude")):
        return Unreadable("location", _body(field) or clean(field("Label")))
    return None


def _words(field: Fields) -> Content | None:
    words = _body(field) or clean(field("ButtonText")) or clean(field("ListTitle"))
    return Text(words) if words.strip() else None


_READERS: Final[tuple[Callable[[Fields], Content | None], ...]] = (_opt_out, _reaction, _tap, _sticker, _card, _media, _place, _words)
