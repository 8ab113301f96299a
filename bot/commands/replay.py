"""`replay`: a conversation rebuilt from its events, held against its transcript.

Knows how the outcome is told; words of a patient or of ours are never printed.
"""

import json
from dataclasses import asdict
from functools import cache

import click

from bot.commands.opened import opened
from bot.replay import Replayed
from bot.replay import replay as replayed
from bot.rules import shipped_rules


@click.command()
@click.argument("case_id")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_context
def replay(context: click.Context, case_id: str, *, as_json: bool) -> None:
    """Rebuild a conversation from its events and compare every text with the transcript; exit 1 at the first difference."""
    with opened() as here, here.database.read() as uow:
        try:
            found = replayed(uow, case_id, cache(shipped_rules))
        except KeyError:
            raise click.ClickException("There is no such case.") from None
    click.echo(json.dumps(as_data(found)) if as_json else "\n".join(_lines(found)), err=not as_json and found.first is not None)
    if found.first is not None:
        context.exit(1)


def as_data(found: Replayed) -> dict[str, object]:
    """The outcome as plain data: numbers and codes."""
    plain = {name: value for name, value in asdict(found).items() if name not in {"covered", "first"}}
    return {**plain, "same": found.first is None, "first_difference": None if found.first is None else asdict(found.first)}


def _lines(found: Replayed) -> list[str]:
    if found.first is not None:
        where = {"event": found.first.seq, "message": found.first.n, "key": found.first.key, "byte": found.first.byte}
        told = ", ".join(f"{name} {value}" for name, value in where.items() if value not in {None, ""})
        return [f"The conversation differs from its events: {found.first.fault} ({told})."]
    lines = [f"The same to the byte: {found.rebuilt} texts out of {found.events} events."]
    if found.hashed:
        lines.append(
            f"{found.hashed} texts were said by other revisions; each holds its hash. Rebuild them with the release of that revision."
        )
    if found.erased:
        lines.append(f"{found.erased} events were erased with their words and cannot be run again.")
    if found.before:
        lines.append(f"{found.before} texts have no event (said before events were kept, or erased).")
    return lines
