"""The quantities of a text: each number with the unit that stands beside it.

Knows how numbers, halves and units follow each other (`2 years and a half`, `año y medio`, `12 st 4`); must not know which quantity a
question asks for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding import numbers
from messages.understanding.answers_lexicon import Phrases, lexicon, phrases, table

_ISH: Final = re.compile(r"(\d) ?-? ?ish\b")
_GLUED: Final = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
_ADDED: Final = (("year", "month"), ("month", "week", "day"))
_TIMES: Final = ("year", "month", "week", "day", "hour", "decade", "century")
_RANGE: Final = re.compile(
    r"(?<![\d/.\-])\d[\d.,]*(?:\s*[^\W\d_]{1,7}\.?)?\s*,?\s*(?:-|~|\b(?:o|u|a|al|or|to|ou|through)\b)\s*\d[\d.,]*(?![\d/\-])"
)
_FARTHEST: Final = 14
_THOUSAND: Final = 1000
"""Grams behind kilograms without their unit are hundreds: `72 kilos 300`."""
_OF: Final = frozenset({"de", "d", "of"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit (empty when none stands beside it) and where it begins and ends in the digits text."""

    value: float
    unit: str
    start: int
    end: int
    thousands: bool = False


@cache
def _half(place: str) -> Phrases:
    return phrases({"half": table("shared")["half"][place]})


def units() -> Phrases:
    """The unit words of all languages; they do not differ enough to mislead."""
    return lexicon("shared", "units")


@cache
def _counted_time() -> str:
    return "|".join(sorted({word for unit in _TIMES for word in table("shared")["units"][unit] if word.isascii()}, key=len, reverse=True))


@cache
def _unnumbered() -> tuple[re.Pattern[str], ...]:
    after = "|".join(map(re.escape, sorted(table("shared")["half"]["after"], key=len, reverse=True)))
    before = "|".join(map(re.escape, sorted(table("shared")["half"]["before"], key=len, reverse=True)))
    one_and_a_half = re.compile(rf"(?<![\d.,] )(?<![\w.,])({_counted_time()}) (?:{after})\b")
    numbered = re.compile(rf"(?<![\d.,])(\d+) (?:{after})(?![\w/])")
    return (
        numbered,
        one_and_a_half,
        re.compile(rf"(?<![\w.,])(?<!\by )(?<!\be )(?<!\bet )(?<!\band )(?:{before})[ -](?=(?:{_counted_time()})\b)"),
    )


@cache
def _one_and_more() -> re.Pattern[str]:
    """A year told without its number before its months: `año y 2 meses`."""
    led = text.either(table("shared")["half"]["not_one"])
    bigger, smaller = ("|".join(text.fold(word) for name in names for word in table("shared")["units"][name]) for names in _ADDED)
    return re.compile(rf"(?<![\w.,])(?<!\d )(?:(?P<led>{led}) )?(?P<unit>{bigger}) (?=(?:y|con|and|e|et|pis|&) \d+ (?:{smaller})\b)")


@cache
def _fractions() -> tuple[tuple[re.Pattern[str], float], ...]:
    """For each part its ways: `6 hours and a quarter`, `2 and a quarter years`, `year and a quarter`."""
    spans = rf"(?:{_counted_time()})"
    ways = []
    for part, phrases_ in table("shared")["fractions"].items():
        said = text.either(phrases_)
        ways.append((re.compile(rf"(?:(?<![\w.,])(?P<number>\d+) )?\b(?P<unit>{spans}) (?:{said})(?![\w/])"), float(part)))
        ways.append((re.compile(rf"(?<![\w.,])(?P<number>\d+) (?:{said}) (?P<unit>{spans})\b"), float(part)))
    return tuple(ways)


