"""Decisions and papers: sealed, signed, only added to, and held in the order of events by the database itself, whoever writes."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from storage.cases import Case
from storage.database import Database
from storage.decisions import ChangedWords, NewDecision, Signature
from storage.models import cases, decision_bodies, decisions, papers, staff
from storage.models_cases import STATUSES
from storage.unit_of_work import UnitOfWork
from tests.storage.paper_scene import NO, PAPERS, YES, gives, physician, reaches, signs
from tests.storage.scene import NOW, arrive, later

NEEDS_PAPERS = [status for status in STATUSES if status in {"accepted", "needs_information", "deferred", "declined", "follow_up"}]
NEEDS_PAPERS += [allowed for _, allowed in PAPERS]


def reviewed(uow: UnitOfWork, user: str = "4711") -> Case:
    """A case in physician review."""
    case = arrive(uow, user).case
    reaches(uow, case, "physician_review")
    return case


def set_status(uow: UnitOfWork, case: Case, status: str) -> None:
    """A row edited by hand."""
    closed = NOW if status == "declined" else None
    uow.work.connection.execute(sa.update(cases).where(cases.c.id == case.id).values(status=status, closed_at=closed))


def test_a_decision_comes_back_as_it_was_signed(database: Database) -> None:
    """Words, reasons, answers and signature; the words lie sealed."""
    with database.write() as uow:
        case = reviewed(uow)
        signed = signs(uow, case, "declined")
        sealed = uow.work.connection.execute(sa.select(decision_bodies.c.body)).scalar_one()
        assert uow.decisions.standing(case.id) == signed
    assert (signed.outcome, signed.yes, signed.reasons, signed.body) == (
        "declined",
        NO,
        ("no_evidence_for_indication",),
        {"letter": "Revisé su caso."},
    )
    assert (signed.signature.name, signed.signature.licence, signed.signature.at) == ("Dra. Ana Ruiz", "L1", NOW)
    assert "caso" not in sealed


def test_an_amendment_is_a_further_row(database: Database) -> None:
    """It names what it amends; the earlier one stays as it was."""
    with database.write() as uow:
        case = reviewed(uow)
        first = signs(uow, case)
        second = signs(uow, case, at=later(60), amends=first.decision_id)
        assert [decision.amends for decision in uow.decisions.of(case.id)] == ["", first.decision_id]
        assert uow.decisions.get(first.id) == first
        assert uow.decisions.standing(case.id) == second


def test_a_decision_of_another_case_is_not_amended(database: Database) -> None:
    """Neither by name nor by number."""
    with database.write() as uow:
        one, other = reviewed(uow, "1"), reviewed(uow, "2")
        first = signs(uow, one)
        with pytest.raises(LookupError):
            signs(uow, other, amends=first.decision_id)


def test_changed_words_are_noticed(database: Database) -> None:
    """Even by somebody who holds the keys and writes into the table."""
    with database.write() as uow:
        case = reviewed(uow)
        signed = signs(uow, case)
        forged = uow.work.vault.seal(
            f"decision_bodies.body:{signed.decision_id}", '{"words": {"letter": "Otra cosa."}, "reasons": [], "physician": "X"}'
        )
        uow.work.change(sa.update(decision_bodies).values(body=forged))
        with pytest.raises(ChangedWords):
            uow.decisions.of(case.id)


@pytest.mark.parametrize("statement", ["UPDATE {} SET language = language", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["decisions", "papers"])
def test_decisions_and_papers_only_grow(database: Database, table: str, statement: str) -> None:
    """The database refuses to change or remove a row."""
    with database.write() as uow:
        case = arrive(uow).case
        reaches(uow, case, "quote_issued")
        with pytest.raises(sa.exc.DBAPIError, match="only grows"):
            uow.work.connection.execute(sa.text(statement.format(table)))


@pytest.mark.parametrize("statement", ["DELETE FROM decision_bodies", "UPDATE decision_bodies SET decision_pk = decision_pk + 1"])
def test_words_stay_with_their_decision(database: Database, statement: str) -> None:
    """They may be sealed anew under another key, nothing else."""
    with database.write() as uow:
        signs(uow, reviewed(uow))
        with pytest.raises(sa.exc.IntegrityError):
            uow.work.connection.execute(sa.text(statement))


@pytest.mark.parametrize("missing", range(4))
def test_acceptance_needs_four_times_yes(database: Database, missing: int) -> None:
    """One no, or one left open, and the row is refused."""
    with database.write() as uow:
        case, member = reviewed(uow), physician(uow)
        for answer in (False, None):
            yes = tuple(answer if place == missing else True for place in range(4))
            new = NewDecision("accepted", (yes[0], yes[1], yes[2], yes[3]), (), "es", {})
            with pytest.raises(sa.exc.IntegrityError), uow.work.connection.begin_nested():
                uow.decisions.sign(case.id, new, Signature(member.staff_ref, "x", "L1", NOW), 1)


@pytest.mark.parametrize("outcome", ["declined", "deferred"])
def test_a_refusal_needs_a_reason(database: Database, outcome: str) -> None:
    """At least one code."""
    with database.write() as uow:
        case, member = reviewed(uow), physician(uow)
        new = NewDecision(outcome, NO, (), "es", {})  # type: ignore[arg-type] # one of the outcomes
        with pytest.raises(sa.exc.IntegrityError):
            uow.decisions.sign(case.id, new, Signature(member.staff_ref, "x", "L1", NOW), 1)


@pytest.mark.parametrize("role", ["coordinator", "auditor", "admin"])
def test_nobody_but_a_physician_decides(database: Database, role: str) -> None:
    """Not even by writing the row."""
    with database.write() as uow:
        case, member = reviewed(uow), physician(uow, f"{role}@clinic.example", role)
        with pytest.raises(sa.exc.IntegrityError, match="physician"):
            uow.decisions.sign(case.id, NewDecision("accepted", YES, (), "es", {}), Signature(member.staff_ref, "x", "L1", NOW), 1)


def test_a_licence_that_is_not_the_physicians_is_refused(database: Database) -> None:
    """The one on the staff row counts."""
    with database.write() as uow:
        case, member = reviewed(uow), physician(uow)
        with pytest.raises(sa.exc.IntegrityError):
            uow.decisions.sign(case.id, NewDecision("accepted", YES, (), "es", {}), Signature(member.staff_ref, "x", "L2", NOW), 1)


def test_a_dismissed_physician_decides_nothing(database: Database) -> None:
    """From the moment of dismissal."""
    with database.write() as uow:
        case = reviewed(uow)
        physician(uow)
        uow.work.change(sa.update(staff).values(dismissed_at=NOW))
        with pytest.raises(sa.exc.IntegrityError):
            signs(uow, case)


@pytest.mark.parametrize("status", ["intake", "emergency_hold", "withdrawn_by_patient", "closed"])
def test_what_is_not_in_review_is_not_decided(database: Database, status: str) -> None:
    """A running intake, an emergency, an ended case."""
    with database.write() as uow:
        case = arrive(uow).case
        reaches(uow, case, status)
        with pytest.raises(sa.exc.IntegrityError):
            signs(uow, case)


@pytest.mark.parametrize("outcome", ["needs_information", "deferred", "declined"])
def test_no_quote_without_an_acceptance(database: Database, outcome: str) -> None:
    """Any other decision allows none."""
    with database.write() as uow:
        case = reviewed(uow)
        signed = signs(uow, case, outcome)  # type: ignore[arg-type] # one of the outcomes
        with pytest.raises(sa.exc.IntegrityError, match="acceptance"):
            gives(uow, case, "quote", decision_pk=signed.id)


def test_no_quote_under_the_decision_of_another_case(database: Database) -> None:
    """An acceptance belongs to one case."""
    with database.write() as uow:
        one, other = reviewed(uow, "1"), reviewed(uow, "2")
        signed = signs(uow, one)
        with pytest.raises(sa.exc.IntegrityError):
            gives(uow, other, "quote", decision_pk=signed.id)


def test_no_quote_earlier_than_the_signature(database: Database) -> None:
    """The order holds in time too."""
    with database.write() as uow:
        case = reviewed(uow)
        signs(uow, case, at=later(60))
        with pytest.raises(sa.exc.IntegrityError):
            gives(uow, case, "quote", at=NOW)


def test_no_quote_once_the_acceptance_was_taken_back(database: Database) -> None:
    """The newest decision counts, and earlier papers count no more."""
    with database.write() as uow:
        case = reviewed(uow)
        first = signs(uow, case)
        gives(uow, case, "quote")
        signs(uow, case, "declined", at=later(60), amends=first.decision_id)
        assert uow.decisions.standing_papers(case.id) == []
        with pytest.raises(sa.exc.IntegrityError):
            gives(uow, case, "quote", at=later(120), decision_pk=first.id)


def test_a_paper_of_an_earlier_acceptance_does_not_count_for_a_later_one(database: Database) -> None:
    """After a refusal everything is given anew."""
    with database.write() as uow:
        case = reviewed(uow)
        signs(uow, case)
        gives(uow, case, "quote")
        signs(uow, case, "deferred", at=later(60))
        signs(uow, case, "accepted", at=later(120))
        with pytest.raises(sa.exc.IntegrityError, match="comes first"):
            gives(uow, case, "protocol_summary", at=later(180))


@pytest.mark.parametrize("kind", ["protocol_summary", "consent", "treatment"])
def test_each_paper_waits_for_the_one_before(database: Database, kind: str) -> None:
    """Right after the acceptance only a quote may be given."""
    with database.write() as uow:
        case = reviewed(uow)
        signs(uow, case)
        with pytest.raises(sa.exc.IntegrityError, match="comes first"):
            gives(uow, case, kind)  # type: ignore[arg-type] # one of the kinds


@pytest.mark.parametrize("foreign", ["quote", "protocol_summary", "consent"])
def test_consent_needs_every_paper_in_the_patients_language(database: Database, foreign: str) -> None:
    """Quote, protocol summary and the consent itself."""
    with database.write() as uow:
        case = reviewed(uow)
        signs(uow, case)
        for kind in ("quote", "protocol_summary"):
            gives(uow, case, kind, language="en" if kind == foreign else "es")
        with pytest.raises(sa.exc.IntegrityError, match="comes first"):
            gives(uow, case, "consent", language="en" if foreign == "consent" else "es")


@pytest.mark.parametrize("status", NEEDS_PAPERS)
def test_a_status_without_its_documents_is_refused(database: Database, status: str) -> None:
    """A row edited by hand gets nowhere."""
    with database.write() as uow:
        case = reviewed(uow)
        with pytest.raises(sa.exc.IntegrityError, match="lacks its documents"):
            set_status(uow, case, status)


@pytest.mark.parametrize("status", NEEDS_PAPERS)
def test_a_status_with_its_documents_is_reached(database: Database, status: str) -> None:
    """The same statuses, in order."""
    with database.write() as uow:
        case = arrive(uow).case
        reaches(uow, case, status)
        found = uow.cases.get(case.case_id)
    assert found is not None
    assert found.status == status


def test_a_case_does_not_begin_decided(database: Database) -> None:
    """Nor with any status that lacks its documents."""
    with database.write() as uow:
        scene = arrive(uow)
        uow.cases.withdraw(scene.case, NOW)
        row = {"case_id": "x", "conversation_id": scene.conversation.id, "subject_id": scene.address.subject_id, "channel": "telegram"}
        with pytest.raises(sa.exc.IntegrityError, match="lacks its documents"):
            uow.work.connection.execute(sa.insert(cases).values(**row, status="accepted", created_at=NOW, waiting_since=NOW))


def test_no_table_has_a_column_for_an_amount() -> None:
    """What a quote says in money is nowhere."""
    names = {column.name for table in (decisions, papers, decision_bodies) for column in table.columns}
    assert not names & {"amount", "price", "total", "currency", "cost"}


def test_a_link_is_known_by_its_token_only(database: Database) -> None:
    """Opened once, revoked for the whole case."""
    with database.write() as uow:
        case = reviewed(uow)
        signed = signs(uow, case)
        uow.decisions.add_link(signed.id, "token", NOW, NOW + timedelta(days=14))
        link = uow.decisions.link("token")
        assert link is not None
        assert (uow.decisions.link("other"), link.decision_pk) == (None, signed.id)
        assert (uow.decisions.open_link(link.id, NOW), uow.decisions.open_link(link.id, later(1))) == (True, False)
        assert (uow.decisions.revoke_links(case.id, later(2)), uow.decisions.revoke_links(case.id, later(3))) == (1, 0)
        assert [one.revoked_at for one in uow.decisions.links(case.id)] == [later(2)]
        assert uow.decisions.case_of(signed.id) == case.case_id
