"""A person's name as it was written, without the words around it.

Knows how people introduce themselves and what a name cannot be; must not know whose name it is.
"""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import table
from messages.understanding.answers_names_told import given_first, meant, plain, without_tail
from messages.understanding.answers_reading import Read, Reading, Reason, Reprompt
from messages.understanding.answers_yes_no import letters_of

_LONGEST: Final = 6
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*\.?")
_LAUGHTER: Final = re.compile(r"(?:k{2,}|(?:j[aeiou]){2,}j?|(?:h[aeiou]){2,}h?|(?:rs)+|lol|mdr|xd+)")
_SUFFIX: Final = re.compile(r"\b(?:jr|sr|jnr|snr|[a-z])$", re.IGNORECASE)
_MASHED: Final = re.compile(r"(?:asd(?!r)|qwe|zxc|sdf|dfg).*|abc|[^aeiouy]{5,}|(?:blah?)+|test")
"""Keys struck at random, or letters no name begins with."""
_SPELT: Final = r"(?:con|com|with|avec)(?: (?:an?|une?|two|deux|dos|dois|doble|double))? (?P<letter>\w)"
_LAST_FIRST: Final = re.compile(r"^\W*[^\W\d_]+(?:['’-][^\W\d_]+)?\s*,\s*(?P<after>[^\W\d_]+)(?:\s+[^\W\d_]+)?\W*$")
_NICKNAME: Final = re.compile(r"[^\W\d_]\s+[(\"“«][^\W\d_]+[)\"”»]\s+[^\W\d_]")
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


def _proper(words: list[str], language: str) -> str:
    name = " ".join(words)
    if name != name.lower() and (name != name.upper() or len(name) < len("Ana")):
        return name
    small = _group(language, "particles")
    return " ".join(word.lower() if text.fold(word) in small and place else word.title() for place, word in enumerate(words))


def _strip(said: str, language: str) -> str:
    said = said.strip(" \t\n.¡!\"'«»")
    folded = plain(said)
    greeting = _greeting(language).match(folded)
    start = greeting.end() if greeting else 0
    for lead in (_introduction(language), _opening(language)):
        found = lead.match(folded, start)
        start = found.end() if found else start
    tail = _tail(language).search(folded, start + 1)
    return said[start : tail.start() if tail else None]


@cache
def _tail(language: str) -> re.Pattern[str]:
    """A courtesy behind a name, or how it is spelt: `pa servirle`, `à l'appareil`, `com Z`."""
    return re.compile(rf"[\s,.;:-]+(?:{text.either(table(language)['names']['tails'])}|{_SPELT})\b")


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


def _first_name_first(words: list[str], language: str) -> list[str]:
    """`BENALI Karim`, as forms in French ask for it: the surname in capital letters goes last."""
    capital = [word.isupper() and len(word) > 1 for word in words]
    if language != "fr" or all(capital) or not capital[0] or any(capital[capital.index(False) :]):
        return words
    split = capital.index(False)
    return [*words[split:], *(word.title() for word in words[:split])]


def _before_more(words: list[str], language: str) -> list[str]:
    """A name up to a joining word that begins another sentence: `Ángel y tengo`."""
    joins = {text.fold(word) for word in table(language)["choice"]["joins"]}
    for place, (word, following) in enumerate(pairwise(map(text.fold, words))):
        if place and word in joins and following in _group(language, "never"):
            return words[:place]
    return words


def _is_doubtful(said: str, language: str) -> bool:
    """Whether a surname may stand first (`Ruiz, Carlos`), a nickname within, or two names are given for one."""
    reversed_order = _LAST_FIRST.match(said)
    after = text.fold(reversed_order["after"]) if reversed_order else ""
    told = _group(language, "never") | _group(language, "trailing")
    by_name = bool(after) and after not in told and reversed_order is not None and reversed_order["after"].istitle()
    greets = any(_greeting(language).match(part) for part in (plain(said).strip(), after))
    surname = any(re.search(rf",.*\b{re.escape(word)}\b", plain(said)) for word in _group(language, "surname"))
    return (by_name and not greets) or surname or bool(_NICKNAME.search(said)) or _is_renamed(plain(said), language)


