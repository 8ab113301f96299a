"""Spans told in roundabout ways: by two ages (`started when I was 52, I'm 64 now`), or beside a bound (`no llega al año, son 5 meses`).

Knows which of several figures tell the span; must not know what lasted.
"""

import re
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import lexicon, table
from messages.understanding.answers_text import either, words
from messages.understanding.numbers_units import quantities

_CLAUSE: Final = re.compile(r"[,;.](?=\s|$)|[()]|\b(?:pero|but)\b")
_BOUNDS: Final = frozenset({"less", "bound", "some"})
_PAIR: Final = 2
_MOST: Final = 100
"""Years that may lie between two ages of one person."""


@cache
def _led(language: str, group: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(table(language)['dates'][group])})\s+(?:los |os |the |mes )?$")


def months_between_ages(digits_text: str, language: str) -> int | None:
    """The months between an age then and the age now, where both are told and nothing else is."""
    found = [figure for figure in quantities(digits_text) if figure.unit in {"", "year"}]
    if len(found) != _PAIR or len(quantities(digits_text)) != _PAIR:
        return None
    leads = (digits_text[: found[0].start], digits_text[found[0].end : found[1].start])
    then = [bool(_led(language, "when_aged").search(lead)) for lead in leads]
    now = [bool(_led(language, "now_aged").search(lead)) for lead in leads]
    then = [old and not new for old, new in zip(then, now, strict=True)]
    if sum(then) != 1 or not now[1 - then.index(True)]:
        return None
    years = found[1 - then.index(True)].value - found[then.index(True)].value
    return round(12 * years) if 0 < years < _MOST else None


def beside_a_bound(digits_text: str, language: str) -> str | None:
    """The one clause that tells a figure exactly, where every other one only bounds it."""
    told = [clause for clause in _CLAUSE.split(digits_text) if quantities(clause)]
    exact = [clause for clause in told if not {found.group for found in lexicon(language, "hedges").find(words(clause))} & _BOUNDS]
    return exact[0] if len(told) > 1 and len(exact) == 1 else None
