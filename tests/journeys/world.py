"""The product as real processes between two strict fakes on loopback: what a journey test sets up, kills, starts again and reads.

Knows commands, the environment and HTTP; must not know the product's inside. Everything a process writes is kept in files.
"""

import asyncio
import json
import os
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any, Final

import httpx
import uvicorn
from starlette.types import ASGIApp

from bot.process import Server
from tests.conftest import DATA_KEY
from tests.fakes.telegram import FakeTelegram
from tests.fakes.twilio import FakeTwilio, file_clock
from tests.journeys.nursery import Nursery
from tests.ports import free_port

PUBLIC: Final = "https://clinic.example"
SECRET: Final = "canario-secreto-webhook"
NOON: Final = "2026-03-01T15:00:00Z"


class Internet(httpx.AsyncHTTPTransport):
    """The network between providers and the product: the public address leads to the port on loopback where the product listens."""

    def __init__(self, port: int) -> None:
        super().__init__(limits=httpx.Limits(max_connections=200))
        self._port = port

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Carry one request."""
        if str(request.url).startswith(PUBLIC):
            request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        return await super().handle_async_request(request)


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    code: int
    out: str
    err: str


@dataclass
class World:
    """One deployment: its folder, environment, fakes and processes by name."""

    folder: Path
    environment: dict[str, str]
    telegram: FakeTelegram
    twilio: FakeTwilio
    http: httpx.AsyncClient
    nursery: Nursery
    quick: bool = True
    running: dict[str, int] = field(default_factory=dict)
    started: int = 0
    tokens: dict[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """Where the product's web listens."""
        return f"http://127.0.0.1:{self.environment['PORT']}"

    @property
    def data(self) -> Path:
        """The product's data directory."""
        return Path(self.environment["APP_DATA_DIR"])

    async def command(self, *arguments: str, given: str = "") -> Done:
        """One command of the product to its end; its output is kept."""
        out = self._out(arguments[0])
        pid = self.nursery.start(list(arguments), self.environment, out, given=given, quick=self.quick)
        code = await self._ended(pid, 90)
        return Done(code, out.read_text(), out.with_suffix(".err").read_text())

    async def start(self, *names: str, ready: bool = True) -> None:
        """Start processes (`web`, `worker`, `worker2` …); `ready` waits for the web's /readyz."""
        for name in names:
            command = [name.rstrip("0123456789")]
            self.running[name] = self.nursery.start(command, self.environment, self._out(name), quick=self.quick)
        if ready and {"web", "serve"} & set(names):
            await until(self.ready, 30, "the web becomes ready", every=0.02)

    async def ready(self) -> bool:
        """Whether /readyz answers 200."""
        try:
            return (await self.http.get(f"{self.base}/readyz", timeout=5)).status_code == 200
        except httpx.HTTPError:
            return False

    async def kill(self, *names: str) -> None:
        """Kill -9, all when none is named."""
        for name in names or tuple(self.running):
            pid = self.running.pop(name)
            os.kill(pid, signal.SIGKILL)
            assert await self._ended(pid, 10) == -signal.SIGKILL, f"{name} had ended by itself"

    async def end(self, name: str, *, seconds: float = 30) -> tuple[int, float]:
        """SIGTERM; exit code and seconds it took."""
        pid, began = self.running.pop(name), monotonic()
        os.kill(pid, signal.SIGTERM)
        return await self._ended(pid, seconds), monotonic() - began

    def _out(self, name: str) -> Path:
        self.started += 1
        return self.folder / "out" / f"{self.started}-{name}.txt"

    async def _ended(self, pid: int, seconds: float) -> int:
        codes: list[int] = []

        def ended() -> bool:
            code = self.nursery.ended(pid)
            codes.extend([] if code is None else [code])
            return bool(codes)

        await until(ended, seconds, f"process {pid} ends", every=0.01)
        return codes[0]

    async def staff(self, role: str = "physician") -> str:
        """A token of a member of staff with this role, made by the product's commands on first use."""
        if role not in self.tokens:
            email = f"{role}@clinic.example"
            licence = ["--licence", "L1"] if role == "physician" else []
            who = ["--role", role, "--name", role.title(), "--email", email, *licence, "--password-stdin"]
            added = await self.command("staff", "add", *who, given="a long enough password\n")
            given = await self.command("staff", "token", "--email", email)
            assert (added.code, given.code) == (0, 0), added.err + given.err
            self.tokens[role] = given.out.split()[-1]
        return self.tokens[role]

    async def api(self, path: str, *, role: str = "physician", **params: str) -> Any:
        """A GET of the JSON API."""
        headers = {"Authorization": f"Bearer {await self.staff(role)}"}
        answer = await self.http.get(f"{self.base}/api/v1{path}", params=params, headers=headers, timeout=20)
        answer.raise_for_status()
        return answer.json()

    def move_clock(self, to: str) -> None:
        """Set the business time of every process."""
        path = self.folder / "clock.json"
        path.with_suffix(".new").write_text(json.dumps({"now": to}))
        path.with_suffix(".new").replace(path)

    def written(self) -> dict[str, bytes]:
        """Everything the product has written: output of every process, and every file of its data directory."""
        files = [*(self.folder / "out").iterdir(), *(path for path in self.data.rglob("*") if path.is_file())]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in files}


