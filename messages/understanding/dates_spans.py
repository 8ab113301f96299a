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
_MOST_FIGURES: Final = 8
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


_SPOKEN: Final = re.compile(
    r"[,;:.!](?=\s|$)|[()]|\b(?:pero|but|mas|mais|so que|yet|y|and|e|et|pis)\b(?! \d+ (?:mes|mois|mont|sem|wee|dia|jou|day|an|ye))"
)
_AGE: Final = re.compile(
    r"\b(?:tengo|tenho|j'ai|i'm|i am|im) (?:ya |already |deja )?\d{2,3} (?:anos|ans|years old|years)\b"
    r"(?! (?:con|com|avec|with|asi|assim|de|que|in pain|of))"
)


def is_age(digits_text: str) -> bool:
    """Whether an answer tells no more than how old somebody is: `tengo 54 años`."""
    return _AGE.fullmatch(digits_text.strip(" .!,")) is not None


def of_the_complaint(digits_text: str, language: str) -> str:
    """The clauses of what is asked about, where others tell of an age, of what is over, or since when it is worse.

    `la espalda hace 6 años y sané bien. La rodilla, por la que les escribo, dos meses`; `three years, and worse for three weeks`.
    """
    if not _PAIR <= len(quantities(digits_text)) <= _MOST_FIGURES:
        return digits_text
    told = [part for part in _sentences(digits_text, language) if quantities(part)]
    if len(told) < _PAIR:
        return digits_text
    meant = [part for part in told if _says(part, language, "complaint")]
    kept = meant if len(meant) == 1 else [part for part in told if not _is_aside(part, language)]
    return _with_unit(kept[0], told) if len(kept) == 1 else digits_text


def _with_unit(part: str, told: list[str]) -> str:
    """A clause with the unit of the other figures where its own has none: `eram 8 anos, nesse são 2`."""
    own, others = quantities(part), {each.unit for other in told if other != part for each in quantities(other)}
    if len(own) != 1 or own[0].unit or len(others) != 1:
        return part
    return f"{part[: own[0].end]} {others.pop()}{part[own[0].end :]}"


def _is_aside(part: str, language: str) -> bool:
    return _AGE.search(part) is not None or _says(part, language, "worse") or _says(part, language, "healed")


def _says(part: str, language: str, group: str) -> bool:
    return re.search(rf"\b(?:{either(table(language)['dates'][group])})\b", part) is not None


def _sentences(digits_text: str, language: str) -> list[str]:
    """The clauses of a text, those without a figure joined to the one they lead to, or else to the one before."""
    parts: list[str] = []
    pending = ""
    for clause in _SPOKEN.split(digits_text):
        if quantities(clause):
            parts.append(f"{pending} {clause}")
            pending = ""
        elif parts and (_says(clause, language, "worse") or _says(clause, language, "healed")) and not pending:
            parts[-1] = f"{parts[-1]} {clause}"
        else:
            pending = f"{pending} {clause}"
    return parts
