"""Weights, heights, waists, pain, sleep and other single numbers.

Knows which units a question accepts, what is plausible for an adult, and when a bare number could mean two things; must not know the
flow. Ranges: weight 25-300 kg, sleep 0-24 h, HbA1c in % or mmol/mol (IFCC), days 0-7, as the clinic's list of host factors has them.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import Final, TypeAlias

from messages.understanding import numbers
from messages.understanding.answers_lexicon import lexicon
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt
from messages.understanding.answers_text import words
from messages.understanding.numbers_units import Quantity, is_range, joined, quantities

KG_PER_LB: Final = 1 / 2.2046
KG_PER_STONE: Final = 14 * KG_PER_LB
CM_PER_INCH: Final = 2.54
_SAME: Final = 0.02
_CLOSE: Final = (0.85, 1.18)
"""A second figure this near to the first is likely of the same thing: `140 pounds at home, 145 at the doctor`."""
_UNSETTLED: Final = frozenset({"bound", "less", "some", "past", "not"})
"""Words that leave it open which figure holds; hours of sleep at best (`if I'm lucky`) are told as such."""

Bare: TypeAlias = Callable[[float, str], float | Reason]
"""Reads a number without a unit, given the language: the value in the stored unit, or why it has to be asked again."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What one kind of measure accepts: `units` with the factor to the stored `unit`, and the plausible range in it."""

    unit: str
    units: Mapping[str, float]
    low: float
    high: float
    bare: Bare
    pairs: tuple[tuple[str, str, float], ...] = ()
    decimals: int = 1


def _bare_weight(value: float, language: str) -> float | Reason:
    highest = {"en": 85, "es": 99, "fr": 99, "pt": 130}.get(language, 85)
    return value if 36 <= value <= highest else Reason.UNIT_MISSING


def _bare_height(value: float, _language: str) -> float | Reason:
    if 1.2 <= value <= 2.3:
        return value * 100
    return value if 120 <= value <= 230 else Reason.UNIT_MISSING


def _bare_waist(value: float, _language: str) -> float | Reason:
    return value if 62 <= value <= 200 else Reason.UNIT_MISSING


def _itself(value: float, _language: str) -> float | Reason:
    return value


def _bare_hba1c(value: float, _language: str) -> float | Reason:
    return value if value < 20 else Reason.UNIT_MISSING


MEASURES: Final[Mapping[str, Measure]] = {
    "weight": Measure(
        "kg",
        {"kg": 1, "lb": KG_PER_LB, "st": KG_PER_STONE},
        25,
        300,
        _bare_weight,
        (("st", "lb", 14), ("kg", "g", 1000), ("m", "cm", 100)),
    ),
    "height": Measure(
        "cm", {"cm": 1, "m": 100, "ft": 12 * CM_PER_INCH, "in": CM_PER_INCH}, 100, 230, _bare_height, (("ft", "in", 12), ("m", "cm", 100))
    ),
    "waist": Measure("cm", {"cm": 1, "m": 100, "in": CM_PER_INCH}, 40, 200, _bare_waist),
    "sleep_hours": Measure("hours", {"hour": 1, "minute": 1 / 60}, 0, 24, _itself, (("hour", "minute", 60),), 2),
    "number": Measure("", {}, float("-inf"), float("inf"), _itself, decimals=6),
}


def hedges(digits_text: str, language: str) -> set[str]:
    """The groups of words in a text that make a number more or less than itself: `bound less past not about`."""
    return {found.group for found in lexicon(language, "hedges").find(words(digits_text))}


def is_corrected(digits_text: str, language: str, among: Iterable[str] | None = None) -> bool:
    """Whether a word of correction stands between two figures, of the units `among` where they are given: `80 kilos, digo 85`."""
    found = [figure for figure in quantities(digits_text) if among is None or figure.unit in {"", *among}]
    return len(found) > 1 and "corrected" in hedges(digits_text[found[0].end : found[-1].start], language)


def _candidates(found: Sequence[Quantity], measure: Measure, language: str) -> list[float | Reason]:
    """The values that could be meant, in the stored unit; bare numbers count only when no number has a unit of this measure."""
    with_unit = [quantity for quantity in found if quantity.unit in measure.units]
    if any(one.unit == other.unit and one.value != other.value for one, other in pairwise(with_unit)):
        return [Reason.AMBIGUOUS]
    bare = [quantity.value for quantity in found if not quantity.unit]
    if any(_CLOSE[0] < value / one.value < _CLOSE[1] and value != one.value for one in with_unit if one.value for value in bare):
        return [Reason.AMBIGUOUS]
    if with_unit:
        return [quantity.value * measure.units[quantity.unit] for quantity in with_unit]
    return [measure.bare(quantity.value, language) for quantity in found if not quantity.unit]


def _one(candidates: Sequence[float | Reason]) -> float | Reason:
    """The one value meant: two readings must agree (`82 kg (180 lb)`)."""
    first, *others = candidates
    for other in others:
        if isinstance(first, Reason) or isinstance(other, Reason) or abs(first - other) > _SAME * max(abs(first), 1):
            return Reason.AMBIGUOUS
    return first


_HEIGHTS: Final = (
    (re.compile(r"(?<![\d.,])1[ ,.]+(?:con |coma |punto |y |e |m )?(\d\d)(?!\d)"), r"1.\1 m"),
    (re.compile(r"(?<!\d )(?<!\d)\bmet\w+ (?:y |e |et |con )?(\d\d)\b"), r"1.\1 m"),
    (re.compile(r"^(\D*)([4-7]) (\d{1,2})(?=\D*$)"), r"\1\2 ft \3"),
)
"""Heights said without their unit: `1 70`, `metro 70`, `5 7`."""


def spell_height(digits_text: str) -> str:
    """A height said the short way with its units written out."""
    return reduce(lambda spelt, way: way[0].sub(way[1], spelt), _HEIGHTS, digits_text)


def spell_clock(digits_text: str) -> str:
    """Hours and minutes written `7:30` or `7h30` with their unit: `7 h 30`."""
    return re.sub(r"(?<!\d)(\d{1,2}):([0-5]\d)(?!\d)", r"\1 h \2 min", digits_text)


def read_measure(digits_text: str, language: str, measure: Measure) -> Reading:
    """One number in the measure's unit, rounded to its decimals, or why it has to be asked again."""
    found = reduce(lambda row, pair: joined(row, *pair), measure.pairs, quantities(digits_text))
    candidates = _candidates(found, measure, language)
    if not candidates:
        return Reprompt(Reason.WRONG_UNIT if found else Reason.UNCLEAR)
    said = hedges(digits_text, language)
    if (
        said & (_UNSETTLED if measure.unit == "hours" else _UNSETTLED | {"lucky"})
        or is_range(digits_text)
        or is_corrected(digits_text, language, measure.units)
    ):
        return Reprompt(Reason.AMBIGUOUS)
    value = _one(candidates)
    if isinstance(value, Reason):
        return Reprompt(value)
    if value < 0:
        return Reprompt(Reason.IMPOSSIBLE)
    if not measure.low <= value <= measure.high:
        return Reprompt(Reason.OUT_OF_RANGE)
    return Read(numbers.plain(round(value, measure.decimals)), measure.unit, note="approximate" if "about" in said else "")
