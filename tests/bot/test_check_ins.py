"""The worker's round over follow-up: invited in time, reminded, answered, or given to a person, on both databases."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.whatsapp_contents import ContentSids
from bot.check_ins import ask
from bot.worker import Worker
from flows.schedule import slots
from storage.check_ins import CheckIn
from tests.bot.rig import ANA, CHAT, Rig, running
from tests.follow_up import Treated, treated

TREATED_ON = date(2026, 3, 2)
START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
TEMPLATES = ContentSids({"check-in-invitation": {"es": "HX1"}, "check-in-reminder": {"es": "HX2"}})


@pytest.fixture
async def rig(database_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """The runtime with templates for check-ins, on the day of a treatment."""
    async with running(database_url, tmp_path, contents=TEMPLATES) as here:
        here.clock.now = START
        for sid in ("HX1", "HX2"):
            here.twilio.add_content(sid, "Le escribe Regeneris.")
        yield here


def texts(rig: Rig) -> list[str]:
    """What the Telegram patient was sent."""
    return [message.text for message in rig.telegram.sent if message.chat == CHAT]


def enter(rig: Rig, user: str = str(CHAT), **more: str) -> Treated:
    """A treatment of today is recorded."""
    account = {"whatsapp": rig.twilio.account_sid, "telegram": rig.telegram.token.partition(":")[0], "simulator": "simulator"}
    channel = more.get("channel", "telegram")
    with rig.parts.database.write() as uow:
        one = treated(uow, user, TREATED_ON, at=START, account=account[channel], **more)  # type: ignore[arg-type] # texts only
        uow.commit()
    return one


async def passes(rig: Rig, **by: float) -> None:
    """Time passes, and the worker does what is due."""
    rig.clock.move(**by)
    while await ask(rig.parts):
        await rig.send_all()
    await rig.send_all()


def rows(rig: Rig, one: Treated) -> dict[str, CheckIn]:
    """The check-ins of a person by milestone."""
    with rig.parts.database.read() as uow:
        return {row.milestone: row for row in uow.check_ins.of_case(one.case.id)}


def tickets(rig: Rig, one: Treated) -> list[str]:
    """The tasks of a case."""
    with rig.parts.database.read() as uow:
        return [ticket.kind for ticket in uow.tickets.of(one.case.id)]


def moves(rig: Rig, one: Treated) -> list[tuple[str, str, str, str]]:
    """Where follow-up moved the case: by whom, from, to, at which milestone."""
    with rig.parts.database.read() as uow:
        steps = [entry for entry in uow.timeline.of(one.case.id) if entry.action == "follow_up_begun"]
        return [(entry.actor, entry.from_status, entry.to_status, entry.reason) for entry in steps]


def due(milestone: str) -> datetime:
    """When a milestone is due in Mexico City."""
    return next(slot for slot in slots(TREATED_ON, "America/Mexico_City") if slot.milestone == milestone).due_at


async def until(rig: Rig, moment: datetime) -> None:
    """Every day until a moment, the worker runs; then at the moment."""
    while rig.clock.now < moment - timedelta(days=1):
        await passes(rig, days=1)
    await passes(rig, seconds=(moment - rig.clock.now).total_seconds())


def only(rig: Rig, one: Treated, *milestones: str) -> None:
    """Leave these milestones on the calendar; the others are stopped."""
    with rig.parts.database.write() as uow:
        for row in uow.check_ins.of_case(one.case.id):
            if row.milestone not in milestones:
                uow.check_ins.end(row.check_in_id, "stopped", "test", START)
        uow.commit()


async def test_a_plan_is_made_once_with_every_milestone(rig: Rig) -> None:
    """Baseline now, the two safety checks, four months; a second call changes nothing."""
    one = enter(rig)
    assert one.plan.planned == ("baseline", "2d", "14d", "1m", "3m", "6m", "12m")
    with rig.parts.database.write() as uow:
        from bot.treatment import plan_check_ins
        from bot.zones import Zone

        again = plan_check_ins(uow, one.case, TREATED_ON, Zone("Europe/Madrid", "staff"), at=START)
        uow.commit()
    assert again.new is False
    assert len(rows(rig, one)) == 7


async def test_an_invitation_leaves_at_ten_in_the_persons_own_morning(rig: Rig) -> None:
    """Not before; then once, as a content-free text."""
    one = enter(rig)
    only(rig, one, "1m")
    await until(rig, due("1m") - timedelta(seconds=1))
    assert texts(rig) == []
    await passes(rig, seconds=1)
    await passes(rig, hours=2)
    assert len(texts(rig)) == 1
    assert rows(rig, one)["1m"].state == "sent"


async def test_the_first_check_in_after_the_treatment_begins_follow_up(rig: Rig) -> None:
    """Not the baseline; once, by the calendar's hand, on the timeline; staff find the case under check-ins all the while."""
    one = enter(rig)
    await passes(rig)
    assert moves(rig, one) == []
    await until(rig, due("2d"))
    await until(rig, due("14d"))
    assert moves(rig, one) == [("system", "treated", "follow_up", "2d")]
    found = (await rig.web.get("/api/v1/queue?status=follow_up", headers=rig.staff("coordinator"))).json()["items"]
    assert [item["case_id"] for item in found] == [one.case.case_id]


