"""Options that tell how much better or worse something is, and answers that do: `un poquito peor`, `way better`, `nettement mieux`.

Knows directions and their degrees (`[degrees]` in `answers/*.toml`); must not know what is better or worse. A degree is never guessed:
where the one that was said is not offered and none stands for it, or none was said and there are several, the question is asked again.
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final, TypeAlias

from messages.understanding import answers_options as by_words
from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import Found, group_phrases
from messages.understanding.answers_offered import Choices
from messages.understanding.answers_options import Option, Words
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt

_DIRECTIONS: Final = ("better", "worse")
_DEGREES: Final = ("little", "plain", "much", "very_much")
_GROUPS: Final = ("little_better", "little_worse", *_DIRECTIONS, "little", "very_much", "much", "unclear")
_WITHIN: Final = 3
"""Words before a direction among which a denial turns it."""

Told: TypeAlias = tuple[str, str]
"""A direction and its degree."""


def read_degree(row: Words, offered: Choices) -> Reading | None:
    """The option of the degree told; None where the options are no such degrees, or no direction is told."""
    scales = _scales(offered)
    told = _told(row, offered.language)
    if offered.multi or not told or not any(len(scale) > 1 for scale in scales.values()):
        return None
    if len(set(told)) > 1:
        return Reprompt(Reason.AMBIGUOUS)
    direction, degree = told[0]
    option = _of_degree(scales.get(direction, {}), degree)
    return Read(option) if option else Reprompt(Reason.AMBIGUOUS)


def _of_degree(scale: Mapping[str, str], degree: str) -> str | None:
    """The option of a degree, or the one that stands for it: the only one, a plain one for a little, else the highest one."""
    if degree in scale:
        return scale[degree]
    highest = max(scale, key=_DEGREES.index, default="")
    above = degree in {"much", "very_much"} and bool(highest) and _DEGREES.index(highest) < _DEGREES.index(degree)
    if degree == "plain":
        return next(iter(scale.values())) if len(scale) == 1 else None
    return scale[highest] if above else scale.get("plain") if degree == "little" else None


def _scales(offered: Choices) -> dict[str, dict[str, str]]:
    """The options of each direction by their degrees."""
    scales: dict[str, dict[str, str]] = {}
    for option in offered.options:
        for direction, degree in _of_option(option, offered.language)[:1]:
            scales.setdefault(direction, {})[degree] = option.id
    return scales


def _of_option(option: Option, language: str) -> list[Told]:
    """The degree of an option by its label in the language, or by its id, which is English."""
    return [told for spoken in (language, "en") for own in option.own if len(found := _told(own, spoken)) == 1 for told in found]


def _told(row: Sequence[str], language: str) -> list[Told]:
    """The directions told and not denied, each with its degree: the one beside it, or the only one of the answer."""
    found = group_phrases(
        language, "degrees", "little_better", "little_worse", *_DIRECTIONS, "little", "very_much", "much", "unclear"
    ).find(row)
    degrees = {phrase.group for phrase in found if phrase.group in {*_DEGREES, "unclear"}}
    told: list[Told] = []
    for place, phrase in enumerate(found):
        direction = phrase.group.removeprefix("little_")
        if direction not in _DIRECTIONS or _is_denied(row, phrase.start, language):
            continue
        beside = "little" if phrase.group != direction else _beside(found, place, row)
        told.append((direction, beside or (degrees.copy().pop() if len(degrees) == 1 else "plain" if not degrees else "unclear")))
    return told


def _beside(found: Sequence[Found], place: int, row: Sequence[str]) -> str:
    """The degree right before a direction, or right behind it at the end of its clause: `peor, pero poquito` has none."""
    before = found[place - 1] if place else None
    behind = found[place + 1] if place + 1 < len(found) else None
    if before and before.end == found[place].start and before.group in {*_DEGREES, "unclear"}:
        return before.group
    ends = behind is not None and (behind.end == len(row) or text.is_break(row[behind.end]))
    return behind.group if behind and behind.start == found[place].end and ends and behind.group in _DEGREES else ""


def _is_denied(row: Sequence[str], start: int, language: str) -> bool:
    clause = list(takewhile(lambda word: not text.is_break(word), reversed(row[:start])))
    return bool(by_words.negations(language).intersection(clause[:_WITHIN]))
