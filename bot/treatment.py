"""What follows from a treatment that took place. The single place where the day of treatment starts anything.

Knows the day and the case; must not know who recorded it.
"""

from datetime import date

from bot.desk import Desk
from storage.cases import Case


def plan_check_ins(desk: Desk, case: Case, treated_on: date, *, by: str) -> None:
    """The case was treated on `treated_on` (a calendar day at the clinic), recorded by staff reference `by`.

    Called once for each case, in the transaction that records the treatment, after the case has become `treated`. Writes the step to
    the timeline; whatever is due later is counted from `treated_on`.
    """
    desk.note(case, "treated", actor=by, was="consent_signed", now="treated", reason=treated_on.isoformat())
