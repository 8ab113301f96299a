"""The corpora are read as their rows say; the bars are those the project promises."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

import pytest

from messages.understanding import Label
from tests.messages.understanding_labels.label_cases import LANGUAGES, Row, read, rows

ALL = [row for language in LANGUAGES for row in rows(language)]


def _recall(labels: Iterable[str]) -> Fraction:
    """Share of rows carrying one of `labels` in which it was read."""
    wanted = frozenset(labels)
    asked = [row for row in ALL if row.expected & wanted]
    return Fraction(sum(row.expected & wanted <= read(row.text).ids for row in asked), len(asked))


def _misread(row: Row) -> bool:
    found = read(row.text).ids
    return not row.expected <= found or bool(row.forbidden & found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_every_row_is_read_as_written(language: str) -> None:
    """At most one row in fifty of a language misses a label or gives a forbidden one."""
    wrong = [row.text for row in rows(language) if _misread(row)]
    assert len(wrong) <= len(rows(language)) / 50, wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_corpus_worth_the_name(language: str) -> None:
    """Every language brings at least 250 messages."""
    assert len(rows(language)) >= 250


def test_danger_is_found() -> None:
    """Emergencies and crises are found in at least 98 of 100 rows."""
    assert _recall({"emergency", "crisis"}) >= Fraction(98, 100)


def test_look_alikes_of_danger_stay_quiet() -> None:
    """Jokes, histories and negations raise an alarm in at most 5 of 100 rows."""
    alike = [row for row in ALL if row.forbidden & {"emergency", "crisis"}]
    false = [row.text for row in alike if row.forbidden & {"emergency", "crisis"} & read(row.text).ids]
    assert len(false) <= len(alike) * Fraction(5, 100), false


def test_a_wish_to_be_left_alone_or_forgotten_is_found() -> None:
    """Opt-outs and requests to erase are found in at least 97 of 100 rows."""
    assert _recall({"opt_out", "delete_data"}) >= Fraction(97, 100)


def test_contraindications_are_found() -> None:
    """Contraindications are found in at least 95 of 100 rows."""
    assert _recall({label for row in ALL for label in row.expected if label.startswith("contraindication:")}) >= Fraction(95, 100)


def test_forbidden_readings_are_rare() -> None:
    """A label on a negated, past, feared or figurative mention is read in at most 4 of 100 rows that try for it."""
    tempting = [row for row in ALL if row.forbidden]
    fallen = [row.text for row in tempting if row.forbidden & read(row.text).ids]
    assert len(fallen) <= len(tempting) * Fraction(4, 100), fallen


def test_labels_are_even() -> None:
    """The mean F1 over all published labels of the corpora is at least 0.88."""
    hit, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    for row in ALL:
        found = {label.id for label in read(row.text).labels if label.published} - {"contraindication:minor"}
        asked = {label for label in row.expected if Label(label, "", 0, 0).published}
        hit.update(asked & found)
        extra.update(found - asked)
        missed.update(asked - found)
    scores = [2 * hit[label] / (2 * hit[label] + extra[label] + missed[label]) for label in {*hit, *missed}]
    assert sum(scores) / len(scores) >= 0.88
