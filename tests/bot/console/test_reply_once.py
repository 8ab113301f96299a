"""A text is sent once and by who holds the case: the browser's way back, a used form, a second taking back, a case nobody holds."""

import httpx

from tests.bot.console.people import signed_in
from tests.bot.console.test_queue import words
from tests.bot.console.test_reply import GOOD, pass_time, texts
from tests.bot.reviewing import in_queue
from tests.bot.rig import Rig

OTHER = "Le escribimos mañana por la mañana."


def box(page: httpx.Response) -> str:
    """What stands in the box of the reply."""
    return page.text.split('id="reply-text"')[1].split("</textarea>")[0]


async def test_the_same_words_from_a_page_gone_back_to_are_not_sent_again(rig: Rig) -> None:
    """A new form with the very text that was just sent: it stays in the box with a word on it, until the patient has written."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k1"})
        again = await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k2"})
        assert (again.status_code, "No se envió nada: este mismo texto" in words(again), GOOD in box(again)) == (409, True, True)
        assert await texts(rig, case_id) == [(GOOD, "planned")]
        assert (await ana.get(f"/cases/{case_id}")).headers["cache-control"] == "no-store"
        await rig.simulate("ana", text="¿cuándo?")
        assert (await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k3"})).status_code == 303


async def test_a_used_form_with_other_words_says_that_nothing_was_sent(rig: Rig) -> None:
    """The words are kept in a form of their own, so that the next press sends them."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k1"})
        used = await ana.post(f"/cases/{case_id}/reply", {"text": OTHER, "key": "k1"})
        assert (used.status_code, "No se envió nada" in words(used), OTHER in box(used)) == (409, True, True)
        assert await texts(rig, case_id) == [(GOOD, "planned")]
        key = used.text.split('id="reply-form"')[1].split('name="key" value="')[1].split('"')[0]
        assert (await ana.post(f"/cases/{case_id}/reply", {"text": OTHER, "key": key})).status_code == 303
        assert [text for text, _ in await texts(rig, case_id)] == [GOOD, OTHER]


async def test_a_text_taken_back_is_not_told_as_sent_by_its_form(rig: Rig) -> None:
    """Nor does the second taking back say that it has left."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k1"})
        with rig.parts.database.read() as uow:
            send = uow.outbox.for_case(case_id)[-1]
        await ana.post(f"/cases/{case_id}/sends/{send.send_id}/take-back")
        second = await ana.post(f"/cases/{case_id}/sends/{send.send_id}/take-back")
        assert (second.status_code, "ya se había retirado" in words(second), "ya salió" in words(second)) == (409, True, False)
        assert (await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k1"})).status_code == 409
        assert (await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k2"})).status_code == 303
        pass_time(rig)
        await rig.send_all()
        assert await texts(rig, case_id) == [(GOOD, "suppressed"), (GOOD, "gone")]


async def test_who_writes_first_on_a_free_case_holds_it(rig: Rig) -> None:
    """In the same step and on its timeline: a colleague who writes next is told who has it."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "coordinator") as eva:
        assert "al enviar, usted lo toma" in words(await ana.get(f"/cases/{case_id}"))
        assert (await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k"})).status_code == 303
        assert (await eva.post(f"/cases/{case_id}/reply", {"text": OTHER, "key": "k"})).status_code == 409
        with rig.parts.database.read() as uow:
            case = uow.cases.get(case_id)
            assert case is not None
            assert (case.claimed_by, case.status) == (ana.member.staff_ref, "claimed")
            assert [entry.action for entry in uow.timeline.of(case.id)][-2:] == ["claimed", "message_written"]


async def test_a_coordinators_word_leaves_a_case_in_review_to_the_physicians(rig: Rig) -> None:
    """It waits for another role: held by who wrote, nobody could decide it."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana, signed_in(rig, "physician") as doctor:
        await ana.post(f"/cases/{case_id}/claim")
        await ana.post(f"/cases/{case_id}/request-review")
        assert (await ana.post(f"/cases/{case_id}/reply", {"text": GOOD, "key": "k"})).status_code == 303
        assert (await doctor.post(f"/cases/{case_id}/claim")).status_code == 303
