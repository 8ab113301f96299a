"""Replies: what is stopped and how it is told, what waits, what can be taken back, and that a form posted twice sends once."""

from datetime import timedelta
from typing import Any

import pytest

from bot.channels.whatsapp_contents import ContentSids
from storage.clocks import Clock
from tests.bot.console.people import signed_in
from tests.bot.console.test_queue import words
from tests.bot.reviewing import in_queue
from tests.bot.rig import ANA, Rig, running
from tests.databases import SqliteDatabases

GOOD = "Buenas tardes. Recibimos sus papeles y los leerá un médico."
PRICE = "El tratamiento cuesta 45,000 pesos."
SID = "HX" + "0" * 32
NOTICE = ContentSids({"notice-waiting": {"es": SID}})
CLINICAL = "Su resonancia muestra una lesión pequeña."


GONE = {"accepted": "gone", "delivered": "gone"}
"""Receipts come when they come: either means that the text has left."""


async def texts(rig: Rig, case_id: str) -> list[tuple[str, str]]:
    """What staff wrote and how it stands."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        return [
            (message.text, GONE.get(message.state, message.state))
            for message in uow.messages.for_conversation(case.conversation_id)
            if message.author == "staff"
        ]


def pass_time(rig: Rig) -> None:
    """The seconds to take a text back are over."""
    import sqlalchemy as sa

    with rig.parts.database.engine.begin() as connection:
        connection.execute(sa.text("UPDATE outbox SET wait_until = '2020-01-01 00:00:00.000000' WHERE finished_at IS NULL"))


async def test_a_reply_leaves_after_the_time_to_take_it_back(rig: Rig) -> None:
    """Not before; posted twice it leaves once."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/claim")
        for _ in range(2):
            answer = await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k1"})
            assert answer.headers["location"] == f"/cases/{case_id}?sent=1#newest"
        await rig.send_all()
        assert await texts(rig, case_id) == [(GOOD, "planned")]
        assert "Retirar" in words(await ana.get(f"/cases/{case_id}?sent=1"))
        pass_time(rig)
        await rig.send_all()
        assert await texts(rig, case_id) == [(GOOD, "gone")]
    assert [item["text"] for item in await rig.screen("ana") if item["from"] == "staff"] == [GOOD]


async def test_a_reply_taken_back_never_leaves_and_its_words_come_back(rig: Rig) -> None:
    """The clock of the first response runs on, as nothing was said."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k1"})
        with rig.parts.database.read() as uow:
            send = uow.outbox.for_case(case_id)[-1]
        back = await ana.post(f"/cases/{case_id}/sends/{send.send_id}/take-back")
        assert back.headers["location"] == f"/cases/{case_id}?again={send.n}#reply"
        assert GOOD in (await ana.get(back.headers["location"])).text.split('id="reply-text"')[1].split("</textarea>")[0]
        pass_time(rig)
        await rig.send_all()
        assert await texts(rig, case_id) == [(GOOD, "suppressed")]
        assert running_clocks(rig, case_id) == {"first_response", "resolution"}
        assert (await ana.post(f"/cases/{case_id}/sends/{send.send_id}/take-back")).status_code == 409


def clocks(rig: Rig, case_id: str) -> list[Clock]:
    """The case's clocks."""
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        return uow.clocks.of(case.id)


def running_clocks(rig: Rig, case_id: str) -> set[str]:
    """Kinds of clocks that run."""
    return {clock.kind for clock in clocks(rig, case_id) if not clock.ended}


