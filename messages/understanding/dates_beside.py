"""Figures beside an age that are none: what is counted, how long ago something was, how much older somebody is, an age told in jest.

Knows the words around such figures; must not know what the age decides. Where no other figure is left, the text stays as it is.
"""

import re
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import table
from messages.understanding.answers_text import either
from messages.understanding.numbers_units import quantities

_FIGURE: Final = r"(?<![\d.,/@-])\d{1,3}(?![\d/.,]\d)"
_IN_JEST: Final = 3
"""Years above the age of today from which on the next one told is a joke."""


@cache
def _years() -> str:
    return either(table("shared")["units"]["year"])


@cache
def _beside(language: str) -> tuple[re.Pattern[str], ...]:
    dates, things = table(language)["dates"], either(table(language)["figures"]["things"])
    ago, after = either(table(language)["hedges"]["ago"]), either(dates["ago_after"])
    day = either(dates["on_day"])
    return (
        re.compile(rf"{_FIGURE}(?: (?:{_years()}))? (?:{either(dates['difference'])})\b"),
        re.compile(rf"{_FIGURE} (?:[^\W\d_]+ )?(?:{things})\b"),
        re.compile(rf"\b(?:{ago}) {_FIGURE} (?:{_years()})\b|{_FIGURE} (?:{_years()}) (?:{after})\b"),
        re.compile(rf"\b(?:{day}) \d{{1,2}}(?:st|nd|rd|th)?\b(?! ?(?:{_years()})\b)(?! ?(?:of |de |del |do )?[@\d/])"),
        re.compile(rf"\b(?:{either(dates['since'])})(?: [^\W\d_]+)? ;"),
    )


@cache
def _jest(language: str) -> re.Pattern[str]:
    said = either(table(language)["dates"]["in_jest"])
    return re.compile(rf"(?P<age>{_FIGURE})(?: (?:{_years()}))?(?: old)?,? (?:{said}) (?P<jest>{_FIGURE})")


def without_beside(digits_text: str, language: str) -> str:
    """The text without figures that only stand beside an age, where others are left."""
    found = _jest(language).search(digits_text)
    if found and int(found["jest"]) - int(found["age"]) > _IN_JEST:
        digits_text = f"{digits_text[: found.end('age')]} ; {digits_text[found.end() :]}"
    for pattern in _beside(language):
        left = pattern.sub(" ; ", digits_text)
        digits_text = left if quantities(left) else digits_text
    return digits_text


@cache
def _then(language: str) -> re.Pattern[str]:
    """How old somebody was at something, or a relative is: `had the first surgery at 58`, `my wife is 73`."""
    led, kin = either(table(language)["dates"]["then_led"]), either(table(language)["figures"]["kin"])
    return re.compile(rf"(?:\b(?:{led})|\b(?:{kin})(?: [^\W\d_]+){{0,2}}) {_FIGURE}(?: (?:{_years()}))?\b")


def without_then(digits_text: str, language: str) -> str:
    """The text beside a date of birth without ages of earlier times and of relatives."""
    return _then(language).sub(" ; ", digits_text)
