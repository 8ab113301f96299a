"""A staff's group on the fake Telegram: people whose accounts are paired, and what is said there."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.console import wording
from bot.staff_group import issue_code
from storage.staff import StaffMember
from tests.bot.rig import Rig, running

GROUP = -100500
ANA, EVE, BOSS = 7_001_009_010_901, 7_001_009_010_902, 7_001_009_010_903
TAKE, SAW = (wording.said(key, "es") for key in ("group-take", "group-saw"))
HEALTH = ("rodilla", "artrosis", "knee", "Ana Ruiz", "61", "screening", "dolor")


@pytest.fixture
async def clinic(database_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """A clinic with a group and a person to escalate to, once on each engine."""
    async with running(database_url, tmp_path, telegram_staff_chat_id=str(GROUP), staff_escalation_email="jefa@clinic.example") as rig:
        rig.telegram.know(GROUP)
        yield rig


def joins(rig: Rig, role: str, account: int, email: str = "") -> StaffMember:
    """A person of the staff whose account is paired."""
    member = rig.add_staff(role, email or f"{role}-{account}@clinic.example")
    with rig.parts.database.write() as uow:
        code = issue_code(uow, member)
        paired = uow.staff_group.pair(code, str(account), rig.clock(), datetime.now(UTC))
        uow.commit()
    assert paired == member
    rig.telegram.know(account)
    return member


def heard(rig: Rig, chat: int = GROUP) -> list[str]:
    """What was said in a chat."""
    return [said.text for said in rig.telegram.on_screen(chat)]


def answered(rig: Rig) -> str:
    """What the person who pressed was told."""
    return str(json.loads(rig.telegram.deliveries[-1].body)["text"])


def words(key: str, **more: str) -> str:
    """A text of the group."""
    return wording.said(key, "es", **more)


def referred(rig: Rig, case_id: str) -> str:
    """What staff call the case by."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
    assert case is not None
    return case.reference


def holder(rig: Rig, case_id: str) -> str:
    """Who holds a case."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
    assert case is not None
    return case.claimed_by
