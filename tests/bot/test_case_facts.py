"""The end of the intake tells what happens next: a reference to quote and how soon the clinic aims to answer, as the case stands."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.case_clocks import Targets
from bot.case_facts import QUOTED, WHEN_QUOTED, as_it_stands, as_it_stood, case_facts, span
from bot.replay import replay
from bot.rules import shipped_rules
from flows.handoff import STATUSES
from flows.opening_hours import OpeningHours, parse
from messages.guard import judge
from messages.prompt import OFFERED, Prompt
from storage.database import Database
from tests.bot.dialogue import SHIPPED, Dialogue
from tests.flows.patient import Reply

REF = "3f9a12bc" * 4
FRIDAY = datetime(2026, 3, 6, 23, 0, tzinfo=UTC)
"""17:00 at the clinic."""


def ended(database: Database, replies: Mapping[str, Reply] | None = None, targets: Targets | None = None) -> Dialogue:
    """Somebody who answered everything."""
    one = Dialogue(database).says("hola")
    if targets is not None:
        one.turn = replace(one.turn, targets=targets)
    return one.reaches("", replies or {})


def last(one: Dialogue) -> str:
    """The last text said."""
    return one.said()[-1][2]


def test_the_end_names_the_reference_staff_look_for(database: Database) -> None:
    """What the patient can quote finds the case by the search of the queue, and nothing longer was told."""
    one = ended(database)
    with database.read() as uow:
        case = uow.cases.get(one.case_id)
        assert case is not None
        quoted = case.patient_ref[:8]
        (found,), _, _ = uow.board.named(quoted, 5)
    assert f"Su referencia es {quoted}." in last(one)
    assert case.patient_ref[:9] not in last(one)
    assert found.case.case_id == one.case_id


def test_the_end_tells_the_target_of_the_priority(database: Database) -> None:
    """By when comes from the clinic's own settings."""
    told = last(ended(database, targets=Targets(routine_first=timedelta(hours=36), resolution=timedelta(days=7))))
    assert "en menos de 36 horas" in told
    assert "en menos de 7 días" in told


def test_a_change_of_targets_changes_nothing_that_was_said(database: Database) -> None:
    """A replay fills the text with what was told that day."""
    one = ended(database, targets=Targets(routine_first=timedelta(hours=36)))
    one.turn = replace(one.turn, targets=Targets())
    with database.read() as uow:
        found = replay(uow, one.case_id, shipped_rules)
    assert (found.first, found.rebuilt) == (None, len(one.said()))


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (timedelta(minutes=20), "within 1 hour"),
        (timedelta(hours=3.5), "within 4 hours"),
        (timedelta(hours=48), "within 48 hours"),
        (timedelta(hours=49), "within 3 days"),
        (timedelta(days=5), "within 5 days"),
    ],
)
def test_a_target_is_rounded_up(target: timedelta, said: str) -> None:
    """No sooner time is told than is aimed for."""
    assert SHIPPED.render(span(target), "en").text == said


@pytest.mark.parametrize(("priority", "hours"), [("routine", 24), ("urgent", 4), ("emergency", 4)])
def test_each_priority_has_its_own_time(priority: str, hours: int) -> None:
    """What staff owe at once is told as the urgent target: the chat promises no "now"."""
    assert case_facts("done-next", priority, REF, Targets(), FRIDAY)["first"] == Prompt("value-within_hours", {"n": hours})


@pytest.mark.parametrize(("priority", "hours", "days"), [("routine", 0, 5), ("urgent", 4, 0)])
def test_who_waits_for_the_clinic_to_open_is_told_the_whole_wait(priority: str, hours: int, days: int) -> None:
    """Where a routine clock counts opening hours only, 24 of them from Friday evening end on Wednesday; an urgent one counts every hour."""
    hour, day = Prompt("value-within_hours", {"n": hours}), Prompt("value-within_days", {"n": days})
    targets = Targets(hours=OpeningHours(parse("mon-fri 09:00-18:00"), "America/Mexico_City"))
    assert case_facts("done-next", priority, REF, targets, FRIDAY)["first"] == (hour if hours else day)


def test_other_texts_are_told_nothing_of_the_case() -> None:
    """A reference stands only where a text is written for it."""
    assert case_facts("done-reply", "routine", REF, Targets(), FRIDAY) == {}


def test_no_reference_is_read_as_something_it_is_not() -> None:
    """Letters and digits by chance look like a price or a number to call in no language."""
    chance = random.Random(7)
    for _ in range(150):
        told = case_facts("done-next", "routine", f"{chance.getrandbits(128):032x}", Targets(), FRIDAY)
        for language in OFFERED:
            text = SHIPPED.render(Prompt("done-next"), language, told).text
            assert judge(text, language).findings == (), text


@pytest.mark.parametrize("language", OFFERED)
def test_the_price_answer_knows_of_a_quote_that_was_issued(language: str) -> None:
    """It says that it was and whom to ask, with no figure, and no longer that one comes after a physician's review."""
    asked = Prompt("aside-price")
    said = {status: as_it_stands(asked, status) for status in ("", "physician_review", "quote_issued", "follow_up")}
    assert [prompt.key for prompt in said.values()] == ["aside-price", "aside-price", "aside-price_quoted", "aside-price_quoted"]
    text = SHIPPED.render(said["follow_up"], language).text
    word = SHIPPED.render(Prompt("aside-bot"), language, {"clinic": "x"}).text.split("“")[1].split("”")[0]
    assert (f"“{word}”" in text, any(letter.isdigit() for letter in text), judge(text, language).findings) == (True, False, ())


def test_a_replay_says_what_was_said_then() -> None:
    """Whatever the status of the case is by now."""
    asked = Prompt("aside-price")
    assert as_it_stood(asked, "aside-price_quoted") == as_it_stands(asked, "treated")
    assert as_it_stood(asked, "aside-price") == as_it_stood(asked, "person-noted") == asked


def test_statuses_with_a_quote_are_statuses() -> None:
    """A renamed status is not forgotten here."""
    assert set(STATUSES) >= QUOTED
    assert all(SHIPPED.render(Prompt(key), "es").text for key in WHEN_QUOTED.values())
