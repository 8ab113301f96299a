"""Deadlines in opening hours: routine ones wait for the clinic to open, urgent ones never do, and a pause keeps what was left."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.case_clocks import Targets, patient_wrote, resume, risen
from bot.desk import Desk
from bot.staff_announcements import announce
from flows.opening_hours import OpeningHours, parse
from storage.cases import Case
from storage.database import Database
from storage.unit_of_work import UnitOfWork
from tests.bot.console.people import signed_in
from tests.bot.group import GROUP, heard
from tests.bot.reviewing import act, in_queue
from tests.bot.rig import Rig, running
from tests.storage.scene import arrive

WEEK = "mon-fri 09:00-18:00, sat 09:00-13:00"
ZONE = ZoneInfo("America/Mexico_City")
HOUR = timedelta(hours=1)
TARGETS = Targets(hours=OpeningHours(parse(WEEK), ZONE.key))


def local(text: str) -> datetime:
    """A moment by the clinic's clock, in March 2026: the 1st is a Sunday, the 6th a Friday."""
    return datetime.fromisoformat(f"2026-03-{text}").replace(tzinfo=ZONE).astimezone(UTC)


def begun(uow: UnitOfWork, at: datetime, priority: str = "routine") -> Case:
    """A case handed to staff."""
    case = arrive(uow, at=at).case
    uow.cases.hand_off(case, priority=priority, at=at, due_at=None)
    Desk(uow, at, at, targets=TARGETS).note(case, "handed_off", was="intake", now="new")
    return stands(uow, case)


def stands(uow: UnitOfWork, case: Case) -> Case:
    """The case as it is kept."""
    kept = uow.cases.get(case.case_id)
    assert kept is not None
    return kept


def due(uow: UnitOfWork, case: Case) -> dict[str, datetime]:
    """When each clock that runs is due."""
    return {clock.kind: clock.due_at for clock in uow.clocks.of(case.id) if not clock.ended}


@pytest.mark.parametrize(
    ("at", "first", "resolution"),
    [("06T17:00", "11T10:00", "24T17:00"), ("01T09:00", "04T15:00", "18T13:00"), ("07T12:59", "11T14:59", "25T12:59")],
)
def test_a_routine_case_waits_for_the_clinic_to_open(database: Database, at: str, first: str, resolution: str) -> None:
    """24 and 120 hours of opening, over nights and Sundays."""
    with database.write() as uow:
        case = begun(uow, local(at))
        assert due(uow, case) == {"first_response": local(first), "resolution": local(resolution)}
        assert case.due_at == local(first)


@pytest.mark.parametrize(("priority", "hours"), [("urgent", 4), ("emergency", 0)])
def test_danger_keeps_no_hours(database: Database, priority: str, hours: int) -> None:
    """An urgent case on Saturday night is due on Saturday night; so is its decision five days later, by the wall clock."""
    with database.write() as uow:
        at = local("07T22:00")
        assert due(uow, begun(uow, at, priority)) == {"first_response": at + hours * HOUR, "resolution": at + 120 * HOUR}


def test_the_next_response_waits_as_well(database: Database) -> None:
    """A message on Friday evening, after the first answer, is due by the hours of the days that follow."""
    with database.write() as uow:
        case = begun(uow, local("06T09:00"))
        Desk(uow, local("06T10:00"), local("06T10:00"), targets=TARGETS).note(case, "message_written", actor="ana")
        patient_wrote(uow, case, local("06T20:00"), TARGETS)
        assert due(uow, case)["next_response"] == local("11T11:00")


@pytest.mark.parametrize(("paused", "resumed"), [("06T17:00", "07T20:00"), ("06T19:00", "08T04:00"), ("06T12:00", "06T13:00")])
def test_a_pause_keeps_the_opening_time_that_was_left(database: Database, paused: str, resumed: str) -> None:
    """Whether it begins or ends by day, by night or on a Sunday."""
    with database.write() as uow:
        case = begun(uow, local("06T10:00"))
        left = {kind: TARGETS.hours.between(local(paused), at) for kind, at in due(uow, case).items()}
        uow.clocks.pause(case.id, local(paused), "ana", "by_hand")
        assert resume(uow, case, local(resumed), "ana", TARGETS)
        assert {kind: TARGETS.hours.between(local(resumed), at) for kind, at in due(uow, case).items()} == left
        assert not resume(uow, case, local(resumed), "ana", TARGETS)


def test_what_was_late_before_a_pause_stays_late(database: Database) -> None:
    """A pause pardons nothing."""
    with database.write() as uow:
        case = begun(uow, local("02T09:00"))
        before = due(uow, case)["first_response"]
        uow.clocks.pause(case.id, before + 2 * HOUR, "ana", "by_hand")
        resume(uow, case, before + 5 * HOUR, "ana", TARGETS)
        assert due(uow, case)["first_response"] == before + 3 * HOUR


