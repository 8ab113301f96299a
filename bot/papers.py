"""The steps after a physician's acceptance, and the end of a case: quote, protocol summary, consent, treatment, closing.

Knows what each paper needs before it; must not know HTTP. Only that a paper was given is recorded: reference, day, language, by whom.
An amount has no place here, and the patient is told no more than that the written quote is ready.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.case_steps import Conflict, again, held, locked, reachable, unfit
from bot.console.access import Access
from bot.desk import Desk, Talk
from bot.paper_reference import reference_faults
from bot.treatment import ask_baseline, move_check_ins, person_zone, plan_check_ins
from bot.turn import Turn
from bot.zones import Zone
from flows.checking import begun
from flows.events import CheckInClosed
from flows.handoff import CARED_FOR, CARED_REASONS, STEPS, after, ending
from messages.prompt import Prompt
from storage.cases import Case
from storage.decisions import Decision, Paper, PaperKind

EAST: Final = timedelta(hours=14)
WEST: Final = timedelta(hours=-12)
"""The time zones at both ends of a day: a paper's calendar day counts as today wherever on earth it still is."""
_STEP: Final[dict[PaperKind, str]] = {
    "quote": "quote",
    "protocol_summary": "protocol_summary",
    "consent": "consent",
    "treatment": "treated",
}
REFERENCED: Final[frozenset[PaperKind]] = frozenset({"quote", "protocol_summary"})
"""Papers that must carry a reference."""
_BEFORE: Final[dict[PaperKind, tuple[PaperKind, ...]]] = {
    "quote": (),
    "protocol_summary": ("quote",),
    "consent": ("quote", "protocol_summary"),
    "treatment": ("consent",),
}


@dataclass(frozen=True, slots=True)
class Given:
    """What staff say about a paper: its calendar day, its language, and the reference printed on it (no amount)."""

    dated: date
    language: str = ""
    reference: str = ""


def quote(access: Access, turn: Turn, case_id: str, given: Given, version: int | None) -> Case:
    """A written itemized quote was issued; the patient is told that it is ready. Raises `Conflict` before an acceptance."""
    return _record(access, turn, case_id, "quote", given, version)


def protocol_summary(access: Access, turn: Turn, case_id: str, given: Given, version: int | None) -> Case:
    """The protocol summary was given to the patient."""
    return _record(access, turn, case_id, "protocol_summary", given, version)


def consent(access: Access, turn: Turn, case_id: str, given: Given, version: int | None) -> Case:
    """The treatment consent was signed; refused unless quote and protocol summary were given in the patient's language."""
    return _record(access, turn, case_id, "consent", given, version)


def treated(access: Access, turn: Turn, case_id: str, given: Given, version: int | None) -> Case:
    """The treatment took place."""
    return _record(access, turn, case_id, "treatment", given, version)


def correct_treatment(access: Access, turn: Turn, case_id: str, dated: date, version: int | None) -> Case:
    """The treatment took place on another day than recorded: that is added, nothing is overwritten, and check-ins not begun move with it.

    Raises `Conflict` before a treatment, and `Unfit` for a day that cannot be.
    """
    access.case(case_id, "work")
    desk, _, case = locked(access, turn, case_id, version)
    reachable("correct_treatment", case.status)
    given = Given(dated)
    decision = _acceptance(access, case)
    recorded = [paper for paper in access.uow.decisions.standing_papers(case.id) if paper.kind == "treatment"]
    if recorded and recorded[-1].dated == dated:
        return again(access, case)
    _possible(access, turn, case, "treatment", given, decision, desk.at)
    by = access.staff.staff_ref
    access.uow.decisions.give(case.id, Paper("treatment", "", dated, case.language, desk.at, by, decision.id))
    desk.note(case, "treatment_corrected", actor=by, was=case.status, now=case.status, reason=dated.isoformat())
    move_check_ins(desk.uow, case, dated, at=desk.at)
    desk.finish()
    return again(access, case)


def close(access: Access, turn: Turn, case_id: str, reason: str, version: int | None) -> Case:
    """End a case for the patient's reason (`withdrawn_by_patient`, never declined) or the clinic's (`closed`). Nobody holds it then."""
    name = ending(reason)
    if name is None:
        unfit(("reason_unknown",))
        raise AssertionError("unreachable: an unknown reason is unfit")
    access.case(case_id, "work")
    desk, talk, case = locked(access, turn, case_id, version)
    reachable(name, case.status)
    if reason in CARED_REASONS and case.status not in CARED_FOR:
        unfit(("reason_unknown",))
    held(access, case, STEPS[name].held)
    to = after(name, case.status) or ""
    _end_check_ins(turn, desk, talk, case, to, reason, by=access.staff.staff_ref)
    moved = access.uow.cases.move(case_id, expected=[case.status], to=to, at=desk.at)
    desk.uow.outbox.cancel_proactive(talk.conversation.id, "case_ended", desk.real_at)
    desk.note(case, "closed", actor=access.staff.staff_ref, was=case.status, now=to, reason=reason)
    desk.finish()
    return again(access, moved.case)


