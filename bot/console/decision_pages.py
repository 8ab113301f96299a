"""The decision: a physician fills in the form, sees once more what the patient will read, and signs.

Knows pages; what is signed is `bot/deciding.py`, the papers that follow are `paper_pages.py`. Coordinators read it without the form.
experience.md K21, K22; clinical facts 8.1–8.5.
"""

from functools import partial
from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.case_steps import Conflict, Unfit, Unsayable
from bot.console import decision_form, labels, times
from bot.console.access import Access, require
from bot.console.case_view import CasePage, case_page
from bot.console.decision_faults import FIELDS, LACKS, Names, fault_words, warning_words
from bot.console.drafts import key_for
from bot.console.layout import Form, Visit, page
from bot.console.packet_view import FlagLine
from bot.console.queue import reader_of, version_of
from bot.console.refusals import reason_of
from bot.deciding import Preview, Unconfirmed, decide, preview, weight_of
from bot.decision_words import MONEY
from bot.letters import letters_of
from bot.wiring import Parts
from flows import handoff
from flows.decision import QUESTIONS, Draft, as_words
from flows.decision_checks import to_confirm
from flows.reopening import reopenable, with_parents
from messages.catalog import shipped
from messages.prompt import LANGUAGES
from messages.readability import SCALES, measure


def routes(parts: Parts) -> list[BaseRoute]:
    """The form, its confirmation and signature."""
    return [
        page(parts, "/cases/{case_id}/decision", _form),
        page(parts, "/cases/{case_id}/decision", _decided, methods=("POST",)),
    ]


async def _form(visit: Visit) -> Response:
    return await _show(visit, Form())


async def _decided(visit: Visit) -> Response:
    """First press: what is missing, or the confirmation. Second press, on the confirmation: the signature."""
    require(visit.staff, "decide")
    filled, step = decision_form.read(visit.form), visit.form.one("step")
    if step == "edit":
        return await _show(visit, visit.form)
    if version_of(visit) is None:
        # a form that does not say which state of the case was read would pass over whatever came since
        return await _show(visit, visit.form, Preview(filled.faults, conflict=Conflict("version_missing")), filled.draft)
    if filled.draft is None:
        return await _show(visit, visit.form, await _unread(visit, filled), filled.rest)
    if step == "sign":
        return await _sign(visit, filled.draft)
    return await _confirm(visit, filled.draft)


async def _unread(visit: Visit, filled: decision_form.Filled) -> Preview:
    """What cannot be read of a form, and what is missing in the rest of it: told at once, not one after the other."""
    rest, case_id = filled.rest, visit.request.path_params["case_id"]
    if rest is None:
        return Preview(filled.faults)
    found = await visit.enter(lambda access: preview(access, visit.parts.turn, case_id, rest, version_of(visit)))
    return Preview((*filled.faults, *(code for code in found.faults if LACKS.get(code.partition(":")[0]) not in filled.unread)))


async def _show(visit: Visit, form: Form, stands: Preview | None = None, draft: Draft | None = None) -> Response:
    """The form, with all that was typed and what stands against it; what was typed is shown whatever became of the case meanwhile."""
    known, stands = await visit.enter(lambda access: _known(access, visit)), stands or Preview()
    version = ("version", str(known["case"].case.version))
    if not form.fields:
        form = Form((("protocol-sessions", "1"), version))
    elif stands.conflict is not None:
        form = Form((*form.fields, version))
    names = Names(known["step_words"], known["flag_words"])
    told = [fault_words(code, visit.text, draft, known["weight"], names) for code in stands.faults]
    told += [reason_of(visit, stands.conflict)] if stands.conflict is not None else []
    newer = str(stands.conflict.more.get("newer_case_id", "")) if stands.conflict is not None else ""
    status = 409 if stands.conflict is not None else 200 if stands.signable else 422
    shown = {"form": form, "told": told, "newer": newer, "findings": stands.findings, "typed": bool(visit.form.fields)}
    shown |= {"placed": {flag: place for place, flag in enumerate(form.all("flag"))}, **_draft(visit, known)}
    return visit.render("decision.html", status, **known, **shown, **_choices())


def _draft(visit: Visit, known: dict[str, Any]) -> dict[str, str]:
    """What keeps this person's form in their browser: the key it is sealed with, and which signature of theirs it came after."""
    me = visit.staff.staff_ref
    mine = [decision.decision_id for decision in known["case"].decisions if decision.signature.physician_ref == me]
    return {"draft_key": key_for(visit.parts.settings.secret_key(), me), "signed": mine[-1] if mine else ""}


