"""The guard's data files: the same sections and names in every language, every pattern readable, every rule reachable."""

import pytest

from messages.guard import RULES, hint, judge
from messages.guard.engine import engine
from messages.guard.lexicon import SECTIONS, languages, read
from messages.guard.pattern import Compiler, PatternError
from messages.guard.scope import Strength
from messages.prompt import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_sections(language: str) -> None:
    """A language file holds the sections that every language has, no more."""
    assert set(languages()[language]) == set(SECTIONS)


def test_every_rule_has_patterns_and_a_hint_in_every_language() -> None:
    """No rule is without common patterns, and none without words to say instead."""
    rules = read("rules")
    for rule in RULES:
        assert any(rules[rule].get(strength.value) for strength in Strength)
        assert all(hint(rule, language) for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_may_be_said_instead_may_be_said(language: str) -> None:
    """No hint would itself be stopped, but for those that name what must not be spoken of."""
    assert not [rule for rule in RULES if judge(hint(rule, language), language).blocked]


def test_languages_know_only_strengths_and_rules_that_exist() -> None:
    """A misspelt rule or strength in a language file would never be read."""
    known = {strength.value for strength in Strength}
    for data in languages().values():
        assert set(data["idioms"]) <= set(RULES)
        assert all(set(strengths) <= known for strengths in data["idioms"].values())
        assert set(data["frames"]) <= set(read("rules")["frames"])


def test_every_search_can_match() -> None:
    """Each pattern is anchored at words some language has."""
    dead = [search.rule for search in engine().searches if not search.expression.anchor]
    assert dead == []


@pytest.mark.parametrize("pattern", ["( a", "a )", "a | ( b"])
def test_a_broken_pattern_is_named(pattern: str) -> None:
    """A pattern with open brackets is refused by name."""
    with pytest.raises(PatternError):
        Compiler(lambda _: "x", "[^H]")(pattern)
