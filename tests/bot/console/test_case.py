"""A case over HTTP: packet, transcript, notes, files, clocks, decision and papers, all of it forms that need no script."""

import re
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.attachments import check
from bot.console.wording import LANGUAGES
from bot.uploads import preview_name
from storage.attachments import NewAttachment
from tests.bot.console.people import Person, account, signed_in
from tests.bot.console.test_queue import words
from tests.bot.reviewing import LETTER, QUESTIONS, brought_to, decided, in_queue
from tests.bot.rig import Rig

SIGNED: dict[str, Any] = {
    "outcome": "accepted",
    **{f"{question}-yes": "yes" for question in QUESTIONS},
    **{f"{question}-reason": "Consta en el expediente." for question in QUESTIONS},
    "letter": LETTER,
    "documents": "Resonancia 2025\nInforme",
    "with_protocol": "1",
    "protocol-indication": "Artrosis de rodilla",
    "protocol-route": "intravenous",
    "protocol-sessions": "1",
    "protocol-million_per_kg": "3",
    "expected_response": "Menos dolor\nMás función",
    "measurement_plan": "KOOS a 3 y 6 meses",
}


async def test_the_packet_leads_with_why_and_every_line_to_its_message(rig: Rig) -> None:
    """In the patient's words, with what was read marked as read."""
    case_id = await in_queue(rig, replies={"inquiry.duration": "unos tres años"})
    async with signed_in(rig, "physician") as doctor:
        page = (await doctor.get(f"/cases/{case_id}")).text
        start, end = page.index('id="packet"'), page.index('id="talk"')
        packet = page[start:end]
        assert packet.index("En sus palabras") < packet.index("Medicamentos") < packet.index("Preguntas de salud")
        assert 'class="read">leído como: 3 años' in packet
        numbers = set(re.findall(r'href="#m(\d+)"', packet))
        assert numbers


async def test_the_transcript_shows_delivery_and_edits(rig: Rig) -> None:
    """Both wordings of an edited message, and how our texts fared."""
    case_id = await in_queue(rig)
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        uow.messages.edit(case.conversation_id, 1, "buenos días", rig.clock())
        uow.commit()
    async with signed_in(rig, "coordinator") as ana:
        page = await ana.get(f"/cases/{case_id}")
        assert '<p class="text" lang="es" dir="auto">buenos días</p>' in page.text
        assert "<s>hola</s>" in page.text
        assert "· enviado" in words(page)


