"""The patient's private letter in Chromium: nothing blocked, inaccessible or too wide, in both schemes, on a phone and without a script."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from tests.bot.console.chromium import chromium, page, sound
from tests.bot.console.served import Served, served
from tests.bot.reviewing import ACCEPTED, LETTER, decided, link_in
from tests.databases import SqliteDatabases

pytestmark = [pytest.mark.browser]

LONG = f"{LETTER}\n\nVéase https://clinic.example/{'a' * 180} y además {'palabralarga' * 12}.\n\n{'Una frase más. ' * 60}"
"""A letter of life size, with words longer than a phone is wide."""
SIZES = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"), (320, "light")]


@dataclass
class Sent:
    """The console served, and the address a patient was sent."""

    served: Served
    address: str


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the file."""
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def sent(browser: Browser, sqlite_databases: SqliteDatabases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:  # noqa: ARG001 - without a browser nothing is served
    """A decision signed, its link sent."""
    folder = tmp_path_factory.mktemp("letter")
    with served(sqlite_databases.fresh(folder), folder) as here:
        here.run(decided(here.rig, {**ACCEPTED, "patient_text": LONG}))
        here.run(here.rig.send_all())
        told = [item["text"] for item in here.run(here.rig.screen("ana")) if item["message_key"] == "handoff-answer_ready"]
        yield Sent(here, here.address + link_in(told[-1]))


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_cover_and_letter_are_sound(browser: Browser, sent: Sent, width: int, scheme: str) -> None:
    """The cover shows nothing of it; behind the button it stands word for word."""
    with page(browser, width=width, scheme=scheme) as seen:
        seen.page.goto(sent.address)
        sound(seen, f"letter-cover-{width}-{scheme}")
        expect(seen.page.get_by_text("Puedo ofrecerle un plan")).to_have_count(0)
        seen.page.get_by_role("button").click()
        expect(seen.page.get_by_text("Puedo ofrecerle un plan")).to_be_visible()
        sound(seen, f"letter-{width}-{scheme}")


def test_the_letter_opens_without_a_script(browser: Browser, sent: Sent) -> None:
    """It is a form and a page."""
    with page(browser, width=390, scripts=False) as seen:
        seen.page.goto(sent.address)
        seen.page.get_by_role("button").click()
        expect(seen.page.get_by_text("Puedo ofrecerle un plan")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_link_that_ended_is_sound_too(browser: Browser, sent: Sent, scheme: str) -> None:
    """It says so, in the language the browser asks for."""
    with page(browser, width=390, scheme=scheme) as seen:
        seen.page.goto(f"{sent.served.address}/letter/nothing")
        seen.complaints.clear()  # the browser names the 404 that is meant
        sound(seen, f"letter-gone-{scheme}")