async def _confirm(visit: Visit, draft: Draft, *, missed: bool = False) -> Response:
    """The last look. `missed`: the signature was pressed and a warning that is confirmed first was not ticked."""
    case_id = visit.request.path_params["case_id"]

    def look(access: Access) -> tuple[Preview, dict[str, Any]]:
        return preview(access, visit.parts.turn, case_id, draft, version_of(visit)), _known(access, visit)

    found, known = await visit.enter(look)
    if not found.signable:
        return await _show(visit, visit.form, found, draft)
    asks = to_confirm(found.warnings)
    words = {code: warning_words(code, visit.text, draft, known["weight"], known["flag_words"]) for code in found.warnings}
    shown = {"warnings": [words[code] for code in words if code not in asks], "asks": [(code, words[code]) for code in asks]}
    body = as_words(draft, weight_kg=known["weight"])
    return visit.render(
        "decision_confirm.html", 422 if missed else 200, **known, **shown, draft=draft, body=body, missed=missed, form=visit.form,
        **_reading(known, draft), **_choices(),
    )  # fmt: skip


async def _sign(visit: Visit, draft: Draft) -> Response:
    """A refusal of any kind shows the form again: a letter that was written is never lost to it."""
    case_id, parts, ticked = visit.request.path_params["case_id"], visit.parts, visit.form.all("confirmed")
    try:
        signed = await visit.enter(lambda access: decide(access, parts.turn, letters_of(parts), case_id, draft, version_of(visit), ticked))
    except Unconfirmed:
        return await _confirm(visit, draft, missed=True)
    except Unfit as unfit:
        return await _show(visit, visit.form, Preview(unfit.faults), draft)
    except Conflict as refusal:
        return await _show(visit, visit.form, Preview(conflict=refusal), draft)
    if isinstance(signed, Unsayable):
        return await _show(visit, visit.form, Preview(findings=signed.findings), draft)
    parts.wake()
    return visit.go(f"/cases/{case_id}#decision")


def _known(access: Access, visit: Visit) -> dict[str, Any]:
    """The case, and what the form offers: its standing flags, the questions that may be asked again, the recorded weight."""
    case_id, zone = visit.request.path_params["case_id"], visit.parts.settings.clinic_timezone
    desk, reader = access.desk(case_id), reader_of(access, visit)
    case = desk.record.case
    view = case_page(desk, reader)
    talk = access.uow.conversations.peek([case.conversation_id])[case.conversation_id]
    standing = access.uow.flags.of([case.id]).get(case.id, ())
    full = partial(labels.question, session=talk.session, language=visit.language, clinic=visit.parts.settings.clinic_name)
    return {
        "case": view, "may": view.may.decide,
        "flags": _flags([each.id for each in standing], view), "not_now": _not_now(visit, view),
        "outcomes": handoff.possible(case.status) or handoff.OUTCOMES,
        "askable": [(step, labels.step(step, visit.language), full(step)) for step in reopenable(talk.session)],
        "weight": weight_of(desk.record.packet), "indications": list(view.packet.conditions), "decides": True,
        "acknowledged": bool(view.packet.expectation and view.packet.expectation["understood"]),
        "when": lambda at: times.exact(at, visit.language, zone), "today": times.day(access.at, zone).isoformat(),
        "flag_words": lambda code: labels.flag(code, visit.language), "step_words": lambda code: labels.step(code, visit.language),
    }  # fmt: skip


def _flags(standing: list[str], view: CasePage) -> list[FlagLine]:
    """The flags to resolve, in the words of the packet beside the form: one source for what is read twice."""
    told = {line.id: line for line in (*view.packet.red, *view.packet.contraindications, *view.packet.other_flags)}
    return [told[each] for each in standing]


def _not_now(visit: Visit, view: CasePage) -> list[str]:
    """Why this person cannot decide the case as it stands, with what to do; empty when they can."""
    case, status = view.case, view.case.status
    if not visit.may("decide"):
        return [visit.text("decision-physician-only")]
    if status in {"intake", "emergency_hold"}:
        return [visit.text(f"decision-not-{status}")]
    if status not in handoff.sources(handoff.deciding(status)):
        return [visit.text("decision-not-ended", status=view.status_words)]
    return [visit.text("decision-not-held", name=view.owner)] if case.claimed_by and not view.mine else []


def _choices() -> dict[str, Any]:
    return {
        "candidacy": QUESTIONS, "reasons": decision_form.REASON_ORDER, "ways": decision_form.ROUTES,
        "fields": FIELDS, "money": MONEY, "adjuncts": range(decision_form.ADJUNCTS), "tongues": LANGUAGES,
    }  # fmt: skip


def _reading(known: dict[str, Any], draft: Draft) -> dict[str, Any]:
    """What the patient will read in the chat, and how easy the letter is."""
    language = known["case"].case.language
    told = [shipped().text("handoff-answer_ready", language, {"link": "…"})] if draft.letter else []
    told += [shipped().text("handoff-questions_ready", language)] if draft.questions else []
    score = measure([draft.letter], language) if draft.letter else None
    scale = SCALES[language]
    easy = score is not None and scale.within(score.score, scale.limit)
    return {"chat": told, "score": score, "scale": scale, "easy": easy, "asked": with_parents(draft.questions)}
