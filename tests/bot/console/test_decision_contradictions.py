"""A decision that contradicts itself or its case, on the pages and over the API: refused, or confirmed line by line before it is signed."""

import re
from typing import Any

import pytest

from flows.session import Flag
from tests.bot.console.people import signed_in
from tests.bot.console.test_decision_pages import FLAG, FLAGGED, FORM
from tests.bot.console.test_queue import words
from tests.bot.reviewing import ACCEPTED, ASKS, DEFERRED, act, call, in_queue
from tests.bot.rig import Rig

CANCER = "contraindication:active_malignancy"
STANDS: dict[str, str] = {"flag": CANCER, "resolution-0": "stands", "resolution-note-0": ""}
DECLINED: dict[str, Any] = {**FORM, "outcome": "declined", "with_protocol": "", "reasons": "active_malignancy"}


async def told_late(rig: Rig) -> str:
    """A case whose patient acknowledged the expectation and told of a cancer afterwards."""
    case_id = await in_queue(rig)
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        uow.flags.add(case.id, [Flag(CANCER, "hard", "free_text", "tengo cáncer de mama", 2)], rig.clock())
        uow.commit()
    return case_id


def ticks(page: str) -> list[str]:
    """What is to be confirmed."""
    return re.findall(r'name="confirmed" value="([^"]+)" required', page)


