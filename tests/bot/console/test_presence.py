"""Who else has a case open: told by name, across processes, for a short time, without a word of the case."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.clock import real_now
from bot.console.live import CaseWatch
from storage.database import Database
from storage.presence import TYPES, VIEWS, Viewer
from tests.bot.console.chromium import chromium
from tests.bot.console.people import account, signed_in
from tests.bot.console.served import served
from tests.bot.reviewing import in_queue
from tests.bot.rig import Rig
from tests.conftest import DATA_KEY
from tests.databases import SqliteDatabases
from tests.storage.scene import NOW, arrive


def two(database: Database) -> tuple[int, str, str]:
    """A case and two people."""
    with database.write() as uow:
        case = arrive(uow).case
        ana, eva = (
            uow.staff.add(role="coordinator", name=name, email=f"{name}@clinic.example", password_hash="x", at=NOW)
            for name in ("Ana", "Eva")
        )
        uow.commit()
    return case.id, ana.staff_ref, eva.staff_ref


def beside(database: Database, case_pk: int, me: str, at: datetime) -> tuple[Viewer, ...]:
    """Who else is there."""
    with database.read() as uow:
        return uow.presence.others(case_pk, me, at)


def test_a_page_is_seen_from_another_process_and_runs_out(database_url: str) -> None:
    """One process writes, another reads; what is not renewed is gone after a short time."""
    here, there = Database(database_url, [DATA_KEY]), Database(database_url, [DATA_KEY])
    case_pk, ana, eva = two(here)
    with here.write() as uow:
        uow.presence.see(case_pk, ana, NOW)
        uow.commit()
    assert beside(there, case_pk, eva, NOW) == (Viewer(ana, typing=False),)
    assert beside(there, case_pk, ana, NOW) == ()
    assert beside(there, case_pk, eva, NOW + VIEWS + timedelta(seconds=1)) == ()
    for database in (here, there):
        database.close()


def test_typing_is_told_and_stops_by_itself(database: Database) -> None:
    """Whoever pressed no key for some seconds only looks."""
    case_pk, ana, eva = two(database)
    with database.write() as uow:
        uow.presence.see(case_pk, ana, NOW)
        uow.presence.type(case_pk, ana, NOW)
        uow.commit()
    assert beside(database, case_pk, eva, NOW) == (Viewer(ana, typing=True),)
    assert beside(database, case_pk, eva, NOW + TYPES + timedelta(seconds=1)) == (Viewer(ana, typing=False),)


def test_a_closed_page_is_gone_at_once_and_old_rows_do_not_pile_up(database: Database) -> None:
    """Leaving removes the row; looking at another case removes the person's rows that ran out."""
    case_pk, ana, eva = two(database)
    with database.write() as uow:
        other = arrive(uow, "2").case.id
        uow.presence.see(case_pk, ana, NOW)
        uow.presence.leave(case_pk, ana)
        assert uow.presence.others(case_pk, eva, NOW) == ()
        uow.presence.see(case_pk, ana, NOW)
        uow.presence.see(other, ana, NOW + VIEWS + timedelta(seconds=1))
        assert uow.presence.others(case_pk, eva, NOW) == ()


async def test_the_page_names_who_is_there_without_a_script(rig_on_both: Rig) -> None:
    """In the reader's language, when the page is made; the one who asks is not told of themselves."""
    rig = rig_on_both
    case_id = await in_queue(rig)
    eva = account(rig, "physician", name="Dra. Eva")
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "physician", member=eva) as doctor:
        assert "está viendo" not in (await doctor.get(f"/cases/{case_id}")).text
        assert "Dra. Eva está viendo este caso" in (await ana.get(f"/cases/{case_id}")).text
        await doctor.post(f"/cases/{case_id}/reply/verdict", {"text": "Buenas"})
        ana.web.cookies.set("candor_language", "en", domain="clinic.example")
        assert (await ana.get(f"/cases/{case_id}/presence")).text.strip() == '<span class="chip wait">Dra. Eva is typing a reply</span>'


async def test_asking_who_is_there_is_no_look_at_the_record(rig: Rig) -> None:
    """No audit row, no step of the case, and nothing for a role that reads no record."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "auditor") as auditor:
        assert (await ana.get(f"/cases/{case_id}/presence")).status_code == 200
        assert (await auditor.get(f"/cases/{case_id}/presence")).status_code == 403
    with rig.parts.database.read() as uow:
        assert [entry for entry in uow.audit.page(0, 500) if entry.actor == ana.member.staff_ref] == []


async def test_an_open_case_is_told_when_somebody_comes_types_and_goes(rig: Rig) -> None:
    """One event each, which holds nothing but its kind."""
    case_id, eva = await in_queue(rig), account(rig, "physician")
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        watch = CaseWatch(case.conversation_id, case.id, uow.changes.fingerprint(case.conversation_id, case.id), "ana")
        assert watch.look(uow) == [{"event": "presence"}]
        assert watch.look(uow) == []
        uow.presence.see(case.id, eva.staff_ref, real_now())
        assert watch.look(uow) == [{"event": "presence"}]
        uow.presence.type(case.id, eva.staff_ref, real_now())
        assert watch.look(uow) == [{"event": "presence"}]
        uow.presence.leave(case.id, eva.staff_ref)
        assert watch.look(uow) == [{"event": "presence"}]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the file."""
    with chromium() as one:
        yield one


@pytest.mark.browser
def test_two_windows_see_each_other(browser: Browser, sqlite_databases: SqliteDatabases, tmp_path: Path) -> None:
    """By themselves: one comes, types, and goes."""
    with served(sqlite_databases.fresh(tmp_path), tmp_path) as desk:
        case_id = desk.run(in_queue(desk.rig, "both"))
        ana, eva = (account(desk.rig, "coordinator", name=name) for name in ("Ana Coordina", "Eva Segunda"))
        with desk.seen_by(browser, ana) as one:
            one.page.goto(f"{desk.address}/cases/{case_id}")
            with desk.seen_by(browser, eva) as two_:
                two_.page.goto(f"{desk.address}/cases/{case_id}")
                expect(one.page.locator("#presence")).to_have_text("Eva Segunda is viewing this case")
                two_.page.locator("#reply-text").press_sequentially("Buenos", delay=5)
                expect(one.page.locator("#presence")).to_have_text("Eva Segunda is typing a reply")
                assert two_.complaints == []
            expect(one.page.locator("#presence")).to_have_text("")
            assert one.complaints == []
