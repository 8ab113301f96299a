"""The grammar of violations: every text it makes is stopped, and it makes texts of every language and disguise."""

from benchmarks.guard_sends import DISGUISES, grammar, sends
from messages.guard import judge
from messages.prompt import LANGUAGES


def test_no_send_that_violates_leaves() -> None:
    """Of some hundred texts that the grammar marks as violating, each is stopped."""
    left = [send for send in sends(600, seed=1) if not judge(send.text, send.language).blocked]
    assert left == []


def test_the_grammar_reaches_every_language_and_disguise() -> None:
    """The texts made are of each language and under each disguise."""
    made = list(sends(600, seed=2))
    assert {send.language for send in made} == set(LANGUAGES) == set(grammar())
    assert {send.disguise for send in made} == set(DISGUISES)
