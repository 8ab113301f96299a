"""Alarms ring until someone answers; tickets stay until someone has dealt with them."""

from datetime import timedelta

from storage.database import Database
from tests.storage.scene import NOW, arrive, later

AGAIN = timedelta(minutes=2)


def test_an_alarm_rings_again_until_acknowledged(database: Database) -> None:
    """Due at once, then every two minutes, then never."""
    with database.write() as uow:
        case = arrive(uow).case
        alarm_id = uow.alarms.open(case.id, "crisis", "no quiero vivir", 3, NOW)
        (first,) = uow.alarms.due(NOW, 10, AGAIN)
        assert (first.quote, first.case_id, first.n, first.repeats) == ("no quiero vivir", case.case_id, 3, 0)
        assert uow.alarms.due(later(60), 10, AGAIN) == []
        assert uow.alarms.due(later(120), 10, AGAIN)[0].repeats == 1
        assert uow.alarms.acknowledge(alarm_id, "anna", later(130))
        assert not uow.alarms.acknowledge(alarm_id, "bert", later(131))
        assert uow.alarms.due(later(1e6), 10, AGAIN) == []
        (seen,) = uow.alarms.of(case.id)
        assert (seen.acknowledged_by, seen.acknowledged_at) == ("anna", later(130))


def test_a_ticket_is_open_until_done(database: Database) -> None:
    """Listed by age, done once."""
    with database.write() as uow:
        case = arrive(uow).case
        first = uow.tickets.open(case.id, "privacy_request", "quiero mis datos", 2, NOW, due_at=later(60))
        second = uow.tickets.open(case.id, "callback", "llámeme", None, NOW)
        assert [one.ticket_id for one in uow.tickets.open_page()] == [first, second]
        assert [one.ticket_id for one in uow.tickets.open_page(after_id=first)] == [second]
        assert uow.tickets.done(first, "anna", NOW)
        assert not uow.tickets.done(first, "anna", NOW)
        assert [one.quote for one in uow.tickets.open_page()] == ["llámeme"]
        assert uow.tickets.of(case.id)[0].done_by == "anna"
