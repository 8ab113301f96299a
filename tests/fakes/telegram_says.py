"""Updates as Telegram words them: what a person in a private chat does, as JSON objects without an update_id."""

import time
from typing import Any


def person(user: int, *, name: str = "Ana", language: str = "es") -> dict[str, Any]:
    """A user object."""
    return {"id": user, "is_bot": False, "first_name": name, "language_code": language}


def private(user: int, *, name: str = "Ana") -> dict[str, Any]:
    """The private chat with a user."""
    return {"id": user, "type": "private", "first_name": name}


def message(user: int, message_id: int, *, language: str = "es", date: int | None = None, **content: Any) -> dict[str, Any]:
    """A message with the given content fields."""
    moment = int(time.time()) if date is None else date
    return {"message_id": message_id, "date": moment, "chat": private(user), "from": person(user, language=language), **content}


def said(user: int, message_id: int, text: str, **more: Any) -> dict[str, Any]:
    """Words typed; a command carries its entity, as in life."""
    entities = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}] if text.startswith("/") else None
    extra: dict[str, Any] = {"entities": entities} if entities else {}
    return {"message": message(user, message_id, text=text, **extra, **more)}


def edited(user: int, message_id: int, text: str) -> dict[str, Any]:
    """An earlier message changed."""
    return {"edited_message": message(user, message_id, text=text, edit_date=int(time.time()))}


def tapped(user: int, message_id: int, data: str, query_id: str, *, rows: list[list[dict[str, Any]]] | None = None) -> dict[str, Any]:
    """A button pressed under one of the bot's messages."""
    under = {"message_id": message_id, "date": int(time.time()), "chat": private(user), "text": "…"}
    under["from"] = {"id": 1, "is_bot": True, "first_name": "Bot"}
    if rows:
        under["reply_markup"] = {"inline_keyboard": rows}
    return {"callback_query": {"id": query_id, "from": person(user), "message": under, "chat_instance": "1", "data": data}}


def in_group(update: dict[str, Any], group: int) -> dict[str, Any]:
    """The same act in a group: the chat is the group's, the person stays."""
    chat = {"id": group, "type": "supergroup", "title": "Staff"}
    inner = {name: {**part, "chat": chat} if "chat" in part else part for name, part in update.items()}
    if "callback_query" in inner:
        query = inner["callback_query"]
        inner["callback_query"] = {**query, "message": {**query["message"], "chat": chat}}
    return inner


def photo(user: int, message_id: int, file_id: str, *, size: int, caption: str = "", album: str = "") -> dict[str, Any]:
    """A picture in two sizes."""
    sizes = [
        {"file_id": f"{file_id}-small", "file_unique_id": "s", "width": 90, "height": 90, "file_size": 1000},
        {"file_id": file_id, "file_unique_id": "b", "width": 1280, "height": 960, "file_size": size},
    ]
    extra: dict[str, Any] = {name: value for name, value in (("caption", caption), ("media_group_id", album)) if value}
    return {"message": message(user, message_id, photo=sizes, **extra)}


def document(user: int, message_id: int, file_id: str, *, size: int, mime: str, name: str, caption: str = "") -> dict[str, Any]:
    """A file as such."""
    file = {"file_id": file_id, "file_unique_id": "d", "mime_type": mime, "file_name": name, "file_size": size}
    extra: dict[str, Any] = {"caption": caption} if caption else {}
    return {"message": message(user, message_id, document=file, **extra)}


def voice(user: int, message_id: int, file_id: str, *, size: int) -> dict[str, Any]:
    """A voice note."""
    return {
        "message": message(
            user, message_id, voice={"file_id": file_id, "file_unique_id": "v", "duration": 3, "mime_type": "audio/ogg", "file_size": size}
        )
    }


def membership(user: int, *, blocked: bool) -> dict[str, Any]:
    """The bot blocked, or let back in."""
    bot = {"id": 1, "is_bot": True, "first_name": "Bot"}
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    gone = {"until_date": 0}
    return {
        "my_chat_member": {
            "chat": private(user),
            "from": person(user),
            "date": int(time.time()),
            "old_chat_member": {"user": bot, "status": before, **(gone if before == "kicked" else {})},
            "new_chat_member": {"user": bot, "status": after, **(gone if after == "kicked" else {})},
        }
    }
