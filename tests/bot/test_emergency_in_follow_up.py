"""An emergency of somebody treated, from the words to the lift: no decision is awaited again, and nothing stays overdue for ever."""

from typing import Any

import pytest

from tests.bot.reviewing import act, brought_to, call
from tests.bot.rig import Rig

FEVER = "tengo fiebre y la rodilla está roja y caliente"
LIFT = {"resume": True, "reason": "called"}


async def danger(rig: Rig, status: str = "treated") -> str:
    """A decided case whose patient writes of danger a day later."""
    case_id = await brought_to(rig, status)
    rig.clock.move(days=1)
    await rig.simulate("ana", text=FEVER)
    return case_id


async def shown(rig: Rig, case_id: str) -> dict[str, Any]:
    """The case as staff see it."""
    found: dict[str, Any] = (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()
    return found


def running(rig: Rig, case_id: str) -> set[str]:
    """The clocks that run."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        return set(uow.clocks.running(case.id))


@pytest.mark.parametrize("status", ["accepted", "treated"])
async def test_a_decided_case_waits_for_an_answer_and_no_decision(rig_on_both: Rig, status: str) -> None:
    """The alarm is due at once; the decision was taken long ago."""
    case_id = await danger(rig_on_both, status)
    assert (await shown(rig_on_both, case_id))["priority"] == "emergency"
    assert running(rig_on_both, case_id) == {"first_response"}


async def test_lifting_ends_priority_and_clocks(rig_on_both: Rig) -> None:
    """A person says how the patient is; nothing stays overdue."""
    case_id = await danger(rig_on_both)
    assert (await act(rig_on_both, "physician", case_id, "lift", LIFT)).status_code == 200
    case = await shown(rig_on_both, case_id)
    assert (case["status"], case["priority"], running(rig_on_both, case_id)) == ("treated", "routine", set())


async def test_a_reply_ends_the_response_clock(rig: Rig) -> None:
    """Also while the hold stands."""
    case_id = await danger(rig)
    text = {"text": "La llamo ahora mismo, Ana. Por favor quédese con alguien."}
    assert (await act(rig, "physician", case_id, "messages", text)).status_code == 201
    assert running(rig, case_id) == set()


async def test_what_the_patient_answers_to_the_lift_is_read(rig: Rig) -> None:
    """An answer is due to it, until somebody writes; weeks later a message is the bot's to answer."""
    case_id = await danger(rig)
    await act(rig, "physician", case_id, "lift", LIFT)
    rig.clock.move(hours=2)
    await rig.simulate("ana", text="ya me siento mejor, ¿puedo bañarme?")
    assert running(rig, case_id) == {"next_response"}
    assert (await act(rig, "physician", case_id, "messages", {"text": "Sí, con cuidado de no mojar la herida."})).status_code == 201
    rig.clock.move(days=20)
    await rig.simulate("ana", text="gracias")
    assert running(rig, case_id) == set()


async def test_a_person_asked_for_later_is_urgent_and_no_emergency(rig: Rig) -> None:
    """The flag stays for ever, the danger does not."""
    case_id = await danger(rig)
    await act(rig, "physician", case_id, "lift", LIFT)
    rig.clock.move(days=20)
    await rig.simulate("ana", text="seguir")
    await rig.simulate("ana", text="quiero hablar con una persona")
    assert (await shown(rig, case_id))["priority"] == "urgent"
