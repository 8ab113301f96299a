"""Readability: the formulas on examples counted by hand, and the limits that every set of texts holds."""

import pytest

from bot.script_book import readings
from bot.script_book import shipped_book as book
from bot.script_book_sources import is_prose, parts, shipped_files
from messages.prompt import LANGUAGES
from messages.readability import SCALES, measure, syllables_of

PARTS = tuple(part.name for part in parts(shipped_files()) if any(is_prose(key) for written in part.written for key in written.keys))
WORDS_A_SENTENCE = 15
LEAST = 100
"""Fewer words are too few to judge a part by (the formulas are made for passages of a hundred)."""


def test_english_by_hand() -> None:
    """The cat sat on the ta-ble (7 in 6 words), A doc-tor reads it (5 in 4), You wait (2 in 2): 14 in 12 words, 3 sentences."""
    found = measure(["The cat sat on the table. A doctor reads it. You wait."], "en")
    assert (found.sentences, found.words, found.syllables) == (3, 12, 14)
    assert found.score == round(0.39 * 12 / 3 + 11.8 * 14 / 12 - 15.59, 1) == -0.3


def test_spanish_by_hand() -> None:
    """Mé-di-co le-e-rá su ca-so (3+3+1+2 = 9 in 4 words), Us-ted es-pe-ra (2+3 = 5 in 2): 14 in 6 words, 2 sentences."""
    found = measure(["Médico leerá su caso. Usted espera."], "es")
    assert (found.sentences, found.words, found.syllables) == (2, 6, 14)
    assert found.score == round(206.835 - 62.3 * 14 / 6 - 6 / 2, 1) == 58.5


def test_portuguese_by_hand() -> None:
    """O mé-di-co lê (1+3+1), Não há pres-sa (1+1+2): 9 syllables in 6 words, 2 sentences."""
    found = measure(["O médico lê. Não há pressa."], "pt")
    assert (found.sentences, found.words, found.syllables) == (2, 6, 9)
    assert found.score == round(248.835 - 84.6 * 9 / 6 - 1.015 * 3, 1) == 118.9


def test_french_by_hand() -> None:
    """Le mé-de-cin lit (1+3+1), Vous at-ten-dez (1+3): 9 syllables in 5 words, 2 sentences."""
    found = measure(["Le médecin lit. Vous attendez."], "fr")
    assert (found.sentences, found.words, found.syllables) == (2, 5, 9)
    assert found.score == round(207 - 73.6 * 9 / 5 - 1.015 * 2.5, 1) == 72.0


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [
        ("en", "medicine", 3),
        ("en", "people", 2),
        ("en", "asked", 1),
        ("en", "needed", 2),
        ("en", "times", 1),
        ("en", "doses", 2),
        ("en", "physician’s", 3),
        ("es", "salud", 2),
        ("es", "día", 2),
        ("es", "cuerpo", 2),
        ("es", "quien", 1),
        ("es", "guía", 2),
        ("es", "siguiente", 3),
        ("es", "leerá", 3),
        ("pt", "não", 1),
        ("pt", "saúde", 3),
        ("pt", "informações", 4),
        ("pt", "qualquer", 2),
        ("fr", "vous", 1),
        ("fr", "personne", 2),
        ("fr", "réponse", 2),
        ("fr", "moment", 2),
        ("fr", "médicaments", 4),
        ("fr", "cœur", 1),
    ],
)
def test_syllables_as_they_are_spoken(language: str, word: str, count: int) -> None:
    """Silent vowels do not count, neighbouring strong ones count apart."""
    assert syllables_of(word, language) == count


def test_a_list_is_as_many_sentences_as_it_has_lines() -> None:
    """A line break ends a sentence; numbers are no words."""
    found = measure(["What may happen:\n- less pain\n- better movement\n112"], "en")
    assert (found.sentences, found.words) == (3, 7)


def test_no_words_have_no_score() -> None:
    """An empty set divides by nothing."""
    found = measure(["", "112"], "es")
    assert (found.words, found.score, found.words_a_sentence) == (0, 0.0, 0.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_meets_its_aim(language: str) -> None:
    """English grade 6 or less, Spanish INFLESZ 65 or more, Portuguese and French likewise; sentences of 15 words at most."""
    found, scale = book().readings[language], SCALES[language]
    assert scale.aim == (6 if language == "en" else 65)
    assert scale.within(found.score, scale.aim)
    assert found.words_a_sentence <= WORDS_A_SENTENCE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_meets_the_aim_of_its_language(part: str, language: str) -> None:
    """An easy part cannot pay for a hard one; a part of few words holds the hard limit."""
    chapter = next(chapter for chapter in book().chapters if chapter.part.name == part)
    found, scale = chapter.readings[language], SCALES[language]
    assert scale.within(found.score, scale.aim if found.words >= LEAST else scale.limit)
    assert found.words_a_sentence <= WORDS_A_SENTENCE


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_long_text_is_over_the_hard_limit(language: str) -> None:
    """Each text long enough for the formula by itself: one hard page is not paid for by the others."""
    long = [text for text in book().texts.values() if text.language == language and text.reading and text.reading.words >= LEAST]
    assert long
    assert [text.key for text in long if text.reading and not SCALES[language].within(text.reading.score, SCALES[language].limit)] == []


@pytest.mark.parametrize(("language", "limit"), [("en", 8), ("es", 55), ("pt", 50), ("fr", 50)])
def test_the_hard_limits_stand(language: str, limit: float) -> None:
    """Nobody eases them by the way."""
    assert SCALES[language].limit == limit


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_question_and_no_shout_a_message(language: str) -> None:
    """At most one question mark; no exclamation mark; no picture."""
    sources = {text.key: text.source for text in book().texts.values() if text.language == language}
    wrong = {
        key for key, source in sources.items() if source.count("?") > 1 or set(source) & set("!¡") or any(ord(c) > 0xFFFF for c in source)
    }
    assert wrong == set()


def test_readings_leave_names_and_labels_out() -> None:
    """Only what is read as sentences is measured."""
    labels = [text for text in book().texts.values() if text.key.startswith(("option-", "row-", "indication-"))]
    assert readings(labels) == {}
