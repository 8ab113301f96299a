"""Body weights told in customary ways: in arrobas, or as a bare figure that is called too much.

Knows how many kilograms an arroba has where one number is meant by it, and when a figure can only be kilograms; must not know the flow.
An arroba is 15 kg in Brazil and 14.7 kg in Portugal, near enough to be one; elsewhere it is 11.5 or 12.5 kg, which is asked.
"""

import re
from functools import cache
from typing import Final

from messages.understanding import numbers
from messages.understanding.answers_lexicon import any_of, table
from messages.understanding.answers_measures import MEASURES, hedges, read_measure
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt
from messages.understanding.answers_text import either, fold, words
from messages.understanding.answers_then_now import settle
from messages.understanding.numbers_units import Quantity, is_range, quantities, units

_KG_PER_ARROBA: Final = {"pt": 15.0}
_ARROBA: Final = (10.0, 16.0)
"""Kilograms an arroba can have where somebody says it (`de las de 11,5 kilos`)."""
_IN_EARNEST: Final = (50.0, 150.0)
"""An old unit is said half in jest: beyond the weights of most adults it is asked again."""
_TOO_MUCH: Final = 115.0
"""Up to this figure pounds would be no weight that anybody calls too much."""
_HUNDREDS: Final = re.compile(r"(?<![\d.,/:-])(?<!\d )([1-3]) ([1-9]\d|0\d)(?![\d/:]|[.,]\d)(?! ?(?:st|stone|oz|kilos?|kgs?)\b)")
"""A weight in pounds said without its word for hundred: `one eighty five`."""
_HEIGHT: Final = re.compile(
    r"(?<![\d.,])[12][.,]\d{1,2}(?![\d.,]) ?(?:m\b|mts?\b|metros?\b|metres?\b)?"
    r"(?: ?(?:de )?(?:altura|alto|alta|haut|hauteur|estatura|tall))?(?=.*\d)"
)
"""How tall somebody is, told beside the weight: `1,68 de altura, 71 de peso`."""
_PARTED: Final = re.compile(r"[,;.](?=\s|$)|[()]")
_UNSURE: Final = frozenset({"bound", "less", "some", "past", "not"})


@cache
def _heavy(language: str) -> re.Pattern[str]:
    said = sorted((fold(phrase) for phrase in table(language)["hedges"]["heavy"]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})\b")


@cache
def _recent(language: str) -> re.Pattern[str]:
    """Words for a weighing not long ago, which tells the weight of today: `142 last time they checked`."""
    return any_of(language, "scales", "lately")


def _trusted(digits_text: str, language: str) -> str:
    """The text without the clauses of a scale that is said to be wrong, where another one tells a figure: `205 on mine but it lies`."""
    wrong = re.compile(rf"\b(?:{either(table(language)['scales']['wrong'])})\b")
    if not wrong.search(digits_text):
        return digits_text
    clauses = [clause for clause in _PARTED.split(digits_text) if clause.strip()]
    joined: list[str] = []
    for clause in clauses:  # what is said of a scale belongs to the figure before it
        joined = [*joined[:-1], f"{joined[-1]} {clause}"] if joined and not quantities(clause) else [*joined, clause]
    kept = [clause for clause in joined if not wrong.search(clause) and quantities(clause)]
    return " ; ".join(kept) if len(kept) == 1 else digits_text


def read_weight(digits_text: str, language: str) -> Reading:
    """A weight of today in kg, or why it has to be asked again."""
    digits_text = _trusted(_recent(language).sub(" ", _HEIGHT.sub(" ; ", digits_text)), language)
    digits_text = _HUNDREDS.sub(r"\1\2", digits_text) if language == "en" else digits_text
    plain = _heavy(language).sub(" ", digits_text)
    settled = settle(plain, language)
    if settled is None:
        return Reprompt(Reason.AMBIGUOUS)
    settled = _with_unit_apart(settled)
    found = quantities(settled)
    if any(quantity.unit == "arroba" for quantity in found):
        return _in_arrobas(found, settled, language)
    reading = read_measure(settled, language, MEASURES["weight"])
    return _called_too_much(found, settled, language, reading) if plain != digits_text else reading


def _with_unit_apart(settled: str) -> str:
    """The text with the unit beside its only figure where it stands apart: `180 lol. pounds obviously`."""
    found = quantities(settled)
    if len(found) != 1 or found[0].unit:
        return settled
    named = {unit.group for unit in units().find(words(settled)) if unit.end - unit.start > 1 or len(words(settled)[unit.start]) > 1}
    told = named & {"kg", "lb", "st"}
    return f"{settled[: found[0].end]} {told.pop()} {settled[found[0].end :]}" if len(told) == 1 else settled


def _in_arrobas(found: list[Quantity], settled: str, language: str) -> Reading:
    told = [quantity for quantity in found if quantity.unit != "arroba"]
    if any(quantity.unit == "kg" and quantity.value > _ARROBA[1] for quantity in told):
        return read_measure(settled, language, MEASURES["weight"])
    low, high = _ARROBA
    named = [quantity.value for quantity in told if quantity.unit == "kg" and low <= quantity.value <= high]
    each = named[0] if len(named) == 1 else _KG_PER_ARROBA.get(language)
    said = hedges(settled, language)
    if each is None or len(told) != len(named) or len(found) - len(told) != 1 or is_range(settled) or said & _UNSURE:
        return Reprompt(Reason.UNIT_MISSING if each is None else Reason.AMBIGUOUS)
    kilos = each * next(quantity.value for quantity in found if quantity.unit == "arroba")
    if not _IN_EARNEST[0] <= kilos <= _IN_EARNEST[1]:
        return Reprompt(Reason.OUT_OF_RANGE)
    return Read(numbers.plain(round(kilos, 1)), "kg", note="approximate" if "about" in said or not named else "")


def _called_too_much(found: list[Quantity], settled: str, language: str, reading: Reading) -> Reading:
    """`102, je sais c'est trop`: a figure without its unit that in pounds would be little is kilograms."""
    one = len(found) == 1 and not found[0].unit and found[0].value <= _TOO_MUCH
    if language == "en" or not one or reading != Reprompt(Reason.UNIT_MISSING):
        return reading
    return read_measure(f"{settled[: found[0].end]} kg {settled[found[0].end :]}", language, MEASURES["weight"])
