"""When something happened or will happen, with the precision that was said: a day, a month or a year.

Knows relative dates (`hace 3 años`, `ayer`, `next month`) and what cannot be: a past event ahead, a future one behind. Must not know
the event.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import table
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt
from messages.understanding.answers_text import either, fold
from messages.understanding.dates import Moment, find_dates, joins, mark_months, put_together, without_repeated
from messages.understanding.dates_moved import last_said
from messages.understanding.dates_weekdays import a_week_on, customary, day_alone, nth_weekday, week_named
from messages.understanding.numbers_units import Quantity, is_range, quantities

PAST, FUTURE = "past_event", "future_event"
_ORDINAL: Final = r"(?:o|a|er|st|nd|rd|th|ro|ero)?"
_EITHER_DAY: Final = re.compile(
    rf"(?<![\d/.\-@])\d{{1,2}}{_ORDINAL} ?(?:o|u|or|ou) (?:el |le |the |o |dia |on )?\d{{1,2}}{_ORDINAL}(?: de| of)? ?@"
    rf"|@\d\d (?:the )?\d{{1,2}}{_ORDINAL} or (?:the )?\d{{1,2}}{_ORDINAL}(?!\d)"
)
"""Two days of which either may be meant: `9 ou 10 de maio`."""
_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "year": 12, "decade": 120, "century": 1200, "quarter": 3, "half_year": 6, "lustrum": 60}
_NAMED: Final = {"before_yesterday": -2, "yesterday": -1, "today": 0, "after_tomorrow": 2, "tomorrow": 1}


@cache
def _group(language: str, name: str) -> re.Pattern[str]:
    said = sorted((fold(phrase) for phrase in table(language)["dates"][name]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})\b" if said else r"(?!)")


@cache
def _weekdays(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{'|'.join(map(fold, names))})\b") for names in table(language)["dates"]["weekdays"])


def _months_away(today: date, months: float, precision: str) -> Moment:
    total = today.year * 12 + today.month - 1 + round(months)
    return Moment(total // 12, total % 12 + 1 if precision == "month" else 0)


def _away(quantity: Quantity, sign: int, today: date) -> Moment | Reason:
    amount = sign * quantity.value
    if abs(amount) > (today.year - 1) * 12:
        return Reason.IMPOSSIBLE
    if quantity.unit in _DAYS:
        day = today + timedelta(days=round(amount * _DAYS[quantity.unit]))
        return Moment(day.year, day.month, day.day)
    whole_years = quantity.unit in {"year", "decade", "century"} and quantity.value == int(quantity.value)
    return _months_away(today, amount * _MONTHS[quantity.unit], "year" if whole_years else "month")


def days_named(marked: str, language: str) -> int | None:
    """How many days from today a day lies that is named by its distance: `anteayer` is -2."""
    return next((days for name, days in _NAMED.items() if _group(language, name).search(marked)), None)


def _relative(marked: str, language: str, today: date) -> Iterator[Moment | Reason]:
    spans = [quantity for quantity in quantities(marked) if quantity.unit in _DAYS or quantity.unit in _MONTHS]
    back = bool(_group(language, "ago").search(marked) or _group(language, "ago_after").search(marked))
    ahead = bool(_group(language, "ahead").search(marked) or _group(language, "ahead_after").search(marked))
    if spans and back != ahead:
        yield _away(spans[0], -1 if back else 1, today) if len(spans) == 1 else Reason.AMBIGUOUS_DATE
    counted = bool(spans) and back != ahead
    days = days_named(marked, language)
    if days is not None and not (counted and days == 0):  # `2 weeks ago today` tells the day counted back
        day = today + timedelta(days=days)
        yield Moment(day.year, day.month, day.day)


def _weekday(marked: str, language: str, today: date, *, past: bool) -> Iterator[Moment | Reason]:
    week = week_named(marked, language)
    for number, pattern in enumerate(_weekdays(language)):
        if not pattern.search(marked):
            continue
        if week is not None:
            day = today + timedelta(days=number - today.weekday() + 7 * week)
            yield Moment(day.year, day.month, day.day)
            continue
        if number == today.weekday() and not past and _group(language, "next").search(marked):
            day = today + timedelta(days=7)
            yield Moment(day.year, day.month, day.day)
            continue
        same_day = number == today.weekday() and not _group(language, "last").search(marked)
        if same_day or ((past or language == "en") and _group(language, "next").search(marked)):
            yield Reason.AMBIGUOUS_DATE
            continue
        days = -((today.weekday() - number - 1) % 7 + 1) if past else (number - today.weekday() - 1) % 7 + 1
        days += 7 if not past and a_week_on(marked, language) else 0
        day = today + timedelta(days=days)
        yield Moment(day.year, day.month, day.day)


def _calendar_unit(marked: str, language: str, today: date) -> Iterator[Moment]:
    """`last year`, `el mes pasado`, `this year`: the unit without a number beside a word for last, this or next."""
    moves = {"last": -1, "this": 0, "next": 1}
    for name, move in moves.items():
        unit = unit_beside(marked, language, name)
        if unit:
            yield _months_away(today, move * _MONTHS[unit], unit)


def _day_of_month(marked: str, language: str, today: date) -> Moment | Reason | None:
    """A day of last, this or next month: `the 22nd of this month`, `el mes que viene, el 5`."""
    word = "|".join(map(fold, table("shared")["units"]["month"]))
    between = joins(language).pattern
    for name, move in {"last": -1, "this": 0, "next": 1}.items():
        said = _group(language, name).pattern
        unit = rf"(?:{said} (?:{word})\b|\b(?:{word}) {said})"
        found = re.search(rf"(?<![\d/.,@])(\d{{1,2}}){_ORDINAL}\b{between}{unit}", marked) or re.search(
            rf"{unit}{between}(?:dia )?(\d{{1,2}}){_ORDINAL}(?![\d:/]| ?[^\W\d_])", marked
        )
        if found:
            either = "|".join(map(fold, table(language)["choice"]["or"]))
            if re.search(rf"\b(?:{either})\b.*\d", marked[found.end() :]):
                return Reason.AMBIGUOUS_DATE
            month = _months_away(today, move, "month")
            return Moment(month.year, month.month, int(found[1]))
    return None


def unit_beside(marked: str, language: str, name: str) -> str | None:
    """The unit, `month` or `year`, that stands beside a word for `last`, `this` or `next` without a number."""
    said = _group(language, name).pattern
    for unit in ("month", "year"):
        word = "|".join(map(fold, table("shared")["units"][unit]))
        if re.search(rf"{said} (?:{word})\b|\b(?:{word}) {said}", marked):
            return unit
    return None


def without_calendar_units(marked: str, language: str) -> str:
    """The text without `last week` or `semana passada`, whose unit no number beside it counts (`fiz 73 semana passada`)."""
    said = _group(language, "last").pattern
    words = "|".join(fold(word) for unit in ("week", "month", "year") for word in table("shared")["units"][unit])
    return re.sub(rf"{said} (?:{words})\b|\b(?:{words}) {said}", ";", marked)


def _completed(moment: Moment, today: date | None, marked: str, language: str, *, past: bool) -> Moment | Reason:
    """A day or month said without its year: the nearest one on the right side of today."""
    if moment.year:
        return moment
    if today is None:
        return Reason.AMBIGUOUS_DATE
    unit_years = [found.year for found in _calendar_unit(marked, language, today) if not found.month]
    candidates = unit_years or [today.year - 1, today.year, today.year + 1]
    dated = [Moment(year, moment.month, moment.day) for year in candidates]
    fitting = [date_ for date_ in dated if date_.is_possible() and not (date_.is_after(today) if past else date_.is_before(today))]
    return Reason.IMPOSSIBLE if not fitting else fitting[-1] if past else fitting[0]


def read_event_date(folded: str, language: str, context: str | None, today: date | None) -> Reading:
    """A date as ISO text; the unit is its precision (`day`, `month`, `year`)."""
    past = context != FUTURE
    folded = last_said(folded, language, today, past=past)
    marked = mark_months(folded, language)
    counted = nth_weekday(folded, language, today, past=past) if today else None
    if counted:
        return _checked(counted, context, today)
    written = put_together(without_repeated([moment for moment, _ in find_dates(marked, language, today, past=past)]))
    if _EITHER_DAY.search(marked) or (is_range(marked) and not any(isinstance(moment, Moment) and moment.day for moment in written)):
        return Reprompt(Reason.AMBIGUOUS_DATE)
    if len(written) > 1:
        return Reprompt(Reason.AMBIGUOUS_DATE)
    if written:
        moment = written[0] if isinstance(written[0], Reason) else _completed(written[0], today, marked, language, past=past)
    else:
        moment = _from_today(marked, language, today, past=past)
    return _checked(moment, context, today)


def _year_in_two(marked: str, language: str, today: date, *, past: bool) -> Moment | None:
    """`en el 99`: after a word that leads to a year, two digits that can be no day and of a past event no year ahead."""
    found = re.search(rf"\b(?:{either(table(language)['dates']['year_led'])}) ?'?(\d\d)(?![\d/:]|[.,]\d|(?: ?[^\W\d_]{{1,9}})? ?@)", marked)
    last = int(found[1]) if found else 0
    counted = any(quantity.unit for quantity in quantities(marked))
    return Moment(1900 + last) if past and not counted and last > max(31, today.year % 100) else None


def _from_today(marked: str, language: str, today: date | None, *, past: bool) -> Moment | Reason:
    if today is None:
        return Reason.UNCLEAR
    day = _day_of_month(marked, language, today) or customary(marked, language, today) or _year_in_two(marked, language, today, past=past)
    if day:
        return day
    alone = day_alone(marked, language, today, past=past) if not [*_relative(marked, language, today)] else None
    if alone:
        return alone
    found = [*_relative(marked, language, today)] or [*_weekday(marked, language, today, past=past)]
    found = found or [*_calendar_unit(marked, language, today)]
    if len(found) == 1:
        return found[0]
    if found or re.fullmatch(r"\D*\d{1,2}\D*", marked):
        return Reason.AMBIGUOUS_DATE
    return Reason.UNCLEAR


def _checked(moment: Moment | Reason, context: str | None, today: date | None) -> Reading:
    if isinstance(moment, Reason):
        return Reprompt(moment)
    last_day = calendar.monthrange(moment.year, moment.month)[1] if moment.month and moment.is_possible() else 1
    if not moment.is_possible() or moment.day > last_day:
        return Reprompt(Reason.IMPOSSIBLE)
    if today and ((context == PAST and moment.is_after(today)) or (context == FUTURE and moment.is_before(today))):
        return Reprompt(Reason.IMPOSSIBLE)
    return Read(moment.iso(), moment.precision)
