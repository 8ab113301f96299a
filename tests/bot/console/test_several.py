"""Several cases at once and their labels: each row by itself, without a script, told what did not work and why."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.console import wording
from storage.case_labels import LABELS
from storage.database import Database
from tests.bot.console.chromium import chromium
from tests.bot.console.people import Person, account, signed_in
from tests.bot.console.served import served
from tests.bot.console.test_queue import rows, words
from tests.bot.reviewing import in_queue
from tests.bot.rig import Rig
from tests.databases import SqliteDatabases
from tests.storage.scene import NOW, arrive


async def three(rig: Rig) -> list[str]:
    """Cases in the queue."""
    return [await in_queue(rig, name) for name in ("ana", "luis", "eva")]


async def ticks(person: Person, query: str = "tab=unclaimed") -> list[str]:
    """The values of the ticks on a page: case and version."""
    return re.findall(r'name="case" value="([0-9a-f]{32}:\d+)"', (await person.get(f"/queue?{query}")).text)


def holders(rig: Rig, case_ids: list[str]) -> list[str]:
    """Who holds each case."""
    with rig.parts.database.read() as uow:
        return [case.claimed_by for case_id in case_ids if (case := uow.cases.get(case_id))]


def test_a_label_is_on_a_case_once(database: Database) -> None:
    """Put on twice it is there once; taken off it is gone; the order is the list's."""
    with database.write() as uow:
        case_pk = arrive(uow).case.id
        put = [uow.labels.add(case_pk, label, "ana", NOW) for label in ("travels", "call_back", "travels")]
        assert (put, uow.labels.of([case_pk])) == ([True, True, False], {case_pk: ("call_back", "travels")})
        assert [uow.labels.remove(case_pk, "travels") for _ in range(2)] == [True, False]


@pytest.mark.parametrize("label", LABELS)
def test_every_label_has_words_in_both_languages(label: str) -> None:
    """A code alone is no button."""
    assert [wording.catalog().has(f"label-{label}", language) for language in wording.LANGUAGES] == [True, True]


async def test_ticked_rows_are_labelled_and_found_by_the_label(rig_on_both: Rig) -> None:
    """The label stands on the row, in the case, on its timeline, and as a code in the address."""
    rig = rig_on_both
    cases = await three(rig)
    async with signed_in(rig, "coordinator") as ana:
        chosen = (await ticks(ana))[:2]
        page = await ana.post("/queue/several", {"case": chosen, "act": "label", "label": "call_back", "query": "tab=unclaimed"})
        assert (page.status_code, rows(page)) == (200, cases)
        assert "Se cambiaron 2 casos." in words(page)
        assert words(page).count("Devolver la llamada") >= 2
        assert rows(await ana.get("/queue?tab=unclaimed&label=call_back")) == [tick[:32] for tick in chosen]
        assert "etiquetó Devolver la llamada" in words(await ana.get(f"/cases/{chosen[0][:32]}"))
        await ana.post(f"/cases/{chosen[0][:32]}/labels", {"label": "call_back", "act": "unlabel"})
        assert rows(await ana.get("/queue?tab=unclaimed&label=call_back")) == [chosen[1][:32]]


async def test_each_row_is_checked_on_its_own(rig_on_both: Rig) -> None:
    """One changed since, one held by another: named with the reason; the rest is done."""
    rig = rig_on_both
    await three(rig)
    eva = account(rig, "coordinator", name="Eva Segunda")
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "coordinator", member=eva) as other:
        chosen = await ticks(ana)
        await other.post(f"/cases/{chosen[0][:32]}/claim")
        page = await ana.post("/queue/several", {"case": chosen, "act": "hand-over", "to": eva.staff_ref, "note": "por turno"})
        assert "Se cambiaron 2 casos. 1 no se pudo:" in words(page)
        assert "El caso cambió mientras tanto" in words(page)
        assert holders(rig, [tick[:32] for tick in chosen]) == [eva.staff_ref] * 3
        assert "por turno" in (await other.get(f"/cases/{chosen[1][:32]}")).text
        page = await ana.post("/queue/several", {"case": await ticks(other, "tab=mine"), "act": "release"})
        assert "No se cambió ningún caso. 3 no se pudieron:" in words(page)
        page = await other.post("/queue/several", {"case": await ticks(other, "tab=mine"), "act": "release", "query": "tab=mine"})
        assert (rows(page), holders(rig, [tick[:32] for tick in chosen])) == ([], ["", "", ""])


async def test_a_failed_hand_over_leaves_no_claim_behind(rig: Rig) -> None:
    """Without a note nothing of the row's step remains."""
    await three(rig)
    eva = account(rig, "coordinator")
    async with signed_in(rig, "coordinator") as ana:
        chosen = await ticks(ana)
        page = await ana.post("/queue/several", {"case": chosen, "act": "hand-over", "to": eva.staff_ref, "note": ""})
        assert "Escriba primero una nota." in words(page)
    assert holders(rig, [tick[:32] for tick in chosen]) == ["", "", ""]


async def test_nothing_else_can_be_done_to_many(rig: Rig) -> None:
    """No decision, no unknown label, no empty choice; a case that is not there is named like any other failure."""
    await three(rig)
    async with signed_in(rig, "physician") as doctor, signed_in(rig, "auditor") as auditor:
        chosen = await ticks(doctor)
        for form in ({"case": chosen, "act": "decision"}, {"case": chosen, "act": "claim"}, {"act": "release"}, {}):
            assert (await doctor.post("/queue/several", form)).status_code == 422
        page = await doctor.post("/queue/several", {"case": [*chosen, "f" * 32, "<b>:x"], "act": "label", "label": "urgent"})
        assert "No se cambió ningún caso. 5 no se pudieron:" in words(page)
        assert "<b>" not in page.text
        assert (await auditor.post("/queue/several", {"case": chosen, "act": "label", "label": "travels"})).status_code == 403


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the file."""
    with chromium() as one:
        yield one


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_the_bar_comes_with_the_first_tick(browser: Browser, sqlite_databases: SqliteDatabases, tmp_path: Path, *, scripts: bool) -> None:
    """With a script and without one; with one, everything on the page is ticked at once."""
    with served(sqlite_databases.fresh(tmp_path), tmp_path) as desk:
        for name in ("ana", "luis"):
            desk.run(in_queue(desk.rig, name))
        with desk.seen_by(browser, account(desk.rig, "coordinator"), scripts=scripts) as seen:
            page = seen.page
            page.goto(f"{desk.address}/queue?tab=unclaimed")
            expect(page.locator("#several")).to_be_hidden()
            if scripts:
                page.locator("#pick-all").check()
                expect(page.locator("#several-count")).to_have_text("2 ticked")
            else:
                page.locator("input[name=case]").first.check()
            expect(page.locator("#several")).to_be_visible()
            page.get_by_role("button", name="Put on").click()
            expect(page.locator("#outcome")).to_contain_text("2 cases were changed." if scripts else "1 case was changed.")
            assert seen.complaints == []
