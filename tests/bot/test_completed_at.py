"""When an intake is completed: with its last question, not when a person was given the case in the midst of it."""

import pytest

from storage.cases import Case
from storage.database import Database
from tests.bot.dialogue import Dialogue


def case_of(database: Database, one: Dialogue) -> Case:
    """The case as it stands."""
    with database.read() as uow:
        found = uow.cases.get(one.case_id)
    assert found is not None
    return found


@pytest.mark.parametrize("words", [("xyzzy",) * 4, ("quiero hablar con una persona",)], ids=["not_understood", "person_requested"])
def test_a_case_handed_over_early_is_completed_at_its_end(database: Database, words: tuple[str, ...]) -> None:
    """Staff have it at once; it counts as completed when the questions are answered, and is handed over once."""
    one = Dialogue(database).says("hola").reaches("subject.who", {})
    for text in words:
        one.says(text)
    early = case_of(database, one)
    assert (early.status, early.completed_at) == ("new", None)
    one.says("continuar").reaches("", {})
    late = case_of(database, one)
    assert late.completed_at is not None
    assert late.completed_at > early.waiting_since
    with database.read() as uow:
        steps = [entry.action for entry in uow.timeline.of(late.id)]
    assert (steps.count("handed_off"), "handed_off_again" in steps) == (1, True)
