"""Which of several names in one answer is meant: the patient's, the one on the papers, the one typed anew, or the one in full.

Knows the words that lead to such a name and when a second name is the first one mended; must not know what a name cannot be. Where it
is not plain, the answer is left as it is.
"""

import re
from functools import cache
from typing import Final

from rapidfuzz import fuzz

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import table

_PART: Final = re.compile(r"[,;:!?()\n]|\.{2,}|\u2026|(?<=[^\W\d_]{3})\.(?:\s|$)|\s[-\u2013\u2014]\s")
_NAME: Final = r"[^\W\d_]+(?:['\u2019\-][^\W\d_]+)*\.?"
_SURNAME: Final = re.compile(r"(?P<last>(?:O['\u2019]|Mac(?=[A-Z])|Mc)[^\W\d_]+),\s*(?P<first>[^\W\d_]+)")
"""What can only be a surname, told first."""
_LONGEST: Final = 240
_LONGEST_WORD: Final = 60
_ALIKE: Final = 80
_FULL: Final = 2


@cache
def _said(language: str, *groups: str) -> re.Pattern[str]:
    names = table(language)["names"]
    return re.compile(rf"\b(?:{text.either([phrase for group in groups for phrase in names[group]])})\b[\s:,]*")


@cache
def _mended(language: str) -> re.Pattern[str]:
    """Words between a name and the same one typed anew."""
    said = [*table(language)["hedges"]["corrected"], *table(language)["names"]["typo"]]
    return re.compile(rf"\b(?:{text.either(said)})\b")


@cache
def _kin(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:is|it's|la|el|a|o|c'est) )?(?:{text.either(table(language)['figures']['kin'])})")


def plain(said: str) -> str:
    """Folded letter by letter, so that places in it are places in what was said."""
    return "".join((text.fold(letter) or " ")[0] for letter in said)


def meant(said: str, language: str) -> str:
    """The part of an answer that holds the name which is meant; a long story is left as it is."""
    if len(said) > _LONGEST:
        return said
    led = list(_said(language, "patient", "official").finditer(plain(said)))
    if led and re.match(r"[^\W\d_]", said[led[-1].end() :]):
        parts = [part for part in _PART.split(said[led[-1].end() :]) if part.strip()]
        return next((part for part in parts if not _kin(language).fullmatch(plain(part).strip())), parts[0])
    kept = _without_former(said, language)
    return _typed_anew(kept, language) or kept


@cache
def _nickname(language: str) -> re.Pattern[str]:
    """What somebody is called besides: `but everybody calls me Bobby`, `mas pode chamar de Chica`."""
    said = table(language)
    but, called = text.either([*said["yes_no"]["contrast"], *said["names"]["although"]]), text.either(said["names"]["nicknamed"])
    return re.compile(
        rf"[\s,.;]+(?:{but}) (?:[^\W\d_]+ ){{0,3}}(?:{called})\b(?: (?:{text.either(said['names']['as'])}))? [^\W\d_]+(?: [^\W\d_]+)?\W*$"
    )


@cache
def _dear(language: str) -> re.Pattern[str]:
    """Whom the writer speaks to, behind a name: `Earlene Hutchins hon`."""
    return re.compile(rf"[\s,]+(?:{text.either(table(language)['names']['vocative'])})\W*$")


def without_tail(said: str, language: str) -> str:
    """A name without what its bearer is called besides, and without whom it is told to in small letters."""
    called = _nickname(language).search(plain(said))
    said = said[: called.start()] if called else said
    spoken = _dear(language).search(plain(said))
    lower = spoken is not None and (said[spoken.start() :].islower() or not any(map(str.islower, said)))
    return said[: spoken.start()] if spoken and lower and re.search(r"[^\W\d_]{2}", said[: spoken.start()]) else said


def given_first(said: str, language: str) -> str:
    """A surname told before the given name, put behind it: `Lefebvre, prénom Odile`, `O'Rourke, Siobhan`."""
    surname = _SURNAME.fullmatch(said.strip(" ."))
    if surname:
        return f"{surname['first']} {surname['last']}"
    told = list(_given(language).finditer(said))
    last = re.search(rf"(?P<name>{_NAME})\W*$", said[: told[-1].start()][-_LONGEST_WORD:]) if told else None
    first = re.fullmatch(rf"\s*:?\s*(?P<name>{_NAME}(?: {_NAME})?)[\s.]*", said[told[-1].end() :][:_LONGEST_WORD]) if told else None
    if last is None or first is None or not (last["name"][0].isupper() and first["name"][0].isupper()):
        return said
    return f"{first['name']} {last['name']}"


@cache
def _given(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\s)(?:{'|'.join(map(re.escape, table(language)['names']['given']))})\b")


def _without_former(said: str, language: str) -> str:
    """The answer without the clauses of a name no longer borne, where another clause holds one: `avant mon divorce c'était Morel`."""
    former = _said(language, "former")
    parts = re.split(r"([,;.](?=\s|$))", said)
    kept = [part for part in parts if not former.search(plain(part))]
    left = "".join(kept).strip(" ,;.")
    return left if len(kept) < len(parts) and _names(left, language) else said


@cache
def _capitals(language: str) -> re.Pattern[str]:
    """Words with capital letters, and the small ones between them."""
    small = "|".join(map(re.escape, table(language)["names"]["particles"]))
    capital = r"(?<![^\W\d_])[A-Z\u00c0-\u00dd][^\W\d_]*(?:['\u2019\-][^\W\d_]+)*"
    return re.compile(rf"{capital}(?:\.? (?:(?:{small}) )*{capital})*")


@cache
def _never(language: str) -> frozenset[str]:
    return frozenset(text.fold(word) for group in ("never", "trailing") for word in table(language)["names"][group])


def _names(said: str, language: str) -> list[str]:
    """The names of an answer written with capital letters: words in capitals with the small ones between them."""
    found = []
    led = [match.span() for match in _said(language, "introductions", "openings").finditer(plain(said))]
    bare = "".join(" " if any(start <= place < end for start, end in led) else letter for place, letter in enumerate(said))
    for part in _PART.split(bare):
        runs = _capitals(language).findall(part)
        runs = [run for run in runs if text.fold(run) not in _never(language)]
        found += sorted(runs, key=len)[-1:]
    return found


def _typed_anew(said: str, language: str) -> str | None:
    """The last name told, where it is the first one mended or told in full."""
    names = _names(said, language)
    if len(names) < len(("first", "last")):
        return None
    full = [name for name in names if " " in name]
    if len(full) == 1 and said.count(full[0].split()[0]) > 1:
        return full[0]
    first, last = text.fold(names[0]).split(), text.fold(names[-1]).split()
    between = plain(said[said.find(names[0]) + len(names[0]) : said.rfind(names[-1])])
    fuller = set(first) < set(last) and len(last) >= _FULL
    alike = len(first) >= _FULL <= len(last) and fuzz.ratio(" ".join(first), " ".join(last)) >= _ALIKE and first != last
    begun = len(last) >= len(first) and all(new.startswith(old) for old, new in zip(first, last, strict=False)) and first != last
    mended = bool(_mended(language).search(between)) and (alike or begun or (bool(set(first) & set(last)) and len(last) >= _FULL))
    return names[-1] if fuller or alike or begun or mended else None