@pytest.mark.parametrize("step", ["confirm", "sign"])
async def test_no_acceptance_is_signed_over_a_hard_flag_that_stands(rig: Rig, step: str) -> None:
    """Both presses refuse it, name the flag and say what to do; the case is as it was."""
    case_id = await told_late(rig)
    async with signed_in(rig, "physician") as doctor:
        answer = await doctor.decides(case_id, {**FORM, **STANDS, "step": step})
    told = words(answer)
    assert (answer.status_code, "una señal grave sigue en pie: Cáncer" in told) == (422, True)
    assert (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()["status"] == "new"


async def test_the_api_refuses_it_by_the_same_rule(rig: Rig) -> None:
    """With the flag's id behind the rule."""
    case_id = await told_late(rig)
    body = {**ACCEPTED, "flags": [{"id": CANCER, "resolution": "stands"}]}
    answer = await act(rig, "physician", case_id, "decision", body)
    assert (answer.status_code, answer.json()["faults"]) == (422, [f"hard_flag_stands:{CANCER}"])


@pytest.mark.parametrize("body", [ACCEPTED, DEFERRED, ASKS], ids=["accepted", "deferred", "needs_information"])
async def test_the_api_names_a_flag_nobody_looked_at(rig: Rig, body: dict[str, Any]) -> None:
    """Whatever the outcome: its body is the contract's, without flags, so it is signed and warned of."""
    case_id = await told_late(rig)
    answer = await act(rig, "physician", case_id, "decision", body)
    assert (answer.status_code, f"flag_unresolved:{CANCER}" in answer.json()["warnings"]) == (200, True)


@pytest.mark.parametrize("step", ["confirm", "sign"])
async def test_the_form_names_all_that_an_acceptance_lacks_at_once(rig: Rig, step: str) -> None:
    """Four yeses and a line of letter are no plan; nothing is signed at either press, and no tick makes up for it."""
    case_id = await told_late(rig)
    empty = {"documents": "", "with_protocol": "", "expected_response": "", "measurement_plan": "", "flag": CANCER, "resolution-0": ""}
    async with signed_in(rig, "physician") as doctor:
        told = words(await doctor.decides(case_id, {**FORM, **empty, "step": step}))
    parts = (
        "Señal sin revisar: Cáncer",
        "Documentos revisados: nombre cada uno",
        "Aceptar necesita el resumen de protocolo",
        "Aceptar necesita la respuesta esperada",
        "Aceptar necesita el plan de medición",
    )
    assert [part for part in parts if part not in told] == []
    assert (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()["status"] == "new"


async def test_what_cannot_be_read_hides_nothing_else(rig: Rig) -> None:
    """A reason and a route that are missing are told along with the plan that is; nothing is said of what was only unreadable."""
    case_id = await in_queue(rig)
    thin = {**FORM, "evidence-reason": "", "protocol-route": "", "expected_response": "", "measurement_plan": "", "step": "sign"}
    async with signed_in(rig, "physician") as doctor:
        answer = await doctor.decides(case_id, thin)
    told = words(answer).partition("Todavía no se puede firmar: ")[2]
    parts = ("Razón, en una línea: falta.", "Vía: ", "Aceptar necesita la respuesta esperada", "Aceptar necesita el plan de medición")
    assert (answer.status_code, [part for part in parts if part not in told]) == (422, [])
    assert ("Aceptar necesita el resumen" in told, "Las cuatro preguntas necesitan respuesta" in told) == (False, False)


async def test_why_there_was_no_document_is_signed_and_read_back(rig: Rig) -> None:
    """In place of their names."""
    case_id = await in_queue(rig)
    none = {**FORM, "documents": "", "documents_none": "No trae estudios; se le ve en consulta."}
    async with signed_in(rig, "physician") as doctor:
        signed = await doctor.decides(case_id, {**none, "step": "sign"})
        told = words(await doctor.get(f"/cases/{case_id}"))
    assert (signed.status_code, "No trae estudios; se le ve en consulta." in told) == (303, True)


async def test_a_caution_that_stands_beside_cleared_is_ticked_first(rig: Rig) -> None:
    """Not by the first press, nor by a signature without the tick."""
    case_id = await in_queue(rig, replies=FLAGGED)
    code, stands = f"contraindication_stands:{FLAG}", {**FORM, "flag": FLAG, "resolution-0": "stands"}
    async with signed_in(rig, "physician") as doctor:
        looked = await doctor.decides(case_id, {**stands, "step": "confirm"})
        missed = await doctor.decides(case_id, {**stands, "step": "sign"})
        signed = await doctor.decides(case_id, {**stands, "confirmed": code, "step": "sign"})
    assert (looked.status_code, ticks(looked.text)) == (200, [code])
    assert "A «contraindicaciones descartadas» se contestó sí, y esta señal sigue en pie:" in words(looked)
    assert (missed.status_code, "No se firmó nada" in words(missed), ticks(missed.text)) == (422, True, [code])
    assert signed.status_code == 303


async def test_asking_for_more_while_all_is_yes_is_ticked_first(rig: Rig) -> None:
    """Nothing is left to ask by the four answers."""
    case_id = await in_queue(rig)
    asks = {**FORM, "outcome": "needs_information", "with_protocol": "", "questions": ["medicines.list"]}
    async with signed_in(rig, "physician") as doctor:
        missed = await doctor.decides(case_id, {**asks, "step": "sign"})
        signed = await doctor.decides(case_id, {**asks, "confirmed": "four_yes_needs_information", "step": "sign"})
    assert (missed.status_code, ticks(missed.text), signed.status_code) == (422, ["four_yes_needs_information"], 303)


async def test_asking_for_more_without_a_question_is_no_decision(rig: Rig) -> None:
    """Neither one that is chosen nor one in the letter: the form says so."""
    case_id = await in_queue(rig)
    asks = {"outcome": "needs_information", "letter": "Estoy revisando su caso.", "step": "sign"}
    async with signed_in(rig, "physician") as doctor:
        answer = await doctor.decides(case_id, asks)
    assert (answer.status_code, "Elija al menos una pregunta" in words(answer)) == (422, True)


@pytest.mark.parametrize("step", ["confirm", "sign"])
@pytest.mark.parametrize("version", [{}, {"version": ""}, {"version": "abc"}, {"version": "-1"}, {"version": "9" * 30}])
async def test_a_form_that_says_no_version_is_not_taken_for_the_newest(rig: Rig, version: dict[str, str], step: str) -> None:
    """It comes again with all that was typed and the version to go on from."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        answer = await doctor.post(f"/cases/{case_id}/decision", {**FORM, **version, "step": step})
        form = re.search(r'name="version" value="(\d+)"', answer.text)
        assert form is not None
        again = await doctor.post(f"/cases/{case_id}/decision", {**FORM, "version": form[1], "step": "sign"})
    told = words(answer)
    assert (answer.status_code, "de qué estado del caso" in told, "Puedo ofrecerle un plan" in answer.text) == (409, True, True)
    assert again.status_code == 303


async def test_a_decline_for_a_cancer_nobody_named_is_ticked_first(rig: Rig) -> None:
    """Four yeses, a reason that says no, and a patient without that flag: each is a line of its own."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        looked = await doctor.decides(case_id, {**DECLINED, "step": "confirm"})
        codes = ticks(looked.text)
        some = await doctor.decides(case_id, {**DECLINED, "confirmed": codes[0], "step": "sign"})
        every = await doctor.decides(case_id, {**DECLINED, "confirmed": codes, "step": "sign"})
    assert codes == ["four_yes_declined", "reason_contradicts_answer:active_malignancy", "reason_without_flag:active_malignancy"]
    assert "Ninguna señal en pie del caso dice esta razón. Compruebe que es el paciente correcto: Cáncer activo" in words(looked)
    assert (some.status_code, every.status_code) == (422, 303)


async def test_a_tick_is_not_carried_to_another_look(rig: Rig) -> None:
    """It counts for the press it was given with: the page shows it empty again."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        page = (await doctor.decides(case_id, {**DECLINED, "confirmed": "four_yes_declined", "step": "sign"})).text
    assert ('type="hidden" name="confirmed"' in page, "checked" in page.partition('class="contradicts"')[2]) == (False, False)


async def test_what_fits_asks_for_no_tick(rig: Rig) -> None:
    """The flag stands, the third answer is no: a decline as most are."""
    case_id = await told_late(rig)
    fits = {**DECLINED, **STANDS, "contraindications_cleared-yes": "no", "step": "confirm"}
    async with signed_in(rig, "physician") as doctor:
        page = await doctor.decides(case_id, fits)
    assert (page.status_code, ticks(page.text)) == (200, [])
