"""Chromium for tests: the machine's own or Playwright's, and a page that remembers what the browser complained about."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

HOW_TO_ENABLE = "python -m playwright install --with-deps chromium"
SHOTS = os.environ.get("SCREENSHOTS", "")
NAMES = ("chromium", "chromium-browser", "google-chrome")
expect.set_options(timeout=30_000)  # as long as a page's own waits: what is awaited comes, however busy the machine is


@dataclass
class Watched:
    """A page, and what the console and failed scripts said."""

    page: Page
    complaints: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; the test is skipped with the enabling command when there is none, and fails if REQUIRE_ALL=1."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as play:
        try:
            browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except Error as missing:
            if os.environ.get("REQUIRE_ALL") == "1":
                pytest.fail(f"REQUIRE_ALL=1 and no Chromium: {missing.message.splitlines()[0]}")
            pytest.skip(f"no Chromium; enable with: {HOW_TO_ENABLE}")
        yield browser
        browser.close()


@contextmanager
def page(browser: Browser, *, width: int, scheme: Any = "light", scripts: bool = True) -> Iterator[Watched]:
    """A page of this width in this colour scheme."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts)
    watched = Watched(context.new_page())
    watched.page.on("console", lambda message: watched.complaints.append(message.text))
    watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    yield watched
    context.close()


def sound(seen: Watched, name: str) -> None:
    """No complaint of the browser, no finding of axe, no scrolling sideways; a picture where one is wanted (`SCREENSHOTS`)."""
    if SHOTS:
        seen.page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)
    found = [(each["id"], each["nodes"][0]["html"][:160]) for each in Axe().run(seen.page).response["violations"]]
    assert (found, seen.complaints) == ([], [])
    assert seen.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
