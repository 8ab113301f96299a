"""Two figures for one, of which one is of the past or only wished for: `antes pesaba 90, ahora 84`, `from 100 to 88 kilos`.

Knows the words for then, now and a change; must not know what is measured. Where it is not plain which figure holds today, nothing is
settled and the answer is asked again.
"""

import re
from functools import cache
from typing import Final

from messages.understanding.answers_lexicon import any_of, lexicon, table
from messages.understanding.answers_text import either, fold, words
from messages.understanding.numbers_units import quantities, spell_halves, units

_CLAUSE: Final = re.compile(r"[,;.]\s|\b(?:pero|but|mas|mais|y|and|e|et)\b")
_SENTENCE: Final = re.compile(r"[.;!?]\s")
_TIMES: Final = frozenset({"day", "week", "fortnight", "month", "quarter", "half_year", "year", "decade", "hour", "minute"})
HOURS: Final = frozenset({"hour", "minute"})
_PAIR: Final = 2
_PARTS: Final = frozenset({("kg", "g"), ("st", "lb"), ("hour", "minute"), ("lb", "oz")})
"""Two units of which the second tells a part of the first."""
_NEAR: Final = 12
_SMALL: Final = 0.5
"""What part of what is left a change may be to be told as one."""
_MOST: Final = 8
"""Figures beyond which an answer is a story, in which nothing is settled."""


@cache
def _changed(language: str) -> re.Pattern[str]:
    said = sorted((fold(phrase) for phrase in table(language)["hedges"]["changed"]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})\b")


@cache
def _weighing(language: str) -> re.Pattern[str]:
    """Words for stepping on a scale, which change no weight: `me subí a la báscula`."""
    return any_of(language, "hedges", "weighing")


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


def _dated(piece: str, language: str) -> set[str]:
    tags = _tags(piece, language)
    return tags if "now" in tags else tags | _earlier(piece, language)


def _until_now(digits_text: str, end: int, limit: int, language: str) -> int:
    """Where the words behind a figure turn from then to now without a mark: `110 antes da cirurgia agora 79`."""
    now = re.search(rf"\b(?:{either(table(language)['hedges']['now'])})\b", digits_text[end:limit])
    return end + now.start() if now and "past" in _tags(digits_text[end : end + now.start()], language) else end


def _pieces(digits_text: str, places: list[tuple[int, int]], language: str) -> list[tuple[str, str]]:
    """For each figure the words that lead to it and those that follow it within its clause."""
    pieces, begin = [], 0
    for place, (start, end) in enumerate(places):
        limit = places[place + 1][0] if place + 1 < len(places) else len(digits_text)
        cut = _CLAUSE.search(digits_text, end, limit)
        stop = cut.start() if cut else limit if place + 1 == len(places) else _until_now(digits_text, end, limit, language)
        lead = digits_text[begin:start]
        pieces.append((_SENTENCE.split(lead)[-1] if place else lead, digits_text[end:stop]))
        begin = stop
    return pieces


def _places(digits_text: str, counted: frozenset[str]) -> list[tuple[int, int]]:
    """Where the figures stand that could be meant; one told in two units (`51 kilos et 400 grammes`) is one."""
    places: list[tuple[int, int]] = []
    before = ""
    for figure in quantities(digits_text):
        if (before, figure.unit) in _PARTS and figure.start - places[-1][1] <= _NEAR:
            places[-1] = (places[-1][0], figure.end)
        elif figure.unit not in _TIMES - counted:
            places.append((figure.start, figure.end))
        before = figure.unit if figure.unit not in _TIMES - counted else ""
    return places


def settle(digits_text: str, language: str, *, counted: frozenset[str] = frozenset()) -> str | None:
    """The part of a text that tells the figure of today; the text itself where it holds one figure or nothing tells them apart.

    None when the text tells only by how much something changed (`perdi 30 kilos`). Units of time count only where they are `counted`.
    """
    digits_text = spell_halves(digits_text)
    places = _places(digits_text, counted)
    if len(places) > _MOST:
        return digits_text
    pieces = _pieces(digits_text, places, language)
    changed = bool(_changed(language).search(_weighing(language).sub(" ", digits_text)))
    if len(places) == 1:
        gone = "past" in _tags(" ; ".join(pieces[0]), language)
        return None if gone or (changed and not _goals(language).search(pieces[0][0])) else digits_text
    if len(places) < _PAIR:
        return digits_text
    now = _of_today(pieces, language, changed=changed) if len(places) == _PAIR else None
    now = _only_now(digits_text, places, pieces, language) if now is None else now
    now = _beside_a_change(digits_text, places, pieces, language) if now is None and changed else now
    if now is None:
        return digits_text
    start, end = places[now]
    other = pieces[now - 1][1] or (pieces[now][0] if now else "")
    other = other if units().at(words(other) or [""], 0) else ""
    own = units().at(words(pieces[now][1]) or [""], 0) or not other
    unit = pieces[now][1] if own or "past" in _tags(other, language) else other
    return f"{digits_text[start:end]} {unit}"


def _beside_a_change(digits_text: str, places: list[tuple[int, int]], pieces: list[tuple[str, str]], language: str) -> int | None:
    """The second of two figures where the first only tells by how much it changed: `emagreci 10 quilos, tô com 68`."""
    if len(places) != _PAIR or not re.search(rf"{_changed(language).pattern}(?: [^\W\d_]{{1,6}})?\s*$", pieces[0][0]):
        return None
    by, left = (quantities(digits_text[start:end])[0].value for start, end in places)
    return 1 if by < _SMALL * left and not _goals(language).search(pieces[1][0]) else None


def _only_now(digits_text: str, places: list[tuple[int, int]], pieces: list[tuple[str, str]], language: str) -> int | None:
    """Which figure is the only one that is left without those of the past, or the only one said to be of now.

    A figure told twice counts once: `ayer estaba en 9, hoy amanecí en 4, si me pregunta ahorita, 4`.
    """
    for dated in (_dated, _tags):
        tags = [dated(" ; ".join(piece), language) for piece in pieces]
        now = [place for place, tag in enumerate(tags) if "now" in tag and "past" not in tag]
        kept = [place for place, tag in enumerate(tags) if "past" not in tag]
        for chosen in (now, kept if len(kept) < len(places) else []):
            if chosen and len({digits_text[slice(*places[place])] for place in chosen}) == 1:
                return chosen[-1]
    return None


def _of_today(pieces: list[tuple[str, str]], language: str, *, changed: bool) -> int | None:
    """Which of two figures holds today, if the words tell."""
    tags = [_dated(" ; ".join(piece), language) for piece in pieces]
    past = ["past" in tag for tag in tags]
    if sum(past) == 1 and "now" not in tags[past.index(True)]:
        return past.index(False)
    if not any(past) and sum("now" in tag for tag in tags) == 1 and changed:
        return ["now" in tag for tag in tags].index(True)
    if changed:
        towards = [bool(_goals(language).search(lead)) for lead, _ in pieces]
        return towards.index(True) if sum(towards) == 1 else None
    return None
