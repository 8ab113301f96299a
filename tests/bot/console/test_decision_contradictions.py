"""A decision that contradicts itself or its case, on the pages and over the API: refused, or confirmed line by line before it is signed."""

import re
from typing import Any

import pytest

from flows.session import Flag
from tests.bot.console.people import signed_in
from tests.bot.console.test_decision_pages import FORM
from tests.bot.console.test_queue import words
from tests.bot.reviewing import ACCEPTED, act, call, in_queue
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
        answer = await doctor.post(f"/cases/{case_id}/decision", {**FORM, **STANDS, "step": step})
    told = words(answer)
    assert (answer.status_code, "una señal grave sigue en pie: Cáncer" in told) == (422, True)
    assert (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()["status"] == "new"


async def test_the_api_refuses_it_by_the_same_rule(rig: Rig) -> None:
    """With the flag's id behind the rule."""
    case_id = await told_late(rig)
    body = {**ACCEPTED, "flags": [{"id": CANCER, "resolution": "stands"}]}
    answer = await act(rig, "physician", case_id, "decision", body)
    assert (answer.status_code, answer.json()["faults"]) == (422, [f"hard_flag_stands:{CANCER}"])


async def test_the_api_warns_of_a_hard_flag_nobody_looked_at(rig: Rig) -> None:
    """Its body is the contract's, without flags: it is signed, and said."""
    case_id = await told_late(rig)
    answer = await act(rig, "physician", case_id, "decision", ACCEPTED)
    assert answer.status_code == 200
    assert {f"flag_unresolved:{CANCER}", f"hard_flag_unresolved:{CANCER}"} <= set(answer.json()["warnings"])


async def test_an_acceptance_over_an_open_hard_flag_is_ticked_first(rig: Rig) -> None:
    """Not by the first press, nor by a signature without the tick."""
    case_id = await told_late(rig)
    code = f"hard_flag_unresolved:{CANCER}"
    async with signed_in(rig, "physician") as doctor:
        looked = await doctor.post(f"/cases/{case_id}/decision", {**FORM, "step": "confirm"})
        missed = await doctor.post(f"/cases/{case_id}/decision", {**FORM, "step": "sign"})
        signed = await doctor.post(f"/cases/{case_id}/decision", {**FORM, "confirmed": code, "step": "sign"})
    assert (looked.status_code, ticks(looked.text)) == (200, [code])
    assert (missed.status_code, "No se firmó nada" in words(missed), ticks(missed.text)) == (422, True, [code])
    assert signed.status_code == 303


async def test_a_decline_for_a_cancer_nobody_named_is_ticked_first(rig: Rig) -> None:
    """Four yeses, a reason that says no, and a patient without that flag: each is a line of its own."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        looked = await doctor.post(f"/cases/{case_id}/decision", {**DECLINED, "step": "confirm"})
        codes = ticks(looked.text)
        some = await doctor.post(f"/cases/{case_id}/decision", {**DECLINED, "confirmed": codes[0], "step": "sign"})
        every = await doctor.post(f"/cases/{case_id}/decision", {**DECLINED, "confirmed": codes, "step": "sign"})
    assert codes == ["four_yes_declined", "reason_contradicts_answer:active_malignancy", "reason_without_flag:active_malignancy"]
    assert "Ninguna señal en pie del caso dice esta razón. Compruebe que es el paciente correcto: Cáncer activo" in words(looked)
    assert (some.status_code, every.status_code) == (422, 303)


async def test_a_tick_is_not_carried_to_another_look(rig: Rig) -> None:
    """It counts for the press it was given with: the page shows it empty again."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        page = (await doctor.post(f"/cases/{case_id}/decision", {**DECLINED, "confirmed": "four_yes_declined", "step": "sign"})).text
    assert ('type="hidden" name="confirmed"' in page, "checked" in page.partition('class="contradicts"')[2]) == (False, False)


async def test_what_fits_asks_for_no_tick(rig: Rig) -> None:
    """The flag stands, the third answer is no: a decline as most are."""
    case_id = await told_late(rig)
    fits = {**DECLINED, **STANDS, "contraindications_cleared-yes": "no", "step": "confirm"}
    async with signed_in(rig, "physician") as doctor:
        page = await doctor.post(f"/cases/{case_id}/decision", fits)
    assert (page.status_code, ticks(page.text)) == (200, [])
