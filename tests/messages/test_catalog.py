"""The catalogue: a missing text, language or variable is an error that names itself, and never a silent fallback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.catalog import Catalog, MissingText, shipped
from messages.prompt import LANGUAGES, OFFERED, Option, Prompt

ENGLISH = """
# For the reviewer: said first.
greeting = Hello { $name }.
    .why = Because we greet.
only-attributes =
    .one = One
count =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
listed = So: { $items }
block = { $lines }
option-yes = Yes
clinic = At { $clinic }.
"""
SPANISH = ENGLISH.replace("Hello", "Hola").replace("day", "día").replace("Yes", "Sí").replace("At ", "En ")
SMALL = Catalog({"en": {"a.ftl": ENGLISH}, "es": {"a.ftl": SPANISH}})


def small(source: str, **more: str) -> Catalog:
    """A catalogue of one English file, and others beside it."""
    return Catalog({"en": {"a.ftl": source, **{f"{name}.ftl": text for name, text in more.items()}}})


def test_a_text_is_found_by_key_and_language() -> None:
    """With its variables filled in."""
    assert (SMALL.text("greeting", "en", {"name": "Ana"}), SMALL.text("greeting", "es", {"name": "Ana"})) == ("Hello Ana.", "Hola Ana.")


def test_an_attribute_is_a_text_of_its_own() -> None:
    """Named after a dot, also where the message itself has no text."""
    assert (SMALL.text("greeting.why", "en"), SMALL.text("only-attributes.one", "en")) == ("Because we greet.", "One")


@pytest.mark.parametrize("key", ["unheard", "greeting.unheard", "only-attributes", "", "greeting.", ".why"])
def test_a_missing_text_is_an_error(key: str) -> None:
    """It names key and language; a key is never sent in place of a text."""
    with pytest.raises(MissingText, match="en"):
        SMALL.text(key, "en", {"name": "Ana"})


@pytest.mark.parametrize("language", ["fr", "pt", "", "EN", "es-MX"])
def test_a_missing_language_is_an_error(language: str) -> None:
    """No other language takes its place."""
    with pytest.raises(MissingText):
        SMALL.text("greeting", language, {"name": "Ana"})


def test_a_text_missing_in_one_language_is_missing_there() -> None:
    """Though the other has it."""
    catalog = Catalog({"en": {"a.ftl": "both = x\nonly = y\n"}, "es": {"a.ftl": "both = x\n"}})
    assert (catalog.has("only", "en"), catalog.has("only", "es")) == (True, False)
    with pytest.raises(MissingText, match=r"only.*es"):
        catalog.text("only", "es")


def test_a_missing_variable_is_an_error() -> None:
    """A text never leaves with the name of a variable in it."""
    with pytest.raises(MissingText, match=r"greeting \(en\)"):
        SMALL.text("greeting", "en")


def test_the_error_holds_no_value() -> None:
    """A patient's words never reach an exception."""
    with pytest.raises(MissingText) as caught:
        SMALL.text("greeting", "en", {"nome": "cáncer de mama"})
    assert "mama" not in str(caught.value)


def test_a_variable_too_many_is_ignored() -> None:
    """Texts may say less than they could."""
    assert SMALL.text("option-yes", "en", {"name": "Ana"}) == "Yes"


@pytest.mark.parametrize(("n", "text"), [(1, "1 day"), (0, "0 days"), (12, "12 days")])
def test_numbers_choose_their_words(n: int, text: str) -> None:
    """As the language counts."""
    assert SMALL.text("count", "en", {"n": n}) == text


def test_prompts_are_rendered_inside_texts() -> None:
    """In the same language; several are joined by commas, lines by line breaks."""
    yes = Prompt("option-yes")
    assert SMALL.text("listed", "es", {"items": (yes, yes)}) == "So: Sí, Sí"
    assert SMALL.text("block", "es", {"lines": (yes, yes)}) == "Sí\nSí"


def test_a_missing_prompt_inside_a_text_is_an_error() -> None:
    """However deep."""
    with pytest.raises(MissingText):
        SMALL.text("listed", "es", {"items": (Prompt("unheard"),)})


def test_a_prompt_renders_with_its_options() -> None:
    """Labels in the order given, ids untouched."""
    message = SMALL.render(Prompt("greeting", {"name": "Ana"}, (Option("yes", "option-yes"),)), "es")
    assert (message.key, message.language, message.text, [(each.id, each.label) for each in message.options]) == (
        "greeting",
        "es",
        "Hola Ana.",
        [("yes", "Sí")],
    )


def test_a_missing_label_is_an_error() -> None:
    """A button never shows a key."""
    with pytest.raises(MissingText, match="option-unheard"):
        SMALL.render(Prompt("option-yes", {}, (Option("yes", "option-unheard"),)), "es")


