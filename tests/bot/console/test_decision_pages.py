"""The decision's pages: all that is signed is shown before, whatever stands against it is said in words, and nothing typed is lost."""

import re
from dataclasses import fields
from typing import Any

import pytest

from bot.console.wording import LANGUAGES
from flows.decision import Draft, Protocol
from flows.handoff import OUTCOMES
from tests.bot.console.people import account, signed_in
from tests.bot.console.test_case import SIGNED
from tests.bot.console.test_queue import words
from tests.bot.reviewing import ACCEPTED, DECLINED, DEFERRED, QUESTIONS, act, brought_to, in_queue
from tests.bot.rig import Rig

FORM: dict[str, Any] = {**SIGNED, "protocol-million_per_kg": "1.5"}
REFUSED_NO_ACK = "El paciente todavía no reconoce la expectativa"
PROTOCOL: dict[str, str] = {
    "indication": "Indicación propia",
    "route": "intrathecal",
    "sessions": "7",
    "million_per_kg": "1.75",
    "million_total": "133.25",
    "image_guidance": "Guía por ultrasonido",
    "rehabilitation_before": "Rehabilitación previa",
    "rehabilitation_after": "Rehabilitación posterior",
    "sequence": "Primero una, luego otra",
    "first": "Dormir mejor",
    "weeks_before": "11",
}
"""Each field of the protocol but the adjuncts, with something nobody else says."""
FLAG = "contraindication:recent_vaccine"
FLAGGED: dict[str, Any] = {"screening.recent": ("recent_vaccine",)}
"""A caution that bars no acceptance."""
RECORD: dict[str, Any] = {
    "documents": "Resonancia de enero",
    "expected_response": "Subir escaleras",
    "measurement_plan": "KOOS al año",
    "would_change": "Una fractura",
    "condition": "Si baja la fiebre",
    "referral": "Con reumatología",
    "reason_text": "Motivo propio",
}


def outcomes(page: str) -> list[str]:
    """What the form offers."""
    return re.findall(r'name="outcome" value="(\w+)"', page)


async def test_everything_that_is_signed_stands_on_the_page_before(rig: Rig) -> None:
    """Every field of the draft and of the protocol, in the words it was given."""
    case_id = await in_queue(rig, replies=FLAGGED)
    flags = {"flag": FLAG, "resolution-0": "stands", "resolution-note-0": "Lo vio su hematóloga"}
    protocol = {f"protocol-{name}": value for name, value in PROTOCOL.items()} | {"adjunct-0": "Plasma", "disclosure-0": "Poca evidencia"}
    sent = {**FORM, **RECORD, **flags, **protocol, "reasons": "infection", "step": "confirm"}
    async with signed_in(rig, "physician") as doctor:
        page = await doctor.decides(case_id, sent)
    told = words(page).partition("Lo que usted firma")[2]
    shown = [*RECORD.values(), "Lo vio su hematóloga", "Sigue en pie", "Plasma: Poca evidencia", "Infección", "intratecal"]
    shown += [value for name, value in PROTOCOL.items() if name not in {"route", "million_total"}] + ["133.25 millones"]
    assert (page.status_code, [each for each in shown if each not in told]) == (200, [])
    seen = {"outcome", "answers", "letter", "flags", "protocol", "reasons", "follow_up_on", "questions", "documents_none", *RECORD}
    assert {field.name for field in fields(Draft)} == seen
    assert {field.name for field in fields(Protocol)} == {*PROTOCOL, "adjuncts"}


async def test_the_day_to_look_again_stands_on_the_page_before(rig: Rig) -> None:
    """With a deferral."""
    case_id = await in_queue(rig)
    sent = {**FORM, "outcome": "deferred", "with_protocol": "", "reasons": "not_fit", "follow_up_on": "2026-06-01", "step": "confirm"}
    async with signed_in(rig, "physician") as doctor:
        page = await doctor.decides(case_id, sent)
    assert "2026-06-01" in words(page).partition("Lo que usted firma")[2]


async def test_the_whole_record_can_be_read_afterwards(rig: Rig) -> None:
    """Also the sequence and what each flag came to."""
    case_id = await in_queue(rig, replies=FLAGGED)
    flags = {"flag": FLAG, "resolution-0": "stands", "resolution-note-0": "Lo vio su hematóloga"}
    async with signed_in(rig, "physician") as doctor:
        await doctor.decides(
            case_id, {**FORM, **flags, "protocol-sequence": "Primero una", "confirmed": f"contraindication_stands:{FLAG}", "step": "sign"}
        )
        told = words(await doctor.get(f"/cases/{case_id}"))
    assert ("Primero una" in told, "Lo vio su hematóloga" in told) == (True, True)