@cache
def _parts() -> tuple[tuple[re.Pattern[str], float], ...]:
    """`3 quarters of 1 year`, `un cuarto de hora`."""
    one = r"(?:(?:1|an?|un[ea]?|uma?) )?"
    ways = []
    for part, phrases_ in table("shared")["part_of"].items():
        said = text.either(phrases_)
        ways.append((re.compile(rf"(?:(?<![\w.,])(?P<number>\d) )?\b(?:{said}) ?{one}(?P<unit>{_counted_time()})\b"), float(part)))
    return tuple(ways)


def _spell_fractions(digits_text: str) -> str:
    for pattern, part in _parts():
        while found := pattern.search(digits_text):
            value = int(found["number"] or 1) * part
            digits_text = f"{digits_text[: found.start()]}{value:g} {found['unit']}{digits_text[found.end() :]}"
    for pattern, part in _fractions():
        while found := pattern.search(digits_text):
            value = int(found["number"] or 1) + part
            digits_text = f"{digits_text[: found.start()]}{value:g} {found['unit']}{digits_text[found.end() :]}"
    return digits_text


def spell_lone_year(digits_text: str) -> str:
    """A year without its number before smaller spans with one: `ano y 2 meses` gives `1 ano y 2 meses`."""
    return _one_and_more().sub(lambda found: found[0] if found["led"] else f"1 {found[0]}", digits_text)


def spell_halves(digits_text: str) -> str:
    """Halves without a number become one: `ano y medio` gives `1.5 ano`, `half a year` gives `0.5 year`."""
    numbered, one_and_a_half, half = _unnumbered()
    digits_text = _spell_fractions(digits_text)
    spaced = numbered.sub(r"\1.5 ", _GLUED.sub(" ", _ISH.sub(r"\1", digits_text.replace("+", " "))))
    return half.sub("0.5 ", one_and_a_half.sub(r"1.5 \1", spaced))


def _read_tail(row: Sequence[str]) -> tuple[float, str]:
    """What follows a number: the half added to it, and its unit."""
    added, at, unit = 0.0, 0, ""
    if at + 1 < len(row) and row[at] in _OF:
        at += 1
    found = units().at(row, at)
    if found:
        unit = found.group
        half = _half("after").at(row, found.end)
        added = 0.5 if half else 0.0
    return added, unit


def quantities(digits_text: str) -> list[Quantity]:
    """The quantities of a digits text, left to right."""
    spelt = spell_halves(digits_text)
    figures = numbers.find(spelt)
    found = []
    for figure, following in zip_longest(figures, figures[1:]):
        tail = spelt[figure.end : following.start if following else len(spelt)]
        added, unit = _read_tail(text.words(tail[:40]))
        found.append(Quantity(figure.value + added, unit, figure.start, figure.end, figure.thousands))
    return found


def is_bare(said: str, language: str) -> bool:
    """Whether words are one number and nothing else, neither what it counts nor whose it is: `6 y medio`, `six and a half`."""
    words = " ".join(numbers.to_digits(text.fold(said), language).split())
    for half in sorted(table("shared")["half"]["after"], key=len, reverse=True):
        words = words.removesuffix(f" {half}")
    return re.fullmatch(r"\d+(?:[.,]\d+)?", words) is not None


def joined(found: Sequence[Quantity], big: str, small: str, ratio: float) -> list[Quantity]:
    """Quantities in two units said as one put together in the bigger unit: `12 st 4 lb`, `5 ft 7`, `1 h 30`."""
    result: list[Quantity] = []
    for quantity in found:
        last = result[-1] if result else None
        close = last is not None and quantity.start - last.end <= _FARTHEST
        told = quantity.unit == small or (not quantity.unit and (ratio < _THOUSAND or quantity.value >= _THOUSAND / 10))
        if last and close and last.unit == big and told and quantity.value < ratio:
            result[-1] = replace(last, value=last.value + quantity.value / ratio, end=quantity.end)
        else:
            result.append(quantity)
    return result


def is_range(digits_text: str) -> bool:
    """Whether two numbers are given for one: `80-85`, `6 o 7`, `5 to 6`."""
    return _RANGE.search(digits_text) is not None
