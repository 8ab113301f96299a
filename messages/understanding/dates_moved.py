"""Two dates for one, of which the later told holds: taken back, put off to another day, or summed up behind the others.

Knows the words that turn from one date to another; must not know the event. Where it is not plain which date holds, the text is left as
it is, and the answer asked again.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import any_of, table
from messages.understanding.answers_text import either
from messages.understanding.dates import Moment, find_dates, mark_months
from messages.understanding.dates_weekdays import days_alone

_PAIR: Final = 2


@cache
def _turn(language: str) -> re.Pattern[str]:
    said = table(language)
    no = either(said["hedges"]["bare_no"])
    words = either([*said["hedges"]["corrected"], *said["dates"]["moved"]])
    summed = either(said["dates"]["concluding"])
    return re.compile(rf"\b(?:{words})\b|[,.;] ?(?:{no}) ?[,.;]|\b(?:{summed})\b(?=(?:\W+\w+){{1,6}}\W*$)")


@cache
def _but(language: str) -> re.Pattern[str]:
    return re.compile(rf"[.;]\s|,\s|\b(?:{either(table(language)['choice']['but'])})\b")


def last_said(folded: str, language: str, today: date | None, *, past: bool) -> str:
    """What follows the last word that turns to another date: `may 2, scratch that, may 9`, `el 20 de marzo, me la movieron al 27`."""

    def dated(part: str) -> list[Moment]:
        found = [moment for moment, _ in find_dates(mark_months(part, language), language, today, past=past)]
        return [moment for moment in found if isinstance(moment, Moment)]

    folded = folded if past else _without_former(folded, language, dated)
    for turn in reversed(list(_turn(language).finditer(folded))):
        before, after = dated(folded[: turn.start()]), dated(folded[turn.end() :])
        if before and after:
            return folded[turn.end() :]
        days = set(days_alone(mark_months(folded[turn.end() :], language), language))
        if len(before) == 1 and before[0].month and len(days) == 1:
            return _moved(before[0], days.pop())
    return _latest(folded, language, dated)


def _without_former(folded: str, language: str, dated: Callable[[str], list[Moment]]) -> str:
    """The date that holds where the one it replaced is told as such: `April 3rd, they moved it from March 27`, `moved from ... to ...`."""
    for former in _former(language).finditer(folded):
        before, after = folded[: former.start()], folded[former.end() :]
        if len(dated(before)) == 1 and len(dated(after)) == 1 and not any_of(language, "hedges", "corrected").search(before):
            return before
        ahead = any_of(language, "dates", "moved_to").search(after)
        if ahead and not dated(before) and len(dated(after[: ahead.start()])) == 1 and len(dated(after[ahead.end() :])) == 1:
            return after[ahead.end() :]
    return folded


@cache
def _former(language: str) -> re.Pattern[str]:
    """Words that lead to a date no longer meant."""
    said = table(language)
    moved, away = either([*said["dates"]["moved"], *said["dates"]["moving"]]), either(said["dates"]["away_from"])
    return re.compile(rf"[\s,.;]*\b(?:(?:{moved})(?: back| up)? (?:{away})|{either(said['dates']['former'])})\b")


def _latest(folded: str, language: str, dated: Callable[[str], list[Moment]]) -> str:
    """The one clause that speaks of the last time, or of the one asked about, where several tell a date."""
    told = [part for part in _but(language).split(folded) if dated(part)]
    last = [part for part in told if any_of(language, "dates", "latest").search(part)]
    return last[0] if len(told) >= _PAIR and len(last) == 1 else folded


def _moved(before: Moment, day: int) -> str:
    year = f"{before.year:04d}" if before.year else ""
    return f"{year}-{before.month:02d}-{day:02d}" if year else f"{day} @{before.month:02d}"
