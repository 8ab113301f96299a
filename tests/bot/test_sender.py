"""The sender: what each answer of a provider leads to, and what never leaves."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import (
    ChannelDown,
    ContentRefused,
    NotSent,
    Outgoing,
    Paced,
    RecipientGone,
    SendError,
    SendUnknown,
    Sent,
    WindowClosed,
)
from bot.channels.whatsapp_contents import ContentSids
from bot.clock import real_now
from bot.pacing import LIMITS, Pace
from bot.sender import Sender
from storage.outbox import Send
from tests.bot.rig import ANA, CHAT, Rig, running


class Answers:
    """A channel whose provider answers as told, last answer for ever; keeps what it was handed."""

    name = "telegram"

    def __init__(self, *answers: SendError | Exception | None, window: int | None = None, template: bool = False) -> None:
        self.answers, self.window_hours, self.template = list(answers), window, template
        self.taken: list[Outgoing] = []

    async def send(self, outgoing: Outgoing) -> Sent:
        """The next answer."""
        self.taken.append(outgoing)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer is not None:
            raise answer
        return Sent(f"ref-{len(self.taken)}")

    async def fetch(self, locator: str, *, limit: int) -> bytes:
        """Nothing."""
        raise AssertionError(locator, limit)

    def has_template(self, key: str, language: str) -> bool:
        """As told."""
        return self.template and bool(key) and bool(language)

    async def close(self) -> None:
        """Nothing."""


async def planned(rig: Rig, channel: Answers) -> None:
    """One answer waits for a Telegram patient."""
    await rig.telegram.push_text(CHAT, "hola")
    rig.parts.channels["telegram"] = channel  # type: ignore[assignment]  # a stand-in for the real channel


def sends(rig: Rig) -> list[Send]:
    """Every send of the only case."""
    with rig.parts.database.read() as uow:
        case = uow.cases.queue(statuses=["intake", "new", "emergency_hold"], limit=5).items[0]
        return uow.outbox.for_case(case.case_id)


def tickets(rig: Rig) -> list[str]:
    """Kinds of open tasks for staff."""
    with rig.parts.database.read() as uow:
        return [ticket.kind for ticket in uow.tickets.open_page()]


def hurry(rig: Rig) -> None:
    """Let every wait and every lease be over now."""
    import sqlalchemy as sa

    with rig.parts.database.engine.begin() as connection:
        connection.execute(sa.text("UPDATE outbox SET wait_until = '2020-01-01 00:00:00.000000' WHERE finished_at IS NULL"))


TABLE = [
    (None, "accepted", []),
    (NotSent("ConnectError"), "planned", []),
    (Paced("429", retry_after=5), "planned", []),
    (ChannelDown("401"), "planned", []),
    (SendUnknown("ReadTimeout"), "unknown", []),
    (RuntimeError("what no channel should raise"), "unknown", []),
    (WindowClosed("63016"), "parked", ["send_parked"]),
    (RecipientGone("403"), "failed", []),
    (ContentRefused("400"), "failed", ["send_failed"]),
]


@pytest.mark.parametrize(
    ("answer", "state", "tasks"), TABLE, ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None
)
async def test_each_answer_leads_to_its_state(rig: Rig, answer: SendError | None, state: str, tasks: list[str]) -> None:
    """One row per class of answer: the state of the send, and the task for staff where a person is needed."""
    await planned(rig, Answers(answer))
    await rig.sender.round()
    await rig.sender.settle()
    assert (sends(rig)[0].state, tickets(rig)) == (state, tasks)


async def test_every_class_of_answer_has_a_row() -> None:
    """A new `SendError` is not forgotten here nor in the sender."""
    classes = set(SendError.__subclasses__())
    assert classes == {type(answer) for answer, _, _ in TABLE if isinstance(answer, SendError)}
    assert classes == set(Sender._REACTIONS)


async def test_a_text_not_sent_is_tried_again_and_arrives_once(rig: Rig) -> None:
    """No byte left: the retry is safe."""
    channel = Answers(NotSent("ConnectError"), None)
    await planned(rig, channel)
    await rig.send_all()
    hurry(rig)
    await rig.send_all()
    assert (sends(rig)[0].state, sends(rig)[0].attempts, len(channel.taken)) == ("accepted", 2, 2)


async def test_an_unknown_outcome_is_repeated_once_then_given_to_a_person(rig: Rig) -> None:
    """Never more than two copies of one text (reliability.md 2.2)."""
    channel = Answers(SendUnknown("ReadTimeout"))
    await planned(rig, channel)
    for _ in range(4):
        await rig.send_all()
        hurry(rig)
    assert (sends(rig)[0].state, sends(rig)[0].reason, len(channel.taken), tickets(rig)) == ("failed", "unknown", 2, ["send_unknown"])


async def test_a_crash_between_call_and_answer_repeats_at_most_once(rig: Rig) -> None:
    """A row that stayed in `sending` comes back uncertain in another process."""
    await planned(rig, Answers(None))
    claim = await rig.parts.write(lambda uow: uow.outbox.claim_due(rig.clock(), real_now(), 5, timedelta(seconds=30)))
    await rig.parts.write(lambda uow: uow.outbox.start_attempt(claim[0], real_now()))
    hurry(rig)
    after = Sender(rig.parts, jitter=lambda: 0.0)
    while await after.round():
        await after.settle()
    assert (sends(rig)[0].state, sends(rig)[0].attempts) == ("accepted", 2)


async def test_a_provider_that_stays_away_ends_with_a_person(rig: Rig) -> None:
    """After the window's end the retries stop and a task appears."""
    await planned(rig, Answers(NotSent("ConnectError")))
    await rig.send_all()
    rig.clock.move(hours=25)
    hurry(rig)
    await rig.send_all()
    assert (sends(rig)[0].state, tickets(rig)) == ("failed", ["send_failed"])


