"""Ages told by the birthday that comes next: `two months shy of 80`, `39, casi 40 pero aún no`, `j'ai 52 ans, bientôt à la retraite`.

Knows when the age of today follows from such words; must not know what the age decides. Where it does not follow, nothing is found.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import table
from messages.understanding.answers_text import either, fold
from messages.understanding.numbers_units import Quantity, quantities

_CLAUSE: Final = re.compile(r"[,;.](?=\s|$)|[()]|\b(?:pero|but|though|mas|mais|so|o sea|osea|asi que|donc|entao|ou seja)\b")
_MONTHS: Final = {"month": 1.0, "week": 0.23, "day": 0.033}
_YEAR: Final = 12
_NEXT: Final = 3
"""Years above the age of today that somebody may call near."""
_OF_SOMETHING_ELSE: Final = 3
"""Words from which on a clause with "soon" but without a number speaks of something else than a birthday."""


@cache
def _said(language: str, group: str) -> re.Pattern[str]:
    phrases = sorted((fold(phrase) for phrase in table(language)["dates"][group]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")


def before_birthday(digits_text: str, language: str) -> Quantity | None:
    """The age of today where it is told how long, under a year, is left until the next one: `a dos meses de cumplir 80`."""
    found = quantities(digits_text)
    if len(found) != len(("left", "age")):
        return None
    left, age = found
    under_a_year = left.unit in _MONTHS and 0 < left.value * _MONTHS[left.unit] < _YEAR
    if not under_a_year or age.unit not in {"", "year"} or not _said(language, "short_of").search(digits_text, left.end, age.start):
        return None
    return None if _said(language, "turned").search(digits_text) else replace(age, value=age.value - 1, unit="year")


def before_coming_birthday(digits_text: str, language: str) -> Quantity | None:
    """The age of today where a higher one is reached next month, or within a year: `cumplo 60 el mes que viene`, `60 in 2 weeks`."""
    found = quantities(_next_month(language).sub(" ; ", digits_text))
    if not found or found[0].unit not in {"", "year", "in"} or not _said(language, "will_turn").search(digits_text, 0, found[0].start):
        return None
    left = found[1] if len(found) == len(("age", "left")) else None
    soon = left is not None and left.unit in _MONTHS and 0 < left.value * _MONTHS[left.unit] < _YEAR
    counted = soon and _said(language, "ahead").search(digits_text, found[0].end) is not None
    named = len(found) == 1 and _next_month(language).search(digits_text, found[0].start) is not None
    return replace(found[0], value=found[0].value - 1, unit="year") if counted or named else None


@cache
def _next_month(language: str) -> re.Pattern[str]:
    """Next month or week."""
    units = either(word for unit in ("month", "week") for word in table("shared")["units"][unit])
    said = either(table(language)["dates"]["next"])
    return re.compile(rf"\b(?:{said}) (?:{units})\b|\b(?:{units}) (?:{said})\b")


def beside_the_next(digits_text: str, language: str, is_nearly: Callable[[str], bool]) -> Quantity | None:
    """The age of today told in a clause of its own beside a near one: `39, casi 40 pero aún no`.

    `is_nearly` tells of a clause whether its age is still to come. A near age counts only where it is said not to be reached yet.
    """
    not_yet = _said(language, "not_yet")
    clauses = [clause for clause in _CLAUSE.split(not_yet.sub(" ", digits_text)) if re.search(r"\w", clause)]
    counted = [(place, quantities(clause)) for place, clause in enumerate(clauses)]
    plain = [(place, found) for place, found in counted if found and not is_nearly(clauses[place])]
    near = [(place, found) for place, found in counted if is_nearly(clauses[place])]
    if len(plain) != 1 or len(plain[0][1]) != 1 or not near:
        return None
    place, (age,) = plain[0]
    owned = _said(language, "have").search(clauses[place]) is not None
    ahead = owned or not_yet.search(digits_text) is not None or _said(language, "still").search(clauses[place]) is not None
    fits = all(ahead and _is_next(found, age) if found else owned and at > place and _speaks(clauses[at]) for at, found in near)
    return age if fits and age.unit in {"", "year"} else None


def without_hopes(digits_text: str, language: str) -> str:
    """The text without the clauses of an age hoped for (`se Deus quiser chego aos cem`), where another clause tells one."""
    clauses = _CLAUSE.split(digits_text)
    hoped = _said(language, "hoped")
    sure = [clause for clause in clauses if not (hoped.search(clause) and quantities(clause))]
    return " , ".join(sure) if any(quantities(clause) for clause in sure) else digits_text


def _is_next(found: list[Quantity], age: Quantity) -> bool:
    return len(found) == 1 and found[0].unit in {"", "year"} and 0 < found[0].value - age.value <= _NEXT


def _speaks(clause: str) -> bool:
    return len(re.findall(r"\w+", clause)) >= _OF_SOMETHING_ELSE
