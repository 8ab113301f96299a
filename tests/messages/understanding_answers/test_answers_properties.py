"""What holds for any text at all."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.understanding.answers import LANGUAGES, READERS, as_json, read_answer
from messages.understanding.answers_text import LONGEST_ANSWER
from messages.understanding.language import read_language
from tests.messages.understanding_answers.answer_cases import Case, groups

KINDS = sorted(READERS)
PIECES = [
    "no",
    "sí",
    " y ",
    "1",
    "9" * 22,
    "½",
    "15/03/",
    "hace ",
    "años",
    "-",
    "/",
    ".",
    ",",
    "'",
    '"',
    "@03",
    "@99",
    "\ue000",
    "\x01",
    "0",
]
PIECES += [
    "00/00/0000",
    "marzo",
    " de ",
    "kg",
    "lb",
    "👍",
    "🤷‍♀️",
    "\x00",
    "\ud800",
    "ﷺ",
    "٣",
    "²",
    "①",
    "mil millones",
    "half",
    "?",
    "#",
    "todas",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
POLITE = {
    "es": ("Buenas tardes, ", ", por favor"),
    "en": ("Hello, ", ", thank you"),
    "pt": ("Bom dia, ", ", obrigada"),
    "fr": ("Bonjour, ", ", merci"),
}
NOT_POLITE = {"language", "medicines", "phone"}
LONG = [
    "a" * 65536,
    "no " * 21845,
    "9" * 65536,
    "y medio " * 8192,
    "ﷺ" * 21845,
    "'" * 65536,
    "1." * 32768,
    "ana, " * 13107,
    "👍" * 16384,
    "," * 999,
]


@settings(max_examples=600, deadline=None)
@given(kind=st.sampled_from(KINDS), said=TEXTS, language=st.sampled_from([*LANGUAGES, None]), multi=st.booleans())
def test_no_text_makes_a_reader_raise(kind: str, said: str, language: str | None, *, multi: bool) -> None:
    """Any characters in any order give a reading or a re-prompt."""
    options = ("yes", "no", "knee", "none", "2 weeks")
    reading = read_answer(kind, said, language, options=options, multi=multi, context="past_event", today=date(2026, 11, 20))
    assert as_json(reading, kind) is not None


@settings(max_examples=300, deadline=None)
@given(said=TEXTS)
def test_any_text_has_a_language_or_none(said: str) -> None:
    """The language is one of those known, or unclear, and the same every time."""
    assert read_language(said) in {"en", "es", "pt", "fr", "de", "it", "unclear"}
    assert read_language(said) == read_language(said)


def _all_cases() -> list[Case]:
    return [case for cases in groups("corpus").values() for case in cases if case.kind != "language"]


def _again(case: Case, text: str) -> object:
    return Case(case.kind, case.language, text, case.expected, case.question).got()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"name", "medicines", "free_text", "number"}])
def test_capital_letters_change_nothing(kind: str) -> None:
    """An answer shouted is the same answer."""
    changed = [case.text for case in _all_cases() if case.kind == kind and _again(case, case.text.upper()) != case.got()]
    assert not changed


@pytest.mark.parametrize("kind", ["yes_no", "choice_of", "weight", "age_or_birthdate", "duration", "date", "pain_0_10", "sleep_hours"])
def test_politeness_changes_nothing(kind: str) -> None:
    """A greeting before and a thank-you after leave the value as it is."""
    changed = []
    for case in _all_cases():
        before, after = POLITE[case.language]
        if case.kind == kind and case.expected != "reprompt" and not case.text.endswith((".", "!", "?")):
            said = before + case.text + after
            if _again(case, said) != case.got():
                changed.append(said)
    assert len(changed) <= 0.01 * len(_all_cases()), changed


@pytest.mark.parametrize("long", LONG)
def test_a_long_text_takes_no_time(long: str) -> None:
    """64 KB of anything is read, or refused, within 50 ms by every reader."""
    read_answer("choice_of", "no", None, options=("yes", "no"))
    slowest = 0.0
    for kind in KINDS:
        spent = []
        for _ in range(3):
            start = time.perf_counter()
            read_answer(kind, long, "es", options=("yes", "no"), multi=True, today=date(2026, 11, 20))
            spent.append(time.perf_counter() - start)
        slowest = max(slowest, min(spent))
    assert slowest < 0.05
    assert LONGEST_ANSWER <= 1000
