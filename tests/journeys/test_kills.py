"""Web and worker die at random moments while patients write: nothing acknowledged is lost, nobody is answered twice beyond the bound.

The gates: at least 500 updates of at least 25 people, at least 20 kills, each on SQLite and on PostgreSQL.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Final

import pytest

from tests.journeys.evidence import Account, accounts, ending, unfinished
from tests.journeys.nursery import Nursery
from tests.journeys.patients import Patient, TelegramPhone, WhatsAppPhone
from tests.journeys.walker import HEALTHY
from tests.journeys.world import World, until, world

pytestmark = [pytest.mark.processes]

SEED: Final = 20260301
UPDATES: Final = 500
PEOPLE: Final = 26
KILLS: Final = 20
TOGETHER: Final = 13
IN_THE_AIR: Final = 4
"""Sends a worker may have in the air when it is killed, on average: what reliability.md 2.2 counts with."""
Story = Mapping[str, str | tuple[str, ...]]
STORIES: Final[Mapping[str, Story]] = {
    "healthy": HEALTHY,
    "anticoagulant": {**HEALTHY, "screening-ever": "[anticoagulant]"},
    "asks for the price": {**HEALTHY, "inquiry-tried": ("¿Cuánto cuesta el tratamiento?", "Terapia física")},
    "goes back": {**HEALTHY, "inquiry-hopes": ("atrás", "Caminar con menos dolor")},
    "emergency": {**HEALTHY, "inquiry-complaint": "Ahora mismo tengo un dolor fuerte en el pecho y no puedo respirar"},
    "refuses": {**HEALTHY, "consent-health_data": "[no]"},
}


@dataclass
class Crowd:
    """People with a story each, on both channels by turns."""

    world: World
    people: dict[str, tuple[str, Patient]] = field(default_factory=dict)

    async def come(self, number: int, story: str) -> None:
        """One more person, to the end of the story."""
        address = f"whatsapp:+52155{number:08}" if number % 2 else str(700_000 + number)
        phone = WhatsAppPhone(self.world, address) if number % 2 else TelegramPhone(self.world, int(address))
        patient = Patient(phone, STORIES[story], patience=180)  # a worker killed again and again says nothing all the while
        self.people[address] = (story, patient)
        await patient.walk()

    @property
    def patients(self) -> list[Patient]:
        """All of them."""
        return [patient for _, patient in self.people.values()]

    @property
    def updates(self) -> int:
        """Messages and taps so far."""
        return sum(len(patient.sent) for patient in self.patients)


@dataclass
class Killer:
    """Kills web or worker at seeded moments and starts it again at once."""

    world: World
    rng: random.Random = field(default_factory=lambda: random.Random(SEED))
    kills: Counter[str] = field(default_factory=Counter)

    async def rage(self) -> None:
        """Until `KILLS` are done."""
        while self.kills.total() < KILLS:
            await asyncio.sleep(self.rng.uniform(0.02, 0.8))
            name = self.rng.choice(("web", "worker"))
            await self.world.kill(name)
            self.kills[name] += 1
            await asyncio.sleep(self.rng.uniform(0.0, 0.2))
            await self.world.start(name)


async def visit(crowd: Crowd, killer: Killer) -> None:
    """People come, `TOGETHER` at a time, until there are enough of everything."""
    numbers = iter(range(100, 1000))
    stories = list(STORIES)

    async def line() -> None:
        while len(crowd.people) < PEOPLE or crowd.updates < UPDATES or killer.kills.total() < KILLS:
            number = next(numbers)
            await crowd.come(number, stories[number // 2 % len(stories)])

    await asyncio.gather(killer.rage(), *(line() for _ in range(TOGETHER)))


async def calm_reference(place: World) -> dict[tuple[str, bool], Patient]:
    """Each story once on each channel, with nobody killing."""
    crowd = Crowd(place)
    await asyncio.gather(*(crowd.come(number, story) for number, story in enumerate([one for one in STORIES for _ in "ab"])))
    return {(story, address.startswith("whatsapp")): patient for address, (story, patient) in crowd.people.items()}


async def test_kills_lose_nothing_and_answer_nobody_twice(
    tmp_path: Path, nursery: Nursery, empty_database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every conversation ends in the state, the transcript, the packet and the sends of an undisturbed run of the same story."""
    async with world(tmp_path / "world", empty_database_url, nursery) as place:
        assert (await place.command("migrate")).code == 0
        await place.start("web", "worker")
        calm = await calm_reference(place)
        crowd, killer = Crowd(place), Killer(place)
        await visit(crowd, killer)
        await until(lambda: unfinished(empty_database_url) == 0, 60, "every text has left")
        assert (await place.command("audit", "verify")).code == 0
        found = accounts(empty_database_url)
        copies = copies_sent(place)
        with capsys.disabled():
            print(figures(crowd, killer, copies, calm))
    assert (crowd.updates >= UPDATES, len(crowd.people) >= PEOPLE, killer.kills.total() >= KILLS) == (True, True, True)
    endings = {name: ending(account) for name, account in found.items()}
    wanted = {(story, whatsapp): endings[address_of(patient)] for (story, whatsapp), patient in calm.items()}
    assert [address_of(patient) for patient in calm.values() if saw_copies(patient, found[address_of(patient)])] == []
    undoubled = {name: story for name, (story, patient) in crowd.people.items() if not saw_copies(patient, found[name])}
    strange = [name for name, story in undoubled.items() if endings[name] != wanted[story, name.startswith("whatsapp")]]
    assert strange == [], (endings[strange[0]], wanted[undoubled[strange[0]], strange[0].startswith("whatsapp")])
    assert len(undoubled) > len(crowd.people) // 2
    lost = {name: patient.sent for name, (_, patient) in crowd.people.items() if not all_there(patient.sent, found[name])}
    assert lost == {}
    assert [patient.copies for patient in calm.values()] == [0] * len(calm)
    assert copies["whatsapp"] == [], when_copied(place)
    assert max(copies["telegram"], default=1) <= 2
    assert len(copies["telegram"]) <= killer.kills["worker"] * IN_THE_AIR


