"""The baseline: asked once a physician has accepted, again when it is too old or was never answered, never of somebody not accepted."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from storage.check_ins import CheckIn
from tests.bot.checking import asked
from tests.bot.reviewing import ACCEPTED, ASKS, DECLINED, PAPER, act, call, decided
from tests.bot.rig import Rig, running

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 3, 3, 16, 0, tzinfo=UTC)
"""Ten o'clock in Mexico City."""


@pytest.fixture
async def rig(database_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """The runtime at noon in Mexico City."""
    async with running(database_url, tmp_path) as here:
        here.clock.now = START
        yield here


def rows(rig: Rig, case_id: str) -> dict[str, CheckIn]:
    """The check-ins of a case by milestone."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        return {row.milestone: row for row in uow.check_ins.of_case(case.id)}


async def paper(rig: Rig, case_id: str, step: str) -> None:
    """A paper of today."""
    body: dict[str, Any] = {**PAPER, "date": rig.clock().date().isoformat()}
    body = {"treated": {"date": body["date"]}, "consent": {"date": body["date"], "language": "es"}}.get(step, body)
    answer = await act(rig, "coordinator", case_id, step, body)
    assert answer.status_code == 200, answer.text


async def papers(rig: Rig, case_id: str, *steps: str) -> None:
    """Several papers of today."""
    for step in steps:
        await paper(rig, case_id, step)


def told(rig: Rig, case_id: str, milestone: str = "baseline") -> None:
    """The baseline is answered now."""
    row = rows(rig, case_id)[milestone]
    with rig.parts.database.write() as uow:
        assert uow.check_ins.end(row.check_in_id, "answered", "", rig.clock(), {"v": 1, "readings": [], "answers": [], "activities": []})
        uow.commit()


async def invitations(rig: Rig, patient: str = "ana") -> int:
    """How often the patient was asked."""
    return [item["message_key"] for item in await rig.screen(patient)].count("check-in-invitation")


async def test_an_acceptance_asks_for_it_the_next_morning(rig: Rig) -> None:
    """Not beside the letter; by the patient's own clock; the case stays where it stands."""
    case_id = await decided(rig)
    await asked(rig)
    assert (rows(rig, case_id)["baseline"].due_at, await invitations(rig)) == (NEXT_MORNING, 0)
    rig.clock.now = NEXT_MORNING
    await asked(rig)
    assert await invitations(rig) == 1
    assert (await call(rig, "coordinator", "GET", f"/cases/{case_id}")).json()["status"] == "accepted"


@pytest.mark.parametrize("body", [DECLINED, ASKS], ids=["declined", "needs_information"])
async def test_nobody_else_is_asked(rig: Rig, body: dict[str, Any]) -> None:
    """Before an acceptance it would promise a treatment."""
    case_id = await decided(rig, body)
    assert rows(rig, case_id) == {}


async def test_an_acceptance_taken_back_ends_it(rig: Rig) -> None:
    """Nothing leaves the next morning."""
    case_id = await decided(rig)
    assert (await act(rig, "physician", case_id, "decision", DECLINED)).status_code == 200
    rig.clock.now = NEXT_MORNING
    await asked(rig)
    assert (rows(rig, case_id)["baseline"].state, await invitations(rig)) == ("stopped", 0)


async def test_a_young_baseline_is_asked_once(rig: Rig) -> None:
    """Consent and treatment within six weeks add nothing."""
    case_id = await decided(rig)
    rig.clock.now = NEXT_MORNING
    await asked(rig)
    told(rig, case_id)
    rig.clock.move(days=20)
    await papers(rig, case_id, "quote", "protocol-summary", "consent")
    rig.clock.move(days=20)
    await paper(rig, case_id, "treated")
    assert "baseline_again" not in rows(rig, case_id)


async def test_one_older_than_six_weeks_is_asked_again_before_the_treatment(rig: Rig) -> None:
    """With the signed consent, the last step before it."""
    case_id = await decided(rig)
    rig.clock.now = NEXT_MORNING
    await asked(rig)
    told(rig, case_id)
    rig.clock.move(days=43)
    await papers(rig, case_id, "quote", "protocol-summary", "consent")
    assert rows(rig, case_id)["baseline_again"].due_at == NEXT_MORNING + timedelta(days=44)


async def test_one_that_grew_old_after_the_consent_is_asked_on_the_day(rig: Rig) -> None:
    """Counted to the day of the treatment."""
    case_id = await decided(rig)
    rig.clock.now = NEXT_MORNING
    await asked(rig)
    told(rig, case_id)
    await papers(rig, case_id, "quote", "protocol-summary", "consent")
    rig.clock.move(days=50)
    await paper(rig, case_id, "treated")
    assert rows(rig, case_id)["baseline_again"].due_at == NEXT_MORNING + timedelta(days=50)


async def test_one_never_answered_is_asked_again(rig: Rig) -> None:
    """Silence is no baseline."""
    case_id = await decided(rig)
    rig.clock.now = NEXT_MORNING
    await asked(rig)
    rig.clock.move(days=6)
    await asked(rig)
    assert rows(rig, case_id)["baseline"].state == "missed"
    await papers(rig, case_id, "quote", "protocol-summary", "consent")
    assert "baseline_again" in rows(rig, case_id)


async def test_a_treatment_on_the_day_of_the_acceptance_asks_at_once(rig: Rig) -> None:
    """What was to be asked tomorrow is asked today."""
    case_id = await decided(rig)
    await papers(rig, case_id, "quote", "protocol-summary", "consent", "treated")
    await asked(rig)
    assert (sorted(rows(rig, case_id)), await invitations(rig)) == (["12m", "14d", "1m", "2d", "3m", "6m", "baseline"], 1)


async def test_a_treatment_entered_late_asks_for_no_second_baseline(rig: Rig) -> None:
    """The one that was never asked is a person's to decide about, once."""
    case_id = await decided(rig)
    await papers(rig, case_id, "quote", "protocol-summary", "consent")
    rig.clock.move(days=3)
    answer = await act(rig, "coordinator", case_id, "treated", {"date": START.date().isoformat()})
    assert answer.status_code == 200, answer.text
    await asked(rig)
    found = rows(rig, case_id)
    assert ("baseline_again" in found, found["baseline"].due_at) == (False, START.replace(hour=16))


async def test_an_acceptance_amended_after_the_treatment_asks_nothing(rig: Rig) -> None:
    """A figure from after the treatment is no baseline."""
    case_id = await decided(rig)
    rig.clock.now = NEXT_MORNING
    await asked(rig)
    told(rig, case_id)
    await papers(rig, case_id, "quote", "protocol-summary", "consent", "treated")
    rig.clock.move(days=60)
    assert (await act(rig, "physician", case_id, "decision", ACCEPTED)).status_code == 200
    assert "baseline_again" not in rows(rig, case_id)


async def test_no_figure_from_after_the_day_of_the_treatment_is_a_baseline(rig: Rig) -> None:
    """One being asked closes with that day: no reminder of it follows, and the talk is over; one on the same day is still asked."""
    case_id = await decided(rig)
    rig.clock.now = NEXT_MORNING
    await asked(rig)
    await papers(rig, case_id, "quote", "protocol-summary", "consent", "treated")
    midnight = datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    assert rows(rig, case_id)["baseline"].window_ends_at == midnight
    rig.clock.now = midnight
    await asked(rig)
    assert (rows(rig, case_id)["baseline"].state, await invitations(rig)) == ("missed", 1)


async def test_one_asked_for_on_the_day_closes_with_it(rig: Rig) -> None:
    """Also where it replaces an older one, or had not been asked."""
    case_id = await decided(rig)
    await papers(rig, case_id, "quote", "protocol-summary", "consent", "treated")
    assert rows(rig, case_id)["baseline"].window_ends_at == datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
