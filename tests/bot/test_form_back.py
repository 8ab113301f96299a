"""The browser's own way back in a form: every screen has an address, and none of them names an item."""

import re

import pytest

from tests.bot.test_form import Scene, checked, item_of, scene

__all__ = ["scene"]


async def test_a_press_leads_to_a_page_with_an_address(scene: Scene) -> None:
    """The answer is posted, the next screen fetched from an address that counts screens; a reload shows it again."""
    posted = await scene.rig.web.post(scene.path)
    assert (posted.status_code, posted.headers["location"], posted.text) == (303, f"{scene.path}?at=1", "")
    assert item_of(await scene.rig.web.get(scene.path)) == item_of(await scene.rig.web.get(f"{scene.path}?at=1"))


async def test_the_way_back_is_the_question_before(scene: Scene) -> None:
    """The address of the screen before shows it again, with its answer, though the browser has gone on."""
    first = item_of(await scene.press())
    second = item_of(await scene.press("next", first, "2"))
    before = await scene.rig.web.get(f"{scene.path}?at=1")
    assert (item_of(before), checked(before), item_of(await scene.rig.web.get(f"{scene.path}?at=2"))) == (first, ["2"], second)


async def test_nothing_chosen_leads_to_the_question_by_its_address(scene: Scene) -> None:
    """With what is missing, also after a reload; once it is answered, the way back says it no more."""
    first = item_of(await scene.press())
    posted = await scene.rig.web.post(scene.path, data={"go": "next", "item": first})
    assert (posted.status_code, posted.headers["location"]) == (303, f"{scene.path}?at=1")
    assert "Elija una respuesta" in (await scene.rig.web.get(f"{scene.path}?at=1")).text
    await scene.press("next", first, "2")
    assert "Elija una respuesta" not in (await scene.rig.web.get(f"{scene.path}?at=1")).text


async def test_without_cookies_the_cover_says_what_to_do(scene: Scene) -> None:
    """After the first press only, and no item is shown."""
    assert "cookies" not in (await scene.rig.web.get(scene.path)).text
    posted = await scene.rig.web.post(scene.path)
    scene.rig.web.cookies.clear()
    cover = await scene.rig.web.get(posted.headers["location"])
    assert all(words in cover.text for words in ("Permita las cookies", "escriba al equipo", "Empezar"))
    assert "inventada" not in cover.text


@pytest.mark.parametrize("place", ["0", "999", "-1", "x", "٣", "1" * 40, "1bb"])
async def test_an_address_of_no_screen_is_the_open_item(scene: Scene, place: str) -> None:
    """A number there is no item for is not heeded."""
    first = item_of(await scene.press())
    assert item_of(await scene.rig.web.get(scene.path, params={"at": place})) == first


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
