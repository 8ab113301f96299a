"""More information: the bot asks exactly the physician's questions, and the case returns to the physician."""

from typing import Any

from tests.bot.reviewing import ACCEPTED, ASKS, act, call, decided
from tests.bot.rig import Rig


async def keys(rig: Rig, patient: str = "ana") -> list[str]:
    """The keys of everything said to a patient, in order."""
    await rig.send_all()
    return [item["message_key"] for item in await rig.screen(patient) if item["from"] == "bot"]


async def record(rig: Rig, case_id: str) -> dict[str, Any]:
    """The case as the physician reads it."""
    return dict((await call(rig, "physician", "GET", f"/cases/{case_id}")).json())


async def test_exactly_those_questions_are_asked_and_the_physician_gets_the_case_back(rig_on_both: Rig) -> None:
    """Invitation, two questions, thanks; still the physician's, with the answers in the packet."""
    rig = rig_on_both
    case_id = await decided(rig, ASKS)
    assert ((await record(rig, case_id))["status"], (await keys(rig))[-1]) == ("needs_information", "handoff-questions_ready")
    before = len(await keys(rig))
    await rig.simulate("ana", option="continue")
    await rig.simulate("ana", text="paracetamol 500 mg")
    await rig.simulate("ana", text="82 kg")
    shown = await record(rig, case_id)
    assert (await keys(rig))[before:] == ["medicines-list", "host-weight", "handoff-questions_done"]
    assert (shown["status"], shown["claimed_by"]) == ("physician_review", shown["decision"]["signed_by"]["staff_ref"])
    answers = {answer["step"]: answer["said"] for answer in shown["answers"]}
    assert (answers["medicines.list"], answers["host.weight"]) == ("paracetamol 500 mg", "82 kg")
    assert ("needs_information", "physician_review") in [(entry["from"], entry["to"]) for entry in shown["timeline"]]


async def test_the_rest_of_the_packet_stays_whole_meanwhile(rig: Rig) -> None:
    """Answers already given are read before, between and after."""
    case_id = await decided(rig, {**ASKS, "questions": ["inquiry.tried", "host.weight"]})
    before = {answer["step"] for answer in (await record(rig, case_id))["answers"]}
    await rig.simulate("ana", option="continue")
    await rig.simulate("ana", text="Fisioterapia")
    between = {answer["step"] for answer in (await record(rig, case_id))["answers"]}
    await rig.simulate("ana", text="80 kg")
    after = {answer["step"] for answer in (await record(rig, case_id))["answers"]}
    assert (before - between, between - after, after - before) == (set(), set(), {"host.weight"})


async def test_a_letter_can_go_along(rig: Rig) -> None:
    """First that the answer is ready, then the invitation."""
    await decided(rig, {**ASKS, "patient_text": "Me falta saber qué medicinas toma."})
    assert (await keys(rig))[-2:] == ["handoff-answer_ready", "handoff-questions_ready"]


async def test_words_take_up_the_questions_as_well(rig: Rig) -> None:
    """Nobody has to find the button."""
    await decided(rig, ASKS)
    await rig.simulate("ana", text="listo, dígame")
    assert (await keys(rig))[-1] == "medicines-list"


async def test_danger_comes_first_there_too(rig: Rig) -> None:
    """The hold stops the questions; lifted, they go on where they stood and the case is back in its status."""
    case_id = await decided(rig, ASKS)
    await rig.simulate("ana", option="continue")
    await rig.simulate("ana", text="me duele mucho el pecho ahora mismo y no puedo respirar")
    held = (await record(rig, case_id))["status"]
    await act(rig, "physician", case_id, "lift", {"resume": True, "reason": "called_patient"})
    await rig.simulate("ana", option="continue")
    assert (held, (await record(rig, case_id))["status"], (await keys(rig))[-1]) == (
        "emergency_hold",
        "needs_information",
        "medicines-list",
    )


async def test_stop_ends_the_questions(rig: Rig) -> None:
    """The case is withdrawn by the patient; going on later asks none of them."""
    case_id = await decided(rig, ASKS)
    await rig.simulate("ana", text="alto")
    await rig.simulate("ana", option="continue")
    assert ((await record(rig, case_id))["status"], "medicines-list" in (await keys(rig))) == ("withdrawn_by_patient", False)


async def test_the_physician_need_not_wait_for_the_answers(rig: Rig) -> None:
    """A decision in between ends the wait; later answers change no status."""
    case_id = await decided(rig, ASKS)
    assert (await act(rig, "physician", case_id, "decision", ACCEPTED)).json()["status"] == "accepted"
    for said in ({"option": "continue"}, {"text": "paracetamol"}, {"text": "82 kg"}):
        await rig.simulate("ana", **said)
    shown = await record(rig, case_id)
    assert (shown["status"], shown["timeline"][-1]["action"]) == ("accepted", "handed_off_again")


async def test_a_running_intake_is_not_interrupted(rig: Rig) -> None:
    """A patient who still answers is asked nothing beside it."""
    await rig.simulate("eva", text="hola")
    case_id = await rig.case_of("eva")
    await rig.simulate("eva", text="quiero hablar con una persona")
    await rig.simulate("eva", option="continue")
    answer = await act(rig, "physician", case_id, "decision", {**ASKS, "questions": ["contact.name"]})
    assert (answer.status_code, answer.json()["rule"]) == (409, "intake_running")
