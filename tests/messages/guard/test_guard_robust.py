"""Robustness: no input breaks the guard, none slows it beyond linear time, and it always answers alike."""

import time
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.guard import ATTACKS, SIZE, filled, new_words
from messages.guard import RULES, judge
from tests.messages.guard.corpora import sentences

WORDS: Final = sorted({word for sentence in sentences("first") for word in sentence.text.split()})
PATIENCE_SECONDS: Final = 1.5
"""Generous on purpose: the benchmark shows tens of milliseconds; a quadratic step would take minutes."""
unhurried: Final = settings(deadline=None)
"""The first text that needs a rule compiles it; how long a text takes is measured by the tests of time alone."""


@unhurried
@given(st.text(), st.sampled_from(["en", "es", "pt", "fr", "xx", None]))
def test_any_text_is_judged(text: str, language: str | None) -> None:
    """Any characters in any language give a verdict whose phrases stand in the text."""
    verdict = judge(text, language)
    assert verdict.blocked is bool(verdict.findings)
    assert all(finding.rule in RULES and finding.phrase in text for finding in verdict.findings)


@unhurried
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_are_judged_alike_twice(words: list[str]) -> None:
    """The same text gets the same verdict."""
    text = " ".join(words)
    assert judge(text) == judge(text)


@pytest.mark.parametrize("greeting", ["Hola. ", "Thank you for writing. ", "Bom dia. ", "Bonjour. "])
def test_a_greeting_excuses_nothing(greeting: str) -> None:
    """A sentence that is stopped is stopped after a greeting in any language."""
    stopped = [sentence.text for sentence in sentences("first", "bad") if sentence.group != "disguised"]
    assert [text for text in stopped if not judge(greeting + text).blocked] == []


@pytest.mark.parametrize("name", [*ATTACKS, "new words"])
def test_long_texts_take_linear_time(name: str) -> None:
    """64 KB of each kind of attack is judged within patience."""
    text = new_words() if name == "new words" else filled(ATTACKS[name])
    judge("")
    begun = time.process_time()
    judge(text)
    assert time.process_time() - begun < PATIENCE_SECONDS


@pytest.mark.parametrize("place", [0, SIZE // 2, SIZE - 40])
def test_a_needle_in_a_long_text_is_found(place: int) -> None:
    """A single promise anywhere in 64 KB of honest text is found."""
    honest = filled(ATTACKS["honest"])
    assert judge(f"{honest[:place]}. We guarantee results. {honest[place:]}").blocked
    assert not judge(honest).blocked
