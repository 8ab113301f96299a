"""The staff's group on Telegram: told of cases without health data, claimed by paired people only, reminded, escalated; else silent."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.alarms import repeat_alarms
from bot.polling import Polling
from bot.staff_announcements import TRIES, announce
from bot.staff_group import Pairing, Press, read
from tests.bot.group import ANA, BOSS, EVE, GROUP, HEALTH, SAW, TAKE, answered, clinic, heard, holder, joins, referred, words
from tests.bot.reviewing import act, in_queue
from tests.bot.rig import CHAT, Rig, running

__all__ = ["clinic"]


async def test_a_hand_off_is_told_once_without_health_data(clinic: Rig) -> None:
    """The reference that the queue finds, priority, waiting time, link; a second round tells nothing."""
    case_id = await in_queue(clinic)
    assert [await announce(clinic.parts), await announce(clinic.parts)] == [1, 0]
    (text,) = heard(clinic)
    assert text.splitlines()[1] == f"https://clinic.example/cases/{case_id}"
    reference = referred(clinic, case_id)
    assert all(part in text for part in (reference, "normal", "1 mar, 09:00", "2 mar, 09:00"))
    assert not [word for word in HEALTH if word.lower() in text.replace(case_id, "").replace(reference, "").lower()]


async def test_an_intake_still_running_is_not_told(clinic: Rig) -> None:
    """Nothing waits for a person yet."""
    await clinic.simulate("ana", text="hola")
    assert (await announce(clinic.parts), heard(clinic)) == (0, [])


async def test_a_paired_coordinator_claims_by_the_button(clinic: Rig) -> None:
    """The case is theirs, the timeline says so, and the button goes with their name in its place."""
    case_id, member = await in_queue(clinic), joins(clinic, "coordinator", ANA)
    await announce(clinic.parts)
    assert await clinic.telegram.push_group_tap(GROUP, ANA, TAKE) == 200
    assert (holder(clinic, case_id), answered(clinic)) == (member.staff_ref, words("group-claimed"))
    await announce(clinic.parts)
    (said,) = clinic.telegram.on_screen(GROUP)
    assert (said.labels, said.text.splitlines()[-1]) == ([], "→ " + words("group-taken", name=member.name))
    with clinic.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        assert [(step.actor, step.action) for step in uow.timeline.of(case.id)][-1] == (member.staff_ref, "claimed")


async def test_two_who_press_at_once_are_told_who_has_it(clinic: Rig) -> None:
    """The first wins; the other reads the name."""
    case_id, first = await in_queue(clinic), joins(clinic, "coordinator", ANA)
    joins(clinic, "physician", EVE)
    await announce(clinic.parts)
    await clinic.telegram.push_group_tap(GROUP, ANA, TAKE)
    await clinic.telegram.push_group_tap(GROUP, EVE, TAKE)
    assert (holder(clinic, case_id), answered(clinic)) == (first.staff_ref, words("group-held-by-another", name=first.name))


async def test_an_account_alone_grants_nothing(clinic: Rig) -> None:
    """Not paired, dismissed, or a role that does not work with cases: told so, and nothing moves."""
    case_id = await in_queue(clinic)
    await announce(clinic.parts)
    await clinic.telegram.push_group_tap(GROUP, EVE, TAKE)
    told = [answered(clinic)]
    for account, role in ((ANA, "auditor"), (BOSS, "admin")):
        joins(clinic, role, account)
        await clinic.telegram.push_group_tap(GROUP, account, TAKE)
        told.append(answered(clinic))
    gone = joins(clinic, "coordinator", EVE)
    with clinic.parts.database.write() as uow:
        uow.staff.set_active(gone.staff_ref, active=False, at=clinic.clock())
        uow.commit()
    await clinic.telegram.push_group_tap(GROUP, EVE, TAKE)
    assert told == [words("group-not-paired"), *[words("group-not-allowed")] * 2]
    assert (answered(clinic), holder(clinic, case_id)) == (words("group-not-paired"), "")


async def test_a_repeated_delivery_is_answered_as_the_first(clinic: Rig) -> None:
    """Telegram delivers again what it thinks was lost."""
    case_id, member = await in_queue(clinic), joins(clinic, "coordinator", ANA)
    await announce(clinic.parts)
    await clinic.telegram.push_group_tap(GROUP, ANA, TAKE)
    first = clinic.telegram.deliveries[-1]
    with clinic.parts.database.read() as uow:
        before = uow.cases.get(case_id)
    update = pressed(ANA, f"staff:0:claim-{case_id}", first.update_id)
    clinic.telegram._queries.add(update["callback_query"]["id"])
    await clinic.telegram.push(update, times=1)
    with clinic.parts.database.read() as uow:
        assert uow.cases.get(case_id) == before
    assert (answered(clinic), holder(clinic, case_id)) == (words("group-claimed"), member.staff_ref)


def pressed(account: int, data: str, update_id: int = 5) -> dict[str, Any]:
    """A press in the group, as Telegram words it."""
    message = {"message_id": 1, "date": 1, "chat": {"id": GROUP, "type": "supergroup"}}
    query = {"id": "77", "from": {"id": account, "is_bot": False, "first_name": "A"}, "message": message, "data": data}
    return {"update_id": update_id, "callback_query": query}


async def test_everything_else_in_groups_is_silent(clinic: Rig) -> None:
    """Words in the staff's group, words and presses in another one, a patient's button in the group: 200 and nothing said."""
    case_id = await in_queue(clinic)
    joins(clinic, "coordinator", ANA)
    other = -42
    clinic.telegram.know(other)
    await announce(clinic.parts)
    before = len(clinic.telegram.sent)
    for text in ("hola", "/start", "me duele el pecho", "/pair ABCDEFGHJKMN"):
        for group in (GROUP, other):
            assert await clinic.telegram.push_group_text(group, ANA, text) == 200
    for group, data in ((other, f"staff:0:claim-{case_id}"), (GROUP, "subject.who:3:self"), (GROUP, "staff:0:erase-x"), (GROUP, "x" * 64)):
        await clinic.telegram.push_group_tap(group, ANA, data=data)
    await clinic.send_all()
    assert (len(clinic.telegram.sent), holder(clinic, case_id)) == (before, "")


async def test_a_patient_who_forges_a_button_is_a_patient(clinic: Rig) -> None:
    """The same data in a private chat is no press of the group's."""
    case_id = await in_queue(clinic)
    joins(clinic, "coordinator", CHAT)
    await clinic.telegram.push_tap(CHAT, data=f"staff:0:claim-{case_id}", message_id=1)
    assert holder(clinic, case_id) == ""


