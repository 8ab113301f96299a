"""The day until which a case is deferred lies ahead of the clinic's own day, at the edges of which it is another day elsewhere."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.bot.console.people import signed_in
from tests.bot.reviewing import DEFERRED, LETTER, act, call, in_queue
from tests.bot.rig import running

EDGES = [
    ("America/Mexico_City", "2026-03-01T23:30"),
    ("America/Mexico_City", "2026-03-01T18:00"),
    ("America/Mexico_City", "2026-03-02T00:00"),
    ("Europe/Madrid", "2026-03-02T00:30"),
    ("Europe/Madrid", "2026-03-01T23:59"),
]
"""Zone of the clinic and its clock: by UTC it is the day after, the day after, the same, the day before, the same."""


def days(moment: str) -> tuple[str, str]:
    """The clinic's own day, and the next one."""
    day = int(moment[8:10])
    return f"2026-03-{day:02}", f"2026-03-{day + 1:02}"


@pytest.mark.parametrize(("zone", "moment"), EDGES)
async def test_the_day_to_look_again_is_after_the_clinics_day(sqlite_url: str, tmp_path: Path, zone: str, moment: str) -> None:
    """Tomorrow is taken, today is refused by name, whatever day it is in Greenwich."""
    today, tomorrow = days(moment)
    async with running(sqlite_url, tmp_path, clinic_timezone=zone) as rig:
        case_id = await in_queue(rig)
        rig.clock.now = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone))
        refused = await act(rig, "physician", case_id, "decision", {**DEFERRED, "follow_up_on": today})
        assert (refused.status_code, "follow_up_is_past" in refused.text) == (422, True)
        assert (await act(rig, "physician", case_id, "decision", {**DEFERRED, "follow_up_on": tomorrow})).status_code == 200
        assert (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()["status"] == "deferred"


@pytest.mark.parametrize(("zone", "moment"), EDGES)
async def test_the_page_before_the_signature_knows_the_same_day(sqlite_url: str, tmp_path: Path, zone: str, moment: str) -> None:
    """What the signature would refuse is named before it, and nothing else."""
    today, tomorrow = days(moment)
    async with running(sqlite_url, tmp_path, clinic_timezone=zone) as rig:
        case_id = await in_queue(rig)
        rig.clock.now = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone))
        async with signed_in(rig, "physician") as doctor:
            statuses = []
            for day in (today, tomorrow):
                answer = await doctor.decides(case_id, {**_form(), "follow_up_on": day})
                statuses.append(answer.status_code)
        assert statuses == [422, 200]


def _form() -> dict[str, Any]:
    questions = {f"{name}-{part}": value for name in DEFERRED["answers"] for part, value in (("yes", "no"), ("reason", "No consta."))}
    kept = {"outcome": "deferred", "reasons": "not_fit", "condition": DEFERRED["condition"], "letter": LETTER, "step": "confirm"}
    return {**questions, **kept}
