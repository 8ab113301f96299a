"""Options that are amounts (`Menos de 6 meses`, `1 to 5 years`, `Más de 5`), chosen by saying them otherwise or by an amount within one.

Knows amounts with their bounds and units; must not know what is counted.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import group_phrases, table
from messages.understanding.numbers import to_digits
from messages.understanding.numbers_units import quantities

_DAYS: Final = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4375, "quarter": 91.3125, "half_year": 182.625, "year": 365.25}
_PAIR: Final = 2
_TEN_YEARS: Final = 3_653


@dataclass(frozen=True, slots=True)
class Amount:
    """From `low` to `high`, in days where the unit is one of time; `exact` for a single figure, `closed` where the bound belongs to it."""

    low: float
    high: float
    unit: str
    exact: bool = False
    closed: bool = True

    def holds(self, other: "Amount") -> bool:
        """Whether all of another amount lies within this one, its open end left out."""
        if self.unit != other.unit:
            return False
        inside = self.low <= other.low and other.high <= self.high
        return inside and (self.closed or not other.exact or other.low not in {self.low, self.high})


def amount(folded: str, language: str, usual: str = "") -> Amount | None:
    """The amount a text tells: one figure, two of a span, or one with a bound; `usual` is the unit where none is said."""
    digits = _spelt(folded, language)
    found = quantities(digits)
    if not 1 <= len(found) <= _PAIR:
        return None
    unit = next((quantity.unit for quantity in reversed(found) if quantity.unit), usual)
    values = [quantity.value * _DAYS.get(quantity.unit or unit, 1.0) for quantity in found]
    kind = "time" if unit in _DAYS else unit
    if len(values) == _PAIR:
        return Amount(values[0], values[1], kind) if values[0] < values[1] else None
    bounds = _bounds(digits, language)
    if len(bounds) > 1:
        return None
    low = -math.inf if "under" in bounds else values[0]
    high = math.inf if bounds & {"over", "open"} else values[0]
    return Amount(low, high, kind, exact=not bounds, closed=bounds <= {"open"})


def _spelt(folded: str, language: str) -> str:
    """The text in digits, a span's hyphen parted and an article before a unit as one."""
    digits = to_digits(folded, language).replace("-", " - ").replace("'", " ")
    ones = set(table(language)["number_articles"]["articles"]) | {"um", "uma", "un", "une", "one"}
    row = text.words(digits)
    return " ".join("1" if word in ones else word for word in row)


def _bounds(digits: str, language: str) -> set[str]:
    bounds = {found.group for found in group_phrases(language, "choice", "open", "over", "under").find(text.words(digits))}
    return bounds | ({"open"} if "+" in digits else set()) | {sign for mark, sign in ((">", "over"), ("<", "under")) if mark in digits}


def within(folded: str, labels: Sequence[str], language: str) -> int | None:
    """The place of the one option whose amount is the one said, or holds it; None where there is none or more than one."""
    offered = [amount(label, language) for label in labels]
    known = [(place, each) for place, each in enumerate(offered) if each]
    bare = amount(folded, language)
    usual = _usual(labels, language)
    said = amount(folded, language, usual) if bare else None
    if said and bare and not any(each.unit for _, each in known) and bare.unit == "time":
        said = _in_years(said)
    if bare is None or said is None or len(known) < _PAIR or _is_place(bare, labels):
        return None
    same = [place for place, each in known if (each.low, each.high, each.unit) == (said.low, said.high, said.unit) and not said.exact]
    held = same or [place for place, each in known if each.holds(said)]
    return held[0] if len(held) == 1 else None


def longest(labels: Sequence[str], language: str) -> int | None:
    """The place of the one label that is a time without an end, which holds a lifetime where it begins within ten years."""
    known = [amount(label, language) for label in labels]
    found = [place for place, each in enumerate(known) if each and math.isinf(each.high) and each.unit == "time"]
    low = (known[found[0]] or Amount(math.inf, 0, "")).low if len(found) == 1 else math.inf
    return found[0] if 0 < low <= _TEN_YEARS else None


def _in_years(said: Amount) -> Amount:
    """An amount of years beside labels without a unit, which can only be ages or years."""
    return Amount(said.low / _DAYS["year"], said.high / _DAYS["year"], "", said.exact, said.closed)


def _usual(labels: Sequence[str], language: str) -> str:
    """The one unit the labels are in."""
    units = {quantity.unit for label in labels for quantity in quantities(_spelt(label, language)) if quantity.unit}
    return units.pop() if len(units) == 1 else ""


def _is_place(said: Amount, labels: Sequence[str]) -> bool:
    """Whether a bare figure could as well be the place of an option."""
    return said.exact and not said.unit and 1 <= said.low <= len(labels)


def holds_none(figure: int, labels: Sequence[str], language: str) -> bool:
    """Whether the labels are amounts and a bare figure lies in none of them, so that it can only be a place."""
    known = [each for each in (amount(label, language) for label in labels) if each]
    said = [
        Amount(value, value, each.unit, exact=True) for each in known for value in [float(figure) * (_DAYS["year"] if each.unit else 1)]
    ]
    written = any(str(figure) in text.words(label) for label in labels)
    bounded = any(math.isinf(each.low) for each in known)
    return len(known) > 1 and not written and not bounded and not any(each.holds(one) for each, one in zip(known, said, strict=True))