@pytest.mark.parametrize("step", ["confirm", "sign"])
async def test_what_the_patient_has_not_acknowledged_is_said_beside_what_was_typed(rig: Rig, step: str) -> None:
    """On both presses: the preview knows the rules of the signature, and the signature loses no letter."""
    case_id = await in_queue(rig, replies={"outcomes.check": "cure"})
    async with signed_in(rig, "physician") as doctor:
        answer = await doctor.decides(case_id, {**FORM, "step": step})
    told = words(answer)
    assert (answer.status_code, REFUSED_NO_ACK in told, FORM["letter"].split(".")[0] in told) == (409, True, True)


@pytest.mark.parametrize("step", ["confirm", "sign"])
async def test_a_colleague_who_was_faster_costs_nobody_a_letter(rig: Rig, step: str) -> None:
    """The form comes again with who holds the case and everything that was typed."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as late:
        await act(rig, "physician", case_id, "decision", DEFERRED)
        answer = await late.decides(case_id, {**FORM, "step": step})
    assert (answer.status_code, "Physician" in words(answer), 'id="decision-form"' in answer.text) == (409, True, True)
    assert "Puedo ofrecerle un plan" in answer.text


async def test_a_colleague_who_ended_the_case_costs_nobody_a_letter(rig: Rig) -> None:
    """An ended case of another's asks for a proof first; the page that says so holds what was typed."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as late:
        await act(rig, "physician", case_id, "decision", DECLINED)
        answer = await late.decides(case_id, {**FORM, "step": "sign"})
    assert (answer.status_code, "Puedo ofrecerle un plan" in answer.text, "/step-up?next=" in answer.text) == (403, True, True)


async def test_a_case_that_changed_meanwhile_is_signed_from_the_form_that_says_so(rig: Rig) -> None:
    """It carries the new version: who has looked again can go on."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        old = await doctor.decides(case_id, {**FORM, "version": "0", "step": "confirm"})
        version = re.search(r'name="version" value="(\d+)"', old.text)
        assert version
        again = await doctor.decides(case_id, {**FORM, "version": version[1], "step": "sign"})
    assert (old.status_code, again.status_code) == (409, 303)


@pytest.mark.parametrize(("status", "offered"), [("accepted", list(OUTCOMES)), ("treated", ["accepted"])])
async def test_the_form_offers_only_what_an_amendment_may_become(rig: Rig, status: str, offered: list[str]) -> None:
    """After a treatment only the letter can be corrected."""
    case_id = await brought_to(rig, status)
    await act(rig, "physician", case_id, "release")
    async with signed_in(rig, "physician") as doctor:
        assert outcomes((await doctor.get(f"/cases/{case_id}/decision")).text) == offered


async def test_a_decline_is_taken_back_on_the_page(rig: Rig) -> None:
    """By whoever signed it, in the same two presses."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        declined = {**FORM, "outcome": "declined", "fitness-yes": "no", "with_protocol": "", "reasons": "not_fit"}
        await doctor.decides(case_id, {**declined, "step": "sign"})
        seen = [(await doctor.decides(case_id, {**FORM, "step": step})).status_code for step in ("confirm", "sign")]
        told = words(await doctor.get(f"/cases/{case_id}"))
    assert (seen, "Aceptar para un plan" in told, "corregida después" in told) == ([200, 303], True, True)


