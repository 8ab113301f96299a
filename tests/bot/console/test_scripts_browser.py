"""The three pages in Chromium: nothing blocked, nothing inaccessible, nothing wider than the screen, nothing cut in print."""

import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from bot.commands.scripts import scripts
from messages.catalog import shipped
from tests.bot.console.chromium import chromium, page
from tests.bot.test_processes import run, started
from tests.ports import free_port

pytestmark = [pytest.mark.browser, pytest.mark.processes]
PAGES = ("/scripts", "/evidence-map", "/therapies")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the file."""
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product, served."""
    port = str(free_port())
    environment = {"APP_ENV": "test", "APP_DATA_DIR": str(tmp_path_factory.mktemp("var")), "PORT": port, "PATH": ""}
    assert run(environment, "migrate").returncode == 0
    with started(environment, "web"):
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_fits(browser: Browser, address: str, path: str, width: int, scheme: str) -> None:
    """No finding of axe, no complaint of the browser, no sideways scrolling."""
    with page(browser, width=width, scheme=scheme) as seen:
        seen.page.goto(address + path + ("?part=opening" if path == "/scripts" else ""))
        found = [(each["id"], each["nodes"][0]["html"][:90]) for each in Axe().run(seen.page).response["violations"]]
        wider = seen.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert (found, wider, seen.complaints) == ([], 0, [])


def test_the_whole_book_opens_without_a_complaint(browser: Browser, address: str) -> None:
    """Every text on one page, the policy unbroken, nothing wider than a phone."""
    with page(browser, width=390) as seen:
        seen.page.goto(f"{address}/scripts")
        wider = seen.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert (seen.page.locator("article.passage").count() > 300, wider, seen.complaints) == (True, 0, [])


def test_the_filter_works_without_a_script(browser: Browser, address: str) -> None:
    """A form and a link are enough."""
    with page(browser, width=1280, scripts=False) as seen:
        seen.page.goto(f"{address}/scripts")
        seen.page.get_by_role("combobox", name="Part").select_option("emergencies")
        seen.page.get_by_role("combobox", name="Language").select_option("pt")
        seen.page.get_by_role("button", name="Show").click()
        expect(seen.page).to_have_url(f"{address}/scripts?part=emergencies&state=&language=pt")
        expect(seen.page.locator("#emergency-call")).to_have_count(1)
        assert seen.page.locator('.cell[lang="es"]').count() == 0


def test_the_printed_book_holds_every_text(browser: Browser, tmp_path: Path) -> None:
    """A4, one language, each text from its first word to its last, no page without words."""
    from click.testing import CliRunner

    out = tmp_path / "book.html"
    assert CliRunner().invoke(scripts, ["--language", "es", "--out", str(out)]).exit_code == 0
    with page(browser, width=1280) as seen:
        seen.page.goto(out.as_uri())
        printed = PdfReader(BytesIO(seen.page.pdf(prefer_css_page_size=True)))
    size = printed.pages[0].mediabox
    assert (round(float(size.width)), round(float(size.height))) == (595, 842)
    pages = [solid(each.extract_text()) for each in printed.pages]
    assert all(pages)
    words = "".join(pages)
    plain = [key for key in sorted(shipped().keys("es")) if "{" not in shipped().source(key, "es")]
    lines = [solid(line) for key in plain for line in shipped().source(key, "es").splitlines() if line.strip()]
    assert [line for line in lines if line[:12] not in words or line[-12:] not in words] == []


def solid(text: str) -> str:
    """Text without spaces and without the ligatures that print puts in."""
    return "".join(unicodedata.normalize("NFKC", text).split())
