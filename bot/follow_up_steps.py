"""What staff do about a person's follow-up: correct the clock it goes by, or stop it. Taken under the lock of the conversation.

Knows cases and the calendar (`bot/treatment.py`); must not know HTTP. The worker's round over check-ins takes the same lock.
"""

from typing import Final

from bot.case_steps import Conflict, again, locked, unfit
from bot.console.access import Access
from bot.treatment import UnknownZone, correct_zone, stop_follow_up
from bot.turn import Turn
from storage.cases import Case

STOP_REASONS: Final = ("withdrawn", "died", "treated_elsewhere", "wrong_entry")
"""Why nobody is asked any more, as codes."""


def move_clock(access: Access, turn: Turn, case_id: str, zone: str, version: int | None) -> Case:
    """The patient lives by this time zone (IANA name): what was not asked yet moves to its hours. Raises `Conflict`, `Unfit`."""
    access.case(case_id, "work")
    desk, _, case = locked(access, turn, case_id, version)
    try:
        correct_zone(access.uow, case, zone, at=desk.at, actor=access.staff.staff_ref)
    except UnknownZone:
        unfit(("zone_unknown",))
    except KeyError:
        raise _nothing_runs() from None
    desk.finish()
    return again(access, case)


def stop(access: Access, turn: Turn, case_id: str, reason: str, version: int | None) -> Case:
    """Nothing more is asked of this person, for one of `STOP_REASONS`. Raises `Conflict` where no follow-up runs, and `Unfit`."""
    access.case(case_id, "work")
    if reason not in STOP_REASONS:
        unfit(("reason_unknown",))
    desk, _, case = locked(access, turn, case_id, version)
    plan = access.uow.check_ins.plan_of(case.id)
    if plan is None or plan.stopped_at is not None:
        raise _nothing_runs()
    stop_follow_up(access.uow, case, reason, at=desk.at, actor=access.staff.staff_ref)
    desk.finish()
    return again(access, case)


def _nothing_runs() -> Conflict:
    return Conflict("no_follow_up", "No follow-up is running for this case.")
