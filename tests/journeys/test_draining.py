"""SIGTERM: real commands end with 0 in time, under load, with nothing half done; another worker goes on."""

import asyncio
from pathlib import Path

import pytest

from tests.journeys.evidence import accounts, unfinished
from tests.journeys.nursery import Nursery
from tests.journeys.patients import Patient, TelegramPhone, WhatsAppPhone
from tests.journeys.test_kills import STORIES
from tests.journeys.world import World, until, world

pytestmark = [pytest.mark.processes]

LIMIT = 25.0
"""SHUTDOWN_TIMEOUT_SECONDS by default."""


def people(place: World, count: int = 4) -> list[Patient]:
    """Some on each channel, patient enough for processes that end and start in the middle of their answer."""
    phones = [TelegramPhone(place, 600 + n) if n % 2 else WhatsAppPhone(place, f"whatsapp:+52155{n:08}") for n in range(count)]
    return [Patient(phone, STORIES["healthy"], patience=90) for phone in phones]


@pytest.mark.parametrize("names", [("serve",), ("web", "worker")], ids=["serve", "web and worker"])
async def test_each_process_drains_under_load(tmp_path: Path, nursery: Nursery, database_url: str, names: tuple[str, ...]) -> None:
    """Exit code 0 within the limit; no send is left of unknown outcome; after a new start everybody gets to the end."""
    async with world(tmp_path / "world", database_url, nursery, BURST_WAIT_SECONDS="0.1") as place:
        await place.start(*names)
        crowd = people(place)
        walks = [asyncio.create_task(patient.walk()) for patient in crowd]
        await until(lambda: sum(len(patient.sent) for patient in crowd) > 20, 60, "load")
        for name in names:
            code, seconds = await place.end(name)
            assert (code, seconds < LIMIT) == (0, True)
        states = {state for account in accounts(database_url).values() for _, _, state in account.sends}
        assert states & {"unknown", "sending", "leased"} == set()
        await place.start(*names)
        await place.command("reconcile")
        for walk in asyncio.as_completed(walks):
            await walk
        assert [account.case["status"] for account in accounts(database_url).values()] == ["new"] * len(crowd)


async def test_another_worker_goes_on(tmp_path: Path, nursery: Nursery, database_url: str) -> None:
    """Of two workers one is asked to end in the middle: it ends with 0, nobody notices, no text leaves twice."""
    async with world(tmp_path / "world", database_url, nursery, BURST_WAIT_SECONDS="0.1") as place:
        await place.start("web", "worker", "worker2")
        crowd = people(place)
        walks = [asyncio.create_task(patient.walk()) for patient in crowd]
        await until(lambda: sum(len(patient.sent) for patient in crowd) > 20, 60, "load")
        assert (await place.end("worker"))[0] == 0
        await asyncio.gather(*walks)
        await until(lambda: unfinished(database_url) == 0, 20, "every text has left")
        assert [patient.copies for patient in crowd] == [0] * len(crowd)
