"""Which step of a case's life does what to its clocks: one row per rule, over the steps as the product takes them."""

from datetime import datetime, timedelta

import pytest

from bot.case_clocks import ASKED, DECIDED, OVER, Targets, resume, risen
from bot.desk import Desk
from bot.settings import Settings
from bot.wiring import targets
from flows.handoff import STATUSES
from storage.database import Database
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import NOW, arrive

HOUR = timedelta(hours=1)
BEGUN = ("handed_off", "", "new")


def after(uow: UnitOfWork, *steps: tuple[str, str, str], priority: str = "routine") -> dict[str, str]:
    """The case's clocks and how they ended, after these steps an hour apart (action, from, to)."""
    case = arrive(uow).case
    uow.cases.hand_off(case, priority=priority, at=NOW, due_at=None)
    for place, (action, was, now) in enumerate(steps):
        Desk(uow, NOW + place * HOUR, NOW).note(case, action, actor="ana", was=was, now=now)
    found = uow.clocks.of(case.id)
    return {clock.kind: "paused" if clock.paused and not clock.ended else clock.ended or "runs" for clock in found}


@pytest.mark.parametrize(
    ("steps", "clocks"),
    [
        ([("opened", "", "intake")], {}),
        ([BEGUN], {"first_response": "runs", "resolution": "runs"}),
        ([BEGUN, ("claimed", "new", "claimed")], {"first_response": "runs", "resolution": "runs"}),
        ([BEGUN, ("message_written", "", "")], {"first_response": "met", "resolution": "runs"}),
        ([BEGUN, ("decided", "claimed", "accepted")], {"first_response": "met", "resolution": "met"}),
        ([BEGUN, ("decided", "claimed", "declined")], {"first_response": "met", "resolution": "met"}),
        ([BEGUN, ("decided", "claimed", ASKED)], {"first_response": "paused", "resolution": "paused"}),
        (
            [BEGUN, ("decided", "claimed", ASKED), ("questions_answered", ASKED, "physician_review")],
            {"first_response": "runs", "resolution": "runs"},
        ),
        ([BEGUN, ("withdrawn", "new", "withdrawn_by_patient")], {"first_response": "cancelled", "resolution": "cancelled"}),
        ([BEGUN, ("hold_lifted", "emergency_hold", "intake")], {"first_response": "cancelled", "resolution": "cancelled"}),
        ([BEGUN, ("ticket_opened", "", "")], {"first_response": "runs", "resolution": "runs"}),
    ],
)
def test_a_step_does_this_to_the_clocks(database: Database, steps: list[tuple[str, str, str]], clocks: dict[str, str]) -> None:
    """Nothing else does."""
    with database.write() as uow:
        assert after(uow, *steps) == clocks


@pytest.mark.parametrize(("priority", "hours"), [("emergency", 0), ("urgent", 4), ("routine", 24)])
def test_the_first_response_is_due_by_priority(database: Database, priority: str, hours: int) -> None:
    """An emergency at once."""
    with database.write() as uow:
        after(uow, BEGUN, priority=priority)
        case = uow.cases.queue(limit=1).items[0]
        assert case.due_at == NOW + hours * HOUR


def rising(uow: UnitOfWork, priority: str, *, paused: bool = False) -> datetime:
    """When the first response is due of a routine case that becomes more pressing two hours after it arrived."""
    case = arrive(uow).case
    uow.cases.hand_off(case, priority="routine", at=NOW, due_at=None)
    Desk(uow, NOW, NOW).note(case, "handed_off", was="intake", now="new")
    if paused:
        uow.clocks.pause(case.id, NOW + HOUR, "ana", "by_hand")
    uow.cases.press(case, priority, NOW + 2 * HOUR)
    risen(uow, case, NOW + 2 * HOUR, Targets())
    if paused:
        resume(uow, case, NOW + 10 * HOUR, "ana", Targets())
    return next(clock.due_at for clock in uow.clocks.of(case.id) if clock.kind == "first_response")


@pytest.mark.parametrize(("priority", "hours"), [("emergency", 2), ("urgent", 6), ("routine", 24)])
def test_a_case_that_becomes_more_pressing_is_due_sooner(database: Database, priority: str, hours: int) -> None:
    """As soon as one that arrived in that moment."""
    with database.write() as uow:
        assert rising(uow, priority) == NOW + hours * HOUR


def test_a_case_that_becomes_urgent_in_a_pause_is_due_soon_after_it(database: Database) -> None:
    """The patient is waited for; then the short target counts."""
    with database.write() as uow:
        assert rising(uow, "urgent", paused=True) == NOW + 14 * HOUR


def test_a_later_rise_gives_nobody_more_time(database: Database) -> None:
    """A deadline that is near stays."""
    with database.write() as uow:
        case = arrive(uow).case
        uow.cases.hand_off(case, priority="routine", at=NOW, due_at=None)
        Desk(uow, NOW, NOW).note(case, "handed_off", was="intake", now="new")
        uow.cases.press(case, "urgent", NOW + 23 * HOUR)
        risen(uow, case, NOW + 23 * HOUR, Targets())
        assert {clock.kind: clock.due_at for clock in uow.clocks.of(case.id)}["first_response"] == NOW + 24 * HOUR


def test_the_targets_are_the_clinics() -> None:
    """Settings in hours, and in which of them the clinic is open."""
    given = Settings(app_env="test", first_response_hours=8, urgent_response_hours=1, next_response_hours=6, resolution_hours=48)
    assert targets(given) == Targets(HOUR, 8 * HOUR, 6 * HOUR, 48 * HOUR)
    assert targets(Settings(app_env="test")) == Targets()
    kept = targets(Settings(app_env="test", clinic_hours="mon 09:00-18:00", clinic_timezone="Europe/Madrid")).hours
    assert (kept.zone, kept.alike()) == ("Europe/Madrid", [("mon", "mon", ("09:00-18:00",))])


def test_statuses_that_end_clocks_are_statuses() -> None:
    """A renamed status is not forgotten here."""
    assert {*DECIDED, *OVER, ASKED} <= set(STATUSES)
