"""The physician's letter on its private page: who can open it, how long, what a preview shows, and what the chat never says."""

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest

from bot.letters import VALID, new_token
from tests.bot.console.people import signed_in
from tests.bot.reviewing import ACCEPTED, ASKS, DECLINED, LETTER, act, call, decided, link_in
from tests.bot.rig import Rig

HOSTILE = "<script>alert(1)</script>{{7*7}}\u202e\n\n<img src=x onerror=alert(1)>"


async def told(rig: Rig, patient: str = "ana") -> dict[str, Any]:
    """The last text a patient got about an answer."""
    await rig.send_all()
    return [item for item in await rig.screen(patient) if item["message_key"] == "handoff-answer_ready"][-1]


async def letter_of(rig: Rig, body: dict[str, Any] = ACCEPTED) -> str:
    """The path of the link that a decision sent."""
    await decided(rig, body)
    return link_in((await told(rig))["text"])


async def opened(rig: Rig, path: str) -> httpx.Response:
    """A patient presses the button."""
    return await rig.web.post(path)


@pytest.mark.parametrize("body", [ACCEPTED, DECLINED], ids=["accepted", "declined"])
async def test_the_chat_says_only_that_the_answer_is_ready(rig: Rig, body: dict[str, Any]) -> None:
    """The same words whatever was decided, and none of the physician's."""
    await decided(rig, body)
    text = (await told(rig))["text"]
    words = re.sub(r"https://\S+", "…", text).splitlines()
    assert words == [
        "Ya llegó la respuesta del médico. Es una carta para usted.",
        "Puede leerla aquí: …",
        "El enlace es privado y dura 14 días. No lo comparta.",
        "Si tiene dudas, escriba “persona”.",
    ]


async def test_the_letter_is_the_physicians_word_for_word(rig_on_both: Rig) -> None:
    """With signature, licence and day, and that present care goes on."""
    path = await letter_of(rig_on_both)
    page = await opened(rig_on_both, path)
    for line in (*LETTER.split("\n\n"), "Physician, cédula profesional L1. 1 de marzo de 2026", "Siga con su tratamiento actual"):
        assert line in page.text
    assert page.status_code == 200


