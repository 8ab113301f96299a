"""What every step of staff on a case shares: the case locked as it stands, who holds it, and how a refusal names its reason.

Knows the table of steps (`flows/handoff.py`) and the turn; must not know HTTP.
"""

from dataclasses import dataclass
from typing import NamedTuple

from bot.console.access import Access
from bot.desk import Desk, Talk
from bot.turn import Turn
from flows.handoff import STEPS, Hold
from storage.cases import Case, Moved


class Conflict(Exception):
    """The step is not possible now. `rule` names why; `more` holds the holder or the status.

    `step` is which one, where the status stands against it.
    """

    def __init__(self, rule: str, detail: str = "", **more: object) -> None:
        super().__init__(rule)
        self.rule, self.detail, self.more, self.step = rule, detail, more, ""


class Unfit(Exception):
    """What was handed in contradicts itself or lacks something: `faults` are codes, never a value."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(faults[0])
        self.faults = faults


class Stopped(NamedTuple):
    """One finding of the guard: the rule, the phrase as typed, and the field of a form it stands in, empty for a text by itself."""

    rule: str
    phrase: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Unsayable:
    """The guard stopped a text. Nothing was planned; the attempt is in the audit log."""

    findings: tuple[Stopped, ...]


def unfit(faults: tuple[str, ...]) -> None:
    """Raise `Unfit` when there are faults."""
    if faults:
        raise Unfit(faults)


def conversation_of(access: Access, turn: Turn, case: Case) -> tuple[Desk, Talk]:
    """A desk with the case's conversation locked on it."""
    desk = turn.desk(access.uow)
    talk = desk.hold_conversations([case.conversation_id])[0]
    talk.case = case
    return desk, talk


def locked(access: Access, turn: Turn, case_id: str, version: int | None) -> tuple[Desk, Talk, Case]:
    """Conversation, then case, locked and read as they stand. Raises `Conflict` for an old version.

    A case that is not the newest of its conversation has a talk of its own, so that nothing of it reaches the newer one.
    """
    seen = access.uow.cases.get(case_id)
    if seen is None:
        raise KeyError(case_id)
    desk, talk = conversation_of(access, turn, seen)
    case = access.uow.cases.locked(case_id)
    current(case, version)
    talk.case = case
    return desk, talk, case


def current(case: Case, version: int | None) -> None:
    """Raise `Conflict` unless the caller saw the case as it stands."""
    if version is not None and version != case.version:
        raise Conflict("changed_in_the_meantime", "The case has a newer version.", version=case.version)


def held(access: Access, case: Case, wanted: Hold) -> None:
    """Raise `Conflict` naming the holder unless the case is held as the step wants."""
    mine = case.claimed_by == access.staff.staff_ref
    if wanted == "anyone" or mine or (wanted == "free_or_mine" and not case.claimed_by):
        return
    if not case.claimed_by:
        raise Conflict("not_claimed", "Claim the case first.")
    raise by_another(access, case.claimed_by)


def reachable(name: str, status: str) -> None:
    """Raise `Conflict` unless the step may be taken from this status."""
    if status not in STEPS[name].leads:
        raise wrong_status(name, status)


def wrong_status(name: str, status: str) -> Conflict:
    """The refusal of a step that cannot be taken from this status."""
    refusal = Conflict("wrong_status", "The case is not in a status that allows this.", case_status=status)
    refusal.step = name
    return refusal


def again(access: Access, case: Case) -> Case:
    """The case with its flags, for the answer."""
    return access.uow.cases.get(case.case_id) or case


def by_another(access: Access, staff_ref: str) -> Conflict:
    """The refusal that names who holds the case."""
    holder = access.uow.staff.by_ref(staff_ref)
    name = holder.name if holder else ""
    return Conflict("held_by_another", "Another person holds this case.", holder=staff_ref, holder_name=name)


def lost(moved: Moved, access: Access, version: int | None, step: str) -> Conflict:
    """Why a compare-and-set of this step did not win."""
    if version is not None and version != moved.case.version:
        return Conflict("changed_in_the_meantime", "The case has a newer version.", version=moved.case.version)
    if moved.holder and moved.holder != access.staff.staff_ref:
        return by_another(access, moved.holder)
    return wrong_status(step, moved.case.status)
