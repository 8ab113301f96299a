"""The link to a long instrument follows the check-in by itself: once, last, and only where there is licensed wording."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.instruments import due_first, instruments
from bot.replay import replay
from bot.rules import shipped_rules
from flows.protocol import load
from tests.bot.checking import answers_all, asked
from tests.bot.instruments import licensed_folder
from tests.bot.rig import Rig, running
from tests.follow_up import Treated, treated

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


@pytest.fixture
async def rig(database_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """The runtime with a licensed KOOS in the operator's folder, on the day of a treatment."""
    async with running(database_url, tmp_path, measures_dir=licensed_folder(tmp_path / "measures")) as here:
        here.clock.now = START
        yield here


def enter(rig: Rig, *milestones: str) -> Treated:
    """A treatment of today, with nothing but these check-ins before the person."""
    with rig.parts.database.write() as uow:
        one = treated(uow, "rosa", date(2026, 3, 2), at=START, channel="simulator", account="simulator")
        for row in uow.check_ins.of_case(one.case.id):
            if row.milestone not in milestones:
                uow.check_ins.end(row.check_in_id, "stopped", "test", START)
        uow.commit()
    return one


async def after(rig: Rig, one: Treated, **time: int) -> list[dict[str, Any]]:
    """Everything on the screen once the check-in that is due then was answered."""
    rig.clock.now = START + timedelta(**time)
    await asked(rig)
    await answers_all(rig, one, "rosa")
    return await rig.screen("rosa")


@pytest.mark.parametrize(("milestone", "days"), [("baseline", 0), ("1m", 31)])
async def test_the_link_is_the_last_thing_said(rig: Rig, milestone: str, days: int) -> None:
    """After the person's own numbers, and it opens."""
    shown = await after(rig, enter(rig, milestone), days=days)
    assert [item["message_key"] for item in shown][-2:] == ["check_in-results", "check_in-form"]
    path = "/form/" + shown[-1]["text"].partition("/form/")[2].split()[0]
    assert (await rig.web.get(path)).status_code == 200


async def test_it_is_a_step_of_the_case_and_a_text_of_the_record(rig: Rig) -> None:
    """Staff see that it was sent; a replay finds every text again."""
    one = enter(rig, "1m")
    await after(rig, one, days=31)
    with rig.parts.database.read() as uow:
        assert [entry.reason for entry in uow.timeline.of(one.case.id) if entry.action == "form_sent"] == ["1m"]
        assert replay(uow, one.case.case_id, shipped_rules).first is None


async def test_each_check_in_has_a_link_of_its_own_and_only_one(rig: Rig) -> None:
    """A month later again; nothing is repeated in between."""
    one = enter(rig, "1m", "3m")
    await after(rig, one, days=31)
    await rig.simulate("rosa", text="gracias")
    shown = await after(rig, one, days=93)
    links = [item["text"].partition("/form/")[2].split()[0] for item in shown if item["message_key"] == "check_in-form"]
    assert (len(links), len(set(links))) == (2, 2)


async def test_a_safety_check_has_none(rig: Rig) -> None:
    """Two days after a treatment nobody fills in forty items."""
    shown = await after(rig, enter(rig, "2d"), days=2)
    assert shown[-1]["message_key"] == "check_in-thanks"


async def test_half_an_answer_has_none(rig: Rig) -> None:
    """The window ended: nothing more is asked of this person."""
    one = enter(rig, "1m")
    rig.clock.now = START + timedelta(days=31)
    await asked(rig)
    for text in ("hola", "1", "5"):
        await rig.simulate("rosa", text=text)
    rig.clock.move(days=20)
    await asked(rig)
    with rig.parts.database.read() as uow:
        assert (uow.forms.of_case(one.case.id), {row.state for row in uow.check_ins.of_case(one.case.id)}) == ([], {"stopped", "partial"})


async def test_without_a_licence_there_is_none(database_url: str, tmp_path: Path) -> None:
    """As shipped."""
    async with running(database_url, tmp_path) as rig:
        rig.clock.now = START
        shown = await after(rig, enter(rig, "1m"), days=31)
        assert shown[-1]["message_key"] == "check_in-results"


def test_the_main_condition_decides_which(tmp_path: Path) -> None:
    """The first condition that has an instrument with wording in this language."""
    known = instruments(licensed_folder(tmp_path / "measures"))
    assert load().evidence["hip_osteoarthritis"].measures[0] == "hoos"
    assert due_first(known, ["hip_osteoarthritis", "knee_osteoarthritis"], "es") == "koos"
    assert (due_first(known, ["hip_osteoarthritis"], "es"), due_first(known, ["knee_osteoarthritis"], "pt")) == ("", "")
