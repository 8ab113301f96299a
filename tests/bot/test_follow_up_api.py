"""Follow-up through the JSON API: the clock a person lives by is corrected, and the check-ins are stopped, each with its refusals."""

from datetime import UTC, date, datetime

import pytest

from storage.check_ins import CheckIn
from tests.bot.reviewing import act, brought_to, decided
from tests.bot.rig import Rig


def rows(rig: Rig, case_id: str) -> dict[str, CheckIn]:
    """The check-ins of a case by milestone."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        return {row.milestone: row for row in uow.check_ins.of_case(case.id)}


async def test_a_corrected_clock_moves_what_was_not_asked_yet(rig_on_both: Rig) -> None:
    """Ten in the morning in Madrid, which is in its summer time by then; who corrected it is on the timeline."""
    case_id = await brought_to(rig_on_both, "treated")
    answer = await act(rig_on_both, "coordinator", case_id, "follow-up/zone", {"zone": "Europe/Madrid"})
    assert answer.status_code == 200
    assert rows(rig_on_both, case_id)["1m"].due_at == datetime(2026, 4, 1, 8, 0, tzinfo=UTC)
    with rig_on_both.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        plan = uow.check_ins.plan_of(case.id)
        assert plan is not None
        assert (plan.zone, plan.zone_source, plan.treated_on) == ("Europe/Madrid", "staff", date(2026, 3, 1))
        assert [entry.action for entry in uow.timeline.of(case.id)][-1] == "follow_up_zone_corrected"


async def test_stopped_is_stopped_once(rig_on_both: Rig) -> None:
    """Every open check-in ends with it; a second time there is nothing to stop."""
    case_id = await brought_to(rig_on_both, "treated")
    first = await act(rig_on_both, "physician", case_id, "follow-up/stop", {"reason": "died"})
    second = await act(rig_on_both, "physician", case_id, "follow-up/stop", {"reason": "died"})
    assert (first.status_code, second.status_code, second.json()["rule"]) == (200, 409, "no_follow_up")
    assert {row.state for row in rows(rig_on_both, case_id).values()} == {"stopped"}


@pytest.mark.parametrize(
    ("step", "body"),
    [
        ("follow-up/zone", {"zone": "Mars/Olympus"}),
        ("follow-up/zone", {"zone": "../../etc/passwd"}),
        ("follow-up/zone", {}),
        ("follow-up/stop", {"reason": "tired"}),
        ("follow-up/stop", {}),
    ],
)
async def test_a_body_that_says_nothing_sensible_is_422(rig: Rig, step: str, body: dict[str, str]) -> None:
    """And nothing changes."""
    case_id = await brought_to(rig, "treated")
    before = rows(rig, case_id)
    assert (await act(rig, "coordinator", case_id, step, body)).status_code == 422
    assert rows(rig, case_id) == before


@pytest.mark.parametrize(("step", "body"), [("follow-up/zone", {"zone": "Europe/Madrid"}), ("follow-up/stop", {"reason": "died"})])
async def test_without_a_treatment_there_is_nothing_to_change(rig: Rig, step: str, body: dict[str, str]) -> None:
    """409 naming the rule."""
    answer = await act(rig, "coordinator", await decided(rig), step, body)
    assert (answer.status_code, answer.json()["rule"]) == (409, "no_follow_up")


async def test_an_old_version_changes_nothing(rig: Rig) -> None:
    """If-Match names what the coordinator saw."""
    case_id = await brought_to(rig, "treated")
    stale = await act(rig, "coordinator", case_id, "follow-up/stop", {"reason": "died"}, **{"If-Match": '"0"'})
    assert (stale.status_code, stale.json()["rule"]) == (409, "changed_in_the_meantime")
