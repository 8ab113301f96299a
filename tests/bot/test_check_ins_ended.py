"""What becomes of check-ins when staff end their case, on both databases."""

from datetime import timedelta

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


async def test_who_took_back_the_consent_is_asked_nothing(rig: Rig) -> None:
    """No invitation leaves after the consent for health data was withdrawn; the row and the case say why."""
    one = enter(rig, "eva", channel="simulator")
    only(rig, one, "3m", "6m")
    await rig.simulate("eva", text="borren todos mis datos")
    said = len(await rig.screen("eva"))
    await until(rig, due("3m"))
    assert len(await rig.screen("eva")) == said
    found = rows(rig, one)
    assert [(found[name].state, found[name].reason) for name in ("3m", "6m")] == [("stopped", "consent_withdrawn"), ("planned", "")]
    shown = (await call(rig, "physician", "GET", f"/cases/{one.case.case_id}")).json()
    assert ("check_in_stopped", "consent_withdrawn") in {(each["action"], each["reason"]) for each in shown["timeline"]}


async def test_reminders_end_with_the_consent(rig: Rig) -> None:
    """Who was invited and then withdrew the consent is not reminded."""
    one = enter(rig, "eva", channel="simulator")
    only(rig, one, "3m")
    await until(rig, due("3m"))
    await rig.simulate("eva", text="borren todos mis datos")
    said = len(await rig.screen("eva"))
    await until(rig, due("3m") + timedelta(days=9))
    assert (len(await rig.screen("eva")), rows(rig, one)["3m"].state) == (said, "stopped")
