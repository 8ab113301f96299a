"""The measures as a page: every number opens its list, nothing names a patient, and the file hides small counts."""

import csv
import io
import re
from collections.abc import AsyncIterator
from html import unescape
from typing import Any

import httpx
import pytest

from bot import hygiene
from bot.console import wording
from bot.console.hygiene import COLUMNS
from bot.hygiene import CLOCKS, KEPT, LOSSES
from bot.hygiene_export import HIDDEN, WITHHELD, Cell, hide, lines
from bot.hygiene_marks import FATES
from tests.bot.console.people import Person, signed_in
from tests.bot.rig import Rig
from tests.bot.test_hygiene import a_week, report

PERIOD = "from=2026-02-28&to=2026-03-30"


@pytest.fixture
async def busy(rig: Rig) -> tuple[Rig, dict[str, str]]:
    """A clinic after a week."""
    return rig, await a_week(rig)


@pytest.fixture
async def ana(busy: tuple[Rig, dict[str, str]]) -> AsyncIterator[Person]:
    """A coordinator in front of it."""
    async with signed_in(busy[0], "coordinator") as one:
        one.step_up()
        yield one


def links(page: httpx.Response) -> list[tuple[int, str]]:
    """Every number that opens a list, with where it leads."""
    found = re.findall(r'<a class="number" href="([^"]+)">(\d+)</a>', page.text)
    return [(int(number), unescape(address)) for address, number in found]


def seen(response: httpx.Response) -> str:
    """The words of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


async def test_every_number_opens_a_list_of_that_length(ana: Person) -> None:
    """Walks every link of the page."""
    found = dict.fromkeys(links(await ana.get(f"/hygiene?{PERIOD}")))
    assert len(found) > 30
    for number, address in found:
        page = await ana.get(address)
        assert page.status_code == 200, address
        assert len(set(re.findall(r'href="/cases/([0-9a-f]+)"', page.text))) == number, address


async def test_the_list_of_the_declined_is_the_declined(ana: Person, busy: tuple[Rig, dict[str, str]]) -> None:
    """By its link, with its status and what it is a list of."""
    page = await ana.get(f"/hygiene/list?{PERIOD}&mark=fate:declined&mark=condition:knee_osteoarthritis", **{"Accept-Language": "en"})
    assert re.findall(r'href="/cases/([0-9a-f]+)"', page.text) == [busy[1]["declined"]]
    for words in ("Declined by a physician, in writing", "Knee", "1 case"):
        assert words.lower() in seen(page).lower()


@pytest.mark.parametrize("query", ["mark=fate:nothing", "mark=<script>", "loss=x", "loss=guard_stop&code=x", "mark=", "mark=a&mark=b"])
async def test_a_list_of_nothing_is_empty(ana: Person, query: str) -> None:
    """What is no mark of ours is behind no number."""
    page = await ana.get(f"/hygiene/list?{PERIOD}&{query}")
    assert (page.status_code, "/cases/" in page.text, "<script>" in page.text) == (200, False, False)


@pytest.mark.parametrize(("language", "words"), [("es", "Rechazados por un médico"), ("en", "Declined by a physician")])
async def test_the_page_speaks_both_languages(ana: Person, language: str, words: str) -> None:
    """With everything in words: fates, reasons, conditions, questions."""
    page = seen(await ana.get(f"/hygiene?{PERIOD}", **{"Accept-Language": language}))
    assert words in page
    assert not re.search(r"\bnot_fit\b|knee_osteoarthritis|ended_by_patient", page)


async def test_no_style_stands_in_the_page(ana: Person) -> None:
    """The strict policy would drop it: charts are drawn by attributes and classes."""
    page = await ana.get(f"/hygiene?{PERIOD}")
    assert "<svg" in page.text
    assert "style=" not in page.text
    assert "<style" not in page.text


async def test_the_bars_of_a_chart_fill_it(ana: Person) -> None:
    """Parts stand side by side and sum up to the whole."""
    page = await ana.get(f"/hygiene?{PERIOD}")
    chart = re.search(r'<svg class="chart".*?</svg>', page.text, re.DOTALL)
    assert chart is not None
    parts = [(float(x), float(width)) for x, width in re.findall(r'x="([\d.]+)" width="([\d.]+)"', chart[0])]
    assert len(parts) == len(FATES)
    assert abs(sum(width for _, width in parts) - 100) < 0.1
    assert [round(x, 1) for x, _ in parts] == [round(100 * place / 9, 1) for place in range(9)]


@pytest.mark.parametrize("query", ["from=2026-03-05&to=2026-03-01", "from=x", "to=9999-99-99"])
async def test_what_is_no_period_gets_a_page_that_says_so(ana: Person, query: str) -> None:
    """422 in words."""
    page = await ana.get(f"/hygiene?{query}", **{"Accept-Language": "en"})
    assert (page.status_code, "no period" in page.text) == (422, True)


async def test_too_long_a_period_says_so(ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never numbers over a part."""
    monkeypatch.setattr(hygiene, "MOST", 3)
    page = await ana.get(f"/hygiene?{PERIOD}", **{"Accept-Language": "en"})
    assert (page.status_code, "shorter period" in page.text) == (422, True)


