"""How long something has lasted, in months.

Knows spans (`año y medio`, `2 years and 3 months`, `quinze jours`) and starting points (`desde 2019`); must not know what lasted.
A month is a twelfth of a year, a week seven days of 365.25 / 12.
"""

import re
from datetime import date
from itertools import pairwise
from typing import Final

from messages.understanding import numbers
from messages.understanding.answers_corrected import corrected
from messages.understanding.answers_figures import of_the_patient, without_questions
from messages.understanding.answers_lexicon import lexicon
from messages.understanding.answers_measures import is_corrected
from messages.understanding.answers_ranges import middle, told_as_one
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt
from messages.understanding.answers_text import words
from messages.understanding.dates import Moment, find_dates, mark_months
from messages.understanding.dates_events import days_named, unit_beside
from messages.understanding.dates_spans import beside_a_bound, is_age, months_between_ages, of_the_complaint
from messages.understanding.numbers_units import Quantity, is_range, quantities, spell_lone_year

_DAYS_PER_MONTH: Final = 365.25 / 12
_MONTHS: Final = {
    "day": 1 / _DAYS_PER_MONTH,
    "week": 7 / _DAYS_PER_MONTH,
    "fortnight": 0.5,
    "month": 1,
    "quarter": 3,
    "half_year": 6,
    "year": 12,
    "lustrum": 60,
    "decade": 120,
    "century": 1200,
}
_FARTHEST: Final = 18
_JOINING: Final = frozenset({"y", "and", "e", "et", "+", "&", ",", "con", "com", "with", "avec", "plus", "mas", "mais", "pis", "i", "."})
"""What may stand between two spans that add up."""
_AND: Final = frozenset({"y", "and", "e", "et", "pis", "+"})
_BESIDE: Final = frozenset(",(=;/")
_PAIR: Final = 2
_SAME: Final = 0.05
_NEARLY: Final = 0.1
"""Eight weeks are two months in the mouth of most."""
_BARE_NEAR: Final = 8
_LONGEST: Final = 12 * 110


def _since(moment: Moment, today: date) -> Reading:
    if moment.is_after(today):
        return Reprompt(Reason.IMPOSSIBLE)
    year = moment.year or today.year - (moment.month > today.month)
    months = 12 * (today.year - year) + (today.month - moment.month if moment.month else 0)
    if moment.day:
        months -= today.day < moment.day
    return Read(months, "months", note="approximate") if months >= 0 else Reprompt(Reason.IMPOSSIBLE)


def _of_last_year(moment: Moment, marked: str, language: str, today: date) -> Moment:
    """`since March last year`: the year that stands beside a month without one."""
    if moment.year or unit_beside(marked, language, "last") != "year":
        return moment
    return Moment(today.year - 1, moment.month, moment.day)


def _is_said_again(one: Quantity, other: Quantity, digits_text: str) -> bool:
    """Whether a span is told twice: `un trimestre, trois mois`; joined by "and" the two would be added."""
    first, second = one.value * _MONTHS[one.unit], other.value * _MONTHS[other.unit]
    same = one.unit != other.unit and abs(first - second) < max(_SAME, _NEARLY * first)
    between = digits_text[one.end : other.start]
    return same and bool(_BESIDE.intersection(between) or not _AND.intersection(words(between)))


def _sum(parts: list[Quantity], digits_text: str) -> float | Reason:
    """Spans said one after the other add up when each is of a smaller unit (`1 year and 3 months`); else they are two answers."""
    for left, right in pairwise(parts):
        if _is_said_again(left, right, digits_text):
            return right.value * _MONTHS[right.unit] if len(parts) == _PAIR else Reason.AMBIGUOUS
        between = digits_text[left.end : right.start]
        apart = len(between) > _FARTHEST or not _JOINING.issuperset(words(re.sub(r"^\W*[^\W\d_]+", "", between)))
        if right.value * _MONTHS[right.unit] >= _MONTHS[left.unit] or apart:
            return Reason.AMBIGUOUS
    return sum(part.value * _MONTHS[part.unit] for part in parts)


def read_duration(folded: str, language: str, today: date | None) -> Reading:
    """Months, whole or with two decimals, or why it has to be asked again."""
    told = corrected(of_the_patient(without_questions(mark_months(folded, language)), language), language)
    marked = spell_lone_year(of_the_complaint(told_as_one(told, language, middle), language))
    if is_age(marked):
        return Reprompt(Reason.AMBIGUOUS)
    found = quantities(marked)
    parts = [quantity for quantity in found if quantity.unit in _MONTHS]
    since = months_between_ages(marked, language)
    if since is not None:
        return Read(since, "months", note="approximate")
    if parts:
        exact = beside_a_bound(marked, language)
        return read_duration(exact, language, today) if exact else _span(parts, found, marked, language)
    dates = [moment for moment, _ in find_dates(marked, language, today, past=True)]
    if len(dates) == 1 and today:
        return Reprompt(dates[0]) if isinstance(dates[0], Reason) else _since(_of_last_year(dates[0], marked, language, today), today)
    days = days_named(marked, language) if not dates and not found else None
    if days is not None and days <= 0:
        return Read(numbers.plain(round(-days * _MONTHS["day"], 2)), "months", note="approximate")
    return Reprompt(Reason.AMBIGUOUS_DATE if len(dates) > 1 else Reason.UNIT_MISSING if found else Reason.UNCLEAR)


def _is_beside(quantity: Quantity, span: Quantity, marked: str) -> bool:
    """Whether a bare figure may be another span: near the first one, or at the head of a clause; that of a month's name is none."""
    heads = marked[: quantity.start].rstrip().endswith((",", ";")) and quantity.value != span.value
    near = abs(quantity.start - span.start) < _BARE_NEAR or heads
    return near and marked[quantity.start - 1 : quantity.start] != "@"


def _span(parts: list[Quantity], found: list[Quantity], marked: str, language: str) -> Reading:
    hedges = {phrase.group for phrase in lexicon(language, "hedges").find(words(marked))}
    bare = [quantity for quantity in found if not quantity.unit and _is_beside(quantity, parts[0], marked)]
    parts = parts[:1] if len({(part.value, part.unit) for part in parts}) == 1 else parts
    months = _sum(parts, marked)
    unsettled = is_range(marked) or is_corrected(marked, language)
    if isinstance(months, Reason) or bare or hedges & {"less", "each"} or unsettled:
        return Reprompt(Reason.AMBIGUOUS)
    if months < 0 or months > _LONGEST:
        return Reprompt(Reason.IMPOSSIBLE if months < 0 else Reason.OUT_OF_RANGE)
    return Read(numbers.plain(round(months, 2)), "months", note="approximate" if hedges else "")
