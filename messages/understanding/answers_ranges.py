"""Two figures beside one another told for one: `6 or 7`, `between 5 and 6 hours`, `de dos a tres meses`, `six, sept heures`.

Knows how near two figures must be for one between them to say the same, and which of them counts; must not know what is measured.
Figures farther apart are left as they are, and the answer is asked again.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from messages.understanding import numbers
from messages.understanding.answers_lexicon import table
from messages.understanding.answers_text import either
from messages.understanding.numbers_units import quantities

_NEXT: Final = 1
_NEAR: Final = 1.5
"""How many times the lower of two figures the upper one may be: ten to fifteen years."""
_NEAR_EITHER: Final = 1.25
"""The same of two between which somebody wavers: `six or eight` is asked again, `ten or twelve` is eleven."""
_LEAST: Final = 4
_FIGURE: Final = r"(?<![\d.,/:-])(?<!\d )(?P<{name}>\d{{1,3}}(?:[.,]5)?)"


@cache
def _pair(language: str) -> re.Pattern[str]:
    said = table(language)["figures"]
    first, second = (_FIGURE.format(name=name) for name in ("low", "high"))
    joins = rf"(?:(?P<or>{either(table(language)['choice']['or'])})|{either(said['either'])}|(?P<and>{either(said['and'])}))"
    joined = rf"(?: ?- ?| ?, ?| ?,? {joins} )"
    unit = r"(?P<unit> ?[^\W\d_]{1,7})?"
    return re.compile(rf"(?:\b(?P<led>{either(said['between'])}) )?{first}{unit}{joined}{_unled(second)}(?! ?[:/]\d)")


def _unled(figure: str) -> str:
    return figure[figure.index("(?P<") :]


def middle(low: float, high: float) -> float:
    """The figure between two."""
    return (low + high) / 2


def upper(_low: float, high: float) -> float:
    """The higher of two: of pain the worse."""
    return high


def told_as_one(digits_text: str, language: str, kept: Callable[[float, float], float]) -> str:
    """The text with its only range, where that is a narrow one, as the figure that is `kept` of it."""
    found = _pair(language).search(digits_text)
    if found is None or (found["and"] and not found["led"]) or (found["unit"] and not _same_unit(found, digits_text)):
        return digits_text
    low, high = numbers.parse(found["low"])[0], numbers.parse(found["high"])[0]
    farthest = _NEAR if found["led"] or not found["or"] else _NEAR_EITHER
    near = low < high and (high - low <= _NEXT or (low >= _LEAST and high <= farthest * low))
    rest = f"{digits_text[: found.start()]} ; {digits_text[found.end() :]}"
    if not near or any(not figure.unit for figure in quantities(rest)):
        return digits_text
    return f"{digits_text[: found.start()]}{kept(low, high):g}{digits_text[found.end() :]}"


def _same_unit(found: re.Match[str], digits_text: str) -> bool:
    """Whether the unit behind the first figure is that behind the second: `5 horas o 6 horas`."""
    told = [figure.unit for figure in quantities(digits_text[found.start() :])[:2]]
    return told[0] != "" and told[-1] in {"", told[0]}
