"""`deadletters list|replay`: messages that could not be processed. Shows ids and codes, never words."""

import json

import click

from bot.api_views import moment
from bot.clock import real_now
from bot.commands.opened import opened


@click.group()
def deadletters() -> None:
    """Messages that could not be processed."""


@deadletters.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def show(as_json: bool) -> None:  # noqa: FBT001 - click passes options by name
    """List them, oldest first."""
    with opened() as here, here.database.read() as uow:
        parked = uow.inbox.list_parked(limit=1000)
    for one in parked:
        row = {
            "id": one.id,
            "channel": one.key.channel,
            "external_id": one.key.external_id,
            "attempts": one.attempts,
            "reason": one.reason,
            "received_at": moment(one.received_at),
            "next_try_at": moment(one.next_try_at),
        }
        click.echo(json.dumps(row) if as_json else "  ".join(str(value) for value in row.values()))
    if not parked and not as_json:
        click.echo("No message waits.")


@deadletters.command()
@click.argument("ids", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help="Replay all of them.")
def replay(ids: tuple[int, ...], everything: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Give messages fresh tries; the worker takes them up."""
    if not ids and not everything:
        raise click.UsageError("Name ids of `deadletters list`, or use --all.")
    with opened() as here, here.database.write() as uow:
        wanted = [parked.id for parked in uow.inbox.list_parked(limit=1000)] if everything else list(ids)
        again = [one for one in wanted if uow.inbox.replay(one, real_now())]
        for one in again:
            uow.audit.append(at=here.clock(), actor="operator", action="inbox.replayed", object=str(one))
        uow.commit()
    click.echo(f"{len(again)} of {len(wanted)} will be tried again by the worker.")
