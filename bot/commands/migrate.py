"""`migrate`: brings the database to this release's tables. Safe to run from several processes at once."""

import click

from bot.commands.opened import said_plainly
from bot.commands.serve import prepare


@click.command()
def migrate() -> None:
    """Bring the database to this release's tables."""
    from storage import migrations

    settings = prepare("migrate")
    url = settings.effective_database_url()
    with said_plainly():
        settings.app_data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if migrations.state(url) == "unknown":
            raise click.ClickException("The database was migrated by a newer release: run that release.")
        migrations.upgrade(url)
        click.echo(f"The database is {migrations.state(url)}.")