async def test_a_hold_is_not_ended_by_the_calendar(rig: Rig) -> None:
    """A case on an emergency hold stays there."""
    one = enter(rig)
    only(rig, one, "2d")
    with rig.parts.database.write() as uow:
        uow.cases.move(one.case.case_id, expected=["treated"], to="emergency_hold", at=START)
        uow.people.block(one.address.id, START)
        uow.commit()
    await until(rig, due("2d"))
    assert moves(rig, one) == []


async def test_on_whatsapp_it_leaves_as_the_approved_template(rig: Rig) -> None:
    """Months after the last message only a template may go."""
    one = enter(rig, ANA, channel="whatsapp")
    only(rig, one, "1m")
    await until(rig, due("1m"))
    assert [(message.content_sid, message.variables) for message in rig.twilio.on_screen(ANA)] == [("HX1", {})]
    assert rows(rig, one)["1m"].state == "sent"


async def test_without_a_template_a_person_calls_within_the_hour(database_url: str, tmp_path: Path) -> None:
    """The send is parked, the check-in escalated with the reason, one task and not two."""
    async with running(database_url, tmp_path) as rig:
        rig.clock.now = START
        one = enter(rig, ANA, channel="whatsapp")
        only(rig, one, "1m")
        await until(rig, due("1m"))
        await passes(rig, minutes=30)
        row = rows(rig, one)["1m"]
        assert (row.state, row.reason) == ("escalated", "not_sent:window_closed")
        assert tickets(rig, one) == ["check_in_not_sent"]


async def test_silence_is_reminded_twice_and_then_a_person_calls(rig: Rig) -> None:
    """Day 0, +3, +7; then a task; when the window ends the outcome is missed."""
    one = enter(rig)
    only(rig, one, "3m")
    await until(rig, due("3m") + timedelta(days=7, hours=1))
    assert len(texts(rig)) == 3
    assert tickets(rig, one) == []
    await until(rig, due("3m") + timedelta(days=8, hours=1))
    assert (tickets(rig, one), rows(rig, one)["3m"].state) == (["check_in_unanswered"], "escalated")
    await until(rig, due("3m") + timedelta(days=16))
    assert (rows(rig, one)["3m"].state, rows(rig, one)["3m"].reason) == ("missed", "unanswered")
    assert (len(texts(rig)), tickets(rig, one)) == (3, ["check_in_unanswered"])


async def test_what_never_left_in_its_window_stays_here_and_is_called(rig: Rig) -> None:
    """The provider is away until the window has ended: one task that says so, and no invitation after it."""
    one = enter(rig)
    only(rig, one, "2d")
    rig.telegram.fail_next(500, method="sendMessage", times=1000)
    await until(rig, due("2d"))
    rig.clock.move(hours=1)
    await passes(rig, days=2)
    rig.telegram.clear()
    await passes(rig, days=1)
    assert (texts(rig), tickets(rig, one)) == ([], ["check_in_not_sent"])
    assert rows(rig, one)["2d"].reason.startswith("not_sent")


async def test_an_opt_out_turns_it_into_a_call_at_once(rig: Rig) -> None:
    """No reminder follows; the person is not lost; later check-ins are calls too. The treated case is not withdrawn."""
    one = enter(rig, "ana", channel="simulator")
    only(rig, one, "1m", "3m")
    await until(rig, due("1m"))
    await rig.simulate("ana", text="alto")
    await passes(rig, seconds=1)
    assert (rows(rig, one)["1m"].state, rows(rig, one)["1m"].reason, tickets(rig, one)) == ("escalated", "opted_out", ["check_in_phone"])
    sent = len(await rig.screen("ana"))
    await until(rig, due("3m"))
    assert len(await rig.screen("ana")) == sent
    assert tickets(rig, one) == ["check_in_phone", "check_in_phone"]
    assert moves(rig, one) == [("system", "treated", "follow_up", "1m")]


@pytest.mark.parametrize("what", ["blocked", "recycled", "no_consent"])
async def test_who_cannot_be_written_to_is_called(rig: Rig, what: str) -> None:
    """A block, a number that changed hands, or no consent to messages: a task in place of a text."""
    one = enter(rig)
    only(rig, one, "1m")
    with rig.parts.database.write() as uow:
        if what == "blocked":
            uow.people.block(one.address.id, START)
        elif what == "recycled":
            uow.people._set(one.address.id, recycled_at=START)
        else:
            from dataclasses import replace

            talk = uow.conversations.lock([one.conversation.id])[one.conversation.id]
            talk.session = replace(talk.session, consents=())
            uow.conversations.save([talk])
        uow.commit()
    await until(rig, due("1m"))
    assert (rows(rig, one)["1m"].reason, tickets(rig, one), texts(rig)) == (what, ["check_in_phone"], [])
    assert moves(rig, one) == [("system", "treated", "follow_up", "1m")]


