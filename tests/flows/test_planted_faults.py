"""Plant a price, a cure, a missing translation, a wrong variable, a long button in any one language: each is caught by name."""

from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from flows import texts
from flows.texts import faults
from messages.catalog import LOCALES, Catalog, shipped
from messages.guard import judge
from messages.prompt import LANGUAGES

PRICES = {
    "es": "La consulta cuesta 2,500 pesos.",
    "en": "The visit costs 250 dollars.",
    "pt": "A consulta custa 900 reais.",
    "fr": "La consultation coûte 120 euros.",
}
CURES = {
    "es": "Las células curan la artrosis.",
    "en": "The cells cure arthritis.",
    "pt": "As células curam a artrose.",
    "fr": "Les cellules guérissent l’arthrose.",
}


@pytest.fixture(autouse=True, scope="module")
def judged_once() -> Iterator[None]:
    """Each distinct text is judged once: all but the planted one are the same in every test here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "judge", cache(judge))
        yield


@cache
def sources() -> Mapping[str, Mapping[str, str]]:
    """The shipped files, language -> name -> source."""
    return {language: {file.name: file.read_text("utf-8") for file in (LOCALES / language).glob("*.ftl")} for language in LANGUAGES}


def planted(language: str, key: str, old: str, new: str) -> Catalog:
    """The shipped catalogue with `old` replaced by `new` within one message of one language."""
    name = shipped().file(key, language)
    source = sources()[language][name]
    start = f"\n{source}".index(f"\n{key} =")
    before, after = source[:start], source[start:]
    assert old in after
    changed = before + after.replace(old, new, 1)
    return Catalog({**sources(), language: {**sources()[language], name: changed}})


def new_faults(catalog: Catalog) -> list[str]:
    """What is wrong here that is not wrong with the shipped texts."""
    return [fault for fault in faults(catalog, LANGUAGES) if fault not in known()]


@cache
def known() -> frozenset[str]:
    """What is wrong with the shipped texts."""
    return frozenset(faults(shipped(), LANGUAGES))


def begun(language: str, key: str, sentence: str) -> Catalog:
    """The shipped catalogue with a sentence put before a one-paragraph text."""
    first = shipped().source(key, language).splitlines()[0]
    return planted(language, key, first, f"{sentence} {first}")


def test_the_shipped_texts_are_without_fault() -> None:
    """In every language: present, same variables, passed by the guard, within every limit, one question each."""
    assert faults(shipped(), LANGUAGES) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_planted_price_is_named(language: str) -> None:
    """By key, language and rule."""
    found = new_faults(begun(language, "topic-visit", PRICES[language]))
    assert [fault for fault in found if fault.startswith(f"topic-visit ({language}): price:")] == found != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_planted_cure_is_named(language: str) -> None:
    """By key, language and rule."""
    found = new_faults(begun(language, "outcomes-lupus", CURES[language]))
    assert [fault for fault in found if fault.startswith(f"outcomes-lupus ({language}): cure:")] == found != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_translation_is_named(language: str) -> None:
    """A text that the flow needs, and one that only stands beside it."""
    for key in ("ack-flag", "outcomes-lupus"):
        found = new_faults(planted(language, key, f"{key} =", f"{key}-elsewhere ="))
        assert [fault for fault in found if fault.startswith(f"{key} ({language}): no text")] != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_label_is_named(language: str) -> None:
    """An option without a word in one language."""
    found = new_faults(planted(language, "contact-reach", ".phone =", ".telephone ="))
    assert f"contact-reach.phone ({language}): no text (option of contact.reach)" in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_variable_is_named(language: str) -> None:
    """The text is given no such value, and would never be said."""
    found = new_faults(planted(language, "emergency-call", "$number", "$nummer"))
    assert f"emergency-call ({language}): unknown variable nummer" in found
    assert f"emergency-call ({language}): leaves out variable number" in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dropped_variable_is_named(language: str) -> None:
    """An emergency text without its number tells nobody whom to call."""
    found = new_faults(planted(language, "crisis-held", "{ $number }", "112"))
    assert found == [f"crisis-held ({language}): leaves out variable number"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_of_21_characters_is_named(language: str) -> None:
    """Up to three options become buttons of 20."""
    label = shipped().source("contact-reach.here", language)
    found = new_faults(planted(language, "contact-reach", f".here = {label}", f".here = {'abcdefghij' * 2}k"))
    assert found == [f"contact-reach ({language}): whatsapp: label of here is 21 long, at most 20"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_of_25_characters_is_named(language: str) -> None:
    """Names become rows of a list."""
    name = shipped().source("indication-lupus", language)
    found = new_faults(planted(language, "indication-lupus", f"= {name}", f"= {'abcde' * 5}"))
    assert f"indication-lupus ({language}): label is 25 long, at most 24" in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_question_is_named(language: str) -> None:
    """One message asks one thing."""
    text = shipped().source("contact-phone", language).splitlines()[0]
    found = new_faults(planted(language, "contact-phone", text, f"{text} {text}"))
    assert f"contact-phone ({language}): asks more than one thing" in found


@pytest.mark.parametrize(("sign", "fault"), [("!", "holds an exclamation mark"), ("🙂", "holds a picture")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_shouts_and_pictures_are_named(language: str, sign: str, fault: str) -> None:
    """In any text."""
    text = shipped().source("late-noted", language)
    assert new_faults(planted(language, "late-noted", text, f"{text} {sign}")) == [f"late-noted ({language}): {fault}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_too_long_for_its_buttons_is_named(language: str) -> None:
    """A question with options has 1,024 characters at most."""
    text = shipped().source("contact-reach", language).splitlines()[0]
    found = new_faults(planted(language, "contact-reach", text, f"{'palabra ' * 130}{text}"))
    assert [fault for fault in found if fault.startswith(f"contact-reach ({language}): whatsapp: text above options is")] != []


def test_a_text_that_drops_a_value_is_named() -> None:
    """A value that is only asked about is never said."""
    dropping = planted("en", "control-stopped", "{ $clinic }", "{ $clinic ->\n       *[other] the clinic\n    }")
    assert "control-stopped (en): changes or leaves out what clinic holds" in new_faults(dropping)
