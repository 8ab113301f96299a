"""What becomes of check-ins when staff end their case, on both databases."""

from tests.bot.reviewing import act, call
from tests.bot.rig import Rig
from tests.bot.test_check_ins import due, enter, only, rig, rows, until

__all__ = ["rig"]


async def test_ending_a_case_ends_what_it_had_planned_at_once(rig: Rig) -> None:
    """Not when each falls due: the calendar lists none of them as planned, and the timeline says why."""
    one = enter(rig)
    answer = await act(rig, "physician", one.case.case_id, "close", {"reason": "duplicate"})
    assert answer.status_code == 200, answer.text
    assert {(row.state, row.reason) for row in rows(rig, one).values()} == {("stopped", "closed")}
    shown = (await call(rig, "physician", "GET", f"/cases/{one.case.case_id}")).json()
    assert ("follow_up_stopped", "duplicate") in {(each["action"], each["reason"]) for each in shown["timeline"]}


async def test_what_was_answered_before_a_case_ended_is_kept(rig: Rig) -> None:
    """A check-in under way counts as answered in part; the rest is not asked."""
    one = enter(rig, "eva", channel="simulator")
    only(rig, one, "1m")
    await until(rig, due("1m"))
    await rig.simulate("eva", text="hola")
    await rig.simulate("eva", text="ninguna")
    await act(rig, "physician", one.case.case_id, "close", {"reason": "unreachable"})
    assert {row.state for row in rows(rig, one).values()} == {"partial", "stopped"}