def address_of(patient: Patient) -> str:
    """How the database names this person's address."""
    phone = patient.phone
    return phone.address if isinstance(phone, WhatsAppPhone) else str(phone.chat) if isinstance(phone, TelegramPhone) else ""


def saw_copies(patient: Patient, account: Account) -> bool:
    """Whether Telegram showed this person more texts than were planned: who answers the copy of a question tells another story.

    Telegram takes no send id, so a text whose outcome a kill left unknown may come twice (reliability.md 2.2).
    """
    return isinstance(patient.phone, TelegramPhone) and len(patient.phone.screen()) > len(account.sends)


def all_there(sent: list[str], account: Account) -> bool:
    """Whether the transcript holds every message once and in order; of one who refused, only that there was one."""
    kept = [text for _, author, _, text in account.said if author == "patient"]
    refused = any(consent["kind"] == "health_data" and not consent["given"] for consent in account.case["consents"])
    return len(kept) == len(sent) if refused else kept == sent


def copies_sent(place: World) -> dict[str, list[int]]:
    """For every text that the provider took more than once: how often. WhatsApp by our send id, Telegram by equal neighbours in a chat."""
    by_send = Counter(message.callback for message in place.twilio.sent)
    runs: Counter[tuple[int, int]] = Counter()
    last: dict[int, tuple[str, int]] = {}
    for said in place.telegram.sent:
        text, run = last.get(said.chat, ("", 0))
        last[said.chat] = (said.text, run if said.text == text else run + 1)
        runs[said.chat, last[said.chat][1]] += 1
    return {"whatsapp": [n for n in by_send.values() if n > 1], "telegram": [n for n in runs.values() if n > 1]}


def when_copied(place: World) -> list[tuple[str, list[float]]]:
    """For each text that Twilio took more than once: its key and when (seconds of the machine's clock), to find out why."""
    times: dict[str, list[float]] = {}
    for message in place.twilio.sent:
        times.setdefault(message.callback, []).append(message.seen_at)
    return [(callback.rpartition("=")[2], at) for callback, at in times.items() if len(at) > 1]


def figures(crowd: Crowd, killer: Killer, copies: dict[str, list[int]], calm: Mapping[tuple[str, bool], Patient]) -> str:
    """What was measured, for a person to read."""
    acknowledged = sum(patient.acknowledged for patient in crowd.patients)
    sends = len(crowd.world.telegram.sent) + len(crowd.world.twilio.sent)
    people = f"{len(crowd.people)} people, {crowd.updates} updates ({acknowledged} acknowledged at once), {sends} sends"
    copied = f"copies: Telegram {len(copies['telegram'])}, WhatsApp {len(copies['whatsapp'])}"
    lines = [f"\n{people}, kills {dict(killer.kills)}, {copied}"]
    for name, patients in (("calm", list(calm.values())), ("under kills", crowd.patients)):
        acks, waits = ([time for patient in patients for time in getattr(patient, which)] for which in ("acks", "waits"))
        lines.append(f"{name}: acknowledged after {_spread(acks)}, next question sent after {_spread(waits)}")
    return "\n".join(lines)


def _spread(times: list[float]) -> str:
    cuts = quantiles(times, n=100)
    return f"median {cuts[49] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms"
