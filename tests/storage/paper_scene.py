"""Scenes after a review: a physician, a signed decision, papers, and a case brought to any status in the order of events."""

from datetime import date, datetime
from typing import Final

from storage.cases import Case
from storage.decisions import Decision, NewDecision, Outcome, Paper, PaperKind, Signature
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import NOW

YES: Final = (True, True, True, True)
NO: Final = (False, True, True, True)
OUTCOMES: Final[tuple[Outcome, ...]] = ("accepted", "needs_information", "deferred", "declined")
PAPERS: Final[tuple[tuple[PaperKind, str], ...]] = (
    ("quote", "quote_issued"),
    ("protocol_summary", "protocol_summary_given"),
    ("consent", "consent_signed"),
    ("treatment", "treated"),
)
"""Each paper and the status it allows, in order."""


def physician(uow: UnitOfWork, email: str = "dr@clinic.example", role: str = "physician", licence: str = "L1") -> StaffMember:
    """A person on the staff, a physician unless said otherwise."""
    known = uow.staff.by_email(email)
    return known or uow.staff.add(role=role, name="Dra. Ana Ruiz", email=email, password_hash="x", at=NOW, licence=licence)


def signs(uow: UnitOfWork, case: Case, outcome: Outcome = "accepted", *, at: datetime = NOW, amends: str = "") -> Decision:
    """A physician signs a decision about a case."""
    member = physician(uow)
    yes, reasons = (YES, ()) if outcome == "accepted" else (NO, ("no_evidence_for_indication",))
    new = NewDecision(outcome, yes, reasons, "es", {"letter": "Revisé su caso."}, amends)
    return uow.decisions.sign(case.id, new, Signature(member.staff_ref, member.name, member.licence, at), 1)


def gives(uow: UnitOfWork, case: Case, kind: PaperKind, *, at: datetime = NOW, language: str = "es", decision_pk: int = 0) -> None:
    """A paper is recorded under the standing decision, or under the one named."""
    standing = uow.decisions.standing(case.id)
    pk = decision_pk or (standing.id if standing else 0)
    uow.decisions.give(case.id, Paper(kind, "Q-1", date(2026, 3, 1), language, at, physician(uow).staff_ref, pk))


def reaches(uow: UnitOfWork, case: Case, status: str) -> None:
    """A case in `intake` is brought to a status with every document that status needs."""
    if status in OUTCOMES or status in {"follow_up", *(allowed for _, allowed in PAPERS)}:
        _moves(uow, case, "physician_review")
        signs(uow, case, status if status in OUTCOMES else "accepted")
        for kind, allowed in PAPERS if status not in OUTCOMES else ():
            gives(uow, case, kind)
            if allowed == status:
                break
    _moves(uow, case, status)


def _moves(uow: UnitOfWork, case: Case, to: str) -> None:
    now = uow.cases.get(case.case_id)
    assert now is not None
    assert now.status == to or uow.cases.move(case.case_id, expected=[now.status], to=to, at=NOW).won