def test_the_prompts_own_variables_win() -> None:
    """What is known to every text yields to what this one was given."""
    known = {"clinic": "Regeneris"}
    assert SMALL.render(Prompt("clinic"), "en", known).text == "At Regeneris."
    assert SMALL.render(Prompt("clinic", {"clinic": "Río"}), "en", known).text == "At Río."


@given(st.text().filter(lambda words: "\r" not in words))
def test_words_are_put_in_as_they_are(words: str) -> None:
    """No marks around them, no syntax of ours read out of them."""
    assert SMALL.text("greeting", "en", {"name": words}) == f"Hello {words}."


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("= no key\n", r"en/a\.ftl: not Fluent near: = no key"),
        ("key = { $open\n", r"en/a\.ftl: not Fluent near: key"),
        ("good = x\nbad key = y\n", r"en/a\.ftl: not Fluent near: bad key"),
        ("key\n", r"en/a\.ftl: not Fluent near: key"),
    ],
)
def test_junk_is_refused(source: str, named: str) -> None:
    """With file and beginning, instead of a text that silently is not there."""
    with pytest.raises(ValueError, match=named):
        small(source)


def test_a_key_written_twice_is_refused() -> None:
    """Within a file and across files; both files are named."""
    with pytest.raises(ValueError, match=r"en/a\.ftl: key is written twice, first in a\.ftl"):
        small("key = x\nkey = y\n")
    with pytest.raises(ValueError, match=r"en/b\.ftl: key is written twice, first in a\.ftl"):
        small("key = x\n", b="key = y\n")


def test_an_attribute_written_twice_is_refused() -> None:
    """Like any key."""
    with pytest.raises(ValueError, match=r"key\.why is written twice"):
        small("key = x\n    .why = y\n    .why = z\n")


def test_the_same_key_in_two_languages_is_the_rule() -> None:
    """Only one language may not say it twice."""
    assert SMALL.keys("en") == SMALL.keys("es")


def test_a_text_knows_its_file_and_variables() -> None:
    """For reviewers and lints; a variable inside a choice counts."""
    assert (SMALL.file("greeting", "en"), SMALL.variables("greeting", "en"), SMALL.variables("count", "en")) == (
        "a.ftl",
        frozenset({"name"}),
        frozenset({"n"}),
    )


@pytest.mark.parametrize(
    "changed",
    [
        "Hello { $name }!",
        "Hello  { $name }.",
        "hello { $name }.",
        "Hello { $nombre }.",
        "Hello { $name }",
        "Helló { $name }.",
        "Hello { $name }.\n    Bye.",
    ],
)
def test_the_digest_changes_with_any_character(changed: str) -> None:
    """A changed text loses its approval."""
    assert small(f"greeting = {changed}\n").digest("greeting", "en") != SMALL.digest("greeting", "en")


@pytest.mark.parametrize("around", ["# another comment\n{}", "{}\n\n\nother = x\n", "zeroth = x\n{}", "{}    .why = x\n"])
def test_the_digest_does_not_change_with_what_stands_around(around: str) -> None:
    """Comments, order and attributes are other texts."""
    assert small(around.format("greeting = Hello { $name }.\n")).digest("greeting", "en") == SMALL.digest("greeting", "en")


def test_the_digest_of_an_attribute_is_its_own() -> None:
    """A changed reason leaves the question approved."""
    changed = small("greeting = Hello { $name }.\n    .why = Other.\n")
    assert changed.digest("greeting", "en") == SMALL.digest("greeting", "en")
    assert changed.digest("greeting.why", "en") != SMALL.digest("greeting.why", "en")


def test_the_digest_is_the_same_in_every_language_only_for_the_same_words() -> None:
    """It is a digest of words, not of keys."""
    assert SMALL.digest("block", "en") == SMALL.digest("block", "es")
    assert SMALL.digest("greeting", "en") != SMALL.digest("greeting", "es")


def test_languages_come_in_the_products_order() -> None:
    """The clinic's own first."""
    assert SMALL.languages == ("es", "en")
    assert [language for language in LANGUAGES if language in shipped().languages] == list(shipped().languages)


def test_the_shipped_catalogue_is_read_once() -> None:
    """And shared."""
    assert shipped() is shipped()


@pytest.mark.parametrize("language", OFFERED)
def test_the_languages_offered_share_all_keys(language: str) -> None:
    """Complete or not offered."""
    assert shipped().keys(language) ^ shipped().keys(OFFERED[0]) == frozenset()


@pytest.mark.parametrize("language", OFFERED)
def test_the_languages_offered_share_all_variables(language: str) -> None:
    """A text uses in each language what it uses in the first."""
    catalog, first = shipped(), OFFERED[0]
    assert not {key for key in catalog.keys(first) if catalog.variables(key, language) != catalog.variables(key, first)}
