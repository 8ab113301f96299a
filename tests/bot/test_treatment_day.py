"""The day of a treatment: the clinic's calendar counts, and a wrong one is put right beside what was recorded."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from flows.schedule import slots
from tests.bot.console.people import signed_in
from tests.bot.console.test_queue import words
from tests.bot.reviewing import act, brought_to, call
from tests.bot.rig import Rig
from tests.follow_up import treated

EVENING = datetime(2026, 3, 2, 4, 30, tzinfo=UTC)
"""Half past ten at night on 1 March at the clinic, 2 March in half of the world."""


async def open_ends(rig: Rig, case_id: str) -> dict[str, tuple[str, datetime]]:
    """State and due time of every check-in after the treatment."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        return {row.milestone: (row.state, row.due_at) for row in uow.check_ins.of_case(case.id) if row.kind != "baseline"}


def planned(day: date) -> dict[str, tuple[str, datetime]]:
    """What a treatment on this day plans."""
    return {slot.milestone: ("planned", slot.due_at) for slot in slots(day, "America/Mexico_City")}


async def test_a_treatment_tomorrow_has_not_taken_place(rig: Rig) -> None:
    """Though it is tomorrow somewhere already; the day itself is taken then."""
    case_id = await brought_to(rig, "consent_signed")
    rig.clock.now = EVENING
    early = await act(rig, "coordinator", case_id, "treated", {"date": "2026-03-02"})
    today = await act(rig, "coordinator", case_id, "treated", {"date": "2026-03-01"})
    assert [(early.status_code, early.json()["rule"]), today.status_code] == [(422, "date_in_the_future"), 200]


async def test_a_wrong_day_is_put_right_and_the_check_ins_follow(rig_on_both: Rig) -> None:
    """Both days stay in sight, and who corrected it; posted again, nothing happens."""
    rig = rig_on_both
    case_id = await brought_to(rig, "treated")
    rig.clock.move(days=3)
    async with signed_in(rig, "coordinator") as ana:
        for _ in range(2):
            assert (await ana.post(f"/cases/{case_id}/treatment-day", {"date": "2026-03-03"})).status_code == 303
        shown = (await call(rig, "coordinator", "GET", f"/cases/{case_id}")).json()
        assert [paper["date"] for paper in shown["papers"] if paper["kind"] == "treatment"] == ["2026-03-01", "2026-03-03"]
        assert [entry["reason"] for entry in shown["timeline"] if entry["action"] == "treatment_corrected"] == ["2026-03-03"]
        assert await open_ends(rig, case_id) == planned(date(2026, 3, 3))
        assert "1 mar 2026 corregido" in words(await ana.get(f"/cases/{case_id}"))


@pytest.mark.parametrize(("day", "status"), [("2026-03-09", 422), ("2026-02-01", 409), ("soon", 422)])
async def test_a_corrected_day_must_be_possible_too(rig: Rig, day: str, status: int) -> None:
    """Not in the future, not before the acceptance; nothing moves."""
    case_id = await brought_to(rig, "treated")
    before = await open_ends(rig, case_id)
    async with signed_in(rig, "coordinator") as ana:
        assert (await ana.post(f"/cases/{case_id}/treatment-day", {"date": day})).status_code == status
    assert await open_ends(rig, case_id) == before


async def test_no_day_is_corrected_before_a_treatment(rig: Rig) -> None:
    """There is none."""
    case_id = await brought_to(rig, "consent_signed")
    async with signed_in(rig, "coordinator") as ana:
        assert (await ana.post(f"/cases/{case_id}/treatment-day", {"date": "2026-03-01"})).status_code == 409


async def test_check_ins_that_a_wrong_day_made_late_are_planned_again(rig: Rig) -> None:
    """The year was mistyped: everything counted as over; what has begun meanwhile is left as it is, as is a baseline, which is over."""
    from bot.treatment import move_check_ins

    today = rig.clock().date()

    def states(uow: Any, case_pk: int) -> dict[str, str]:
        return {row.milestone: row.state for row in uow.check_ins.of_case(case_pk)}

    with rig.parts.database.write() as uow:
        case = treated(uow, "luis", today - timedelta(days=400), at=rig.clock()).case
        assert set(states(uow, case.id).values()) == {"escalated"}
        begun = next(row for row in uow.check_ins.of_case(case.id) if row.milestone == "12m")
        uow.check_ins.invited(begun.check_in_id, "send", "check-in", rig.clock(), rig.clock())
        move_check_ins(uow, case, today - timedelta(days=1), at=rig.clock())
        found = states(uow, case.id)
        assert (found.pop("12m"), found.pop("baseline"), set(found.values())) == ("escalated", "escalated", {"planned"})
        plan = uow.check_ins.plan_of(case.id)
        assert plan is not None
        assert plan.treated_on == today - timedelta(days=1)
