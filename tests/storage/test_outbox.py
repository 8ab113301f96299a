"""The outbox: order within a conversation, emergencies first, leases, outcomes and receipts."""

import pytest

from storage.database import Database
from storage.outbox import Claim, ReceiptState
from tests.storage.scene import LEASE, NOW, Scene, arrive, later, plan


def claim(database: Database, *, now: float = 0, real: float = 0, limit: int = 10) -> list[Claim]:
    """What a worker gets now."""
    with database.write() as uow:
        claims = uow.outbox.claim_due(later(now), later(real), limit, LEASE)
        uow.commit()
    return claims


def begin(database: Database, one: Claim, real: float = 0) -> None:
    """Start the call of a claim."""
    with database.write() as uow:
        assert uow.outbox.start_attempt(one, later(real)) is not None
        uow.commit()


def accept(database: Database, one: Claim, ref: str = "SM1") -> bool:
    """The provider took it."""
    with database.write() as uow:
        won = uow.outbox.mark_accepted(one, ref, NOW)
        uow.commit()
    return won


def planned(database: Database, *sends: tuple[str, str, float], user: str = "4711") -> Scene:
    """A patient with these sends: (send id, purpose, seconds until due)."""
    with database.write() as uow:
        scene = arrive(uow, user)
        for send_id, purpose, due in sends:
            plan(uow, scene, send_id, purpose=purpose, due_at=later(due))
        uow.commit()
    return scene


def states(database: Database, scene: Scene) -> dict[str, str]:
    """The state of each send of a case."""
    with database.read() as uow:
        return {send.send_id: send.state for send in uow.outbox.for_case(scene.case.case_id)}


def test_a_claim_carries_all_the_sender_needs(database: Database) -> None:
    """Text, key, address as it came and number, from one claim."""
    planned(database, ("s1", "reply", 0))
    (one,) = claim(database)
    assert (one.send_id, one.text, one.message_key, one.recipient.value, one.n) == ("s1", "text of s1", "intake-name", "4711", 1)
    assert not one.uncertain


def test_one_conversation_leaves_in_order(database: Database) -> None:
    """The second text waits until the first is final."""
    planned(database, ("s1", "reply", 0), ("s2", "reply", 0))
    (first,) = claim(database)
    assert claim(database) == []
    begin(database, first)
    assert accept(database, first)
    assert [one.send_id for one in claim(database)] == ["s2"]


def test_two_conversations_do_not_wait_for_each_other(database: Database) -> None:
    """Order holds within a conversation only."""
    planned(database, ("a", "reply", 0), user="1")
    planned(database, ("b", "reply", 0), user="2")
    assert [one.send_id for one in claim(database)] == ["a", "b"]


def test_an_emergency_goes_first_and_past_a_send_under_way(database: Database) -> None:
    """Neither an earlier planned text nor one in flight holds an emergency up."""
    scene = planned(database, ("s1", "reply", 0), ("s2", "reply", 0))
    assert [one.send_id for one in claim(database)] == ["s1"]
    with database.write() as uow:
        plan(uow, scene, "now", purpose="emergency")
        uow.commit()
    assert [one.send_id for one in claim(database)] == ["now"]


def test_an_emergency_comes_before_older_texts_of_others(database: Database) -> None:
    """With room for one, the emergency takes it."""
    planned(database, ("old", "reply", -60), user="1")
    planned(database, ("now", "emergency", 0), user="2")
    assert [one.send_id for one in claim(database, limit=1)] == ["now"]


def test_a_reminder_of_the_future_blocks_nothing(database: Database) -> None:
    """What is not due yet is not in the way."""
    planned(database, ("in-june", "reminder", 9e6), ("s1", "reply", 0))
    assert [one.send_id for one in claim(database)] == ["s1"]


def test_a_dead_worker_before_its_call_leaves_certainty(database: Database) -> None:
    """A lease that ends without a call is simply taken again."""
    planned(database, ("s1", "reply", 0))
    claim(database)
    (again,) = claim(database, real=31)
    assert (again.uncertain, again.unknowns) == (False, 0)


def test_a_dead_worker_during_its_call_leaves_uncertainty(database: Database) -> None:
    """A call begun and never ended may have been taken: the next worker is told."""
    planned(database, ("s1", "reply", 0))
    (first,) = claim(database)
    begin(database, first)
    (again,) = claim(database, real=31)
    assert (again.uncertain, again.unknowns, again.attempts) == (True, 1, 1)


def test_a_second_death_leaves_the_uncertainty(database: Database) -> None:
    """A worker that dies while it looks an uncertain row up leaves it as uncertain as it was: nobody calls again unasked."""
    planned(database, ("s1", "reply", 0))
    (first,) = claim(database)
    begin(database, first)
    claim(database, real=31)
    (again,) = claim(database, real=62)
    assert (again.uncertain, again.unknowns) == (True, 1)


def test_a_lost_lease_starts_no_call(database: Database) -> None:
    """Whoever was too slow must not call; the row is another's."""
    planned(database, ("s1", "reply", 0))
    (slow,) = claim(database)
    claim(database, real=31)
    with database.write() as uow:
        assert uow.outbox.start_attempt(slow, later(32)) is None


