"""The measures and "why this text?" in Chromium: nothing blocked, nothing inaccessible, nothing too wide, whole without JavaScript."""

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from starlette.applications import Starlette

from bot.console.session import IDLE
from bot.settings import Settings
from bot.web import make_app
from bot.wiring import assemble
from storage.database import Database
from tests.bot.console.chromium import Watched, chromium, page
from tests.bot.dialogue import Dialogue
from tests.bot.rig import MovingClock
from tests.conftest import DATA_KEY
from tests.databases import SqliteDatabases

pytestmark = [pytest.mark.browser]


@dataclass
class Clinic:
    """The console served, with four people's conversations in it."""

    address: str
    token: str
    pages: dict[str, str]

    def open(self, on: Watched, name: str) -> None:
        """A page as a signed-in coordinator."""
        on.page.context.add_cookies([{"name": "candor_session", "value": self.token, "url": self.address}])
        on.page.goto(self.address + self.pages[name])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the file."""
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def clinic(browser: Browser, sqlite_databases: SqliteDatabases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:  # noqa: ARG001 - without a browser nothing is served
    """In this process, in a thread of its own."""
    folder = tmp_path_factory.mktemp("measures")
    database = Database(sqlite_databases.fresh(folder), [DATA_KEY])
    clock = MovingClock()
    for user, step in (("1", "subject.age"), ("2", "screening.ever"), ("3", ""), ("4", "consent.health_data")):
        Dialogue(database, user=user, clock=clock).says("hola").reaches(step)
    asked = Dialogue(database, user="5", clock=clock).says("hola").reaches("subject.age").says("¿cuánto cuesta?")
    n, case_id, token = asked.said()[-2][0], asked.case_id, signed_in(database)
    settings = Settings(app_env="test", app_data_dir=folder, app_data_keys=DATA_KEY, database_url="")
    parts = assemble(settings, database=database, clock=clock)
    parts.writer.start()
    with served(make_app(parts)) as address:
        period = "from=2026-02-20&to=2026-03-05"
        listed = f"/hygiene/list?{period}&mark=standing:subject.age"
        yield Clinic(address, token, {"page": f"/hygiene?{period}", "list": listed, "why": f"/cases/{case_id}/messages/{n}/why"})
    parts.writer.stop(5)
    database.close()


def signed_in(database: Database) -> str:
    """The session of a coordinator."""
    token, now = secrets.token_urlsafe(24), datetime.now(UTC)
    with database.write() as uow:
        member = uow.staff.add(role="coordinator", name="Ana", email="ana@clinic.example", password_hash="x", at=now)
        uow.sessions.open(member.staff_ref, token, now, now + IDLE)
        uow.commit()
    return token


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """The application behind a port of this machine."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["page", "list", "why"])
def test_nothing_is_blocked_inaccessible_or_too_wide(browser: Browser, clinic: Clinic, name: str, width: int, scheme: str) -> None:
    """No error of the content policy, no finding of axe, no scrolling sideways."""
    with page(browser, width=width, scheme=scheme) as seen:
        clinic.open(seen, name)
        found = [(each["id"], each["nodes"][0]["html"][:120]) for each in Axe().run(seen.page).response["violations"]]
        assert (found, seen.complaints) == ([], [])
        assert seen.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_charts_are_drawn(browser: Browser, clinic: Clinic) -> None:
    """The policy lets attributes and classes through: bars have their widths and colours."""
    with page(browser, width=1280) as seen:
        clinic.open(seen, "page")
        bars = seen.page.locator("section > svg.chart rect.part")
        assert bars.count() >= 2
        widths = [bar.bounding_box() for bar in bars.all()]
        assert all(box is not None and box["width"] > 20 for box in widths)
        colours = {bar.evaluate("each => getComputedStyle(each).fill") for bar in bars.all()}
        assert len(colours) == bars.count()


def test_a_number_leads_to_its_list_and_a_case(browser: Browser, clinic: Clinic) -> None:
    """Without JavaScript: a click on the number, then on the case."""
    with page(browser, width=1280, scripts=False) as seen:
        clinic.open(seen, "page")
        row = seen.page.locator("tr", has=seen.page.locator('[title="subject.age"]')).first
        number = row.locator("td.num a").nth(1)
        count = int(number.inner_text())
        number.click()
        expect(seen.page.locator("tbody tr")).to_have_count(count)
        assert count == 2


def test_a_text_is_explained_down_to_its_signature(browser: Browser, clinic: Clinic) -> None:
    """Opened from a transcript, it names what the patient asked and who has yet to sign."""
    with page(browser, width=390) as seen:
        clinic.open(seen, "why")
        words = seen.page.locator("main").inner_text()
        for part in ("aside-price", "price_question", "subject.age"):
            assert part in words
