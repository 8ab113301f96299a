"""What needs everybody, whoever holds it: an emergency, and a treated person's answer that is late."""

import re
from datetime import timedelta

import pytest

from tests.bot.console.people import account, signed_in
from tests.bot.console.test_queue import rows, words
from tests.bot.reviewing import in_queue
from tests.bot.rig import Rig
from tests.follow_up import treated


@pytest.mark.parametrize("role", ["coordinator", "physician"])
async def test_an_emergency_needs_everybody_whoever_holds_it(rig: Rig, role: str) -> None:
    """Its holder may be off duty: it stands at the top of every colleague's list, and counts there."""
    calm, red = await in_queue(rig, "ana"), await in_queue(rig, "luis")
    async with signed_in(rig, "physician", member=account(rig, "physician", name="Juan")) as holder, signed_in(rig, role) as other:
        await holder.post(f"/cases/{red}/claim")
        assert red not in rows(await other.get("/queue"))
        await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
        assert rows(await other.get("/queue")) == [red, calm]
        assert rows(await holder.get("/queue")) == [red, calm]


async def test_a_treated_persons_answer_that_is_late_needs_everybody(rig: Rig) -> None:
    """Whoever holds the case: what was due the same day is everybody's once its deadline has passed, and not before."""
    async with signed_in(rig, "physician", member=account(rig, "physician", name="Juan")) as holder, signed_in(rig, "coordinator") as other:
        with rig.parts.database.write() as uow:
            case = treated(uow, "ana", rig.clock().date(), at=rig.clock()).case
            uow.cases.press(case, "urgent", rig.clock())
            uow.clocks.start(case.id, "next_response", rig.clock(), rig.clock() + timedelta(hours=8))
            uow.commit()
        await holder.post(f"/cases/{case.case_id}/claim")
        assert rows(await other.get("/queue")) == []
        rig.clock.move(hours=9)
        assert rows(await other.get("/queue")) == [case.case_id]
        assert re.search(r'aria-current="page">[^<]+<span class="count">1<', (await other.get("/queue")).text)


@pytest.mark.parametrize("role", ["coordinator", "physician"])
async def test_who_is_asked_on_after_an_emergency_stays_in_sight(rig: Rig, role: str) -> None:
    """The hold is lifted, the bot asks, nobody answers: two days later the case is still due and in everybody's list."""
    await rig.simulate("luis", text="hola")
    await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
    case_id = await rig.case_of("luis")
    async with signed_in(rig, "physician") as doctor, signed_in(rig, role) as other:
        assert (await doctor.post(f"/cases/{case_id}/lift", {"reason": "false_alarm", "resume": "1"})).status_code == 303
        rig.clock.move(days=2)
        assert rows(await other.get("/queue")) == rows(await other.get("/queue?tab=unclaimed&due=overdue")) == [case_id]


async def test_who_lifts_a_hold_has_seen_its_alarms(rig: Rig) -> None:
    """The alarm is told to nobody again, and stands as seen by the person who lifted it."""
    await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
    case_id = await rig.case_of("luis")
    async with signed_in(rig, "physician") as doctor:
        assert "al terminar queda anotado que usted la vio" in words(await doctor.get(f"/cases/{case_id}"))
        await doctor.post(f"/cases/{case_id}/lift", {"reason": "safe_now"})
        assert "al terminar queda anotado" not in words(await doctor.get(f"/cases/{case_id}"))
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        assert [alarm.acknowledged_by for alarm in uow.alarms.of(case.id)] == [doctor.member.staff_ref]
