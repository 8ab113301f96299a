"""What a Telegram message without text carries: a file to fetch, or something that is neither words nor a file.

Pure; must not know chats, senders or updates. The order of the tables matters: an animation also carries a document, a venue a location.
"""

from collections.abc import Mapping
from typing import Any, Final

import telegram

from bot.channels.base import Content, Ignored, Media, MediaKind, Unreadable, UnreadableKind
from bot.channels.inbound import clean

_FILES: Final[tuple[tuple[str, MediaKind], ...]] = (
    ("voice", "voice"),
    ("audio", "voice"),
    ("video", "video"),
    ("video_note", "video"),
    ("animation", "video"),
)
_NO_FILE: Final[tuple[tuple[str, UnreadableKind], ...]] = (
    ("sticker", "sticker"),
    ("venue", "location"),
    ("location", "location"),
    ("contact", "contact"),
)
_PERSONS_OWN: Final = {"dice", "poll", "game", "story", "invoice", "checklist", "paid_media"}
_KNOWN: Final = set(telegram.Message.__slots__) | {"message_id", "date", "chat", "from"}
_BY_TYPE: Final[tuple[tuple[str, MediaKind], ...]] = (
    ("image/", "photo"),
    ("application/pdf", "pdf"),
    ("audio/", "voice"),
    ("video/", "video"),
)


def content_of(message: telegram.Message, raw: Mapping[str, Any]) -> Content:
    """The content of a message that has no text; `raw` is the message as it came.

    What Telegram itself writes into a chat (pinned, timer changed …) is `Ignored`.
    """
    for name, kind in _FILES:
        file = getattr(message, name, None)
        if file is not None:
            return _media(kind, file, message)
    if message.photo:
        return _media("photo", max(message.photo, key=lambda size: size.width * size.height), message)
    if message.document is not None:
        return _media(kind_of(message.document.mime_type or ""), message.document, message)
    return _without_file(message, raw)


def kind_of(content_type: str) -> MediaKind:
    """What a file of this declared media type is to us; the bytes are checked later."""
    declared = content_type.lower()
    return next((kind for start, kind in _BY_TYPE if declared.startswith(start)), "document")


def _without_file(message: telegram.Message, raw: Mapping[str, Any]) -> Content:
    caption = clean(message.caption or "")
    for name, kind in _NO_FILE:
        if name in raw:
            return Unreadable(kind, caption=caption)
    return Unreadable("other", caption=caption) if caption or _by_a_person(raw) else Ignored("service_message")


def _by_a_person(raw: Mapping[str, Any]) -> bool:
    """Whether a message is a person's and not Telegram's own note; what this SDK does not know yet counts as the person's."""
    return any(name in _PERSONS_OWN or name not in _KNOWN for name in raw)


def _media(kind: MediaKind, file: Any, message: telegram.Message) -> Media:  # noqa: ANN401 - six SDK classes with the same attributes
    return Media(
        kind,
        clean(file.file_id),
        content_type=clean(getattr(file, "mime_type", None) or ""),
        size=file.file_size if isinstance(file.file_size, int) else None,
        file_name=clean(getattr(file, "file_name", None) or ""),
        caption=clean(message.caption or ""),
        album=clean(message.media_group_id or ""),
    )
