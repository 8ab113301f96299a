"""Hours slept told as a span on the clock: `from 11pm to 6am`, `das 22h às 6h`, `me duermo a las 11 y me levanto a las 6`.

Knows how two times of day are joined; must not know what is done between them. A span is read only where the words show that the
figures are times of day, since `de 6 a 7 horas` is a range of hours.
"""

import re
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import table
from messages.understanding.answers_text import fold
from messages.understanding.numbers_units import quantities

_HALF: Final = r" (?:y media|y 1/2|e meia|et demie?|and a half)\b"
_HOURS: Final = "h|hrs?|hs|horas?|horitas?|horinhas?|hours?|heures?"
_TIME: Final = (
    r"(?P<hour{n}>\d{{1,2}})(?:\s*(?:h|:)\s*(?P<minute{n}>[0-5]\d))?"
    rf"(?P<half{{n}}>{_HALF})?"
    r"\s*(?:(?:{signs})\b)?\s*(?P<mark{n}>{marks})?"
)
_NIGHT_FROM: Final = 6
_HALF_DAY: Final = 12
_SHORTEST, _LONGEST = 2, 14
"""Hours of a night's sleep that a span on the clock may give."""


def _either(phrases: list[str]) -> str:
    return "|".join(sorted((re.escape(fold(phrase)) for phrase in phrases), key=len, reverse=True))


@cache
def _span(language: str) -> re.Pattern[str]:
    said = table(language)["clock"]
    marks = _either([*said["morning"], *said["night"]])
    first, second = (_TIME.format(n=n, marks=marks, signs=_either(said["sign"])) for n in (1, 2))
    return re.compile(rf"(?<![\d.,]){first}[\s,;]*(?:{_either(said['joins'])})\s*{second}(?![\d.,]*\d)")


def _says(language: str, group: str, mark: str | None) -> bool:
    return bool(mark) and mark in {fold(known) for known in table(language)["clock"][group]}


def _at_night(hour: int) -> int:
    """An hour of going to bed on the 24-hour clock: eleven is 23, twelve is 0, one stays 1."""
    return hour + _HALF_DAY if _NIGHT_FROM <= hour < _HALF_DAY else hour % _HALF_DAY if hour == _HALF_DAY else hour


def _named_times(folded: str, language: str) -> str:
    """The text with midnight as twelve, and British halves (`half ten`) with their minutes."""
    named = re.sub(rf"\b(?:{'|'.join(map(fold, table(language)['clock']['midnight']))})\b", "12 ", folded)
    return re.sub(r"\bhalf (?:past )?(\d{1,2})\b(?! ?(?:h\b|hour|of))", r"\1:30", named) if language == "en" else named


def spell_span(folded: str, language: str) -> str:
    """The text with a span from bedtime to rising written as its hours; unchanged when it tells no such span."""
    named = _named_times(folded, language)
    found = _span(language).search(named)
    if found is None or not _is_clock(found, named, language) or _tells_more(found, named):
        return folded
    start, end = int(found["hour1"]), int(found["hour2"])
    if _says(language, "morning", found["mark1"]) or max(start, end) > 24:
        return folded
    begins = _at_night(start) * 60 + _minutes(found, "1")
    ends = end * 60 + _minutes(found, "2")
    hours = (ends - begins) % (24 * 60) / 60
    return f"{hours:g} h" if _SHORTEST <= hours <= _LONGEST and not _says(language, "night", found["mark2"]) else folded


@cache
def _times(language: str) -> re.Pattern[str]:
    said = table(language)["clock"]
    marks = _either([mark for mark in (*said["morning"], *said["night"]) if not mark.startswith(("at ", "in the ", "noche"))])
    time = rf"\d{{1,2}}(?:\s*[:h]\s*[0-5]\d)?\s*(?:(?:{_either(said['sign'])})\b)?"
    return re.compile(rf"(?<![\d.,])(?:{time}\s*(?:{marks})(?!\w)|(?<=\bat ){time} (?:in the|at night)\b)")


def without_times(folded: str, language: str) -> str:
    """The text without times of day that are marked as such: `empieza a las 6 de la tarde`."""
    return _times(language).sub(" ; ", folded)


def _minutes(found: re.Match[str], place: str) -> int:
    return int(found[f"minute{place}"] or (30 if found[f"half{place}"] else 0))


def _tells_more(found: re.Match[str], named: str) -> bool:
    """Whether other times stand beside the span: `up at 6, bed at 11 and at 3 I wake`."""
    rest = f"{named[: found.start()]} ; {named[found.end() :]}"
    return any(not figure.unit for figure in quantities(rest))


def _is_clock(found: re.Match[str], named: str, language: str) -> bool:
    """Whether the figures are times: a mark or minutes stand beside one, or bed and rising are named, or the first is past noon."""
    marked = any(_says(language, group, found[name]) for group in ("morning", "night") for name in ("mark1", "mark2"))
    minutes = bool(found["minute1"] or found["minute2"])
    bed = any(re.search(rf"\b{re.escape(fold(word))}\b", named) for word in table(language)["clock"]["bed"])
    falls = int(found["hour1"]) >= 9 and int(found["hour2"]) < int(found["hour1"])
    return marked or minutes or falls or (bed and falls)


