"""Details told along the way in free words: how long, on which side. Only what stands there once and clearly; all of it is confirmed.

Knows the little lexicon beside it; must not know steps. Two sides or two durations in one message are no reading at all.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from messages.understanding.answers import read_answer
from messages.understanding.answers_reading import Read, is_value

LONGEST: Final = 2_000
"""Characters looked at; a complaint that tells its duration only later is asked for it."""
WORDS_OF_A_DURATION: Final = 5
OLDEST: Final = 110
"""Years; above this a number is no age."""


@dataclass(frozen=True, slots=True)
class Details:
    """How long in `months`, on which `side` (`right`, `left`, `both`), `age` in years; None where not told clearly."""

    months: float | None = None
    side: str | None = None
    age: int | None = None


def read_details(text: str, language: str) -> Details:
    """What a message tells about duration, side and age, in one language."""
    folded = _fold(text[:LONGEST])
    told = list(_ages(folded, language))
    ages = {years for years, _ in told}
    for _, words in told:
        folded = folded.replace(words, " ; ")
    durations, sides = set(_durations(folded, language)), set(_sides(folded, language))
    months = next(iter(durations)) if len(durations) == 1 else None
    return Details(months, next(iter(sides)) if len(sides) == 1 else None, next(iter(ages)) if len(ages) == 1 else None)


def _ages(folded: str, language: str) -> Iterator[tuple[int, str]]:
    for phrase in _lexicon()["age"].get(language, ()):
        shape = re.escape(phrase).replace(r"\#", r"(\d{1,3})").replace("#", r"(\d{1,3})")
        for found in re.finditer(rf"(?<![\w.,]){shape}(?![\w])(?!\s+(?:con est|with th|com est|avec cet|de dolor|de pain))", folded):
            years = int(found[1])
            if 0 < years <= OLDEST:
                yield years, found[0]


def _durations(folded: str, language: str) -> Iterator[float]:
    for marker in _lexicon()["since"].get(language, ()):
        for found in re.finditer(rf"\b{re.escape(marker)}\s+", folded):
            words = folded[found.end() :].split(maxsplit=WORDS_OF_A_DURATION)[:WORDS_OF_A_DURATION]
            reading = _first_duration(words, language)
            if reading is not None:
                yield reading


def _first_duration(words: list[str], language: str) -> float | None:
    for length in range(2, len(words) + 1):
        said = " ".join(words[:length]).strip(".,;:!?")
        reading = read_answer("duration", said, language)
        if isinstance(reading, Read) and is_value(reading) and isinstance(reading.value, int | float):
            return float(reading.value)
    return None


def _sides(folded: str, language: str) -> Iterator[str]:
    for side in ("right", "left", "both"):
        if any(re.search(rf"\b{re.escape(phrase)}\b", folded) for phrase in _lexicon()[side].get(language, ())):
            yield side


def _fold(text: str) -> str:
    stripped = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in stripped if not unicodedata.combining(c))


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "details.toml").read_text("utf-8"))
