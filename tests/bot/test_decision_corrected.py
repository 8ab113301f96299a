"""A decline signed by mistake: another signed decision takes it back, appended to the first, while the patient has no newer case."""

from typing import Any

import pytest

from tests.bot.reviewing import ACCEPTED, ASKS, DECLINED, DEFERRED, PAPER, act, call, decided
from tests.bot.rig import Rig


@pytest.mark.parametrize("body", [ACCEPTED, ASKS, DEFERRED], ids=["accepted", "needs_information", "deferred"])
async def test_a_decline_is_taken_back(rig_on_both: Rig, body: dict[str, Any]) -> None:
    """The case is open again, and the first decision stays in the record, named by the second."""
    case_id = await decided(rig_on_both, DECLINED)
    answer = await act(rig_on_both, "physician", case_id, "decision", body)
    shown = (await call(rig_on_both, "physician", "GET", f"/cases/{case_id}")).json()
    assert (answer.json()["status"], shown["decisions"][1]["amends"]) == (body["outcome"], shown["decisions"][0]["decision_id"])
    assert [entry["action"] for entry in shown["timeline"] if entry["from"] == "declined"] == ["amended"]


async def test_a_case_taken_back_stands_in_the_queue(rig_on_both: Rig) -> None:
    """Like any other."""
    case_id = await decided(rig_on_both, DECLINED)
    before = (await call(rig_on_both, "coordinator", "GET", "/queue")).json()["items"]
    await act(rig_on_both, "physician", case_id, "decision", ACCEPTED)
    after = (await call(rig_on_both, "coordinator", "GET", "/queue")).json()["items"]
    assert (before, [item["case_id"] for item in after]) == ([], [case_id])


async def test_an_acceptance_after_a_decline_leads_on(rig: Rig) -> None:
    """Papers follow it as they follow any acceptance."""
    case_id = await decided(rig, DECLINED)
    await act(rig, "physician", case_id, "decision", ACCEPTED)
    assert (await act(rig, "coordinator", case_id, "quote", PAPER)).json()["status"] == "quote_issued"


async def test_an_acceptance_after_a_decline_needs_four_yes_too(rig: Rig) -> None:
    """A correction is held to every rule."""
    case_id = await decided(rig, DECLINED)
    refused = await act(rig, "physician", case_id, "decision", {**DECLINED, "outcome": "accepted"})
    assert (refused.status_code, refused.json()["rule"]) == (422, "four_yes_needed")


async def test_only_a_physician_takes_a_decline_back(rig: Rig) -> None:
    """As only a physician declines."""
    case_id = await decided(rig, DECLINED)
    assert (await act(rig, "coordinator", case_id, "decision", ACCEPTED)).status_code == 403


async def test_a_patient_who_wrote_again_has_a_newer_case(rig_on_both: Rig) -> None:
    """It is decided there: the old one is not opened beside it, and its letter can still be corrected."""
    case_id = await decided(rig_on_both, DECLINED)
    await rig_on_both.simulate("ana", text="quiero hablar con una persona")
    newer = await rig_on_both.case_of("ana")
    refused = await act(rig_on_both, "physician", case_id, "decision", ACCEPTED)
    corrected = await act(rig_on_both, "physician", case_id, "decision", {**DECLINED, "patient_text": "Corrijo mi carta."})
    assert (newer != case_id, refused.status_code, refused.json()["rule"], refused.json()["newer_case_id"]) == (
        True,
        409,
        "newer_case",
        newer,
    )
    assert corrected.json()["status"] == "declined"


async def test_answers_asked_for_after_a_decline_are_due(rig: Rig) -> None:
    """The decline had ended every clock; the review that follows has one of its own."""
    case_id = await decided(rig, DECLINED)
    await act(rig, "physician", case_id, "decision", {**ASKS, "questions": ["host.weight"]})
    for said in ({"option": "continue"}, {"text": "82 kg"}):
        await rig.simulate("ana", **said)
    shown = (await call(rig, "physician", "GET", "/queue")).json()["items"]
    assert [(item["status"], item["due_at"] is not None) for item in shown] == [("physician_review", True)]
