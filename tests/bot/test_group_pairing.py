"""A chat account becomes a person's by a one-time code, and no other way."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from bot.commands.staff import staff as staff_command
from bot.staff_group import CODE_LASTS, issue_code
from storage.database import Database
from tests.bot.group import ANA, clinic, heard, joins, words
from tests.bot.rig import Rig
from tests.conftest import DATA_KEY

__all__ = ["clinic"]


async def test_an_account_is_paired_by_a_code_in_private(clinic: Rig) -> None:
    """By `/pair` or by the deep link; no conversation begins; the code counts once."""
    member = clinic.add_staff("coordinator", "uno@clinic.example")
    for text in ("/pair {}", "/start pair-{}", "/pair@fake_bot {}"):
        with clinic.parts.database.write() as uow:
            code = issue_code(uow, member)
            uow.commit()
        for _ in range(2):
            assert await clinic.telegram.push_text(ANA, text.format(code.lower())) == 200
        assert heard(clinic, ANA)[-2:] == [words("group-paired", name=member.name), words("group-code-unknown")]
    with clinic.parts.database.read() as uow:
        paired = uow.staff_group.member(str(ANA))
        assert paired is not None
        assert paired.staff_ref == member.staff_ref
        assert uow.work.all(sa.text("SELECT id FROM conversations")) == []
        stored = repr(uow.work.all(sa.text("SELECT * FROM staff_chats")))
        assert [entry.action for entry in uow.audit.page(0, 99)].count("staff.paired") == 3
    assert str(ANA) not in stored


async def test_an_account_belongs_to_one_person(clinic: Rig) -> None:
    """Paired anew, it leaves the one before; a person has one account."""
    first = joins(clinic, "coordinator", ANA)
    second = joins(clinic, "physician", ANA)
    with clinic.parts.database.read() as uow:
        assert (uow.staff_group.member(str(ANA)), uow.staff_group.account_of(first.staff_ref)) == (second, "")
        assert uow.staff_group.account_of(second.staff_ref) == str(ANA)


async def test_a_code_expires_and_a_new_one_ends_the_old(clinic: Rig) -> None:
    """Fifteen minutes, one code at a time; a dismissed person's counts for nothing."""
    member, now = clinic.add_staff("coordinator", "uno@clinic.example"), datetime.now(UTC)
    with clinic.parts.database.write() as uow:
        old, new = issue_code(uow, member), issue_code(uow, member)
        assert re.fullmatch(r"[A-Z2-9]{12}", new)
        assert uow.staff_group.pair(old, "1", clinic.clock(), now) is None
        assert uow.staff_group.pair(new, "1", clinic.clock(), now + CODE_LASTS + timedelta(minutes=1)) is None
        uow.staff.set_active(member.staff_ref, active=False, at=now)
        assert uow.staff_group.pair(new, "1", clinic.clock(), now) is None


def test_the_command_makes_a_code(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told once, with what to do with it; for whom nobody knows there is none."""
    for name, value in {"APP_ENV": "test", "DATABASE_URL": sqlite_url, "APP_DATA_KEYS": DATA_KEY}.items():
        monkeypatch.setenv(name, value)
    database = Database(sqlite_url, [DATA_KEY])
    with database.write() as uow:
        member = uow.staff.add(role="coordinator", name="Ana", email="ana@clinic.example", password_hash="x", at=datetime.now(UTC))
        uow.commit()
    told = CliRunner().invoke(staff_command, ["pair", "--email", "ana@clinic.example"])
    code = re.search(r"/pair ([A-Z2-9]{12})", told.output)
    assert (told.exit_code, code is not None) == (0, True)
    with database.write() as uow:
        assert code is not None
        assert uow.staff_group.pair(code[1], "5", datetime.now(UTC), datetime.now(UTC)) == member
    assert CliRunner().invoke(staff_command, ["pair", "--email", "nobody@clinic.example"]).exit_code == 1
