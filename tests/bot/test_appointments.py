"""The physician's call: made by staff, told by the patient's own clock with a calendar entry, brought to mind the day before."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.appointments import remind
from bot.calendars import entry
from bot.channels.whatsapp_contents import ContentSids
from messages.guard import judge
from messages.prompt import OFFERED, Prompt
from storage.appointments import Appointment
from storage.models import outbox
from tests.bot.reviewing import DECLINED, act, call, decided, in_queue
from tests.bot.rig import ANA, CHAT, PUBLIC, Rig, running
from tests.follow_up import treated

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
STARTS = datetime(2026, 3, 12, 16, 30, tzinfo=UTC)
"""Half past ten in Mexico City."""
BODY: dict[str, Any] = {"starts_at": "2026-03-12T10:30:00-06:00", "minutes": 30}
LINK = re.compile(rf"{PUBLIC}(/calendar/[bcdfghjkmnpqrstv]{{72}})")


@pytest.fixture
async def rig(database_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """The runtime with templates for calls."""
    sids = {"notice-call_planned": {"es": "HX1"}, "notice-call_moved": {"es": "HX1"}, "reminder-call": {"es": "HX2"}}
    async with running(database_url, tmp_path, contents=ContentSids(sids)) as here:
        here.clock.now = NOW
        here.twilio.add_content("HX1", "Su llamada es el {{date}} a las {{time}}, hora de {{place}}. {{link}}")
        here.twilio.add_content("HX2", "Mañana, {{date}}, a las {{time}} ({{place}}).")
        yield here


async def planned(rig: Rig, case_id: str, body: dict[str, Any] = BODY) -> dict[str, Any]:
    """A call is made, and the patient told."""
    answer = await act(rig, "coordinator", case_id, "appointment", body)
    assert answer.status_code == 200, answer.text
    await rig.send_all()
    return dict(answer.json()["appointment"])


async def tomorrow(rig: Rig, moment: datetime) -> None:
    """The worker looks at a moment, and what is due leaves."""
    rig.clock.now = moment
    while await remind(rig.parts):
        await rig.send_all()


def monthly(rig: Rig, case_id: str, most: int) -> None:
    """Reminders that left until there are so many proactive texts this month."""
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        desk = rig.parts.turn.desk(uow)
        talk = desk.hold_conversations([case.conversation_id])[0]
        before = uow.outbox.lately(talk.address.id, desk.at)
        for _ in range(most - before):
            rig.parts.turn.apply.say(desk, talk, Prompt("reminder-call", {"date": "x", "time": "x", "place": "x"}), "reminder")
        desk.finish()
        uow.work.connection.execute(sa.update(outbox).where(outbox.c.state == "planned").values(state="accepted", finished_at=desk.at))
        uow.commit()


async def keys(rig: Rig) -> list[str]:
    """What the patient was told of calls."""
    return [item["message_key"] for item in await rig.screen("ana") if "call" in (item["message_key"] or "")]


async def test_the_patient_is_told_the_hour_of_their_own_clock(rig: Rig) -> None:
    """With the name of that clock, and a link to the entry."""
    made = await planned(rig, await decided(rig))
    text = (await rig.screen("ana"))[-1]["text"]
    assert text.startswith("Su llamada con Regeneris es el 12 de marzo de 2026 a las 10:30, hora de Ciudad de México.")
    assert LINK.search(text)
    assert (made["starts_at"], made["ends_at"]) == ("2026-03-12T16:30:00Z", "2026-03-12T17:00:00Z")


async def test_a_corrected_clock_is_the_one_told(rig: Rig) -> None:
    """Where staff know better, their word stands."""
    with rig.parts.database.write() as uow:
        one = treated(uow, "ana", NOW.date(), at=NOW, zone="Europe/Madrid", channel="simulator", account="simulator")
        uow.commit()
    await planned(rig, one.case.case_id)
    assert "a las 17:30, hora de Madrid" in (await rig.screen("ana"))[-1]["text"]


@pytest.mark.parametrize(("sent", "told"), [(7, (True, None)), (8, (False, "budget_spent"))])
async def test_the_answer_says_when_the_month_is_spent(rig: Rig, sent: int, told: tuple[bool, str | None]) -> None:
    """The call stands all the same; the patient has been written to as often as may be, so a person has to tell them."""
    case_id = await decided(rig)
    await rig.send_all()
    monthly(rig, case_id, sent)
    answer = (await act(rig, "coordinator", case_id, "appointment", BODY)).json()
    assert (answer["patient_told"], answer.get("reason")) == told
    await rig.send_all()
    with rig.parts.database.read() as uow:
        notice = uow.work.one(sa.select(outbox.c.state).where(outbox.c.message_key == "notice-call_planned"))
    assert notice is not None
    assert (notice.state != "suppressed") is told[0]


async def test_the_link_opens_an_entry_without_health_in_it(rig: Rig) -> None:
    """When, how long and with whom; no patient, no reason; kept by nobody on the way."""
    await planned(rig, await decided(rig))
    found = LINK.search((await rig.screen("ana"))[-1]["text"])
    assert found
    answer = await rig.web.get(found[1])
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    told = {line.partition(":")[0] for line in answer.text.split("\r\n") if line}
    assert told == {
        *("BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "SEQUENCE", "DTSTAMP"),
        *("DTSTART", "DTEND", "SUMMARY", "CLASS", "STATUS", "END"),
    }
    assert {"DTSTART:20260312T163000Z", "DTEND:20260312T170000Z", "SUMMARY:Llamada con Regeneris"} <= set(answer.text.split("\r\n"))


async def test_the_link_ends_a_day_after_the_call(rig: Rig) -> None:
    """Then, and for any changed sign: 404."""
    await planned(rig, await decided(rig))
    found = LINK.search((await rig.screen("ana"))[-1]["text"])
    assert found
    changed = found[1][:-1] + ("c" if found[1][-1] == "b" else "b")
    assert (await rig.web.get(changed)).status_code == 404
    rig.clock.now = STARTS + timedelta(days=2)
    assert (await rig.web.get(found[1])).status_code == 404


async def test_telegram_gets_the_entry_as_a_document(rig: Rig) -> None:
    """In the same message as the words."""
    with rig.parts.database.write() as uow:
        one = treated(uow, str(CHAT), NOW.date(), at=NOW, account=rig.telegram.token.partition(":")[0])
        uow.commit()
    await planned(rig, one.case.case_id)
    said = rig.telegram.on_screen(CHAT)[-1]
    assert said.document is not None
    assert (said.document[0], said.document[1][:15], said.text[:10]) == ("calendar.ics", b"BEGIN:VCALENDAR", "Su llamada")


async def test_whatsapp_gets_the_signed_link_by_template(rig: Rig) -> None:
    """Outside its window only the approved text may leave; the variables fill it, and no others."""
    with rig.parts.database.write() as uow:
        one = treated(uow, ANA, NOW.date(), at=NOW, channel="whatsapp", account=rig.twilio.account_sid)
        uow.commit()
    await planned(rig, one.case.case_id)
    said = rig.twilio.on_screen(ANA)[-1]
    assert (said.content_sid, sorted(said.variables)) == ("HX1", ["date", "link", "place", "time"])
    assert LINK.fullmatch(said.variables["link"])


async def test_it_is_brought_to_mind_once_the_day_before(rig: Rig) -> None:
    """At ten in the patient's morning; not earlier, not twice."""
    await planned(rig, await decided(rig))
    await tomorrow(rig, STARTS - timedelta(days=1, minutes=31))
    assert await keys(rig) == ["notice-call_planned"]
    await tomorrow(rig, STARTS - timedelta(days=1, minutes=30))
    await tomorrow(rig, STARTS - timedelta(hours=20))
    assert await keys(rig) == ["notice-call_planned", "reminder-call"]