async def test_a_talk_under_way_is_not_interrupted(rig: Rig) -> None:
    """Who is in the middle of an answer is asked hours later."""
    one = enter(rig, "ana", channel="simulator")
    only(rig, one, "1m")
    await until(rig, due("1m") - timedelta(minutes=5))
    await rig.simulate("ana", text="quiero hablar con una persona")
    before = len(await rig.screen("ana"))
    await passes(rig, minutes=10)
    assert len(await rig.screen("ana")) == before
    await passes(rig, days=3)
    assert rows(rig, one)["1m"].state == "sent"


async def test_quiet_hours_are_the_persons_own(rig: Rig) -> None:
    """Due while the clinic was away, looked at by night: it leaves next morning."""
    one = enter(rig)
    only(rig, one, "1m")
    night = due("1m") + timedelta(hours=12)
    rig.clock.now = night
    await passes(rig)
    assert texts(rig) == []
    await passes(rig, hours=11)
    assert len(texts(rig)) == 1


async def test_after_a_long_outage_each_check_in_is_sent_or_a_task(rig: Rig) -> None:
    """The clock jumps over a whole year: what is over is a person's, nothing is silent, nothing is sent twice."""
    one = enter(rig)
    rig.clock.now = START + timedelta(days=200)
    await passes(rig)
    found = rows(rig, one)
    assert {name: row.state for name, row in found.items()} == {
        **dict.fromkeys(("baseline", "2d", "14d", "1m", "3m"), "escalated"),
        "6m": "sent",
        "12m": "planned",
    }
    assert len(texts(rig)) == 1
    assert tickets(rig, one) == ["check_in_overdue"] * 5


async def test_a_clock_that_steps_back_sends_nothing_twice(rig: Rig) -> None:
    """One invitation, whatever the clock does afterwards."""
    one = enter(rig)
    only(rig, one, "1m")
    await until(rig, due("1m"))
    rig.clock.move(days=-40)
    await passes(rig)
    rig.clock.now = due("1m")
    await passes(rig)
    assert len(texts(rig)) == 1


async def test_a_treatment_entered_late_is_a_persons_to_decide(rig: Rig) -> None:
    """Five weeks late: the past is one task, the month's check-in is still in its window and leaves."""
    rig.clock.now = START + timedelta(days=35)
    with rig.parts.database.write() as uow:
        account = rig.telegram.token.partition(":")[0]
        one = treated(uow, str(CHAT), TREATED_ON, at=rig.clock.now, account=account)
        uow.commit()
    assert one.plan.overdue == ("baseline", "2d", "14d")
    assert tickets(rig, one) == ["check_in_overdue"]
    await passes(rig)
    assert rows(rig, one)["1m"].state == "sent"


async def test_nobody_is_written_to_more_often_than_the_budget_allows(rig: Rig) -> None:
    """Eight proactive texts in a month, whatever they were for; the ninth becomes a task."""
    one = enter(rig)
    only(rig, one, "1m")
    await until(rig, due("1m") - timedelta(hours=1))
    with rig.parts.database.write() as uow:
        desk = rig.parts.turn.desk(uow)
        talk = desk.hold_conversations([one.conversation.id])[0]
        from messages.prompt import Prompt

        for _ in range(8):
            rig.parts.turn.apply.say(desk, talk, Prompt("nudge-later"), "notice")
        desk.finish()
        uow.commit()
    await rig.send_all()
    assert len(texts(rig)) == 8
    await passes(rig, hours=1)
    await passes(rig, minutes=1)
    assert (len(texts(rig)), rows(rig, one)["1m"].reason) == (8, "not_sent:budget")
    assert tickets(rig, one) == ["check_in_not_sent"]


async def test_a_closed_case_is_asked_nothing(rig: Rig) -> None:
    """Whoever closed it stops every sender at once."""
    one = enter(rig)
    with rig.parts.database.write() as uow:
        uow.cases.move(one.case.case_id, expected=["treated"], to="closed", at=START)
        uow.commit()
    await until(rig, due("1m"))
    assert texts(rig) == []
    assert {row.state for row in rows(rig, one).values() if row.due_at <= rig.clock.now} == {"stopped"}


async def test_another_zone_moves_what_was_not_sent(rig: Rig) -> None:
    """Corrected by staff, the next invitation leaves by the other clock."""
    from bot.treatment import UnknownZone, correct_zone

    one = enter(rig)
    with rig.parts.database.write() as uow:
        with pytest.raises(UnknownZone):
            correct_zone(uow, one.case, "Europe/Atlantis", at=START, actor="s1")
        correct_zone(uow, one.case, "Europe/Madrid", at=START, actor="s1")
        uow.commit()
    assert rows(rig, one)["6m"].due_at == datetime(2026, 9, 2, 8, 0, tzinfo=UTC)


async def test_the_drain_does_what_is_due(rig: Rig) -> None:
    """`worker --drain` at a moved clock sends the invitation before it returns."""
    one = enter(rig)
    only(rig, one, "1m")
    rig.clock.now = due("1m")
    await Worker(rig.parts).drain()
    assert rows(rig, one)["1m"].state == "sent"
