"""A delivery cut down to what we read, with the fields the SDK insists on filled in.

Without this a poll, a quoted reply or a gift that the SDK reads differently than the server writes it would make a patient's message
unreadable. Knows the Bot API's shapes; must not know what they mean to us.
"""

from collections.abc import Mapping
from typing import Any, Final

FILES: Final = ("voice", "audio", "video", "video_note", "animation", "document")

_ENVELOPE: Final = ("message_id", "date", "edit_date", "chat", "text", "caption", "media_group_id")
_USER: Final[Mapping[str, Any]] = {"is_bot": False, "first_name": ""}
_FILE: Final[Mapping[str, Any]] = {"file_unique_id": "-", "duration": 0, "width": 0, "height": 0, "length": 0}
_MEMBER: Final[Mapping[str, Any]] = {"status": "member", "until_date": 0}


def readable(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The update with only the fields we use. May raise TypeError, ValueError, AttributeError for what is no update at all."""
    kept: dict[str, Any] = {"update_id": payload["update_id"]}
    for kind in ("message", "edited_message"):
        if kind in payload:
            kept[kind] = _message(payload[kind])
    if "callback_query" in payload:
        kept["callback_query"] = _query(payload["callback_query"])
    if "my_chat_member" in payload:
        kept["my_chat_member"] = _membership(payload["my_chat_member"])
    return kept


def _message(raw: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: raw[name] for name in _ENVELOPE if name in raw}
    kept |= {name: _file(raw[name]) for name in FILES if name in raw}
    if "photo" in raw:
        kept["photo"] = [_file(size) for size in raw["photo"]]
    return kept | _from(raw)


def _query(raw: Mapping[str, Any]) -> dict[str, Any]:
    kept = {"chat_instance": "", "id": raw["id"]} | _from(raw)
    if "data" in raw:
        kept["data"] = raw["data"]
    if "message" in raw:
        under = raw["message"]
        kept["message"] = {name: under[name] for name in ("message_id", "date", "chat", "reply_markup") if name in under}
    return kept


def _membership(raw: Mapping[str, Any]) -> dict[str, Any]:
    sides = {name: {**_MEMBER, **raw.get(name, {}), **_BOT} for name in ("old_chat_member", "new_chat_member")}
    return {"chat": raw["chat"], "date": raw.get("date", 0), **_from(raw), **sides}


_BOT: Final[Mapping[str, Any]] = {"user": {"id": 0, "is_bot": True, "first_name": ""}}


def _from(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {"from": {**_USER, **raw["from"]}} if "from" in raw else {}


def _file(raw: Mapping[str, Any]) -> dict[str, Any]:
    file = {**_FILE, **raw}
    for part in ("thumbnail", "cover"):
        file.pop(part, None)
    return file
