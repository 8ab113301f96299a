"""A decision put off to a day: on that day the case is due, wherever staff look; the patient is told nothing by it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from storage.cases import Case
from tests.bot.console.people import signed_in
from tests.bot.console.test_queue import words
from tests.bot.reviewing import ACCEPTED, ASKS, DEFERRED, act, call, in_queue
from tests.bot.rig import Rig, running

ZONE = ZoneInfo("America/Mexico_City")
DAY = "2026-04-10"
ENDS = datetime(2026, 4, 10, 23, 59, tzinfo=ZONE)
PUT_OFF: dict[str, Any] = {**DEFERRED, "follow_up_on": DAY}


def kept(rig: Rig, case_id: str) -> Case:
    """The case as it stands."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
    assert case is not None
    return case


async def put_off(rig: Rig, body: dict[str, Any] = PUT_OFF) -> str:
    """A case a physician deferred."""
    case_id = await in_queue(rig)
    assert (await act(rig, "physician", case_id, "decision", body)).status_code == 200
    return case_id


async def test_the_day_is_the_cases_deadline(rig_on_both: Rig) -> None:
    """Its end by the clinic's clock, in the queue of the API."""
    case_id = await put_off(rig_on_both)
    queue = (await call(rig_on_both, "physician", "GET", "/queue")).json()["items"]
    assert [(item["case_id"], datetime.fromisoformat(item["due_at"])) for item in queue] == [(case_id, ENDS)]


async def test_on_that_day_the_page_of_today_shows_it(rig_on_both: Rig) -> None:
    """To every physician once it is free, and not the day before."""
    case_id = await put_off(rig_on_both)
    await act(rig_on_both, "physician", case_id, "release")
    shown = []
    for day in (9, 10):
        rig_on_both.clock.now = datetime(2026, 4, day, 8, 0, tzinfo=ZONE).astimezone(UTC)
        async with signed_in(rig_on_both, "physician") as doctor:
            page = await doctor.get("/queue?due=today")
        shown.append(case_id in page.text)
    assert shown == [False, True]


async def test_a_day_that_passed_is_overdue(rig: Rig) -> None:
    """Nobody can forget it."""
    case_id = await put_off(rig)
    rig.clock.now = ENDS.astimezone(UTC) + timedelta(hours=3)
    async with signed_in(rig, "physician") as doctor:
        told = words(await doctor.get(f"/cases/{case_id}"))
    assert "Volver a verlo vencido" in told


async def test_nothing_is_sent_by_the_day(rig: Rig) -> None:
    """The patient hears of it from a person."""
    await put_off(rig)
    await rig.send_all()
    before = len(await rig.screen("ana"))
    rig.clock.now = ENDS.astimezone(UTC) + timedelta(hours=3)
    await rig.send_all()
    assert len(await rig.screen("ana")) == before


@pytest.mark.parametrize("body", [ACCEPTED, {**DEFERRED, "condition": "Otra."}], ids=["accepted", "deferred"])
async def test_the_next_decision_ends_the_day(rig_on_both: Rig, body: dict[str, Any]) -> None:
    """What was decided meanwhile need not be looked at again."""
    case_id = await put_off(rig_on_both)
    await act(rig_on_both, "physician", case_id, "decision", body)
    assert kept(rig_on_both, case_id).due_at is None


async def test_another_day_replaces_the_first(rig_on_both: Rig) -> None:
    """The newest deferral counts."""
    case_id = await put_off(rig_on_both)
    await act(rig_on_both, "physician", case_id, "decision", {**PUT_OFF, "follow_up_on": "2026-05-10"})
    assert kept(rig_on_both, case_id).due_at == ENDS + timedelta(days=30)


async def test_waiting_for_the_patient_does_not_move_the_day(rig_on_both: Rig) -> None:
    """Neither by the button nor by a question in a reply: the day comes, answered or not."""
    case_id = await put_off(rig_on_both)
    async with signed_in(rig_on_both, "coordinator") as ana:
        await act(rig_on_both, "physician", case_id, "release")
        await ana.post(f"/cases/{case_id}/wait")
        await ana.post(f"/cases/{case_id}/reply", {"text": "¿Ya tiene el resultado?", "asks": "1", "key": "k1"})
    assert kept(rig_on_both, case_id).due_at == ENDS


async def test_a_question_asked_instead_ends_the_day_and_its_answer_is_due(rig_on_both: Rig) -> None:
    """The case comes back to the physician with a deadline of its own."""
    case_id = await put_off(rig_on_both)
    await act(rig_on_both, "physician", case_id, "decision", {**ASKS, "questions": ["host.weight"]})
    asked = kept(rig_on_both, case_id).due_at
    for said in ({"option": "continue"}, {"text": "82 kg"}):
        await rig_on_both.simulate("ana", **said)
    case = kept(rig_on_both, case_id)
    assert (asked, case.status, case.due_at) == (None, "physician_review", rig_on_both.clock() + timedelta(days=5))


async def test_an_emergency_in_between_leaves_the_day(rig_on_both: Rig) -> None:
    """Once it is over, the case is put off to the same day as before."""
    case_id = await put_off(rig_on_both)
    await rig_on_both.simulate("ana", text="me duele mucho el pecho ahora mismo y no puedo respirar")
    at_once = kept(rig_on_both, case_id).due_at
    await act(rig_on_both, "physician", case_id, "lift", {"resume": True, "reason": "called_patient"})
    assert (at_once, kept(rig_on_both, case_id).due_at) == (rig_on_both.clock(), ENDS)


async def test_danger_does_not_bring_the_day_forward(sqlite_url: str, tmp_path: Path) -> None:
    """In a clinic with opening hours the day stays a day by the wall clock."""
    async with running(sqlite_url, tmp_path, clinic_hours="mon-fri 09:00-18:00") as rig:
        case_id = await put_off(rig)
        await rig.simulate("ana", text="me duele mucho el pecho ahora mismo y no puedo respirar")
        with rig.parts.database.read() as uow:
            due = {clock.kind: clock.due_at for clock in uow.clocks.of(kept(rig, case_id).id) if not clock.ended}
        assert due["resolution"] == ENDS


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ({**PUT_OFF, "follow_up_on": "9999-12-31"}, "follow_up_is_too_far"),
        ({**ACCEPTED, "follow_up_on": DAY}, "follow_up_belongs_to_deferral"),
    ],
)
async def test_a_day_that_would_do_nothing_is_not_signed(rig: Rig, body: dict[str, Any], rule: str) -> None:
    """Named by both doors."""
    case_id = await in_queue(rig)
    answer = await act(rig, "physician", case_id, "decision", body)
    assert (answer.status_code, answer.json()["rule"]) == (422, rule)