async def test_a_released_case_is_told_again(clinic: Rig) -> None:
    """It waits anew."""
    case_id = await in_queue(clinic)
    await announce(clinic.parts)
    await act(clinic, "coordinator", case_id, "claim")
    await announce(clinic.parts)
    await act(clinic, "coordinator", case_id, "release")
    assert await announce(clinic.parts) == 1
    assert len(heard(clinic)) == 2


async def test_a_case_taken_in_the_console_loses_its_button(clinic: Rig) -> None:
    """Whoever took it, wherever."""
    case_id = await in_queue(clinic)
    await announce(clinic.parts)
    await act(clinic, "physician", case_id, "claim")
    await announce(clinic.parts)
    (said,) = clinic.telegram.on_screen(GROUP)
    assert said.labels == []


async def test_a_reminder_comes_once_when_the_deadline_nears(clinic: Rig) -> None:
    """With a quarter of the time left, four hours at most; it says whether anybody holds the case."""
    await in_queue(clinic)
    await announce(clinic.parts)
    for hours, expected in ((19, 1), (1.5, 2), (1, 2)):
        clinic.clock.move(hours=hours)
        await announce(clinic.parts)
        assert len(heard(clinic)) == expected, hours
    assert "nadie lo ha tomado" in heard(clinic)[-1]


