"""Files promised for later that never came: one reminder by day, one task, nothing more; and nothing at all where they came."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.records_due import OVER, REMIND_AFTER, TASK_AFTER, remind_records
from storage.attachments import NewAttachment
from tests.bot.reviewing import ACCEPTED, act, in_queue
from tests.bot.rig import Rig, running

NOON = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
"""In Mexico City."""
PROMISED: dict[str, Any] = {"records.which": ("imaging",), "records.send": "later"}


@pytest.fixture
async def rig(database_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """The runtime at noon."""
    async with running(database_url, tmp_path) as here:
        here.clock.now = NOON
        yield here


async def looks(rig: Rig, after: timedelta) -> None:
    """The worker looks so long after the intake, twice, and what it planned leaves."""
    rig.clock.now = NOON + after
    for _ in range(2):
        await remind_records(rig.parts)
        await rig.send_all()


async def reminders(rig: Rig) -> int:
    """How often the patient was reminded."""
    return [item["message_key"] for item in await rig.screen("ana")].count("reminder-records")


def tasks(rig: Rig, case_id: str) -> list[str]:
    """The tasks of the case."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        return [ticket.kind for ticket in uow.tickets.of(case.id)]


async def test_one_reminder_then_a_task_then_nothing(rig: Rig) -> None:
    """Three days, ten days; however often the worker looks."""
    case_id = await in_queue(rig, replies=PROMISED)
    await looks(rig, REMIND_AFTER - timedelta(minutes=1))
    assert await reminders(rig) == 0
    await looks(rig, REMIND_AFTER)
    assert (await reminders(rig), tasks(rig, case_id)) == (1, [])
    await looks(rig, TASK_AFTER)
    await looks(rig, OVER + timedelta(days=1))
    assert (await reminders(rig), tasks(rig, case_id)) == (1, ["records_missing"])


async def test_by_night_it_waits_for_the_patients_morning(rig: Rig) -> None:
    """Their own clock."""
    await in_queue(rig, replies=PROMISED)
    await looks(rig, REMIND_AFTER + timedelta(hours=10))
    assert await reminders(rig) == 0
    await looks(rig, REMIND_AFTER + timedelta(hours=22))
    assert await reminders(rig) == 1


async def test_files_that_came_end_it(rig: Rig) -> None:
    """Whatever they are."""
    case_id = await in_queue(rig, replies=PROMISED)
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        talk = uow.conversations.peek([case.conversation_id])[case.conversation_id]
        new = NewAttachment(attachment_id="a1", conversation_id=talk.id, n=talk.next_n - 1, kind="photo", locator="l")
        uow.attachments.add([new], NOON)
        uow.commit()
    await looks(rig, REMIND_AFTER)
    await looks(rig, TASK_AFTER)
    assert (await reminders(rig), tasks(rig, case_id)) == (0, [])


@pytest.mark.parametrize("replies", [{}, {"records.which": ("imaging",), "records.send": "done"}, {**PROMISED, "consent.messaging": "no"}])
async def test_nobody_else_is_reminded(rig: Rig, replies: dict[str, Any]) -> None:
    """No files, files sent, or no wish for messages."""
    case_id = await in_queue(rig, replies=replies)
    await looks(rig, REMIND_AFTER)
    await looks(rig, TASK_AFTER)
    assert (await reminders(rig), tasks(rig, case_id)) == (0, [])


async def test_a_decision_ends_it(rig: Rig) -> None:
    """The physician did without."""
    case_id = await in_queue(rig, replies=PROMISED)
    assert (await act(rig, "physician", case_id, "decision", ACCEPTED)).status_code == 200
    await looks(rig, REMIND_AFTER)
    assert await reminders(rig) == 0
