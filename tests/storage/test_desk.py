"""Notes, clocks, saved views and the queue's page, as the desk needs them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from flows.session import Flag
from storage.board import CAP, Lane, Row, Sieve
from storage.case_queue import BadCursor
from storage.clocks import Clock
from storage.database import Database
from storage.saved_views import MOST
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import NOW, Scene, arrive, later

HOUR = timedelta(hours=1)
DAY_ENDS = NOW + 9 * HOUR


def queued(uow: UnitOfWork, user: str, *, priority: str = "routine", due: datetime | None = None, since: datetime = NOW) -> Scene:
    """A case in the queue."""
    scene = arrive(uow, user)
    uow.cases.hand_off(scene.case, priority=priority, at=since, due_at=due)
    return scene


def users(rows: Sequence[Row], scenes: dict[str, Scene]) -> list[str]:
    """Which of the scenes a page shows, in order."""
    names = {scene.case.case_id: name for name, scene in scenes.items()}
    return [names[row.case.case_id] for row in rows]


def shown(uow: UnitOfWork, scenes: dict[str, Scene], sieve: Sieve | None = None, limit: int = 50) -> list[str]:
    """The whole page, walked by cursor."""
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = uow.board.page(sieve or Sieve(), now=NOW, day_ends=DAY_ENDS, limit=limit, cursor=cursor)
        found += users(page.rows, scenes)
        cursor = page.next_cursor
        if cursor is None:
            return found


def five(uow: UnitOfWork) -> dict[str, Scene]:
    """Cases in every stretch of the order, made out of order."""
    return {
        "none": queued(uow, "1", since=later(-50)),
        "late": queued(uow, "2", due=NOW - HOUR),
        "old": queued(uow, "3", due=NOW + HOUR, since=later(-99)),
        "young": queued(uow, "4", due=NOW + HOUR, since=later(-9)),
        "red": queued(uow, "5", priority="emergency", since=later(5)),
    }


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_red_flags_then_deadlines_then_age(database: Database, limit: int) -> None:
    """Those without a deadline come last in their rank, not first; pages of any size tell the same."""
    with database.write() as uow:
        scenes = five(uow)
        assert shown(uow, scenes, limit=limit) == ["red", "late", "old", "young", "none"]


@pytest.mark.parametrize(
    ("sieve", "names"),
    [
        (Sieve(due="overdue"), ["late"]),
        (Sieve(due="today"), ["late", "old", "young"]),
        (Sieve(due="none"), ["red", "none"]),
        (Sieve(channel="whatsapp"), []),
        (Sieve(language="es", statuses=("new",)), ["red", "old", "young", "none"]),
        (Sieve(lanes=(Lane(owner="nobody"),)), ["red", "old", "young", "none"]),
        (Sieve(lanes=(Lane(owner="ana"),)), ["late"]),
        (Sieve(lanes=(Lane(owner="nobody", statuses=("claimed",)), Lane(owner="ana"))), ["late"]),
        (Sieve(lanes=(Lane(statuses=("no such status",)),)), []),
        (Sieve(lanes=(Lane(statuses=("new",)), Lane(owner="ana")), statuses=("claimed",)), ["late"]),
        (Sieve(statuses=("closed",)), []),
        (Sieve(done=True, statuses=("new",)), []),
    ],
)
def test_filters_let_through_what_they_name(database: Database, sieve: Sieve, names: list[str]) -> None:
    """Each by itself and together with its lanes; the count agrees."""
    with database.write() as uow:
        scenes = five(uow)
        uow.cases.claim(scenes["late"].case.case_id, "ana", NOW)
        assert shown(uow, scenes, sieve, limit=2) == names
        assert uow.board.count(sieve, now=NOW, day_ends=DAY_ENDS) == len(names)


def test_a_lane_of_what_is_late_holds_deadlines_that_have_passed(database: Database) -> None:
    """Whoever holds the case; neither what is due later nor what has no deadline."""
    with database.write() as uow:
        scenes = five(uow)
        uow.cases.claim(scenes["late"].case.case_id, "ana", NOW)
        sieve = Sieve((Lane(("new",), late=True), Lane(("claimed",), late=True)))
        assert (shown(uow, scenes, sieve), uow.board.count(sieve, now=NOW, day_ends=DAY_ENDS)) == (["late"], 1)


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_a_case_on_two_lanes_stands_on_the_page_once(database: Database, limit: int) -> None:
    """And counts once, however the pages are cut."""
    with database.write() as uow:
        scenes = five(uow)
        sieve = Sieve((Lane(owner="nobody"), Lane(("new",)), Lane(("new",), late=True)))
        assert shown(uow, scenes, sieve, limit=limit) == ["red", "late", "old", "young", "none"]
        assert uow.board.count(sieve, now=NOW, day_ends=DAY_ENDS) == len(scenes)


@pytest.mark.parametrize("rare", [400, 1])
def test_a_flag_is_found_whether_rare_or_frequent(database: Database, monkeypatch: pytest.MonkeyPatch, rare: int) -> None:
    """By the flag, or along the queue; a cleared one is not found."""
    monkeypatch.setattr("storage.board.RARE", rare)
    with database.write() as uow:
        scenes = five(uow)
        for name in ("old", "red"):
            uow.flags.add(scenes[name].case.id, [Flag("minor", "hard", "answer", "15", 3)], NOW)
        assert shown(uow, scenes, Sieve(flag="minor")) == ["red", "old"]
        uow.flags.clear(scenes["red"].case.id, "minor", "ana", NOW)
        assert shown(uow, scenes, Sieve(flag="minor")) == ["old"]


def test_ended_cases_are_listed_newest_first(database: Database) -> None:
    """In their own tab, page by page."""
    with database.write() as uow:
        scenes = five(uow)
        for seconds, name in enumerate(("late", "old", "young")):
            uow.cases.withdraw(scenes[name].case, later(seconds))
        assert shown(uow, scenes, Sieve(done=True), limit=2) == ["young", "old", "late"]
        assert shown(uow, scenes) == ["red", "none"]


def test_a_row_brings_packet_files_and_pause(database: Database) -> None:
    """What the page shows of a case, in one call for all."""
    with database.write() as uow:
        scene = queued(uow, "1")
        uow.cases.put_packet(scene.case, {"complaint": "rodilla"}, NOW)
        uow.clocks.pause(scene.case.id, NOW, "ana", "asked")
        row = uow.board.rows([scene.case.id, 999])[0]
        assert (row.packet, row.files, row.paused) == ({"complaint": "rodilla"}, 0, True)


@pytest.mark.parametrize("cursor", ["", "x", "e30", "WzEsMiwzXQ", "WzAsMCwiMjAyNiIsIjIwMjYiLDFd", "é"])
def test_a_made_up_cursor_is_refused(database: Database, cursor: str) -> None:
    """With a clear exception, whatever it holds."""
    with database.read() as uow, pytest.raises(BadCursor):
        uow.board.page(Sieve(), now=NOW, day_ends=DAY_ENDS, cursor=cursor)


def test_a_count_stops_at_its_cap(database: Database) -> None:
    """One more than the cap means "more"."""
    with database.write() as uow:
        for user in range(CAP + 3):
            queued(uow, str(user))
        assert uow.board.count(Sieve(), now=NOW, day_ends=DAY_ENDS) == CAP + 1


def test_the_soonest_clock_is_the_deadline_of_the_case(database: Database) -> None:
    """And the next one when it ends; none when the last has ended."""
    with database.write() as uow:
        case = queued(uow, "1").case
        assert uow.clocks.start(case.id, "resolution", NOW, NOW + 5 * HOUR)
        assert uow.clocks.start(case.id, "first_response", NOW, NOW + HOUR)
        assert not uow.clocks.start(case.id, "first_response", NOW, NOW + 9 * HOUR)
        seen = [due(uow, case.case_id)]
        uow.clocks.end(case.id, ["first_response"], NOW)
        seen.append(due(uow, case.case_id))
        uow.clocks.end(case.id, ["resolution"], NOW)
        assert [*seen, due(uow, case.case_id)] == [NOW + HOUR, NOW + 5 * HOUR, None]


def due(uow: UnitOfWork, case_id: str) -> datetime | None:
    """The case's deadline."""
    case = uow.cases.get(case_id)
    assert case is not None
    return case.due_at


