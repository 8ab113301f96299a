"""The console served for a browser: the whole runtime in a thread of its own, over a real socket, with its sender at work."""

import asyncio
import secrets
import socket
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import uvicorn
from playwright.sync_api import Browser

from bot.console.session import ABSOLUTE
from bot.web import make_app
from storage.staff import StaffMember
from tests.bot.console.chromium import Watched
from tests.bot.rig import Rig, running

T = TypeVar("T")


@dataclass
class Served:
    """A running console. `run` carries out a coroutine beside it, in its own loop."""

    rig: Rig
    address: str
    loop: asyncio.AbstractEventLoop

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of `work`."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(60)

    @contextmanager
    def seen_by(
        self, browser: Browser, member: StaffMember, *, width: int = 1280, scheme: Any = "light", scripts: bool = True, language: str = "en"
    ) -> Iterator[Watched]:
        """A window of this person, signed in, and what it complained about."""
        token, now = secrets.token_urlsafe(24), datetime.now(UTC)
        with self.rig.parts.database.write() as uow:
            uow.sessions.open(member.staff_ref, token, now, now + ABSOLUTE)
            uow.commit()
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts)
        kept = {"candor_session": token, "candor_language": language}
        context.add_cookies([{"name": name, "value": value, "url": self.address} for name, value in kept.items()])
        watched = Watched(context.new_page())
        watched.page.on("console", lambda message: watched.complaints.append(message.text))
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        yield watched
        context.close()


@contextmanager
def served(url: str, folder: Path, **more: Any) -> Iterator[Served]:
    """The runtime over the database at `url`, until the block ends; it drains as a process does. `more` overrides settings."""
    ready, ended, kept = threading.Event(), threading.Event(), list[Served]()
    listening = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"

    async def main() -> None:
        async with running(url, folder, public_base_url=address, **more) as rig:
            config = uvicorn.Config(make_app(rig.parts), log_config=None, access_log=False, timeout_graceful_shutdown=5)
            server, stop = uvicorn.Server(config), asyncio.Event()
            rig.parts.on_commit(rig.sender.wake)
            serving = asyncio.create_task(server.serve([listening]))
            sending = asyncio.create_task(rig.sender.run(stop))
            kept.append(Served(rig, address, asyncio.get_running_loop()))
            ready.set()
            await asyncio.to_thread(ended.wait)
            rig.parts.draining = server.should_exit = True
            stop.set()
            await asyncio.gather(serving, sending)

    thread = threading.Thread(target=asyncio.run, args=(main(),))
    thread.start()
    ready.wait(30)
    try:
        yield kept[0]
    finally:
        ended.set()
        thread.join(30)
