"""How the texts read: tone, marks, accents, lengths. What they claim is judged by the guard; what they must exist for, by the flow."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from fluent.syntax import ast, parse

from flows.intake.flow import INTAKE
from flows.steps import Step
from messages.catalog import LOCALES, shipped
from messages.limits import CHANNELS, faults
from messages.prompt import LANGUAGES, Choice, Message

CATALOG = shipped()
LONGEST_SENTENCE = 22
MEAN_SENTENCE = 15
BUTTON_LABEL, ROW_LABEL, BUTTONS = 20, 24, 3
PLACEABLE = "word"
"""What stands for a variable where words are counted."""
SAYS_NOTHING_BUT = (
    "aside-",
    "emergency-",
    "retry-",
    "media-",
    "unreadable-",
    "welcome-",
    "consent-declined",
    "consent-more",
    "topic-",
    "therapy-",
)
"""Texts after which another question follows, or none may."""
NAMES = ("value-", "option-", "row-", "indication-", "section-", "part-", "line-")
BLAME = re.compile(
    r"\b(inválid[oa]|incorrect[oa]?|equivocado|error|fallo|invalid|wrong|failed|oops|incorret[oa]|errad[oa]|erro|falhou|invalide|incorrecte|erreur)\b"
)
FEIGNED = (
    *("i feel", "i understand how", "i am happy", "i am excited"),
    *("siento", "me alegra", "entiendo cómo se siente"),
    *("eu sinto", "sinto muito", "fico feliz", "entendo como"),
    *("je ressens", "je suis heureux", "je suis désolé", "je comprends ce que vous"),
)
PLEADS = re.compile("please|por favor|sorry|lo siento|disculpe|desculpe|s’il vous plaît|désolé", re.IGNORECASE)
ALL_HOURS = re.compile("día y noche|day and night|dia e noite|jour et nuit|24|always|siempre|sempre|toujours", re.IGNORECASE)
STAYS = {"es": ("siga", "sigan"), "en": ("keep", "stay"), "pt": ("continue", "continuem"), "fr": ("gardez", "continuez", "restez")}


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Key and text as written, every variable and every variant of a choice left in."""
    for key in sorted(CATALOG.keys(language)):
        yield key, re.sub(r"\{ *\$\w+ *\}", PLACEABLE, CATALOG.source(key, language))


def prose(language: str) -> Iterator[tuple[str, str]]:
    """Only what is read as sentences: no labels, no names."""
    spoken = ("why", "retry1", "retry2", "again", "first", "second")
    for key, text in texts(language):
        name, _, attribute = key.partition(".")
        if not name.startswith(NAMES) and (not attribute or attribute in spoken):
            yield key, text


def sentences(text: str) -> list[int]:
    """The number of words of each sentence; a line break ends one."""
    found = (re.findall(r"\w[\w’-]*", part) for part in re.split(r"(?<=[.?:])\s+|\n", text))
    return [len(words) for words in found if words]


def words(text: str) -> set[str]:
    """The different words, in lower case."""
    return {word.casefold() for word in re.findall(r"\w+", text)}


def labels(step: Step, language: str) -> list[tuple[str, str]]:
    """Options of a step that are always the same, with their labels."""
    ids = (*step.asks.options, *(("skip",) if step.asks.skippable else ()))
    keys = {option: (f"{step.key}.{option}", f"option-{option}", f"row-{option}") for option in ids}
    return [(option, next(CATALOG.source(key, language) for key in keys[option] if CATALOG.has(key, language))) for option in ids]


def offending(found: Iterator[tuple[str, str]], pattern: str) -> list[str]:
    """The keys of the texts that hold a pattern."""
    return [key for key, text in found if re.search(pattern, text)]


def test_the_languages_hold_the_same_keys() -> None:
    """No text stands in one language only."""
    assert {language: CATALOG.keys(language) ^ CATALOG.keys(LANGUAGES[0]) for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, frozenset()
    )


def test_the_languages_use_the_same_variables() -> None:
    """A text takes the same variables in every language."""
    keys = sorted(CATALOG.keys(LANGUAGES[0]))
    assert [key for key in keys if len({CATALOG.variables(key, language) for language in LANGUAGES}) > 1] == []


