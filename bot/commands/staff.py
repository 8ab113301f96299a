"""`staff add`, `token`, `invite`, `pair`, `dismiss`, `list`: people of the clinic, how they get in, and who no longer does.

Knows roles and how secrets are shown once; must not know what a role may do.
"""

import secrets
import sys
from typing import Final

import click

from bot.clock import real_now
from bot.commands.opened import Opened, opened
from bot.console import invitations
from bot.passwords import SHORTEST, UNSET, hash_password
from storage.staff import EmailTaken, StaffMember

ROLES: Final = ("coordinator", "physician", "auditor", "admin")


@click.group()
def staff() -> None:
    """People of the clinic: add, invite, dismiss, list them, and make their tokens."""


@staff.command()
@click.option("--role", type=click.Choice(ROLES), required=True)
@click.option("--name", required=True)
@click.option("--email", required=True)
@click.option("--licence", default="", help="Professional licence; physicians need one.")
@click.option("--password-stdin", is_flag=True, required=True, help="Read the password from standard input.")
def add(role: str, name: str, email: str, licence: str, password_stdin: bool) -> None:  # noqa: ARG001, FBT001 - click passes options by name
    """Add a person; the one-time-code secret is printed once."""
    if role == "physician" and not licence.strip():
        raise click.UsageError("A physician needs --licence.")
    if "@" not in email:
        raise click.UsageError("--email is not an e-mail address.")
    password = sys.stdin.readline().rstrip("\r\n")
    if len(password) < SHORTEST:
        raise click.UsageError(f"The password on standard input must have at least {SHORTEST} characters.")
    with opened() as here:
        member = enlist(here, role=role, name=name, email=email, licence=licence, password=password)
    click.echo(f"Added {role} {member.staff_ref}.")
    click.echo(f"One-time-code secret, shown once: {member.totp_secret}")


@staff.command()
@click.option("--email", required=True)
def token(email: str) -> None:
    """Print a bearer token for the JSON API, once."""
    with opened() as here:
        fresh = give_token(here, _known(here, email))
    click.echo("This token is shown once; keep it as you would a password.")
    click.echo(f"Authorization: Bearer {fresh}")


@staff.command()
@click.option("--email", required=True)
def invite(email: str) -> None:
    """Print a one-time link to choose a new password, once: for someone who forgot it or lost the phone."""
    with opened() as here:
        member = _known(here, email)
        with here.database.write() as uow:
            token = invitations.invite(uow, member, real_now())
            uow.audit.append(at=here.clock(), actor="operator", action="staff.invited", object=member.staff_ref)
            uow.commit()
        click.echo("This link is shown once and counts once, for three days. Hand it over by a safe way.")
        click.echo(invitations.link(here.settings, token))


@staff.command()
@click.option("--email", required=True)
def pair(email: str) -> None:
    """Print a one-time code that makes a Telegram account this person's in the staff's group."""
    from bot.staff_group import issue_code

    with opened() as here:
        member = _known(here, email)
        with here.database.write() as uow:
            code = issue_code(uow, member)
            uow.audit.append(at=here.clock(), actor="operator", action="staff.pairing_code_made", object=member.staff_ref)
            uow.commit()
    click.echo("This code is shown once and counts once, for 15 minutes. Write to the clinic's bot, in private:")
    click.echo(f"/pair {code}")


@staff.command()
@click.option("--email", required=True)
def dismiss(email: str) -> None:
    """End all access of a person this moment."""
    with opened() as here:
        member = _known(here, email)
        with here.database.write() as uow:
            uow.staff.set_active(member.staff_ref, active=False, at=here.clock())
            uow.audit.append(at=here.clock(), actor="operator", action="staff.dismissed", object=member.staff_ref)
            uow.commit()
    click.echo(f"Dismissed {member.staff_ref}.")


@staff.command("list")
def show() -> None:
    """Role, state, reference and e-mail of everyone who has or had an account."""
    with opened() as here, here.database.read() as uow:
        for member in uow.staff.everyone():
            state = "dismissed" if not member.active else "invited" if member.password_hash == UNSET else "active"
            click.echo(f"{member.role:<12} {state:<10} {member.staff_ref} {member.email}")


def _known(here: Opened, email: str) -> StaffMember:
    with here.database.read() as uow:
        member = uow.staff.by_email(email)
    if member is None or not member.active:
        raise click.ClickException("Nobody on the staff has this e-mail. Run: python -m bot staff add")
    return member


def enlist(here: Opened, *, role: str, name: str, email: str, licence: str, password: str) -> StaffMember:
    """Add a person with a fresh one-time-code secret. Raises `ClickException` when the e-mail is taken."""
    import pyotp

    with here.database.write() as uow:
        try:
            member = uow.staff.add(
                role=role,
                name=name,
                email=email,
                licence=licence,
                password_hash=hash_password(password),
                totp_secret=pyotp.random_base32(),
                at=here.clock(),
            )
        except EmailTaken:
            raise click.ClickException("Someone on the staff has this e-mail already.") from None
        uow.audit.append(at=here.clock(), actor="operator", action="staff.added", object=member.staff_ref, detail={"role": role})
        uow.commit()
    return member


def give_token(here: Opened, member: StaffMember) -> str:
    """A fresh API token, remembered by its hash."""
    fresh = secrets.token_urlsafe(32)
    with here.database.write() as uow:
        uow.staff.add_token(member.staff_ref, fresh, real_now())
        uow.audit.append(at=here.clock(), actor="operator", action="staff.token_made", object=member.staff_ref)
        uow.commit()
    return fresh
