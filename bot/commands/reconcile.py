"""`reconcile`: fetches messages the provider holds and we do not, once and now."""

import asyncio

import click

from bot.commands.serve import prepare
from bot.settings import Settings


@click.command()
def reconcile() -> None:
    """Fetch messages the provider holds and we do not."""
    settings = prepare("reconcile")
    click.echo(f"{asyncio.run(_reconcile(settings))} messages were missing and are in now.")


async def _reconcile(settings: Settings) -> int:
    from bot.reconcile import missing
    from bot.wiring import assemble, open_channels

    parts = assemble(settings)
    parts.writer.start()
    open_channels(parts)
    try:
        return await missing(parts)
    finally:
        await parts.close(settings.shutdown_timeout_seconds)
