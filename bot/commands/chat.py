"""`chat`: a patient's conversation in the terminal, through the same turn, outbox and sender as every channel.

Keeps everything in a throw-away database. Knows lines of text; must not know the conversation's rules.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from bot.channels import simulator
from bot.channels.base import Token
from bot.logs import configure_logs
from bot.settings import load_settings
from bot.simulator_api import shown
from bot.wiring import Parts, SharedSimulator, assemble, new_id, settled
from storage.messages import StoredMessage

PATIENT = "terminal"
HINT = "Type an answer, or the number of an option. Ctrl+D ends."


@click.command()
@click.option("--lang", default="", help="The language your device would tell: en, es …")
@click.option("--explain", is_flag=True, help="Show what was read in each message.")
def chat(lang: str, explain: bool) -> None:  # noqa: FBT001 - click passes options by name
    """A patient's conversation in the terminal."""
    configure_logs("WARNING", console=True, process="chat")
    with tempfile.TemporaryDirectory(prefix="candor-chat-") as folder:
        asyncio.run(_chat(Path(folder), lang, explain=explain))


async def _chat(folder: Path, language: str, *, explain: bool) -> None:
    from storage import migrations

    settings = load_settings(app_env="test", app_data_dir=folder, database_url=f"sqlite:///{folder / 'chat.db'}", burst_wait_seconds=0)
    migrations.upgrade(settings.effective_database_url())
    parts = assemble(settings)
    parts.writer.start()
    parts.channels["simulator"] = SharedSimulator(parts.uploads)
    try:
        await Terminal(parts, language, explain=explain).run()
    finally:
        await parts.close(5)


class Terminal:
    """One conversation between a keyboard and a screen."""

    def __init__(self, parts: Parts, language: str, *, explain: bool) -> None:
        from bot.sender import Sender

        self._parts, self._language, self._explain = parts, language, explain
        self._sender = Sender(parts)
        self._seen = 0
        self._open: StoredMessage | None = None

    async def run(self) -> None:
        """Talk until the input ends."""
        click.echo(click.style(HINT, dim=True))
        await self._say({"text": "/start"})
        while (line := await asyncio.to_thread(_read_line)) is not None:
            if self._explain:
                for why in _read(line, self._language):
                    click.echo(click.style(f"   read: {why}", dim=True))
            await self._say(self._body(line))

    def _body(self, line: str) -> dict[str, Any]:
        """A number is the option it stands before; anything else is words."""
        message, bare = self._open, line.strip()
        if message is None or not bare.isdigit() or not 1 <= int(bare) <= len(message.options):
            return {"text": line}
        chosen = message.options[int(bare) - 1]
        token = str(Token(message.step, message.visit, chosen.id)) if message.step else chosen.id
        return {"option": token, "text": chosen.label}

    async def _say(self, body: dict[str, Any]) -> None:
        update = simulator.parse(body, PATIENT, new_id())
        if update.sender is not None:
            update = replace(update, sender=replace(update.sender, language_hint=self._language, display_name=""))
        await settled(self._parts.writer.submit(update))
        while await self._sender.round():
            await self._sender.settle()
        self._show(await self._parts.read(lambda uow: shown(uow, PATIENT, self._seen)))

    def _show(self, messages: Sequence[StoredMessage]) -> None:
        for message in messages:
            if message.author == "patient":
                continue
            self._seen = max(self._seen, message.n)
            self._open = message if message.options else None
            click.echo()
            click.echo(message.text)
            for place, option in enumerate(message.options, start=1):
                click.echo(click.style(f"  {place}. {option.label}", bold=True))


def _read_line() -> str | None:
    try:
        return input("\n> ")
    except EOFError:
        return None


def _read(text: str, language: str) -> list[str]:
    """What the bot reads in a message, the words it comes from, and what it set aside and why."""
    from messages.understanding.explaining import explain

    return [str(why) for why in explain(text, language or None)] or ["nothing"]
