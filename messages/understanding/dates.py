"""Calendar dates as people write them: `25/12/2019`, `15 de marzo de 2019`, `March 2019`, `2019`.

Knows the orders in which day, month and year are written and which of them leave a doubt; must not know what the date is of. A day and
a month that could change places, or a year in two digits, are never guessed: they come back as `Reason.AMBIGUOUS_DATE`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import table
from messages.understanding.answers_reading import Reason
from messages.understanding.numbers import to_digits

EARLIEST_YEAR: Final = 1900
_SURELY_LAST_CENTURY: Final = 40
"""A year in two digits above this one lies in the twentieth century, where the day of the message is not known."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a month or a year; what is not known is 0."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> str:
        """`day`, `month` or `year`."""
        return "day" if self.day else "month" if self.month else "year"

    def iso(self) -> str:
        """`2019-03-15`, `2019-03` or `2019`."""
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part)

    def is_possible(self) -> bool:
        """Whether the calendar has it."""
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return self.year >= EARLIEST_YEAR

    def is_after(self, today: date) -> bool:
        """Whether all of it lies after today."""
        return (self.year, self.month, self.day) > (today.year, self.month and today.month, self.day and today.day)

    def is_before(self, today: date) -> bool:
        """Whether all of it lies before today."""
        return (self.year, self.month, self.day) < (today.year, self.month and today.month, self.day and today.day)


_YEAR: Final = r"(?P<year>\d{4})(?!\d)"
_SEP: Final = r"[ ]?[/.\- ][ ]?"
_ORDINAL: Final = r"(?:o|a|er|st|nd|rd|th|ro|ero)?"
_MONTH: Final = r"@(?P<month>\d\d)"
_FORMS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d)(?P<year>\d{{4}}){_SEP}(?P<month>\d{{1,2}}){_SEP}(?P<day>\d{{1,2}})(?![\d/])",
        rf"(?<![\d@])(?P<first>\d{{1,2}}){_SEP}(?P<second>\d{{1,2}}){_SEP}{_YEAR}",
        r"(?<!\d)(?P<first>\d{1,2})[/.\-](?P<second>\d{1,2})[/.\-'](?P<short>\d{2})(?![\d/])",
        rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}~{_MONTH}~{_YEAR}",
        rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}~{_MONTH}~(?P<short>\d{{2}})(?![\d/:])",
        rf"{_MONTH}~(?P<day>\d{{1,2}}){_ORDINAL}~{_YEAR}",
        rf"{_MONTH}[ ,]+(?P<day>\d{{1,2}}){_ORDINAL}[ ,]+'?(?P<short>\d{{2}})(?![\d/:])",
        rf"{_MONTH}~{_YEAR}",
        rf"(?<!\d)(?P<year>\d{{4}})~{_MONTH}(?:~(?P<day>\d{{1,2}})(?!\d))?",
        r"(?<![\d/])(?P<month>\d{1,2})[/.\-](?P<year>(?:19|20)\d\d)(?![\d/])",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[/.\-](?P<month>\d{1,2})(?![\d/])",
        rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}~{_MONTH}",
        rf"{_MONTH}[ ,]+(?:the )?(?P<day>3[01]|[12]\d|0?[1-9]){_ORDINAL}(?!\w)",
        rf"{_MONTH}~'?(?P<short>\d{{2}})(?!\d)",
        _MONTH,
        r"(?<![\d.,/])(?P<year>(?:19|20)\d\d)(?![\d/]|[.,]\d)",
    )
)


_EN_DAY: Final = r"|[ .]*\d{1,2}(?:st|nd|rd|th)?\b(?! ?(?:hour|day|week|month|year|times|%))"
"""In English a day follows the short name of its month: `booked for Jan 8`."""


