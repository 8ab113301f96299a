"""`research export DIR`: de-identified figures of the people who allow it, at the moment of the command.

Knows exit codes and the audit entry; must not know how a person is made unrecognisable. Prints counts, never a value.
"""

import getpass
import hashlib
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from bot.commands.opened import Opened, opened
from bot.research import Export, gather
from bot.research_files import CHECKSUMS, Occupied, files_of, place, require_empty
from flows.deidentify import K_INTERNAL, K_PUBLISHED


@click.group()
def research() -> None:
    """Figures for research, of those who allow it."""


@research.command("export")
@click.argument("directory", type=click.Path(path_type=Path))
@click.option("--publish", is_flag=True, help=f"For publishing: no group under {K_PUBLISHED} people instead of {K_INTERNAL}.")
def export(directory: Path, *, publish: bool) -> None:
    """Write rows, data dictionary and checksums into DIRECTORY, new or empty."""
    k = K_PUBLISHED if publish else K_INTERNAL
    try:
        require_empty(directory)
        with opened() as here:
            with here.database.read() as uow:
                made = gather(uow, k)
            files = files_of(made)
            _placed(directory, files, lambda: _note(here, made, files[CHECKSUMS]))
    except Occupied as fault:
        raise click.ClickException(f"{fault} is no new or empty directory in one that exists. Nothing was written.") from None
    click.echo(f"{len(made.rows)} rows of {len(made.people.members)} people, k = {k}, in {directory}.")
    click.echo(f"Check them with: sha256sum -c {CHECKSUMS}")
    if made.people.withheld:
        click.echo("People in small groups were left out.")
    if made.unlisted:
        click.echo(f"{made.unlisted} figures were left out: their codes are not on the lists of this release.")


def _placed(directory: Path, files: Mapping[str, bytes], before: Callable[[], None]) -> None:
    try:
        place(directory, files, before)
    except OSError as fault:
        raise click.ClickException(f"{directory} cannot be written ({fault.strerror}). Nothing was exported.") from None


def _note(here: Opened, made: Export, checksums: bytes) -> None:
    """The audit entry, together with a last look at who allows it: nothing leaves of somebody who took it back meanwhile."""
    with here.database.write() as uow:
        if uow.research.consenting() != made.consenting:
            raise click.ClickException("Consents changed while this ran. Nothing was written; run it again.")
        detail: dict[str, str | int] = {
            "account": _account(),
            "k": made.k,
            "rows": len(made.rows),
            "people": len(made.people.members),
            "withheld": made.people.withheld,
            "unlisted": made.unlisted,
            "sha256": hashlib.sha256(checksums).hexdigest(),
        }
        uow.audit.append(at=here.clock(), actor="operator", action="research.exported", object=secrets.token_hex(16), detail=detail)
        uow.commit()


def _account() -> str:
    """Who ran it, as the machine knows; an account without a name has none to tell."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unnamed"
