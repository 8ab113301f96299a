"""What a Telegram message without text carries: a file to fetch, or something that is neither words nor a file.

Pure; must not know chats, senders or updates. The order of the table matters: an animation also carries a document, a venue a location.
"""

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
    ("dice", "other"),
    ("poll", "other"),
    ("game", "other"),
    ("story", "other"),
    ("invoice", "other"),
    ("checklist", "other"),
    ("paid_media", "other"),
)
_BY_TYPE: Final[tuple[tuple[str, MediaKind], ...]] = (
    ("image/", "photo"),
    ("application/pdf", "pdf"),
    ("audio/", "voice"),
    ("video/", "video"),
)


def content_of(message: telegram.Message) -> Content:
    """The content of a message that has no text; what Telegram itself writes into a chat (pinned, timer changed …) is `Ignored`."""
    for name, kind in _FILES:
        file = getattr(message, name, None)
        if file is not None:
            return _media(kind, file, message)
    if message.photo:
        return _media("photo", max(message.photo, key=lambda size: size.width * size.height), message)
    if message.document is not None:
        return _media(kind_of(message.document.mime_type or ""), message.document, message)
    return _without_file(message)


def kind_of(content_type: str) -> MediaKind:
    """What a file of this declared media type is to us; the bytes are checked later."""
    declared = content_type.lower()
    return next((kind for start, kind in _BY_TYPE if declared.startswith(start)), "document")


def _without_file(message: telegram.Message) -> Content:
    for name, kind in _NO_FILE:
        if getattr(message, name, None):
            return Unreadable(kind, caption=clean(message.caption or ""))
    return Ignored("service_message") if _written_by_telegram(message) else Unreadable("other", caption=clean(message.caption or ""))


def _written_by_telegram(message: telegram.Message) -> bool:
    """Whether the message is one of Telegram's own notes; what this SDK does not know yet counts as the patient's."""
    return not message.api_kwargs and not message.caption


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