def _end_check_ins(turn: Turn, desk: Desk, talk: Talk, case: Case, to: str, reason: str, *, by: str) -> None:
    """Nobody is asked for a case that has ended. What was answered of a check-in that is being asked is kept, as when its window ends."""
    session = talk.conversation.session
    asked = desk.uow.check_ins.get(session.check_in.check_in_id) if session.check_in is not None else None
    asked = asked if asked is not None and asked.case_pk == case.id else None
    if asked is not None and begun(session):
        turn.advance(desk, talk, CheckInClosed(desk.at, None, asked.check_in_id))
    if desk.uow.check_ins.stop(case.id, to, desk.at):
        desk.note(case, "follow_up_stopped", actor=by, reason=reason)
    if asked is not None:
        turn.advance(desk, talk, CheckInClosed(desk.at, None, asked.check_in_id))


def _record(access: Access, turn: Turn, case_id: str, kind: PaperKind, given: Given, version: int | None) -> Case:
    access.case(case_id, "work")
    desk, talk, case = locked(access, turn, case_id, version)
    name = _STEP[kind]
    decision = _acceptance(access, case)
    if _given_before(access, case, kind, given):
        return again(access, case)
    reachable(name, case.status)
    held(access, case, STEPS[name].held)
    _possible(access, turn, case, kind, given, decision, desk.at)
    language = given.language or case.language
    paper = Paper(kind, given.reference, given.dated, language, desk.at, access.staff.staff_ref, decision.id)
    access.uow.decisions.give(case.id, paper)
    to = after(name, case.status) or case.status
    talk.case = access.uow.cases.move(case_id, expected=[case.status], to=to, at=desk.at).case
    zone = person_zone(access.uow, case, turn.clinic_zone)
    _follow(desk, case, kind, given, zone, by=access.staff.staff_ref, to=to)
    if kind == "quote":
        turn.apply.say(desk, talk, Prompt("handoff-quote_ready"), "notice")
        talk.conversation.version += 1
    desk.finish()
    return again(access, talk.case)


def _given_before(access: Access, case: Case, kind: PaperKind, given: Given) -> bool:
    """Whether this very paper counts already: the same reference, day and language. A repeated request records and tells nothing anew."""
    wanted = (kind, given.reference, given.dated, given.language or case.language)
    known = {(paper.kind, paper.reference, paper.dated, paper.language) for paper in access.uow.decisions.standing_papers(case.id)}
    return bool(given.reference) and wanted in known


def _follow(desk: Desk, case: Case, kind: PaperKind, given: Given, zone: Zone, *, by: str, to: str) -> None:
    if kind == "treatment":
        desk.note(case, "treated", actor=by, was=case.status, now=to, reason=given.dated.isoformat())
        plan_check_ins(desk.uow, case, given.dated, zone, at=desk.at, actor=by)
    else:
        desk.note(case, f"{kind}_given", actor=by, was=case.status, now=to)
    if kind == "consent":
        ask_baseline(desk.uow, case, zone, at=desk.at)


def _acceptance(access: Access, case: Case) -> Decision:
    decision = access.uow.decisions.standing(case.id)
    if decision is None or decision.outcome != "accepted":
        raise Conflict("no_acceptance", "A physician has not accepted this case in writing.", case_status=case.status)
    return decision


def _possible(access: Access, turn: Turn, case: Case, kind: PaperKind, given: Given, decision: Decision, at: datetime) -> None:
    """Refuse what the database would refuse, with the rule's name, and days that cannot be."""
    faults = list(reference_faults(given.reference, case.language)) if kind in REFERENCED or given.reference else []
    if given.dated > _today(turn, kind, at):
        faults.append("date_in_the_future")
    unfit(tuple(faults))
    if given.dated < (decision.signature.at + WEST).date():
        raise Conflict("dated_before_acceptance", "The day lies before the physician's acceptance.")
    standing = access.uow.decisions.standing_papers(case.id)
    for needed in _BEFORE[kind]:
        _has(needed, [paper for paper in standing if paper.kind == needed], case, given, fluent=kind == "consent")
    if kind == "consent" and (given.language or case.language) != case.language:
        raise Conflict("language_not_fluent", "The consent is not in the language the patient reads fluently.", language=case.language)


def _today(turn: Turn, kind: PaperKind, at: datetime) -> date:
    """The last day that is no future: a treatment happens at the clinic, so its calendar counts; a paper may be signed anywhere."""
    return at.astimezone(ZoneInfo(turn.clinic_zone)).date() if kind == "treatment" else (at + EAST).date()


def _has(kind: PaperKind, found: list[Paper], case: Case, given: Given, *, fluent: bool) -> None:
    if not found:
        raise Conflict(f"no_{kind}", "What must be given before is missing.")
    fitting = [paper for paper in found if not fluent or paper.language == case.language]
    if not fitting:
        raise Conflict("language_not_fluent", f"There is no {kind} in the language the patient reads fluently.", language=case.language)
    if all(given.dated < paper.dated for paper in fitting):
        raise Conflict("dated_too_early", f"The day lies before that of the {kind}.")