async def test_an_empty_clinic_has_a_page(rig: Rig) -> None:
    """No number, no division by nothing."""
    async with signed_in(rig, "admin") as one:
        page = await one.get("/hygiene")
    assert page.status_code == 200
    assert '<svg class="chart"' not in page.text


async def test_a_low_share_of_declined_warns(ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words that ask, not accuse."""
    monkeypatch.setattr("storage.hygiene.Hygiene.decided", lambda _self, since, _until: (1, 40) if since.year == 2026 else (30, 100))
    page = seen(await ana.get(f"/hygiene?{PERIOD}", **{"Accept-Language": "en"}))
    assert "Unusually few were declined: 2 % of the decisions, against 30 %" in page


@pytest.mark.parametrize(
    ("role", "page", "list_"), [("coordinator", 200, 200), ("physician", 200, 200), ("auditor", 200, 403), ("admin", 200, 403)]
)
async def test_numbers_are_for_all_lists_for_who_works_with_cases(
    busy: tuple[Rig, dict[str, str]], role: str, page: int, list_: int
) -> None:
    """Who may not open a case sees no link to one."""
    async with signed_in(busy[0], role) as one:
        shown = await one.get(f"/hygiene?{PERIOD}")
        assert (shown.status_code, bool(links(shown))) == (page, list_ == 200)
        assert (await one.get(f"/hygiene/list?{PERIOD}&mark=fate:left")).status_code == list_


async def test_every_look_is_an_audit_row_without_a_condition(ana: Person) -> None:
    """Page, list and file; the period, and nothing of what was asked."""
    await ana.get(f"/hygiene?{PERIOD}")
    await ana.get(f"/hygiene/list?{PERIOD}&mark=condition:lupus")
    await ana.post("/hygiene/export", {"from": "2026-02-28", "to": "2026-03-30"})
    with ana.rig.parts.database.read() as uow:
        rows = [entry for entry in uow.audit.page(0, 999) if entry.action.startswith("hygiene.")]
    assert [row.action for row in rows] == ["hygiene.read", "hygiene.listed", "hygiene.exported"]
    assert "lupus" not in repr(rows)


async def test_the_file_asks_for_a_fresh_code(busy: tuple[Rig, dict[str, str]]) -> None:
    """A session alone takes no file."""
    async with signed_in(busy[0], "auditor") as one:
        answer = await one.post("/hygiene/export", {"from": "2026-02-28", "to": "2026-03-30"})
    assert (answer.status_code, answer.headers["location"].startswith("/step-up")) == (303, True)


async def test_the_file_holds_the_numbers_and_no_small_one(ana: Person, busy: tuple[Rig, dict[str, str]]) -> None:
    """Counts under five are hidden; no case is named."""
    answer = await ana.post("/hygiene/export", {"from": "2026-02-28", "to": "2026-03-30"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    told = {(row["measure"], row["name"], row["part"]): row["value"] for row in rows}
    assert tuple(rows[0]) == COLUMNS
    assert told["inquiries", "all", ""] == "9"
    assert {told["inquiries", "all", fate] for fate in FATES} == {HIDDEN}
    assert not {value for value in told.values() if value.isdigit() and 0 < int(value) < 5}
    assert not [case_id for case_id in busy[1].values() if case_id in answer.text]


def test_a_sum_never_tells_what_was_hidden() -> None:
    """With one hidden cell in a sum, the smallest other one is withheld, along rows and columns, until nothing can be told."""
    table = {("a", "x"): 2, ("a", "y"): 50, ("a", "z"): 20, ("b", "x"): 30, ("b", "y"): 40, ("b", "z"): 60, ("c", "x"): 0, ("c", "y"): 70}
    cells = {place: Cell("m", place[0], place[1], count, row=place[0], column=place[1]) for place, count in table.items()}
    hidden = hide(list(cells.values()))
    assert (hidden[cells["a", "x"]], hidden[cells["a", "z"]]) == (HIDDEN, WITHHELD)
    for line in ("a", "b", "c", "x", "y", "z"):
        parts = [cell for cell in cells.values() if line in {cell.row, cell.column}]
        gone = [cell for cell in parts if cell in hidden]
        assert len(gone) != 1, line
    assert cells["c", "x"] not in hidden


async def test_the_lines_say_every_measure(busy: tuple[Rig, dict[str, str]]) -> None:
    """What the page shows is in the file."""
    measures = {line[0] for line in lines(report(busy[0]))}
    assert measures >= {"inquiries", "reasons", "condition", "language", "question", "deadline", "lost", "declined_share", "decision_hours"}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_code_has_words(language: wording.Language) -> None:
    """Walks the lists of fates, losses, clocks and their states."""
    keys: list[Any] = [f"hygiene-fate-{fate}" for fate in FATES] + [f"hygiene-short-{fate}" for fate in FATES]
    keys += [f"hygiene-lost-{loss}" for loss in LOSSES] + [f"hygiene-clock-{clock}" for clock in CLOCKS]
    keys += [f"hygiene-kept-{state}" for state in KEPT]
    for key in keys:
        assert wording.said(key, language)
