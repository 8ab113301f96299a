"""Texts of the console: both languages hold the same, and every text that a template or a page names is there with what it needs."""

import re
from pathlib import Path

import pytest

from bot.case_clocks import BEGINS
from bot.console import labels
from bot.console.case_view import END_REASONS, LIFT_REASONS
from bot.console.queue_view import FLAGS, TABS
from bot.console.wording import FOLDER, LANGUAGES, catalog
from flows.decision import REASONS, Route
from flows.handoff import OUTCOMES, STATUSES
from messages.guard import RULES
from storage.clocks import EVERY, ClockState
from storage.models_outbox import SEND_STATES

TEMPLATES = sorted((FOLDER.parent / "templates").glob("*.html"))
ASKED = re.compile(r"""\bt\(\s*["']([\w-]+)["']\s*((?:,\s*\w+=[^()]*(?:\([^()]*\)[^()]*)*)?)\)""")


def test_both_languages_hold_the_same_texts_with_the_same_variables() -> None:
    """A text that only one of them has would fail where it is needed."""
    one, other = LANGUAGES
    assert catalog().keys(one) ^ catalog().keys(other) == set()
    uneven = [key for key in sorted(catalog().keys(one)) if catalog().variables(key, one) != catalog().variables(key, other)]
    assert uneven == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_asks_for_texts_that_are_there(path: Path) -> None:
    """With exactly the variables they use."""
    wrong = []
    for key, given in ASKED.findall(path.read_text("utf-8")):
        named = set(re.findall(r",\s*(\w+)=", given))
        if not catalog().has(key, "en") or catalog().variables(key, "en") != named:
            wrong.append((key, sorted(named)))
    assert wrong == []


def args(literal: object) -> tuple[str, ...]:
    """The values of a Literal."""
    return tuple(literal.__args__)  # type: ignore[attr-defined]  # a typing form


FAMILIES = {
    "status": STATUSES,
    "queue-tab": TABS,
    "queue-empty": TABS,
    "outcome": OUTCOMES,
    "route": args(Route),
    "rule": RULES,
    "clock": EVERY,
    "clock-state": args(ClockState),
    "send": SEND_STATES,
    "reason": (*sorted(REASONS), *LIFT_REASONS, *END_REASONS),
    "action": (*sorted(BEGINS), "claimed", "released", "handed_over", "taken_over", "decided", "amended", "message_written"),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_code_has_its_word(family: str) -> None:
    """A new code is not forgotten here."""
    assert [code for code in FAMILIES[family] if not catalog().has(f"{family}-{code}", "es")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_flag_that_can_be_asked_for_reads_as_words(language: str) -> None:
    """Not as a code."""
    shown = {flag: labels.flag(flag, language) for flag in FLAGS}  # type: ignore[arg-type]  # one of two
    bare = [flag for flag, word in shown.items() if word[0].islower() or "_" in word]
    assert bare == []


def test_a_code_nobody_has_words_for_is_shown_as_it_is() -> None:
    """Nothing is ever hidden."""
    assert labels.flag("contraindication:something_new", "en") == "something new"
    assert labels.word("status", "on_the_moon", "en") == "on the moon"
