"""The papers on the page of a case: in the patient's language, given again where one was wrong, and never lost to a refusal."""

import re
from typing import Any, Final

import pytest

from tests.bot.console.people import Person, signed_in
from tests.bot.console.test_queue import words
from tests.bot.reviewing import DAY, brought_to, call
from tests.bot.rig import Rig

QUOTE: Final = {"reference": "Q-1", "date": DAY, "language": "es"}
ENGLISH: Final = {**QUOTE, "language": "en"}


async def status_of(rig: Rig, case_id: str) -> str:
    """Where the case stands."""
    return str((await call(rig, "coordinator", "GET", f"/cases/{case_id}")).json()["status"])


def forms(page: str) -> list[str]:
    """The papers that can be recorded on a page, in order."""
    return re.findall(r'action="/cases/\w+/(quote|protocol-summary|consent|treated)[#"]', page)


async def given(person: Person, case_id: str, *papers: tuple[str, dict[str, Any]]) -> None:
    """Each is recorded."""
    for step, body in papers:
        assert (await person.post(f"/cases/{case_id}/{step}", body)).status_code == 303, step


@pytest.mark.parametrize(
    ("quote", "consent"),
    [({**ENGLISH, "confirmed": "en"}, QUOTE), (QUOTE, ENGLISH)],
    ids=["a quote in another language", "a consent in another language"],
)
async def test_a_consent_refused_for_its_language_says_what_to_do(rig: Rig, quote: dict[str, Any], consent: dict[str, Any]) -> None:
    """In words, on the page of the case, with the forms for what has to be given in the patient's language."""
    case_id = await brought_to(rig, "accepted")
    async with signed_in(rig, "coordinator") as ana:
        await given(ana, case_id, ("quote", quote), ("protocol-summary", QUOTE))
        refused = await ana.post(f"/cases/{case_id}/consent", consent)
        assert (refused.status_code, forms(refused.text)) == (409, ["consent", "quote", "protocol-summary"])
        assert "en el idioma que el paciente lee bien (Español)" in words(refused)
        await given(ana, case_id, ("quote", {**QUOTE, "reference": "Q-2"}), ("consent", QUOTE))


@pytest.mark.parametrize("step", ["quote", "protocol-summary"])
async def test_a_paper_in_another_language_is_recorded_once_that_is_confirmed(rig: Rig, step: str) -> None:
    """Nothing before; a confirmation of one language confirms no other."""
    case_id = await brought_to(rig, "accepted" if step == "quote" else "quote_issued")
    before = await status_of(rig, case_id)
    async with signed_in(rig, "coordinator") as ana:
        for body in (ENGLISH, {**ENGLISH, "confirmed": "fr"}):
            asked = await ana.post(f"/cases/{case_id}/{step}", body)
            assert (asked.status_code, await status_of(rig, case_id)) == (422, before)
            assert "está en otro idioma (Inglés) que el que el paciente lee bien (Español)" in words(asked)
            assert 'name="confirmed" value="en"' in asked.text
        await given(ana, case_id, (step, {**ENGLISH, "confirmed": "en"}))
        assert await status_of(rig, case_id) != before


async def test_a_paper_that_is_missing_in_the_patients_language_is_named_before_the_consent(rig: Rig) -> None:
    """As soon as the wrong one is recorded, until the right one is."""
    case_id = await brought_to(rig, "accepted")
    async with signed_in(rig, "coordinator") as ana:
        await given(ana, case_id, ("quote", {**ENGLISH, "confirmed": "en"}))
        assert "no se puede registrar el consentimiento: Cotización." in words(await ana.get(f"/cases/{case_id}"))
        await given(ana, case_id, ("quote", QUOTE))
        assert "no se puede registrar el consentimiento" not in words(await ana.get(f"/cases/{case_id}"))


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ({**QUOTE, "date": "soon"}, 422, "ese día no existe"),
        ({**QUOTE, "date": "2027-01-01"}, 422, "El día está en el futuro"),
        ({**QUOTE, "date": "2020-01-01"}, 409, "anterior a la aceptación"),
        ({**QUOTE, "reference": "45,000 pesos"}, 422, "Las cantidades nunca se guardan"),
        ({**QUOTE, "language": "tlh"}, 422, "Esa opción no existe"),
    ],
)
async def test_a_refused_paper_comes_back_as_it_was_typed(rig: Rig, body: dict[str, str], status: int, told: str) -> None:
    """On the page of the case, opened at the form, with the reason beside it and a word on top."""
    case_id = await brought_to(rig, "accepted")
    async with signed_in(rig, "coordinator") as ana:
        refused = await ana.post(f"/cases/{case_id}/quote", body)
        assert (refused.status_code, told in words(refused), "No se registró nada" in words(refused)) == (status, True, True)
        assert f'value="{body["reference"]}"' in refused.text
        assert re.search(r'id="part-act" checked', refused.text)


async def test_a_paper_whose_form_is_gone_says_why_on_top(rig: Rig) -> None:
    """The case moved on in another window."""
    case_id = await brought_to(rig, "treated")
    async with signed_in(rig, "coordinator") as ana:
        refused = await ana.post(f"/cases/{case_id}/quote", QUOTE)
        assert (refused.status_code, forms(refused.text)) == (409, [])
        assert "No se registró nada. El caso está en “Tratado”. Este paso se da cuando está en: Aceptado" in words(refused)
