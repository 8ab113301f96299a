"""A sound for urgent cases: off until a person turns it on, theirs alone, a file of ours, with the number in the tab's title."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.console.assets import asset
from tests.bot.console.chromium import chromium
from tests.bot.console.people import account, signed_in
from tests.bot.console.served import served
from tests.bot.reviewing import in_queue
from tests.bot.rig import Rig
from tests.databases import SqliteDatabases


async def test_the_sound_is_off_until_a_person_turns_it_on(rig_on_both: Rig) -> None:
    """And then on for them alone, wherever they sign in; turned on twice it is on, and off again."""
    rig = rig_on_both
    member = account(rig, "coordinator")
    async with signed_in(rig, "coordinator", member=member) as ana, signed_in(rig, "physician") as other:
        assert "data-sound" not in (await ana.get("/queue")).text
        for _ in range(2):
            assert (await ana.post("/queue/sound", {"sound": "on", "next": "/queue?tab=mine"})).headers["location"] == "/queue?tab=mine"
        async with signed_in(rig, "coordinator", member=member) as elsewhere:
            assert "data-sound" in (await elsewhere.get("/queue")).text
        assert "data-sound" not in (await other.get("/queue")).text
        await ana.post("/queue/sound", {"sound": "off"})
        assert "data-sound" not in (await ana.get("/queue")).text


async def test_the_file_is_served_and_the_policy_lets_it_play(rig: Rig) -> None:
    """From here only."""
    heard = await rig.web.get(asset("chime.wav"))
    assert (heard.status_code, heard.headers["content-type"], heard.content[:4]) == (200, "audio/x-wav", b"RIFF")
    assert "media-src 'self'" in heard.headers["content-security-policy"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the file."""
    with chromium() as one:
        yield one


@pytest.mark.browser
def test_an_emergency_rings_and_counts_in_the_title(browser: Browser, sqlite_databases: SqliteDatabases, tmp_path: Path) -> None:
    """A routine case does neither; without the wish nothing is asked for."""
    with served(sqlite_databases.fresh(tmp_path), tmp_path) as desk:
        ana = account(desk.rig, "coordinator")
        with desk.seen_by(browser, ana) as seen:
            page, asked = seen.page, list[str]()
            page.on("request", lambda request: asked.append(request.url) if "chime.wav" in request.url else None)
            page.goto(f"{desk.address}/queue?tab=unclaimed")
            desk.run(in_queue(desk.rig, "calm"))
            expect(page.locator("#live-new")).to_be_visible()
            page.get_by_role("button", name="Sound for urgent cases: off").click()
            expect(page.get_by_role("button", name="Sound for urgent cases: on")).to_be_visible()
            assert (asked, page.title().startswith("(")) == ([], False)
            desk.run(desk.rig.simulate("chest", text="hola"))
            with page.expect_request("**/chime*.wav*"):
                desk.run(desk.rig.simulate("chest", text="me duele mucho el pecho y no puedo respirar"))
            expect(page).to_have_title("(1) Queue · Candor")
            assert len(asked) == 1
            assert seen.complaints == []
