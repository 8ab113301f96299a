"""How hard a set of texts is to read, per language, by the formula usual there.

Knows letters, syllables and sentences; must not know keys. The formulas mislead below about a hundred words: judge sets, not lines.
Sources: en Flesch-Kincaid grade; es INFLESZ/Szigriszt (Barrio-Cantalejo 2008: 65-80 "fairly easy", 55-65 "normal");
pt Martins 1996; fr Kandel-Moles 1958. Higher is easier, but for the English grade, where lower is easier.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END: Final = re.compile(r"[.!?…]+(?:\s|$)|[:;]\s*\n|\n+")
_SINGLE: Final = re.compile(r"[aeiouy]+")
_STRONG: Final = frozenset("aeoáéíóúâêôãõ")


@dataclass(frozen=True, slots=True)
class Measure:
    """The figure of a set: words, words a sentence, and `score` in the language's own scale, named by `scale`."""

    words: int
    sentences: int
    syllables: int
    score: float
    scale: str

    @property
    def words_a_sentence(self) -> float:
        """Mean length of a sentence in words."""
        return self.words / self.sentences if self.sentences else 0.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A language's formula over words a sentence and syllables a word; what is aimed at and where the limit lies."""

    name: str
    formula: Callable[[float, float], float]
    aim: float
    limit: float
    lower_is_easier: bool = False

    def within(self, score: float, bound: float) -> bool:
        """Whether a score is at least as easy as the bound."""
        return score <= bound if self.lower_is_easier else score >= bound


SCALES: Final[Mapping[str, Scale]] = {
    "en": Scale("Flesch-Kincaid grade", lambda length, syllables: 0.39 * length + 11.8 * syllables - 15.59, 6, 8, lower_is_easier=True),
    "es": Scale("INFLESZ", lambda length, syllables: 206.835 - 62.3 * syllables - length, 65, 55),
    "pt": Scale("Martins", lambda length, syllables: 248.835 - 84.6 * syllables - 1.015 * length, 65, 50),
    "fr": Scale("Kandel-Moles", lambda length, syllables: 207 - 73.6 * syllables - 1.015 * length, 65, 50),
}
"""For pt and fr the aim is that of es in spirit: `fairly easy`; the clinic's physicians may set others."""


def measure(texts: Iterable[str], language: str) -> Measure:
    """The readability of texts taken together. Raises `KeyError` for a language without a formula."""
    words = sentences = syllables = 0
    for text in texts:
        found = _WORD.findall(text)
        words += len(found)
        sentences += max(1, sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part))) if found else 0
        syllables += sum(syllables_of(word, language) for word in found)
    scale = SCALES[language]
    score = scale.formula(words / sentences, syllables / words) if words else 0.0
    return Measure(words, sentences, syllables, round(score, 1), scale.name)


def syllables_of(word: str, language: str) -> int:
    """Syllables of one word, at least one: vowel groups, with each language's silent and split vowels."""
    return max(1, _COUNTERS[language](word.casefold()))


def _english(word: str) -> int:
    plain = _plain(word)
    groups = len(_SINGLE.findall(plain))
    silent = plain.endswith("e") and not plain.endswith(("le", "ee", "ie")) and groups > 1
    past = plain.endswith("ed") and not plain.endswith(("ted", "ded")) and groups > 1
    plural = plain.endswith("es") and not plain.endswith(("ses", "zes", "ches", "shes", "xes", "les", "ges", "ies")) and groups > 1
    return groups - (silent or past or plural)


def _iberian(word: str) -> int:
    """Spanish and Portuguese: neighbouring strong vowels, or a weak one with an accent, begin a new syllable."""
    count = 0
    for group in re.findall(r"[aeiouáéíóúàâêôãõü]+", word.replace("qu", "q").replace("gue", "ge").replace("gui", "gi")):
        count += 1 + sum(_splits(first, second) for first, second in pairwise(group))
    return count


def _splits(first: str, second: str) -> bool:
    nasal = first in "ãõ"
    return not nasal and first in _STRONG and second in _STRONG


def _french(word: str) -> int:
    plain = _plain(word)
    groups = len(_SINGLE.findall(plain))
    mute = groups > 1 and bool(re.search(r"[^aeiouy](?:e|es|(?<!m)ent)$", plain))
    return groups - mute


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


_COUNTERS: Final[Mapping[str, Callable[[str], int]]] = {"en": _english, "es": _iberian, "pt": _iberian, "fr": _french}