def test_a_late_acceptance_counts_whoever_holds_the_row(database: Database) -> None:
    """That the provider took it is a fact, lease or not."""
    scene = planned(database, ("s1", "reply", 0))
    (slow,) = claim(database)
    begin(database, slow)
    (other,) = claim(database, real=31)
    assert accept(database, slow)
    with database.write() as uow:
        assert uow.outbox.start_attempt(other, later(32)) is None
    assert states(database, scene) == {"s1": "accepted"}


def test_an_unknown_outcome_comes_back_when_told(database: Database) -> None:
    """Waiting time is real time; until then the conversation stands."""
    planned(database, ("s1", "reply", 0), ("s2", "reply", 0))
    (one,) = claim(database)
    begin(database, one)
    with database.write() as uow:
        assert uow.outbox.mark_unknown(one, "timeout", later(120), NOW)
        uow.commit()
    assert claim(database, real=60) == []
    (again,) = claim(database, real=121)
    assert (again.send_id, again.uncertain, again.unknowns) == ("s1", True, 1)


@pytest.mark.parametrize(("counts", "attempts"), [("attempt", 1), ("pause", 0)])
def test_a_retry_keeps_count_of_attempts(database: Database, counts: str, attempts: int) -> None:
    """A pause the provider asked for is no attempt."""
    planned(database, ("s1", "reply", 0))
    (one,) = claim(database)
    begin(database, one)
    with database.write() as uow:
        assert uow.outbox.retry_at(one, "429", later(5), NOW, counted=counts == "attempt")
        uow.commit()
    (again,) = claim(database, real=6)
    assert (again.attempts, again.uncertain) == (attempts, False)


@pytest.mark.parametrize(
    ("reports", "state"),
    [
        (("delivered", "accepted"), "delivered"),
        (("failed", "accepted"), "failed"),
        (("failed", "delivered", "failed"), "delivered"),
        (("read", "delivered"), "read"),
    ],
)
def test_receipts_only_move_up(database: Database, reports: tuple[ReceiptState, ...], state: str) -> None:
    """Late, repeated and reordered reports end in one state."""
    scene = planned(database, ("s1", "reply", 0))
    for report in reports:
        with database.write() as uow:
            assert uow.outbox.receipt(report, NOW, send_id="s1", provider_ref="SM1") is not None
            uow.commit()
    assert states(database, scene) == {"s1": state}


def test_a_receipt_finds_its_row_by_the_providers_reference(database: Database) -> None:
    """The reference is sealed and found through its blind index."""
    planned(database, ("s1", "reply", 0))
    (one,) = claim(database)
    begin(database, one)
    accept(database, one, "SM77")
    with database.write() as uow:
        found = uow.outbox.receipt("delivered", NOW, provider_ref="SM77")
        assert found is not None
        assert (found.send_id, found.state, found.provider_ref) == ("s1", "delivered", "SM77")
        assert uow.outbox.receipt("delivered", NOW, provider_ref="SM78") is None


def test_a_receipt_before_our_own_mark_proves_acceptance(database: Database) -> None:
    """The callback may be faster than the answer to the call."""
    scene = planned(database, ("s1", "reply", 0))
    (one,) = claim(database)
    begin(database, one)
    with database.write() as uow:
        uow.outbox.receipt("delivered", NOW, send_id="s1")
        uow.commit()
    assert not accept(database, one, "SM1")
    assert states(database, scene) == {"s1": "delivered"}
    with database.read() as uow:
        assert uow.outbox.for_case(scene.case.case_id)[0].provider_ref == "SM1"


def test_planning_twice_under_one_key_is_impossible(database: Database) -> None:
    """The second row of a dedupe key is left out."""
    with database.write() as uow:
        scene = arrive(uow)
        plan(uow, scene, "s1", purpose="reminder", key="case:nudge:1")
        plan(uow, scene, "s2", purpose="reminder", key="case:nudge:1")
        uow.commit()
    with database.read() as uow:
        assert uow.outbox.has_key("case:nudge:1")
    assert set(states(database, scene)) == {"s1"}


def test_an_opt_out_is_seen_by_the_transaction_that_records_the_attempt(database: Database) -> None:
    """A reminder claimed before the opt-out learns of it at its attempt."""
    scene = planned(database, ("s1", "reminder", 0))
    (one,) = claim(database)
    with database.write() as uow:
        uow.people.opt_out(scene.address.id, NOW)
        uow.commit()
    with database.write() as uow:
        attempt = uow.outbox.start_attempt(one, later(1))
        assert attempt is not None
        assert attempt.recipient.reminders_off_at == NOW


def test_cancelling_proactive_texts_spares_replies(database: Database) -> None:
    """A hand-off ends nudges in the same transaction."""
    scene = planned(database, ("nudge", "reminder", 60), ("s1", "reply", 0))
    with database.write() as uow:
        assert uow.outbox.cancel_proactive(scene.conversation.id, "handed_off", NOW) == 1
        uow.commit()
    assert states(database, scene) == {"nudge": "suppressed", "s1": "planned"}


def test_live_rows_are_counted_up_to_a_cap(database: Database) -> None:
    """Counts do not grow with the table."""
    planned(database, ("s1", "reply", 0), ("s2", "reply", 0), ("s3", "reply", 0))
    with database.read() as uow:
        assert uow.outbox.live_counts(cap=2) == {"planned": 2, "leased": 0, "sending": 0, "unknown": 0}
