"""How many of the answers written down are read right, asked again for nothing, or read wrong."""

import pytest

from tests.messages.understanding_answers.answer_cases import Case, groups

MOST_WRONG = {"yes_no": 0.005, "weight": 0.005, "language": 0.03}
LEAST_RIGHT = {"language": 0.93}


def _failures(cases: list[Case]) -> str:
    return "\n".join(f"{case.kind} {case.language} {case.text!r}: {case.got()!r}, not {case.expected!r}" for case in cases)


@pytest.mark.parametrize("folder", ["corpus", "held_back"])
@pytest.mark.parametrize("group", list(groups("corpus")))
def test_few_answers_are_read_wrong(folder: str, group: str) -> None:
    """A wrong value stored silently is the worst outcome: at most 1.5 %, for yes and no and weight 0.5 %."""
    cases = groups(folder)[group]
    wrong = [case for case in cases if case.is_wrong()]
    assert len(wrong) <= MOST_WRONG.get(group, 0.015) * len(cases), _failures(wrong)


@pytest.mark.parametrize("folder", ["corpus", "held_back"])
@pytest.mark.parametrize("group", list(groups("corpus")))
def test_most_answers_are_read_right(folder: str, group: str) -> None:
    """At least 92 % of typed answers are read as they were meant, an honest re-prompt included."""
    cases = groups(folder)[group]
    off = [case for case in cases if not case.is_right()]
    assert len(off) <= (1 - LEAST_RIGHT.get(group, 0.92)) * len(cases), _failures(off)


@pytest.mark.parametrize("folder", ["corpus", "held_back"])
def test_few_answers_are_asked_again_for_nothing(folder: str) -> None:
    """At most 8 % of the answers that hold a value are asked again."""
    told = [case for cases in groups(folder).values() for case in cases if case.expected not in ("reprompt", "unsure", "unclear")]
    asked_again = [case for case in told if case.got() in ("reprompt", "unsure", "unclear")]
    assert len(asked_again) <= 0.08 * len(told), _failures(asked_again)


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_each_language_of_first_messages_is_told(language: str) -> None:
    """The language of a first message is told for 93 of 100, for French 88."""
    cases = [case for case in groups("corpus")["language"] if case.language == language]
    assert sum(case.is_right() for case in cases) >= (0.88 if language == "fr" else 0.93) * len(cases)


@pytest.mark.parametrize("group", list(groups("corpus")))
def test_a_group_is_large_enough_to_measure(group: str) -> None:
    """Every group holds at least 150 answers."""
    assert len(groups("corpus")[group]) >= 150
