"""What the Bot API refuses, by method: parameters, lengths, keyboards. Descriptions are worded as the real server words them."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

Params: TypeAlias = Mapping[str, Any]


class Refused(Exception):
    """An answer with `ok: false`."""

    def __init__(self, status: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        if parameters:
            self.body["parameters"] = parameters


PARAMETERS: Final[Mapping[str, frozenset[str]]] = {
    "getMe": frozenset(),
    "sendMessage": frozenset({"chat_id", "text", "reply_markup", "link_preview_options", "disable_notification", "protect_content"}),
    "sendPhoto": frozenset({"chat_id", "photo", "caption", "reply_markup", "disable_notification", "protect_content"}),
    "sendDocument": frozenset({"chat_id", "document", "caption", "reply_markup", "disable_notification", "protect_content"}),
    "editMessageText": frozenset({"chat_id", "message_id", "text", "reply_markup", "link_preview_options"}),
    "editMessageReplyMarkup": frozenset({"chat_id", "message_id", "reply_markup"}),
    "answerCallbackQuery": frozenset({"callback_query_id", "text", "show_alert"}),
    "getFile": frozenset({"file_id"}),
    "getUpdates": frozenset({"offset", "limit", "timeout", "allowed_updates"}),
    "setWebhook": frozenset({"url", "secret_token", "allowed_updates", "max_connections", "drop_pending_updates"}),
    "deleteWebhook": frozenset({"drop_pending_updates"}),
    "getWebhookInfo": frozenset(),
    "setMyCommands": frozenset({"commands", "language_code", "scope"}),
    "leaveChat": frozenset({"chat_id"}),
    "deleteMessage": frozenset({"chat_id", "message_id"}),
}


def units(text: str) -> int:
    """Length as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def check(method: str, params: Params) -> None:
    """Raise `Refused` for a method or parameter that is not in the table, and for values the real server refuses."""
    if method not in PARAMETERS:
        raise Refused(404, "Not Found")
    if "parse_mode" in params:
        raise Refused(400, "Bad Request: can't parse entities: we send plain text only")
    unknown = set(params) - PARAMETERS[method]
    if unknown:
        raise Refused(400, f"Bad Request: unexpected parameter {min(unknown)}")
    for name, rule in _RULES.items():
        if name in params:
            rule(params[name])
    if method == "sendMessage" and not params.get("text"):
        raise Refused(400, "Bad Request: message text is empty")


def _text(value: str) -> None:
    if not value.strip():
        raise Refused(400, "Bad Request: message text is empty")
    if units(value) > 4096:
        raise Refused(400, "Bad Request: message is too long")


def _caption(value: str) -> None:
    if units(value) > 1024:
        raise Refused(400, "Bad Request: message caption is too long")


def keyboard(value: Any) -> list[list[dict[str, Any]]]:
    """The rows of a reply_markup, as JSON text or parsed."""
    markup = json.loads(value) if isinstance(value, str) else value
    rows: list[list[dict[str, Any]]] = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    return rows


def _reply_markup(value: Any) -> None:
    rows = keyboard(value)
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100 or any(len(row) > 8 or not row for row in rows):
        raise Refused(400, "Bad Request: BUTTONS_TOO_MUCH")
    for button in buttons:
        if set(button) != {"text", "callback_data"} or not button["text"].strip():
            raise Refused(400, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if not 1 <= len(button["callback_data"].encode()) <= 64:
            raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")


def _chat(value: Any) -> None:
    if not str(value).removeprefix("-").isdigit():
        raise Refused(400, "Bad Request: chat not found")


def _secret(value: str) -> None:
    if not 1 <= len(value) <= 256 or not value.replace("_", "").replace("-", "").isalnum():
        raise Refused(400, "Bad Request: secret token contains unallowed characters")


def _commands(value: Any) -> None:
    for command in json.loads(value) if isinstance(value, str) else value:
        if not 1 <= len(command["command"]) <= 32 or command["command"] != command["command"].lower():
            raise Refused(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise Refused(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")


_RULES: Final[Mapping[str, Callable[[Any], None]]] = {
    "text": _text,
    "caption": _caption,
    "reply_markup": _reply_markup,
    "chat_id": _chat,
    "secret_token": _secret,
    "commands": _commands,
}
