"""The papers after an acceptance, recorded in their order, and the day of a treatment put right. A refused one comes back as it was typed.

Knows forms; what may follow what is `bot/papers.py`, the database refuses the rest. Clinical facts 8.2, 8.5.
"""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot import papers
from bot.case_steps import Conflict, Unfit
from bot.console.access import Access
from bot.console.case import show_case
from bot.console.case_view import PaperForm
from bot.console.layout import Form, Refused, Visit, page
from bot.console.refusals import reason_of
from bot.turn import Turn
from bot.wiring import Parts
from messages.prompt import LANGUAGES
from storage.cases import Case

PaperStep = Callable[..., Case]
CONFIRMED: Final = frozenset({"quote", "protocol-summary"})
"""Papers that may be in another language than the patient's, once somebody says that this is meant."""


def routes(parts: Parts) -> list[BaseRoute]:
    """The four papers, and another day for the last."""
    return [
        page(parts, "/cases/{case_id}/quote", _paper("quote", papers.quote), methods=("POST",)),
        page(parts, "/cases/{case_id}/protocol-summary", _paper("protocol-summary", papers.protocol_summary), methods=("POST",)),
        page(parts, "/cases/{case_id}/consent", _paper("consent", papers.consent), methods=("POST",)),
        page(parts, "/cases/{case_id}/treated", _paper("treated", papers.treated), methods=("POST",)),
        page(parts, "/cases/{case_id}/treatment-day", _paper("treatment-day", _other_day), methods=("POST",)),
    ]


def _paper(kind: str, step: PaperStep) -> Callable[[Visit], Awaitable[Response]]:
    async def record(visit: Visit) -> Response:
        case_id = visit.request.path_params["case_id"]
        try:
            await visit.enter(lambda access: _recorded(access, visit, kind, step, case_id))
        except _Unconfirmed as other:
            told = visit.text("paper-other-language", given=_tongue(visit, other.given), fluent=_tongue(visit, other.fluent))
            return await _again(visit, kind, 422, told, confirm=other.given)
        except Unfit as unfit:
            return await _again(visit, kind, 422, reason_of(visit, Refused(422, unfit.faults[0].replace("_", "-"))))
        except Refused as refusal:
            return await _again(visit, kind, refusal.status, reason_of(visit, refusal))
        except Conflict as refusal:
            return await _again(visit, kind, 409, reason_of(visit, refusal))
        visit.parts.wake()
        return visit.go(f"/cases/{case_id}#decision")

    return record


def _other_day(access: Access, turn: Turn, case_id: str, given: papers.Given, version: int | None) -> Case:
    return papers.correct_treatment(access, turn, case_id, given.dated, version)


class _Unconfirmed(Exception):
    """The paper is in another language than the one the patient reads, and nobody has said that this is meant."""

    def __init__(self, given: str, fluent: str) -> None:
        super().__init__(given)
        self.given, self.fluent = given, fluent


def _recorded(access: Access, visit: Visit, kind: str, step: PaperStep, case_id: str) -> None:
    case, given = access.case(case_id, "work"), _given(visit.form)
    foreign = bool(given.language) and given.language != case.language
    # said for this very language: a tick that stayed from another choice confirms nothing
    if kind in CONFIRMED and foreign and visit.form.one("confirmed") != given.language:
        raise _Unconfirmed(given.language, case.language)
    step(access, visit.parts.turn, case_id, given, None)


async def _again(visit: Visit, kind: str, status: int, told: str, *, confirm: str = "") -> Response:
    """The case with the form as it was filled in, and what stands against it."""
    form = visit.form
    typed = PaperForm(kind, form.one("reference")[:64], form.one("date")[:10], form.one("language"), told, confirm)
    return await show_case(visit, visit.request.path_params["case_id"], status, paper=typed)


def _tongue(visit: Visit, language: str) -> str:
    return visit.text(f"tongue-{language}")


def _given(form: Form) -> papers.Given:
    """What staff say about a paper. Raises `Refused` for a day that is none, or a language that is not ours."""
    try:
        dated = date.fromisoformat(form.one("date"))
    except ValueError:
        raise Refused(422, "date") from None
    language = form.one("language")
    if language and language not in LANGUAGES:
        raise Refused(422, "choice")
    return papers.Given(dated, language, form.one("reference"))
