"""Answers kept in the patient's own words: medicines, phone numbers, free text.

Knows where one item of a list ends and how a telephone number is written; must not know medicines or countries.
"""

import re
from functools import cache
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import group_phrases, lexicon, table
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt
from messages.understanding.answers_yes_no import read_yes_no
from messages.understanding.numbers import to_digits

_ITEMS: Final = re.compile(r"[\n;•]+|,(?!\d)|\s[+]\s|(?:^|\s)\d{1,2}[.)]\s+")
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_PHONE: Final = re.compile(r"(?<![\w@])(\+|00)?\(?\d[\d\s().\-]{5,24}\d(?![\w@])")
_PHONE_DIGITS: Final = (7, 15)
"""ITU-T E.164 allows fifteen digits; national numbers have seven or more."""


@cache
def _joins(language: str) -> re.Pattern[str]:
    joins = "|".join(map(re.escape, table(language)["choice"]["joins"]))
    return re.compile(rf"\s(?:{joins})\s(?!(?:medi[ao]|half|meia?o?|demie?|a)\b)", re.IGNORECASE)


@cache
def _opening(language: str) -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(table(language)["medicines"]["openings"], key=len, reverse=True)))
    return re.compile(rf"^(?:\W*\b(?:{said})\b[\s:,]*)+", re.IGNORECASE)


def read_medicines(said: str, language: str) -> Reading:
    """The medicines named, each in the patient's own words; an empty tuple when none are taken. A whole story stays one item."""
    folded = text.bounded(said)
    if not folded:
        return Read((said.strip(),))
    if any(text.key(folded) == text.key(phrase) for phrase in table(language)["choice"]["none"]):
        return Read(())
    answer = read_yes_no(folded, language)
    if isinstance(answer, Read) and answer.value in {"yes", "no"} and len(text.words(folded)) <= len(("no", ",", "no", "take", "any")) + 1:
        return Read(()) if answer.value == "no" else Reprompt(Reason.UNCLEAR)
    parts = [item for part in _ITEMS.split(said) for item in _joins(language).split(part) if _LETTERS.search(item)]
    items = [_opening(language).sub("", item).strip(" .,-\t") for item in parts]
    kept = tuple(item for item in items if _LETTERS.search(item))
    return Read(kept) if kept else Reprompt(Reason.UNCLEAR)


def read_phone(folded: str, language: str) -> Reading:
    """One telephone number as digits, with `+` when the country is given; numbers said in words are read too."""
    found = {re.sub(r"[^\d+]", "", match[0]) for match in _PHONE.finditer(_together(folded, language))}
    numbers = {re.sub(r"^00", "+", number) for number in found}
    low, high = _PHONE_DIGITS
    if len(numbers) != 1:
        return Reprompt(Reason.TOO_MANY if numbers else Reason.UNCLEAR)
    number = numbers.pop()
    return Read(number) if low <= len(number.lstrip("+")) <= high else Reprompt(Reason.OUT_OF_RANGE)


def _together(folded: str, language: str) -> str:
    return folded if sum(map(str.isdigit, folded)) >= _PHONE_DIGITS[0] else to_digits(folded, language)


def read_free_text(said: str) -> Reading:
    """The words as they were written, without space around them; figures and marks alone tell nothing and are asked again."""
    kept = said.strip()
    if not kept:
        return Reprompt(Reason.EMPTY)
    return Read(kept) if any(char.isalpha() for char in kept) else Reprompt(Reason.UNCLEAR)


def is_no_more(said: str, language: str) -> bool:
    """Whether the whole answer says that there is no other one to name: `no hay otra`, `ya te dije que no hay otra`."""
    folded = text.bounded(said)
    row = [word for word in text.words(folded) if not text.is_break(word)]
    more = group_phrases(language, "choice", "no_more", "said_before")
    polite = lexicon(language, "politeness")
    found, start = set[str](), 0
    while start < len(row):
        phrase = more.at(row, start) or polite.at(row, start)
        if phrase is None:
            return False
        found.add(phrase.group)
        start = phrase.end
    return "no_more" in found