def test_a_case_that_becomes_urgent_waits_for_no_opening(database: Database) -> None:
    """What it had left passes by the wall clock from that moment on, once; a pause moves it by the wall clock too."""
    with database.write() as uow:
        before = begun(uow, local("06T17:00"))
        uow.cases.press(before, "urgent", local("06T20:00"))
        for _ in range(2):
            risen(uow, before, local("06T20:00"), TARGETS)
            before = stands(uow, before)
        assert due(uow, before)["resolution"] == local("06T20:00") + 119 * HOUR
        uow.clocks.pause(before.id, local("07T00:00"), "ana", "by_hand")
        resume(uow, before, local("07T02:00"), "ana", TARGETS)
        assert due(uow, before)["resolution"] == local("06T20:00") + 121 * HOUR


def test_a_case_that_becomes_urgent_while_it_waits_for_the_patient(database: Database) -> None:
    """Has left, by the wall clock, what it had when the pause began."""
    with database.write() as uow:
        before = begun(uow, local("06T17:00"))
        uow.clocks.pause(before.id, local("06T17:30"), "ana", "by_hand")
        uow.cases.press(before, "urgent", local("06T20:00"))
        risen(uow, before, local("06T20:00"), TARGETS)
        resume(uow, before, local("08T00:00"), "patient", TARGETS)
        assert due(uow, before)["resolution"] == local("08T00:00") + timedelta(hours=119.5)


@pytest.fixture
async def shut(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """A clinic with opening hours and a group, on a Sunday morning."""
    async with running(sqlite_url, tmp_path, clinic_hours=WEEK, telegram_staff_chat_id=str(GROUP)) as rig:
        rig.telegram.know(GROUP)
        yield rig


async def test_an_alarm_in_a_routine_case_counts_every_hour(shut: Rig) -> None:
    """From the message on: the answer is due at once, whatever the day, and the decision by the wall clock."""
    case_id = await in_queue(shut)
    shut.clock.move(hours=2)
    await shut.simulate("ana", text="me duele mucho el pecho y no puedo respirar")
    with shut.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        assert (case.priority, due(uow, case)) == (
            "emergency",
            {"first_response": shut.clock(), "resolution": shut.clock() + 120 * HOUR},
        )


async def test_pages_say_that_opening_hours_count(shut: Rig) -> None:
    """On the queue, on the row and on the case, with the hours; an hour count, not days, and nothing of it on an urgent case."""
    case_id = await in_queue(shut)
    async with signed_in(shut, "coordinator") as ana:
        queue, page = (await ana.get("/queue?tab=unclaimed")).text, (await ana.get(f"/cases/{case_id}")).text
        assert "lun–vie 09:00–18:00, sáb 09:00–13:00" in queue
        assert "vence en 24 h" in queue
        assert "solo horario de atención" in queue
        assert "faltan 120 h" in page
        assert "Solo cuenta el horario de atención: lun–vie" in page
        await shut.simulate("ana", text="me duele mucho el pecho y no puedo respirar")
        assert "Solo cuenta el horario" not in (await ana.get(f"/cases/{case_id}")).text
        assert "solo horario de atención" not in (await ana.get("/queue?tab=unclaimed")).text


async def test_pages_say_nothing_of_hours_where_none_are_kept(rig: Rig) -> None:
    """The option is off by default."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        for address in ("/queue?tab=unclaimed", f"/cases/{case_id}"):
            assert "horario de atención" not in (await ana.get(address)).text


async def test_resuming_on_the_page_keeps_the_opening_time(shut: Rig) -> None:
    """Paused on Sunday, resumed on Monday at noon: three hours of Monday were the patient's."""
    case_id = await in_queue(shut)
    async with signed_in(shut, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/wait")
        shut.clock.now = local("02T12:00")
    async with signed_in(shut, "coordinator") as eva:
        await eva.post(f"/cases/{case_id}/resume")
    with shut.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        assert case.due_at == local("04T18:00")


async def test_the_reminder_leaves_opening_time_to_act(shut: Rig) -> None:
    """Four opening hours before the deadline: on Wednesday at eleven for three in the afternoon, never at night before an early one."""
    case_id = await in_queue(shut)
    await announce(shut.parts)
    for moment in ("04T10:45", "04T10:55", "04T11:00"):
        shut.clock.now = local(moment)
        await announce(shut.parts)
        assert len(heard(shut)) == (2 if moment == "04T11:00" else 1)
    assert case_id in heard(shut)[-1]
    assert (await act(shut, "coordinator", case_id, "claim")).status_code == 200