def _is_renamed(folded: str, language: str) -> bool:
    """Whether the answer gives another name after a word for but: `Rosa, pero me dicen Chayo`."""
    but = "|".join(map(re.escape, map(text.fold, table(language)["yes_no"]["contrast"])))
    return re.search(rf"[^\W\d_].*\b(?:{but})\b", folded[: _end_of_introduction(folded, language)]) is not None


def _end_of_introduction(folded: str, language: str) -> int:
    found = _introduction(language).match(folded)
    return found.end() if found else 0


def _is_spelt_otherwise(said: str, language: str) -> bool:
    """Whether a letter it is said to be spelt with is not in the name: `Rosalva con b`."""
    found = _tail(language).search(plain(said))
    letter = found["letter"] if found else None
    return letter is not None and found is not None and letter not in plain(said)[: found.start()]


def _is_two(words: list[str], language: str) -> bool:
    """Whether two people are named: `Ana y Luis`, and not the two surnames of `José Ortega y Gasset`."""
    joins = {text.fold(word) for word in table(language)["choice"]["joins"]}
    places = [place for place, word in enumerate(words) if place and text.fold(word) in joins and word.islower()]
    return any(place == 1 or len(words) - place > 2 for place in places)


def _holds_a_sentence(words: list[str], language: str) -> bool:
    """Whether two or more words in small letters stand before or after a name in usual ones: `todos aquí me conocen como Nana`."""
    small = _group(language, "particles")
    loose = [word.islower() and text.fold(word) not in small for word in words]
    first = next((place for place, word in enumerate(words) if word[0].isupper()), None)
    if first is None:
        return False
    last = max(place for place, word in enumerate(words) if word[0].isupper())
    return sum(loose[:first]) > 1 or sum(loose[last + 1 :]) > 1


def _kept(said: str) -> str:
    """The part of what is left that holds the name: up to the first mark, or the next part where that says it in full (`Bob, Bob Lee`)."""
    first, *others = (part.strip(" .\"'") for part in _ENDS.split(said)[:2])
    full = others[0] if others and first else ""
    return full if first in (full.split() or ("",))[:: max(len(full.split()) - 1, 1)] else first


def read_name(said: str, language: str) -> Reading:
    """A name of one to six words, as written; all in small or all in capital letters is put in usual letters."""
    if _LAUGHTER.fullmatch(said.casefold().strip(" .!")) or _MASHED.fullmatch(text.fold(said)):
        return Reprompt(Reason.UNCLEAR)
    said = given_first(meant(without_tail(said, language), language), language)
    if _is_doubtful(said, language) or _is_spelt_otherwise(said, language):
        return Reprompt(Reason.AMBIGUOUS)
    kept = _kept(_title(language).sub("", _strip(said, language)))
    if re.search(rf"{re.escape(kept)}\s*\?|\w\.\.+ ?\w", said):
        return Reprompt(Reason.UNCLEAR)
    words = _WORD.findall(_title(language).sub("", kept))
    while words and text.fold(words[-1]) in _group(language, "trailing"):
        words.pop()
    words = _before_more(words, language)
    if _is_two(words, language) or _holds_a_sentence(words, language):
        return Reprompt(Reason.AMBIGUOUS)
    folded = [text.fold(word) for word in words]
    if not words or len(words) > _LONGEST or sum(map(len, words)) < len("Al"):
        return Reprompt(Reason.UNCLEAR)
    small = _group(language, "particles")
    plain_words = {
        said
        for place, (said, word) in enumerate(zip(folded, words, strict=True))
        if not (place and said in small and (word.istitle() or word.isupper()))
    }
    plain_words -= {said for said, word in zip(folded, words, strict=True) if "ñ" in word.casefold()}  # Peña is no pena
    plain_words -= {folded[-1]} & _group(language, "suffixes") if len(words) > 1 else set()
    state = words[0].islower() and folded[0] in _group(language, "states")  # `soy diabética` tells no name
    if state or _group(language, "never") & plain_words or set("RULWk") & set(letters_of(" ".join(folded), language)):
        return Reprompt(Reason.UNCLEAR)
    name = _proper(_first_name_first(words, language), language)
    return Read(f"{name}." if _SUFFIX.search(name) and f"{words[-1]}." in said else name)
