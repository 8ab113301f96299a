"""How hard the texts are to read, measured over the set of each language; the formulas mislead on single lines."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.messages.test_locales_style import prose

FAIRLY_EASY = 65
"""From here on a text is `fairly easy` on Szigriszt's scale; the same band is asked of the other two (clinical-facts 4.5)."""
HIGHEST_GRADE = 6
"""School years of Flesch-Kincaid for English (clinical-facts 4.5)."""
VOWELS = "aeiouyáéíóúâêôãõàèùëïüîûœæ"
HIATUS = "[aeoáéóâêôãõ]"
"""Each of these is the heart of a syllable of its own, also beside another, unless it is a nasal diphthong."""


class Counts(NamedTuple):
    """Sentences, words and syllables of a set of texts."""

    sentences: int
    words: int
    syllables: int


def romance(word: str) -> int:
    """Syllables of a Spanish or Portuguese word: strong vowels, and weak ones that stand without a strong one."""
    plain = re.sub("(?<=[gq])u(?=[eiéê])", "", word).replace("ão", "ã").replace("õe", "õ").replace("ãe", "ã")
    groups = re.findall(f"[{VOWELS}]+", plain)
    return max(1, sum(max(1, len(re.findall(f"{HIATUS}|[íú]", group))) for group in groups))


def french(word: str) -> int:
    """Syllables of a French word as it is spoken: a mute e at the end is none."""
    heard = re.sub(f"(?<=[^{VOWELS}])(es?|ent)$", "", word) if len(word) > 3 else word
    return max(1, len(re.findall(f"[{VOWELS}]+", heard)))


def english(word: str) -> int:
    """Syllables of an English word: groups of vowels, a mute e at the end is none."""
    heard = re.sub("(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$", "", word)
    return max(1, len(re.findall("[aeiouy]+", heard)))


def counts(language: str, syllables: Callable[[str], int]) -> Counts:
    """What the formulas need of all that is read as sentences, but for the texts written in several languages."""
    told = [text.casefold() for key, text in prose(language) if not key.startswith("language-")]
    parts = [re.findall(r"[^\W\d_]+", part) for text in told for part in re.split(r"(?<=[.?:])\s+|\n", text)]
    spoken = [words for words in parts if words]
    return Counts(len(spoken), sum(map(len, spoken)), sum(syllables(word) for words in spoken for word in words))


def score(top: float, weight: float, length: float, seen: Counts) -> float:
    """A Flesch score for one language, 0 to 100; more is easier."""
    return top - weight * seen.syllables / seen.words - length * seen.words / seen.sentences


@pytest.mark.parametrize(
    ("language", "syllables", "top", "weight", "length"),
    [
        pytest.param("es", romance, 206.835, 62.3, 1, id="es-inflesz"),
        pytest.param("pt", romance, 248.835, 84.6, 1.015, id="pt-martins"),
        pytest.param("fr", french, 207, 73.6, 1.015, id="fr-kandel-moles"),
    ],
)
def test_a_language_is_fairly_easy_to_read(
    language: str, syllables: Callable[[str], int], top: float, weight: float, length: float
) -> None:
    """The set of texts stands in the band `fairly easy` or above."""
    assert score(top, weight, length, counts(language, syllables)) >= FAIRLY_EASY


def test_english_needs_six_years_of_school() -> None:
    """The set of texts stands at grade six or below."""
    seen = counts("en", english)
    assert 0.39 * seen.words / seen.sentences + 11.8 * seen.syllables / seen.words - 15.59 <= HIGHEST_GRADE


@pytest.mark.parametrize(
    ("syllables", "word", "number"),
    [
        (romance, "medicina", 4),
        (romance, "cuerpo", 2),
        (romance, "qualquer", 2),
        (romance, "saúde", 3),
        (romance, "doença", 3),
        (romance, "médico", 3),
        (french, "personne", 2),
        (french, "réponse", 2),
        (french, "vous", 1),
        (english, "medicine", 3),
        (english, "people", 2),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(syllables: Callable[[str], int], word: str, number: int) -> None:
    """The formulas rest on this count."""
    assert syllables(word) == number