async def test_what_is_on_its_way_cannot_be_taken_back(rig: Rig) -> None:
    """The answer says so."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k1"})
        pass_time(rig)
        await rig.send_all()
        with rig.parts.database.read() as uow:
            send = uow.outbox.for_case(case_id)[-1]
        late = await ana.post(f"/cases/{case_id}/sends/{send.send_id}/take-back")
        assert (late.status_code, "ya salió" in words(late)) == (409, True)


@pytest.mark.parametrize("role", ["coordinator", "physician"])
async def test_a_price_is_stopped_with_its_phrase_and_what_may_be_said(rig: Rig, role: str) -> None:
    """While typing and at the end, whoever types; the words stay in the box and nothing is planned."""
    case_id = await in_queue(rig)
    async with signed_in(rig, role) as one:
        typing = await one.post(f"/cases/{case_id}/reply/verdict", {"text": PRICE})
        sent = await one.post(f"/cases/{case_id}/reply", {"text": PRICE, "key": "k"})
        assert (typing.status_code, sent.status_code) == (200, 422)
        for answer in (typing, sent):
            assert "cuesta 45,000" in answer.text.split("<mark>")[1].split("</mark>")[0]
            assert "En su lugar:" in words(answer)
        assert PRICE in sent.text.split('id="reply-text"')[1].split("</textarea>")[0]
        assert await texts(rig, case_id) == []


async def test_a_coordinators_clinical_words_go_to_a_physician(rig: Rig) -> None:
    """Refused with the sentence; one press makes them a note and asks for review; nothing is sent. A physician may write them."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "physician") as doctor:
        stopped = await ana.post(f"/cases/{case_id}/reply", {"text": CLINICAL, "key": "k"})
        assert (stopped.status_code, "lo escribe un médico" in words(stopped)) == (422, True)
        for _ in range(2):
            assert (await ana.post(f"/cases/{case_id}/question", {"text": CLINICAL, "key": "k"})).status_code in {303, 409}
        page = words(await doctor.get(f"/cases/{case_id}"))
        assert (page.count(CLINICAL), "Pregunta a un médico" in page, "Revisión médica" in page) == (1, True, True)
        assert await texts(rig, case_id) == []
        assert (await doctor.post(f"/cases/{case_id}/reply", {"text": CLINICAL, "key": "k"})).status_code == 303
        assert await texts(rig, case_id) == [(CLINICAL, "planned")]


async def test_only_the_holder_writes(rig: Rig) -> None:
    """Another's case is read, not answered."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "coordinator") as eva:
        await ana.post(f"/cases/{case_id}/claim")
        assert (await eva.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k"})).status_code == 409
        assert 'id="reply-form"' not in (await eva.get(f"/cases/{case_id}")).text


async def test_canned_texts_are_filled_and_chosen_without_a_script(rig: Rig) -> None:
    """By a code in the address; a coordinator is offered no clinical one."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "physician") as doctor:
        page = (await ana.get(f"/cases/{case_id}?canned=introduce")).text
        box = page.split('id="reply-text"')[1].split("</textarea>")[0]
        assert f"Soy {ana.member.name}, del equipo de Regeneris" in box
        assert 'value="keep_care"' not in page
        assert 'value="keep_care"' in (await doctor.get(f"/cases/{case_id}")).text


async def test_too_long_a_text_is_stopped_with_the_number(rig: Rig) -> None:
    """Counted as the channel counts."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        answer = await ana.post(f"/cases/{case_id}/reply", {"text": "ab " * 1400, "key": "k"})
        assert (answer.status_code, "Sobran 103 caracteres" in words(answer)) == (422, True)


async def test_an_empty_reply_is_no_reply(rig: Rig) -> None:
    """It says so."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        answer = await ana.post(f"/cases/{case_id}/reply", {"text": "  ", "key": "k"})
        assert (answer.status_code, "Escriba algo primero" in words(answer)) == (422, True)


