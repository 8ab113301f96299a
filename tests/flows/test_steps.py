"""The declaration language: conditions mean what they say, and a fact nobody knows meets none of them."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.steps import ALWAYS, Condition, Fact, FactValue

AGE, WHO, NAMED = Fact("age"), Fact("who"), Fact("named")
KNOWN: Mapping[str, FactValue] = {"age": 18, "who": "self", "named": frozenset({"lupus", "knee"}), "minor": False}
TESTS = (
    WHO.equals("self"),
    WHO.one_of("self", "other"),
    AGE.below(18),
    AGE.at_least(18),
    NAMED.contains("lupus"),
)
facts = st.fixed_dictionaries(
    {},
    optional={
        "age": st.integers(-1, 120),
        "who": st.sampled_from(["self", "other", ""]),
        "named": st.frozensets(st.sampled_from(["lupus", "knee"])),
    },
)
conditions = st.recursive(
    st.sampled_from((*TESTS, ALWAYS)),
    lambda inner: st.one_of(
        st.builds(lambda one, two: one & two, inner, inner),
        st.builds(lambda one, two: one | two, inner, inner),
        st.builds(lambda one: ~one, inner),
    ),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (WHO.equals("self"), True),
        (WHO.equals("other"), False),
        (WHO.one_of("self", "other"), True),
        (WHO.one_of("other"), False),
        (AGE.below(19), True),
        (AGE.below(18), False),
        (AGE.at_least(18), True),
        (AGE.at_least(19), False),
        (NAMED.contains("lupus"), True),
        (NAMED.contains("copd"), False),
        (Fact("minor").equals(value=False), True),
        (Fact("minor").equals(value=True), False),
        (WHO.equals("self") & AGE.below(18), False),
        (WHO.equals("self") | AGE.below(18), True),
        (~WHO.equals("self"), False),
        (ALWAYS, True),
        (~ALWAYS, False),
    ],
    ids=str,
)
def test_a_condition_reads_its_fact(condition: Condition, holds: bool) -> None:  # noqa: FBT001 - a column of the table
    """Each operator says yes to what it names and no to its neighbour."""
    assert condition.holds(KNOWN) is holds


@pytest.mark.parametrize("condition", TESTS, ids=str)
def test_an_unknown_fact_fails_every_test(condition: Condition) -> None:
    """What nobody has said yet is neither this nor that."""
    assert not condition.holds({})


@pytest.mark.parametrize("condition", TESTS, ids=str)
def test_a_fact_that_is_none_is_unknown(condition: Condition) -> None:
    """None stands for "not known", never for a value."""
    assert not condition.holds({"age": None, "who": None, "named": None})


@pytest.mark.parametrize("condition", [AGE.below(18), AGE.at_least(18)], ids=str)
@pytest.mark.parametrize("value", ["17", frozenset({"17"})])
def test_only_numbers_are_compared(condition: Condition, value: FactValue) -> None:
    """A number told as a word is not silently compared."""
    assert not condition.holds({"age": value})


@given(conditions, conditions, facts)
def test_and_means_both(one: Condition, two: Condition, known: Mapping[str, FactValue]) -> None:
    """`&` holds exactly when both sides hold."""
    assert (one & two).holds(known) is (one.holds(known) and two.holds(known))


@given(conditions, conditions, facts)
def test_or_means_either(one: Condition, two: Condition, known: Mapping[str, FactValue]) -> None:
    """`|` holds exactly when one side holds."""
    assert (one | two).holds(known) is (one.holds(known) or two.holds(known))


@given(conditions, facts)
def test_not_turns_the_answer_round(one: Condition, known: Mapping[str, FactValue]) -> None:
    """`~` holds exactly when its inside does not, and twice is as good as never."""
    assert (~one).holds(known) is not one.holds(known)
    assert (~~one).holds(known) is one.holds(known)


@given(conditions, facts, st.dictionaries(st.sampled_from(["stray", "other"]), st.text()))
def test_only_the_facts_it_names_count(one: Condition, known: Mapping[str, FactValue], stray: Mapping[str, str]) -> None:
    """Facts that a condition does not list cannot change it."""
    assert one.holds({**known, **stray}) is one.holds(known)


@given(conditions, facts)
def test_a_condition_lists_every_fact_it_reads(one: Condition, known: Mapping[str, FactValue]) -> None:
    """Taking away what it does not list changes nothing: the walk that folds facts may rely on the list."""
    assert one.holds({name: value for name, value in known.items() if name in one.facts()}) is one.holds(known)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (ALWAYS, "always"),
        (AGE.below(18), "age < 18"),
        (~WHO.equals("self"), "not (who is self)"),
        (WHO.equals("self") & AGE.at_least(12), "who is self and age >= 12"),
        (WHO.equals("self") | AGE.at_least(12), "who is self or age >= 12"),
        (WHO.one_of("other", "self"), "who in ['other', 'self']"),
    ],
    ids=str,
)
def test_a_condition_can_be_read_aloud(condition: Condition, words: str) -> None:
    """The words that stand on the arrows of the drawn flow."""
    assert str(condition) == words
