"""Who holds a case, and what it is labelled: claim, hand over with a note, take from one who left it lying. Each is an audit row.

Knows steps; must not know HTTP. A lost race is told by name and time.
"""

from typing import Final

from bot import api_actions
from bot.case_steps import Conflict, by_another, current
from bot.console.access import Access
from bot.console.queue_view import STALE
from bot.turn import Turn
from storage.cases import Case
from storage.staff import StaffMember

LONGEST_NOTE: Final = 2000


def claim(access: Access, turn: Turn, case_id: str, version: int | None) -> Case:
    """Take a case. Raises `Conflict` with the holder's name and when they took it."""
    try:
        return api_actions.claim(access, turn, case_id, version)
    except Conflict as lost:
        held = access.uow.cases.get(case_id)
        if lost.rule != "held_by_another" or held is None or held.claimed_at is None:
            raise
        raise Conflict("claim_lost", "", holder_name=lost.more.get("holder_name", ""), at=held.claimed_at) from None


def colleagues(access: Access) -> list[StaffMember]:
    """Who a case may be handed to: active people whose role works on cases, without oneself."""
    able = [each for each in access.uow.staff.everyone() if each.active and each.role in {"coordinator", "physician"}]
    return [each for each in able if each.staff_ref != access.staff.staff_ref]


def hand_over(access: Access, turn: Turn, case_id: str, to: str, note: str) -> Case:
    """Give a case to a colleague, with a note for them. Raises `Conflict` unless one holds it oneself."""
    case = access.case(case_id, "work")
    if to not in {each.staff_ref for each in colleagues(access)}:
        raise Conflict("no_such_colleague")
    if not note:
        raise Conflict("note_needed")
    if len(note) > LONGEST_NOTE:
        raise Conflict("note_long", most=LONGEST_NOTE)
    if not access.uow.claims.hand_over(case_id, access.staff.staff_ref, to, access.at):
        raise Conflict("not_yours")
    access.uow.notes.add(case.id, note, access.staff.staff_ref, access.at, "handover")
    turn.desk(access.uow).note(case, "handed_over", actor=access.staff.staff_ref, reason=to)
    return case


def take(access: Access, turn: Turn, case_id: str, holder: str) -> Case:
    """Take a case from a holder who has done nothing with it for half an hour. Raises `Conflict` when they have, or it changed hands."""
    case = access.case(case_id, "work")
    if not access.uow.claims.take(case_id, holder, access.staff.staff_ref, access.at, idle_before=access.at - STALE):
        stands = access.uow.cases.get(case_id) or case
        changed = stands.claimed_by not in {"", holder, access.staff.staff_ref}
        raise by_another(access, stands.claimed_by) if changed else Conflict("not_stale")
    turn.desk(access.uow).note(case, "taken_over", actor=access.staff.staff_ref, reason=holder)
    return case


def label(access: Access, turn: Turn, case_id: str, code: str, version: int | None) -> Case:
    """Put a label on a case, whoever holds it. Raises `Conflict` when it is there already."""
    case = access.case(case_id, "work")
    current(case, version)
    if not access.uow.labels.add(case.id, code, access.staff.staff_ref, access.at):
        raise Conflict("labelled_already")
    turn.desk(access.uow).note(case, "labelled", actor=access.staff.staff_ref, reason=code)
    return case


def unlabel(access: Access, turn: Turn, case_id: str, code: str, version: int | None) -> Case:
    """Take a label off a case. Raises `Conflict` when it is not there."""
    case = access.case(case_id, "work")
    current(case, version)
    if not access.uow.labels.remove(case.id, code):
        raise Conflict("not_labelled")
    turn.desk(access.uow).note(case, "unlabelled", actor=access.staff.staff_ref, reason=code)
    return case
