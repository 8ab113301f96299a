"""Sessions, invitations and counts of failures, on both engines."""

import threading

from storage.database import Database
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import NOW, later
from tests.storage.test_staff import hired

HOUR_AGO = later(-3600)


def begun(uow: UnitOfWork, name: str = "t") -> StaffMember:
    """Somebody with a session of a minute."""
    one = hired(uow)
    uow.sessions.open(one.staff_ref, name, NOW, later(60))
    return one


def test_a_session_is_found_until_it_ends(database: Database) -> None:
    """By its token and kind; a use moves the end, ending it is final."""
    with database.write() as uow:
        one = begun(uow)
        found = uow.sessions.find("t", later(59))
        assert found is not None
        assert (found.staff, found.started_at, found.last_used_at, found.stepped_up_at) == (one, NOW, NOW, None)
        assert [uow.sessions.find("t", later(60)), uow.sessions.find("x", NOW), uow.sessions.invited("t", NOW)] == [None] * 3
        uow.sessions.touch("t", later(30), later(90))
        uow.sessions.step_up("t", later(31))
        moved = uow.sessions.find("t", later(89))
        assert moved is not None
        assert (moved.started_at, moved.last_used_at, moved.stepped_up_at) == (NOW, later(30), later(31))
        assert [uow.sessions.end("t", later(40)), uow.sessions.end("t", later(41))] == [True, False]
        uow.sessions.touch("t", later(42), later(900))
        assert uow.sessions.find("t", later(43)) is None


def test_an_invitation_is_spent_once(database: Database) -> None:
    """And opens no session."""
    with database.write() as uow:
        one = hired(uow)
        uow.sessions.invite(one.staff_ref, "i", NOW, later(60))
        assert (uow.sessions.invited("i", NOW), uow.sessions.invited("i", later(60)), uow.sessions.find("i", NOW)) == (one, None, None)
        assert [uow.sessions.spend_invitation("i", NOW), uow.sessions.spend_invitation("i", NOW)] == [True, False]
        assert uow.sessions.invited("i", NOW) is None


def test_ending_all_keeps_the_one_that_asked(database: Database) -> None:
    """And touches nobody else's."""
    with database.write() as uow:
        one = begun(uow, "here")
        other = hired(uow, "other@clinic.mx")
        uow.sessions.open(one.staff_ref, "there", NOW, later(60))
        uow.sessions.open(other.staff_ref, "theirs", NOW, later(60))
        assert uow.sessions.end_all(one.staff_ref, NOW, keep="here") == 1
        assert [uow.sessions.find(token, later(1)) is not None for token in ("here", "there", "theirs")] == [True, False, True]


def test_failures_make_the_next_try_wait(database: Database) -> None:
    """Counted by key, not while waiting, forgotten after a while, given back and cleared."""

    def delay(failures: int) -> float:
        return 0.0 if failures < 2 else 10.0 * failures

    with database.write() as uow:
        tries = [uow.throttle.reserve("k", later(at), HOUR_AGO, delay) for at in (0, 1, 2, 3)]
        assert tries == [0, 0, 19, 18]
        assert uow.throttle.reserve("other", later(3), HOUR_AGO, delay) == 0
        assert uow.throttle.reserve("k", later(21), HOUR_AGO, delay) == 0
        uow.throttle.give_back("k", later(21), delay)
        assert uow.throttle.reserve("k", later(30), HOUR_AGO, delay) == 11
        assert uow.throttle.reserve("k", later(50), later(49), delay) == 0
        assert uow.throttle.reserve("k", later(51), HOUR_AGO, delay) == 0
        uow.throttle.clear("k")
        assert uow.throttle.reserve("k", later(52), HOUR_AGO, delay) == 0
        assert uow.throttle.forget(later(1000)) == 2


def test_a_clock_set_back_binds_nobody(database: Database) -> None:
    """A wait longer than it can be is none."""
    with database.write() as uow:
        assert uow.throttle.reserve("k", later(10**6), HOUR_AGO, lambda _failures: 5.0) == 0
        assert uow.throttle.reserve("k", NOW, HOUR_AGO, lambda _failures: 5.0) == 0
        assert uow.throttle.reserve("k", NOW, HOUR_AGO, lambda _failures: 5.0) == 5


def test_tries_at_once_take_their_place_one_by_one(patient_database: Database) -> None:
    """In eight transactions: three free, the fourth counts, four wait."""
    waits: list[float] = []

    def try_once() -> None:
        with patient_database.write() as uow:
            waits.append(uow.throttle.reserve("k", NOW, HOUR_AGO, lambda failures: 0.0 if failures < 4 else 60.0))
            uow.commit()

    threads = [threading.Thread(target=try_once) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waits) == [0.0] * 4 + [60.0] * 4