async def test_a_preview_of_the_link_shows_nothing(rig: Rig) -> None:
    """Opening the address shows a cover; only the button shows the letter, and only then is it noted."""
    path = await letter_of(rig)
    case_id = await rig.case_of("ana")
    cover = await rig.web.get(path)
    before = [entry["action"] for entry in (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()["timeline"]]
    await opened(rig, path)
    await opened(rig, path)
    after = [entry["action"] for entry in (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()["timeline"]]
    assert (cover.status_code, "Revisé" in cover.text, "revisé" in cover.text, "Physician" in cover.text) == (200, False, False, False)
    assert ("letter_opened" in before, after.count("letter_opened")) == (False, 1)


async def test_what_staff_open_is_not_the_patients_opening(rig: Rig) -> None:
    """The transcript and its explanation name the link and print no more of it; who opens it signed in leaves the letter unopened."""
    path = await letter_of(rig)
    case_id = await rig.case_of("ana")
    async with signed_in(rig, "coordinator") as ana:
        shown = [await ana.get(f"/cases/{case_id}{page}") for page in ("", "/transcript", "/print?transcript=1")]
        n = re.findall(r'<article class="msg bot[^"]*" id="m(\d+)"', shown[0].text)[-1]
        shown.append(await ana.get(f"/cases/{case_id}/messages/{n}/why"))
        assert [("/letter/…" in page.text, path in page.text) for page in shown] == [(True, False)] * 4
        assert "Revisé" in (read := (await ana.post(path)).text) or "revisé" in read
        timeline = (await call(rig, "coordinator", "GET", f"/cases/{case_id}")).json()["timeline"]
        assert "letter_opened" not in [entry["action"] for entry in timeline]
    await opened(rig, path)
    timeline = (await call(rig, "coordinator", "GET", f"/cases/{case_id}")).json()["timeline"]
    assert "letter_opened" in [entry["action"] for entry in timeline]


async def test_nothing_of_the_patient_stands_in_the_link(rig: Rig) -> None:
    """Neither case nor patient, no word, no digit."""
    path = await letter_of(rig)
    assert re.fullmatch(r"/letter/[bcdfghjkmnpqrstv]{72}", path)


async def test_a_link_ends(rig: Rig) -> None:
    """After its days it opens nothing, and says so in the language the browser asks for."""
    path = await letter_of(rig)
    rig.clock.now += VALID - timedelta(seconds=1)
    assert (await opened(rig, path)).status_code == 200
    rig.clock.now += timedelta(seconds=1)
    gone = await rig.web.post(path, headers={"accept-language": "de-DE, fr;q=0.8"})
    assert (gone.status_code, "n’ouvre plus" in gone.text, "revisé" in gone.text) == (404, True, False)


async def test_an_amended_letter_ends_the_earlier_link(rig: Rig) -> None:
    """The new link opens the new letter."""
    first = await letter_of(rig)
    case_id = await rig.case_of("ana")
    await act(rig, "physician", case_id, "decision", {**ACCEPTED, "patient_text": "Corrijo mi carta."})
    second = link_in((await told(rig))["text"])
    assert (await opened(rig, first)).status_code == 404
    assert "Corrijo mi carta." in (await opened(rig, second)).text


async def test_staff_can_send_another_link(rig: Rig) -> None:
    """The earlier one ends; without a letter there is nothing to send."""
    first = await letter_of(rig)
    case_id = await rig.case_of("ana")
    await act(rig, "physician", case_id, "release")
    assert (await act(rig, "coordinator", case_id, "letter")).status_code == 200
    second = link_in((await told(rig))["text"])
    asked = await decided(rig, ASKS, patient="eva")
    none = await act(rig, "physician", asked, "letter")
    assert [(await opened(rig, path)).status_code for path in (first, second)] == [404, 200]
    assert (none.status_code, none.json()["rule"]) == (409, "no_letter")


async def test_an_erased_patients_letter_opens_no_more(rig: Rig) -> None:
    """The record stays for its years, the page does not."""
    path = await letter_of(rig)
    with rig.parts.database.write() as uow:
        case = uow.cases.get(await rig.case_of("ana"))
        assert case is not None
        uow.retention.erase_patient(case.patient_ref, rig.clock())
        uow.commit()
    assert (await opened(rig, path)).status_code == 404


@pytest.mark.parametrize("change", ["first", "last", "short", "long", "case", "unknown"])
async def test_only_a_link_of_ours_opens(rig: Rig, change: str) -> None:
    """Any changed sign, and a well-formed token nobody was given: the same answer."""
    path = await letter_of(rig)
    token = path.removeprefix("/letter/")
    other = {"b": "c"}.get(token[0], "b"), {"b": "c"}.get(token[-1], "b")
    with rig.parts.database.read() as uow:
        changed = {
            "first": other[0] + token[1:],
            "last": token[:-1] + other[1],
            "short": token[:-1],
            "long": token + "b",
            "case": token.upper(),
            "unknown": new_token(uow),
        }[change]
    assert [(await rig.web.get(f"/letter/{changed}")).status_code, (await opened(rig, f"/letter/{changed}")).status_code] == [404, 404]


async def test_the_page_runs_no_script_and_is_kept_by_nobody(rig: Rig) -> None:
    """Strict policy, no store, no index, no referrer, on the cover, the letter and what is gone."""
    path = await letter_of(rig)
    for page in (await rig.web.get(path), await opened(rig, path), await rig.web.get("/letter/nothing")):
        policy = page.headers["content-security-policy"]
        assert ("script" not in policy, policy.startswith("default-src 'none'")) == (True, True)
        assert (page.headers["cache-control"], page.headers["referrer-policy"]) == ("no-store", "no-referrer")
        assert ("noindex" in page.headers["x-robots-tag"], "<script" in page.text, " style=" in page.text) == (True, False, False)


async def test_hostile_words_are_shown_and_run_nothing(rig: Rig) -> None:
    """Whatever a letter holds is text."""
    page = await opened(rig, await letter_of(rig, {**ACCEPTED, "patient_text": HOSTILE}))
    assert ("<script>" in page.text, "<img" in page.text, "{{7*7}}" in page.text) == (False, False, True)


async def test_the_quote_notice_says_only_that_it_is_ready(rig: Rig) -> None:
    """No reference, no figure."""
    case_id = await decided(rig)
    await act(rig, "coordinator", case_id, "quote", {"reference": "Q-2026-77", "date": "2026-03-01", "language": "es"})
    await rig.send_all()
    last = (await rig.screen("ana"))[-1]
    assert (last["message_key"], re.search(r"\d", last["text"])) == ("handoff-quote_ready", None)


async def test_who_wants_no_messages_gets_none(rig: Rig) -> None:
    """An opted-out patient is told by no text; staff see the suppressed send."""
    case_id = await decided(rig, ASKS)
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        uow.people.opt_out(uow.conversations.peek([case.conversation_id])[case.conversation_id].address_id, rig.clock())
        uow.commit()
    await act(rig, "physician", case_id, "decision", DECLINED)
    await rig.send_all()
    sends = (await call(rig, "physician", "GET", f"/sends?case_id={case_id}")).json()["items"]
    assert [(send["state"], send["reason"]) for send in sends if send["message_key"] == "handoff-answer_ready"] == [
        ("suppressed", "opted_out")
    ]
