"""The compiled rulebook: what follows what, refused where it leads nowhere, shared by every conversation and thread."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from flows.books import RULEBOOKS
from flows.intake.flow import INTAKE
from flows.machine import END, Rulebook
from flows.steps import ALWAYS, Asks, Fact, FactValue, Flow, Route, Stage, Step

RULEBOOK = RULEBOOKS["intake"]
PLAIN = Asks("free_text")
SICK = Fact("sick").equals("yes")
FIRST = Step("one.first", PLAIN, then=(Route("two.last", SICK),))
SECOND = Step("one.second", PLAIN, when=Fact("asks").equals("yes"))
THIRD = Step("one.third", PLAIN)
LAST = Step("two.last", PLAIN)
HIDDEN = Step("two.hidden", PLAIN, when=~ALWAYS)
ENDS = ("end.done", "end.held")


def flow(*steps: Step) -> Flow:
    """A flow of these steps."""
    return Flow("small", "1", (Stage("all", steps),), ENDS)


SMALL = Rulebook(flow(FIRST, SECOND, THIRD, LAST, HIDDEN))


@pytest.mark.parametrize(
    ("step", "facts", "follows"),
    [
        ("one.first", {}, "one.third"),
        ("one.first", {"asks": "yes"}, "one.second"),
        ("one.first", {"sick": "yes"}, "two.last"),
        ("one.first", {"sick": "yes", "asks": "yes"}, "two.last"),
        ("one.first", {"sick": "no", "asks": "no"}, "one.third"),
        ("one.second", {}, "one.third"),
        ("one.third", {"sick": "yes"}, "two.last"),
        ("two.last", {}, END),
        ("two.hidden", {}, END),
    ],
)
def test_the_first_route_that_holds_is_taken(step: str, facts: dict[str, FactValue], follows: str) -> None:
    """Routes of a step go first, then the steps that follow, each where its own condition holds."""
    assert SMALL.after(step, facts) == follows


def test_a_route_to_a_step_never_asked_by_itself_enters_it() -> None:
    """`~ALWAYS` hides a step from the line, not from a route that names it."""
    book = Rulebook(flow(replace(FIRST, then=(Route("two.hidden", SICK),)), THIRD, HIDDEN))
    assert book.after("one.first", {"sick": "yes"}) == "two.hidden"


def test_an_unconditional_route_ends_the_list() -> None:
    """What stands behind a route that always holds is never tried."""
    book = Rulebook(flow(replace(FIRST, then=(Route("end.held"),)), THIRD))
    assert book.routes["one.first"] == (("end.held", ALWAYS),)


@pytest.mark.parametrize(
    ("steps", "named"),
    [
        ((replace(FIRST, then=(Route("two.nowhere", SICK),)),), "one.first: there is no step two.nowhere"),
        ((replace(FIRST, then=(), clears=("two.nowhere",)),), "one.first: there is no step two.nowhere"),
        ((replace(FIRST, then=(Route("end.elsewhere"),)),), "one.first: there is no step end.elsewhere"),
        ((THIRD, THIRD), "small: a step id is written twice"),
    ],
)
def test_a_route_that_leads_nowhere_is_refused(steps: tuple[Step, ...], named: str) -> None:
    """The library accepts any destination; the rulebook names step and target instead."""
    with pytest.raises(ValueError, match=named):
        Rulebook(flow(*steps))


def test_a_step_it_does_not_know_is_refused() -> None:
    """A conversation that stands at a step of no release is an error, not an end."""
    with pytest.raises(Exception, match=r"one\.unheard"):
        SMALL.after("one.unheard", {})


def test_it_knows_its_steps() -> None:
    """And no others: ends are no steps."""
    assert (SMALL.knows("one.first"), SMALL.knows("end.done"), SMALL.knows("one.unheard")) == (True, False, False)


@pytest.mark.parametrize("step", list(RULEBOOK.routes))
def test_every_step_has_an_unconditional_way_on(step: str) -> None:
    """Whatever the facts are, something follows: the last route of every step always holds."""
    assert RULEBOOK.routes[step][-1][1] == ALWAYS


@pytest.mark.parametrize("step", list(RULEBOOK.routes))
def test_no_step_leads_to_itself(step: str) -> None:
    """A question never follows itself; asking again is not an answer."""
    assert step not in {to for to, _ in RULEBOOK.routes[step]}


def test_the_intake_begins_with_the_language() -> None:
    """Nothing is asked before a language is chosen."""
    assert RULEBOOK.first == "language.choose"


def test_every_step_of_the_intake_is_compiled() -> None:
    """The rulebook and the declaration hold the same steps."""
    assert set(RULEBOOK.routes) == {step.id for step in INTAKE.steps}


CASES: tuple[dict[str, FactValue], ...] = (
    {},
    {"hard": True, "age": 30, "who": "self"},
    {"hard": False, "age": 61, "who": "other", "minor": False, "knows": "no"},
    {"consent_health": "no"},
    {"red_flags": "unsure"},
    {"host": "yes", "hard": False, "records": True, "reach": "phone", "name_known": False},
)


def whole_book() -> list[str]:
    """What follows every step under every case, in order."""
    return [RULEBOOK.after(step, facts) for facts in CASES for step in RULEBOOK.routes]


def test_four_threads_share_one_rulebook() -> None:
    """Threads that ask at the same time get what one alone gets, fifty times over."""
    alone = whole_book()
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: whole_book(), range(50)))
    assert answers == [alone] * 50
