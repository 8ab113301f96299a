"""Cases: one open per conversation, handed off once, claimed by one, listed in the order of work."""

from datetime import datetime

import pytest
import sqlalchemy as sa

from flows.session import Consent, Flag
from storage.cases import BadCursor, Case
from storage.database import Database
from storage.models import cases
from storage.models_cases import PRIORITIES, STATUSES
from storage.timeline import TimelineEntry
from storage.unit_of_work import UnitOfWork
from tests.storage.paper_scene import reaches
from tests.storage.scene import NOW, arrive, later, telegram


def handed_off(uow: UnitOfWork, user: str = "4711", *, priority: str = "routine", at: datetime = NOW) -> Case:
    """A case in the queue."""
    case = arrive(uow, user).case
    assert uow.cases.hand_off(case, priority=priority, at=at, due_at=later(3600))
    found = uow.cases.get(case.case_id)
    assert found is not None
    return found


def test_a_case_exists_from_the_first_message(database: Database) -> None:
    """Status `intake`, routine, not in the queue."""
    with database.write() as uow:
        case = arrive(uow).case
        assert (case.status, case.priority, case.claimed_by, case.version) == ("intake", "routine", "", 1)
        assert uow.cases.queue().items == ()


def test_one_open_case_per_conversation(database: Database) -> None:
    """The database refuses a second while the first is open."""
    with database.write() as uow:
        scene = arrive(uow)
        with pytest.raises(sa.exc.IntegrityError):
            uow.cases.open_intake(
                scene.conversation.id,
                scene.address.subject_id,
                channel="telegram",
                language="es",
                revision="r",
                protocol_version="p",
                at=NOW,
            )


def test_a_case_is_handed_off_exactly_once(database: Database) -> None:
    """The second time says so, and may only raise the priority."""
    with database.write() as uow:
        case = handed_off(uow)
        assert (case.status, case.completed_at, case.waiting_since) == ("new", NOW, NOW)
        assert not uow.cases.hand_off(case, priority="urgent", at=later(60), due_at=None)
        again = uow.cases.get(case.case_id)
        assert again is not None
        assert (again.priority, again.completed_at) == ("urgent", NOW)


def test_a_held_case_that_completes_stays_held(database: Database) -> None:
    """An emergency is lifted by staff, not by the rest of the questions."""
    with database.write() as uow:
        case = arrive(uow).case
        assert uow.cases.hold(case, NOW)
        assert not uow.cases.hold(case, NOW)
        assert uow.cases.hand_off(case, priority="routine", at=NOW, due_at=None)
        found = uow.cases.get(case.case_id)
        assert found is not None
        assert (found.status, found.priority, found.completed_at) == ("emergency_hold", "emergency", NOW)


def test_one_claim_wins_and_the_other_learns_the_holder(database: Database) -> None:
    """Claiming again what one holds is no loss."""
    with database.write() as uow:
        case = handed_off(uow)
        won = uow.cases.claim(case.case_id, "anna", NOW)
        lost = uow.cases.claim(case.case_id, "bert", NOW)
        again = uow.cases.claim(case.case_id, "anna", NOW)
    assert (won.won, won.was, won.case.status, won.case.claimed_by) == (True, "new", "claimed", "anna")
    assert (lost.won, lost.holder) == (False, "anna")
    assert again.won


def test_an_old_version_loses(database: Database) -> None:
    """Who acts on what they no longer see is told so."""
    with database.write() as uow:
        case = handed_off(uow)
        assert not uow.cases.claim(case.case_id, "anna", NOW, version=case.version - 1).won
        assert uow.cases.claim(case.case_id, "anna", NOW, version=case.version).won


def test_releasing_returns_to_the_queue(database: Database) -> None:
    """Only the holder may."""
    with database.write() as uow:
        case = handed_off(uow)
        uow.cases.claim(case.case_id, "anna", NOW)
        assert not uow.cases.release(case.case_id, "bert", NOW).won
        freed = uow.cases.release(case.case_id, "anna", NOW)
        assert (freed.won, freed.case.status, freed.case.claimed_by, freed.holder) == (True, "new", "", "")


def test_review_is_requested_by_the_holder_and_claimed_by_a_physician(database: Database) -> None:
    """`claimed` becomes `physician_review`, free; claiming it there keeps the status."""
    with database.write() as uow:
        case = handed_off(uow)
        assert not uow.cases.request_review(case.case_id, "anna", NOW).won
        uow.cases.claim(case.case_id, "anna", NOW)
        assert uow.cases.request_review(case.case_id, "anna", NOW).case.status == "physician_review"
        taken = uow.cases.claim(case.case_id, "dr", NOW)
        assert (taken.won, taken.case.status) == (True, "physician_review")


