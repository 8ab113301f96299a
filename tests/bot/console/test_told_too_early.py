"""What is said before it is true, and a review asked for before the questions have ended."""

import pytest

from bot.prepared import too_early
from messages.canned import canned
from messages.prompt import LANGUAGES
from tests.bot.console.people import signed_in
from tests.bot.console.test_queue import words
from tests.bot.console.test_reply import texts
from tests.bot.reviewing import act, in_queue
from tests.bot.rig import Rig

READY = "Buenas tardes. Su cotización escrita está lista, Ana. Se la entregamos aparte, no por este chat."
PASSED = "Su pregunta es para el médico, Ana. Ya la tiene, y le responderá por escrito."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_prepared_text_that_is_not_true_yet_is_known_in_every_language(language: str) -> None:
    """With any name, or none, in its gap; a text of one's own is left alone, and so is every text that is true."""
    known = {"clinic": "Regeneris", "name": "", "staff": "Ana"}
    told = {one.id: too_early(one.filled(known), "claimed") for one in canned(language)}
    assert {name: needs for name, needs in told.items() if needs} == {"quote_ready": "quote", "to_physician": "review"}
    assert {too_early(one.filled(known), "quote_issued") for one in canned(language)} == {""}
    assert too_early("El médico le escribe mañana.", "claimed") == ""


@pytest.mark.parametrize(
    ("text", "told"), [(READY, "no se ha registrado ninguna cotización"), (PASSED, "Todavía no la tiene ningún médico")]
)
async def test_a_step_is_not_told_before_it_was_taken(rig: Rig, text: str, told: str) -> None:
    """Neither offered nor sent, by the page or the interface for programs; the words stay in the box."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/claim")
        page = (await ana.get(f"/cases/{case_id}")).text
        assert ('value="quote_ready"' in page, 'value="to_physician"' in page, 'value="received"' in page) == (False, False, True)
        for path in ("reply", "reply/verdict"):
            answer = await ana.post(f"/cases/{case_id}/{path}", {"text": text, "key": "k"})
            assert told in words(answer)
        assert await texts(rig, case_id) == []
    assert (await act(rig, "coordinator", case_id, "messages", {"text": text})).status_code in {409, 422}


async def test_in_review_the_physician_has_it(rig: Rig) -> None:
    """Then it is offered and goes; a quote is still not there."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/claim")
        await ana.post(f"/cases/{case_id}/request-review")
        page = (await ana.get(f"/cases/{case_id}")).text
        assert ('value="quote_ready"' in page, 'value="to_physician"' in page) == (False, True)
        assert (await ana.post(f"/cases/{case_id}/reply", {"text": PASSED, "key": "k"})).status_code == 303


async def test_an_unfinished_intake_goes_to_review_when_that_is_meant(rig: Rig) -> None:
    """The page says how much is open; without a word nothing is asked for, with it the review is."""
    await rig.simulate("ana", text="hola")
    await rig.simulate("ana", text="quiero hablar con una persona")
    case_id = await rig.case_of("ana")
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/claim")
        assert "no terminó las preguntas" in words(await ana.get(f"/cases/{case_id}"))
        asked = await ana.post(f"/cases/{case_id}/request-review")
        assert (asked.status_code, "no terminó las preguntas" in words(asked)) == (422, True)
        assert (await ana.post(f"/cases/{case_id}/request-review", {"sure": "1"})).status_code == 303
        assert "Revisión médica" in words(await ana.get(f"/cases/{case_id}"))
