"""Codes, dates and lengths of time in the words of staff: what a flag, a reason, a row of the audit log and a deadline say."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.console import labels, times, wording
from bot.console.audit_view import AuditWords
from bot.console.wording import Language
from storage.audit import AuditEntry

AT = datetime(2026, 12, 3, 6, 0, tzinfo=UTC)
CASE = "d961e7ffa17a46fda1a56ad1d59f72a2"


@pytest.mark.parametrize(
    ("flag", "es", "en"),
    [
        ("check_in:3m:worse:nrs_pain", "En la consulta de seguimiento (3 m): empeoró: Dolor", "At check-in (3 m): got worse: Pain"),
        ("check_in:3m:unsure", "En la consulta de seguimiento (3 m): No lo sé", "At check-in (3 m): Not sure"),
    ],
)
def test_a_flag_of_a_check_in_names_no_code(flag: str, es: str, en: str) -> None:
    """Neither the milestone's, the instrument's, nor the option's."""
    assert (labels.flag(flag, "es"), labels.flag(flag, "en")) == (es, en)


@pytest.mark.parametrize(
    ("code", "es"),
    [
        ("contraindication:no_evidence_phenotype", labels.flag("contraindication:no_evidence_phenotype", "es")),
        ("3m", "3 m"),
        ("2026-11-20", "20 nov 2026"),
        ("check_in_overdue", "control: vencido"),
        ("2026-99-99", "2026-99-99"),
    ],
)
def test_a_reason_is_told_in_words(code: str, es: str) -> None:
    """A flag, a milestone, a day or a task as much as a reason; what is none stays as it is."""
    assert (labels.reason(code, "es"), "_" in labels.reason(code, "es")) == (es, False)


@pytest.mark.parametrize(("months", "words"), [(7, "7 meses"), (12, "1 año"), (18, "1 año 6 meses"), (25, "2 años 1 mes"), (36, "3 años")])
def test_a_length_in_months_is_told_in_years(months: int, words: str) -> None:
    """From a year on."""
    answer = {"step": "inquiry.duration", "value": months, "unit": "months", "said": "hace tiempo", "n": 1}
    assert labels.value(answer, "es") == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "less than 1 min"), (59, "59 min"), (60, "1 h"), (99, "1 h 39 min"), (120, "2 h"), (150, "2 h"), (60 * 50, "2 d")],
)
def test_more_than_an_hour_is_told_in_hours(minutes: int, words: str) -> None:
    """And nothing is late by no minute."""
    assert times.span(timedelta(minutes=minutes), "en") == words


def test_a_day_is_written_as_a_moment_is() -> None:
    """Papers stand beside times."""
    assert [wording.day(date(2026, 12, 1), language) for language in wording.LANGUAGES] == ["1 dic 2026", "1 Dec 2026"]


@pytest.mark.parametrize(
    ("language", "about", "told"), [("es", "Caso ab91ce84", "de: 3 dic 2026, 00:00"), ("en", "Case ab91ce84", "from: 3 Dec 2026, 00:00")]
)
def test_a_row_of_the_audit_log_is_in_words_with_its_codes_beside(language: Language, about: str, told: str) -> None:
    """The reference that staff know and the page's own dates; what is stored stays for who quotes it."""
    words = AuditWords({}, {CASE: "ab91ce84"}, language, "America/Mexico_City")
    row = AuditEntry(1, AT, "bot", "case.read", CASE, {"from": "2026-12-03T00:00:00-06:00", "to": ""})
    assert (words.about(row).words, words.about(row).code) == (about, CASE)
    assert [(each.words, each.code) for each in words.details(row)] == [(told, "from=2026-12-03T00:00:00-06:00")]


def test_no_row_of_the_audit_log_shows_a_whole_id() -> None:
    """Of a send, or of a record that is gone."""
    words = AuditWords({}, {}, "en", "UTC")
    rows = [AuditEntry(1, AT, "bot", action, CASE, {}) for action in ("send.accepted", "case.read")]
    assert [words.about(row).words for row in rows] == ["Message d961e7ff", "Record d961e7ff"]
