"""Places in a list said without their number: letters, the first two, a span, `1 o 2`; written out so that they can be read as numbers.

Knows how such places are said in each language; must not know what the options mean.
"""

import re
from functools import cache
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import table
from messages.understanding.numbers import to_digits

_LETTERS: Final = "abcdefghij"
_NUMBER_SIGN: Final = re.compile(r"\bno?\s?[.°]\s?(?=\d)")
_SPANISH_OR: Final = re.compile(r"(?<=\d) o (?=\d|l[ao]s? )")
_FEW: Final = range(2, 10)


def _either(said: list[str]) -> str:
    return "|".join(sorted((re.escape(text.fold(phrase)) for phrase in said), key=len, reverse=True))


@cache
def _runs(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    section = table(language)["choice"]
    said = {group: _either(section[group]) for group in ("firsts", "lasts")}
    after = [(group, re.compile(rf"\b(?:{words}) (?P<few>[^\W_]+)\b")) for group, words in said.items()]
    return (*after, *((group, re.compile(rf"\b(?P<few>[^\W_]+) (?:{words})\b")) for group, words in said.items()))


def _spell_runs(folded: str, language: str, count: int) -> str:
    """`las dos primeras` as `1 , 2`, `the last two` as the last two numbers."""
    for group, pattern in _runs(language):
        found = pattern.search(folded)
        digits = to_digits(found["few"], language) if found else ""
        if found and digits.isdigit() and int(digits) in _FEW and int(digits) <= count:
            start = 0 if group == "firsts" else count - int(digits)
            run = " , ".join(str(place + 1) for place in range(start, start + int(digits)))
            folded = f"{folded[: found.start()]}{run}{folded[found.end() :]}"
    return folded


@cache
def _letters(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    section = table(language)["choice"]
    lead = _either([*section["lettered"], *section["explicit"]])
    joins = _either([*section["joins"], *section["or"]])
    letter = rf"[{_LETTERS}]"
    listed = rf"\W*{letter}\W*(?:\s*(?:,|/|&|\+|\b(?:{joins})\b)\s*\(?{letter}\b\)?\W*)*"
    return re.compile(rf"\W*(?:(?:{lead}) )*(?P<list>{listed})(?: ?(?:{_either(table(language)['politeness']['drop'])})\W*)*"), re.compile(
        rf"\b(?:{joins})\b(?=\W+{letter}\b)"
    )


def _spell_letters(folded: str, language: str, count: int, letters: str) -> str:
    """`a y c`, `option b`, `(c)`, where the whole answer is letters that stand for places, as numbers.

    A single letter counts only where it is one of `letters`, unless a word such as "option" stands before it.
    """
    whole, join = _letters(language)
    found = whole.fullmatch(folded)
    if found is None:
        return folded
    parted = join.sub(",", found["list"]) if re.search(r"\w\W+\w", found["list"]) else found["list"]
    said = re.findall(r"[a-z]+", parted)
    explicit = re.search(rf"\b(?:{_either(table(language)['choice']['explicit'])})\b", folded) or len(said) > 1
    known = _LETTERS[:count] if explicit else letters
    if not said or any(len(letter) > 1 or letter not in known for letter in said):
        return folded
    return " , ".join(f"# {_LETTERS.index(letter) + 1}" for letter in said) if "or" not in _turns(folded, language) else folded


def _turns(folded: str, language: str) -> set[str]:
    said = re.search(rf"\b(?:{_either(table(language)['choice']['or'])})\b", folded)
    return {"or"} if said and re.search(r"\w\W+\w", folded) else set()


@cache
def _through(language: str) -> re.Pattern[str]:
    section = table(language)["choice"]
    return re.compile(rf"(?:\b(?:{_either(section['from'])}) )?\b(\d{{1,2}}) (?:{_either(section['through'])}) (\d{{1,2}})\b")


def _spell_every(folded: str, language: str, real: int) -> str:
    """`las tres` of three options that say something as all of them."""
    section = table(language)["choice"]
    found = re.fullmatch(rf"\W*(?:{_either(section['every'])}) (?P<few>[^\W_]+)\W*", folded)
    digits = to_digits(found["few"], language) if found else ""
    return text.fold(section["all"][0]) if digits.isdigit() and real == int(digits) > len("12") else folded


def spell_places(folded: str, language: str, count: int, letters: str = "", *, real: int | None = None) -> str:
    """The answer with places said in other ways as numbers; `letters` are those that may stand for a place."""
    spelt = _NUMBER_SIGN.sub("# ", folded)
    if language == "es":
        spelt = _SPANISH_OR.sub(" u ", spelt)
    if language == "en":
        spelt = re.sub(r"\bboth (?=\d|the \w+ and)", "", spelt)
    spelt = _spell_every(_spell_runs(spelt, language, count), language, count if real is None else real)
    spelt = _spell_letters(spelt, language, count, letters) if letters else spelt
    return _through(language).sub(r"\1-\2", spelt)