@cache
def _month_names(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    section = table(language)["dates"]
    long = {text.fold(name): number for number, names in enumerate(section["months"], 1) for name in names}
    short = {text.fold(name): number for number, names in enumerate(section["months_short"], 1) for name in names}
    beside = r"(?:(?<=\d )|(?<=\d)|(?<=\d[a-z][a-z] )|(?<=\d[-/])|(?<=\d\. )|(?<= de )|(?<= of )|(?<=\bin )|(?<=\ben )|(?<=\bem )|^)"
    sure = (
        r"\b(?P<sure>" + "|".join(short) + r")\b\.?(?=[ ./-]*(?:de |del |of )?(?:19|20)\d\d\b" + (_EN_DAY if language == "en" else "") + ")"
    )
    told = rf"{beside}(?P<short>{'|'.join(short)})\b\.?(?=[ ./-]*(?:de |del |of |')?\d|$)"
    pattern = rf"\b(?:(?P<long>{'|'.join(long)})\b|{told})|{sure}"
    return re.compile(pattern), long | short


@cache
def _christmas(language: str) -> re.Pattern[str]:
    """Christmas, which people count from as from the month of December."""
    return re.compile(rf"\b(?:{'|'.join(map(text.fold, table(language)['dates']['christmas']))})\b")


@cache
def _named_days(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Days of the year that have a name (`Christmas Eve`), each as it is written in digits: `24 @12`."""
    named = table(language)["dates"]["named_days"]
    return tuple((day, re.compile(rf"\b(?:{'|'.join(map(re.escape, map(text.fold, said)))})\b")) for day, said in named.items())


@cache
def joins(language: str) -> re.Pattern[str]:
    """The marks and small words between the parts of a date."""
    return re.compile(rf"(?:[ ,./'-]|\b(?:{'|'.join(map(text.fold, table(language)['dates']['joins']))})\b)*")


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form.pattern.replace("~", joins(language).pattern)) for form in _FORMS)


def month_marks(folded: str, language: str) -> str:
    """Folded text with its month names as `@03`."""
    pattern, numbers = _month_names(language)
    return pattern.sub(lambda match: f"@{numbers[(match['long'] or match['short'] or match['sure'])]:02d}", folded)


def mark_months(folded: str, language: str) -> str:
    """Folded text in digits, its month names as `@03`."""
    for day, said in _named_days(language):
        folded = said.sub(f"; {day}", folded)
    digits = to_digits(month_marks(_christmas(language).sub("@12", folded), language), language)
    return re.sub(r"\b(19|20) (\d\d)\b(?! *[/@.,]?\d)", r"\1\2", digits) if language == "en" else digits


def _in_order(first: int, second: int, year: int) -> Moment | Reason:
    orders = {Moment(year, month, day) for day, month in ((first, second), (second, first)) if Moment(year, month, day).is_possible()}
    if len(orders) > 1:
        return Reason.AMBIGUOUS_DATE
    return orders.pop() if orders and first and second else Reason.IMPOSSIBLE


def _year_in_two_digits(short: int, today: date | None, *, past: bool) -> int | Reason:
    """A year behind a month's name: over 31 it can be no day; with a past event only one century fits."""
    if past and short > max(31, today.year % 100 if today else _SURELY_LAST_CENTURY):
        return 1900 + short
    return Reason.AMBIGUOUS_DATE


def _recent(part: dict[str, int], today: date | None, *, past: bool) -> int:
    """The year of a past event in two digits, where the first number can be no year (`28/11/24`); 0 where it could be another.

    Over 31 it can be no day either, and lies in the last century (`25/12/58`).
    """
    newest = today.year % 100 if today and past else 0
    if newest and part["short"] > max(newest, 31):
        return 1900 + part["short"]
    return 2000 + part["short"] if newest and part["short"] <= newest < part["first"] else 0


def without_repeated(found: Sequence[Moment | Reason]) -> list[Moment | Reason]:
    """Dates without those that say again a part of the first, which is the fullest: `25/12/1949, no dia de Natal`."""
    first, rest = found[:1], found[1:]
    return [*first, *(each for each in rest if not (_says_again(first[0], each)))]


def put_together(found: list[Moment | Reason]) -> list[Moment | Reason]:
    """A year and a month told apart as one date: `em 2014, no mês de agosto`."""
    if len(found) != len(("year", "month")) or any(isinstance(each, Reason) for each in found):
        return found
    dated = [each for each in found if isinstance(each, Moment)]
    years = [each for each in dated if each.precision == "year"]
    months = [each for each in dated if not each.year]
    return [Moment(years[0].year, months[0].month, months[0].day)] if len(years) == 1 == len(months) else found


def _says_again(full: Moment | Reason, other: Moment | Reason) -> bool:
    if isinstance(full, Reason) or isinstance(other, Reason):
        return False
    parts = ((full.year, other.year), (full.month, other.month), (full.day, other.day))
    return all(said in {0, whole} for whole, said in parts)


def _moment(match: re.Match[str], today: date | None, *, past: bool) -> Moment | Reason:
    part = {name: int(value) for name, value in match.groupdict().items() if value}
    if "first" in part:
        year = part["year"] if "year" in part else _recent(part, today, past=past)
        return _in_order(part["first"], part["second"], year) if year or "year" in part else Reason.AMBIGUOUS_DATE
    said: int | Reason = part.get("year", 0)
    if "short" in part:
        said = _year_in_two_digits(part["short"], today, past=past)
    if isinstance(said, Reason):
        return said
    moment = Moment(said, part.get("month", 0), part.get("day", 0))
    complete = moment if said else Moment(2000, moment.month, moment.day)
    return moment if complete.is_possible() and ("day" not in part or part["day"]) else Reason.IMPOSSIBLE


def find_dates(marked: str, language: str, today: date | None, *, past: bool) -> Iterator[tuple[Moment | Reason, str]]:
    """Each date in a text with marked months, in the order of how complete it is, with the text that is left without it.

    A date without a year has year 0. `past` tells that the date lies in the past, which settles some years in two digits.
    """
    left = marked
    for form in _forms(language):
        match = form.search(left)
        while match:
            left = f"{left[: match.start()]} ; {left[match.end() :]}"
            yield _moment(match, today, past=past), left
            match = form.search(left)
