"""The day until which a physician put a case off: the deadline it stands in the queue with, so that nobody has to remember it.

Knows the written decision and the clinic's calendar; must not know why the case was put off. The patient is told nothing by it.
"""

from datetime import date, datetime

from bot.case_clocks import LATER
from bot.console import times
from storage.cases import Case
from storage.unit_of_work import UnitOfWork


def look_again(uow: UnitOfWork, case: Case, at: datetime, clinic_zone: str) -> None:
    """Start the clock that ends with the day the standing decision names; nothing where the case is not put off, or to no day."""
    decision = uow.decisions.standing(case.id) if case.status == LATER else None
    day = str(decision.body.get("follow_up_on") or "") if decision is not None else ""
    if day:
        uow.clocks.start(case.id, "resolution", at, times.end_of(date.fromisoformat(day), clinic_zone))
