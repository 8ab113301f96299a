"""The private link to a form: made, told to the patient by staff or when a check-in ends, checked when opened; and what becomes of answers.

Knows tokens, how long they last, and where answers belong; must not know a page. The link holds chance and our mark on it, nothing of the
patient or the instrument: letters without vowels or digits, so that no token ever reads as a word or a sum.
"""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from bot.desk import Desk, Talk
from bot.follow_up import series_of
from bot.instruments import due_first, instruments
from bot.readings import FORM
from bot.treatment import CALL_WITHIN
from bot.turn import Turn
from flows.effects import Purpose
from flows.protocol.measure import Measure
from flows.schedule import day_ends
from flows.scoring import score
from messages.prompt import Prompt
from storage.cases import Case
from storage.check_ins import CheckIn, Plan
from storage.forms import Answers, Form
from storage.unit_of_work import UnitOfWork

VALID: Final = timedelta(days=14)
"""How long a link opens. The clinic's to change; staff can send another at any time."""
PATH: Final = "/form/"
MEASURING: Final = frozenset({"full", "baseline"})
"""Kinds of check-in that instruments belong to."""
_HEX_TO_LETTERS: Final = str.maketrans("0123456789abcdef", "bcdfghjkmnpqrstv")
_NONCE, _MARK = 40, 32
_TOKEN: Final = re.compile(f"[bcdfghjkmnpqrstv]{{{_NONCE + _MARK}}}")


def new_token(uow: UnitOfWork) -> str:
    """160 bits of chance and our mark on them."""
    nonce = secrets.token_hex(_NONCE // 2).translate(_HEX_TO_LETTERS)
    return nonce + _mark(uow, nonce)


def read_token(uow: UnitOfWork, token: str, at: datetime) -> Form | None:
    """The form a token opens now; None for an expired, ended or unknown one: told apart by nobody. A form that is done stays known.

    A baseline that was not filled in by the end of the day of treatment (the patient's clock) is over: figures of a treated person are
    no state before the treatment, and would hide a change or make one up.
    """
    if not _TOKEN.fullmatch(token) or not secrets.compare_digest(token[_NONCE:], _mark(uow, token[:_NONCE])):
        return None
    form = uow.forms.find(token)
    if form is None or at >= form.expires_at or form.state == "stopped":
        return None
    return None if form.done_at is None and _came_late(form.kind, form.treated_on, form.zone, at) else form


def send(turn: Turn, desk: Desk, talk: Talk, row: CheckIn, measure: Measure, base_url: str, purpose: Purpose = "notice") -> bool:
    """Tell the patient where the form of an instrument is; False when it is filled in already. An earlier link ends."""
    token = new_token(desk.uow)
    language = talk.conversation.session.language
    if not desk.uow.forms.open(row.id, measure.id, language, token, desk.at, desk.at + VALID):
        return False
    turn.apply.say(desk, talk, Prompt("check_in-form", {"link": f"{base_url}{PATH}{token}"}), purpose)
    return True


@dataclass(frozen=True, slots=True)
class DueForms:
    """Answers a check-in that was held to its end with the link to the long instrument that belongs to it, if there is one.

    `folder` holds the clinic's licensed wording. One link a check-in; it leaves as part of the answer, so no reminder is spent on it.
    """

    base_url: str
    folder: Path | None

    def __call__(self, turn: Turn, desk: Desk, talk: Talk, check_in_id: str) -> None:
        """Send it now, after the person's own numbers."""
        row = desk.uow.check_ins.get(check_in_id)
        case = desk.uow.cases.get(row.case_id) if row is not None else None
        if row is None or case is None or row.kind not in MEASURING or case.closed_at is not None:
            return
        if _too_late(row, desk.uow.check_ins.plan_of(case.id), desk.at):
            return
        known = instruments(self.folder)
        wanted = due_first(known, case.indication, talk.conversation.session.language)
        if wanted and send(turn, desk, talk, row, known[wanted], self.base_url, "reply"):
            desk.note(case, "form_sent", reason=row.milestone)


def where_asked(rows: Sequence[CheckIn], plan: Plan | None, at: datetime) -> CheckIn | None:
    """The check-in a form belongs to now: the latest that was begun, of a kind that measures, while its window is open.

    What is answered later is no figure of that milestone; a baseline is none after the treatment (`plan`, None before one).
    """
    inside = [row for row in rows if at < row.window_ends_at and not _too_late(row, plan, at)]
    open_ = [row for row in inside if row.kind in MEASURING and row.state != "stopped"]
    begun = [row for row in open_ if row.invited_at or row.ended_at]
    return begun[-1] if begun else None


def _too_late(row: CheckIn, plan: Plan | None, at: datetime) -> bool:
    return plan is not None and _came_late(row.kind, plan.treated_on, plan.zone, at)


def _came_late(kind: str, treated_on: date | None, zone: str, at: datetime) -> bool:
    """Whether this is a baseline and the treatment came first. Only its day is recorded, so the whole of that day still counts."""
    return kind == "baseline" and treated_on is not None and at >= day_ends(treated_on, zone)


def finish(desk: Desk, case: Case, form: Form, measure: Measure, answers: Answers) -> bool:
    """Score a form and keep it with its check-in, once. A change for the worse in any of its scores is a task for staff the same day."""
    if not desk.uow.forms.finish(form.form_id, desk.at):
        return False
    desk.uow.check_ins.add_reading(form.check_in_id, _reading(measure, answers, form.language, desk.at), form.language)
    desk.note(case, "form_answered", actor="patient", reason=form.milestone)
    if _worse(desk.uow, case, measure.id, form.milestone):
        desk.uow.tickets.open(case.id, "check_in_worse", "", None, desk.at, desk.at + CALL_WITHIN)
        desk.note(case, "ticket_opened", reason="check_in_worse")
    return True


def _reading(measure: Measure, answers: Answers, language: str, at: datetime) -> Mapping[str, object]:
    asked = {item: value for item, value in answers.items() if item in measure.item_ids}
    scored = score(measure, asked)
    value = scored.value if isinstance(scored.value, int | float) else None
    return {
        "measure": measure.id,
        "version": scored.version,
        "scorer": scored.scorer,
        "items": dict(scored.items),
        "branches": {name: value for name, value in answers.items() if name not in asked},
        "value": value,
        "scores": dict(scored.scores),
        "mode": FORM,
        "language": language,
        "at": at.isoformat(),
    }


def _worse(uow: UnitOfWork, case: Case, measure: str, milestone: str) -> bool:
    mine = (series for series in series_of(uow.check_ins.answered(case.id)) if series.measure.id == measure)
    return any(point.alerts for series in mine for point in series.points if point.milestone == milestone)


def _mark(uow: UnitOfWork, nonce: str) -> str:
    return uow.forms.mark(nonce)[:_MARK].translate(_HEX_TO_LETTERS)
