"""`demo`: patient simulator and staff console on this machine, with demo staff. Development only; nothing leaves the machine.

Knows demo people and where their secrets are kept; must not be usable against a real database by accident.
"""

import json
import os
import secrets
from pathlib import Path
from typing import Final

import click

from bot.clock import Clock, make_clock, monotonic
from bot.commands.opened import Opened, make_database, said_plainly
from bot.commands.serve import start
from bot.commands.staff import enlist, give_token
from bot.console.demo_people import KEPT
from bot.demo_clock import KEPT as CLOCK
from bot.demo_clock import DemoClock
from bot.logs import configure_logs
from bot.settings import Settings, load_settings

PEOPLE: Final = (
    ("coordinator", "Carla Demo", "coordinator@demo.example", ""),
    ("physician", "Dr. Felipe Demo", "physician@demo.example", "DEMO-0000"),
    ("auditor", "Aurora Demo", "auditor@demo.example", ""),
    ("admin", "Adrián Demo", "admin@demo.example", ""),
)


@click.command()
def demo() -> None:
    """Patient simulator and staff console on http://127.0.0.1:8000, with demo staff."""
    settings = load_settings(app_env="development", database_url="")
    configure_logs("WARNING", console=True, process="demo")
    with said_plainly():
        clock = set_up(settings)
    where = f"http://{settings.host}:{settings.port}"
    click.echo(f"\nCandor runs on {where}  (patient left, staff right; Ctrl+C stops it)")
    click.echo(f"Staff sign in at {where}/login, where the demo's people are one click away.\n")
    start("demo", with_web=True, with_worker=True, settings=settings, clock=clock)


def set_up(settings: Settings) -> Clock:
    """Migrate, make the demo's staff and stories once, print how the staff sign in. Gives the clock that the demo runs by."""
    from storage import migrations

    begun = monotonic()
    settings.app_data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    migrations.upgrade(settings.effective_database_url())
    here = Opened(settings, make_database(settings), _clock(settings))
    try:
        kept = _people(here)
        _stories(here, begun)
    finally:
        here.database.close()
    for person in kept:
        click.echo(
            f"{person['role']:<12} {person['email']:<28} password {person['password']}  one-time-code secret {person['totp_secret']}"
        )
        click.echo(f"{'':<12} API token {person['token']}")
    return here.clock


def _clock(settings: Settings) -> Clock:
    """The demo's own clock, unless the environment names a file to go by."""
    if settings.app_clock != "system":
        return make_clock(settings.app_clock)
    return DemoClock(settings.app_data_dir / CLOCK, settings.clinic_timezone)


def _stories(here: Opened, begun: float) -> None:
    """A week of cases, where nobody has written yet. The clock is set first: it never goes back once somebody has."""
    from bot.demo_seed import seed, untouched

    if not untouched(here.database):
        return
    if isinstance(here.clock, DemoClock):
        here.clock.begin()
    seed(here.settings, here.database, here.clock())
    click.echo(f"A week of invented cases is in the queue (made in {monotonic() - begun:.1f} s).\n")


def _people(here: Opened) -> list[dict[str, str]]:
    """The demo staff with their secrets: from the file beside the database, and made now where one is missing."""
    path = here.settings.app_data_dir / KEPT
    kept: list[dict[str, str]] = json.loads(path.read_text()) if path.exists() else []
    remembered = {person["email"] for person in kept}
    with here.database.read() as uow:
        known = {email for _role, _name, email, _licence in PEOPLE if uow.staff.by_email(email) is not None}
    if known != remembered:
        raise click.ClickException(f"The demo staff and {path} do not match. Remove {here.settings.app_data_dir}/ to begin anew.")
    kept += [_make(here, *person) for person in PEOPLE if person[2] not in known]
    _keep(path, json.dumps(kept, indent=1))
    return kept


def _make(here: Opened, role: str, name: str, email: str, licence: str) -> dict[str, str]:
    password = secrets.token_urlsafe(12)
    member = enlist(here, role=role, name=name, email=email, licence=licence, password=password)
    return {
        "role": role,
        "name": name,
        "email": email,
        "password": password,
        "totp_secret": member.totp_secret,
        "token": give_token(here, member),
    }


def _keep(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