def test_a_pause_moves_every_running_deadline(database: Database) -> None:
    """By exactly as long as it lasted; both ends are rows."""
    with database.write() as uow:
        case = queued(uow, "1").case
        uow.clocks.start(case.id, "resolution", NOW, NOW + 5 * HOUR)
        assert uow.clocks.pause(case.id, NOW + HOUR, "ana", "asked")
        assert not uow.clocks.pause(case.id, NOW + HOUR, "eva", "asked")
        assert due(uow, case.case_id) is None
        assert [clock.state(NOW + 9 * HOUR) for clock in uow.clocks.of(case.id)] == ["paused"]
        assert uow.clocks.resume(case.id, NOW + 3 * HOUR, "patient")
        assert not uow.clocks.resume(case.id, NOW + 3 * HOUR, "patient")
        assert due(uow, case.case_id) == NOW + 7 * HOUR
        only = uow.clocks.pauses(case.id)[0]
        assert (only.paused_at, only.paused_by, only.resumed_at, only.resumed_by) == (NOW + HOUR, "ana", NOW + 3 * HOUR, "patient")


CLOCK = Clock("resolution", NOW, NOW + 4 * HOUR, "", None)


@pytest.mark.parametrize(
    ("clock", "after", "state"),
    [
        (CLOCK, 0, "pending"),
        (CLOCK, 2.9, "pending"),
        (CLOCK, 3, "imminent"),
        (CLOCK, 4, "imminent"),
        (CLOCK, 4.1, "breached"),
        (replace(CLOCK, paused=True), 9, "paused"),
        (replace(CLOCK, ended="met", ended_at=NOW + 4 * HOUR), 9, "achieved"),
        (replace(CLOCK, ended="met", ended_at=NOW + 5 * HOUR), 9, "breached"),
        (replace(CLOCK, ended="cancelled", ended_at=NOW), 9, "cancelled"),
        (replace(CLOCK, due_at=NOW + HOUR), 0.7, "pending"),
        (replace(CLOCK, due_at=NOW + HOUR), 0.8, "imminent"),
    ],
)
def test_a_clock_says_how_it_stands(clock: Clock, after: float, state: str) -> None:
    """Imminent is the last hour, or the last quarter of a short target."""
    assert clock.state(NOW + after * HOUR) == state


