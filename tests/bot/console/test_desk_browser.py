"""A person at their desk in Chromium: what they type is kept, what they may no longer read is covered, the keys are listed."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, expect

from storage.staff import StaffMember
from tests.bot.console.served import Served
from tests.bot.console.test_console_browser import ana, browser, clean, desk, doctor, fresh

__all__ = ["ana", "browser", "desk", "doctor"]
pytestmark = [pytest.mark.browser]


def test_a_draft_outlives_a_reload_and_is_readable_nowhere(desk: Served, browser: Browser, ana: StaffMember) -> None:
    """Sealed in the tab's storage; gone with the text that was sent."""
    case_id = fresh(desk, "draft")
    with desk.seen_by(browser, ana) as seen:
        page = seen.page
        page.goto(f"{desk.address}/cases/{case_id}")
        page.locator("#reply-text").press_sequentially("Le llamamos el lunes.")
        page.locator("#note").press_sequentially("Prefiere la tarde")
        page.reload()
        expect(page.locator("#reply-text")).to_have_value("Le llamamos el lunes.")
        expect(page.locator("#note")).to_have_value("Prefiere la tarde")
        assert [word for word in ("lunes", "tarde") if word in page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})")] == []
        page.get_by_role("button", name="Send to patient").click()
        page.get_by_text("Your text is on its way").or_(page.locator(".notice").first).first.wait_for()
        page.goto(f"{desk.address}/cases/{case_id}")
        expect(page.locator("#note")).to_have_value("Prefiere la tarde")
        expect(page.locator("#reply-text")).to_have_value("")
        assert seen.complaints == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with a script", "without one"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_stopped_reply_is_in_sight_with_what_stops_it(
    desk: Served,
    browser: Browser,
    ana: StaffMember,
    width: int,
    scripts: bool,  # noqa: FBT001 - parametrized
) -> None:
    """On a phone too, where the page has three parts: the words, the phrase, the refusal, and a word on top of the page."""
    case_id = fresh(desk, f"stopped-{width}-{scripts}")
    with desk.seen_by(browser, ana, width=width, scripts=scripts) as seen:
        page = seen.page
        page.goto(f"{desk.address}/cases/{case_id}")
        if width < 1100:
            page.locator("label[for=part-act]").click()
        page.locator("#reply-text").fill("Custa 3000 dólares, garantimos a cura")
        page.locator("#reply-form").get_by_role("button", name="Send to patient").click()
        expect(page.get_by_text("Your text was not sent.")).to_be_visible()
        expect(page.locator("#reply-text")).to_be_visible()
        expect(page.locator("#reply-text")).to_have_value("Custa 3000 dólares, garantimos a cura")
        expect(page.locator("#verdict mark").first).to_be_in_viewport()
        assert [each for each in seen.complaints if "422" not in each] == []


def test_the_keys_are_listed_in_the_queue_too(desk: Served, browser: Browser, ana: StaffMember) -> None:
    """By "?" and by a button."""
    with desk.seen_by(browser, ana) as seen:
        seen.page.goto(f"{desk.address}/queue")
        seen.page.keyboard.press("?")
        expect(seen.page.locator("#keys")).to_be_visible()
        seen.page.locator("#keys button").click()
        seen.page.locator(".keys-open").click()
        expect(seen.page.locator("#keys")).to_be_visible()
        assert clean(seen.page) == ([], 0)


def test_a_session_ended_elsewhere_covers_the_record(desk: Served, browser: Browser, ana: StaffMember) -> None:
    """Within seconds and untouched, by the page's stream, with words that are true of it."""
    case_id = fresh(desk, "ended-elsewhere")
    with desk.seen_by(browser, ana) as seen:
        seen.page.goto(f"{desk.address}/cases/{case_id}")
        seen.page.locator("#reply-text").fill("a medias")
        with desk.rig.parts.database.write() as uow:
            uow.sessions.end_all(ana.staff_ref, datetime.now(UTC))
            uow.commit()
        expect(seen.page.locator("#lock")).to_contain_text("ended somewhere else")
        expect(seen.page.locator("#lock")).to_be_visible()
        assert "fifteen minutes" not in seen.page.locator("#lock").inner_text()


def test_a_half_written_decision_outlives_a_reload_and_a_session(desk: Served, browser: Browser, doctor: StaffMember) -> None:
    """Letter, lines and choices, sealed in the tab; over with the signature, and at one press."""
    case_id = fresh(desk, "half-written")
    form = f"{desk.address}/cases/{case_id}/decision"
    with desk.seen_by(browser, doctor) as seen:
        page = seen.page
        page.goto(form)
        page.locator("textarea[name=letter]").fill("Estimada señora: leí su caso.")
        page.locator("input[name=outcome][value=needs_information]").check()
        page.locator("input[name=fitness-yes][value=no]").check()
        page.reload()
        expect(page.locator("textarea[name=letter]")).to_have_value("Estimada señora: leí su caso.")
        expect(page.locator("input[name=fitness-yes][value=no]")).to_be_checked()
        expect(page.locator("input[name=outcome][value=needs_information]")).to_be_checked()
        expect(page.locator("#draft-back")).to_be_visible()
        assert "Estimada" not in page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})")
        assert clean(page) == ([], 0)
        page.get_by_role("button", name="Check and preview").click()
        page.locator("textarea[name=fitness-reason]").fill("Falta el informe.")
        page.get_by_role("checkbox", name="Medicines", exact=True).check()
        page.goto(f"{desk.address}/queue")
        page.goto(form)
        expect(page.locator("textarea[name=fitness-reason]")).to_have_value("Falta el informe.")
        page.get_by_role("button", name="Check and preview").click()
        page.get_by_role("button", name="Sign", exact=True).click()
        page.wait_for_url(f"**/cases/{case_id}#decision")
        page.goto(form)
        expect(page.locator("textarea[name=letter]")).to_have_value("")
        page.locator("textarea[name=letter]").fill("Otra carta.")
        page.reload()
        page.locator("#draft-back button").click()
        expect(page.locator("#draft-back")).to_be_hidden()
        expect(page.locator("textarea[name=letter]")).to_have_value("")
        assert [said for said in seen.complaints if "422" not in said] == []