async def test_the_way_to_a_newer_case_is_shown(rig: Rig) -> None:
    """Where the patient wrote again after the decline."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        declined = {**FORM, "outcome": "declined", "fitness-yes": "no", "with_protocol": "", "reasons": "not_fit"}
        await doctor.decides(case_id, {**declined, "step": "sign"})
        await rig.simulate("ana", text="quiero hablar con una persona")
        newer = await rig.case_of("ana")
        answer = await doctor.decides(case_id, {**FORM, "step": "confirm"})
    assert (answer.status_code, f'href="/cases/{newer}"' in answer.text) == (409, True)


async def test_two_doses_that_contradict_each_other_are_both_named(rig: Rig) -> None:
    """5 million for each of 82 kg are 410, not 90; neither is dropped."""
    case_id = await in_queue(rig, replies={"host.offer": "yes"})
    async with signed_in(rig, "physician") as doctor:
        doses = {"protocol-million_per_kg": "5", "protocol-million_total": "90"}
        answer = await doctor.decides(case_id, {**FORM, **doses, "step": "confirm"})
    told = words(answer)
    assert (answer.status_code, "5 millones de células por kg por 82 kg son 410 millones" in told, "90 millones" in told) == (
        422,
        True,
        True,
    )


async def test_a_whole_dose_alone_is_told_per_kilogram(rig: Rig) -> None:
    """20000 million for 82 kg: the figure stands in the warning and in what is signed."""
    case_id = await in_queue(rig, replies={"host.offer": "yes"})
    async with signed_in(rig, "physician") as doctor:
        doses = {"protocol-million_per_kg": "", "protocol-million_total": "20000"}
        told = words(await doctor.decides(case_id, {**FORM, **doses, "step": "confirm"}))
    assert "La dosis, 243.9 millones de células por kg, está fuera de 1 a 2 millones por kg." in told
    assert ("· 243.9 millones de células/kg ·" in told, "Sin dosis por kilogramo" in told) == (True, False)


async def test_a_whole_dose_is_kept_where_no_weight_is_known(rig: Rig) -> None:
    """As it was written, beside the dose per kilogram."""
    case_id = await in_queue(rig)
    protocol = {"indication": "x", "route": "intravenous", "sessions": 1, "million_per_kg": 5, "million_total": 90}
    body = {**ACCEPTED, "protocol": protocol}
    signed = (await act(rig, "physician", case_id, "decision", body)).json()["decision"]["protocol"]
    assert (signed["million_per_kg"], signed["million_total"], signed["weight_kg"]) == (5.0, 90.0, None)


FIELD_FAULTS: list[tuple[dict[str, str], str]] = [
    ({"outcome": ""}, "Resultado: falta."),
    ({"evidence-reason": ""}, "ofrecerlo para este problema? Razón, en una línea: falta."),
    ({"letter": "a" * 12001}, "Carta al paciente: demasiado largo, 12000 caracteres como máximo."),
    ({"documents": "a" * 501}, "Documentos revisados: demasiado largo, 500 caracteres como máximo."),
    ({"protocol-million_total": "muchos"}, "Millones de células en total (si no es por kg): no se puede leer."),
    ({"protocol-sessions": "99"}, "Sesiones: 50 como máximo."),
    ({"protocol-million_per_kg": "0"}, "Millones de células por kg: debe ser más de 0."),
    ({"protocol-indication": " "}, "Indicación: falta."),
    ({"protocol-route": ""}, "Vía: falta."),
    ({"follow_up_on": "mañana"}, "Volver a ver el: no se puede leer."),
]


@pytest.mark.parametrize(("changed", "told"), FIELD_FAULTS, ids=[next(iter(changed)) for changed, _ in FIELD_FAULTS])
async def test_a_field_is_named_as_the_form_names_it(rig: Rig, changed: dict[str, str], told: str) -> None:
    """With what is wrong, and the limit where there is one."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        answer = await doctor.decides(case_id, {**FORM, **changed, "step": "confirm"})
    assert (answer.status_code, told in words(answer)) == (422, True)


async def test_no_route_is_preset(rig: Rig) -> None:
    """The first choice says nothing, and a route the indication does not call for is pointed out."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        page = (await doctor.get(f"/cases/{case_id}/decision")).text
        told = words(await doctor.decides(case_id, {**FORM, "step": "confirm"}))
    routes = page.partition('<select name="protocol-route">')[2].partition("</select>")[0]
    assert (routes.startswith('<option value="">Elija</option>'), "selected" in routes) == (True, False)
    assert "Vía sistémica para un problema que es solo de articulación." in told


async def test_the_way_back_from_the_last_look_keeps_every_field(rig: Rig) -> None:
    """The button posts all that was typed; the form shows it again."""
    case_id = await in_queue(rig)
    sent = {**FORM, **{f"{name}-reason": f"Razón {name}" for name in QUESTIONS}, "adjunct-2": "Plasma", "disclosure-2": "Poca"}
    async with signed_in(rig, "physician") as doctor:
        confirm = await doctor.decides(case_id, {**sent, "step": "confirm"})
        kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', confirm.text))
        form = (await doctor.decides(case_id, {**kept, "step": "edit"})).text
    assert "Volver al formulario" in words(confirm)
    assert [value for value in sent.values() if value.split("\n")[0] not in form] == []


async def test_a_browser_that_goes_back_may_keep_what_was_typed(rig: Rig) -> None:
    """No field forbids it, and no line of free words is one a browser would remember for other forms."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        page = (await doctor.get(f"/cases/{case_id}/decision")).text
    form = page[page.index('id="decision-form"') :].partition("</form>")[0]
    lines = re.findall(r'<input name="([^"]+)" type="text"', form)
    assert ("autocomplete" in form, sorted(lines)) == (
        False,
        ["protocol-million_per_kg", "protocol-million_total", "protocol-sessions", "protocol-weeks_before"],
    )


