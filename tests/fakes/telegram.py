"""A strict Bot API server: refuses what Telegram refuses, delivers and retries as Telegram does, fails as it is told.

In process: `TelegramChannel(fake.token, base_url="http://fake", transport=fake.transport)`.
As a server: `python -m tests.fakes.telegram --port N`.
"""

import argparse
import asyncio
import itertools
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes import telegram_says as says
from tests.fakes.control import control_routes
from tests.fakes.faults import Fault, Script, suffer
from tests.fakes.served import serve_for_ever
from tests.fakes.telegram_methods import BotState, Uploaded
from tests.fakes.telegram_rules import Refused, check

TOKEN: Final = "123456:TEST-token_for-the-fake"
_VERBS: Final = (
    "push_text",
    "push_tap",
    "push_group_text",
    "push_group_tap",
    "push_edit",
    "push_photo",
    "push_document",
    "push_membership",
    "push",
    "fail_next",
    "block",
    "know",
    "clear",
    "webhook",
)
_LISTS: Final = ("sent", "calls", "answered", "deliveries", "commands", "pending")


@dataclass
class Delivery:
    """One try to deliver an update: what the webhook answered, status 0 when it could not be reached."""

    update_id: int
    status: int
    body: str


class FakeTelegram(BotState):
    """One bot on one server. `second` is how long a second of Telegram's own patience lasts here."""

    def __init__(self, token: str = TOKEN, *, strict_chats: bool = True, second: float = 0.001, most_tries: int = 8) -> None:
        super().__init__(token, strict_chats=strict_chats, second=second)
        self.most_tries = most_tries
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.deliveries: list[Delivery] = []
        self._script = Script()
        self._updates = itertools.count(1000)
        self._queues: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._to: httpx.AsyncClient | None = None
        routes = [Route("/bot{token}/{method}", self._api, methods=["GET", "POST"]), Route("/file/bot{token}/{path:path}", self._file)]
        self.app = Starlette(routes=[*control_routes(self, _VERBS, _LISTS), *routes])
        self.transport = httpx.ASGITransport(app=self.app)

    # what a test orders

    def fail_next(
        self,
        status: int = 500,
        description: str = "Internal Server Error",
        *,
        method: str = "",
        chat: int | None = None,
        retry_after: int | None = None,
        times: int = 1,
        after: int = 0,
        act: bool = False,
        hang: float = 0.0,
        drop: bool = False,
        raw: str | None = None,
    ) -> None:
        """Fail the next call (of `method`, to `chat`). `act`: as if the answer got lost; `drop`: no answer; `raw`: no JSON."""
        body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        if retry_after is not None:
            body["parameters"] = {"retry_after": retry_after}
        only = {name: str(value) for name, value in (("method", method), ("chat", chat)) if value}
        self._script.add(Fault(status, body, act=act, hang=hang, drop=drop, raw=raw, only=only, times=times, after=after))

    def know(self, chat: int) -> None:
        """Let the bot write to a chat, as if the person had written first."""
        self._chats.add(chat)

    def block(self, chat: int, *, blocked: bool = True) -> None:
        """The person blocks the bot, or lets it back in, without the update that tells it."""
        (self._blocked.add if blocked else self._blocked.discard)(chat)

    def clear(self) -> None:
        """Forget what was sent, called and ordered."""
        for record in (self.sent, self.calls, self.deliveries, self.answered):
            record.clear()
        self._script.clear()

    def webhook(self, url: str, secret: str = "") -> None:
        """Deliver to `url` from now on, as setWebhook would."""
        self.hook = {"url": url, "secret": secret}

    def connect(self, client: httpx.AsyncClient) -> None:
        """Deliver through this client, for webhooks of an application in the same process."""
        self._to = client

    # what a person does

    async def push_text(self, chat: int, text: str, **more: Any) -> int:
        """Words from a person; gives the webhook's last status, 0 when it was never reached or polling is used."""
        return await self.push(says.said(chat, next(self._ids), text, **more))

    async def push_edit(self, chat: int, message_id: int, text: str) -> int:
        """An earlier message of the person changed."""
        return await self.push(says.edited(chat, message_id, text))

    async def push_tap(self, chat: int, label: str = "", *, data: str = "", message_id: int = 0) -> int:
        """Press a button: by its label on the latest message that has it, or by raw data under a message."""
        for said in reversed(self.on_screen(chat)) if label else ():
            for button in itertools.chain.from_iterable(said.rows):
                if button["text"] == label:
                    return await self._tap(chat, said.message_id, button["callback_data"], said.rows)
        if label:
            raise AssertionError(f"no button {label!r} in chat {chat}")
        return await self._tap(chat, message_id, data, None)

    async def _tap(self, chat: int, message_id: int, data: str, rows: list[list[dict[str, Any]]] | None) -> int:
        query = str(next(self._ids) + 10**15)
        self._queries.add(query)
        return await self.push(says.tapped(chat, message_id, data, query, rows=rows))

    async def push_group_text(self, group: int, user: int, text: str) -> int:
        """Words of a person in a group."""
        return await self.push(says.in_group(says.said(user, next(self._ids), text), group))

    async def push_group_tap(self, group: int, user: int, label: str = "", *, data: str = "") -> int:
        """A person presses a button under the group's latest message that has it, or raw data."""
        latest = next((said for said in reversed(self.on_screen(group)) if label in said.labels), None)
        if label and latest is None:
            raise AssertionError(f"no button {label!r} in group {group}")
        buttons = [button for row in (latest.rows if latest else []) for button in row if button["text"] == label]
        query = str(next(self._ids) + 10**15)
        self._queries.add(query)
        token = buttons[0]["callback_data"] if buttons else data
        tapped = says.tapped(user, latest.message_id if latest else 1, token, query, rows=latest.rows if latest else None)
        return await self.push(says.in_group(tapped, group))

    async def push_photo(self, chat: int, data: bytes, caption: str = "", album: str = "") -> int:
        """A picture."""
        return await self.push(says.photo(chat, next(self._ids), self._keep(data), size=len(data), caption=caption, album=album))

    async def push_document(self, chat: int, data: bytes, mime: str, name: str = "file", caption: str = "") -> int:
        """A file."""
        update = says.document(chat, next(self._ids), self._keep(data), size=len(data), mime=mime, name=name, caption=caption)
        return await self.push(update)

    async def push_membership(self, chat: int, *, blocked: bool) -> int:
        """The bot blocked or unblocked, told by an update."""
        self.block(chat, blocked=blocked)
        return await self.push(says.membership(chat, blocked=blocked))

    def _keep(self, data: bytes) -> str:
        file_id = f"file-{len(self.files) + 1}"
        self.files[file_id] = data
        return file_id

    # delivery

    async def push(self, update: dict[str, Any], *, times: int = 1) -> int:
        """Deliver an update (numbered here unless it is) `times` times, with Telegram's retries; the next of its queue waits meanwhile."""
        numbered = {"update_id": next(self._updates), **update}
        self._chats.update(_writers(numbered))
        if not self.hook:
            self.pending.append(numbered)
            self.arrived.set()
            return 0
        async with self._queues[_queue(numbered)]:
            statuses = [await self._deliver(numbered) for _ in range(times)]
        return statuses[-1]

    async def _deliver(self, update: dict[str, Any]) -> int:
        wait = 0.0
        for _ in range(self.most_tries):
            await asyncio.sleep(wait * self.second)
            answer = await self._post(update)
            if answer is not None and answer.is_success:
                await self._carry_out(answer)
                return answer.status_code
            wait = min(max(2.0, wait * 2), 60.0)
        return self.deliveries[-1].status

    async def _post(self, update: dict[str, Any]) -> httpx.Response | None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.hook["secret"]} if self.hook.get("secret") else {}
        if self._to is None:
            self._to = httpx.AsyncClient(timeout=60)
        try:
            answer = await self._to.post(self.hook["url"], json=update, headers=headers)
        except httpx.HTTPError:
            self.deliveries.append(Delivery(update["update_id"], 0, ""))
            return None
        self.deliveries.append(Delivery(update["update_id"], answer.status_code, answer.text))
        return answer

    async def _carry_out(self, answer: httpx.Response) -> None:
        """The method a webhook may put into its 2xx body."""
        order = answer.json() if answer.headers.get("content-type", "").startswith("application/json") and answer.content else {}
        if order.get("method"):
            params = {name: value for name, value in order.items() if name != "method"}
            check(order["method"], params)
            await self.do(order["method"], params)

    # the server

    async def _api(self, request: Request) -> Response:
        token, method = request.path_params["token"], request.path_params["method"]
        if token != self.token:
            status = 401 if ":" in token else 404
            return JSONResponse(
                {"ok": False, "error_code": status, "description": "Unauthorized" if status == 401 else "Not Found"}, status
            )
        params = await _params(request)
        self.calls.append((method, dict(params)))
        fault = self._script.take(method=method, chat=str(params.get("chat_id", "")))
        if fault and not fault.act:
            return await _failed(fault)
        try:
            check(method, params)
            result = await self.do(method, params)
        except Refused as refused:
            return JSONResponse(refused.body, refused.status)
        return await _failed(fault) if fault else JSONResponse({"ok": True, "result": result})

    async def _file(self, request: Request) -> Response:
        data = self.files.get(request.path_params["path"].rpartition("/")[2])
        return Response(data) if data is not None and request.path_params["token"] == self.token else Response(status_code=404)