async def test_a_held_case_is_reminded_of_by_its_holders_name(clinic: Rig) -> None:
    """Claimed and forgotten is still waiting."""
    case_id, member = await in_queue(clinic), joins(clinic, "coordinator", ANA)
    await announce(clinic.parts)
    await clinic.telegram.push_group_tap(GROUP, ANA, TAKE)
    clinic.clock.move(hours=21)
    await announce(clinic.parts)
    assert f"Lo tiene {member.name}" in heard(clinic)[-1]
    assert holder(clinic, case_id) == member.staff_ref


async def test_a_passed_deadline_names_a_person_once(clinic: Rig) -> None:
    """In the group by name, to that person in private, on the timeline and in the audit log."""
    case_id, boss = await in_queue(clinic), joins(clinic, "physician", BOSS, "jefa@clinic.example")
    await announce(clinic.parts)
    clinic.clock.move(hours=24, minutes=6)
    for _ in range(3):
        await announce(clinic.parts)
        clinic.clock.move(minutes=20)
    assert [text for text in heard(clinic) if text.startswith(f"{boss.name}: ")] == [heard(clinic)[-1]]
    (private,) = heard(clinic, BOSS)
    assert case_id in private
    with clinic.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        steps = [(step.actor, step.action, step.reason) for step in uow.timeline.of(case.id)]
        audited = [entry.action for entry in uow.audit.page(0, 999)]
    assert steps.count(("system", "escalated", "deadline")) == 1
    assert audited.count("case.escalated") == 1


async def test_an_answer_in_time_is_no_escalation(clinic: Rig) -> None:
    """The first response is given; what is due then is the decision, days later."""
    case_id = await in_queue(clinic)
    await announce(clinic.parts)
    await act(clinic, "coordinator", case_id, "claim")
    await act(clinic, "coordinator", case_id, "messages", {"text": "Buenas tardes."})
    for _ in range(4):
        clinic.clock.move(hours=8)
        await announce(clinic.parts)
    assert len(heard(clinic)) == 1


async def test_without_a_named_person_the_group_alone_is_told(sqlite_url: str, tmp_path: Path) -> None:
    """The setting is optional."""
    async with running(sqlite_url, tmp_path, telegram_staff_chat_id=str(GROUP)) as rig:
        rig.telegram.know(GROUP)
        await in_queue(rig)
        await announce(rig.parts)
        rig.clock.move(hours=24, minutes=6)
        await announce(rig.parts)
        assert heard(rig)[-1].startswith("El plazo del caso")


async def test_an_emergency_repeats_until_it_is_seen(clinic: Rig) -> None:
    """Told as an emergency, repeated every two minutes, ended by the button of a paired person; a second press is told so."""
    joins(clinic, "coordinator", ANA)
    await clinic.simulate("ana", text="hola")
    await clinic.simulate("ana", text="me duele mucho el pecho")
    await announce(clinic.parts)
    assert heard(clinic)[0].startswith("URGENCIA: el caso")
    for _ in range(2):
        await repeat_alarms(clinic.parts)
        clinic.clock.move(minutes=2, seconds=1)
    alarms = [text for text in heard(clinic) if text.startswith("URGENCIA sin acuse")]
    assert [referred(clinic, await clinic.case_of("ana")) in text for text in alarms] == [True, True]
    await clinic.telegram.push_group_tap(GROUP, EVE, SAW)
    assert (answered(clinic), await repeat_alarms(clinic.parts)) == (words("group-not-paired"), 1)
    await clinic.telegram.push_group_tap(GROUP, ANA, SAW)
    assert answered(clinic) == words("group-seen")
    clinic.clock.move(minutes=10)
    assert await repeat_alarms(clinic.parts) == 0
    await clinic.telegram.push_group_tap(GROUP, ANA, SAW)
    assert answered(clinic) == words("group-no-alarm-waiting")
    assert not [text for text in heard(clinic) if "pecho" in text]


async def test_an_emergency_nobody_answers_names_a_person(clinic: Rig) -> None:
    """Due at once; five minutes later the named person is told."""
    joins(clinic, "physician", BOSS, "jefa@clinic.example")
    await clinic.simulate("ana", text="hola")
    await clinic.simulate("ana", text="me duele mucho el pecho")
    await announce(clinic.parts)
    clinic.clock.move(minutes=6)
    await announce(clinic.parts)
    assert len(heard(clinic, BOSS)) == 1


