"""Disguises: a text that is stopped stays stopped when it is hidden from machines and still read by people."""

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.guard import judge
from messages.guard.characters import fold, offsets

FORBIDDEN: Final = {
    "en": ("guaranteed", "discount", "financing", "miracle", "regenerate"),
    "es": ("garantizado", "descuento", "gratis", "milagro", "curamos"),
    "pt": ("garantido", "desconto", "parcelamos", "milagre", "curamos"),
    "fr": ("garanti", "remise", "gratuit", "miracle", "guérison"),
}
LEET: Final = str.maketrans({"a": "4", "e": "3", "o": "0", "i": "1", "s": "5"})
CYRILLIC: Final = str.maketrans("aceopxy", "асеорху")
DISGUISES: Final[dict[str, Callable[[str], str]]] = {
    "capitals": str.upper,
    "spaces": " ".join,
    "dots": ".".join,
    "hyphens": "-".join,
    "underscores": "_".join,
    "zero width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "combining marks": "\u0336".join,
    "bidi": lambda word: f"\u202a{word}\u202c",
    "backwards": lambda word: f"\u202e{word[::-1]}",
    "fullwidth": lambda word: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word),
    "circled": lambda word: "".join(chr(0x24D0 + ord(c) - ord("a")) if "a" <= c <= "z" else c for c in word),
    "mathematical": lambda word: "".join(chr(0x1D41A + ord(c) - ord("a")) if "a" <= c <= "z" else c for c in word),
    "squared": lambda word: "".join(chr(0x1F170 + ord(c) - ord("a")) if "a" <= c <= "z" else c for c in word),
    "cyrillic": lambda word: word.translate(CYRILLIC),
    "leet": lambda word: word.translate(LEET),
    "drawn out": lambda word: word[:3] + word[3] * 5 + word[4:],
    "two lines": lambda word: f"{word[:4]}-\n{word[4:]}",
    "syllables": lambda word: f"{word[:3]} {word[3:]}",
    "mask": lambda word: f"{word[:3]}*{word[4:]}",
    "no accents": fold,
}


@pytest.mark.parametrize("name", DISGUISES)
@pytest.mark.parametrize("language", FORBIDDEN)
def test_a_hidden_word_is_still_stopped(language: str, name: str) -> None:
    """A forbidden word alone is stopped under each disguise."""
    for word in FORBIDDEN[language]:
        assert judge(DISGUISES[name](word), language).blocked, DISGUISES[name](word)


@given(
    st.sampled_from([word for words in FORBIDDEN.values() for word in words]),
    st.lists(st.sampled_from("\u200b\u200d\u2060\ufeff\u00ad\u0301\u20dd"), max_size=9),
)
def test_invisible_characters_hide_nothing(word: str, invisible: list[str]) -> None:
    """Invisible characters strewn anywhere into a forbidden word change nothing."""
    hidden = "".join(letter + (invisible[place % len(invisible)] if invisible else "") for place, letter in enumerate(word))
    assert judge(hidden).blocked


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Hola, es G R A T I S para usted", "G R A T I S"),
        ("La consulta es ｇｒａｔｉｓ.", "ｇｒａｔｉｓ"),
        ("Cuesta 2️⃣5️⃣ mil pesos", "2️⃣5️⃣ mil pesos"),
        ("It is 7️⃣ 5️⃣ 0️⃣ 0️⃣ all in", "7️⃣ 5️⃣ 0️⃣ 0️⃣ all in"),
        ("Results are gu\u200bara\u200bnteed here", "gu\u200bara\u200bnteed"),
    ],
)
def test_the_phrase_is_shown_as_typed(text: str, phrase: str) -> None:
    """A finding names the words exactly as they stand in the text."""
    assert any(phrase in finding.phrase and finding.phrase in text for finding in judge(text).findings)


@pytest.mark.parametrize("text", ["Marque 9️⃣ 1️⃣ 1️⃣ ahora", "1️⃣ Rodilla 2️⃣ Cadera 3️⃣ Hombro", "Opción 1️⃣ o 2️⃣"])
def test_keys_of_a_telephone_may_be_shown(text: str) -> None:
    """An emergency number in keys, and a list numbered by them, leave."""
    assert not judge(text).blocked


@given(st.text(max_size=60))
def test_places_lead_back_into_the_text(text: str) -> None:
    """Every character of the folded text has a place in the original."""
    folded = fold(text)
    places = offsets(text, len(folded))
    assert len(places) == len(folded) + 1
    assert all(0 <= place <= len(text) for place in places)
    assert places == sorted(places)


@pytest.mark.parametrize(
    "text",
    ["L5 y S1", "vitamina B12", "la T4 libre", "COVID19", "Calle 5a", "el 3er piso", "www.clinica.example", "ana@clinica.example", "10h30"],
)
def test_letters_with_figures_are_not_all_disguises(text: str) -> None:
    """Vertebrae, vitamins, addresses and hours stay what they are."""
    assert not judge(text).blocked


@pytest.mark.parametrize("word", ["garanteed", "guarantede", "regenarate", "descuneto", "garantizdo", "regenerasion"])
def test_a_slip_of_one_letter_hides_nothing(word: str) -> None:
    """A long word with one letter missing, added, changed or moved is read as the word."""
    assert judge(word).blocked


@pytest.mark.parametrize(
    "text", ["La terapia está regulada.", "Me duele la garganta.", "Las reglas de la clínica.", "O tratamento é regulado."]
)
def test_a_word_of_its_own_is_no_slip(text: str) -> None:
    """A word one letter away from a forbidden one stays itself."""
    assert not judge(text).blocked
