"""Counts and scales: pain 0-10, days per week 0-7, HbA1c, a number between two bounds.

Knows the scales and their words for none and all; must not know what they are used for. HbA1c given in mmol/mol (IFCC) becomes percent
(NGSP) by the master equation of the IFCC-NGSP network: percent = 0.09148 x mmol/mol + 2.152.
"""

import math
import re
from dataclasses import replace
from functools import cache
from typing import Final

from messages.understanding import numbers
from messages.understanding.answers_lexicon import Phrases, phrases, table
from messages.understanding.answers_measures import hedges
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt
from messages.understanding.answers_text import fold, words
from messages.understanding.dates_spans import beside_a_bound
from messages.understanding.numbers_units import Quantity, is_range, quantities

MOST_PAIN: Final = 10
ROUNDED: Final = "rounded"
"""The note of a reading that is a half made whole: good enough to know, not to measure with."""
DAYS: Final = 7
_HBA1C: Final = (3, 20)
_HBA1C_MMOL: Final = (9, 195)
_OUT_OF_TEN: Final = re.compile(
    r"(?<![\d.,/])(-?\d+(?:[.,]\d+)?) ?(?:/|de|sobre|out of|outta|outa|out|of|sur|em|de cada|on a scale of|entre) ?(\d+)(?![\d/])"
)
_TOP: Final = re.compile(r"\b(?:max|maximum|maximo)\b\W{1,3}(10)\b|\b(?<=10)\W{1,3}(?:the |le |el |o )?(?:max|maximum|maximo)\b")
"""The top of the scale called so: `le maximum, 10`."""
_TOPMOST: Final = re.compile(r"\b(?:max|maxi|maximum|maximo|maxima|tope|tops|top)\b(?! de \d)")
_SOME_TIMES: Final = re.compile(r"\bsome (?:nights?|days?|mornings?|evenings?)(?= (?:i|it|its|it's|you|they)\b)")
"""When something else happens besides, which leaves no figure open: `an 8, some nights I cry`."""
_PAIR: Final = 2
_WHOLE: Final = "whole"
_CLAUSE: Final = re.compile(r"[,;.!](?=\s|$)")
_SCALE: Final = re.compile(r"\b(?:de|del|from|de la escala|scale of|escala de|echelle de|on)? ?[01] ?(?:a|al|to|à|-) ?10\b")


def _whole(value: float, highest: int, unit: str) -> Reading:
    if not 0 <= value <= highest:
        return Reprompt(Reason.OUT_OF_RANGE)
    return Read(int(value), unit) if value == int(value) else Reprompt(Reason.AMBIGUOUS)


def _said(folded: str, language: str, section: str, name: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(fold(phrase))}(?!\w)", folded) for phrase in table(language)[section][name])


@cache
def _weekday_names(language: str) -> Phrases:
    return phrases({str(number): names for number, names in enumerate(table(language)["dates"]["weekdays"])})


def _bare(digits_text: str) -> list[Quantity]:
    return [quantity for quantity in quantities(digits_text) if not quantity.unit]


def _open(plain: str, language: str) -> bool:
    """Whether words leave the figure open; a denial does so only in the figure's own clause (`nine, it won't let me sleep`)."""
    told = " ; ".join(clause for clause in _CLAUSE.split(plain) if quantities(clause))
    return bool(hedges(plain, language) & {"bound", "less", "some", "past", "lucky"}) or "not" in hedges(told, language)


def _of_ten(value: float) -> Reading:
    """Pain in whole steps; of a half the higher one, since less than was told would be worse."""
    reading = _whole(math.ceil(value) if value * 2 == int(value * 2) else value, MOST_PAIN, "")
    return replace(reading, note=ROUNDED) if isinstance(reading, Read) and value != int(value) else reading


def _most(digits_text: str, language: str) -> str:
    """The text with what only tells that ten is the top (`lo máximo, o sea el diez`) left out, or only the figure said again last."""
    values = [quantity.value for quantity in _bare(digits_text)]
    if set(values) == {MOST_PAIN}:
        return _TOPMOST.sub(" ", digits_text)
    if len(values) > _PAIR and values[-1] in values[:-1] and len(set(values)) == _PAIR:
        return f"{values[-1]:g}"
    return beside_a_bound(digits_text, language) or digits_text if len(set(values)) > 1 else digits_text


