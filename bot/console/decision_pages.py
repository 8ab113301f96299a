"""The decision: a physician fills in the form, sees once more what the patient will read, and signs. Then the papers, in their order.

Knows pages; what is signed and what may follow is `bot/deciding.py` and `bot/papers.py`, the database refuses the rest. Coordinators read
it without the form. experience.md K21, K22; clinical facts 8.1–8.5.
"""

from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial
from typing import Any, Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot import papers
from bot.case_steps import Stopped, Unfit, Unsayable
from bot.console import decision_form, labels, times
from bot.console.access import Access, require
from bot.console.case_view import case_page
from bot.console.decision_form import Filled
from bot.console.layout import Form, Refused, Visit, page
from bot.console.queue import reader_of, version_of
from bot.deciding import decide, preview, weight_of
from bot.decision_words import MONEY
from bot.letters import letters_of
from bot.wiring import Parts
from flows.decision import QUESTIONS, Draft, million_total
from flows.handoff import OUTCOMES
from flows.reopening import reopenable
from messages.catalog import shipped
from messages.prompt import LANGUAGES
from messages.readability import SCALES, measure
from storage.cases import Case

REFERENCE_MOST: Final = 64
PaperStep = Callable[..., Case]


def routes(parts: Parts) -> list[BaseRoute]:
    """The form, its confirmation and signature, and the four papers."""
    return [
        page(parts, "/cases/{case_id}/decision", _form),
        page(parts, "/cases/{case_id}/decision", _decided, methods=("POST",)),
        page(parts, "/cases/{case_id}/quote", _paper(papers.quote), methods=("POST",)),
        page(parts, "/cases/{case_id}/protocol-summary", _paper(papers.protocol_summary), methods=("POST",)),
        page(parts, "/cases/{case_id}/consent", _paper(papers.consent), methods=("POST",)),
        page(parts, "/cases/{case_id}/treated", _paper(papers.treated), methods=("POST",)),
    ]


async def _form(visit: Visit) -> Response:
    return await _show(visit, Form())


async def _decided(visit: Visit) -> Response:
    """First press: what is missing, or the confirmation. Second press, on the confirmation: the signature."""
    require(visit.staff, "decide")
    filled, step = decision_form.read(visit.form), visit.form.one("step")
    if filled.draft is None or step == "edit":
        return await _show(visit, visit.form, () if step == "edit" else filled.faults, status=200 if step == "edit" else 422)
    if step == "sign":
        return await _sign(visit, filled.draft)
    return await _confirm(visit, filled)


async def _show(visit: Visit, form: Form, faults: tuple[str, ...] = (), findings: tuple[Stopped, ...] = (), status: int = 200) -> Response:
    known = await visit.enter(lambda access: _known(access, visit))
    if known["may"] and not form.fields:
        form = Form((("protocol-sessions", "1"), ("version", str(known["case"].case.version))))
    return visit.render("decision.html", status, **known, form=form, faults=faults, findings=findings, **_choices())


async def _confirm(visit: Visit, filled: Filled) -> Response:
    draft, case_id = filled.draft, visit.request.path_params["case_id"]
    if draft is None:
        raise Refused(422, "choice")

    def look(access: Access) -> tuple[tuple[str, ...], tuple[Stopped, ...], dict[str, Any]]:
        codes, findings = preview(access, visit.parts.turn, case_id, draft)
        return codes, findings, _known(access, visit)

    codes, findings, known = await visit.enter(look)
    faults = tuple(code for code in codes if code.partition(":")[0] in FAULTS)
    if faults or findings:
        return await _show(visit, visit.form, faults, findings, 422)
    warnings = [code for code in codes if code not in faults]
    return visit.render(
        "decision_confirm.html", **known, draft=draft, warnings=warnings, form=visit.form, **_reading(known, draft), **_choices()
    )


async def _sign(visit: Visit, draft: Draft) -> Response:
    case_id, parts = visit.request.path_params["case_id"], visit.parts
    try:
        signed = await visit.enter(lambda access: decide(access, parts.turn, letters_of(parts), case_id, draft, version_of(visit)))
    except Unfit as unfit:
        return await _show(visit, visit.form, unfit.faults, status=422)
    if isinstance(signed, Unsayable):
        return await _show(visit, visit.form, (), signed.findings, 422)
    parts.wake()
    return visit.go(f"/cases/{case_id}#decision")