async def test_notes_are_kept_apart_from_replies(rig: Rig) -> None:
    """Another form, another word on the button, another table: nothing is planned to be sent."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        before = len(await sends(rig, case_id))
        for _ in range(2):
            answer = await ana.post(f"/cases/{case_id}/notes", {"note": "Cuesta 45000 pesos, dijo", "key": "k1"})
            assert (answer.status_code, answer.headers["location"]) == (303, f"/cases/{case_id}#notes")
        page = await ana.get(f"/cases/{case_id}")
        assert words(page).count("Cuesta 45000 pesos, dijo") == 1
        assert "nunca se envían al paciente" in words(page)
        assert len(await sends(rig, case_id)) == before
        assert (await ana.post(f"/cases/{case_id}/notes", {"note": " "})).status_code == 422


async def sends(rig: Rig, case_id: str) -> list[Any]:
    """Everything planned for a case."""
    with rig.parts.database.read() as uow:
        return uow.outbox.for_case(case_id)


def photo() -> bytes:
    """A small picture."""
    drawn = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(drawn, "PNG")
    return drawn.getvalue()


def keep(rig: Rig, case_id: str, file_id: str, data: bytes, content_type: str, kind: str) -> None:
    """A file of the case, checked and stored."""
    name = f"{file_id:0<32}"[:32]
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        uow.attachments.add(
            [NewAttachment(name, case.conversation_id, 1, kind, "x", file_name="<img src=x onerror=alert(1)>.png")], rig.clock()
        )
        uow.attachments.mark_stored(name, sha256="0" * 64, size=len(data), content_type=content_type, storage_name=name)
        uow.commit()
    rig.parts.files.put(name, data)
    checked = check(data)
    if getattr(checked, "preview", None):
        rig.parts.files.put(preview_name(name), checked.preview)  # type: ignore[union-attr, arg-type]  # just looked at


async def test_a_photo_can_be_seen_turned(rig: Rig) -> None:
    """By quarters, clockwise; anything else that is asked for leaves it as it is."""
    case_id = await in_queue(rig)
    keep(rig, case_id, "aa", photo(), "image/png", "photo")
    path = f"/cases/{case_id}/files/{'aa' + '0' * 30}/preview"
    async with signed_in(rig, "coordinator") as ana:
        assert f'href="{path}?turn=90"' in (await ana.get(f"/cases/{case_id}")).text
        for turn, size in {"90": (40, 60), "180": (60, 40), "270": (40, 60), "45": (60, 40), "x": (60, 40)}.items():
            shown = await ana.get(f"{path}?turn={turn}")
            with Image.open(BytesIO(shown.content)) as image:
                assert (image.format, image.size) == ("JPEG", size), turn


async def test_a_photo_is_shown_drawn_anew_and_the_original_is_for_download(rig: Rig) -> None:
    """Neither can run in our name; a PDF has no preview; each look is an audit row; another case's file is not there."""
    case_id, other = await in_queue(rig, "ana"), await in_queue(rig, "eva")
    keep(rig, case_id, "aa", photo(), "image/png", "photo")
    keep(rig, case_id, "bb", b"%PDF-1.4 x", "application/pdf", "pdf")
    aa, bb = "aa" + "0" * 30, "bb" + "0" * 30
    async with signed_in(rig, "coordinator") as ana:
        page = (await ana.get(f"/cases/{case_id}")).text
        assert f'src="/cases/{case_id}/files/{aa}/preview"' in page
        assert f'src="/cases/{case_id}/files/{bb}/preview"' not in page
        preview = await ana.get(f"/cases/{case_id}/files/{aa}/preview")
        assert (preview.headers["content-type"], preview.content[:3]) == ("image/jpeg", b"\xff\xd8\xff")
        for path, kind in ((f"/cases/{case_id}/files/{aa}", "png"), (f"/cases/{case_id}/files/{bb}", "pdf")):
            original = await ana.get(path)
            assert original.headers["content-disposition"] == f'attachment; filename="{path[-32:-20]}.{kind}"'
            assert original.headers["content-security-policy"] == "default-src 'none'; sandbox"
            assert original.headers["x-content-type-options"] == "nosniff"
        for path in (f"/cases/{other}/files/{aa}", f"/cases/{case_id}/files/{bb}/preview", f"/cases/{case_id}/files/none"):
            assert (await ana.get(path)).status_code == 404, path
    with rig.parts.database.read() as uow:
        assert len([entry for entry in uow.audit.page(0, 999) if entry.action == "file.read"]) == 4


@pytest.mark.parametrize("role", ["auditor", "admin"])
async def test_files_are_closed_to_other_roles(rig: Rig, role: str) -> None:
    """By their address too."""
    case_id = await in_queue(rig)
    keep(rig, case_id, "aa", photo(), "image/png", "photo")
    async with signed_in(rig, role) as one:
        assert (await one.get(f"/cases/{case_id}/files/{'aa' + '0' * 30}")).status_code == 403


async def test_a_coordinator_reads_the_decision_without_its_form(rig: Rig) -> None:
    """And cannot sign one by posting it."""
    case_id = await decided(rig)
    async with signed_in(rig, "coordinator") as ana:
        page = await ana.get(f"/cases/{case_id}/decision")
        assert 'id="decision-form"' not in page.text
        assert "Puedo ofrecerle un plan" in page.text
        assert "Solo un médico" in words(page)
        assert (await ana.decides(case_id, {**SIGNED, "step": "sign"})).status_code == 403


