"""The console's frame in Chromium: nothing blocked, nothing inaccessible, nothing too wide or too small, and the lock keeps the draft."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.bot.console.chromium import chromium, page
from tests.bot.test_processes import run, started
from tests.ports import free_port

pytestmark = [pytest.mark.browser, pytest.mark.processes]
PASSWORD = "nueve nubes sobre el lago"
EMAIL = "ada@clinic.example"
PAGES = ("/login", "/account", "/staff", "/staff/{ref}", "/staff/{other}", "/audit", "/audit?about=nothing", "/step-up", "/audit/export")
SMALL = """() => [...document.querySelectorAll("main a.button, button, summary, input:not([type=hidden]), select, .tabs a")]
    .filter((each) => each.offsetParent && each.getBoundingClientRect().height < 43.5).map((each) => each.outerHTML.slice(0, 80))"""


@dataclass
class Clinic:
    """The product, served, with one administrator who has signed in and a physician."""

    address: str
    secret: str
    refs: dict[str, str]
    cookies: list[Any] = field(default_factory=list)

    def code(self, step: int) -> str:
        """The one-time code `step` half minutes from now."""
        return str(pyotp.TOTP(self.secret).at(int(time.time()) + 30 * step))

    def sign_in(self, on: Page, step: int, wanted: str = "") -> None:
        """By the form."""
        on.goto(f"{self.address}/login?next={wanted}")
        on.fill("input[name=email]", EMAIL)
        on.fill("input[name=password]", PASSWORD)
        on.fill("input[name=code]", self.code(step))
        on.locator("form[action='/login'] button").click()
        on.locator("form[action='/step-up'], #fault").wait_for()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the file."""
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def clinic(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    """Set up by the commands an operator uses."""
    port = str(free_port())
    environment = {"APP_ENV": "test", "APP_DATA_DIR": str(tmp_path_factory.mktemp("var")), "PORT": port, "PATH": ""}
    assert run(environment, "migrate").returncode == 0
    add = ("staff", "add", "--password-stdin")
    admin = run(environment, *add, "--role", "admin", "--name", "Ada Núñez", "--email", EMAIL, given=PASSWORD + "\n").stdout
    doctor = ("--role", "physician", "--licence", "C-1", "--name", "Dr. <b>Uno</b>", "--email", "uno@clinic.example")
    other = run(environment, *add, *doctor, given=PASSWORD + "\n").stdout
    refs = {name: re.findall(r"[0-9a-f]{32}", text)[0] for name, text in (("ref", admin), ("other", other))}
    with started(environment, "web"):
        one = Clinic(f"http://127.0.0.1:{port}", admin.split()[-1], refs)
        with page(browser, width=1280, scripts=False) as seen:
            for _ in range(3):  # the code of the half minute before is refused when the next one begins meanwhile
                one.sign_in(seen.page, -1, "/audit/export")
                if "/step-up" in seen.page.url:
                    break
            expect(seen.page).to_have_url(f"{one.address}/step-up?next=/audit/export")
            seen.page.fill("input[name=code]", one.code(0))
            seen.page.locator("form[action='/step-up'] button").click()
            expect(seen.page).to_have_url(f"{one.address}/audit/export")
            one.cookies = list(seen.page.context.cookies())
        yield one


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_are_accessible_and_fit(browser: Browser, clinic: Clinic, width: int, scheme: str) -> None:
    """No finding of axe, no complaint of the browser, no sideways scrolling, no target under 44 px; signed out and signed in."""
    with page(browser, width=width, scheme=scheme) as seen:
        for path in PAGES:
            seen.page.goto(clinic.address + path.format(**clinic.refs))
            if path == "/login":
                seen.page.context.add_cookies(clinic.cookies)
            seen.page.locator("details.menu > summary").click()
            found = [(path, each["id"], each["nodes"][0]["html"][:90]) for each in Axe().run(seen.page).response["violations"]]
            wider = seen.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert (found, wider, seen.page.evaluate(SMALL)) == ([], 0, []), path
        assert seen.complaints == []


def test_everything_works_without_a_script(browser: Browser, clinic: Clinic) -> None:
    """Add a person, open their link, choose a password; language and colours; the fixture signed in and stepped up so too."""
    with page(browser, width=390, scripts=False) as seen:
        seen.page.context.add_cookies(clinic.cookies)
        seen.page.goto(f"{clinic.address}/staff")
        seen.page.fill("input[name=name]", "Bo Pérez")
        seen.page.fill("input[name=email]", "bo@clinic.example")
        seen.page.select_option("select[name=role]", "auditor")
        seen.page.locator("form[action='/staff'] button").click()
        link = seen.page.locator(".secret").inner_text()
        seen.page.locator("details.menu > summary").click()
        seen.page.locator("button[value=dark]").click()
        expect(seen.page.locator("html")).to_have_attribute("data-theme", "dark")
    with page(browser, width=390, scripts=False) as seen:
        seen.page.goto(link)
        secret = seen.page.locator(".secret").first.inner_text().replace(" ", "")
        seen.page.fill("input[name=new_password]", PASSWORD)
        seen.page.fill("input[name=new_password_again]", PASSWORD)
        seen.page.fill("input[name=code]", pyotp.TOTP(secret).now())
        seen.page.locator("form[action^='/invitation/'] button").click()
        expect(seen.page.locator("details.menu > summary")).to_contain_text("Bo Pérez")


def test_the_colours_one_chose_win_over_the_systems(browser: Browser, clinic: Clinic) -> None:
    """Dark on a light system and the other way round."""
    for scheme, other, paper in (("light", "dark", "rgb(20, 25, 24)"), ("dark", "light", "rgb(246, 245, 241)")):
        with page(browser, width=1280, scheme=scheme) as seen:
            seen.page.goto(f"{clinic.address}/login")
            seen.page.locator("details.menu > summary").click()
            seen.page.locator(f"button[value={other}]").click()
            expect(seen.page.locator("body")).to_have_css("background-color", paper)


def test_a_session_that_ends_locks_the_page_and_keeps_the_draft(browser: Browser, clinic: Clinic) -> None:
    """The page is covered, the same person goes on where they were, and the form is accepted."""
    with page(browser, width=1280) as seen:
        here = seen.page
        here.clock.install()
        here.context.add_cookies(clinic.cookies)
        here.goto(f"{clinic.address}/staff")
        here.fill("input[name=name]", "A name half wr")
        sign_out_elsewhere(browser, clinic)
        here.clock.fast_forward("15:30")
        here.clock.run_for(6_000)
        lock = here.locator("dialog.lock")
        expect(lock).to_be_visible()
        here.keyboard.press("Escape")
        here.keyboard.press("Escape")
        expect(lock).to_be_visible()
        assert [each["id"] for each in Axe().run(here).response["violations"]] == []
        covered = here.evaluate("getComputedStyle(document.querySelector('dialog.lock'), '::backdrop').backgroundColor")
        assert covered == "rgb(246, 245, 241)"
        unlock(here, "not the password", "000000")
        expect(lock.get_by_role("alert")).to_be_visible()
        unlock(here, PASSWORD, clinic.code(1))
        expect(lock).to_be_hidden()
        assert here.input_value("input[name=name]") == "A name half wr"
        clinic.cookies = list(here.context.cookies())
        here.locator("form[action='/staff'] button").evaluate("button => button.form.noValidate = true")
        here.locator("form[action='/staff'] button").click()
        expect(here.locator("#wrong-email")).to_be_visible()


def sign_out_elsewhere(browser: Browser, clinic: Clinic) -> None:
    """The same session ends in another window."""
    with page(browser, width=1280, scripts=False) as elsewhere:
        elsewhere.page.context.add_cookies(clinic.cookies)
        elsewhere.page.goto(f"{clinic.address}/account")
        elsewhere.page.locator("details.menu > summary").click()
        elsewhere.page.locator("form[action='/logout'] button").click()
        elsewhere.page.locator("form[action='/login']").wait_for()


def unlock(here: Page, password: str, code: str) -> None:
    """Fill the lock's form."""
    here.locator("dialog.lock input[name=password]").fill(password)
    here.locator("dialog.lock input[name=code]").fill(code)
    here.locator("dialog.lock button").click()
