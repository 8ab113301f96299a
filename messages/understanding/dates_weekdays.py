"""Days told by their weekday: `the first Monday in April`, `el último viernes de mayo`, `lundi en huit`, `de hoy en ocho`.

Knows how weekdays are counted within a month and from today; must not know the event.
"""

import calendar
import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import table
from messages.understanding.answers_reading import Reason
from messages.understanding.answers_text import either, fold
from messages.understanding.dates import Moment, joins, month_marks

_NTHS: Final = 4
_CUSTOMARY: Final = {8: 7, 15: 14}
"""A week and a fortnight counted with the day itself (`de hoy en ocho`, `en quinze`), as Romance languages do."""
_WEEK: Final = 7
_LONGEST: Final = 31


@cache
def _nth(language: str) -> tuple[re.Pattern[str], tuple[frozenset[str], ...]]:
    section = table(language)
    ordinals = [list(map(fold, names)) for names in section["choice"]["ordinals"][:_NTHS]]
    lasts = [fold(word) for word in section["dates"]["last"]]
    days = [list(map(fold, names)) for names in section["dates"]["weekdays"]]
    every = either(name for names in days for name in names)
    first = either([*(name for names in ordinals for name in names), *lasts])
    join = joins(language).pattern
    pattern = rf"\b(?P<nth>{first}) (?P<day>{every})(?:[ -]feira)?{join}@(?P<month>\d\d)(?:{join}(?P<year>\d{{4}}))?"
    return re.compile(pattern), tuple(frozenset(names) for names in (*ordinals, *days))


def nth_weekday(folded: str, language: str, today: date, *, past: bool) -> Moment | Reason | None:
    """A weekday counted within a month, of the nearest year on the right side of today where none is said."""
    pattern, groups = _nth(language)
    found = pattern.search(month_marks(folded, language))
    if found is None:
        return None
    place = next((number for number, names in enumerate(groups[:_NTHS]) if found["nth"] in names), -1)
    weekday = next(number for number, names in enumerate(groups[_NTHS:]) if found["day"] in names)
    years = [int(found["year"])] if found["year"] else [today.year - 1, today.year, today.year + 1]
    days = [_in_month(year, int(found["month"]), weekday, place) for year in years]
    fitting = [day for day in days if (day <= today if past else day >= today)] if not found["year"] else days
    return Moment(*fitting[-1 if past else 0].timetuple()[:3]) if fitting else Reason.IMPOSSIBLE


def _in_month(year: int, month: int, weekday: int, place: int) -> date:
    first, length = calendar.monthrange(year, month)
    days = range(1 + (weekday - first) % _WEEK, length + 1, _WEEK)
    return date(year, month, days[place])


def customary(marked: str, language: str, today: date) -> Moment | Reason | None:
    """`de hoy en ocho`: eight days counted with today are a week; any other bare number is in doubt."""
    now, led = either(table(language)["dates"]["today"]), either(table(language)["dates"]["hence"])
    found = re.search(rf"\b(?:{led})\b ?(\d{{1,2}})(?= *(?:$|[,;.]))", marked)
    if found is None or not re.search(rf"\b(?:{now})\b", found[0]):
        return None
    days = _CUSTOMARY.get(int(found[1]))
    if days is None:
        return Reason.AMBIGUOUS_DATE
    return Moment(*(today + timedelta(days=days)).timetuple()[:3])


def a_week_on(marked: str, language: str) -> bool:
    """Whether a weekday is that of the week after (`lundi en huit`, `Monday week`)."""
    days = either(fold(name) for names in table(language)["dates"]["weekdays"] for name in names)
    return re.search(rf"\b(?:{days})(?:[ -]feira)? (?:{either(table(language)['dates']['week_on'])})\b", marked) is not None


_DAY_ALONE: Final = r"(?P<day>\d{1,2})(?P<nth>st|nd|rd|th)?(?![\d/:.,@-]*\d)(?! ?(?:@|%|[^\W\d_]{3,}s\b|h\b|de @|o\b \d))"


@cache
def _alone(language: str) -> re.Pattern[str]:
    days = either(name for names in table(language)["dates"]["weekdays"] for name in names)
    led = either(table(language)["dates"]["day_led"])
    return re.compile(rf"(?<!\ben )\b(?:(?P<weekday>{days})(?:[ -]feira)?,?(?: (?:the|el|le|dia|o))?|{led}) {_DAY_ALONE}")


def days_alone(marked: str, language: str) -> list[int]:
    """The days of a month told without it: `dia 20`, `the 17th`."""
    found = [match for match in _alone(language).finditer(marked) if language != "en" or match["nth"] or match["weekday"]]
    return [int(match["day"]) for match in found if 1 <= int(match["day"]) <= _LONGEST]


def day_alone(marked: str, language: str, today: date, *, past: bool) -> Moment | Reason | None:
    """The nearest day of that number on the right side of today; a weekday named beside it has to be its own.

    Of the past only with its weekday: it may have been any month.
    """
    told = set(days_alone(marked, language))
    if len(told) != 1:
        return Reason.AMBIGUOUS_DATE if told else None
    fitting = [day for day in _near(told.pop(), today) if (day <= today if past else day >= today)]
    chosen = fitting[-1] if past else fitting[0]
    named = [number for number, names in enumerate(table(language)["dates"]["weekdays"]) if re.search(rf"\b(?:{either(names)})\b", marked)]
    fits = named == [chosen.weekday()] or (not named and not past)
    return Moment(*chosen.timetuple()[:3]) if fits else Reason.AMBIGUOUS_DATE


def _near(number: int, today: date) -> list[date]:
    """The days of that number in the months around today."""
    months = [divmod(today.year * 12 + today.month - 1 + move, 12) for move in (-2, -1, 0, 1, 2)]
    return [date(year, month + 1, number) for year, month in months if number <= calendar.monthrange(year, month + 1)[1]]


def week_named(marked: str, language: str) -> int | None:
    """Which week is named: 1 for the next one (`quinta da semana que vem`), 0 for this one, -1 for the last."""
    word = either(table("shared")["units"]["week"])
    for name, move in {"last": -1, "this": 0, "next": 1}.items():
        said = either(table(language)["dates"][name])
        if re.search(rf"\b(?:{said}) (?:{word})\b|\b(?:{word}) (?:{said})\b", marked):
            return move
    return None
