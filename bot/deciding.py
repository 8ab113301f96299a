"""A physician signs: the decision is written, flags are cleared by name, the case moves, the patient is told that the answer is ready.

Knows the order of these acts, all in one transaction; must not know HTTP, nor judge what was decided.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from bot.case_steps import Conflict, Stopped, Unsayable, current, held, locked, unfit
from bot.console import times
from bot.console.access import Access
from bot.decision_words import foreign_letter, unsayable
from bot.desk import Desk, Talk
from bot.letters import Letters
from bot.look_again import look_again
from bot.treatment import ask_baseline, person_zone
from bot.turn import Turn
from flows import decision_checks as rules
from flows import handoff
from flows.decision import QUESTIONS, Draft, as_words
from flows.events import QuestionsReopened
from flows.reopening import reopenable
from flows.session import Session
from storage.cases import Case
from storage.decisions import Decision, NewDecision, Signature


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed decision, the case after it, and what the physician should still look at, as codes."""

    case: Case
    decision: Decision
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a signature would meet now: what contradicts itself, what to look at, the guard's findings, why the case does not allow it."""

    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    findings: tuple[Stopped, ...] = ()
    conflict: Conflict | None = None

    @property
    def signable(self) -> bool:
        """Whether nothing stands against it."""
        return not (self.faults or self.findings or self.conflict)


class Unconfirmed(Exception):
    """A warning that is confirmed before a signature was not: nothing was signed."""


def decide(
    access: Access, turn: Turn, letters: Letters, case_id: str, draft: Draft, version: int | None, confirmed: Collection[str] | None = None
) -> Signed | Unsayable:
    """Sign a decision; in one go with the claim when nobody holds the case. Raises `Conflict`, and `Unfit` for what contradicts itself.

    `confirmed` are the warnings the physician ticked (codes), and `Unconfirmed` is raised for one that asks for it and is not among them;
    None for the JSON API, which answers with all warnings, and with what the decision lacks to be whole (its body is fixed).
    """
    access.case(case_id, "decide")
    desk, talk, case = locked(access, turn, case_id, version)
    held(access, case, "free_or_mine")
    packet = access.packet(case)
    session = talk.conversation.session
    to = _allowed(access, case, draft, packet, session)
    standing = _standing(access, case)
    lacking = tuple(rules.unfinished(draft, standing))
    unfit((*_faults(access, turn, case, draft, packet), *_unasked(draft, session), *(() if confirmed is None else lacking)))
    stopped = unsayable(draft, case.language)
    if stopped is not None:
        access.note("guard.blocked", case.case_id, {"rule": stopped.findings[0].rule})
        return stopped
    warned = (*lacking, *_warnings(access, case, draft, packet, standing))
    if confirmed is not None and set(rules.to_confirm(warned)) - set(confirmed):
        raise Unconfirmed
    signed = _sign(access, desk, case, draft, weight_of(packet))
    _clear(access, desk, case, draft)
    talk.case = _move(access, desk, case, to)
    look_again(access.uow, talk.case, desk.at, turn.clinic_zone)
    if draft.outcome == "accepted":
        ask_baseline(access.uow, talk.case, person_zone(access.uow, case, turn.clinic_zone), at=desk.at)
    _tell(turn, desk, talk, letters, draft, signed)
    desk.finish()
    return Signed(access.uow.cases.get(case_id) or talk.case, signed, warned)


def send_letter(access: Access, turn: Turn, letters: Letters, case_id: str, version: int | None) -> Case:
    """Send the patient a new link to the standing letter; every earlier link ends. Raises `Conflict` when there is no letter."""
    access.case(case_id, "work")
    desk, talk, case = locked(access, turn, case_id, version)
    held(access, case, "free_or_mine")
    decision = access.uow.decisions.standing(case.id)
    if decision is None or not decision.body["letter"]:
        raise Conflict("no_letter", "No physician has written to this patient yet.", case_status=case.status)
    if case.status in {"withdrawn_by_patient", "closed"}:
        raise Conflict("case_ended", "The patient is not written to any more.", case_status=case.status)
    letters.send(desk, talk, turn.apply, decision)
    talk.conversation.version += 1
    desk.note(case, "letter_sent_again", actor=access.staff.staff_ref)
    desk.finish()
    return access.uow.cases.get(case_id) or case


def preview(access: Access, turn: Turn, case_id: str, draft: Draft, version: int | None) -> Preview:
    """For the screen before the signature: everything the signature itself would be refused for. Writes nothing but the look."""
    case = access.case(case_id, "decide")
    access.note("case.read", case.case_id)
    packet, stopped = access.packet(case), unsayable(draft, case.language)
    session = access.uow.conversations.peek([case.conversation_id])[case.conversation_id].session
    standing = _standing(access, case)
    lacking = rules.unfinished(draft, standing)
    faults, conflict = (*_faults(access, turn, case, draft, packet), *_unasked(draft, session), *lacking), None
    try:
        current(case, version)
        held(access, case, "free_or_mine")
        _allowed(access, case, draft, packet, session)
    except Conflict as refusal:
        conflict = refusal
    return Preview(faults, _warnings(access, case, draft, packet, standing), stopped.findings if stopped else (), conflict)


def weight_of(packet: Mapping[str, Any]) -> float | None:
    """The recorded body weight in kilograms, None while it is not known."""
    for answer in packet.get("answers", ()):
        if answer["step"] == "host.weight" and answer["unit"] == "kg" and isinstance(answer["value"], int | float):
            return float(answer["value"])
    return None


