"""A figure that was corrected in the same breath: `78 kilos, no, perdón, 88`, `five years. No wait, six`, `69 kg 96* desculpa`.

Knows the words that take a figure back (`[hedges] corrected`), and what may stand around a bare no or "well" that does so (`[restated]`);
must not know what is measured. Where it is not plain which figure was meant to stay, the text is left as it is, and the answer asked
again.
"""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from messages.understanding.answers_lexicon import lexicon, table
from messages.understanding.answers_text import either, fold, is_break, words
from messages.understanding.numbers_units import Quantity, quantities, units

_BETWEEN: Final = 9
"""Words that may stand between a figure and the one that corrects it."""
_WEIGHTS: Final = frozenset({"kg", "lb", "st", "g", "arroba"})
_TIMES: Final = frozenset({"day", "week", "month", "year", "decade", "hour", "minute"})
_STARRED: Final = re.compile(r"\d ?\*|\* ?\d")


@cache
def _after(language: str) -> re.Pattern[str]:
    """Words behind a figure that say it is the right one: `69 plutôt`, `85 mejor dicho`."""
    return re.compile(rf"\W{{0,4}}(?:{either(table(language)['hedges']['rather'])})\b")


def _takes_back(between: str, language: str) -> bool:
    """Whether the words between two figures take the first one back: a correction, or a bare no."""
    row = words(between)
    unit = units().at(row, 0)
    row = row[unit.end :] if unit else row
    said = [word for word in row if not is_break(word)]
    if not said or len(said) > _BETWEEN or "?" in row:
        return False
    groups = {found.group for found in lexicon(language, "hedges").find(row)}
    if "corrected" in groups:
        return True
    if _is_restated(said, language):
        return True
    bare = {word for phrase in table(language)["hedges"]["bare_no"] for word in words(fold(phrase))}
    return len(said) == 1 and said[0] in bare


def _is_restated(said: list[str], language: str) -> bool:
    """Whether between two figures stands no more than a no or `well`, and words that lead to the second: `no, ya van para`, `well`."""
    restated = table(language)["restated"]
    turns = {word for phrase in (*table(language)["hedges"]["bare_no"], *restated["turning"]) for word in words(fold(phrase))}
    led = {word for phrase in restated["leading"] for word in words(fold(phrase))}
    return bool(turns.intersection(said[:2])) and turns.union(led).issuperset(said)


def _is_pair(one: Quantity, other: Quantity) -> bool:
    """Whether the second figure may only be the smaller part of the first: `12 st 4`, `2 years 3 months`."""
    return bool(one.unit) and bool(other.unit) and one.unit != other.unit


@cache
def _denials(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A denial right before a figure, and one right behind it with its unit: `not 2 years`, `2 anos não,`."""
    said = either(table(language)["hedges"]["denied"])
    return re.compile(rf"\b(?:{said}) (?:de )?$"), re.compile(rf" ?(?:[^\W\d_]+ )?(?:{said})\W*[,;.!]")


def _is_denied(digits_text: str, one: Quantity, other: Quantity, language: str) -> bool:
    """Whether the first of two figures is denied, and the second one told instead: `pas 5 mois, 5 ans`."""
    before, behind = _denials(language)
    between = digits_text[one.end : other.start]
    return (bool(before.search(digits_text[: one.start])) and bool(re.search(r"[,;.!]", between))) or bool(behind.match(between))


def _stands(digits_text: str, one: Quantity, other: Quantity, end: int, language: str) -> bool:
    """Whether the second of two figures is the one that stays."""
    between = digits_text[one.end : other.start]
    if _takes_back(between, language) or _is_denied(digits_text, one, other, language):
        return True
    if _is_pair(one, other) or re.search(r"\b(?:o|u|or|ou|to|a|al)\s*$", between):
        return False
    if _STARRED.search(digits_text[other.start - 2 : other.end + 2]) and not _STARRED.search(digits_text[: one.end + 1]):
        return True
    parted = re.search(r"[.;!,\n]", between) is not None
    tail = digits_text[other.end : end]
    return parted and (_after(language).match(tail) is not None or _after(language).match(re.sub(r"^\W*[^\W\d_]+", "", tail)) is not None)


def corrected(digits_text: str, language: str) -> str:
    """The text without the figures that were taken back; the last one has the unit of the first where it has none of its own."""
    found = quantities(digits_text)
    places = [figure.start for figure in found[1:]] + [len(digits_text)]
    cut = None
    for place, (one, other) in enumerate(pairwise(found)):
        if other.unit in _TIMES and any(figure.unit in _WEIGHTS for figure in found[: place + 1]):  # `13 stone 4, sorry, 30 years in Ohio`
            continue
        if _stands(digits_text, one, other, places[place + 1] if place + 1 < len(places) else len(digits_text), language):
            cut = place + 1
    if cut is None:
        return digits_text
    kept, before = found[cut], found[cut - 1]
    again = found[-1]
    if cut == len(found) - 2 and again.value == kept.value and again.unit and not kept.unit:  # `no, six, yes, six years`
        kept, cut = again, cut + 1
    unit = f" {before.unit} " if before.unit and not kept.unit and cut == len(found) - 1 else ""
    return f"{digits_text[kept.start : kept.end]}{unit}{digits_text[kept.end :]}".replace("*", " ")
