"""What a release does to open conversations is counted before it goes live, and is what then happens."""

import json
from typing import Final

import pytest
from click.testing import CliRunner

from bot.commands.release_check import release_check
from bot.release_check import impact
from flows.release import mark
from storage import open_conversations
from storage.database import Database
from storage.open_conversations import Standing, standings
from tests.bot.dialogue import Dialogue
from tests.conftest import DATA_KEY

STEP: Final = "subject.age"
OLD: Final = "an older one"


def three(database: Database) -> dict[str, Dialogue]:
    """Three people at one question, each from another past of it; and one who is done with everything."""
    found = {name: Dialogue(database, user=name).says("hola").reaches(STEP) for name in ("same", "reworded", "gone")}
    found["same"].becomes(release=OLD)
    found["reworded"].becomes(release=OLD, asked="es:0000000000000000")
    found["gone"].becomes(release=OLD, step="subject.gone")
    found["new"] = Dialogue(database, user="new").says("hola").reaches("consent.health_data").taps("no")
    return found


def test_the_counts_are_what_then_happens(database: Database) -> None:
    """Each of the three meets the fate that was told."""
    people = three(database)
    with database.read() as uow:
        told = impact(standings(uow.work))
    assert {step.step: (step.stays, step.asked_again, step.to_person) for step in told.steps if step.step.startswith("subject")} == {
        STEP: (1, 1, 0),
        "subject.gone": (0, 0, 1),
    }
    for one in people.values():
        one.says("61")
    last = {name: one.said()[-1][1] for name, one in people.items()}
    assert last["same"] == people["same"].session.step.replace(".", "-") != "subject-age"
    assert (last["reworded"], last["gone"]) == ("subject-age", "person-waiting")
    assert [key for _, key, _ in people["reworded"].said()][-2] == "resume-context"
    with database.read() as uow:
        case = uow.cases.get(people["gone"].case_id)
        assert case is not None
        assert case.status == "new"
        assert uow.timeline.of(case.id)[-1].reason == "question_removed"


def test_nobody_is_moved_twice(database: Database) -> None:
    """Whoever was met by this release stays from then on."""
    for one in three(database).values():
        one.says("61")
    with database.read() as uow:
        told = impact(standings(uow.work))
    assert (told.total("asked_again"), told.total("to_person")) == (0, 0)


@pytest.mark.parametrize("status", ["held", "stopped", "with_person"])
def test_who_has_a_person_already_goes_to_none(status: str) -> None:
    """As `flows.release.meet` has it."""
    assert impact([Standing(status, "gone.step", "gone.step", "", 3)]).total("stays") == 3


def test_a_renamed_step_counts_under_its_name_of_today(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The map leads there, and the old name is told."""
    monkeypatch.setattr(open_conversations, "RENAMED", {"subject.old": STEP})
    one = Dialogue(database).says("hola").reaches(STEP).becomes(step="subject.old")
    assert one.session.step == "subject.old"
    with database.read() as uow:
        (step,) = impact(standings(uow.work)).steps
    assert (step.step, step.stays, step.renamed_from) == (STEP, 1, ("subject.old",))


def test_conversations_without_a_question_are_counted_apart() -> None:
    """Done, or not begun."""
    told = impact([Standing("done", "", "", "", 2), Standing("open", STEP, STEP, mark(STEP, "es"), 5)])
    assert (told.without_question, told.total("stays")) == (2, 5)


def test_the_command_tells_every_number(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As sentences, and as JSON."""
    for name, value in {"APP_ENV": "test", "DATABASE_URL": sqlite_url, "APP_DATA_KEYS": DATA_KEY}.items():
        monkeypatch.setenv(name, value)
    three(Database(sqlite_url, [DATA_KEY]))
    told = json.loads(CliRunner().invoke(release_check, ["--json"]).output)
    assert (told["stays"], told["asked_again"], told["to_person"], told["without_question"]) == (2, 1, 1, 0)
    words = CliRunner().invoke(release_check, [])
    assert words.exit_code == 0
    assert f"{STEP}: 1 stay, 1 asked again, 0 to a person" in words.output
    assert "subject.gone: 0 stay, 0 asked again, 1 to a person" in words.output
