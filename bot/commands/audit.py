"""`audit verify`: whether the chain of audit rows holds."""

import click

from bot.commands.opened import opened


@click.group()
def audit() -> None:
    """The audit log."""


@audit.command()
@click.pass_context
def verify(context: click.Context) -> None:
    """Read the whole chain; exit 1 when it does not hold, naming where."""
    with opened() as here, here.database.read() as uow:
        verdict = uow.audit.verify()
    head = f", head {verdict.head.seq} {verdict.head.mac}" if verdict.head else ""
    if verdict.ok:
        click.echo(f"The audit chain holds: {verdict.checked} rows{head}.")
    else:
        click.echo(f"The audit chain is broken ({verdict.fault}) after {verdict.checked} rows.", err=True)
        context.exit(1)
