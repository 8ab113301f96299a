"""Hours slept told as a span on the clock: `from 11pm to 6am`, `das 22h às 6h`, `me duermo a las 11 y me levanto a las 6`.

Knows how two times of day are joined; must not know what is done between them. A span is read only where the words show that the
figures are times of day, since `de 6 a 7 horas` is a range of hours.
"""

import re
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import table
from messages.understanding.answers_text import fold
from messages.understanding.numbers_units import quantities

_TIME: Final = r"(?P<hour{n}>\d{{1,2}})(?:\s*(?:h|:)\s*(?P<minute{n}>[0-5]\d))?\s*(?:(?:{signs})\b)?\s*(?P<mark{n}>{marks})?"
_NIGHT_FROM: Final = 6
_HALF_DAY: Final = 12
_SHORTEST, _LONGEST = 2, 14
"""Hours of a night's sleep that a span on the clock may give."""


def _either(phrases: list[str]) -> str:
    return "|".join(sorted((re.escape(fold(phrase)) for phrase in phrases), key=len, reverse=True))


@cache
def _span(language: str) -> re.Pattern[str]:
    said = table(language)["clock"]
    marks = _either([*said["morning"], *said["night"]])
    first, second = (_TIME.format(n=n, marks=marks, signs=_either(said["sign"])) for n in (1, 2))
    return re.compile(rf"(?<![\d.,]){first}[\s,;]*(?:{_either(said['joins'])})\s*{second}(?![\d.,]*\d)")


def _says(language: str, group: str, mark: str | None) -> bool:
    return bool(mark) and mark in {fold(known) for known in table(language)["clock"][group]}


def _at_night(hour: int) -> int:
    """An hour of going to bed on the 24-hour clock: eleven is 23, twelve is 0, one stays 1."""
    return hour + _HALF_DAY if _NIGHT_FROM <= hour < _HALF_DAY else hour % _HALF_DAY if hour == _HALF_DAY else hour


def spell_span(folded: str, language: str) -> str:
    """The text with a span from bedtime to rising written as its hours; unchanged when it tells no such span."""
    named = re.sub(rf"\b(?:{'|'.join(map(fold, table(language)['clock']['midnight']))})\b", "12 ", folded)
    found = _span(language).search(named)
    if found is None or not _is_clock(found, named, language) or _tells_more(found, named):
        return folded
    start, end = int(found["hour1"]), int(found["hour2"])
    if _says(language, "morning", found["mark1"]) or max(start, end) > 24:
        return folded
    begins = _at_night(start) * 60 + int(found["minute1"] or 0)
    ends = end * 60 + int(found["minute2"] or 0)
    hours = (ends - begins) % (24 * 60) / 60
    return f"{hours:g} h" if _SHORTEST <= hours <= _LONGEST and not _says(language, "night", found["mark2"]) else folded


def _tells_more(found: re.Match[str], named: str) -> bool:
    """Whether other times stand beside the span: `up at 6, bed at 11 and at 3 I wake`."""
    rest = f"{named[: found.start()]} ; {named[found.end() :]}"
    return any(not figure.unit for figure in quantities(rest))


def _is_clock(found: re.Match[str], named: str, language: str) -> bool:
    """Whether the figures are times: a mark or minutes stand beside one, or bed and rising are named, or the first is past noon."""
    marked = any(_says(language, group, found[name]) for group in ("morning", "night") for name in ("mark1", "mark2"))
    minutes = bool(found["minute1"] or found["minute2"])
    bed = any(re.search(rf"\b{re.escape(fold(word))}\b", named) for word in table(language)["clock"]["bed"])
    falls = int(found["hour1"]) >= 9 and int(found["hour2"]) < int(found["hour1"])
    return marked or minutes or falls or (bed and falls)
