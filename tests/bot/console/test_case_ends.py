"""How a case, a hold and a clock end on the page: chosen, never preset, and said as it is."""

import re

import pytest

from tests.bot.console.people import signed_in
from tests.bot.console.test_queue import free, words
from tests.bot.reviewing import ACCEPTED, act, brought_to, call, in_queue
from tests.bot.rig import Rig


async def test_why_a_hold_or_a_case_ends_is_chosen_and_never_preset(rig: Rig) -> None:
    """The first choice is empty and refused; the API asks for a reason too. Nothing was written."""
    await rig.simulate("luis", text="hola")
    await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
    case_id = await rig.case_of("luis")
    async with signed_in(rig, "coordinator") as ana:
        for each in (case_id, await in_queue(rig)):
            assert (await ana.get(f"/cases/{each}")).text.count('<select name="reason" required><option value="">') == 1
        for step in ("lift", "close"):
            assert (await ana.post(f"/cases/{case_id}/{step}", {"reason": ""})).status_code == 422
            assert (await act(rig, "coordinator", case_id, step, {"resume": False})).status_code == 422
        shown = (await call(rig, "coordinator", "GET", f"/cases/{case_id}")).json()
        assert (shown["status"], [each for each in shown["timeline"] if each["action"] == "hold_lifted"]) == ("emergency_hold", [])


async def test_a_first_answer_that_came_late_was_given_all_the_same(rig: Rig) -> None:
    """Nothing is overdue any more: the clock says by how much it was late, and warns of nothing."""
    case_id = await in_queue(rig)
    rig.clock.move(hours=64)
    async with signed_in(rig, "coordinator") as ana:
        assert "vencido" in words(await ana.get(f"/cases/{case_id}"))
        await act(rig, "physician", case_id, "decision", ACCEPTED)
        page = await ana.get(f"/cases/{case_id}")
        assert "cumplido con retraso de 40 h" in words(page)
        assert ('class="clock breached"' in page.text, "vencido" in words(page)) == (False, False)


async def test_a_note_is_kept_whole_or_comes_back_whole(rig: Rig) -> None:
    """One character too many: nothing is kept, nothing is cut, and the words are still in the box."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        refused = await ana.post(f"/cases/{case_id}/notes", {"note": "x" * 4001})
        assert (refused.status_code, "x" * 4001 in refused.text, "caben 4" in words(refused)) == (422, True, True)
        assert (await ana.post(f"/cases/{case_id}/notes", {"note": "y" * 4000})).status_code == 303
        page = (await ana.get(f"/cases/{case_id}")).text
        assert ("y" * 4000 in page, "xxxx" in page) == (True, False)


async def test_ending_a_treated_case_says_that_its_check_ins_end(rig: Rig) -> None:
    """Before the button is pressed, with how many."""
    case_id = await brought_to(rig, "treated")
    async with signed_in(rig, "physician") as doctor:
        free(rig, case_id)
        assert re.search(r"Quedan \d+ controles por hacer. Terminan con el caso", words(await doctor.get(f"/cases/{case_id}")))


@pytest.mark.parametrize("reason", ["follow_up_over", "died", "duplicate"])
async def test_the_case_of_a_treated_person_ends_only_when_somebody_is_sure(rig: Rig, reason: str) -> None:
    """As the follow-up does, for reasons that fit; then nobody holds it, and every check-in has ended."""
    case_id = await brought_to(rig, "treated")
    async with signed_in(rig, "physician") as doctor:
        free(rig, case_id)
        await doctor.post(f"/cases/{case_id}/claim")
        page = (await doctor.get(f"/cases/{case_id}")).text
        assert ('value="follow_up_over"' in page, 'value="financing"' in page) == (True, False)
        for body in ({"reason": reason}, {"reason": "financing", "sure": "1"}, {"reason": "", "sure": "1"}):
            assert (await doctor.post(f"/cases/{case_id}/close", body)).status_code == 422
        ended = await doctor.post(f"/cases/{case_id}/close", {"reason": reason, "sure": "1"})
        assert (ended.status_code, ended.headers["location"]) == (303, "/queue?tab=done")
        doctor.step_up()
        assert "Usted tiene este caso" not in words(await doctor.get(f"/cases/{case_id}"))
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        assert (case.status, case.claimed_by, {row.state for row in uow.check_ins.of_case(case.id)}) == ("closed", "", {"stopped"})


async def test_a_reason_of_the_treated_fits_nobody_else(rig: Rig) -> None:
    """A case before its treatment has no follow-up to be over."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        assert (await doctor.post(f"/cases/{case_id}/close", {"reason": "follow_up_over", "sure": "1"})).status_code == 422
        assert "follow_up_over" not in (await doctor.get(f"/cases/{case_id}")).text
