"""The page of a case: packet, transcript, decision and reply on one screen; on a phone one after the other, by tabs. And its print.

Knows routes and what a page needs; the words are `case_view.py`. Every look is an audit row. experience.md K13–K20, K33.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.api_actions import acknowledge, answer_data_request, lift, request_review
from bot.case_clocks import resume, wait
from bot.case_steps import Conflict
from bot.console import hands, labels, times
from bot.console.access import Access, require
from bot.console.case_view import CARED_REASONS, END_REASONS, LIFT_REASONS, CallForm, CasePage, PaperForm, case_page
from bot.console.drafts import key_for
from bot.console.layout import Refused, Visit, page
from bot.console.presence import seen_beside
from bot.console.queue import reader_of, told
from bot.console.writing import MOST, Typed, Verdict, takes, window
from bot.papers import close
from bot.prepared import is_true
from bot.treatment import person_zone
from bot.wiring import Parts, new_id
from flows.handoff import CARED_FOR
from messages.canned import canned
from messages.limits import WHATSAPP_TEXT, units
from storage.case_labels import LABELS
from storage.cases import Case
from storage.check_ins import FINAL
from storage.people import Address

NOTE_MOST: Final = 4000
MINUTES: Final = (15, 20, 30, 45, 60)
"""How long a call may be planned for on the page."""
CaseStep = Callable[[Access, Visit, str], Case | None]


def routes(parts: Parts) -> list[BaseRoute]:
    """A case, its transcript alone, its print, notes, and the steps that need no form of their own."""
    return [
        page(parts, "/cases/{case_id}", _case),
        page(parts, "/cases/{case_id}/transcript", _transcript, activity=False),
        page(parts, "/cases/{case_id}/print", _print),
        page(parts, "/cases/{case_id}/notes", _noted, methods=("POST",)),
        page(parts, "/cases/{case_id}/request-review", _step(_review), methods=("POST",)),
        page(parts, "/cases/{case_id}/acknowledge", _step(_acknowledge), methods=("POST",)),
        page(parts, "/cases/{case_id}/lift", _step(_lift), methods=("POST",)),
        page(parts, "/cases/{case_id}/data-request", _step(_data_answered), methods=("POST",)),
        page(parts, "/cases/{case_id}/wait", _step(_wait), methods=("POST",)),
        page(parts, "/cases/{case_id}/resume", _step(_resume), methods=("POST",)),
        page(parts, "/cases/{case_id}/close", _step(_close, to="/queue?tab=done"), methods=("POST",)),
    ]


async def _case(visit: Visit) -> Response:
    return await show_case(visit, visit.request.path_params["case_id"])


async def show_case(
    visit: Visit,
    case_id: str,
    status: int = 200,
    *,
    typed: Typed | None = None,
    verdict: Verdict | None = None,
    fault: str = "",
    note: str = "",
    paper: PaperForm | None = None,
    calling: CallForm | None = None,
) -> Response:
    """The whole page; with what was typed and what stands against it: a stopped reply, a long `note`, a refused `paper`, an odd hour.

    On a phone it opens at that part, with a word on top of it.
    """
    known = await visit.enter(lambda access: _known(access, visit, case_id))
    view: CasePage = known["case"]
    draft = typed or Typed(_prefilled(visit, view, known["canned"]), new_id())
    length = {"length": units(draft.text), "most": MOST.get(view.case.channel, WHATSAPP_TEXT)}
    query = visit.request.query_params
    stopped = "call" if calling else "paper" if paper else "note" if note else "reply" if fault or (verdict and verdict.stops) else ""
    notices = [name for name in ("sent", "handed") if query.get(name)]
    return visit.render(
        "case.html", status, **known, draft=draft, verdict=verdict or Verdict(), fault=fault, notices=notices, **length,
        lift_reasons=LIFT_REASONS, note=note, note_most=NOTE_MOST, paper=paper, calling=calling, stopped=stopped,
        draft_key=key_for(visit.parts.settings.secret_key(), visit.staff.staff_ref),
    )  # fmt: skip


async def _transcript(visit: Visit) -> Response:
    """The transcript alone, for a page that is open already."""
    known = await visit.enter(lambda access: _known(access, visit, visit.request.path_params["case_id"]))
    return visit.render("case_transcript.html", **known)


async def _print(visit: Visit) -> Response:
    """One or two pages of A4: the packet and the decision, who printed it and when; the transcript only when asked for."""
    case_id, asked = visit.request.path_params["case_id"], visit.request.query_params.get("transcript") == "1"

    def read(access: Access) -> dict[str, Any]:
        known = _known(access, visit, case_id)
        access.note("case.printed", case_id, {"transcript": int(asked)})
        return {**known, "printed_at": access.at}

    return visit.render("case_print.html", with_transcript=asked, **await visit.enter(read))


def _known(access: Access, visit: Visit, case_id: str) -> dict[str, Any]:
    settings = visit.parts.settings
    desk, reader = access.desk(case_id, settings.twilio_account_sid), reader_of(access, visit)
    case = desk.record.case
    view = case_page(desk, reader, access.uow.changes.fingerprint(case.conversation_id, case.id))
    channel = visit.parts.channels.get(desk.address.channel)
    gaps = {"clinic": settings.clinic_name, "name": view.packet.name, "staff": access.staff.name}
    mine = [each for each in canned(case.language) if access.staff.role == "physician" or each.kind == "logistics"]
    ready = [(each, each.filled(gaps)) for each in mine if is_true(each, case.status)]
    marked = access.uow.labels.of([case.id]).get(case.id, ())
    aside = access.uow.staff_texts.aside(case.conversation_id)
    routes = {getattr(route, "path", "") for route in visit.request.app.routes}
    return {
        "case": view, "window": window(desk.address, channel, case.language, access.at), "aside": aside, "canned": ready,
        "labels_on": marked, "labels_off": [label for label in LABELS if label not in marked],
        "beside": seen_beside(access, case, reader.names, visit.language), "colleagues": hands.colleagues(access),
        "blocked": desk.address.blocked_at is not None,
        "explains": "/cases/{case_id}/messages/{n}/why" in routes, "decides": "/cases/{case_id}/decision" in routes,
        "when": lambda at: times.exact(at, visit.language, settings.clinic_timezone),
        "flag_words": lambda code: labels.flag(code, visit.language), "step_words": lambda code: labels.step(code, visit.language),
        "call": access.uow.appointments.ahead(case.id, access.at), "minutes": MINUTES,
        "check_ins_open": sum(row.state not in FINAL for row in access.uow.check_ins.of_case(case.id)),
        "clinic_zone": settings.clinic_timezone, "takes": takes(access.staff.role, case),
        "reached": _reached(access, view, desk.address, settings.clinic_timezone) if view.alarms else (),
    }  # fmt: skip


def _reached(access: Access, view: CasePage, address: Address, clinic_zone: str) -> tuple[str, ...]:
    """Whom an alarm is about and where: name, telephone, and the zone they live in where number or country tell it."""
    zone = person_zone(access.uow, view.case, clinic_zone)
    phone = view.packet.phone or (address.value if address.kind == "phone" else "")
    return tuple(filter(None, (view.packet.name, phone, zone.name if zone.source != "clinic" else "")))


def _prefilled(visit: Visit, view: CasePage, ready: list[Any]) -> str:
    """A canned text chosen without a script, or one's own text that was taken back; both named by codes."""
    query = visit.request.query_params
    chosen = next((text for each, text in ready if each.id == query.get("canned")), "")
    mine = next((said for said in view.said if str(said.n) == query.get("again") and said.author == "staff"), None)
    return chosen or (mine.text if mine is not None and not mine.can_take_back and mine.state == "suppressed" else "")