def test_a_move_needs_its_status_and_holder(database: Database) -> None:
    """Any other step is a compare-and-set too; an end closes the case."""
    with database.write() as uow:
        case = handed_off(uow)
        uow.cases.claim(case.case_id, "dr", NOW)
        assert not uow.cases.move(case.case_id, expected=["physician_review"], to="accepted", at=NOW).won
        assert not uow.cases.move(case.case_id, expected=["claimed"], to="closed", at=NOW, holder="other").won
        ended = uow.cases.move(case.case_id, expected=["claimed"], to="closed", at=NOW, holder="dr")
        assert (ended.won, ended.case.closed_at) == (True, NOW)


def test_an_unknown_case_is_a_key_error(database: Database) -> None:
    """So that the edge can answer 404."""
    with database.write() as uow, pytest.raises(KeyError):
        uow.cases.claim("nobody", "anna", NOW)


def test_a_withdrawn_case_makes_room_for_a_new_one(database: Database) -> None:
    """Stop ends the case; the same conversation may open another."""
    with database.write() as uow:
        scene = arrive(uow)
        assert uow.cases.withdraw(scene.case, NOW)
        assert not uow.cases.withdraw(scene.case, NOW)
        assert uow.cases.open_for([scene.conversation.id]) == {}
        again = uow.cases.open_intake(
            scene.conversation.id, scene.address.subject_id, channel="telegram", language="es", revision="r", protocol_version="p", at=NOW
        )
        assert [case.id for case in uow.cases.by_patient(scene.case.patient_ref)] == [again.id, scene.case.id]
        assert uow.cases.latest_for([scene.conversation.id])[scene.conversation.id].id == again.id


def test_the_queue_is_by_priority_then_waiting(database: Database) -> None:
    """Emergency, urgent, routine; within each who waits longest."""
    with database.write() as uow:
        queued = [
            handed_off(uow, str(n), priority=priority, at=later(n))
            for n, priority in enumerate(["routine", "urgent", "routine", "emergency"])
        ]
        order = [case.case_id for case in uow.cases.queue().items]
    assert order == [queued[3].case_id, queued[1].case_id, queued[0].case_id, queued[2].case_id]


