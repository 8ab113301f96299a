"""A decision that is half written outlives a session: shown in the words of its form, carried through the sign-in, back in its place."""

import json
import re
from collections.abc import Sequence
from html import unescape
from typing import Any

import httpx

from flows.session import Flag
from tests.bot.console.people import PASSWORD, Person, code_for, signed_in
from tests.bot.console.test_decision_pages import FLAG, FLAGGED, FORM
from tests.bot.console.test_queue import words
from tests.bot.reviewing import DECLINED, act, in_queue
from tests.bot.rig import Rig

WRITTEN: dict[str, Any] = {
    **FORM,
    "version": "1",
    "flag": FLAG,
    "resolution-0": "stands",
    "resolution-note-0": "Breve",
    "reasons": ["infection", "not_fit"],
    "questions": ["medicines.list"],
    "adjunct-1": "PRP",
}


def hidden(page: httpx.Response) -> dict[str, str]:
    """The hidden fields of the page's own form."""
    main = page.text.partition('id="heading"')[2]
    return {name: unescape(value) for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', main)}


async def goes_on(person: Person, ended: httpx.Response) -> httpx.Response:
    """From the page that says the session ended to the button that brings the words back, by forms alone; once with a wrong code."""
    asked = await person.web.post("/login?next=" + ended.text.partition("/login?next=")[2].partition('"')[0], data=hidden(ended))
    secrets = {"email": person.member.email, "password": PASSWORD}
    refused = await person.web.post("/login", data={**hidden(asked), **secrets, "code": "000000"})
    assert (asked.status_code, refused.status_code) == (200, 401)
    return await person.web.post("/login", data={**hidden(refused), **secrets, "code": code_for(person.member)})


async def test_what_was_written_comes_back_after_a_new_sign_in(rig: Rig) -> None:
    """Every field, the short ones and the choices too, without a script; nothing is signed on the way."""
    case_id = await in_queue(rig, replies=FLAGGED)
    async with signed_in(rig, "physician") as doctor:
        doctor.web.cookies.clear()
        ended = await doctor.decides(case_id, {**WRITTEN, "step": "sign"})
        resumed = await goes_on(doctor, ended)
        fields = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', resumed.text.partition('id="heading"')[2])
        sent = httpx.QueryParams([*((name, unescape(value)) for name, value in fields), ("step", "edit")])
        form = await doctor.web.post(
            f"/cases/{case_id}/decision", content=str(sent), headers={"Content-Type": "application/x-www-form-urlencoded"}
        )
    assert (ended.status_code, resumed.status_code, form.status_code) == (401, 200, 200)
    page = form.text
    chosen = re.findall(r'name="([\w-]+)" value="([\w.]+)"(?: aria-[\w]+="[^"]+")* checked', page)
    assert {("outcome", "accepted"), ("reasons", "not_fit"), ("reasons", "infection"), ("questions", "medicines.list")} <= set(chosen)
    assert (resolution(page, 0), ">Breve</textarea>" in page, ">PRP</textarea>" in page) == ("stands", True, True)
    assert "Puedo ofrecerle un plan" in page


def resolution(page: str, place: int) -> str:
    """What is chosen for the flag in this place."""
    select = page.partition(f'name="resolution-{place}">')[2].partition("</select>")[0]
    return "".join(re.findall(r'value="(\w+)" selected', select))


async def test_what_was_written_is_told_in_the_words_of_the_form(rig: Rig) -> None:
    """With each field's name, however short; no flag's code, no version, nothing a browser adds by itself."""
    case_id = await in_queue(rig, replies=FLAGGED)
    async with signed_in(rig, "physician") as doctor:
        doctor.web.cookies.clear()
        told = words(await doctor.decides(case_id, {**WRITTEN, "step": "confirm"}))
    told = told.partition("Lo que escribió")[2]
    for part in (
        "Resultado Aceptar para un plan",
        "Razones Infección",
        "Vía intravenosa",
        "Sesiones 1",
        "Complemento 2 PRP",
        "¿El paciente es apto para el protocolo? Sí",
        "Sigue en pie",
        "Breve",
        "Carta al paciente Estimada",
    ):
        assert part in told, part
    assert ("contraindication:" in told, "confirm" in told, "accepted" in told) == (False, False, False)


async def test_a_code_asked_for_meanwhile_brings_the_words_back_too(rig: Rig) -> None:
    """Where a colleague ended the case: from that page by one proof to the form."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as late:
        await act(rig, "physician", case_id, "decision", DECLINED)
        ended = await late.decides(case_id, {**FORM, "step": "confirm"})
        asked = await late.web.post(f"/step-up?next=/cases/{case_id}/decision", data=hidden(ended))
        resumed = await late.web.post("/step-up", data={**hidden(asked), "code": code_for(late.member)})
        form = await late.web.post(f"/cases/{case_id}/decision", data={**hidden(resumed), "step": "edit"})
    assert (ended.status_code, asked.status_code, resumed.status_code) == (403, 200, 200)
    assert "Puedo ofrecerle un plan" in form.text


async def test_no_other_form_is_gone_on_with(rig: Rig) -> None:
    """A reply would be sent by it: it is shown to be copied, and a sign-in that carries one anyway leads to the page alone."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        token = doctor.csrf
        doctor.web.cookies.clear()
        ended = await doctor.post(f"/cases/{case_id}/reply", {"text": "Le llamo hoy.", "key": "0" * 32})
        seen = hidden(await doctor.get(f"/login?next=/cases/{case_id}"))
        carried = {**seen, "kept": json.dumps([["text", "Le llamo hoy."]]), "email": doctor.member.email, "password": PASSWORD}
        answer = await doctor.web.post("/login", data={**carried, "code": code_for(doctor.member)})
    assert ("Le llamo hoy." in words(ended), "0" * 32 in ended.text, token in ended.text) == (True, False, False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/cases/{case_id}")


async def test_what_was_said_of_a_flag_stays_with_that_flag(rig: Rig) -> None:
    """Also when a colleague cleared the one before it in the meantime."""
    case_id = await in_queue(rig, replies=FLAGGED)
    gone = "complaint"
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        uow.flags.add(case.id, [Flag("minor", "caution", "derived", "", None)], rig.clock())
        uow.commit()
    flags: Sequence[str] = (gone, FLAG, "minor")
    sent = {**FORM, "flag": flags, "resolution-0": "cleared", "resolution-1": "stands", "resolution-note-1": "Lo vi", "step": "edit"}
    async with signed_in(rig, "physician") as doctor:
        page = (await doctor.decides(case_id, sent)).text
    assert (resolution(page, 0), resolution(page, 1), page.count(">Lo vi</textarea>")) == ("stands", "", 1)
