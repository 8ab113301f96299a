"""The physician's call on the page of a case: planned by the clinic's clock, moved, cancelled, and refused where it cannot be."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from html import unescape

import httpx
import pytest

from tests.bot.console.people import Person, signed_in
from tests.bot.reviewing import in_queue
from tests.bot.rig import Rig

FORM = {"day": "2026-03-12", "time": "10:30", "minutes": "30"}
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
async def eva(rig: Rig) -> AsyncIterator[Person]:
    """A coordinator at the console."""
    async with signed_in(rig, "coordinator") as one:
        yield one


@pytest.fixture
async def ana(rig: Rig) -> str:
    """The case of a patient who waits for a physician."""
    return await in_queue(rig)


def seen(page: httpx.Response) -> str:
    """The words of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def starts(rig: Rig, case_id: str) -> datetime | None:
    """When the call that lies ahead begins."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        ahead = uow.appointments.ahead(case.id, rig.clock())
    return ahead.starts_at if ahead else None


async def test_a_call_is_planned_by_the_clinics_clock_and_shown(rig: Rig, eva: Person, ana: str) -> None:
    """Half past ten in Mexico City; the page says so and offers to move or cancel it."""
    done = await eva.post(f"/cases/{ana}/call", FORM)
    assert (done.status_code, starts(rig, ana)) == (303, datetime(2026, 3, 12, 16, 30, tzinfo=UTC))
    page = await eva.get(f"/cases/{ana}", **ENGLISH)
    assert ("Planned for" in seen(page), "Move the call" in seen(page), "Cancel the call" in seen(page)) == (True, True, True)


async def test_a_cancelled_call_is_gone_from_the_page(rig: Rig, eva: Person, ana: str) -> None:
    """A second time there is nothing to cancel, in words."""
    await eva.post(f"/cases/{ana}/call", FORM)
    assert (await eva.post(f"/cases/{ana}/call/cancel", {})).status_code == 303
    assert starts(rig, ana) is None
    again = await eva.post(f"/cases/{ana}/call/cancel", {}, **ENGLISH)
    assert (again.status_code, "No call is planned" in seen(again)) == (409, True)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"day": "2026-02-01"}, "That time has passed. Nothing was planned"),
        ({"day": "2026-02-01", "time": "03:00"}, "That time has passed"),
        ({"day": "2029-02-01"}, "more than a year ahead"),
        ({"day": "someday"}, "there is no such day"),
        ({"time": "25:00"}, "there is no such time"),
        ({"minutes": "a while"}, "between 5 and 240 minutes"),
        ({"minutes": "1000"}, "between 5 and 240 minutes"),
    ],
)
async def test_what_cannot_be_is_refused_in_words(rig: Rig, eva: Person, ana: str, changed: dict[str, str], words: str) -> None:
    """And nothing is planned."""
    done = await eva.post(f"/cases/{ana}/call", {**FORM, **changed}, **ENGLISH)
    assert (done.status_code, words in seen(done), starts(rig, ana)) == (422, True, None)


@pytest.mark.parametrize(("hour", "asked"), [("03:00", True), ("22:30", True), ("10:30", False)])
async def test_a_call_in_the_patients_night_is_asked_about_first(rig: Rig, eva: Person, ana: str, hour: str, asked: bool) -> None:  # noqa: FBT001 - parametrized
    """With their own hour; nothing is planned before, and another hour of the night is asked about again."""
    late = {**FORM, "time": hour}
    first = await eva.post(f"/cases/{ana}/call", {**late, "confirmed": "2026-03-12T02:00"}, **ENGLISH)
    assert (first.status_code, f"That would be {hour} for the patient" in seen(first)) == ((422, True) if asked else (303, False))
    assert (starts(rig, ana) is None) is asked
    if asked:
        assert f'value="{hour}"' in first.text
        assert (await eva.post(f"/cases/{ana}/call", {**late, "confirmed": f"2026-03-12T{hour}"})).status_code == 303
        assert starts(rig, ana) is not None