async def test_asking_the_patient_pauses_and_their_answer_resumes(rig: Rig) -> None:
    """Both ends are rows, and the deadline has moved by the pause."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        due = next(clock.due_at for clock in clocks(rig, case_id) if clock.kind == "resolution")
        await ana.post(f"/cases/{case_id}/reply", {"text": "¿Puede enviar el informe?", "key": "k", "asks": "1"})
        assert "Espera al paciente" in words(await ana.get(f"/cases/{case_id}"))
        rig.clock.move(hours=3)
        await rig.simulate("ana", text="sí, mañana")
        after = {clock.kind: clock for clock in clocks(rig, case_id)}
        assert after["resolution"].due_at == due + timedelta(hours=3)
        assert (after["first_response"].ended, after["next_response"].ended) == ("met", "")
        await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k2"})
        assert {clock.kind: clock.ended for clock in clocks(rig, case_id)}["next_response"] == "met"


async def on_whatsapp(rig: Rig) -> str:
    """A case in the queue of a patient on WhatsApp, where the notice is an approved template."""
    rig.twilio.add_content(SID, "Tiene un mensaje. Para leerlo, escriba ABRIR.")
    await rig.twilio.push_text(ANA, "hola")
    await rig.send_all()
    await rig.twilio.push_text(ANA, "quiero hablar con una persona")
    await rig.send_all()
    with rig.parts.database.read() as uow:
        return next(case.case_id for case in uow.cases.queue(limit=9).items if case.channel == "whatsapp")


@pytest.mark.parametrize("word", ["ABRIR", "sí, dígame"])
async def test_outside_the_window_a_notice_goes_and_the_text_waits(sqlite_databases: SqliteDatabases, tmp_path: Any, word: str) -> None:
    """Said before sending; one notice for all texts; they leave in order once the patient writes; the word itself answers nothing."""
    async with running(sqlite_databases.fresh(tmp_path), tmp_path, contents=NOTICE) as rig:
        case_id = await on_whatsapp(rig)
        rig.clock.move(hours=30)
        async with signed_in(rig, "coordinator") as ana:
            page = words(await ana.get(f"/cases/{case_id}"))
            assert "Sale un aviso sin contenido por plantilla" in page
            for place, text in enumerate((GOOD, "Gracias por su paciencia.")):
                assert (await ana.post(f"/cases/{case_id}/reply", {"text": text, "key": f"k{place}"})).status_code == 303
            await rig.send_all()
            assert [state for _, state in await texts(rig, case_id)] == ["parked", "parked"]
            assert "2 textos esperan" in words(await ana.get(f"/cases/{case_id}"))
        with rig.parts.database.read() as uow:
            notices = [GONE.get(send.state) for send in uow.outbox.for_case(case_id) if send.message_key == "notice-waiting"]
        assert notices == ["gone"]
        before = said(rig, case_id)
        await rig.twilio.push_text(ANA, word)
        await rig.send_all()
        assert await texts(rig, case_id) == [(GOOD, "gone"), ("Gracias por su paciencia.", "gone")]
        assert (said(rig, case_id) == before) == (word == "ABRIR")


def said(rig: Rig, case_id: str) -> int:
    """How many texts the bot has said."""
    with rig.parts.database.read() as uow:
        return len([send for send in uow.outbox.for_case(case_id) if send.purpose != "staff"])


async def test_without_a_template_the_text_waits_and_a_person_is_told(rig: Rig) -> None:
    """The notice cannot go either: a task for staff appears."""
    case_id = await on_whatsapp(rig)
    rig.clock.move(hours=30)
    async with signed_in(rig, "coordinator") as ana:
        assert "no hay plantilla" in words(await ana.get(f"/cases/{case_id}"))
        await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k"})
    await rig.send_all()
    with rig.parts.database.read() as uow:
        assert [ticket.kind for ticket in uow.tickets.open_page()][-1] == "send_parked"
        assert {send.state for send in uow.outbox.for_case(case_id) if send.message_key in {"notice-waiting", "staff-message"}} == {
            "parked"
        }


async def test_a_window_that_closes_on_the_way_parks_the_text_too(sqlite_databases: SqliteDatabases, tmp_path: Any) -> None:
    """The sender says the same as the page would have."""
    async with running(sqlite_databases.fresh(tmp_path), tmp_path, contents=NOTICE) as rig:
        case_id = await on_whatsapp(rig)
        async with signed_in(rig, "coordinator") as ana:
            await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k"})
        rig.clock.move(hours=30)
        pass_time(rig)
        await rig.send_all()
        assert await texts(rig, case_id) == [(GOOD, "parked")]
        await rig.twilio.push_text(ANA, "abrir")
        await rig.send_all()
        assert await texts(rig, case_id) == [(GOOD, "gone")]
