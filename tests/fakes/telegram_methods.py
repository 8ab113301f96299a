"""What the fake bot does when a method is called: messages, edits, taps, files, webhook. State only; must not know HTTP."""

import asyncio
import contextlib
import itertools
import json
import time
from dataclasses import dataclass, field
from typing import Any, Final, Self

from tests.fakes import telegram_says as says
from tests.fakes.telegram_rules import Params, Refused, keyboard

_GET_FILE_MOST: Final = 20 * 1024 * 1024


class Uploaded(str):
    """The name of a file sent to the Bot API, with its bytes."""

    __slots__ = ("data",)
    data: bytes

    def __new__(cls, name: str, data: bytes) -> Self:
        """A file of this name."""
        made = super().__new__(cls, name)
        made.data = data
        return made


@dataclass
class Said:
    """One message of the bot as a patient sees it. `text` is the caption for a picture or a document."""

    chat: int
    message_id: int
    text: str
    rows: list[list[dict[str, Any]]] = field(default_factory=list)
    picture: bool = False
    document: tuple[str, bytes] | None = None

    @property
    def labels(self) -> list[str]:
        """The buttons' labels in order."""
        return [button["text"] for row in self.rows for button in row]


class BotState:
    """Chats, messages and files of one bot, changed by the Bot API's methods, each named as there."""

    def __init__(self, token: str, *, strict_chats: bool, second: float) -> None:
        self.token, self.strict_chats, self.second = token, strict_chats, second
        self.sent: list[Said] = []
        self.answered: list[str] = []
        self.pending: list[dict[str, Any]] = []
        self.arrived = asyncio.Event()
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.files: dict[str, bytes] = {}
        self.hook: dict[str, str] = {}
        self._chats: set[int] = set()
        self._blocked: set[int] = set()
        self._queries: set[str] = set()
        self._ids = itertools.count(1)

    def on_screen(self, chat: int) -> list[Said]:
        """What the bot said in one chat, in order."""
        return [said for said in self.sent if said.chat == chat]

    async def do(self, method: str, params: Params) -> Any:
        """Carry out a method that has been checked."""
        if "chat_id" in params:
            self._reachable(int(params["chat_id"]))
        action = getattr(self, f"_{method}")
        result = action(params)
        return await result if asyncio.iscoroutine(result) else result

    def _reachable(self, chat: int) -> None:
        if chat in self._blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        if self.strict_chats and chat not in self._chats:
            raise Refused(400, "Bad Request: chat not found")

    def _getMe(self, _params: Params) -> dict[str, Any]:
        return {"id": int(self.token.partition(":")[0]), "is_bot": True, "first_name": "Bot", "username": "fake_bot"}

    def _sendMessage(self, params: Params) -> dict[str, Any]:
        return self._say(params, str(params["text"]), picture=False)

    def _sendPhoto(self, params: Params) -> dict[str, Any]:
        return self._say(params, str(params.get("caption", "")), picture=True)

    def _sendDocument(self, params: Params) -> dict[str, Any]:
        file = params["document"]
        return self._say(params, str(params.get("caption", "")), picture=False, document=(str(file), file.data))

    def _say(self, params: Params, text: str, *, picture: bool, document: tuple[str, bytes] | None = None) -> dict[str, Any]:
        said = Said(int(params["chat_id"]), next(self._ids), text, keyboard(params.get("reply_markup", "{}")), picture, document)
        self.sent.append(said)
        return _as_message(said)

    def _shown(self, params: Params) -> Said:
        chat, message = int(params["chat_id"]), int(params["message_id"])
        for said in self.sent:
            if (said.chat, said.message_id) == (chat, message):
                return said
        raise Refused(400, "Bad Request: message to edit not found")

    def _editMessageText(self, params: Params) -> dict[str, Any]:
        return self._edit(self._shown(params), str(params["text"]), params)

    def _editMessageReplyMarkup(self, params: Params) -> dict[str, Any]:
        said = self._shown(params)
        return self._edit(said, said.text, params)

    def _edit(self, said: Said, text: str, params: Params) -> dict[str, Any]:
        rows = keyboard(params.get("reply_markup", "{}"))
        if (said.text, said.rows) == (text, rows):
            raise Refused(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same")
        said.text, said.rows = text, rows
        return _as_message(said)

    def _answerCallbackQuery(self, params: Params) -> bool:
        query = str(params["callback_query_id"])
        if query not in self._queries:
            raise Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self._queries.discard(query)
        self.answered.append(query)
        return True

    def _getFile(self, params: Params) -> dict[str, Any]:
        file_id = str(params["file_id"])
        if file_id not in self.files:
            raise Refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(self.files[file_id]) > _GET_FILE_MOST:
            raise Refused(400, "Bad Request: file is too big")
        return {"file_id": file_id, "file_unique_id": "u", "file_size": len(self.files[file_id]), "file_path": f"documents/{file_id}"}

    async def _getUpdates(self, params: Params) -> list[dict[str, Any]]:
        if self.hook:
            raise Refused(
                409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        offset = int(params.get("offset", 0))
        self.pending[:] = [update for update in self.pending if update["update_id"] >= offset]
        if not self.pending:
            self.arrived.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.arrived.wait(), float(params.get("timeout", 0)) * self.second)
        return list(self.pending)

    def _setWebhook(self, params: Params) -> bool:
        self.hook = {"url": str(params["url"]), "secret": str(params.get("secret_token", ""))}
        return True

    def _deleteWebhook(self, _params: Params) -> bool:
        self.hook = {}
        return True

    def _getWebhookInfo(self, _params: Params) -> dict[str, Any]:
        return {"url": self.hook.get("url", ""), "has_custom_certificate": False, "pending_update_count": len(self.pending)}

    def _setMyCommands(self, params: Params) -> bool:
        commands = params["commands"]
        self.commands[str(params.get("language_code", ""))] = json.loads(commands) if isinstance(commands, str) else commands
        return True

    def _leaveChat(self, _params: Params) -> bool:
        return True


def _as_message(said: Said) -> dict[str, Any]:
    words: dict[str, Any] = {"caption": said.text} if said.picture or said.document else {"text": said.text}
    words |= {"photo": []} if said.picture else {}
    words |= {"document": {"file_id": "d", "file_unique_id": "d", "file_name": said.document[0]}} if said.document else {}
    return {"message_id": said.message_id, "date": int(time.time()), "chat": says.private(said.chat), **words}
