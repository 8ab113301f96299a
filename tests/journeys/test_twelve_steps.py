"""An inquiry travels from a chat to the physicians' queue: twelve steps from outside, also with everything killed between any two."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
from twilio.request_validator import RequestValidator

from tests.fakes import telegram_says as says
from tests.journeys.evidence import accounts, ending, planted, unfinished
from tests.journeys.nursery import Nursery
from tests.journeys.patients import Patient, TelegramPhone, WhatsAppPhone
from tests.journeys.walker import HEALTHY
from tests.journeys.world import PUBLIC, SECRET, World, until, world

pytestmark = [pytest.mark.processes]

CHAT: Final = 990007
MARTA: Final = "whatsapp:+5215533377731"
WORD: Final = "canariorodilla"
NAME: Final = "Canarina Plumas"
STORY: Final = {**HEALTHY, "inquiry-complaint": f"Tengo artrosis en la rodilla derecha desde hace 2 años, {WORD}", "contact-name": NAME}
CANARIES: Final = (WORD, NAME, "5215533377731", SECRET, "TEST-token_for-the-fake", "f" * 32)
Answer = tuple[int, str, str]


@dataclass
class Journey:
    """The steps in order, each a coroutine over one world; what one finds out, the next one uses."""

    world: World
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    tapping: Patient = field(init=False)
    typing: Patient = field(init=False)

    def __post_init__(self) -> None:
        self.tapping = Patient(TelegramPhone(self.world, CHAT), STORY)
        self.typing = Patient(WhatsAppPhone(self.world, MARTA, NAME), STORY)

    @property
    def steps(self) -> tuple[Callable[[], Awaitable[None]], ...]:
        """All of them; the fakes are up already."""
        first = (self.migrate, self.make_staff, self.start, self.is_ready, self.write_once, self.repeat_five_times)
        return (*first, self.walk_half_way, self.walk_to_the_end, self.stands_in_the_queue, self.leaks_nothing, self.audit_holds)

    async def migrate(self) -> None:
        """An empty database gets its tables."""
        assert (await self.world.command("migrate")).code == 0

    async def make_staff(self) -> None:
        """A physician with a token."""
        assert len(await self.world.staff()) > 20

    async def start(self) -> None:
        """Web and worker."""
        if not self.world.running:
            await self.world.start("web", "worker")

    async def is_ready(self) -> None:
        """Every check passes."""
        answer = await self.world.http.get(f"{self.world.base}/readyz")
        assert (answer.status_code, answer.json()["ready"], set(answer.json()["checks"].values())) == (200, True, {True})

    async def write_once(self) -> None:
        """One signed update a channel, each answered once."""
        await self._deliver()
        for patient in (self.tapping, self.typing):
            phone = patient.phone
            await until(lambda phone=phone: bool(phone.screen()), 20, "an answer")  # type: ignore[misc] # a default binds the loop's name
        await until(lambda: unfinished(self.world.environment["DATABASE_URL"]) == 0, 20, "the whole of it")

    async def repeat_five_times(self) -> None:
        """The same deliveries again: the same HTTP answer, and nothing more on the screens."""
        before = [len(patient.phone.screen()) for patient in (self.tapping, self.typing)]
        for _ in range(5):
            await self._deliver()
        await self.world.command("worker", "--drain")
        assert [len(patient.phone.screen()) for patient in (self.tapping, self.typing)] == before
        assert {name: len(set(given)) for name, given in self.answers.items()} == {"telegram": 1, "whatsapp": 1}

    async def walk_half_way(self) -> None:
        """Nine answers of each patient, taps here and numbers there."""
        for _ in range(9):
            assert not any(await asyncio.gather(self.tapping.answer_next(), self.typing.answer_next()))

    async def walk_to_the_end(self) -> None:
        """The rest."""
        await asyncio.gather(self.tapping.to_the_end(), self.typing.to_the_end())

    async def stands_in_the_queue(self) -> None:
        """One case a patient, once, complete."""
        items = (await self.world.api("/queue"))["items"]
        assert sorted((item["channel"], item["status"], item["priority"]) for item in items) == [
            ("telegram", "new", "routine"),
            ("whatsapp", "new", "routine"),
        ]
        for item in items:
            assert right(await self.world.api(f"/cases/{item['case_id']}")) == []

    async def leaks_nothing(self) -> None:
        """No canary in any output, file or row."""
        assert planted(self.world, CANARIES) == []

    async def audit_holds(self) -> None:
        """The chain of audit rows is whole."""
        assert (await self.world.command("audit", "verify")).code == 0

    async def _deliver(self) -> None:
        """The first update of each channel, exactly as it came."""
        update = {"update_id": 4242, **says.said(CHAT, 1, "hola", date=1_772_377_200)}
        self.world.telegram.know(CHAT)
        secret = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        given = await self.world.http.post(f"{self.world.base}/webhooks/telegram", json=update, headers=secret)
        self.answers.setdefault("telegram", []).append(_answer(given))
        sid, fake = "SM" + "4" * 32, self.world.twilio
        fields = {"MessageSid": sid, "AccountSid": fake.account_sid, "From": MARTA, "To": fake.sender, "Body": "hola", "NumMedia": "0"}
        fields["ProfileName"] = NAME
        fake._last_inbound[MARTA] = fake.now()
        signature = RequestValidator(fake.auth_token).compute_signature(f"{PUBLIC}/webhooks/twilio/whatsapp", fields)
        url = f"{self.world.base}/webhooks/twilio/whatsapp"
        given = await self.world.http.post(url, data=fields, headers={"X-Twilio-Signature": signature})
        self.answers.setdefault("whatsapp", []).append(_answer(given))


def _answer(given: httpx.Response) -> Answer:
    return given.status_code, given.headers.get("content-type", ""), given.text


def right(case: dict[str, Any]) -> list[str]:
    """What is wrong with the packet of a healthy adult with a knee complaint."""
    given = {answer["step"]: answer for answer in case["answers"]}
    facts = {
        "indication": (case["indication"], ["knee_osteoarthritis"]),
        "tier": (case["evidence_tier"], "strong"),
        "language": (case["language"], "es"),
        "flags": ([flag["id"] for flag in case["flags"]], []),
        "age": (str(given["subject.age"]["value"]), "61"),
        "complaint": (given["inquiry.complaint"]["said"], STORY["inquiry-complaint"]),
        "understood": (case["expectation"]["understood"], True),
        "handed off": ([entry["action"] for entry in case["timeline"]].count("handed_off"), 1),
        "consents": (sorted((c["kind"], c["given"]) for c in case["consents"])[:2], [("health_data", True), ("messaging", True)]),
        "order": ([one["n"] for one in case["transcript"]], sorted({one["n"] for one in case["transcript"]})),
    }
    return [f"{name}: {found!r}, not {wanted!r}" for name, (found, wanted) in facts.items() if found != wanted]


async def travel(place: World, *, killing: bool) -> dict[str, tuple[object, ...]]:
    """Every step; with `killing`, everything that runs is killed after each and started again."""
    journey = Journey(place)
    for step in journey.steps:
        await step()
        if killing and place.running:
            await until(lambda: unfinished(place.environment["DATABASE_URL"]) == 0, 20, "nothing is in the air")
            await place.kill()
            await place.start("web", "worker")
    return {name: ending(account) for name, account in accounts(place.environment["DATABASE_URL"]).items()}


async def test_the_twelve_steps_end_alike_with_and_without_kills(
    tmp_path: Path, nursery: Nursery, empty_database_url: str, second_database_url: str
) -> None:
    """Both runs pass every step, and leave the same sessions, transcripts, packets, timelines and sends."""
    async with world(tmp_path / "calm", empty_database_url, nursery) as calm:
        undisturbed = await travel(calm, killing=False)
    async with world(tmp_path / "killed", second_database_url, nursery) as killed:
        assert await travel(killed, killing=True) == undisturbed
    assert set(undisturbed) == {str(CHAT), MARTA}
    assert not [text for _, author, _, text in undisturbed[MARTA][1] if author == "bot" and re.search(r"[¡!]", text)]  # type: ignore[attr-defined] # the transcript
