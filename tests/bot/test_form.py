"""The web form of a long instrument: who can open it, one item a screen, saved as it goes, scored once, and nothing told by its address."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import form_links
from bot.form_links import VALID, new_token
from bot.instruments import askable, by_form, instruments
from flows.protocol import load
from flows.scoring import score
from tests.bot.instruments import licensed_folder
from tests.bot.rig import Rig, running
from tests.follow_up import Treated, tells, treated

KOOS = load().measures["koos"]
LAST = len(KOOS.item_ids)


@dataclass
class Scene:
    """A treated person with a check-in that began, and the link to a form of it."""

    rig: Rig
    one: Treated
    path: str

    async def press(self, go: str = "", item: str = "", answer: str = "") -> httpx.Response:
        """One button."""
        return await self.rig.web.post(self.path, data={"go": go, "item": item, "answer": answer}, follow_redirects=True)

    async def fill(self, count: int = LAST, answer: str = "1") -> httpx.Response:
        """The first items, one after another."""
        page = await self.press()
        for _ in range(count):
            page = await self.press("next", item_of(page), answer)
        return page

    def told(self) -> list[dict[str, Any]]:
        """Readings of every check-in."""
        with self.rig.parts.database.read() as uow:
            return [reading for each in uow.check_ins.answered(self.one.case.id) for reading in each.body["readings"]]

    def send(self, milestone: str = "1m") -> str:
        """The path of a fresh link."""
        with self.rig.parts.database.write() as uow:
            desk = self.rig.parts.turn.desk(uow)
            talk = desk.hold_conversations([self.one.conversation.id])[0]
            row = next(row for row in uow.check_ins.of_case(self.one.case.id) if row.milestone == milestone)
            assert form_links.send(self.rig.parts.turn, desk, talk, row, KOOS, "https://clinic.example")
            desk.finish()
            text = uow.messages.for_conversation(self.one.conversation.id, 0)[-1].text
            uow.commit()
        return "/form/" + text.partition("/form/")[2].split()[0]


@pytest.fixture
async def scene(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """Thirty-three days after the treatment, in the window of the first month, with a licensed KOOS in the operator's folder."""
    async with running(database_url, tmp_path, measures_dir=licensed_folder(tmp_path / "measures")) as rig:
        at = rig.clock() - timedelta(days=33)
        with rig.parts.database.write() as uow:
            one = treated(uow, "ana", at.date(), at=at, channel="simulator", account="simulator")
            tells(uow, one.case, "baseline", at, nrs_pain=6, koos=80)
            row = next(row for row in uow.check_ins.of_case(one.case.id) if row.milestone == "1m")
            uow.check_ins.invited(row.check_in_id, "s1", "check-in-invitation", rig.clock(), rig.clock())
            uow.commit()
        here = Scene(rig, one, "")
        here.path = here.send()
        yield here


def item_of(page: httpx.Response) -> str:
    """Which item is on the screen."""
    found = re.search(r'name="item" value="(\w+)"', page.text)
    assert found, page.text
    return found[1]


def checked(page: httpx.Response) -> list[str]:
    """The answers that are chosen on the screen."""
    return re.findall(r'value="([\d.]+)" checked', page.text)


async def test_a_preview_names_no_instrument(scene: Scene) -> None:
    """The cover has a button and no item; the address holds chance alone."""
    cover = await scene.rig.web.get(scene.path)
    assert (cover.status_code, "inventada" in cover.text, "Empezar" in cover.text) == (200, False, True)
    assert re.fullmatch(r"/form/[bcdfghjkmnpqrstv]{72}", scene.path)


async def test_every_item_is_asked_once_in_order_and_scored_as_published(scene: Scene) -> None:
    """One a screen; the score is the scorer's, kept with the check-in; afterwards the link only thanks."""
    seen, page = [], await scene.press()
    for n in range(LAST):
        seen.append(item_of(page))
        assert (f"Pregunta {n + 1} de {LAST}" in unescape(page.text), page.text.count("<legend>")) == (True, 1)
        page = await scene.press("next", seen[-1], str(n % 5))
    assert tuple(seen) == KOOS.item_ids
    expected = score(KOOS, [n % 5 for n in range(LAST)])
    reading = scene.told()[-1]
    assert (reading["value"], reading["scores"], reading["mode"]) == (expected.value, dict(expected.scores), "form")
    assert ("Gracias" in page.text, "inventada" in (await scene.press("next", "P1", "0")).text) == (True, False)
    assert len(scene.told()) == 3


async def test_an_item_is_answered_in_its_own_words(scene: Scene) -> None:
    """Not in those of its group, which run another way."""
    page = await scene.press("next", KOOS.item_ids[2], "1")
    assert (item_of(page), "grado 0 de S4" in page.text, "grado 0<" in page.text) == ("S4", True, False)