async def test_a_physician_decides_in_two_presses(rig: Rig) -> None:
    """The first shows what the patient will read, the whole dose and a warning outside the usual range; the second signs."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician", member=account(rig, "physician", name="Dra. Ruiz")) as doctor:
        form = re.search(r'name="version" value="(\d+)"', (await doctor.get(f"/cases/{case_id}/decision")).text)
        assert form
        confirm = await doctor.decides(case_id, {**SIGNED, "version": form[1], "step": "confirm"})
        told = words(confirm)
        assert confirm.status_code == 200
        for part in (
            "Lo que leerá el paciente",
            "Puedo ofrecerle un plan",
            "Ya llegó la respuesta",
            "fuera de 1 a 2 millones",
            "Dra. Ruiz, cédula CED-1",
            "INFLESZ",
        ):
            assert part in told, part
        with rig.parts.database.read() as uow:
            case = uow.cases.get(case_id)
            assert case is not None
            assert uow.decisions.standing(case.id) is None
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', confirm.text))
        again = await doctor.decides(case_id, {**SIGNED, "step": "edit"})
        assert (again.status_code, "Menos dolor" in again.text) == (200, True)
        assert fields.keys() >= SIGNED.keys()
        signed = await doctor.decides(case_id, {**SIGNED, "version": fields["version"], "step": "sign"})
        assert (signed.status_code, signed.headers["location"]) == (303, f"/cases/{case_id}#decision")
        page = words(await doctor.get(f"/cases/{case_id}"))
        assert "Aceptar para un plan" in page
        assert "Firmada por Dra. Ruiz, cédula CED-1" in page


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"fitness-yes": "no"}, "Aceptar necesita cuatro veces sí."),
        ({"fitness-yes": ""}, "Las cuatro preguntas necesitan respuesta."),
        ({"letter": ""}, "Escriba la carta al paciente."),
        ({"outcome": "declined", "with_protocol": ""}, "Elija al menos una razón."),
        ({"outcome": "maybe"}, "Resultado: no se puede leer."),
        ({"fitness-reason": ""}, "¿El paciente es apto para el protocolo? Razón, en una línea: falta."),
        ({"protocol-sessions": "muchas"}, "Sesiones: no se puede leer."),
        ({"letter": "El plan cuesta 45,000 pesos."}, "45,000"),
    ],
)
async def test_what_is_missing_is_said_and_nothing_typed_is_lost(rig: Rig, changed: dict[str, str], told: str) -> None:
    """With 422, on both presses."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        for step in ("confirm", "sign"):
            answer = await doctor.decides(case_id, {**SIGNED, **changed, "step": step})
            assert answer.status_code == 422
            assert told in words(answer)
            assert "Resonancia 2025" in answer.text


async def test_more_information_asks_exactly_the_questions_chosen(rig: Rig) -> None:
    """And the patient is invited to them."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        assert 'value="medicines.list"' in (await doctor.get(f"/cases/{case_id}/decision")).text
        asked = {"outcome": "needs_information", "questions": ["medicines.list"], "step": "sign"}
        assert (await doctor.decides(case_id, asked)).status_code == 303
        page = words(await doctor.get(f"/cases/{case_id}"))
        assert "Falta información" in page
        assert "Espera al paciente" in page
        assert (await doctor.decides(case_id, {**asked, "questions": ["language.choose"]})).status_code == 422


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_question_that_may_be_asked_again_has_a_short_name_and_stands_in_full(rig: Rig, language: str) -> None:
    """The name is what the packet calls it, few words and no question; beneath it what the patient would read, nothing left to fill in."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        doctor.web.cookies.set("candor_language", language, domain="clinic.example")
        page = (await doctor.get(f"/cases/{case_id}/decision")).text
    found = re.findall(
        r'name="questions" value="([^"]+)"[^>]*><span><span id="[^"]+">([^<]+)</span><span class="sub" id="[^"]+">([^<]+)<', page
    )
    assert len(found) == page.count('name="questions"') > 30
    told = {step: (name, question) for step, name, question in found}
    assert not [name for name, _ in told.values() if len(name) > 30 or name.endswith(("?", "."))]
    assert not [question for _, question in told.values() if len(question) < 10 or "{" in question]
    assert told["medicines.list"][0] == {"es": "Medicinas", "en": "Medicines"}[language]
    assert told["subject.age"][1].count("?") == 1
    assert {"es": ": Artrosis de rodilla. No es un", "en": ": Knee osteoarthritis. It is not a"}[language] in told["inquiry.condition"][1]


