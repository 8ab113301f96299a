"""A person pairs their own Telegram account in the console: a code shown once, after a fresh one-time code."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.bot.console.people import Person, signed_in
from tests.bot.rig import Rig, running


@pytest.fixture
async def clinic(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """A clinic with a group."""
    async with running(sqlite_url, tmp_path, telegram_staff_chat_id="-100500") as rig:
        yield rig


@pytest.fixture
async def ana(clinic: Rig) -> AsyncIterator[Person]:
    """A coordinator."""
    async with signed_in(clinic, "coordinator") as one:
        yield one


def paired(one: Person, account: str = "901") -> bool:
    """Whether this account is hers."""
    with one.rig.parts.database.read() as uow:
        return uow.staff_group.member(account) == one.member


async def test_a_code_is_shown_once_and_pairs(ana: Person) -> None:
    """What the page shows is what the bot takes; looking at the page again shows none."""
    ana.step_up()
    shown = await ana.post("/account/telegram")
    code = re.search(r"/pair ([A-Z2-9]{12})", shown.text)
    assert code is not None
    assert shown.headers["cache-control"] == "no-store"
    with ana.rig.parts.database.write() as uow:
        uow.staff_group.pair(code[1], "901", ana.rig.clock(), datetime.now(UTC))
        uow.commit()
    again = await ana.get("/account/telegram", **{"Accept-Language": "en"})
    assert (code[1] in again.text, "is paired" in again.text, paired(ana)) == (False, True, True)


async def test_a_code_asks_for_a_fresh_one_time_code(ana: Person) -> None:
    """A session left open pairs nobody."""
    answer = await ana.post("/account/telegram")
    assert (answer.status_code, answer.headers["location"].startswith("/step-up")) == (303, True)


async def test_an_account_can_be_parted_from(ana: Person) -> None:
    """At once, with an audit row; twice changes nothing more."""
    with ana.rig.parts.database.write() as uow:
        uow.staff_group.issue(ana.member.staff_ref, "CODE", datetime(2100, 1, 1, tzinfo=UTC))
        uow.staff_group.pair("CODE", "901", ana.rig.clock(), datetime.now(UTC))
        uow.commit()
    assert paired(ana)
    for _ in range(2):
        assert (await ana.post("/account/telegram/unpair")).status_code == 303
    assert not paired(ana)
    with ana.rig.parts.database.read() as uow:
        assert [entry.action for entry in uow.audit.page(0, 99)].count("staff.unpaired") == 1


async def test_without_a_group_there_is_no_code(rig: Rig) -> None:
    """The page says so."""
    async with signed_in(rig, "physician") as one:
        one.step_up()
        answer = await one.post("/account/telegram")
        assert (answer.status_code, "/pair " in answer.text) == (422, False)


async def test_strangers_are_led_to_sign_in(clinic: Rig) -> None:
    """As for every page."""
    answer = await clinic.web.get("/account/telegram")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=/account/telegram")


async def test_the_account_page_leads_there_where_there_is_a_group(ana: Person, rig: Rig) -> None:
    """And nowhere else."""
    assert 'href="/account/telegram"' in (await ana.get("/account")).text
    async with signed_in(rig, "coordinator") as other:
        assert 'href="/account/telegram"' not in (await other.get("/account")).text