def read_pain(digits_text: str, language: str) -> Reading:
    """Pain from 0 (none) to 10 (the worst), in whole numbers."""
    digits_text = _SOME_TIMES.sub(" ", digits_text)
    digits_text = _most(_TOP.sub(r"\1", digits_text), language)
    plain = _SCALE.sub(" ", digits_text) if len(quantities(digits_text)) > len(("0", "10")) else digits_text
    scale = _OUT_OF_TEN.search(plain)
    if scale and not is_range(plain[: scale.start()]):
        value, highest = numbers.parse(scale[1].lstrip("-"))[0], int(scale[2])
        return _of_ten(-value if scale[1].startswith("-") else value) if highest == MOST_PAIN else Reprompt(Reason.OUT_OF_RANGE)
    values = {quantity.value for quantity in _bare(plain)}
    if len(values) == 1 and not is_range(plain) and not _open(plain, language):
        return _of_ten(values.pop())
    if not values and _said(plain, language, "pain", "none"):
        return Read(0)
    return Reprompt(Reason.AMBIGUOUS if values else Reason.UNCLEAR)


def read_days(folded: str, language: str) -> Reading:
    """Days per week, 0 to 7; named days are counted."""
    every = {name: _said(folded, language, "days", name) for name in ("all", "none", "workdays", "weekend", "often")}
    counted = re.sub(r"\w+", lambda word: str(table(language)["days"].get("times", {}).get(word[0], word[0])), folded)
    digits_text = numbers.to_digits(counted, language)
    if every["often"] or (is_range(digits_text) and not any(every.values())):
        return Reprompt(Reason.AMBIGUOUS)
    values = (
        {quantity.value for quantity in quantities(digits_text) if quantity.unit in {"", "day", "times"}}
        if not any(every.values())
        else set()
    )
    named = {found.group for found in _weekday_names(language).find(words(folded))}
    spoken = [days for name, days in (("all", DAYS), ("none", 0), ("workdays", 5), ("weekend", 2)) if every[name]]
    readings = [*values, *spoken] or ([len(named)] if named else [])
    if len(set(readings)) == 1 and not hedges(digits_text, language) & {"less", "past"}:
        return _whole(readings[0], DAYS, "days")
    return Reprompt(Reason.AMBIGUOUS if readings else Reason.UNCLEAR)


def read_hba1c(digits_text: str, language: str) -> Reading:
    """HbA1c in percent, one decimal. A bare number is read as percent only where mmol/mol is impossible."""
    named = re.sub(r"\bhba ?1c\b|\ba1c\b|\bhb a1c\b", " ", digits_text)
    found = quantities(re.sub(r"mmol ?/ ?mol", "mmol", named))
    in_mmol = [quantity.value for quantity in found if quantity.unit == "mmol"]
    in_percent = [quantity.value for quantity in found if quantity.unit == "percent"] or [q.value for q in found if not q.unit]
    values = in_mmol or in_percent
    if len(values) != 1 or is_range(named) or hedges(named, language) & {"less", "past", "bound"}:
        return Reprompt(Reason.AMBIGUOUS if values else Reason.UNCLEAR)
    return _percent(values[0], in_mmol=bool(in_mmol), bare=not any(q.unit == "percent" for q in found))


def _percent(value: float, *, in_mmol: bool, bare: bool) -> Reading:
    low, high = _HBA1C_MMOL if in_mmol else _HBA1C
    if not low <= value <= high:
        return Reprompt(Reason.UNIT_MISSING if bare and not in_mmol and value > high else Reason.OUT_OF_RANGE)
    percent = 0.09148 * value + 2.152 if in_mmol else value
    return Read(numbers.plain(round(percent, 1)), "percent")


def is_score(context: str | None) -> bool:
    """Whether a number is asked for as a score on a scale: whole, between two bounds."""
    return (context or "").rstrip().endswith(_WHOLE)


def _score(digits_text: str, highest: float) -> str:
    """A score said `3 of 10` without the top of the scale."""
    told = _OUT_OF_TEN.search(digits_text)
    return told[1] if told and int(told[2]) == highest else digits_text


def read_number(digits_text: str, language: str, context: str | None) -> Reading:
    """One number; `context` may give its bounds as `low..high`, with ` whole` behind them where no broken number is an answer.

    Such a whole number is a score: what has a unit beside it (`5 minutes`) is none.
    """
    bounds = re.fullmatch(rf"\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*( {_WHOLE})?\s*", context or "")
    digits_text = _score(digits_text, float(bounds[2])) if bounds and bounds[3] else digits_text
    told = _bare(digits_text) if is_score(context) else quantities(digits_text)
    values = {quantity.value for quantity in told}
    if len(values) != 1 or is_range(digits_text) or hedges(digits_text, language) & {"less", "past", "bound"}:
        return Reprompt(Reason.AMBIGUOUS if values else Reason.UNCLEAR)
    if any(quantity.thousands for quantity in told):
        return Reprompt(Reason.AMBIGUOUS)
    value = values.pop()
    if bounds and not float(bounds[1]) <= value <= float(bounds[2]):
        return Reprompt(Reason.OUT_OF_RANGE)
    if bounds and bounds[3] and value != int(value):
        return Reprompt(Reason.IMPOSSIBLE)
    return Read(numbers.plain(value))
