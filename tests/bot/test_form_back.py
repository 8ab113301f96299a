"""The browser's own way back in a form: every screen has an address, and none of them names an item."""

import re

import pytest

from tests.bot.test_form import Scene, item_of, scene

__all__ = ["scene"]


async def test_a_press_leads_to_a_page_with_an_address(scene: Scene) -> None:
    """The answer is posted, the next screen fetched, from the same address; a reload shows it again."""
    posted = await scene.rig.web.post(scene.path)
    assert (posted.status_code, posted.headers["location"], posted.text) == (303, scene.path, "")
    assert item_of(await scene.rig.web.get(scene.path)) == item_of(await scene.rig.web.get(scene.path))


async def test_the_cookie_is_for_this_form_and_holds_no_answer(scene: Scene) -> None:
    """An item's id, for this path, out of reach of scripts and other sites."""
    first = await scene.press()
    posted = await scene.rig.web.post(scene.path, data={"go": "next", "item": item_of(first), "answer": "3"})
    cookie = posted.headers["set-cookie"]
    assert re.fullmatch(r"form_open=\w+\.; HttpOnly; Max-Age=\d+; Path=/form/[a-z]+; SameSite=strict", cookie), cookie


async def test_another_browser_sees_the_cover(scene: Scene) -> None:
    """Whoever has only the link, such as a messenger's preview."""
    await scene.press()
    scene.rig.web.cookies.clear()
    cover = await scene.rig.web.get(scene.path)
    assert ("Empezar" in cover.text, "inventada" in cover.text) == (True, False)


@pytest.mark.parametrize("said", ["X9.", "../P1", "P1.nothing", ""])
async def test_a_cookie_of_no_item_opens_none(scene: Scene, said: str) -> None:
    """An unknown item is the cover; an unknown branch is the item."""
    scene.rig.web.cookies.set("form_open", said)
    page = await scene.rig.web.get(scene.path)
    assert (page.status_code, "inventada" in page.text) == (200, said.startswith("P1"))


async def test_the_end_forgets_what_was_open(scene: Scene) -> None:
    """Afterwards the link only thanks."""
    await scene.fill()
    assert "form_open" not in scene.rig.web.cookies
    assert "Gracias" in (await scene.rig.web.get(scene.path)).text