async def test_a_call_made_on_its_eve_needs_no_reminder(rig: Rig) -> None:
    """The patient has just been told."""
    case_id = await decided(rig)
    rig.clock.now = STARTS - timedelta(hours=12)
    await planned(rig, case_id)
    await tomorrow(rig, STARTS - timedelta(hours=2))
    assert await keys(rig) == ["notice-call_planned"]


async def test_a_moved_call_keeps_its_entry_and_is_told_anew(rig: Rig) -> None:
    """The same id with a higher number, so that a calendar moves it; the reminder follows the new day."""
    case_id = await decided(rig)
    first = await planned(rig, case_id)
    second = await planned(rig, case_id, {**BODY, "starts_at": "2026-03-20T09:00:00-06:00"})
    assert first["appointment_id"] == second["appointment_id"]
    with rig.parts.database.read() as uow:
        kept = uow.appointments.get(first["appointment_id"])
    assert kept is not None
    assert kept.revision == 1
    await tomorrow(rig, STARTS - timedelta(hours=20))
    assert await keys(rig) == ["notice-call_planned", "notice-call_moved"]
    assert "La hora anterior ya no vale" in (await rig.screen("ana"))[-1]["text"]
    await tomorrow(rig, datetime(2026, 3, 19, 16, 0, tzinfo=UTC))
    assert (await keys(rig))[-1] == "reminder-call"