def test_notes_are_kept_in_order_and_once(database: Database) -> None:
    """A form posted twice is one note."""
    with database.write() as uow:
        case = arrive(uow).case
        uow.notes.add(case.id, "llamar mañana", "ana", NOW)
        for _ in range(2):
            uow.notes.add(case.id, "¿puede seguir con Eliquis?", "ana", NOW, "question", note_id="form-1")
        assert [(note.kind, note.text) for note in uow.notes.of(case.id)] == [
            ("note", "llamar mañana"),
            ("question", "¿puede seguir con Eliquis?"),
        ]


def test_erasing_a_patient_blanks_the_notes(database: Database) -> None:
    """What staff wrote about a patient is the patient's data too."""
    with database.write() as uow:
        scene = arrive(uow)
        uow.notes.add(scene.case.id, "la hija se llama Lucía", "ana", NOW)
        uow.retention.erase_patient(scene.case.patient_ref, NOW)
        assert [note.text for note in uow.notes.of(scene.case.id)] == [""]


def test_saved_views_are_ones_own(database: Database) -> None:
    """Nobody sees or removes another's."""
    with database.write() as uow:
        assert uow.saved_views.add("ana", "Rodillas de hoy", "tab=unclaimed&due=today", NOW)
        mine = uow.saved_views.of("ana")
        assert [(view.name, view.query) for view in mine] == [("Rodillas de hoy", "tab=unclaimed&due=today")]
        assert uow.saved_views.of("eva") == []
        assert not uow.saved_views.remove("eva", mine[0].view_id)
        assert uow.saved_views.remove("ana", mine[0].view_id)


def test_a_saved_view_holds_codes_and_there_is_an_end_to_them(database: Database) -> None:
    """Words in a query are refused; so is one view too many."""
    with database.write() as uow:
        with pytest.raises(ValueError, match="codes"):
            uow.saved_views.add("ana", "x", "q=María", NOW)
        kept = [uow.saved_views.add("ana", "x", "tab=mine", NOW) for _ in range(MOST + 1)]
        assert kept == [True] * MOST + [False]
