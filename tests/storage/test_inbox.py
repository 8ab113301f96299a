"""The inbox: each delivery counts once; what failed is parked, leased, retried and can be replayed."""

from datetime import timedelta

from storage.database import Database
from storage.inbox import InboxKey, Parked
from tests.storage.scene import NOW, later

ONE, TWO = InboxKey("telegram", "bot", "1"), InboxKey("telegram", "bot", "2")


def accepted(database: Database, *keys: InboxKey) -> set[InboxKey]:
    """What counts as new, committed."""
    with database.write() as uow:
        fresh = uow.inbox.accept(keys, NOW)
        uow.commit()
    return fresh


def parked(database: Database) -> Parked:
    """A parked delivery, due now."""
    with database.write() as uow:
        uow.inbox.park(ONE, '{"text":"hola"}', NOW, next_try_at=NOW, reason="turn_failed")
        uow.commit()
    with database.read() as uow:
        return uow.inbox.list_parked()[0]


def test_a_delivery_counts_once(database: Database) -> None:
    """The second time nothing is new."""
    assert accepted(database, ONE, TWO) == {ONE, TWO}
    assert accepted(database, TWO, ONE) == set()


def test_a_key_twice_in_one_batch_is_one(database: Database) -> None:
    """A provider may repeat itself within one batch."""
    assert accepted(database, ONE, ONE) == {ONE}


def test_the_account_is_part_of_the_key(database: Database) -> None:
    """Two bots may number their updates alike."""
    assert accepted(database, ONE, InboxKey("telegram", "other", "1")) == {ONE, InboxKey("telegram", "other", "1")}


def test_a_rolled_back_batch_is_not_seen(database: Database) -> None:
    """Without a commit the delivery never came."""
    with database.write() as uow:
        uow.inbox.accept([ONE], NOW)
    assert accepted(database, ONE) == {ONE}


def test_what_is_parked_keeps_its_words(database: Database) -> None:
    """Sealed at rest, whole when read; its key counts as seen."""
    one = parked(database)
    assert (one.raw, one.key, one.reason, one.attempts) == ('{"text":"hola"}', ONE, "turn_failed", 0)
    assert accepted(database, ONE) == set()


def test_a_due_retry_goes_to_one_worker(database: Database) -> None:
    """The lease keeps it from the next worker, and gives it back when the first one died."""
    parked(database)
    for real, expected in ((0, 1), (1, 0), (200, 1)):
        with database.write() as uow:
            assert len(uow.inbox.due_retries(later(real), 10, timedelta(seconds=60))) == expected
            uow.commit()


def test_failed_tries_are_counted_and_can_end(database: Database) -> None:
    """None gives up: it stays listed, but is due no more."""
    one = parked(database)
    with database.write() as uow:
        assert uow.inbox.retry_at(one.id, later(10), "turn_failed") == 1
        assert uow.inbox.retry_at(one.id, None, "turn_failed") == 2
        assert uow.inbox.due_retries(later(1e6), 10) == []
        assert len(uow.inbox.list_parked()) == 1


def test_a_dead_letter_can_be_replayed(database: Database) -> None:
    """It is due again with fresh tries."""
    one = parked(database)
    with database.write() as uow:
        uow.inbox.retry_at(one.id, None, "turn_failed")
        assert uow.inbox.replay(one.id, NOW)
        assert uow.inbox.due_retries(NOW, 10)[0].attempts == 0


def test_what_was_handled_is_parked_no_more(database: Database) -> None:
    """The raw form goes, the key stays."""
    one = parked(database)
    with database.write() as uow:
        uow.inbox.mark_done(one.id)
        assert uow.inbox.list_parked() == []
        assert not uow.inbox.replay(one.id, NOW)
        uow.commit()
    assert accepted(database, ONE) == set()
