"""Number words into digits, and the numbers of a text.

Knows how a number is said in each language (text2num reads it, the lexicon mends spelling first) and how digits, decimals and halves
are written; must not know what the number measures.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from text_to_num import alpha2digit

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import table

_KEPT: Final = "\x01"
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_DECIMAL: Final = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER: Final = re.compile(
    r"(?<![\w.,/:])(?P<minus>[-+]\s?)?(?P<digits>\d+(?:[.,]\d+)*)(?:\s*(?:y|e|and|et|&)?\s*(?P<top>[13])/(?P<bottom>[24])(?![\d/]))?(?![\d:])"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: its value, where it stands, and whether a dot or comma in it could as well part thousands."""

    value: float
    start: int
    end: int
    thousands: bool = False


@cache
def _spellings(language: str) -> Mapping[str, str]:
    entries: Mapping[str, list[str]] = table(language).get("number_words", {})
    return {text.squeeze(text.fold(variant)): canonical for canonical, variants in entries.items() for variant in (canonical, *variants)}


@cache
def _articles(language: str) -> re.Pattern[str]:
    section = table(language)["number_articles"]
    some = "|".join(section["some"])
    counted = "|".join(section["counted"])
    return re.compile(rf"\b((?:{some})\b|(?:{'|'.join(section['articles'])})\b(?!\s*(?:[.,;]|$|\b(?:{counted})(?:e?s)?\b)))")


@cache
def _sized() -> re.Pattern[str]:
    """A word such as "long" or "little" before a unit of time, which it does not change: `deux petits mois`."""
    shared = table("shared")
    sized = "|".join(map(text.fold, shared["sized"]["words"]))
    spans = "|".join(text.fold(word) for unit in ("year", "month", "week", "hour", "decade") for word in shared["units"][unit])
    return re.compile(rf" (?:{sized}) (?=(?:{spans})\b)")


def to_digits(folded: str, language: str) -> str:
    """Folded text with its number words as digits: `ochenta y dos kilos` gives `82 kilos`; an article that counts nothing stays."""
    folded = _sized().sub(" ", folded)
    kept: list[str] = _articles(language).findall(folded)
    guarded = _articles(language).sub(_KEPT, folded)
    spellings = _spellings(language)
    mended = _LETTERS.sub(lambda match: spellings.get(text.squeeze(match[0]), match[0]), guarded)
    for pattern, replacement in table(language).get("number_phrases", {}).items():
        mended = re.sub(pattern, replacement, mended)
    digits = str(alpha2digit(mended, language, threshold=0))
    return text.fold(re.sub(_KEPT, lambda _: kept.pop(0), digits) if kept else digits)


def parse(digits: str) -> tuple[float, bool]:
    """A written number, its last dot or comma read as the decimal one; and whether that mark could part thousands instead."""
    parts = re.split(r"[.,]", digits)
    if len(parts) == 1:
        return float(digits), False
    if len(parts) > 2:  # more than one mark: only thousands, or thousands and decimals, can be meant
        return float("".join(parts[:-1]) + ("" if len(parts[-1]) == 3 else ".") + parts[-1]), len(parts[-1]) != 3
    return float(".".join(parts)), len(parts[1]) == 3 and parts[0] != "0"


def find(digits_text: str) -> list[Figure]:
    """The numbers of a text in digits, left to right, signs and quarters included (`-2`, `2 1/2`)."""
    figures = []
    for match in _NUMBER.finditer(digits_text):
        value, thousands = parse(match["digits"][:15])
        if match["top"]:
            value += int(match["top"]) / int(match["bottom"])
        minus = (match["minus"] or "").startswith("-")
        figures.append(Figure(-value if minus else value, match.start(), match.end(), thousands))
    return figures


def plain(value: float) -> int | float:
    """A whole number without its decimals."""
    return int(value) if value == int(value) else value
