"""`research export`: only who allows it, nobody recognisable, files that check, and one audit entry without a value."""

import csv
import hashlib
import json
import stat
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from bot.check_in_body import check_in_body
from bot.commands.research import research
from bot.research import Export
from bot.research_files import CHECKSUMS, COLUMNS, files_of
from flows.effects import CheckInEnded, Reading
from flows.protocol import load
from flows.scoring import score
from flows.session import Answer, Consent, Session, Value
from storage.database import Database
from storage.models import persons
from tests.bot.followed import START, Followed, answers, followed
from tests.conftest import DATA_KEY
from tests.follow_up import finished

CANARIES = ("Zafiro", "Quetzal", "5512340099", "bailar danzón")
"""A name, a word of the complaint, a number, an activity: planted in every record."""


@pytest.fixture(autouse=True)
def environment(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database as an operator reaches it."""
    given = {"APP_ENV": "test", "DATABASE_URL": database_url, "APP_DATA_DIR": str(tmp_path / "data"), "APP_DATA_KEYS": DATA_KEY}
    for name, value in given.items():
        monkeypatch.setenv(name, value)


def allowing(given: bool, *, age: int = 61, country: str = "MX", condition: str = "") -> Session:  # noqa: FBT001 - the first thing a reader looks for
    """A finished intake full of words, with this choice on research."""
    told: dict[str, tuple[Value, str]] = {
        "subject.age": (age, f"{age} años"),
        "inquiry.tried": ("Quetzal", "Quetzal"),
        "contact.name": ("Zafiro", "Zafiro"),
    }
    session = finished()
    given_answers = [
        replace(each, value=told[each.step][0], said=told[each.step][1]) if each.step in told else each for each in session.answers
    ]
    given_answers.append(Answer("contact.phone", "+525512340099", "+52 5512340099", None, START))
    if condition:
        given_answers = [replace(each, read=(condition,)) if each.step == "inquiry.complaint" else each for each in given_answers]
    consents = [replace(each, given=given) if each.kind == "research" else each for each in session.consents]
    return replace(session, display_name="Zafiro", country=country, answers=tuple(given_answers), consents=tuple(consents))


def follow(database: Database, user: str, session: Session, *, pain: float | None = 4.0, measure: str = "nrs_pain") -> Followed:
    """A treated person who answered the check-in of one month, with an activity in their own words."""
    with database.write() as uow:
        one = followed(uow, user, session)
        readings = (Reading(measure, "1", 1, (("pain", pain),), pain),)
        answers(uow, one, check_in_body(CheckInEnded("", "answered", (), readings, ("bailar danzón",), "es")))
        uow.commit()
    return one


def crowd(database: Database, count: int, session: Session, prefix: str = "p") -> list[Followed]:
    """Several people alike."""
    return [follow(database, f"{prefix}{place}", session) for place in range(count)]


def chooses(database: Database, one: Followed, kind: Any, *, given: bool, session_too: bool = True) -> None:
    """A person changes their mind later on."""
    with database.write() as uow:
        talk = uow.conversations.lock([one.conversation.id])[one.conversation.id]
        consent = Consent(kind, given, START + timedelta(days=40), "v", "0" * 64, "es")
        uow.consents.append(talk.id, talk.subject_id, [consent])
        if session_too:
            kept = tuple(each for each in talk.session.consents if each.kind != kind)
            talk.session = replace(talk.session, consents=(*kept, consent))
            talk.version += 1
            uow.conversations.save([talk])
        uow.commit()


def export(target: Path, *options: str) -> Result:
    """The command."""
    return CliRunner().invoke(research, ["export", str(target), *options])


def rows_of(target: Path) -> list[dict[str, str]]:
    """The rows written."""
    with (target / "rows.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def audit(database: Database) -> list[Any]:
    """Audit entries of exports."""
    with database.read() as uow:
        return [entry for entry in uow.audit.page(0, 500) if entry.action == "research.exported"]


def test_a_row_holds_codes_and_nothing_else(database: Database, tmp_path: Path) -> None:
    """Band, country, condition, days, milestone, instrument, scale, score."""
    crowd(database, 5, allowing(True))
    assert export(tmp_path / "out").exit_code == 0
    rows = rows_of(tmp_path / "out")
    assert [tuple(row) for row in rows] == [tuple(COLUMNS)] * 5
    shared = {tuple(row[name] for name in list(COLUMNS)[2:]) for row in rows}
    assert shared == {("60-64", "MX", "knee_osteoarthritis", "31", "1m", "nrs_pain", "pain", "4")}
    assert len({row["row"] for row in rows}) == len({row["participant"] for row in rows}) == 5


def test_no_byte_leads_back(database: Database, tmp_path: Path) -> None:
    """No planted name, word or number, no date, and no identifier of the record in any file, on the screen, or in the audit entry."""
    people = crowd(database, 6, allowing(True))
    said = export(tmp_path / "out").output
    told = said + "".join(path.read_text("utf-8") for path in (tmp_path / "out").iterdir()) + str(audit(database))
    ids = [name for one in people for name in (one.case.case_id, one.case.patient_ref)]
    assert [planted for planted in (*CANARIES, *ids, "2026-03", "2026-04") if planted in told.replace(str(audit(database)[0].at), "")] == []


def test_identifiers_are_drawn_anew(database: Database, tmp_path: Path) -> None:
    """Two exports of the same people share no row and no participant."""
    crowd(database, 5, allowing(True))
    for name in ("one", "two"):
        assert export(tmp_path / name).exit_code == 0
    one, two = ({row[name] for row in rows_of(tmp_path / out) for name in ("row", "participant")} for out in ("one", "two"))
    assert not one & two


def test_only_who_allows_it_is_in_it(database: Database, tmp_path: Path) -> None:
    """A no, or no answer, is left out."""
    crowd(database, 5, allowing(True))
    crowd(database, 3, allowing(False), "no")
    export(tmp_path / "out")
    assert len(rows_of(tmp_path / "out")) == 5


def test_who_takes_it_back_is_not_in_the_next_one(database: Database, tmp_path: Path) -> None:
    """And whoever allows it later is."""
    people = crowd(database, 7, allowing(True))
    export(tmp_path / "before")
    chooses(database, people[0], "research", given=False)
    export(tmp_path / "after")
    chooses(database, people[0], "research", given=True)
    export(tmp_path / "again")
    assert [len(rows_of(tmp_path / name)) for name in ("before", "after", "again")] == [7, 6, 7]


@pytest.mark.parametrize(("kind", "session_too"), [("health_data", True), ("research", False)])
def test_any_no_that_stands_counts(database: Database, tmp_path: Path, kind: str, session_too: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """A withdrawn consent to health data ends research too; where record and conversation differ the no is believed."""
    people = crowd(database, 6, allowing(True))
    chooses(database, people[0], kind, given=False, session_too=session_too)
    export(tmp_path / "out")
    assert len(rows_of(tmp_path / "out")) == 5


def test_an_erased_person_is_left_out(database: Database, tmp_path: Path) -> None:
    """Whatever their consents say."""
    people = crowd(database, 6, allowing(True))
    with database.write() as uow:
        uow.work.change(sa.update(persons).where(persons.c.id == people[0].address.person_id).values(erased_at=START))
        uow.commit()
    export(tmp_path / "out")
    assert len(rows_of(tmp_path / "out")) == 5


def test_small_groups_stay_home_and_rare_conditions_become_other(database: Database, tmp_path: Path) -> None:
    """Four people of one condition and three of another are seven of `other`; two of ninety-five take a neighbour with them."""
    crowd(database, 12, allowing(True))
    crowd(database, 4, allowing(True, condition="hip_osteoarthritis"), "hip")
    crowd(database, 3, allowing(True, condition="copd"), "lung")
    crowd(database, 2, allowing(True, age=95), "old")
    crowd(database, 6, allowing(True, age=50), "fifty")
    export(tmp_path / "out")
    groups = Counter((row["age_band"], row["condition"]) for row in rows_of(tmp_path / "out"))
    assert groups == {("60-64", "knee_osteoarthritis"): 12, ("60-64", "other"): 7}
    with (tmp_path / "out" / "groups.csv").open(encoding="utf-8", newline="") as file:
        assert {(row["age_band"], row["condition"]): int(row["people"]) for row in csv.DictReader(file)} == groups


def test_publishing_asks_for_eleven_alike(database: Database, tmp_path: Path) -> None:
    """Ten people are enough within the clinic only."""
    crowd(database, 10, allowing(True))
    export(tmp_path / "inside")
    export(tmp_path / "outside", "--publish")
    assert [len(rows_of(tmp_path / name)) for name in ("inside", "outside")] == [10, 0]
    told = json.loads((tmp_path / "outside" / "dictionary.json").read_text("utf-8"))
    assert (told["k"], told["for_publishing"]) == (11, True)


def test_what_is_on_no_list_of_codes_stays_home(database: Database, tmp_path: Path) -> None:
    """Whatever stands where an instrument's name should; it is said that something was left out, not what."""
    crowd(database, 5, allowing(True))
    follow(database, "odd", allowing(True), measure="Zafiro")
    done = export(tmp_path / "out")
    assert len(rows_of(tmp_path / "out")) == 5
    assert "1 figures were left out" in done.output


def test_a_score_that_could_not_be_made_is_empty(database: Database, tmp_path: Path) -> None:
    """Silence is never a number."""
    crowd(database, 4, allowing(True))
    follow(database, "silent", allowing(True), pain=None)
    export(tmp_path / "out")
    assert sorted(row["score"] for row in rows_of(tmp_path / "out")) == ["", "4", "4", "4", "4"]


def test_every_scale_of_an_instrument_is_a_row(database: Database, tmp_path: Path) -> None:
    """By its name and with its own score, days counted to the day the form was filled in; no total where there is none."""
    items = {item: 2.0 if item.startswith("Q") else None if item.startswith("SP") else 1.0 for item in load().measures["koos"].item_ids}
    scored = score(load().measures["koos"], items)
    reading = {"measure": "koos", "version": "1", "scorer": 1, "items": items, "value": scored.value, "scores": dict(scored.scores)}
    at = (START + timedelta(days=34)).isoformat()
    for place in range(5):
        with database.write() as uow:
            one = followed(uow, f"p{place}", allowing(True))
            row = answers(uow, one, check_in_body(CheckInEnded("", "answered", (), (), (), "es")))
            uow.check_ins.add_reading(row.check_in_id, {**reading, "mode": "form", "at": at}, "es")
            uow.commit()
    export(tmp_path / "out")
    rows = {(row["instrument"], row["scale"], row["score"], row["days_since_treatment"]) for row in rows_of(tmp_path / "out")}
    scales = {"pain": "75", "symptoms": "75", "adl": "75", "sport": "", "qol": "50"}
    assert rows == {("koos", scale, value, "34") for scale, value in scales.items()}
    told = json.loads((tmp_path / "out" / "dictionary.json").read_text("utf-8"))
    assert list(told["instruments"]["koos"]["scales"]) == list(scales)


def test_every_file_has_its_checksum(database: Database, tmp_path: Path) -> None:
    """All but the list itself, as `sha256sum -c` reads it; and nobody else on the machine may read them."""
    crowd(database, 5, allowing(True))
    export(tmp_path / "out")
    lines = (tmp_path / "out" / CHECKSUMS).read_text("utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "out").iterdir() if path.name != CHECKSUMS}
    assert told == found
    assert len(found) == 4
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").iterdir()} == {0o600}
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_the_dictionary_tells_every_column_and_instrument(database: Database, tmp_path: Path) -> None:
    """For programs and for readers alike."""
    crowd(database, 5, allowing(True))
    export(tmp_path / "out")
    told = json.loads((tmp_path / "out" / "dictionary.json").read_text("utf-8"))
    readable = (tmp_path / "out" / "dictionary.md").read_text("utf-8")
    rows = rows_of(tmp_path / "out")
    assert tuple(told["columns"]) == tuple(rows[0])
    assert set(told["instruments"]) == {row["instrument"] for row in rows}
    assert {row["milestone"] for row in rows} <= set(told["milestones"])
    assert all(f"`{name}`" in readable for name in (*told["columns"], *told["instruments"], *told["milestones"]))


def test_the_audit_entry_counts(database: Database, tmp_path: Path) -> None:
    """Who, when, how many; and the checksum by which an export is known again."""
    crowd(database, 7, allowing(True))
    export(tmp_path / "out")
    entry = audit(database)[0]
    sums = hashlib.sha256((tmp_path / "out" / CHECKSUMS).read_bytes()).hexdigest()
    counts = {"k": 5, "rows": 7, "people": 7, "withheld": 0, "unlisted": 0, "sha256": sums}
    assert (entry.actor, {name: value for name, value in entry.detail.items() if name != "account"}) == ("operator", counts)
    assert entry.detail["account"]


def test_a_directory_with_something_in_it_is_refused(database: Database, tmp_path: Path) -> None:
    """Nothing is written, nothing is noted, what was there stays."""
    crowd(database, 5, allowing(True))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine", "utf-8")
    (tmp_path / "file").write_text("mine", "utf-8")
    for target in (tmp_path / "full", tmp_path / "file", tmp_path / "missing" / "out"):
        done = export(target)
        assert (done.exit_code, "Nothing was written" in done.output) == (1, True)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["notes.txt"]
    assert audit(database) == []


def test_an_empty_directory_is_filled(database: Database, tmp_path: Path) -> None:
    """And no trace of the writing is left beside it."""
    crowd(database, 5, allowing(True))
    (tmp_path / "empty").mkdir()
    assert export(tmp_path / "empty").exit_code == 0
    assert len(rows_of(tmp_path / "empty")) == 5
    assert not list(tmp_path.glob(".research-*"))


def test_a_change_of_mind_while_it_runs_stops_it(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading and writing somebody says no: no file, no entry, and the command says to run it again."""
    people = crowd(database, 6, allowing(True))

    def meanwhile(export: Export) -> dict[str, bytes]:
        chooses(database, people[0], "research", given=False)
        return files_of(export)

    monkeypatch.setattr("bot.commands.research.files_of", meanwhile)
    done = export(tmp_path / "out")
    assert (done.exit_code, "run it again" in done.output) == (1, True)
    assert not (tmp_path / "out").exists()
    assert not list(tmp_path.glob(".research-*"))
    assert audit(database) == []