async def test_a_line_that_was_broken_is_one_line(rig: Rig) -> None:
    """Its field takes a line end; the record does not."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        answer = await doctor.decides(case_id, {**FORM, "evidence-reason": "Consta\nen el expediente.", "step": "confirm"})
    assert (answer.status_code, "Consta en el expediente." in words(answer)) == (200, True)


ENGLISH = "Dear Ms Ruiz, I have looked at your case with care. I can offer you a plan. Please go on with your present treatment."


async def test_a_letter_in_another_language_is_pointed_out(rig: Rig) -> None:
    """Before the signature, by name of the language; it can be signed all the same."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        answer = await doctor.decides(case_id, {**FORM, "letter": ENGLISH, "step": "confirm"})
    assert (answer.status_code, "no está en el idioma que lee el paciente. Parece escrita en: Inglés" in words(answer)) == (200, True)


async def test_the_api_warns_of_a_letter_in_another_language(rig: Rig) -> None:
    """By code."""
    case_id = await in_queue(rig)
    foreign = (await act(rig, "physician", case_id, "decision", {**ACCEPTED, "patient_text": ENGLISH})).json()["warnings"]
    own = (await act(rig, "physician", case_id, "decision", ACCEPTED)).json()["warnings"]
    code = "letter_in_another_language:en"
    assert (code in foreign, code in own) == (True, False)


@pytest.mark.parametrize(("number", "language", "told"), [(1, "es", "1 sesión"), (1, "en", "1 session"), (2, "es", "2 sesiones")])
async def test_one_session_is_one(rig: Rig, number: int, language: str, told: str) -> None:
    """And two are two."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        doctor.web.cookies.set("candor_language", language, domain="clinic.example")
        page = words(await doctor.decides(case_id, {**FORM, "protocol-sessions": str(number), "step": "confirm"}))
    assert f"· {told} ·" in page


async def test_a_decision_that_another_followed_was_not_corrected(rig: Rig) -> None:
    """Asking for more information is no mistake that an acceptance corrects."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        asks = {"outcome": "needs_information", "questions": ["medicines.list"], "step": "sign"}
        for form in (asks, {**FORM, "step": "sign"}):
            await doctor.decides(case_id, form)
        told = words(await doctor.get(f"/cases/{case_id}"))
    assert ("le siguió otra decisión" in told, "corregida después" in told) == (True, False)


async def test_what_will_be_asked_is_listed_with_the_questions_before_it(rig: Rig) -> None:
    """A follow-up brings the question it hangs on."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        sent = {"outcome": "needs_information", "questions": ["screening.transplant.when"], "step": "confirm"}
        page = (await doctor.decides(case_id, sent)).text
    listed = re.findall(r"<li>([^<]+)</li>", page[page.index("exactamente estas") :].partition("</ol>")[0])
    assert len(listed) == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_why_a_hold_ends_must_be_chosen(rig: Rig, language: str) -> None:
    """Nothing is preset, and one press without a choice ends nothing."""
    await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
    case_id = await rig.case_of("luis")
    async with signed_in(rig, "coordinator", member=account(rig, "coordinator")) as ana:
        ana.web.cookies.set("candor_language", language, domain="clinic.example")
        page = (await ana.get(f"/cases/{case_id}")).text
        refused = await ana.post(f"/cases/{case_id}/lift", {"reason": ""})
    assert '<select name="reason" required><option value="">' in page
    assert (refused.status_code, {"es": "Elija qué pasó", "en": "Choose why"}[language] in words(refused)) == (422, True)


@pytest.mark.parametrize("body", [{"resume": False}, {"resume": False, "reason": ""}])
async def test_the_api_ends_no_hold_without_a_reason(rig: Rig, body: dict[str, Any]) -> None:
    """Missing or empty."""
    await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
    case_id = await rig.case_of("luis")
    assert (await act(rig, "coordinator", case_id, "lift", body)).status_code == 422
