"""Options that are parts of a day or of a week, chosen by an hour (`só depois das 20h`) or by naming days (`segunda, quarta e sexta`).

Knows which hours surely belong to a part of the day, and how many days a week are several; must not know what happens then.
"""

import re
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import Phrases, group_phrases, phrases, table
from messages.understanding.answers_offered import Choices
from messages.understanding.answers_options import negations
from messages.understanding.answers_text import either, words
from messages.understanding.numbers import to_digits

_PARTS: Final = {"morning": range(5, 11), "afternoon": range(13, 17), "evening": range(19, 24)}
"""Hours that belong to a part of the day wherever one lives; those between are called either way."""
_HALF_DAY: Final = 12
_SEVERAL: Final = range(2, 6)


@cache
def _clock(language: str) -> re.Pattern[str]:
    said = table(language)["clock"]
    marks = {group: either(said[group]) for group in ("morning", "night", "sign")}
    return re.compile(
        rf"(?<![\d.,/])(?P<hour>\d{{1,2}})(?:[:h]? ?(?P<minute>[0-5]\d))?(?! ?%)"
        rf" ?(?:(?P<morning>{marks['morning']})|(?P<night>{marks['night']})|(?P<sign>{marks['sign']}))?(?![\w:])"
    )


def _hour(found: re.Match[str]) -> int | None:
    """The hour on a clock of 24; None where it could be of the morning or of the evening."""
    hour = int(found["hour"])
    if found["night"]:
        return hour + _HALF_DAY if hour < _HALF_DAY else hour
    if found["morning"] or hour > _HALF_DAY:
        return hour
    return None


def by_hour(folded: str, offered: Choices) -> str | None:
    """The part of the day that holds every hour named."""
    parts = {name: offered.with_concept(name) for name in _PARTS}
    if sum(option is not None for option in parts.values()) <= 1:
        return None
    row = set(words(folded))
    turned = group_phrases(offered.language, "choice", "except").find(words(folded))
    if turned or row & negations(offered.language):
        return None
    hours = [_hour(found) for found in _clock(offered.language).finditer(to_digits(folded, offered.language))]
    fitting = [name for name, span in _PARTS.items() if hours and all(hour in span for hour in hours)]
    return parts[fitting[0]] if len(fitting) == 1 else None


@cache
def _weekdays(language: str) -> Phrases:
    return phrases({str(number): names for number, names in enumerate(table(language)["dates"]["weekdays"])})


def by_days(folded: str, offered: Choices) -> str | None:
    """How often a week, told by the days it happens on."""
    named = {found.group for found in _weekdays(offered.language).find(words(folded))}
    return offered.with_concept("weekly" if len(named) == 1 else "several_weekly") if named and len(named) <= max(_SEVERAL) else None
