"""Follow-up lived through: a short form of the simulation on both databases, racing workers, and a year over the simulator channel."""

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import structlog

from benchmarks.check_ins import Outcome, simulate
from benchmarks.follow_up_world import BEGIN
from bot.check_ins import ask, handle
from bot.rules import shipped_rules
from bot.turn import Turn
from storage.database import Database
from storage.models import outbox
from tests.bot.rig import Rig, running
from tests.conftest import DATA_KEY
from tests.follow_up import Treated, treated

PATIENTS = 30
WORKERS = 6


@pytest.fixture(autouse=True)
def calm() -> Iterator[None]:
    """The simulated provider's faults fill no log."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    yield
    structlog.configure(**before)


async def test_every_check_in_is_sent_inside_its_window_or_given_to_a_person(database_url: str, tmp_path: Path) -> None:
    """400 days with dying workers, outages, steps of the clock and five zones; `benchmarks/check_ins.py` is the long form."""
    patients = PATIENTS if database_url.startswith("sqlite") else PATIENTS // 3
    outcome: Outcome = await simulate(database_url, tmp_path, patients, seed=7)
    assert outcome.broken == []
    assert outcome.kept + outcome.not_reached_yet == outcome.check_ins == patients * 7
    assert outcome.sent_inside > outcome.check_ins / 3
    assert outcome.kills > 0


def test_racing_workers_invite_everybody_once(database_url: str) -> None:
    """Six workers over the same due check-ins at the same time: one invitation each, none left over."""
    opened = Database(database_url, [DATA_KEY], busy_timeout=60)
    due = datetime(2026, 3, 4, 16, 0, tzinfo=UTC)
    people = _all_due(opened, due)
    turn = Turn(shipped_rules("Regeneris"), lambda: due, opened._new_id)
    gate = threading.Barrier(WORKERS)
    faults: list[BaseException] = []

    def work() -> None:
        gate.wait()
        try:
            for one in people:
                with opened.write() as uow:
                    handle(turn, one.conversation.id, uow)
                    uow.commit()
        except BaseException as fault:  # noqa: BLE001 - told by the main thread
            faults.append(fault)

    threads = [threading.Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with opened.write() as uow:
        again = [handle(turn, one.conversation.id, uow) for one in people]
        uow.commit()
    with opened.read() as uow:
        keys = Counter(str(row.dedupe_key) for row in uow.work.all(outbox.select()))
        states = [row.attempts for one in people for row in uow.check_ins.of_case(one.case.id) if row.milestone == "2d"]
    opened.close()
    assert faults == []
    assert (sorted(keys.values()), states, again) == ([1] * 12, [1] * 12, [0] * 12)


def _all_due(opened: Database, due: datetime) -> list[Treated]:
    """Twelve people with nothing but the check of the second day before them."""
    with opened.write() as uow:
        people = [treated(uow, f"p{n}", date(2026, 3, 2), at=datetime(2026, 3, 2, 18, 0, tzinfo=UTC)) for n in range(12)]
        rows = [row for one in people for row in uow.check_ins.of_case(one.case.id) if row.milestone != "2d"]
        for row in rows:
            uow.check_ins.end(row.check_in_id, "stopped", "test", due)
        uow.commit()
    return people


async def test_a_person_answers_a_month_by_the_simulator(sqlite_url: str, tmp_path: Path) -> None:
    """Invited, answered to the end, recorded with scores; the numbers and the picture are on the screen; staff see it in the list."""
    async with running(sqlite_url, tmp_path) as rig:
        rig.clock.now = BEGIN
        with rig.parts.database.write() as uow:
            one = treated(uow, "rosa", BEGIN.date(), at=BEGIN, channel="simulator", account="simulator")
            uow.commit()
        await _answers(rig, ("hola", "1", "5", "7", "subir escaleras", "saltar esta pregunta", "3"))
        rig.clock.now = BEGIN + timedelta(days=31)
        await _answers(rig, ("hola", "1", "5", "5", "6", "2", "1"))
        shown = await rig.screen("rosa")
        result = next(item for item in reversed(shown) if item["message_key"] == "check_in-results")
        assert "Dolor: 5 de 10. Menos es mejor. Antes: 7 (antes del tratamiento)." in result["text"]
        image = await rig.web.get(result["image_url"])
        assert (image.headers["content-type"], image.content[:4]) == ("image/png", b"\x89PNG")
        listed = (await rig.web.get("/api/v1/check-ins?from=2026-01-01&to=2027-06-01", headers=rig.staff("coordinator"))).json()["items"]
        assert {row["milestone"]: row["state"] for row in listed if row["case_id"] == one.case.case_id}["1m"] == "answered"
        with rig.parts.database.read() as uow:
            told = uow.check_ins.answered(one.case.id)
        values = {row["measure"]: row["value"] for row in told[-1].body["readings"]}
        assert values == {"nrs_pain": 5.0, "psfs": 6.0, "pgic": 2.0}


async def _answers(rig: Rig, texts: tuple[str, ...]) -> None:
    while await ask(rig.parts):
        await rig.send_all()
    for text in texts:
        rig.clock.move(minutes=1)
        await rig.simulate("rosa", text=text)
