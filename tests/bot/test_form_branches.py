"""An item that is answered in one of several ways: the person first says which statement is true, then answers that branch alone."""

from collections.abc import AsyncIterator
from datetime import timedelta
from html import unescape
from pathlib import Path

import httpx
import pytest

from bot import form_links
from flows.protocol import load
from tests.bot.instruments import licensed_folder
from tests.bot.rig import running
from tests.bot.test_form import Scene, checked, item_of
from tests.follow_up import treated

VISA = load().measures["visa_a"]
BRANCHES = VISA.group_of("V8").branches


@pytest.fixture
async def scene(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """A licensed VISA-A, answered up to its last question."""
    async with running(database_url, tmp_path, measures_dir=licensed_folder(tmp_path / "measures", "visa_a")) as rig:
        at = rig.clock() - timedelta(days=33)
        with rig.parts.database.write() as uow:
            one = treated(uow, "ana", at.date(), at=at, channel="simulator", account="simulator")
            row = next(row for row in uow.check_ins.of_case(one.case.id) if row.milestone == "1m")
            uow.check_ins.invited(row.check_in_id, "s1", "check-in-invitation", rig.clock(), rig.clock())
            desk = rig.parts.turn.desk(uow)
            talk = desk.hold_conversations([one.conversation.id])[0]
            assert form_links.send(rig.parts.turn, desk, talk, row, VISA, "https://clinic.example")
            desk.finish()
            text = uow.messages.for_conversation(one.conversation.id, 0)[-1].text
            uow.commit()
        here = Scene(rig, one, "/form/" + text.partition("/form/")[2].split()[0])
        await here.fill(7, "4")
        yield here


async def choose(scene: Scene, branch: str, answer: str = "", go: str = "next") -> httpx.Response:
    """One button on the screen of a branch."""
    fields = {"go": go, "item": "V8", "branch": branch, "answer": answer}
    return await scene.rig.web.post(scene.path, data=fields, follow_redirects=True)


async def test_the_statements_stand_first_and_then_five_answers(scene: Scene) -> None:
    """Neither screen shows points, nor the answers of another branch; only the second can be the last press."""
    first = unescape((await scene.press("next", "V7", "4")).text)
    assert [f"grado {n} de V8A" in first for n in range(5)] == [False] * 5
    assert (first.count('type="radio"'), "Terminar" in first) == (len(BRANCHES), False)
    second = unescape((await scene.press("next", "V8", "V8B")).text)
    assert [f"grado {n} de V8B" in second for n in range(5)] == [True] * 5
    assert (second.count('type="radio"'), "Pregunta 8 de 8" in second) == (5, True)


@pytest.mark.parametrize("branch", BRANCHES, ids=lambda branch: branch.id)
async def test_each_branch_counts_its_own_points(scene: Scene, branch: object) -> None:
    """The points of the branch go into the score; which branch it was is kept beside them."""
    way = next(each for each in BRANCHES if each is branch)
    await choose(scene, way.id, f"{way.points[-1]:g}")
    reading = scene.told()[-1]
    assert (reading["value"], reading["items"]["V8"]) == (28 + way.points[-1], way.points[-1])
    assert reading["branches"] == {way.id: way.points[-1]}


@pytest.mark.parametrize(("branch", "answer"), [("V8C", "30"), ("V8A", "2"), ("", "30"), ("V8D", "30"), ("V8A", "")])
async def test_points_of_no_branch_or_of_another_are_not_taken(scene: Scene, branch: str, answer: str) -> None:
    """The question stands, with what to do next."""
    page = await choose(scene, branch, answer)
    assert (page.status_code, item_of(page), len(scene.told())) == (200, "V8", 0)


async def test_back_from_a_branch_leads_to_the_statements(scene: Scene) -> None:
    """And from there to the question before."""
    statements = await choose(scene, "V8A", go="back")
    assert unescape(statements.text).count('type="radio"') == len(BRANCHES)
    assert item_of(await scene.press("back", "V8")) == "V7"


async def test_a_changed_branch_takes_the_place_of_the_first(scene: Scene) -> None:
    """One answer is left, and it is shown as chosen when the screen is opened again."""
    await scene.press("back", "V7")
    with scene.rig.parts.database.write() as uow:
        form = next(iter(uow.forms.of_case(scene.one.case.id)))
        uow.forms.keep(form.form_id, {each: value for each, value in form.answers.items() if each != "V1"})
        uow.commit()
    await choose(scene, "V8A", "7")
    await choose(scene, "V8B", "14")
    with scene.rig.parts.database.read() as uow:
        answers = next(iter(uow.forms.of_case(scene.one.case.id))).answers
    assert {name: value for name, value in answers.items() if name.startswith("V8")} == {"V8": 14, "V8B": 14}
    assert checked(await scene.press("next", "V8", "V8B")) == ["14"]


async def test_passing_over_leaves_the_item_without_points(scene: Scene) -> None:
    """Also from within a branch: no score is made of the others."""
    await choose(scene, "V8A", go="skip")
    reading = scene.told()[-1]
    assert (reading["value"], reading["items"]["V8"], reading["branches"]) == (None, None, {})