def _step(step: CaseStep, anchor: str = "", *, to: str = "") -> Callable[[Visit], Awaitable[Response]]:
    async def take(visit: Visit) -> Response:
        case_id = visit.request.path_params["case_id"]
        try:
            await visit.enter(lambda access: step(access, visit, case_id))
        except Conflict as lost:
            raise told(visit, lost) from None
        visit.parts.wake()
        return visit.go(to or f"/cases/{case_id}{anchor}")

    return take


async def _noted(visit: Visit) -> Response:
    """A note is kept whole or comes back whole: never cut."""
    require(visit.staff, "work")
    text = visit.form.one("note")
    if len(text) > NOTE_MOST:
        return await show_case(visit, visit.request.path_params["case_id"], 422, note=text)
    return await _step(_note, "#notes")(visit)


def _note(access: Access, visit: Visit, case_id: str) -> None:
    case, text = access.case(case_id, "work"), visit.form.one("note")
    if not text:
        raise Refused(422, "note-needed")
    key = visit.form.one("key")
    note_id = f"note:{access.staff.staff_ref}:{case_id}:{key}" if key else ""
    access.uow.notes.add(case.id, text, access.staff.staff_ref, access.at, note_id=note_id)
    access.note("case.note_added", case_id)


def _review(access: Access, visit: Visit, case_id: str) -> Case:
    """An intake that has not ended may be read all the same, but not without a word: whoever asks says that it is meant."""
    case = access.case(case_id, "work")
    lacking = 0 if case.completed_at is not None else len(access.packet(case).get("unanswered", ()))
    if lacking and visit.form.one("sure") != "1":
        raise Refused(422, "review-unfinished", n=lacking)
    return request_review(access, visit.parts.turn, case_id, None)


def _acknowledge(access: Access, visit: Visit, case_id: str) -> Case:
    return acknowledge(access, visit.parts.turn, case_id, None)


def _data_answered(access: Access, visit: Visit, case_id: str) -> Case:
    if visit.form.one("sure") != "1":
        raise Refused(422, "data-request-not-confirmed")
    return answer_data_request(access, visit.parts.turn, case_id)


def _lift(access: Access, visit: Visit, case_id: str) -> Case:
    reason = visit.form.one("reason")
    if reason not in LIFT_REASONS:
        raise Refused(422, "choice" if reason else "lift-reason")
    return lift(access, visit.parts.turn, case_id, reason, None, resume=visit.form.one("resume") == "1")


def _wait(access: Access, visit: Visit, case_id: str) -> None:
    """By hand: the case waits for the patient."""
    case = access.case(case_id, "work")
    if wait(access.uow, case, access.at, access.staff.staff_ref, "by_hand"):
        visit.parts.turn.desk(access.uow).note(case, "waiting_for_patient", actor=access.staff.staff_ref)


def _resume(access: Access, visit: Visit, case_id: str) -> None:
    case = access.case(case_id, "work")
    if resume(access.uow, case, access.at, access.staff.staff_ref, visit.parts.turn.targets):
        visit.parts.turn.desk(access.uow).note(case, "clocks_resumed", actor=access.staff.staff_ref)


def _close(access: Access, visit: Visit, case_id: str) -> Case:
    """What a treated person would still be asked ends with the case, so that asks for the same sureness as stopping the follow-up does."""
    reason, cared = visit.form.one("reason"), access.case(case_id, "work").status in CARED_FOR
    if reason not in (CARED_REASONS if cared else END_REASONS):
        raise Refused(422, "choice")
    if cared and visit.form.one("sure") != "1":
        raise Refused(422, "end-not-confirmed")
    return close(access, visit.parts.turn, case_id, reason, None)
