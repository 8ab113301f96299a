"""`doctor`: checks what a release needs to run, and names the next command for each fault. Shows no secret and no patient.

Knows which checks there are and how they are shown; each check is in `bot/checks.py`.
"""

import json
from typing import TYPE_CHECKING, Final

import click

from bot.settings import EXIT_CONFIGURATION, ConfigurationError, load_settings

if TYPE_CHECKING:
    from bot.checks import Check

MOST_LISTED: Final = 12
"""Items of one finding shown to a person; `--json` holds them all."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--offline", is_flag=True, help="Do not ask the providers.")
@click.pass_context
def doctor(context: click.Context, as_json: bool, offline: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Check settings, database, texts, templates and credentials."""
    from bot.checks import Check, run_checks
    from bot.logs import configure_logs

    try:
        settings = load_settings()
    except ConfigurationError as error:
        checks = [Check("settings", ok=False, detail=fault, next="set it in the environment, or NAME_FILE") for fault in error.faults]
    else:
        configure_logs("ERROR", console=settings.console_logs, process="doctor")
        checks = run_checks(settings, offline=offline)
    if as_json:
        click.echo(json.dumps({"ok": all(check.ok for check in checks), "checks": [check.as_json() for check in checks]}))
    else:
        for check in checks:
            _show(check)
    if not all(check.ok for check in checks):
        context.exit(EXIT_CONFIGURATION if any(check.name == "settings" for check in checks if not check.ok) else 1)


def _show(check: "Check") -> None:
    click.echo(f"{'ok  ' if check.ok else 'FAIL'}  {check.name:<12} {check.detail}")
    if check.ok:
        return
    for item in check.items[:MOST_LISTED]:
        click.echo(f"{'':<19}{item}")
    if len(check.items) > MOST_LISTED:
        click.echo(f"{'':<19}and {len(check.items) - MOST_LISTED} more: python -m bot doctor --json")
    click.echo(f"{'':<19}next: {check.next}")
