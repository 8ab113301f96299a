"""The guard over its corpora: what must be stopped is stopped, what is honest leaves."""

from typing import Final

import pytest

from messages.guard import RULES, judge
from messages.guard.engine import engine
from messages.prompt import LANGUAGES
from tests.messages.guard.corpora import NEVER_STOPPED, Sentence, sentences

LEAST_STOPPED: Final = {"first": 1.0, "second": 0.98, "third": 0.98, "fourth": 1.0, "fifth": 1.0, "sixth": 1.0}
MOST_HONEST_STOPPED: Final = {"first": 0.0, "second": 0.01, "third": 0.015, "fourth": 0.0, "fifth": 0.0, "sixth": 0.25}
"""The second reader has not learnt the sixth; no rule stops any of it."""


def _wrong(some: list[Sentence], *, blocked: bool) -> list[str]:
    return [sentence.text for sentence in some if judge(sentence.text, sentence.language).blocked is not blocked]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("corpus", LEAST_STOPPED)
def test_violations_are_stopped(corpus: str, language: str) -> None:
    """Of the sentences that must not leave, the share fixed for the corpus is stopped, in each language."""
    bad = [sentence for sentence in sentences(corpus, "bad") if sentence.language == language]
    missed = _wrong(bad, blocked=True)
    assert len(missed) <= (1 - LEAST_STOPPED[corpus]) * len(bad), missed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("corpus", MOST_HONEST_STOPPED)
def test_honest_sentences_leave(corpus: str, language: str) -> None:
    """Of the honest sentences no more than the share fixed for the corpus is stopped, in each language."""
    good = [sentence for sentence in sentences(corpus, "good") if sentence.language == language]
    stopped = _wrong(good, blocked=False)
    assert len(stopped) <= MOST_HONEST_STOPPED[corpus] * len(good), stopped


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_stops_what_is_cited(language: str) -> None:
    """Claims that the writer cites, refuses or sets right are no rule's, in each language."""
    good = [sentence for sentence in sentences("sixth", "good") if sentence.language == language]
    assert not [sentence.text for sentence in good if engine().hits(sentence.text, language)]


@pytest.mark.parametrize("sentence", [s for s in sentences(kind="good") if s.group in NEVER_STOPPED], ids=lambda s: s.text[:40])
def test_help_is_never_stopped(sentence: Sentence) -> None:
    """Emergency texts, keep-your-treatment texts and price refusals always leave, whatever language they are said to be in."""
    assert not any(judge(sentence.text, language).blocked for language in (*LANGUAGES, None))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_found_by_name(language: str) -> None:
    """Each rule stops most of its own sentences under its own name, in each language."""
    for rule in RULES:
        own = [s for s in sentences("first", "bad") if s.language == language and s.group == rule]
        named = [s for s in own if rule in {finding.rule for finding in judge(s.text, language).findings}]
        assert len(named) > 0.6 * len(own), rule


def test_the_corpora_are_large_enough() -> None:
    """Each language has at least 300 sentences of either kind."""
    for language in LANGUAGES:
        for kind in ("bad", "good"):
            assert sum(s.language == language for s in sentences(kind=kind)) >= 300