def _known(access: Access, visit: Visit) -> dict[str, Any]:
    """The case, and what the form offers: its standing flags, the questions that may be asked again, the recorded weight."""
    case_id, zone = visit.request.path_params["case_id"], visit.parts.settings.clinic_timezone
    desk, reader = access.desk(case_id), reader_of(access, visit)
    case = desk.record.case
    view = case_page(desk, reader)
    talk = access.uow.conversations.peek([case.conversation_id])[case.conversation_id]
    standing = access.uow.flags.of([case.id]).get(case.id, [])
    full = partial(labels.question, session=talk.session, language=visit.language, clinic=visit.parts.settings.clinic_name)
    return {
        "case": view, "may": view.may.decide,
        "flags": [(each.id, labels.flag(each.id, visit.language), each.quote, each.n) for each in standing],
        "askable": [(step, labels.step(step, visit.language), full(step)) for step in reopenable(talk.session)],
        "weight": weight_of(desk.record.packet), "indications": list(view.packet.conditions), "decides": True,
        "acknowledged": bool(view.packet.expectation and view.packet.expectation["understood"]),
        "when": lambda at: times.exact(at, visit.language, zone), "today": times.day(access.at, zone).isoformat(),
        "flag_words": lambda code: labels.flag(code, visit.language), "step_words": lambda code: labels.step(code, visit.language),
    }  # fmt: skip


def _choices() -> dict[str, Any]:
    return {
        "outcomes": OUTCOMES, "candidacy": QUESTIONS, "reasons": decision_form.REASON_ORDER, "ways": decision_form.ROUTES,
        "fields": FIELDS, "money": MONEY, "adjuncts": range(decision_form.ADJUNCTS), "tongues": LANGUAGES,
    }  # fmt: skip


def _reading(known: dict[str, Any], draft: Draft) -> dict[str, Any]:
    """What the patient will read in the chat, how easy the letter is, and the whole dose by the recorded weight."""
    language = known["case"].case.language
    told = [shipped().text("handoff-answer_ready", language, {"link": "…"})] if draft.letter else []
    told += [shipped().text("handoff-questions_ready", language)] if draft.questions else []
    score = measure([draft.letter], language) if draft.letter else None
    scale = SCALES[language]
    dose = million_total(draft.protocol, known["weight"]) if draft.protocol else None
    easy = score is not None and scale.within(score.score, scale.limit)
    return {"chat": told, "score": score, "scale": scale, "easy": easy, "dose": dose}


def _paper(step: PaperStep) -> Callable[[Visit], Awaitable[Response]]:
    async def record(visit: Visit) -> Response:
        case_id = visit.request.path_params["case_id"]
        given = _given(visit.form)
        try:
            await visit.enter(lambda access: step(access, visit.parts.turn, case_id, given, None))
        except Unfit as unfit:
            raise Refused(422, unfit.faults[0].replace("_", "-")) from None
        visit.parts.wake()
        return visit.go(f"/cases/{case_id}#decision")

    return record


def _given(form: Form) -> papers.Given:
    """What staff say about a paper. Raises `Refused` for a day that is none, or a language that is not ours."""
    try:
        dated = date.fromisoformat(form.one("date"))
    except ValueError:
        raise Refused(422, "date") from None
    language, reference = form.one("language"), form.one("reference")[:REFERENCE_MOST]
    if (language and language not in LANGUAGES) or not reference.isprintable():
        raise Refused(422, "choice")
    return papers.Given(dated, language, reference)


FAULTS: Final = frozenset({
    "four_answers_needed", "four_yes_needed", "reason_needed", "letter_needed", "questions_belong_to_needs_information",
    "protocol_belongs_to_acceptance", "follow_up_is_past",
})  # fmt: skip
"""Codes of `flows/decision.py` that keep a decision from being signed; the others are warnings."""

FIELDS: Final = {
    "patient_text": "decision-letter", "expected_response": "decision-expected", "measurement_plan": "decision-measures",
    "condition": "decision-condition", "referral": "decision-referral", "would_change": "decision-would-change",
    "reason_text": "decision-reason-text", "documents": "decision-documents", "flags.note": "decision-flags",
    "protocol.adjuncts.name": "decision-adjuncts", "protocol.adjuncts.disclosure": "decision-adjuncts",
    **{f"answers.{name}.reason": f"question-{name}" for name in QUESTIONS},
    **{f"protocol.{name}": f"protocol-{name}" for name in (
        "indication", "image_guidance", "rehabilitation_before", "rehabilitation_after", "sequence", "first",
    )},
}  # fmt: skip
"""What the form calls each field of free words."""