def hard_flags(access: Access, case: Case, packet: Mapping[str, Any]) -> frozenset[str]:
    """The ids of a case's flags that are `hard` in the packet or were when they were raised: the graver of two weights counts."""
    told = {flag["id"] for flag in packet.get("flags", ()) if flag["severity"] == "hard"}
    return frozenset(told.union(flag.id for flag in access.uow.flags.of([case.id]).get(case.id, ()) if flag.severity == "hard"))


def _faults(access: Access, turn: Turn, case: Case, draft: Draft, packet: Mapping[str, Any]) -> tuple[str, ...]:
    today = times.day(access.at, turn.clinic_zone)
    return tuple(rules.faults(draft, today, weight_of(packet), hard_flags(access, case, packet)))


def _standing(access: Access, case: Case) -> tuple[str, ...]:
    """The ids of the flags nobody has cleared yet."""
    return tuple(flag.id for flag in access.uow.flags.of([case.id]).get(case.id, ()))


def _warnings(access: Access, case: Case, draft: Draft, packet: Mapping[str, Any], standing: tuple[str, ...]) -> tuple[str, ...]:
    warned = rules.warnings(
        draft,
        weight_kg=weight_of(packet),
        standing_flags=standing,
        tier=packet.get("evidence_tier"),
        hard_flags=hard_flags(access, case, packet),
        indications=packet.get("indication", ()),
    )
    tongue = foreign_letter(draft, case.language)
    return (*warned, *((f"letter_in_another_language:{tongue}",) if tongue else ()))


def _allowed(access: Access, case: Case, draft: Draft, packet: Mapping[str, Any], session: Session) -> str:
    """The status the decision leads to. Raises `Conflict` where the case does not allow it, whatever the draft lacks besides."""
    to = handoff.decided(case.status, draft.outcome)
    if to is None:
        raise Conflict("wrong_status", "The case is not in a status that allows this decision.", case_status=case.status)
    _newest(access, case, to)
    _acknowledged(draft, packet)
    _free(draft, session)
    return to


def _newest(access: Access, case: Case, to: str) -> None:
    """A case that ended is opened again only while no other of this patient's followed: a conversation has one open case."""
    newest = access.uow.cases.latest_for([case.conversation_id]).get(case.conversation_id)
    if case.closed_at is not None and to not in handoff.ENDS and newest is not None and newest.id != case.id:
        raise Conflict("newer_case", "The patient has a newer case; decide there.", newer_case_id=newest.case_id)


def _acknowledged(draft: Draft, packet: Mapping[str, Any]) -> None:
    """Clinical facts 8.1: the fourth yes needs the patient's own acknowledgement of the written expectation."""
    shown = packet.get("expectation")
    if draft.outcome == "accepted" and not (shown and shown["understood"]):
        raise Conflict("expectation_not_acknowledged", "The patient has not acknowledged the written expectation yet.")


def _unasked(draft: Draft, session: Session) -> tuple[str, ...]:
    """Questions that nobody can ask again, as faults."""
    unknown = set(draft.questions) - set(reopenable(session)) if draft.questions else set()
    return tuple(f"question_not_askable:{step}" for step in sorted(unknown))


def _free(draft: Draft, session: Session) -> None:
    """Questions wait while the intake is still asking its own."""
    if draft.questions and session.status in {"open", "paused"} and not session.pending:
        raise Conflict("intake_running", "The patient is still answering the questions of the intake.")


def _sign(access: Access, desk: Desk, case: Case, draft: Draft, weight_kg: float | None) -> Decision:
    standing = access.uow.decisions.standing(case.id)
    amends = standing.decision_id if standing and handoff.deciding(case.status) == "amend" else ""
    given = [draft.answers[question].yes if question in draft.answers else None for question in QUESTIONS]
    new = NewDecision(
        outcome=draft.outcome,
        yes=(given[0], given[1], given[2], given[3]),
        reasons=draft.reasons,
        language=case.language,
        body=as_words(draft, weight_kg=weight_kg),
        amends=amends,
    )
    signature = Signature(access.staff.staff_ref, access.staff.name, access.staff.licence, desk.at)
    return access.uow.decisions.sign(case.id, new, signature, case.packet_version)


def _clear(access: Access, desk: Desk, case: Case, draft: Draft) -> None:
    """Flags are cleared by a named person only; which one is health data and stays out of the timeline."""
    for flag in draft.flags:
        if flag.resolution == "cleared" and access.uow.flags.clear(case.id, flag.id, access.staff.staff_ref, desk.at):
            desk.note(case, "flag_cleared", actor=access.staff.staff_ref)


def _move(access: Access, desk: Desk, case: Case, to: str) -> Case:
    action = "amended" if handoff.deciding(case.status) == "amend" else "decided"
    moved = access.uow.cases.decide(case.case_id, access.staff.staff_ref, desk.at, expected=case.status, to=to)
    desk.note(case, action, actor=access.staff.staff_ref, was=case.status, now=to)
    return moved.case


def _tell(turn: Turn, desk: Desk, talk: Talk, letters: Letters, draft: Draft, signed: Decision) -> None:
    """Only that the answer is ready; then the invitation to the questions, if there are any. Nothing of what was decided."""
    if draft.letter:
        letters.send(desk, talk, turn.apply, signed)
        talk.conversation.version += 1
    else:
        desk.uow.decisions.revoke_links(signed.case_pk, desk.at)
    if draft.questions:
        turn.advance(desk, talk, QuestionsReopened(desk.at, None, draft.questions))
