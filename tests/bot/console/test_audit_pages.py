"""The audit log on a page: who did what, found by person and by patient, page after page, and as a harmless file."""

import csv
import io
import re
from datetime import timedelta

import pytest

from bot.console.access import BROWSING, Access
from bot.console.csv_export import line
from tests.bot.console.people import Person, account, signed_in
from tests.bot.rig import Rig


async def a_case(rig: Rig, patient: str = "ana") -> tuple[str, str]:
    """A case and its patient's reference."""
    await rig.simulate(patient, text="hola")
    case_id = await rig.case_of(patient)
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
    assert case is not None
    return case_id, case.patient_ref


def rows_of(text: str) -> int:
    """Rows the page shows."""
    return len(re.findall(r'class="when"', text))


async def test_reading_a_record_is_on_the_page(rig_on_both: Rig) -> None:
    """With the reader's name, in words; and reading the log is a row too."""
    rig = rig_on_both
    case_id, _ref = await a_case(rig)
    reader = account(rig, "physician", name="Dra. Lectora")
    with rig.parts.database.write() as uow:
        Access(uow, reader, rig.clock(), rig.parts.rules).record(case_id)
        uow.commit()
    async with signed_in(rig, "auditor") as auditor:
        text = (await auditor.get("/audit")).text
        assert ("Dra. Lectora" in text, "Abrió el expediente" in text, case_id in text) == (True, True, True)
        assert "Leyó la auditoría" in (await auditor.get("/audit")).text


async def test_rows_are_found_by_person_by_case_and_by_patient(rig: Rig) -> None:
    """A patient's reference finds what was done to each of their cases."""
    (one, ref), (other, _) = await a_case(rig, "ana"), await a_case(rig, "bo")
    ana, bo = account(rig, "physician"), account(rig, "coordinator")
    with rig.parts.database.write() as uow:
        for staff, case_id in ((ana, one), (ana, other), (bo, one)):
            Access(uow, staff, rig.clock(), rig.parts.rules).note("case.read", case_id)
        uow.commit()
    async with signed_in(rig, "auditor") as auditor:

        async def found(query: str) -> int:
            return (await auditor.get(f"/audit?{query}")).text.count("Abrió el expediente")

        assert [await found(query) for query in (f"person={ana.staff_ref}", f"about={one}", f"about={ref}", f"person={bo.staff_ref}")] == [
            2, 2, 2, 1
        ]  # fmt: skip
        assert await found(f"person={ana.staff_ref}&about={ref}") == 1
        assert "No hay registros" in (await auditor.get("/audit?about=nothing")).text


async def test_pages_follow_by_key_without_gap_or_repetition(rig: Rig) -> None:
    """Also while rows are added above."""
    with rig.parts.database.write() as uow:
        for number in range(250):
            uow.audit.append(at=rig.clock(), actor="bot", action="probe.row", object=f"row-{number:03}")
        uow.commit()
    seen: list[str] = []
    async with signed_in(rig, "admin") as admin:
        path: str | None = "/audit?person=bot"
        while path:
            text = (await admin.get(path)).text
            seen += re.findall(r"row-\d{3}", text)
            older = re.search(r'href="(/audit\?[^"]*before=[^"]*)" rel="next"', text)
            path = older[1].replace("&amp;", "&") if older else None
    assert seen == [f"row-{number:03}" for number in reversed(range(250))]


@pytest.mark.parametrize("query", ["person=<b>", "about=a%20b", "about=" + "x" * 81, "before=-1", "before=x", "before=" + "9" * 20])
async def test_an_odd_filter_is_refused(rig: Rig, query: str) -> None:
    """422, and nothing of it on the page."""
    async with signed_in(rig, "auditor") as auditor:
        answer = await auditor.get(f"/audit?{query}")
        assert (answer.status_code, "<b>" in answer.text) == (422, False)


async def export(by: Person, **fields: str) -> list[list[str]]:
    """The file's rows."""
    answer = await by.post("/audit/export", {"reason": "inspection", **fields})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert answer.headers["content-disposition"] == 'attachment; filename="candor-audit.csv"'
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))


async def test_the_export_holds_every_row_and_is_one(rig: Rig) -> None:
    """More than one page of the database, newest first, itself at the top with its reason."""
    with rig.parts.database.write() as uow:
        for number in range(1100):
            uow.audit.append(at=rig.clock(), actor="bot", action="probe.row", object=str(number))
        uow.commit()
    async with signed_in(rig, "auditor") as auditor:
        auditor.step_up()
        header, first, *rest = await export(auditor)
        only = await export(auditor, person="bot")
    assert header == ["seq", "at", "actor", "name", "action", "object", "detail"]
    assert (first[4], '"reason": "inspection"' in first[6]) == ("audit.exported", True)
    numbers = [int(row[0]) for row in (first, *rest)]
    assert numbers == list(range(len(numbers), 0, -1))
    assert len([row for row in only if row[4] == "probe.row"]) == 1100


async def test_no_export_without_code_and_reason(rig: Rig) -> None:
    """The one-time code of ten minutes ago does not do, nor does a reason of one's own."""
    async with signed_in(rig, "auditor") as auditor:
        assert (await auditor.post("/audit/export", {"reason": "routine"})).headers["location"].startswith("/step-up?next=")
        auditor.step_up()
        assert (await auditor.post("/audit/export", {"reason": "I want to"})).status_code == 422
        assert (await auditor.post("/audit/export", {"reason": "routine", "person": "<b>"})).status_code == 422


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", '=HYPERLINK("http://x";"y")', "\0=1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    """It stands behind an apostrophe, and the row stays one row."""
    (read,) = csv.reader(io.StringIO(line(["first", cell, 7]), newline=""))
    assert (read[0], read[1], read[2]) == ("first", "'" + cell.replace("\0", ""), "7")


def test_harmless_cells_stay_as_they_are() -> None:
    """Accents, quotes, commas, line ends inside."""
    text = 'Núñez, "la doctora"\nde guardia'
    assert list(csv.reader(io.StringIO(line([text, "a-b", -3]), newline=""))) == [[text, "a-b", "-3"]]


async def test_browsing_records_is_told_to_the_auditor(rig: Rig) -> None:
    """Two hundred in ten minutes, once; the same number over a day is work."""
    case_id, _ref = await a_case(rig)
    hasty, steady = account(rig, "physician", name="Con Prisa"), account(rig, "physician", name="Con Calma")
    with rig.parts.database.write() as uow:
        for number in range(BROWSING + 3):
            Access(uow, hasty, rig.clock() + timedelta(seconds=number), rig.parts.rules).record(case_id)
        for number in range(BROWSING + 3):
            Access(uow, steady, rig.clock() + timedelta(minutes=4 * number), rig.parts.rules).record(case_id)
        uow.commit()
    async with signed_in(rig, "auditor") as auditor:
        text = (await auditor.get("/audit")).text
    assert (text.count("Con Prisa abrió 200 expedientes"), "Con Calma abrió" in text) == (1, False)


async def test_browsing_counts_across_transactions(rig: Rig) -> None:
    """Rows already written count with the one just made."""
    case_id, _ref = await a_case(rig)
    reader = account(rig, "physician")
    for _ in range(2):
        with rig.parts.database.write() as uow:
            for _number in range(BROWSING // 2):
                Access(uow, reader, rig.clock(), rig.parts.rules).record(case_id)
            uow.commit()
    with rig.parts.database.read() as uow:
        assert [row.actor for row in uow.audit.search(objects=["unusual"])] == [reader.staff_ref]
