"""Years that are no age of today: how long something lasts (`15 años con la diabetes`, `for 38 years`), or how old somebody was then.

Knows the words around such years; must not know what lasted.
"""

import re
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import table
from messages.understanding.answers_text import either
from messages.understanding.numbers_units import Quantity, quantities, spell_halves

_CENTURY: Final = 100
_ADDED: Final = re.compile(r" \w+ (?:y|e|et|and|con|com|plus) ")
_ABOUT: Final = (
    "(?:como |unos |unas |about |around |almost |uns |umas |environ |casi |quase |presque "
    "|mis |meus |mes |los |os |mas de |over |plus de )?"
)


@cache
def _years() -> str:
    return either(table("shared")["units"]["year"])


@cache
def _lasting(language: str) -> tuple[re.Pattern[str], ...]:
    groups = ("lasting", "lasting_lead", "of_life", "then_aged", "then_when", "in_state")
    said = {group: either(table(language)["dates"][group]) for group in groups}
    figure = rf"(?<![\d.,/]){_ABOUT}\d{{1,3}}"
    life = rf"(?:{said['of_life']})\b|(?:de|del|en|in|em|no|con|com|avec|of|on|dans) (?:\d|;|@|mes\b)"
    return (
        re.compile(rf"{figure} (?:{_years()}) (?!{life})(?:{said['lasting']})\b"),
        re.compile(rf"\b(?:{said['lasting_lead']}) {_ABOUT}\d{{1,3}} (?:{_years()})\b(?! (?:{said['of_life']})\b)"),
        re.compile(rf"\b(?:{said['then_aged']}) {_ABOUT}\d{{1,3}}(?: (?:{_years()}))?\b(?! ?/)"),
        re.compile(rf"{figure}(?: (?:{_years()})(?: old)?)? (?:{said['then_when']})\b"),
        re.compile(rf"{figure}(?: (?:{_years()}))? (?:{said['in_state']})\b"),
    )


def without_lasting(digits_text: str, language: str) -> str:
    """The text without years that something lasts or lasted, and without former ages."""
    for pattern in _lasting(language):
        digits_text = pattern.sub(" ; ", digits_text)
    return digits_text


def figures_of(digits_text: str) -> list[Quantity]:
    """The quantities of a text, centuries in years and with what is added to one: `medio siglo y dos años`."""
    spelt = spell_halves(digits_text)
    result: list[Quantity] = []
    for quantity in quantities(digits_text):
        added = result and result[-1].unit == "century" and _ADDED.fullmatch(spelt[result[-1].end : quantity.start])
        if added:
            total = result[-1].value * _CENTURY + quantity.value
            result[-1] = Quantity(total, "year", result[-1].start, quantity.end)
        else:
            result.append(quantity)
    return [Quantity(each.value * _CENTURY, "year", each.start, each.end) if each.unit == "century" else each for each in result]
