"""`staff`: the first administrator by command, and the ways out when nobody can get in any more."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commands.opened import opened
from bot.commands.staff import staff
from storage import migrations

ADD = ("add", "--role", "admin", "--name", "Ada", "--email", "ada@clinic.example", "--password-stdin")


@pytest.fixture
def environment(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migrated database, reached as an operator reaches it."""
    assert migrations.state(sqlite_url) == "current"
    given = {"APP_ENV": "test", "DATABASE_URL": sqlite_url, "APP_DATA_DIR": str(tmp_path), "PUBLIC_BASE_URL": "https://clinic.example"}
    for name, value in given.items():
        monkeypatch.setenv(name, value)


def ran(*arguments: str) -> Result:
    """One command, with a password on standard input."""
    return CliRunner().invoke(staff, arguments, input="nueve nubes sobre el lago\n")


@pytest.mark.usefixtures("environment")
def test_an_invitation_replaces_password_and_codes() -> None:
    """The link is printed once, under the public address; the old secrets count no more."""
    assert ran(*ADD).exit_code == 0
    printed = ran("invite", "--email", "ADA@clinic.example").output
    link = re.search(r"^https://clinic\.example/invitation/([\w-]{32})$", printed, re.MULTILINE)
    assert link
    with opened() as here, here.database.read() as uow:
        member = uow.sessions.invited(link[1], here.clock())
        rows = [(row.actor, row.action) for row in uow.audit.page()]
    assert member is not None
    assert (member.email, member.password_hash, rows[-1]) == ("ada@clinic.example", "", ("operator", "staff.invited"))


@pytest.mark.usefixtures("environment")
def test_who_is_dismissed_is_listed_so_and_invited_no_more() -> None:
    """Exit 1 with the next command."""
    ran(*ADD)
    assert re.search(r"^admin +active +[0-9a-f]{32} ada@clinic\.example$", ran("list").output, re.MULTILINE)
    assert ran("dismiss", "--email", "ada@clinic.example").exit_code == 0
    assert "dismissed" in ran("list").output
    for again in ("invite", "dismiss", "token"):
        refused = ran(again, "--email", "ada@clinic.example")
        assert (refused.exit_code, "python -m bot staff add" in refused.output) == (1, True)