async def test_papers_come_in_their_order(rig: Rig) -> None:
    """The form for each comes first when its turn has come; a quote before a decision is refused by name."""
    case_id = await in_queue(rig)
    paper = {"reference": "Q-1", "date": "2026-03-01", "language": "es"}
    async with signed_in(rig, "coordinator") as ana:
        early = await ana.post(f"/cases/{case_id}/quote", paper)
        assert (early.status_code, "Ningún médico ha aceptado" in words(early)) == (409, True)
    done = await brought_to(rig, "accepted", "eva")
    async with signed_in(rig, "coordinator") as ana:
        for step in ("quote", "protocol-summary", "consent", "treated"):
            page = (await ana.get(f"/cases/{done}")).text
            assert re.findall(r'action="/cases/\w+/(quote|protocol-summary|consent|treated)[#"]', page)[0] == step
            assert (await ana.post(f"/cases/{done}/{step}", paper)).status_code == 303, step
        assert (await ana.post(f"/cases/{done}/quote", {**paper, "date": "soon"})).status_code == 422


async def test_a_quote_never_holds_an_amount(rig: Rig) -> None:
    """Not even in its reference."""
    case_id = await brought_to(rig, "accepted")
    async with signed_in(rig, "coordinator") as ana:
        answer = await ana.post(f"/cases/{case_id}/quote", {"reference": "45,000 pesos", "date": "2026-03-01", "language": "es"})
        assert (answer.status_code, "Las cantidades nunca se guardan" in words(answer)) == (422, True)


async def test_an_emergency_is_acknowledged_and_its_hold_ended(rig: Rig) -> None:
    """With the words that raised it on top of the page."""
    await rig.simulate("luis", text="hola")
    await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
    case_id = await rig.case_of("luis")
    async with signed_in(rig, "coordinator") as ana:
        page = await ana.get(f"/cases/{case_id}")
        assert 'role="alert"' in page.text
        assert "me duele mucho el pecho y no puedo respirar" in words(page)
        assert re.findall(r'class="reached"><bdi>([^<]+)</bdi>', page.text) == ["luis"]
        assert (await ana.post(f"/cases/{case_id}/acknowledge")).status_code == 303
        assert (await ana.post(f"/cases/{case_id}/lift", {"reason": "anything"})).status_code == 422
        assert (await ana.post(f"/cases/{case_id}/lift", {"reason": "false_alarm", "resume": "1"})).status_code == 303
        assert "Lo vi" not in words(await ana.get(f"/cases/{case_id}"))


async def test_the_print_names_who_and_when_and_holds_no_transcript_unless_asked(rig: Rig) -> None:
    """Confidential on paper."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician", member=account(rig, "physician", name="Dra. Ruiz")) as doctor:
        plain = await doctor.get(f"/cases/{case_id}/print")
        whole = await doctor.get(f"/cases/{case_id}/print?transcript=1")
        assert "Impreso por Dra. Ruiz, 1 mar 2026, 09:00" in words(plain)
        assert ('class="msg ' in plain.text, 'class="msg ' in whole.text) == (False, True)


async def test_a_case_that_is_not_there_is_hidden(rig: Rig) -> None:
    """The same answer for anything."""
    async with signed_in(rig, "coordinator") as ana:
        for path in ("/cases/nope", f"/cases/{'0' * 32}", "/cases/%00", "/cases/nope/print", "/cases/nope/decision", "/live/cases/nope"):
            assert (await ana.get(path)).status_code == 404, path
        for step in ("claim", "reply", "notes", "quote", "hand-over"):
            answer = await ana.post(f"/cases/nope/{step}", {"text": "hola", "note": "x", "date": "2026-03-01", "to": "x"})
            assert answer.status_code == 404, step


async def test_every_form_is_refused_without_its_token(rig: Rig) -> None:
    """Another site cannot post in somebody's name."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        await _refused(doctor, case_id)


async def _refused(doctor: Person, case_id: str) -> None:
    steps = (
        "claim",
        "release",
        "take",
        "hand-over",
        "reply",
        "reply/verdict",
        "question",
        "notes",
        "request-review",
        "acknowledge",
        "lift",
    )
    for step in (*steps, "wait", "resume", "close", "decision", "quote", "protocol-summary", "consent", "treated", "treatment-day"):
        answer = await doctor.web.post(f"/cases/{case_id}/{step}", data={"text": "hola"})
        assert answer.status_code == 403, step