async def test_it_goes_on_where_it_was_left(scene: Scene) -> None:
    """On another device, days later; the cover says so; what was answered is chosen already when one goes back."""
    await scene.fill(3, "2")
    scene.rig.clock.move(days=3)
    scene.rig.web.cookies.clear()
    cover = await scene.rig.web.get(scene.path)
    page = await scene.press()
    assert ("Seguir donde quedé" in cover.text, item_of(page)) == (True, KOOS.item_ids[3])
    before = await scene.press("back", KOOS.item_ids[3])
    assert (item_of(before), checked(before)) == (KOOS.item_ids[2], ["2"])


@pytest.mark.parametrize("answer", ["", "5", "-1", "1.5", "x", "nan", "inf", "1e400", "９", "<script>", "0" * 5000])
async def test_what_is_no_answer_is_asked_again(scene: Scene, answer: str) -> None:
    """In words, on the same item, and nothing is kept."""
    first = item_of(await scene.press())
    page = await scene.press("next", first, answer)
    if len(answer) > 4096:
        assert page.status_code == 413
        return
    assert (page.status_code, item_of(page), 'role="alert"' in page.text, "<script>" in page.text) == (200, first, True, False)
    assert item_of(await scene.press()) == first


async def test_passing_over_is_kept_as_not_answered(scene: Scene) -> None:
    """Never as a value; too little answered is no score."""
    page = await scene.press()
    for _ in range(LAST):
        page = await scene.press("skip", item_of(page))
    reading = scene.told()[-1]
    assert (set(reading["items"].values()), reading["value"], "Gracias" in page.text) == ({None}, None, True)


async def test_a_change_for_the_worse_is_a_task_the_same_day(scene: Scene) -> None:
    """By the instrument's own threshold and direction: the best answers give none, the worst do."""
    await scene.fill(answer="4")
    with scene.rig.parts.database.read() as uow:
        assert [ticket.kind for ticket in uow.tickets.of(scene.one.case.id)].count("check_in_worse") == 1


async def test_a_change_of_any_scale_is_a_task(scene: Scene) -> None:
    """Sport is worse than before, pain is not."""
    scores = {"pain": 75, "symptoms": 75, "adl": 75, "sport": 75, "qol": 75}
    reading = {"measure": "koos", "version": "1", "scorer": 1, "items": {}, "value": 75, "scores": scores, "mode": "form"}
    with scene.rig.parts.database.write() as uow:
        baseline = next(row for row in uow.check_ins.of_case(scene.one.case.id) if row.milestone == "baseline")
        uow.check_ins.add_reading(baseline.check_in_id, reading, "es")
        uow.commit()
    page = await scene.press()
    for item in KOOS.item_ids:
        page = await scene.press("next", item_of(page), "4" if item.startswith("SP") else "0")
    with scene.rig.parts.database.read() as uow:
        assert [ticket.kind for ticket in uow.tickets.of(scene.one.case.id)] == ["check_in_worse"]


async def test_a_form_is_kept_with_the_moment_and_the_language_it_was_filled_in(scene: Scene) -> None:
    """Days after its check-in."""
    scene.rig.clock.move(days=3)
    await scene.fill(answer="1")
    assert (scene.told()[-1]["at"], scene.told()[-1]["language"]) == (scene.rig.clock().isoformat(), "es")


async def test_a_new_link_is_in_the_language_the_patient_now_speaks(scene: Scene) -> None:
    """The answers so far go on."""
    await scene.fill(2)
    with scene.rig.parts.database.write() as uow:
        row = next(row for row in uow.check_ins.of_case(scene.one.case.id) if row.milestone == "1m")
        assert uow.forms.open(row.id, "koos", "fr", "x", scene.rig.clock(), scene.rig.clock() + VALID)
        uow.commit()
    with scene.rig.parts.database.read() as uow:
        form = uow.forms.find("x")
    assert form is not None
    assert (form.language, len(form.answers)) == ("fr", 2)


async def test_what_the_chat_brings_later_stands_beside_the_form(scene: Scene) -> None:
    """Neither takes the other's place."""
    await scene.fill(answer="1")
    with scene.rig.parts.database.write() as uow:
        tells(uow, scene.one.case, "1m", scene.rig.clock(), nrs_pain=3)
        uow.commit()
    assert [reading["measure"] for reading in scene.told()] == ["nrs_pain", "koos", "nrs_pain", "koos"]