@cache
def _at(language: str, group: str) -> re.Pattern[str]:
    """An hour of the clock: behind `a las` or `vers`, or with a word for morning or night behind it."""
    said = table(language)["clock"]
    marks = _either([*said["morning"], *said["night"]])
    time = rf"(?P<hour>\d{{1,2}})(?: ?[h:] ?(?P<minute>[0-5]\d)?(?: ?min)?)?(?P<half>{_HALF})?(?! ?(?:{_HOURS})\b)"
    return re.compile(rf"\b(?:{_either(said[group])}) {time}(?![\d.,/:]*\d)(?: ?(?:{marks})\b)?|(?<![\d.,/:])\d{{1,2}} ?(?:{marks})(?!\w)")


@cache
def _says_one(language: str, *groups: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either([phrase for group in groups for phrase in table(language)['clock'][group]])})\b")


def without_clock(folded: str, language: str) -> str:
    """The text without hours of the clock: `me despierto como a las 3`.

    A word such as "around" leads to one only where waking or going to bed is told.
    """
    moving = _says_one(language, "bed", "waking").search(folded)
    return _at(language, "at" if moving else "at_sure").sub(" ; ", _at(language, "at_sure").sub(" ; ", folded))


def spell_night(folded: str, language: str) -> str:
    """The hours between falling asleep and waking, where going to bed is told before them: `in bed by 9, asleep at midnight, up at 6`."""
    named = _named_times(folded, language)
    times = list(_any_time(language).finditer(named))
    if len(times) <= len(("asleep", "up")) or any(not figure.unit for figure in quantities(_any_time(language).sub(" ; ", named))):
        return folded
    first, asleep, up = times[-3:]
    woken = _says_one(language, "waking").search(named, asleep.end())
    if woken is None or not _says_one(language, "asleep").search(named, first.end()) or int(up["hour"]) > _HALF_DAY:
        return folded
    begins = _at_night(int(asleep["hour"])) * 60 + int(asleep["minute"] or 0)
    hours = (int(up["hour"]) * 60 + int(up["minute"] or 0) - begins) % (24 * 60) / 60
    return f"{hours:g} h" if _SHORTEST <= hours <= _LONGEST else folded


@cache
def _any_time(language: str) -> re.Pattern[str]:
    marks = _either([*table(language)["clock"]["morning"], *table(language)["clock"]["night"]])
    time = r"(?<![\d.,/:])(?P<hour>\d{1,2})(?: ?[h:] ?(?P<minute>[0-5]\d)?(?: ?min)?)?"
    return re.compile(rf"{time}(?: ?(?:{marks})(?!\w))?(?![\d:/])")


@cache
def _sleeping(language: str) -> re.Pattern[str]:
    """A figure led by a word for sleeping: `durmo 4`, `de eso duermo como 6`."""
    return re.compile(rf"\b(?:{_either(table(language)['clock']['sleeping'])})(?: [^\W\d_]+){{0,2}},? (?P<figure>\d+(?:[.,]\d+)?[^,;.!]*)")


def slept(folded: str, language: str) -> str:
    """The figure the only word for sleeping leads to, where others stand before it: `dirijo 14 horas e durmo 4`."""
    told = list(_sleeping(language).finditer(folded))
    if len(told) == 1 and quantities(folded[: told[0].start("figure")]):
        return told[0]["figure"]
    behind = list(_slept_behind(language).finditer(folded))
    return behind[0]["figure"] if len(behind) == 1 and len(quantities(folded)) > 1 else folded


@cache
def _slept_behind(language: str) -> re.Pattern[str]:
    """A figure with a word for sleep behind it: `8 hours in bed but only 5 asleep`."""
    said = _either(table(language)["clock"]["slept_behind"])
    return re.compile(rf"(?<![\d.,])(?P<figure>\d{{1,2}}(?:[.,]\d{{1,2}})?(?: (?:{_HOURS}))?) (?:{said})\b")


@cache
def _nap(language: str) -> re.Pattern[str]:
    joins = _either([*table(language)["choice"]["joins"], "con", "com", "with", "avec", "mas"])
    figure = rf"(?:(?<![\d.,/])\d[\d.,/]{{0,6}}|media|meia|half|demi|an?|un[ae]?|uma) ?-?(?:{_HOURS}|min\w*)?"
    nap = rf"(?:an? |de |of |d')?(?:{_either(table(language)['clock']['nap'])})\b(?: (?:de|of|d') {figure})?"
    return re.compile(rf"(?:[,;+] ?)?(?:\b(?:{joins}) )?(?:{figure} ?){nap}")


def without_nap(folded: str, language: str) -> str:
    """The text without the nap told beside the night, where the night is told: `seis por la noche y media hora de siesta`."""
    left = _nap(language).sub(" ; ", folded)
    return left if quantities(left) else folded
