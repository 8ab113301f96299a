"""Whether a case was given to a person before, and whether its questions are over with it: the two need not be the same moment.

Knows the case's timeline; must not know what is said or asked.
"""

from typing import Final

from storage.cases import Case
from storage.unit_of_work import UnitOfWork

QUESTIONS_END: Final = frozenset({"intake_complete", "contact_only", "consent_declined"})
"""Hand-offs with which the questions are over; any other may come in their midst."""


def was_handed(uow: UnitOfWork, case: Case) -> bool:
    """Whether a person was given this case before, though its questions may go on."""
    if case.status == "intake" or case.completed_at is not None:
        return False
    return any(entry.action in {"handed_off", "surfaced"} for entry in uow.timeline.of(case.id))
