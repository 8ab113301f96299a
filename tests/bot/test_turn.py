"""Turns: bursts, edits, late and poisonous messages, files, and the life of the case behind a conversation."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from PIL import Image

from bot.channels.base import Content, Edited, Sender, Text, Update
from bot.fetcher import Fetcher
from bot.parked import PAUSES, retry_parked
from bot.rules import Rules, shipped_rules
from flows.events import Event, LateTextReceived, MessageEdited, TextReceived
from flows.session import Outcome, Session
from storage.models import conversations, inbox
from tests.bot.rig import ANA, CHAT, Rig, running


def picture() -> bytes:
    """A small PNG."""
    drawn = BytesIO()
    Image.new("RGB", (4, 4), "red").save(drawn, "PNG")
    return drawn.getvalue()


PNG = picture()


@dataclass
class Recorder:
    """The shipped rules, with every event written down; a text of `poison` raises while it is set."""

    poison: str = ""
    events: list[Event] = field(default_factory=list)

    def rules(self) -> Rules:
        """The rules to run with."""
        shipped = shipped_rules("Regeneris")

        def advance(session: Session, event: Event) -> Outcome:
            if self.poison and isinstance(event, TextReceived) and self.poison in event.text:
                raise RuntimeError(event.text)
            self.events.append(event)
            return shipped.advance(session, event)

        return replace(shipped, advance=advance)

    def texts(self) -> list[str]:
        """The words of every text event."""
        return [event.text for event in self.events if isinstance(event, TextReceived)]


@pytest.fixture
def recorder() -> Recorder:
    """Rules that remember."""
    return Recorder()


@pytest.fixture
async def watched(sqlite_url: str, tmp_path: Path, recorder: Recorder) -> AsyncIterator[Rig]:
    """The runtime under these rules, without burst waits."""
    async with running(sqlite_url, tmp_path, rules=recorder.rules()) as one:
        yield one


@pytest.fixture
async def patient_rig(sqlite_url: str, tmp_path: Path, recorder: Recorder) -> AsyncIterator[Rig]:
    """The same with the longest burst wait, so that none ends by itself in the middle of a test; every ordinary text waits."""
    rules = replace(recorder.rules(), awaits_more=lambda _session, text: not {"pecho", "persona"} & set(text.split()))
    async with running(sqlite_url, tmp_path, rules=rules, burst_wait_seconds=30) as one:
        yield one


def wait_out(rig: Rig, until: sa.Column[Any] = conversations.c.burst_due_at) -> None:
    """Let every wait for the end of a burst, or of another kind, be over now."""
    with rig.parts.database.engine.begin() as connection:
        connection.execute(sa.update(until.table).where(until.is_not(None)).values({until: datetime(2020, 1, 1, tzinfo=UTC)}))


def hurry(rig: Rig) -> None:
    """Let every parked delivery be due now."""
    wait_out(rig, inbox.c.next_try_at)


async def end_bursts(rig: Rig) -> int:
    """What the worker does."""
    return await rig.parts.write(rig.parts.turn.end_bursts)


def statuses(rig: Rig) -> list[str]:
    """Status of every case, in the order of the queue."""
    every = ["intake", "new", "emergency_hold", "withdrawn_by_patient", "claimed"]
    with rig.parts.database.read() as uow:
        return [case.status for case in uow.cases.queue(statuses=every, limit=50).items]


async def test_a_burst_is_answered_once(patient_rig: Rig, recorder: Recorder) -> None:
    """Three texts typed in a row become one event with line breaks between them."""
    for text in ("me duele", "la rodilla", "desde enero"):
        await patient_rig.web.post("/simulator/api/ana/messages", json={"text": text})
    assert recorder.texts() == []
    wait_out(patient_rig)
    assert (await end_bursts(patient_rig), recorder.texts()) == (1, ["me duele\nla rodilla\ndesde enero"])


async def test_a_burst_ends_once(patient_rig: Rig, recorder: Recorder) -> None:
    """A second worker finds nothing."""
    await patient_rig.web.post("/simulator/api/ana/messages", json={"text": "me duele"})
    wait_out(patient_rig)
    assert [await end_bursts(patient_rig), await end_bursts(patient_rig), len(recorder.texts())] == [1, 0, 1]


async def test_a_burst_is_not_answered_before_its_time(patient_rig: Rig, recorder: Recorder) -> None:
    """Nothing is due while the patient may still be typing."""
    await patient_rig.web.post("/simulator/api/ana/messages", json={"text": "me duele"})
    assert (await end_bursts(patient_rig), recorder.texts()) == (0, [])


async def test_words_that_do_not_wait_let_the_waiting_ones_go_first(patient_rig: Rig, recorder: Recorder) -> None:
    """Order is kept: what waited, then what could not wait."""
    for text in ("me duele", "la rodilla", "quiero hablar con una persona"):
        await patient_rig.web.post("/simulator/api/ana/messages", json={"text": text})
    assert recorder.texts() == ["me duele\nla rodilla", "quiero hablar con una persona"]


async def test_danger_goes_before_the_waiting_words(patient_rig: Rig, recorder: Recorder) -> None:
    """The number is the next thing said; what waited is kept as late words and answered by nothing."""
    for text in ("me duele", "la rodilla", "me duele el pecho"):
        await patient_rig.web.post("/simulator/api/ana/messages", json={"text": text})
    assert [type(event).__name__ for event in recorder.events] == ["TextReceived", "LateTextReceived"]


async def test_a_tap_lets_the_waiting_words_go_first(patient_rig: Rig, recorder: Recorder) -> None:
    """A tap after words never overtakes them."""
    await patient_rig.web.post("/simulator/api/ana/messages", json={"text": "me duele"})
    await patient_rig.web.post("/simulator/api/ana/messages", json={"option": "es"})
    assert [type(event).__name__ for event in recorder.events] == ["TextReceived", "OptionChosen"]


async def test_a_flood_is_answered_as_it_comes(patient_rig: Rig, recorder: Recorder) -> None:
    """Waiting texts do not pile up without end."""
    for number in range(12):
        await patient_rig.web.post("/simulator/api/ana/messages", json={"text": f"texto {number}"})
    assert len(recorder.texts()) == 2


async def test_an_edit_of_a_waiting_text_replaces_it(patient_rig: Rig, recorder: Recorder) -> None:
    """What has not been used yet is simply what the patient now says."""
    rig = patient_rig
    sender = Sender("7", "telegram_user")
    account = rig.telegram.token.partition(":")[0]
    contents: tuple[Content, ...] = (Text("me duele la mano"), Edited("7:11", "me duele la rodilla"))
    for number, content in enumerate(contents):
        await asyncio.wrap_future(rig.parts.writer.submit(Update("telegram", account, str(number), sender, content, ref="7:11")))
    wait_out(rig)
    await end_bursts(rig)
    assert recorder.texts() == ["me duele la rodilla"]


async def test_an_edit_of_a_used_text_is_its_own_event(watched: Rig, recorder: Recorder) -> None:
    """It never overwrites an answer already used."""
    await watched.telegram.push_text(CHAT, "hola")
    sent = watched.telegram.deliveries[-1]
    assert sent.status == 200
    update = Update("telegram", watched.telegram.token.partition(":")[0], "e1", Sender("7", "telegram_user"), Edited("7:999", "adiós"))
    await asyncio.wrap_future(watched.parts.writer.submit(update))
    assert isinstance(recorder.events[-1], LateTextReceived)


async def test_an_edit_names_the_message_it_changes(watched: Rig, recorder: Recorder) -> None:
    """The event carries the number of the changed message, and the transcript shows the new words and keeps the old."""
    account, sender = watched.telegram.token.partition(":")[0], Sender("7", "telegram_user")
    contents: tuple[Content, ...] = (Text("hola"), Edited("7:11", "buenas"))
    for number, content in enumerate(contents):
        await asyncio.wrap_future(watched.parts.writer.submit(Update("telegram", account, str(number), sender, content, ref="7:11")))
    event = recorder.events[-1]
    assert isinstance(event, MessageEdited)
    with watched.parts.database.read() as uow:
        first = uow.messages.for_conversation(1)[0]
    assert (event.n, first.text, first.edits) == (1, "buenas", ("hola",))


async def test_a_poison_message_blocks_nobody(watched: Rig, recorder: Recorder) -> None:
    """The provider gets its 2xx, the patient's next message and everyone else's are handled."""
    recorder.poison = "veneno"
    statuses_ = [await watched.telegram.push_text(CHAT, text) for text in ("veneno", "hola")]
    await watched.simulate("ana", text="hola")
    assert (statuses_, recorder.texts()) == ([200, 200], ["hola", "hola"])


async def test_a_poison_message_in_a_batch_spoils_no_other(watched: Rig, recorder: Recorder) -> None:
    """A batch that fails is repeated one by one."""
    recorder.poison = "veneno"
    texts = ["hola", "veneno", "buenas", "buenos días"]
    answers = await asyncio.gather(
        *(watched.web.post(f"/simulator/api/p{number}/messages", json={"text": text}) for number, text in enumerate(texts))
    )
    assert ([answer.status_code for answer in answers], sorted(set(recorder.texts()))) == ([200] * 4, ["buenas", "buenos días", "hola"])


async def test_a_parked_message_is_handled_when_the_fault_is_mended(watched: Rig, recorder: Recorder) -> None:
    """The worker tries again, and the key still counts once."""
    recorder.poison = "veneno"
    await watched.simulate("ana", text="veneno")
    recorder.poison = ""
    hurry(watched)
    await retry_parked(watched.parts)
    with watched.parts.database.read() as uow:
        left = uow.inbox.list_parked()
    assert (recorder.texts(), left) == (["veneno"], [])


async def test_what_never_works_is_shown_to_a_person(watched: Rig, recorder: Recorder) -> None:
    """After five tries the case carries `could_not_process` and stands in the queue."""
    recorder.poison = "veneno"
    await watched.simulate("ana", text="veneno")
    for _ in range(len(PAUSES) + 3):
        hurry(watched)
        await retry_parked(watched.parts)
    with watched.parts.database.read() as uow:
        case = uow.cases.queue(limit=5).items[0]
        parked, tasks = uow.inbox.list_parked(), uow.tickets.open_page()
    assert (case.status, case.flags, len(parked), parked[0].next_try_at) == ("new", ("could_not_process",), 1, None)
    assert [ticket.kind for ticket in tasks] == ["could_not_process"]


async def test_a_dead_letter_can_be_replayed(watched: Rig, recorder: Recorder) -> None:
    """`deadletters replay` gives it fresh tries."""
    from bot.clock import real_now

    recorder.poison = "veneno"
    await watched.simulate("ana", text="veneno")
    for _ in range(len(PAUSES) + 3):
        hurry(watched)
        await retry_parked(watched.parts)
    recorder.poison = ""
    await watched.parts.write(lambda uow: uow.inbox.replay(uow.inbox.list_parked()[0].id, real_now()))
    await retry_parked(watched.parts)
    assert recorder.texts() == ["veneno"]


async def test_a_recovered_message_is_marked_late(watched: Rig) -> None:
    """What reconciliation brings stands in the transcript as late."""
    await watched.twilio.push_fields(ANA, {"Body": "hola"}, deliver=False)
    from bot.reconcile import missing

    assert [await missing(watched.parts), await missing(watched.parts)] == [1, 0]
    with watched.parts.database.read() as uow:
        first = uow.messages.for_conversation(1)[0]
    assert (first.text, first.late) == ("hola", True)


async def test_a_message_overtaken_by_newer_ones_answers_nothing(watched: Rig, recorder: Recorder) -> None:
    """It is kept and heard, but the open question has moved on."""
    account, sender = "AC1", Sender(ANA, "phone")
    new = Update("whatsapp", account, "2", sender, Text("hola"), ref="2")
    old = Update("whatsapp", account, "1", sender, Text("buenas"), ref="1", sent_at=watched.clock() - timedelta(hours=1))
    await asyncio.wrap_future(watched.parts.writer.submit(new))
    await asyncio.wrap_future(watched.parts.writer.submit(old, late=True))
    assert isinstance(recorder.events[-1], LateTextReceived)


async def test_a_first_message_that_came_late_is_answered(watched: Rig, recorder: Recorder) -> None:
    """Nobody overtook it: it begins the conversation."""
    old = Update("whatsapp", "AC1", "1", Sender(ANA, "phone"), Text("hola"), ref="1", sent_at=watched.clock() - timedelta(hours=1))
    await asyncio.wrap_future(watched.parts.writer.submit(old, late=True))
    assert isinstance(recorder.events[-1], TextReceived)


async def test_a_case_exists_from_the_first_message(rig_on_both: Rig) -> None:
    """Status `intake`, not in the default queue."""
    await rig_on_both.simulate("ana", text="hola")
    with rig_on_both.parts.database.read() as uow:
        waiting, every = uow.cases.queue().items, uow.cases.queue(statuses=["intake"]).items
    assert (len(waiting), len(every)) == (0, 1)


async def test_danger_words_hold_the_case(rig_on_both: Rig) -> None:
    """The alarm, the hold, and the text with the number, in one transaction."""
    rig = rig_on_both
    await rig.simulate("ana", text="me duele mucho el pecho ahora mismo y no puedo respirar")
    with rig.parts.database.read() as uow:
        case = uow.cases.queue().items[0]
        alarms, sends = uow.alarms.of(case.id), uow.outbox.for_case(case.case_id)
    assert (case.status, case.priority, len(alarms), sends[0].purpose) == ("emergency_hold", "emergency", 1, "emergency")


async def test_words_that_it_is_over_stand_on_the_held_case(rig_on_both: Rig) -> None:
    """Staff read them beside the alarm, and the case waits for a person as before."""
    rig = rig_on_both
    await rig.simulate("ana", text="me duele mucho el pecho ahora mismo y no puedo respirar")
    await rig.simulate("ana", text="perdón, fue falsa alarma")
    with rig.parts.database.read() as uow:
        case = uow.cases.queue().items[0]
        packet = uow.cases.packet(case) or {}
    assert (case.status, case.priority, "says_safe" in case.flags) == ("emergency_hold", "emergency", True)
    assert [flag["quote"] for flag in packet["flags"] if flag["id"] == "says_safe"] == ["perdón, fue falsa alarma"]


async def test_someone_who_left_and_comes_back_gets_a_new_case_when_one_is_needed(rig: Rig) -> None:
    """A closed case is not reopened: danger words open another."""
    await rig.simulate("ana", text="hola")
    await rig.simulate("ana", text="stop")
    await rig.simulate("ana", text="me duele mucho el pecho ahora mismo y no puedo respirar")
    assert statuses(rig) == ["emergency_hold", "withdrawn_by_patient"]


async def test_a_file_is_fetched_checked_and_sealed(rig: Rig) -> None:
    """The bytes lie encrypted beside the database, and the transcript shows them as stored."""
    await rig.simulate("ana", text="hola")
    answer = await rig.web.post("/simulator/api/ana/messages", files={"file": ("x.png", PNG, "image/png")})
    assert answer.status_code == 200, answer.text
    await Fetcher(rig.parts).round()
    with rig.parts.database.read() as uow:
        file = uow.messages.for_conversation(1)[2].attachments[0]
    stored = (rig.parts.files.folder / file.id).read_bytes()
    assert (file.status, rig.parts.files.get(file.id), PNG in stored) == ("stored", PNG, False)


async def test_a_file_that_lies_is_refused(rig: Rig) -> None:
    """HTML called a picture is not kept, and the patient is told."""
    await rig.simulate("ana", text="hola")
    await rig.web.post("/simulator/api/ana/messages", files={"file": ("x.png", b"<html>", "image/png")})
    await Fetcher(rig.parts).round()
    await rig.send_all()
    with rig.parts.database.read() as uow:
        messages = uow.messages.for_conversation(1)
    assert [file.status for m in messages for file in m.attachments] == ["rejected"]
    assert rig.parts.files.names() == []


async def test_a_blocked_bot_sends_nothing_more(rig: Rig) -> None:
    """The block is noted; writing again lifts it."""
    await rig.telegram.push_text(CHAT, "hola")
    await rig.telegram.push_membership(CHAT, blocked=True)

    def blocked(uow: Any) -> bool:
        return uow.people.get(1).blocked_at is not None

    assert await rig.parts.read(blocked)
    await rig.telegram.push_text(CHAT, "hola")
    assert not await rig.parts.read(blocked)
