"""A person's name as it was written, without the words around it.

Knows how people introduce themselves and what a name cannot be; must not know whose name it is.
"""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import table
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt
from messages.understanding.answers_yes_no import letters_of

_LONGEST: Final = 6
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*\.?")
_LAUGHTER: Final = re.compile(r"(?:k{2,}|(?:j[aeiou]){2,}j?|(?:h[aeiou]){2,}h?|(?:rs)+|lol|mdr|xd+)")
_SUFFIX: Final = re.compile(r"\b(?:jr|sr|jnr|snr)$", re.IGNORECASE)
_ENDS: Final = re.compile(r"[,;:!?()\n/]|\s[-–—]\s|(?<=[^\W\d_]{4})\.\s|\d|@")


@cache
def _introduction(language: str) -> re.Pattern[str]:
    said = sorted((text.fold(phrase) for phrase in table(language)["names"]["introductions"]), key=len, reverse=True)
    return re.compile(rf".*\b(?:{'|'.join(map(re.escape, said))})\b[\s:,]*")


@cache
def _opening(language: str) -> re.Pattern[str]:
    said = sorted((text.fold(phrase) for phrase in table(language)["names"]["openings"]), key=len, reverse=True)
    return re.compile(rf"\s*\b(?:{'|'.join(map(re.escape, said))})\b[\s:,]*")


@cache
def _group(language: str, group: str) -> frozenset[str]:
    return frozenset(text.fold(word) for word in table(language)["names"][group])


def _plain(said: str) -> str:
    """Folded letter by letter, so that places in it are places in what was said."""
    return "".join((text.fold(letter) or " ")[0] for letter in said)


def _proper(words: list[str], language: str) -> str:
    name = " ".join(words)
    if name != name.lower() and (name != name.upper() or len(name) < len("Ana")):
        return name
    small = _group(language, "particles")
    return " ".join(word.lower() if text.fold(word) in small and place else word.title() for place, word in enumerate(words))


def _strip(said: str, language: str) -> str:
    said = said.strip(" \t\n.¡!\"'«»")
    plain = _plain(said)
    greeting = _greeting(language).match(plain)
    start = greeting.end() if greeting else 0
    for lead in (_introduction(language), _opening(language)):
        found = lead.match(plain, start)
        start = found.end() if found else start
    return said[start:]


@cache
def _greeting(language: str) -> re.Pattern[str]:
    said = sorted(
        (text.fold(phrase) for phrase in [*table(language)["politeness"]["drop"], *table(language)["names"]["greetings"]]),
        key=len,
        reverse=True,
    )
    return re.compile(rf"^(?:[\s,.;:]*\b(?:{'|'.join(map(re.escape, said))})\b[\s,.;:]*)+")


@cache
def _title(language: str) -> re.Pattern[str]:
    said = sorted(table(language)["names"]["titles"], key=len, reverse=True)
    return re.compile(rf"^\s*(?:(?:{'|'.join(map(re.escape, said))})\b\.?\s+)+", re.IGNORECASE)


def _before_more(words: list[str], language: str) -> list[str]:
    """A name up to a joining word that begins another sentence: `Ángel y tengo`."""
    joins = {text.fold(word) for word in table(language)["choice"]["joins"]}
    for place, (word, following) in enumerate(pairwise(map(text.fold, words))):
        if place and word in joins and following in _group(language, "never"):
            return words[:place]
    return words


def read_name(said: str, language: str) -> Reading:
    """A name of one to six words, as written; all in small or all in capital letters is put in usual letters."""
    if _LAUGHTER.fullmatch(said.casefold().strip(" .!")):
        return Reprompt(Reason.UNCLEAR)
    kept = re.split(_ENDS, _strip(said, language))[0].strip(" .\"'")
    words = _WORD.findall(_title(language).sub("", kept))
    while words and text.fold(words[-1]) in _group(language, "trailing"):
        words.pop()
    words = _before_more(words, language)
    folded = [text.fold(word) for word in words]
    if not words or len(words) > _LONGEST or sum(map(len, words)) < len("Al"):
        return Reprompt(Reason.UNCLEAR)
    small = _group(language, "particles")
    plain = {said for place, (said, word) in enumerate(zip(folded, words, strict=True)) if not (place and said in small and word.istitle())}
    if _group(language, "never") & plain or set("RULWk") & set(letters_of(" ".join(folded), language)):
        return Reprompt(Reason.UNCLEAR)
    name = _proper(words, language)
    return Read(f"{name}." if _SUFFIX.search(name) and f"{words[-1]}." in said else name)