async def test_a_cancelled_call_is_told_and_never_brought_to_mind(rig: Rig) -> None:
    """The entry says so too; a second time there is nothing to cancel."""
    case_id = await decided(rig)
    await planned(rig, case_id)
    path = LINK.search((await rig.screen("ana"))[-1]["text"])
    first, second = [await act(rig, "coordinator", case_id, "appointment/cancel", {}) for _ in range(2)]
    await rig.send_all()
    assert (first.status_code, second.status_code, second.json()["rule"]) == (200, 409, "no_call")
    await tomorrow(rig, STARTS - timedelta(hours=20))
    assert await keys(rig) == ["notice-call_planned", "notice-call_cancelled"]
    assert path
    assert "STATUS:CANCELLED" in (await rig.web.get(path[1])).text


async def test_an_ended_case_is_reminded_of_nothing(rig: Rig) -> None:
    """Nor can a call be made for it."""
    case_id = await decided(rig)
    await planned(rig, case_id)
    assert (await act(rig, "physician", case_id, "decision", DECLINED)).status_code == 200
    await tomorrow(rig, STARTS - timedelta(hours=20))
    assert await keys(rig) == ["notice-call_planned"]
    refused = await act(rig, "physician", case_id, "appointment", BODY)
    assert (refused.status_code, refused.json()["rule"]) == (409, "case_ended")


async def test_the_reminder_counts_against_the_months_budget(rig: Rig) -> None:
    """Eight proactive texts in thirty days, whatever for: the ninth stays here, and staff are told."""
    case_id = await decided(rig)
    await planned(rig, case_id)
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        desk = rig.parts.turn.desk(uow)
        talk = desk.hold_conversations([case.conversation_id])[0]
        for _ in range(8):
            rig.parts.turn.apply.say(desk, talk, Prompt("nudge-later"), "notice")
        desk.finish()
        uow.commit()
    await rig.send_all()
    await tomorrow(rig, STARTS - timedelta(hours=20))
    sends = (await call(rig, "coordinator", "GET", f"/sends?case_id={case_id}")).json()["items"]
    assert [(send["state"], send["reason"]) for send in sends if send["message_key"] == "reminder-call"] == [("suppressed", "budget")]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ({"starts_at": "2026-03-01T10:00:00Z"}, "starts_in_the_past"),
        ({"starts_at": "2028-03-01T10:00:00Z"}, "starts_too_far_ahead"),
        ({"starts_at": "2026-03-12T10:30:00"}, "bad-body"),
        ({"starts_at": "2026-03-12T10:30:00Z", "minutes": 500}, "bad-body"),
        ({"starts_at": "soon"}, "bad-body"),
        ({}, "bad-body"),
    ],
)
async def test_a_time_that_cannot_be_is_422(rig: Rig, body: dict[str, Any], rule: str) -> None:
    """And the patient hears nothing."""
    case_id = await decided(rig)
    answer = await act(rig, "coordinator", case_id, "appointment", body)
    assert (answer.status_code, answer.json().get("rule", answer.json()["type"].rpartition("/")[2])) == (422, rule)
    await rig.send_all()
    assert await keys(rig) == []


async def test_a_call_may_be_made_before_a_decision_but_not_in_the_intake(rig: Rig) -> None:
    """A physician may want to hear the patient first."""
    case_id = await in_queue(rig)
    assert (await act(rig, "coordinator", case_id, "appointment", BODY)).status_code == 200
    await rig.simulate("luz", text="hola")
    refused = await act(rig, "coordinator", await rig.case_of("luz"), "appointment", BODY)
    assert refused.status_code in {404, 409}


def test_long_titles_are_folded_and_signs_escaped() -> None:
    """No line is longer than 75 octets, and what the format means something by is written out."""
    one = Appointment("a" * 32, "c", 1, NOW, 30, 0, "s", NOW, None, None)
    clinic = "Clínica; de Regeneración, Investigación y Ñandúes \\ " * 3
    made = entry(one, clinic, "es", NOW)
    assert max(len(line) for line in made.split(b"\r\n")) <= 75
    unfolded = made.decode().replace("\r\n ", "")
    assert "SUMMARY:Llamada con Clínica\\; de Regeneración\\, Investigación" in unfolded


@pytest.mark.parametrize("language", OFFERED)
def test_what_is_said_of_a_call_passes_the_guard_filled_in(language: str) -> None:
    """Dates, hours and links are no prices and no promises."""
    from bot.rules import shipped_rules

    known = {"date": "12 de marzo de 2026", "time": "10:30", "place": "Ciudad de México", "link": f"{PUBLIC}/calendar/{'bcdf' * 18}"}
    wanted = {
        "notice-call_planned": known,
        "notice-call_moved": known,
        "reminder-call": {**known},
        "notice-call_cancelled": {"date": known["date"]},
    }
    for key, variables in wanted.items():
        said = shipped_rules("Regeneris").render(Prompt(key, dict(variables)), language)
        assert not judge(said.text, language).blocked, said.text