async def until(done: Callable[[], Awaitable[bool] | bool], seconds: float, what: str, every: float = 0.05) -> None:
    """Wait until `done()`; AssertionError that says `what` after `seconds`."""
    ends = monotonic() + seconds
    while True:
        answer = done()
        if answer if isinstance(answer, bool) else await answer:
            return
        assert monotonic() < ends, f"not within {seconds} s: {what}"
        await asyncio.sleep(every)


@asynccontextmanager
async def world(folder: Path, database_url: str, nursery: Nursery, *, quick: bool = True, **more: str) -> AsyncIterator[World]:
    """Both fakes up and an environment that points to them; nothing of the product runs yet. `more` overrides it."""
    (folder / "out").mkdir(parents=True)
    (folder / "clock.json").write_text(json.dumps({"now": NOON}))
    telegram, twilio = FakeTelegram(second=0.02, most_tries=10_000), FakeTwilio(now=file_clock(folder / "clock.json"))
    port = free_port()
    client = httpx.AsyncClient(timeout=30, transport=Internet(port))
    async with client as http, serving(telegram.app) as bot_api, serving(twilio.app) as twilio_api:
        environment = _environment(folder, database_url, telegram, twilio, bot_api, twilio_api)
        one = World(folder, {**environment, "PORT": str(port), **more}, telegram, twilio, http, nursery, quick)
        telegram.connect(http)
        telegram.webhook(f"{PUBLIC}/webhooks/telegram", SECRET)
        twilio.media_base = twilio_api.replace("127.0.0.1", "localhost")
        twilio.connect(PUBLIC, client=http)
        try:
            yield one
        finally:
            await one.kill()
            await twilio.settle()


@asynccontextmanager
async def serving(app: ASGIApp) -> AsyncIterator[str]:
    """`app` on a free port of loopback, in this event loop."""
    server = Server(uvicorn.Config(app, log_level="critical", ws="none", lifespan="off", timeout_graceful_shutdown=1))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        task = asyncio.create_task(server.serve([listening]))
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await task


def _environment(folder: Path, url: str, telegram: FakeTelegram, twilio: FakeTwilio, bot_api: str, twilio_api: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {
        **kept,
        "APP_ENV": "test",
        "APP_DATA_DIR": str(folder / "var"),
        "APP_DATA_KEYS": DATA_KEY,
        "APP_CLOCK": f"file:{folder / 'clock.json'}",
        "DATABASE_URL": url,
        "PUBLIC_BASE_URL": PUBLIC,
        "BURST_WAIT_SECONDS": "0.2",
        "HTTP_EGRESS_ALLOW_PRIVATE": "1",
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "TELEGRAM_API_BASE_URL": bot_api,
        "TWILIO_ACCOUNT_SID": twilio.account_sid,
        "TWILIO_AUTH_TOKEN": twilio.auth_token,
        "TWILIO_WHATSAPP_FROM": twilio.sender,
        "TWILIO_API_BASE_URL": twilio_api,
        "TWILIO_CONTENT_BASE_URL": twilio_api,
        "TWILIO_MEDIA_REDIRECT_HOSTS": twilio_api.removeprefix("http://").replace("127.0.0.1", "localhost"),
    }