async def test_nothing_leaves_while_the_provider_asked_to_wait(rig: Rig) -> None:
    """`retry_after` silences the whole channel, whoever the text is for."""
    channel = Answers(Paced("429", retry_after=60), None)
    await planned(rig, channel)
    await rig.send_all()
    rig.telegram.know(8)
    await rig.telegram.push_text(8, "hola")
    await rig.send_all()
    assert len(channel.taken) == 1


async def test_a_person_who_blocked_us_gets_nothing_proactive(rig: Rig) -> None:
    """A refusal by the recipient blocks the address."""
    await planned(rig, Answers(RecipientGone("403")))
    await rig.send_all()
    with rig.parts.database.read() as uow:
        case = uow.cases.queue(statuses=["intake"], limit=1).items[0]
        address = uow.people.get(1)
    assert (address.blocked_at is not None, case.status) == (True, "intake")


async def test_the_guard_stops_a_text_whoever_wrote_it(rig: Rig) -> None:
    """A text that promises a cure is suppressed, counted, and a person is told."""
    await rig.simulate("ana", text="hola")
    case_id = await rig.case_of("ana")

    def plant(uow: Any) -> None:
        desk = rig.parts.turn.desk(uow)
        talk = desk.hold_conversations([uow.cases.get(case_id).conversation_id])[0]
        rig.parts.turn.apply.say_words(desk, talk, "Le garantizamos que se va a curar por 500 dólares.", author="staff", actor="x")
        desk.finish()

    await rig.parts.write(plant)
    await rig.send_all()
    last = sends(rig)[-1]
    assert (last.state, last.reason.startswith("guard:"), tickets(rig)) == ("suppressed", True, ["guard_blocked"])