def test_pages_join_without_gap_or_overlap(database: Database) -> None:
    """Pages of two give the same order as one page of all, with equal times too."""
    with database.write() as uow:
        for n in range(7):
            handed_off(uow, str(n), priority=PRIORITIES[n % 3], at=later(n // 2))
        whole = [case.case_id for case in uow.cases.queue().items]
        parts, cursor = [], None
        while True:
            page = uow.cases.queue(limit=2, cursor=cursor)
            parts += [case.case_id for case in page.items]
            cursor = page.next_cursor
            if cursor is None:
                break
    assert parts == whole
    assert len(whole) == 7


@pytest.mark.parametrize("cursor", ["", "x", "é", "W10", "WzEsMiwzXQ"])
def test_a_foreign_cursor_is_refused(database: Database, cursor: str) -> None:
    """Whatever comes in from outside."""
    with database.read() as uow, pytest.raises(BadCursor):
        uow.cases.queue(cursor=cursor)


@pytest.mark.parametrize(("statuses", "found"), [(["intake"], 1), (["new"], 1), (["new", "intake"], 2), (["closed"], 0), (["nonsense"], 0)])
def test_the_queue_filters_by_status(database: Database, statuses: list[str], found: int) -> None:
    """One, several, none; an unknown status finds nothing."""
    with database.write() as uow:
        arrive(uow, "1")
        handed_off(uow, "2")
        assert len(uow.cases.queue(statuses=statuses).items) == found


@pytest.mark.parametrize("status", STATUSES)
def test_the_default_queue_holds_what_a_person_may_have_to_act_on(database: Database, status: str) -> None:
    """All but intake and the ends, as the contract says; every status is allowed by the database."""
    with database.write() as uow:
        case = arrive(uow).case
        reaches(uow, case, status)
        listed = len(uow.cases.queue().items) == 1
    assert listed == (status not in {"intake", "withdrawn_by_patient", "declined", "closed"})


@pytest.mark.parametrize("column", ["status", "priority"])
def test_the_database_knows_the_allowed_words(database: Database, column: str) -> None:
    """A status or priority outside the contract cannot be written."""
    with database.write() as uow:
        arrive(uow)
        with pytest.raises(sa.exc.IntegrityError):
            uow.work.change(sa.update(cases).values({column: "nonsense"}))


def test_idle_claims_and_overdue_cases_are_found(database: Database) -> None:
    """Claims that went stale, and free cases past their date."""
    with database.write() as uow:
        held, free = handed_off(uow, "1"), handed_off(uow, "2")
        uow.cases.claim(held.case_id, "anna", NOW)
        assert uow.cases.idle_claims(NOW, 10) == []
        assert [case.id for case in uow.cases.idle_claims(later(1), 10)] == [held.id]
        assert [case.id for case in uow.cases.overdue(later(3601), 10)] == [free.id]
        assert uow.cases.overdue(later(3600), 10) == []


def test_what_is_known_is_sealed_with_the_case(database: Database) -> None:
    """Indication and tier come back; writing the same again does not raise the version."""
    with database.write() as uow:
        case = arrive(uow).case
        uow.cases.describe(case, language="en", indication=["knee_osteoarthritis"], evidence_tier="strong")
        found = uow.cases.get(case.case_id)
        assert found is not None
        uow.cases.describe(found, language="en", indication=["knee_osteoarthritis"], evidence_tier="strong")
        assert uow.cases.get(case.case_id) == found
    assert (found.language, found.indication, found.evidence_tier, found.version) == ("en", ("knee_osteoarthritis",), "strong", 2)


def test_packets_are_kept_by_version(database: Database) -> None:
    """An unchanged packet keeps its version; an earlier one can be read back."""
    with database.write() as uow:
        case = arrive(uow).case
        assert uow.cases.packet(case) is None
        assert uow.cases.put_packet(case, {"answers": [1]}, NOW) == 1
        assert uow.cases.put_packet(case, {"answers": [1]}, NOW) == 1
        assert uow.cases.put_packet(case, {"answers": [1, 2]}, NOW) == 2
        assert uow.cases.packet(case) == {"answers": [1, 2]}
        assert uow.cases.packet(case, 1) == {"answers": [1]}


def test_a_flag_stands_once_until_staff_clear_it(database: Database) -> None:
    """Ids and quotes are sealed; a cleared flag is gone from view, not from the table."""
    flag = Flag("contraindication:anticoagulant", "hard", "answer", "tomo warfarina", 7)
    with database.write() as uow:
        case = arrive(uow).case
        assert uow.flags.add(case.id, [flag, Flag("minor", "hard", "derived", "", None)], NOW) == 2
        assert uow.flags.add(case.id, [flag], NOW) == 0
        assert uow.flags.of([case.id])[case.id][0] == flag
        assert uow.flags.clear(case.id, "minor", "anna", NOW)
        assert not uow.flags.clear(case.id, "minor", "anna", NOW)
        found = uow.cases.get(case.case_id)
        assert found is not None
        assert found.flags == ("contraindication:anticoagulant",)


def test_the_timeline_keeps_order_and_takes_codes_only(database: Database) -> None:
    """A person's words are refused."""
    entry = TimelineEntry(NOW, "bot", "handed_off", "intake", "new", "intake_complete")
    with database.write() as uow:
        case = arrive(uow).case
        uow.timeline.append(case.id, entry, TimelineEntry(later(1), "anna", "claimed", "new", "claimed"))
        assert [one.action for one in uow.timeline.of(case.id)] == ["handed_off", "claimed"]
        assert uow.timeline.of(case.id)[0] == entry
        with pytest.raises(ValueError, match="codes"):
            uow.timeline.append(case.id, TimelineEntry(NOW, "anna", "closed", reason="she has cancer"))


def test_a_change_of_mind_is_a_further_consent(database: Database) -> None:
    """The latest of each kind stands, the earlier ones remain."""
    yes = Consent("research", True, NOW, "v1", "ab" * 32, "es")
    no = Consent("research", False, later(60), "v1", "ab" * 32, "es")
    with database.write() as uow:
        scene = arrive(uow)
        uow.consents.append(scene.conversation.id, scene.address.subject_id, [yes, no])
        assert uow.consents.of(scene.conversation.id) == [yes, no]
        assert uow.consents.standing(scene.address.subject_id) == {"research": no}


def test_two_patients_never_share_a_reference(database: Database) -> None:
    """The opaque reference belongs to one subject."""
    with database.write() as uow:
        one, two = arrive(uow, "1"), arrive(uow, "2")
        assert one.case.patient_ref != two.case.patient_ref
        assert uow.people.find([telegram("1")])[telegram("1")].patient_ref == one.case.patient_ref