async def test_a_provider_that_is_down_is_tried_again(clinic: Rig) -> None:
    """Nothing is lost, nothing is said twice; after thirty tries it is given up."""
    await in_queue(clinic)
    clinic.telegram.fail_next(503, "down", method="sendMessage", chat=GROUP, times=2)
    for _ in range(4):
        await announce(clinic.parts)
        clinic.clock.move(minutes=1, seconds=1)
    assert len(heard(clinic)) == 1
    with clinic.parts.database.write() as uow:
        uow.work.connection.execute(sa.text("UPDATE group_notices SET message_ref = '', send_at = noticed_at, tries = :t"), {"t": TRIES})
        uow.commit()
    clinic.telegram.fail_next(503, "down", method="sendMessage", chat=GROUP, times=9)
    assert [bool(await announce(clinic.parts)) for _ in range(2)] == [True, False]


async def test_without_a_group_nothing_is_looked_at(rig: Rig) -> None:
    """The setting is optional: no row, no text, and `/pair` is a patient's word like any other."""
    await in_queue(rig)
    assert await announce(rig.parts) == 0
    await rig.telegram.push_text(CHAT, "/pair ABCDEFGHJKMN")
    await rig.send_all()
    assert "código" not in heard(rig, CHAT)[0]


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"callback_query": None},
        {"callback_query": {"data": "staff:0:claim-x"}},
        {"callback_query": {"message": {"chat": {}}}},
        {"message": {"chat": {"type": "private"}}},
        {"message": []},
        {"message": {"chat": {"type": "private"}, "text": "/pair x", "from": {"id": True}}, "update_id": 1},
        {"message": {"chat": {"type": "private"}, "text": 7}},
        {**pressed(ANA, "staff:0:claim-x"), "update_id": "9"},
        pressed(ANA, "staff:0:nothing-x"),
    ],
)
def test_what_is_nothing_of_the_groups_is_left_to_the_patients_parser(payload: dict[str, Any]) -> None:
    """Whatever its shape."""
    assert read(payload, str(GROUP)) is None


def test_what_is_the_groups_is_read() -> None:
    """A press names act and case, a pairing its code; without a group neither is."""
    assert read(pressed(ANA, "staff:0:claim-abc"), str(GROUP)) == Press("5", str(ANA), "claim", "abc", "77")
    private = {"update_id": 6, "message": {"chat": {"type": "private"}, "from": {"id": ANA}, "text": " /PAIR  abc "}}
    assert read(private, str(GROUP)) == Pairing("6", str(ANA), "ABC")
    assert read(pressed(ANA, "staff:0:claim-abc"), "") is None


async def test_polling_answers_a_press_by_a_call(clinic: Rig) -> None:
    """Where there is no webhook there is no body to answer in."""
    case_id, member = await in_queue(clinic), joins(clinic, "coordinator", ANA)
    clinic.telegram._queries.add("77")
    await Polling(clinic.parts)._take(pressed(ANA, f"staff:0:claim-{case_id}"), "123456")
    assert (holder(clinic, case_id), clinic.telegram.answered[-1]) == (member.staff_ref, "77")
    assert clinic.telegram.calls[-1][1]["text"] == words("group-claimed")


async def test_the_group_speaks_the_language_it_was_set_to(database_url: str, tmp_path: Path) -> None:
    """Notice, button, month and answer, in English where the clinic's staff read that."""
    async with running(database_url, tmp_path, telegram_staff_chat_id=str(GROUP), telegram_staff_language="en") as rig:
        rig.telegram.know(GROUP)
        joins(rig, "coordinator", ANA)
        await in_queue(rig)
        await announce(rig.parts)
        (said,) = rig.telegram.on_screen(GROUP)
        assert (said.text.startswith("New case "), "due 2 Mar, 09:00" in said.text, said.labels) == (True, True, ["I take it"])
        await rig.telegram.push_group_tap(GROUP, ANA, "I take it")
        assert answered(rig) == "The case is yours."
