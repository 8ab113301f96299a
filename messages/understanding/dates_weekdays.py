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
