"""What staff do with a case: each step checked for order and holder, written with its timeline and audit rows in one transaction.

Knows cases and the turn; must not know HTTP. A lost race names who holds the case or which rule stands against the step.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.apply import PRESSING
from bot.case_steps import Conflict, Stopped, Unsayable, again, conversation_of, current, held, lost
from bot.console.access import Access
from bot.desk import Desk
from bot.look_again import look_again
from bot.prepared import too_early
from bot.turn import Turn
from flows.events import HoldLifted
from flows.handoff import STANDING
from messages.guard import judge
from storage.board import DATED
from storage.cases import Case, Moved

ENDED = frozenset({"withdrawn_by_patient", "closed"})
"""Statuses in which nobody writes to the patient any more."""

_STEPS = {"claimed": "claim", "released": "release", "review_requested": "request_review"}
"""What the timeline calls a step, and its name in the order of a case's life."""

Step = Callable[[Access, Turn, str, int | None], Case]


@dataclass(frozen=True, slots=True)
class Written:
    """A text put into the outbox."""

    case: Case
    send_id: str
    n: int


def claim(access: Access, turn: Turn, case_id: str, version: int | None) -> Case:
    """Take a case. Raises `Conflict` naming the holder."""
    access.case(case_id, "work")
    moved = access.uow.cases.claim(case_id, access.staff.staff_ref, access.at, version=version)
    return _moved(access, turn, moved, "claimed", version)


def release(access: Access, turn: Turn, case_id: str, version: int | None) -> Case:
    """Give a case back to the queue; only its holder may."""
    access.case(case_id, "work")
    moved = access.uow.cases.release(case_id, access.staff.staff_ref, access.at, version=version)
    return _moved(access, turn, moved, "released", version)


def request_review(access: Access, turn: Turn, case_id: str, version: int | None) -> Case:
    """Ask a physician for a decision; only the holder may."""
    access.case(case_id, "work")
    moved = access.uow.cases.request_review(case_id, access.staff.staff_ref, access.at, version=version)
    return _moved(access, turn, moved, "review_requested", version)


def acknowledge(access: Access, turn: Turn, case_id: str, version: int | None) -> Case:  # noqa: ARG001 - every step is called alike
    """Say that a person has seen the case's alarms: they are repeated no longer. Raises `Conflict` when none waits."""
    case = access.case(case_id, "work")
    if not _seen(access, _desk(access, turn), case):
        raise Conflict("no_alarm_waiting", "Nobody waits for an acknowledgement of this case.")
    return case


def _seen(access: Access, desk: Desk, case: Case) -> bool:
    """The alarms that wait are acknowledged by who acts; False when none waited."""
    waiting = [alarm for alarm in access.uow.alarms.of(case.id) if alarm.acknowledged_at is None]
    taken = [alarm for alarm in waiting if access.uow.alarms.acknowledge(alarm.alarm_id, access.staff.staff_ref, access.at)]
    if taken:
        desk.note(case, "alarm_acknowledged", actor=access.staff.staff_ref, reason=taken[0].kind)
    return bool(taken)


def write_to_patient(access: Access, turn: Turn, case_id: str, text: str, version: int | None) -> Written | Unsayable:
    """Put a typed text in the outbox, unless the guard stops it. Raises `Conflict` when nothing may go now."""
    case = access.case(case_id, "work")
    current(case, version)
    if case.status in ENDED:
        raise Conflict("case_ended", "The patient is not written to any more.", case_status=case.status)
    held(access, case, "free_or_mine")
    verdict = judge(text, case.language)
    if verdict.blocked:
        access.note("guard.blocked", case.case_id, {"rule": verdict.findings[0].rule})
        return Unsayable(tuple(Stopped(finding.rule, finding.phrase) for finding in verdict.findings))
    if needs := too_early(text, case.status):
        access.note("guard.blocked", case.case_id, {"rule": f"no_{needs}_yet"})
        return Unsayable((Stopped(f"no_{needs}_yet", text),))
    desk, talk = conversation_of(access, turn, case)
    send_id = turn.apply.say_words(desk, talk, text, author="staff", actor=access.staff.staff_ref)
    n = talk.conversation.next_n - 1
    talk.conversation.version += 1
    desk.note(case, "message_written", actor=access.staff.staff_ref)
    desk.finish()
    return Written(case, send_id, n)


def lift(access: Access, turn: Turn, case_id: str, reason: str, version: int | None, *, resume: bool) -> Case:
    """End an emergency hold: back into the queue or to its holder, also while the questions go on. Who lifts it has seen its alarms."""
    case = access.case(case_id, "work")
    if case.status != "emergency_hold":
        raise Conflict("not_held", "The case is not on an emergency hold.", case_status=case.status)
    held(access, case, "free_or_mine")
    desk, talk = conversation_of(access, turn, case)
    turn.advance(desk, talk, HoldLifted(desk.at, None, access.staff.staff_ref, resume))
    _seen(access, desk, case)
    to = _where_it_stood(access, case)
    moved = access.uow.cases.move(case_id, expected=["emergency_hold"], to=to, at=access.at, version=version)
    if not moved.won:
        raise lost(moved, access, version, "lift")
    if to in STANDING:
        access.uow.cases.calm(moved.case, "urgent" if _pressing(access, case) else "routine")
    desk.note(case, "hold_lifted", actor=access.staff.staff_ref, was="emergency_hold", now=to, reason=reason)
    look_again(access.uow, moved.case, desk.at, turn.clinic_zone)
    desk.finish()
    return again(access, moved.case)


def answer_data_request(access: Access, turn: Turn, case_id: str) -> Case:
    """The patient was answered about their data: the tasks are done, with who and when."""
    case, me = access.case(case_id, "work"), access.staff.staff_ref
    waiting = access.uow.tickets.waiting([case.id], DATED).get(case.id, ())
    if not waiting:
        raise Conflict("no_data_request", "Nobody waits for an answer about their data in this case.")
    for ticket in waiting:
        access.uow.tickets.done(ticket.ticket_id, me, access.at)
    _desk(access, turn).note(case, "data_request_answered", actor=me, reason=waiting[0].kind)
    return again(access, case)


def _pressing(access: Access, case: Case) -> bool:
    """Whether what a check-in asked to be looked at the same day is still open."""
    return any(ticket.kind in PRESSING and ticket.done_at is None for ticket in access.uow.tickets.of(case.id))


def _where_it_stood(access: Access, case: Case) -> str:
    """A case in review or beyond goes back there; else to its holder, or into the queue.

    Never back into `intake`, though the bot may ask on: no lane shows that, and a patient who was in danger and does not answer must be
    in somebody's sight until a person has heard from them.
    """
    before = next((entry.from_status for entry in reversed(access.uow.timeline.of(case.id)) if entry.to_status == "emergency_hold"), "")
    if before not in {"", "intake", "new", "claimed"}:
        return before
    return "claimed" if case.claimed_by else "new"


def _desk(access: Access, turn: Turn) -> Desk:
    return turn.desk(access.uow)


def _moved(access: Access, turn: Turn, moved: Moved, action: str, version: int | None) -> Case:
    if not moved.won:
        raise lost(moved, access, version, _STEPS[action])
    if moved.was != moved.case.status or action != "claimed":
        _desk(access, turn).note(moved.case, action, actor=access.staff.staff_ref, was=moved.was, now=moved.case.status)
    return again(access, moved.case)