async def test_a_new_link_ends_the_first_and_keeps_the_answers(scene: Scene) -> None:
    """The same form goes on."""
    await scene.fill(2)
    old, scene.path = scene.path, scene.send()
    assert (await scene.rig.web.get(old)).status_code == 404
    assert item_of(await scene.press()) == KOOS.item_ids[2]


async def test_a_link_ends(scene: Scene) -> None:
    """After its days, in the language the browser asks for; and when the follow-up was stopped."""
    scene.rig.clock.now += VALID
    gone = await scene.rig.web.post(scene.path, headers={"accept-language": "fr"})
    assert (gone.status_code, "n’ouvre plus" in gone.text) == (404, True)
    scene.path = scene.send()
    with scene.rig.parts.database.write() as uow:
        uow.check_ins.stop(scene.one.case.id, "withdrawn", scene.rig.clock())
        uow.commit()
    assert (await scene.press()).status_code == 404


async def test_a_baseline_ends_with_the_day_of_the_treatment(scene: Scene) -> None:
    """What is filled in two days after the treatment is no state before it: the page says that it opens no more, and nothing is kept."""
    treated_at = scene.rig.clock() - timedelta(days=33)
    scene.rig.clock.now = treated_at
    scene.path = scene.send("baseline")
    await scene.fill(3)
    scene.rig.clock.now = treated_at + timedelta(days=2)
    last = await scene.press("next", KOOS.item_ids[3], "1")
    assert (last.status_code, len(scene.told())) == (404, 2)


async def test_no_baseline_is_sent_after_the_treatment(scene: Scene) -> None:
    """Staff are not offered it, although its window is open by the calendar."""
    treated_at = scene.rig.clock() - timedelta(days=33)
    with scene.rig.parts.database.read() as uow:
        rows, plan = uow.check_ins.of_case(scene.one.case.id), uow.check_ins.plan_of(scene.one.case.id)
    first = [row for row in rows if row.milestone == "baseline"]
    asked = [form_links.where_asked(first, plan, treated_at + timedelta(days=days)) for days in (0, 2)]
    assert asked == [first[0], None]


async def test_an_erased_patients_form_opens_no_more(scene: Scene) -> None:
    """And its answers are gone."""
    await scene.fill(2)
    with scene.rig.parts.database.write() as uow:
        uow.retention.erase_patient(scene.one.case.patient_ref, scene.rig.clock())
        uow.commit()
    with scene.rig.parts.database.read() as uow:
        assert [form.answers for form in uow.forms.of_case(scene.one.case.id)] == [{}]
    assert (await scene.press()).status_code == 404


@pytest.mark.parametrize("change", ["first", "last", "short", "long", "case", "unknown", "letter"])
async def test_only_a_link_of_ours_opens(scene: Scene, change: str) -> None:
    """Any changed sign, a well-formed token nobody was given, and a letter's page with a form's token: the same answer."""
    token = scene.path.removeprefix("/form/")
    other = {"b": "c"}.get(token[0], "b"), {"b": "c"}.get(token[-1], "b")
    with scene.rig.parts.database.read() as uow:
        changed = {
            "first": other[0] + token[1:], "last": token[:-1] + other[1], "short": token[:-1], "long": token + "b",
            "case": token.upper(), "unknown": new_token(uow), "letter": token,
        }[change]  # fmt: skip
    path = f"/letter/{changed}" if change == "letter" else f"/form/{changed}"
    assert [(await scene.rig.web.get(path)).status_code, (await scene.rig.web.post(path)).status_code] == [404, 404]


async def test_no_script_no_store_no_index(scene: Scene) -> None:
    """On every screen."""
    for page in (await scene.rig.web.get(scene.path), await scene.press(), await scene.rig.web.get("/form/x")):
        assert "script" not in page.headers["content-security-policy"]
        assert (page.headers["cache-control"], page.headers["referrer-policy"]) == ("no-store", "no-referrer")
        assert ("noindex" in page.headers["x-robots-tag"], "<script" in page.text, " style=" in page.text) == (True, False, False)


def test_an_instrument_without_a_licence_is_never_asked(tmp_path: Path) -> None:
    """Nor one whose file has a fault, nor in a language that has no wording."""
    assert by_form(instruments(None), ["knee_osteoarthritis"], "es") == ()
    folder = licensed_folder(tmp_path / "measures")
    assert by_form(instruments(folder), ["knee_osteoarthritis"], "es") == ("koos",)
    assert (by_form(instruments(folder), ["knee_osteoarthritis"], "fr"), by_form(instruments(folder), ["x"], "es")) == ((), ())
    broken = licensed_folder(tmp_path / "broken")
    (broken / "koos.toml").write_text((broken / "koos.toml").read_text("utf-8").replace("least = 5", "least = 1"), "utf-8")
    assert not askable(instruments(broken)["koos"], "es")