async def _params(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").startswith("application/json"):
        posted = await request.json()
        return dict(posted)
    async with request.form() as form:
        posted = {
            name: value if isinstance(value, str) else Uploaded(value.filename or "", await value.read()) for name, value in form.items()
        }
    return {**request.query_params, **posted}


async def _failed(fault: Fault) -> Response:
    await suffer(fault)
    return Response(fault.raw, fault.status) if fault.raw is not None else JSONResponse(fault.body, fault.status)


def _queue(update: dict[str, Any]) -> str:
    """Telegram keeps order within messages of a chat, within taps of a person and within membership of a chat, not between them."""
    for kind in ("message", "edited_message"):
        if kind in update:
            return f"chat {update[kind]['chat']['id']}"
    if "callback_query" in update:
        return f"user {update['callback_query']['from']['id']}"
    return "other " + str(next((name for name in update if name != "update_id"), ""))


def _writers(update: dict[str, Any]) -> set[int]:
    parts = [part for part in update.values() if isinstance(part, dict)]
    return {part["chat"]["id"] for part in parts if isinstance(part.get("chat"), dict) and "id" in part["chat"]} | {
        part["from"]["id"] for part in parts if isinstance(part.get("from"), dict) and "id" in part["from"]
    }


def main() -> None:
    """Serve a fake bot until told to stop."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, required=True)
    options.add_argument("--token", default=TOKEN)
    options.add_argument("--second", type=float, default=0.1, help="how long a second of Telegram's patience lasts")
    asked = options.parse_args()
    serve_for_ever(FakeTelegram(asked.token, second=asked.second, most_tries=10_000).app, asked.port)


if __name__ == "__main__":
    main()