def test_the_languages_use_the_same_files() -> None:
    """A text stands in the file of the same name in every language."""
    keys = sorted(CATALOG.keys(LANGUAGES[0]))
    assert [key for key in keys if len({CATALOG.file(key, language) for language in LANGUAGES}) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_shouts(language: str) -> None:
    """There are no exclamation marks."""
    assert offending(texts(language), "[!¡]") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_holds_an_emoji(language: str) -> None:
    """There are no pictures in clinical texts."""
    assert [key for key, text in texts(language) if any(unicodedata.category(sign) in {"So", "Sk", "Cs"} for sign in text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_asks_one_thing(language: str) -> None:
    """No message holds two question marks."""
    assert [key for key, text in texts(language) if text.count("?") > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_beside_a_question_ask_nothing(language: str) -> None:
    """What is followed by the open question, and the emergency texts, hold no question mark."""
    assert [key for key, text in texts(language) if key.startswith(SAYS_NOTHING_BUT) and "?" in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotes_are_typographic(language: str) -> None:
    """Words to type stand in curly quotes, apostrophes are curly, so that all texts look alike."""
    assert offending(texts(language), "[\"'«»]|\\.\\.\\.") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_holds_a_percentage_or_a_currency(language: str) -> None:
    """Numbers that sell have no sign to stand with."""
    assert [key for key in offending(texts(language), "[%$€£]") if not key.startswith("value-")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_blamed(language: str) -> None:
    """No text calls an answer wrong."""
    assert [key for key, text in texts(language) if BLAME.search(text.casefold())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_machine_feigns_no_feelings(language: str) -> None:
    """No text says that the assistant feels something."""
    assert [key for key, text in texts(language) if any(phrase in text.casefold() for phrase in FEIGNED)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_re_prompts_do_not_plead(language: str) -> None:
    """A re-prompt names the answer wanted; courtesy by habit reads as impatience."""
    asked = [(key, text) for key, text in texts(language) if key.startswith("retry-") or key.endswith((".retry1", ".retry2"))]
    assert [key for key, text in asked if PLEADS.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_re_prompt_differs_from_the_first(language: str) -> None:
    """The same words never come twice."""
    ends = {".first": ".second", ".retry1": ".retry2"}
    pairs = [(key, key.removesuffix(one) + two) for key in CATALOG.keys(language) for one, two in ends.items() if key.endswith(one)]
    assert [one for one, two in pairs if CATALOG.source(one, language) == CATALOG.source(two, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_long(language: str) -> None:
    """Even the longest sentence stays readable in one breath."""
    assert [key for key, text in prose(language) if max(sentences(text)) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_on_average(language: str) -> None:
    """The mean over all texts holds what clinical-facts 4.5 asks for."""
    lengths = [length for _, text in prose(language) for length in sentences(text)]
    assert sum(lengths) / len(lengths) <= MEAN_SENTENCE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", INTAKE.steps, ids=lambda step: step.id)
def test_labels_fit_a_button(step: Step, language: str) -> None:
    """Up to three options become buttons of 20 characters, more become rows of 24."""
    shown = labels(step, language)
    most = BUTTON_LABEL if len(shown) <= BUTTONS else ROW_LABEL
    assert [label for _, label in shown if len(label) > most] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", INTAKE.steps, ids=lambda step: step.id)
def test_labels_of_a_question_differ(step: Step, language: str) -> None:
    """No two answers to a question read alike."""
    shown = [label for _, label in labels(step, language)]
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", INTAKE.steps, ids=lambda step: step.id)
def test_a_question_fits_every_channel(step: Step, language: str) -> None:
    """Body and options stay within the limits of each channel."""
    shown = tuple(Choice(option, label) for option, label in labels(step, language))
    message = Message(step.key, language, CATALOG.source(step.key, language), shown)
    assert [fault for channel in CHANNELS for fault in faults(message, channel)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_fit_a_row(language: str) -> None:
    """Names of conditions, rows, sections and answered questions are used as labels of 24 characters."""
    named = [(key, text) for key, text in texts(language) if key.startswith(("indication-", "row-", "section-")) or key.endswith(".line")]
    assert [key for key, text in named if len(text) > ROW_LABEL] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_outcomes_keep_present_care(language: str) -> None:
    """Every text about outcomes says that present care goes on."""
    told = [(key, text) for key, text in texts(language) if key.startswith("outcomes-") and "." not in key]
    outcomes = [(key, text) for key, text in told if key not in {"outcomes-check", "outcomes-unknown"}]
    assert [key for key, text in outcomes if not words(text) & set(STAYS[language])] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["emergency-call", "crisis-call", "crisis-call_no_line"])
def test_danger_texts_show_the_number_before_anything_is_asked(key: str, language: str) -> None:
    """The number to call stands before the question, if there is one."""
    number, question = (CATALOG.source(key, language).find(mark) for mark in ("$number", "?"))
    assert 0 <= number < (question if question >= 0 else number + 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_help_line_is_said_to_be_open_at_all_hours(language: str) -> None:
    """Opening hours of others are not ours to promise."""
    crisis = [(key, text) for key, text in texts(language) if key.startswith("crisis-")]
    assert [key for key, text in crisis if ALL_HOURS.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_price_refusal_holds_no_number(language: str) -> None:
    """The one fixed refusal gives no figure."""
    assert not re.search(r"\d", CATALOG.source("aside-price", language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", ["outcomes.ftl", "emergencies.ftl", "topics.ftl"])
def test_clinical_texts_say_what_they_must_achieve(file: str, language: str) -> None:
    """Above each stands a comment for the physician, and that it awaits a signature."""
    body = parse((LOCALES / language / file).read_text("utf-8")).body
    written = [entry for entry in body if isinstance(entry, ast.Message)]
    comments = {entry.id.name: (entry.comment.content or "") if entry.comment else "" for entry in written}
    assert [name for name, comment in comments.items() if "waiting signature" not in comment] == []