async def test_a_text_that_cannot_be_judged_does_not_leave_and_holds_up_nobody(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in the guard itself: that text waits, another patient's leaves."""
    await rig.telegram.push_text(CHAT, "hola")
    with monkeypatch.context() as patch:
        patch.setattr("bot.send_checks.judge", lambda _text, _language: 1 / 0)
        await rig.send_all()
    rig.telegram.know(8)
    await rig.telegram.push_text(8, "hola")
    await rig.send_all()
    assert [message.chat for message in rig.telegram.sent] == [8]
    assert sends(rig)[0].state in {"planned", "accepted"}


async def test_texts_of_one_patient_leave_in_order(rig: Rig) -> None:
    """Two texts planned together arrive in the order of the transcript, even when the first one stumbles."""
    await rig.telegram.push_text(CHAT, "hola")
    await rig.send_all()
    rig.telegram.fail_next(502)
    await rig.telegram.push_tap(CHAT, "Español")
    await rig.send_all()
    hurry(rig)
    await rig.send_all()
    refs = [send.provider_ref for send in sends(rig) if send.state == "accepted"]
    assert refs == sorted(refs, key=lambda ref: int(ref.partition(":")[2]))


async def test_an_emergency_waits_for_no_pace(rig: Rig) -> None:
    """A full bucket holds an ordinary text, never the one with the number to call."""
    await rig.telegram.push_text(CHAT, "me duele mucho el pecho ahora y no puedo respirar")
    pace = Pace(LIMITS["telegram"])
    for _ in range(100):
        pace.took(str(CHAT))
    hasty = Sender(rig.parts, paces={**{name: Pace(limits) for name, limits in LIMITS.items()}, "telegram": pace})
    await hasty.round()
    await hasty.settle()
    assert sends(rig)[0].purpose == "emergency"
    assert len(rig.telegram.sent) >= 1


@pytest.fixture
async def rig_with_template(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """One approved template: the first question, in Spanish."""
    contents = ContentSids({"language-choose": {"es": "HX" + "1" * 32}})
    async with running(sqlite_url, tmp_path, contents=contents) as one:
        yield one


@pytest.mark.parametrize(("hours", "state"), [(1, "accepted"), (23.9, "accepted"), (23.95, "parked"), (30, "parked")])
async def test_the_window_is_judged_when_the_text_leaves(rig: Rig, hours: float, state: str) -> None:
    """Planned inside, executed outside: it is parked, and a task for staff appears."""
    rig.twilio.configure(receipts=[])
    await rig.twilio.push_text(ANA, "hola")
    rig.clock.move(hours=hours)
    await rig.send_all()
    assert (sends(rig)[0].state, tickets(rig)) == (state, ["send_parked"] if state == "parked" else [])


async def test_outside_the_window_an_approved_template_goes(rig_with_template: Rig) -> None:
    """With a ContentSid for key and language the text leaves as the template."""
    rig = rig_with_template
    rig.twilio.configure(receipts=[])
    rig.twilio.add_content("HX" + "1" * 32, "Hola. Elija el idioma.", ("Español", "English"))
    await rig.twilio.push_text(ANA, "hola")
    rig.clock.move(hours=30)
    await rig.send_all()
    assert sends(rig)[0].state == "accepted"


RECEIPTS: list[tuple[list[str], str]] = [
    (["sent", "delivered", "read"], "read"),
    (["read", "delivered", "sent"], "read"),
    (["delivered", "delivered"], "delivered"),
    (["sent", "failed"], "failed"),
]


@pytest.mark.parametrize(("statuses", "state"), RECEIPTS)
async def test_receipts_move_a_send_up_only(rig: Rig, statuses: list[str], state: str) -> None:
    """Late, repeated and out of order: the best known state stands."""
    rig.twilio.configure(receipts=[])
    await rig.twilio.push_text(ANA, "hola")
    await rig.send_all()
    await report(rig, statuses)
    assert sends(rig)[0].state == state


async def report(rig: Rig, statuses: list[str]) -> None:
    """Twilio's receipts for the only send."""
    from twilio.request_validator import RequestValidator

    from tests.bot.rig import PUBLIC

    send = sends(rig)[0]
    path = f"/webhooks/twilio/status?sid={send.send_id}"
    for status in statuses:
        fields = {"MessageSid": send.provider_ref, "MessageStatus": status, "AccountSid": rig.twilio.account_sid}
        headers = {"X-Twilio-Signature": RequestValidator(rig.twilio.auth_token).compute_signature(PUBLIC + path, fields)}
        assert (await rig.web.post(path, data=fields, headers=headers)).status_code == 200


async def test_a_lost_answer_is_settled_by_asking_twilio(rig: Rig) -> None:
    """The text was taken, the answer got lost: the list of messages tells, and no copy is sent."""
    rig.twilio.configure(receipts=[])
    await rig.twilio.push_text(ANA, "hola")
    rig.twilio.fail_next(500, act=True)
    await rig.send_all()
    assert sends(rig)[0].state == "unknown"
    hurry(rig)
    await rig.send_all()
    assert (sends(rig)[0].state, len(rig.twilio.sent)) == ("accepted", 1)
