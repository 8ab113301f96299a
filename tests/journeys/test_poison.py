"""A message whose turn raises: acknowledged, set aside, tried five times, then shown to a person; nobody else notices."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.evidence import accounts, planted, unfinished
from tests.journeys.nursery import Nursery
from tests.journeys.patients import Patient, TelegramPhone, WhatsAppPhone, sign_of
from tests.journeys.quick import POISON
from tests.journeys.world import World, until, world

pytestmark = [pytest.mark.processes]

ANA = "whatsapp:+5215540000001"
TRIES = 5


async def listed(place: World) -> list[dict[str, Any]]:
    """What `deadletters list` shows."""
    done = await place.command("deadletters", "list", "--json")
    assert done.code == 0
    return [json.loads(line) for line in done.out.splitlines() if line.startswith('{"id"')]


async def test_poison_is_parked_retried_shown_and_replayed(tmp_path: Path, nursery: Nursery, database_url: str) -> None:
    """2xx; five tries; a flag on the case in the queue; the patient's later words and other patients are served; replay gives new tries."""
    async with world(tmp_path / "world", database_url, nursery, BURST_WAIT_SECONDS="0") as place:
        await place.start("web", "worker")
        ana, eva = Patient(WhatsAppPhone(place, ANA)), Patient(TelegramPhone(place, 31))
        await ana.reach("subject-age")
        assert await place.twilio.push_text(ANA, f"{POISON} canario-veneno") == 200
        await eva.reach("subject-age")
        since = ana.mark()
        await place.twilio.push_text(ANA, "61")
        assert sign_of("inquiry-complaint") in "\n".join(await ana.heard(since))

        async def given_up() -> bool:
            return [(one["attempts"], one["next_try_at"]) for one in await listed(place)] == [(TRIES, None)]

        await until(given_up, 40, "five tries", every=1.0)
        (item,) = (await place.api("/queue"))["items"]
        case = await place.api(f"/cases/{item['case_id']}")
        assert (case["status"], [flag["id"] for flag in case["flags"]]) == ("new", ["could_not_process"])
        assert (item["flags"], "could_not_process" in [entry["reason"] for entry in case["timeline"]]) == (["could_not_process"], True)
        number = str((await listed(place))[0]["id"])
        replayed = await place.command("deadletters", "replay", number)
        assert (replayed.code, "1 of 1" in replayed.out) == (0, True)
        await until(lambda: unfinished(database_url) == 0, 20, "calm")
        assert planted(place, ["canario-veneno"]) == []


async def test_poison_that_was_mended_is_answered_on_replay(tmp_path: Path, nursery: Nursery, sqlite_url: str) -> None:
    """The next release can read it: replayed, it takes its place in the transcript and leaves the list."""
    async with world(tmp_path / "world", sqlite_url, nursery, BURST_WAIT_SECONDS="0") as place:
        await place.start("web", "worker")
        ana = Patient(WhatsAppPhone(place, ANA))
        await ana.reach("inquiry-complaint")
        await place.twilio.push_text(ANA, f"rodilla {POISON}")
        await place.kill()
        place.quick = False
        since = ana.mark()
        await place.start("web", "worker")
        assert (await place.command("deadletters", "replay", "--all")).code == 0
        await ana.heard(since)
        assert [one["text"] for one in accounts(sqlite_url)[ANA].case["transcript"] if POISON in one["text"]] == [f"rodilla {POISON}"]
        assert await listed(place) == []
