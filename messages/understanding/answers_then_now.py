"""Two figures for one, of which one is of the past or only wished for: `antes pesaba 90, ahora 84`, `from 100 to 88 kilos`.

Knows the words for then, now and a change; must not know what is measured. Where it is not plain which figure holds today, nothing is
settled and the answer is asked again.
"""

import re
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import lexicon, table
from messages.understanding.answers_text import either, fold, words
from messages.understanding.numbers_units import quantities

_CLAUSE: Final = re.compile(r"[,;.]\s|\b(?:pero|but|mas|mais|y|and|e|et)\b")
_SENTENCE: Final = re.compile(r"[.;!?]\s")
_TIMES: Final = frozenset({"day", "week", "fortnight", "month", "quarter", "half_year", "year", "decade", "hour", "minute"})
_PAIR: Final = 2


@cache
def _changed(language: str) -> re.Pattern[str]:
    said = sorted((fold(phrase) for phrase in table(language)["hedges"]["changed"]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})\b")


@cache
def _weighing(language: str) -> re.Pattern[str]:
    """Words for stepping on a scale, which change no weight: `me subí a la báscula`."""
    return re.compile(rf"\b(?:{either(table(language)['hedges']['weighing'])})\b")


@cache
def _goals(language: str) -> re.Pattern[str]:
    """The words that lead to where a change ended: `a`, `to`, `para`, `à`."""
    said = "|".join(map(re.escape, map(fold, table(language)["hedges"]["towards"])))
    return re.compile(rf"\b(?:{said})\s+(?:los |unos |uns |about |around |environ )?$")


def _tags(piece: str, language: str) -> set[str]:
    groups = {found.group for found in lexicon(language, "hedges").find(words(piece))}
    return (groups & {"past", "now"}) | ({"past"} if "ago" in groups else set())


def _earlier(piece: str, language: str) -> set[str]:
    """`yesterday`: of two figures the older one; beside a single figure it says nothing against it."""
    said = "|".join(re.escape(fold(phrase)) for phrase in table(language)["hedges"]["earlier"])
    return {"past"} if re.search(rf"\b(?:{said})\b", piece) else set()


def _pieces(digits_text: str, places: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """For each figure the words that lead to it and those that follow it within its clause."""
    pieces, begin = [], 0
    for place, (start, end) in enumerate(places):
        limit = places[place + 1][0] if place + 1 < len(places) else len(digits_text)
        cut = _CLAUSE.search(digits_text, end, limit)
        stop = cut.start() if cut else limit if place + 1 == len(places) else end
        lead = digits_text[begin:start]
        pieces.append((_SENTENCE.split(lead)[-1] if place else lead, digits_text[end:stop]))
        begin = stop
    return pieces


def settle(digits_text: str, language: str) -> str | None:
    """The part of a text that tells the figure of today; the text itself where it holds one figure or nothing tells them apart.

    None when the text tells only by how much something changed (`perdi 30 kilos`).
    """
    places = [(figure.start, figure.end) for figure in quantities(digits_text) if figure.unit not in _TIMES]
    pieces = _pieces(digits_text, places)
    changed = bool(_changed(language).search(_weighing(language).sub(" ", digits_text)))
    if len(places) == 1:
        gone = "past" in _tags(" ; ".join(pieces[0]), language)
        return None if gone or (changed and not _goals(language).search(pieces[0][0])) else digits_text
    if len(places) < _PAIR:
        return digits_text
    now = _of_today(pieces, language, changed=changed) if len(places) == _PAIR else _only_now(pieces, language)
    if now is None:
        return digits_text
    start, end = places[now]
    other = pieces[now - 1][1]
    unit = pieces[now][1] if pieces[now][1].strip() or "past" in _tags(other, language) else other
    return f"{digits_text[start:end]} {unit}"


def _only_now(pieces: list[tuple[str, str]], language: str) -> int | None:
    """Which of three figures or more is the only one said to be of now: `un ocho, a veces nueve pero ahorita ocho`."""
    now = ["now" in _tags(" ; ".join(piece), language) for piece in pieces]
    return now.index(True) if sum(now) == 1 else None


def _of_today(pieces: list[tuple[str, str]], language: str, *, changed: bool) -> int | None:
    """Which of two figures holds today, if the words tell."""
    tags = [_tags(" ; ".join(piece), language) | _earlier(" ; ".join(piece), language) for piece in pieces]
    past = ["past" in tag for tag in tags]
    if sum(past) == 1 and "now" not in tags[past.index(True)]:
        return past.index(False)
    if not any(past) and sum("now" in tag for tag in tags) == 1 and changed:
        return ["now" in tag for tag in tags].index(True)
    if changed:
        towards = [bool(_goals(language).search(lead)) for lead, _ in pieces]
        return towards.index(True) if sum(towards) == 1 else None
    return None
