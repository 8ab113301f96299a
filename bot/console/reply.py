"""Replies: what a person types to the patient, judged while they type and again when they send; canned texts, preview, taking back.

Knows forms and fragments; what may be said is `writing.py`. Nothing typed ever stands in an address. experience.md K19, K23–K26.
"""

from dataclasses import replace
from typing import Any, Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.api_actions import request_review
from bot.case_steps import Conflict, held
from bot.clock import real_now
from bot.console import hands
from bot.console.access import Access
from bot.console.case import show_case
from bot.console.layout import Refused, Visit, page
from bot.console.queue import told
from bot.console.writing import MOST, Typed, Verdict, take_back, verdict, write
from bot.wiring import Parts, new_id
from messages.limits import WHATSAPP_TEXT, units
from storage.cases import Case

LONGEST: Final = 8000
"""Characters of a text that are looked at."""
UNSENT: Final = {"form_used": "reply-form-used", "words_repeated": "reply-words-repeated"}
"""Why a text was not sent that may be sent after a look at it: it stays in the box, with what is said of it."""


def routes(parts: Parts) -> list[BaseRoute]:
    """A reply, its verdict while typing, taking one back, and a question handed to a physician."""
    return [
        page(parts, "/cases/{case_id}/reply", _reply, methods=("POST",)),
        page(parts, "/cases/{case_id}/reply/verdict", _verdict, methods=("POST",)),
        page(parts, "/cases/{case_id}/sends/{send_id}/take-back", _take_back, methods=("POST",)),
        page(parts, "/cases/{case_id}/question", _question, methods=("POST",)),
    ]


async def _reply(visit: Visit) -> Response:
    case_id, parts = visit.request.path_params["case_id"], visit.parts
    typed = Typed(visit.form.one("text")[:LONGEST], visit.form.one("key") or new_id(), asks=bool(visit.form.one("asks")))
    if not typed.text:
        return await show_case(visit, case_id, 422, fault=visit.text("reply-empty"))
    try:
        found = await visit.enter(lambda access: write(access, parts.turn, parts.channels, case_id, typed, None))
    except Conflict as lost:
        if lost.rule not in UNSENT:
            raise told(visit, lost) from None
        return await show_case(visit, case_id, 409, typed=replace(typed, key=new_id()), fault=visit.text(UNSENT[lost.rule]))
    if found.stops:
        return await show_case(visit, case_id, 422, typed=typed, verdict=found)
    parts.wake()
    return visit.go(f"/cases/{case_id}?sent=1#newest")


async def _verdict(visit: Visit) -> Response:
    """The fragment below the box: what stands against the words so far, how the patient will see them, how long they are."""
    case_id, text = visit.request.path_params["case_id"], visit.form.one("text")[:LONGEST]

    def judged(access: Access) -> tuple[Case, Verdict]:
        case = access.case(case_id, "work")
        access.uow.presence.type(case.id, access.staff.staff_ref, real_now())
        return case, verdict(text, case, access.staff.role)

    case, found = await visit.enter(judged)
    return visit.render("case_verdict.html", case=case, text=text, verdict=found, **counter(case, text))


def counter(case: Case, text: str) -> dict[str, Any]:
    """The length of a text and the most its channel takes at once."""
    return {"length": units(text), "most": MOST.get(case.channel, WHATSAPP_TEXT)}


async def _take_back(visit: Visit) -> Response:
    """The text comes back into the box; only its number stands in the address."""
    case_id, send_id = visit.request.path_params["case_id"], visit.request.path_params["send_id"]
    n = await visit.enter(lambda access: take_back(access, visit.parts.turn, case_id, send_id))
    return visit.go(f"/cases/{case_id}?again={n}#reply")


async def _question(visit: Visit) -> Response:
    """A coordinator hands a clinical question to a physician: the words become a note, and review is asked for."""
    case_id, text, key = visit.request.path_params["case_id"], visit.form.one("text")[:LONGEST], visit.form.one("key")
    if not text:
        raise Refused(422, "note-needed")

    def hand(access: Access) -> None:
        case = access.case(case_id, "work")
        held(access, case, "free_or_mine")
        note_id = f"question:{access.staff.staff_ref}:{case_id}:{key}" if key else ""
        access.uow.notes.add(case.id, text, access.staff.staff_ref, access.at, "question", note_id=note_id)
        visit.parts.turn.desk(access.uow).note(case, "question_handed_on", actor=access.staff.staff_ref)
        if case.status == "new":
            case = hands.claim(access, visit.parts.turn, case_id, None)
        if case.status == "claimed":
            request_review(access, visit.parts.turn, case_id, None)

    await visit.enter(hand)
    return visit.go(f"/cases/{case_id}?handed=1")
