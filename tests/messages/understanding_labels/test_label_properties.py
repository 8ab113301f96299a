"""What holds for any text: reading never raises, quotes the patient, and is not upset by how something is typed."""

import unicodedata
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.understanding import read_message
from tests.messages.understanding_labels.label_cases import LANGUAGES, Row, read, rows

WORDS = sorted({word for language in LANGUAGES for row in rows(language) for word in row.text.split()})
SAMPLE = [row for language in LANGUAGES for row in rows(language)[::5] if row.expected]
ACRONYMS = {"MS", "RA", "ED", "ELA", "SEP", "NAD", "AAS", "HI", "NAD+"}
POLITE = {"es": "por favor", "en": "please", "pt": "por favor", "fr": "s'il vous plaît"}


def _plain(row: Row) -> bool:
    return not ACRONYMS & set(row.text.replace(",", " ").split())


@settings(deadline=None)  # the first text of a process waits for the word lists
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """No text raises, and every label quotes the text at its place."""
    for label in read_message(text).labels:
        assert text[label.start : label.end] == label.quote != ""


@settings(deadline=None)  # as above
@given(st.binary(max_size=300))
def test_any_bytes_are_read(noise: bytes) -> None:
    """Bytes decoded the rough way do not raise."""
    read_message(noise.decode("utf-8", errors="surrogateescape"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_mixture_of_real_words_is_read(words: list[str]) -> None:
    """Words of all languages in any order are read without raising, with whole quotes."""
    text = " ".join(words)
    for label in read_message(text).labels:
        assert text[label.start : label.end] == label.quote


@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: row.text[:40])
def test_reading_is_stable_under_typing(row: Row) -> None:
    """Small letters, no accents, and a doubled letter in longer words change no expected label."""
    if not _plain(row):
        pytest.skip("acronyms are told by their capitals")
    bare = "".join(c for c in unicodedata.normalize("NFKD", row.text.lower()) if not unicodedata.combining(c))
    doubled = " ".join(word + word[-1] if len(word) > 5 and word.isalpha() else word for word in bare.split(" "))
    for typed in (row.text.lower(), bare, doubled, row.text.upper()):
        assert row.expected <= read_message(typed).ids, typed


@pytest.mark.parametrize("language", LANGUAGES)
def test_politeness_around_changes_no_danger(language: str) -> None:
    """A plea before or after leaves emergencies, crises and opt-outs standing."""
    watched = {"emergency", "crisis", "opt_out"}
    for row in rows(language):
        if row.expected & watched:
            assert row.expected & watched <= read_message(f"{row.text} {POLITE[language]}").ids, row.text


@pytest.mark.parametrize(
    ("language", "denial"),
    [
        ("es", "no tengo"),
        ("es", "nunca he tenido"),
        ("en", "i don't have"),
        ("en", "i have never had"),
        ("pt", "não tenho"),
        ("pt", "nunca tive"),
        ("fr", "je n'ai pas de"),
        ("fr", "je n'ai jamais eu de"),
    ],
)
def test_a_negation_in_front_never_adds_a_contraindication(language: str, denial: str) -> None:
    """Putting a denial before a message gives no contraindication that was not there without it."""
    for row in rows(language):
        before = {label for label in read(row.text).ids if label.startswith("contraindication:")}
        after = {label for label in read_message(f"{denial} {row.text}").ids if label.startswith("contraindication:")}
        assert after <= before | {"contraindication:past_malignancy"}, row.text


@pytest.mark.parametrize(
    "text", ["no " * 20_000, "a" * 65_000, "no puedo " * 7_000, "é" * 65_000, "😀" * 65_000, "'" * 65_000, "if i " * 13_000, "1 " * 30_000]
)
def test_a_flood_is_read_in_time(text: str) -> None:
    """64 KB of anything takes well under a second (the measured figures stand in the benchmarks)."""
    began = perf_counter()
    read_message(text)
    assert perf_counter() - began < 1


def test_danger_in_the_middle_of_a_flood_is_found() -> None:
    """However long the message, an emergency in its middle is read."""
    padding = " ".join(f"palabra{n} cualquiera" for n in range(2_000))
    assert read_message(f"{padding} no puedo respirar {padding}").has("emergency")
