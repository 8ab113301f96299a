"""The script book: complete, in the order of the conversation, with the true verdicts; readable by people and by machines."""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.commands.scripts import scripts
from bot.script_book import Book, build, shipped_book
from bot.script_book_evidence import evidence_rows, therapy_rows
from bot.script_book_listing import listing
from bot.script_book_pages import Places, book_page, sample, whole
from bot.script_book_sources import ORDER, parts, segments, shipped_files
from bot.script_book_usage import outcome_text, plain, use_of
from bot.script_book_view import STATES, Filters, chapters, rows
from flows.intake.flow import INTAKE
from flows.protocol import load
from flows.steps import Condition, Fact
from flows.texts import SAMPLES
from messages.approvals import Approval
from messages.catalog import Catalog, shipped
from messages.limits import CHANNELS
from messages.prompt import LANGUAGES

TODAY = date(2026, 11, 23)
SMALL = """### A part.

## First heading. With a note.

# Must achieve: a greeting.
welcome-who = Hello from { $clinic }.
    .why = Because we greet.
contact-phone = Which number may we call?
    .line = Phone
"""


def small(changed: str = SMALL, ledger: tuple[Approval, ...] = (), **more: str) -> Book:
    """A book over one small file in English, and others beside it."""
    files = {"en": {"opening.ftl": changed, **{f"{name}.ftl": text for name, text in more.items()}}}
    return build(Catalog(files), files, ledger)


@cache
def listed() -> Mapping[str, dict[str, Any]]:
    """The listing of the shipped texts by key."""
    return {entry["key"]: entry for entry in listing(shipped_book())}


def test_every_text_of_every_language_is_in_the_book() -> None:
    """By key, once."""
    keys = [entry["key"] for entry in listing(shipped_book())]
    assert sorted(keys) == sorted(shipped().keys(LANGUAGES[0]))


def test_the_listing_has_the_members_of_the_contract() -> None:
    """For every key in every language."""
    for entry in listed().values():
        assert {"key", "where", "languages", "variables", "purpose", "needs_template", "clinical"} <= set(entry)
        assert set(entry["languages"]) == set(LANGUAGES)
        for text in entry["languages"].values():
            assert {"text", "length", "approval", "guard", "fits"} <= set(text)
            assert set(text["fits"]) == set(CHANNELS)


def test_the_listing_tells_what_it_saw() -> None:
    """One entry in full."""
    entry = listed()["nudge-later"]
    assert (entry["variables"], entry["purpose"], entry["needs_template"], entry["clinical"]) == (["clinic"], "reminder", True, True)
    text = entry["languages"]["en"]
    assert (text["text"], text["approval"], text["guard"]) == (
        shipped().source("nudge-later", "en"),
        "awaiting",
        {"blocked": False, "findings": []},
    )


def test_only_what_leaves_unasked_needs_a_template() -> None:
    """An answer leaves inside the reply window."""
    assert {entry["purpose"] for entry in listed().values() if entry["needs_template"]} <= {"reminder", "notice"}
    assert not listed()["emergency-call"]["needs_template"]
    assert listed()["emergency-call"]["purpose"] == "emergency"


def test_readability_stands_only_beside_long_texts() -> None:
    """A formula says little about a line."""
    assert ("readability" in listed()["late-noted"]["languages"]["es"], "readability" in listed()["topic-promise"]["languages"]["es"]) == (
        False,
        True,
    )


def test_no_shipped_text_is_stopped_or_too_long() -> None:
    """What the book would show in red."""
    assert [(text.key, text.language) for text in shipped_book().texts.values() if text.findings or text.unfit] == []


def test_the_parts_stand_in_the_order_of_the_conversation() -> None:
    """Names that stand inside sentences come last."""
    names = [part.name for part in parts(shipped_files())]
    assert names[: len(ORDER)] == list(ORDER)
    assert names[-2:] == ["names", "options"]


def test_a_new_part_stands_before_the_names() -> None:
    """It is never left out."""
    files = {"en": {"names.ftl": "a = x\n", "check_ins.ftl": "b = y\n", "opening.ftl": "c = z\n"}}
    assert [(part.name, part.title) for part in parts(files)] == [
        ("opening", "Opening"),
        ("check_ins", "Check and ins"),
        ("names", "Names"),
    ]


def test_headings_and_comments_come_from_the_file() -> None:
    """What reviewers wrote above a text is read beside it."""
    (part,) = parts({"en": {"opening.ftl": SMALL}})
    first = part.written[0]
    assert (part.intro, first.heading, first.heading_note, first.comment) == (
        "A part.",
        "First heading",
        "With a note.",
        "Must achieve: a greeting.",
    )
    assert first.keys == ("welcome-who", "welcome-who.why")


def test_a_text_only_one_language_has_is_in_the_book() -> None:
    """Shown as missing in the others."""
    files = {"en": {"opening.ftl": SMALL}, "es": {"opening.ftl": SMALL + "late-noted = Gracias.\n"}}
    book = build(Catalog(files), files, ())
    ((_, groups),) = chapters(book, Filters(state="missing"))
    assert [passage.key for group in groups for passage in group.passages] == ["late-noted"]


def test_variables_are_cut_out_of_the_words() -> None:
    """So that they can be shown as such."""
    cut = segments("Hi { $name },\n    it is { $n ->\n        [one] one day\n       *[other] { $n } days\n    }.")
    assert [(each.words, each.variable) for each in cut if not each.choices] == [("Hi ", ""), ("", "name"), (",\nit is ", ""), (".", "")]
    (choice,) = [each for each in cut if each.choices]
    assert [when for when, _ in choice.choices] == ["one", "otherwise"]


@pytest.mark.parametrize("variable", sorted(SAMPLES))
def test_every_variable_has_a_sample_in_words(variable: str) -> None:
    """No key shows."""
    assert sample(variable)
    assert not re.search(r"[a-z]+-[a-z]+_|Prompt", sample(variable))


def test_every_question_says_where_it_is_asked() -> None:
    """And when, if not always."""
    for step in INTAKE.steps:
        assert use_of(step.key).where == f"asked at {step.id}"
    assert use_of("subject-relation").when == "who is other"


def test_texts_about_outcomes_name_their_conditions() -> None:
    """From the evidence map."""
    assert use_of("outcomes-lupus").when == "the condition is lupus"
    assert "no text of its own" in use_of("outcomes-strong").when


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (Condition(), ""),
        (Fact("age").below(18), "age below 18"),
        (Fact("minor").equals(value=True), "minor holds"),
        (~Fact("minor").equals(value=True), "not (minor holds)"),
        (Fact("a").equals("x") & (Fact("b").equals("y") | Fact("c").equals("z")), "a is x and (b is y or c is z)"),
        (Fact("a").one_of("y", "x"), "a is x or y"),
        (~Condition(), "only on the way back"),
    ],
)
def test_conditions_are_told_in_words(when: Condition, words: str) -> None:
    """No operator shows."""
    assert plain(when) == words


def test_a_planted_price_shows_as_stopped() -> None:
    """With rule and phrase."""
    book = small(SMALL.replace("Hello from", "It costs 250 dollars at"))
    text = book.texts["welcome-who", "en"]
    assert {finding.rule for finding in text.findings} == {"price"}
    page = book_page(book, load(), Places("/scripts"), TODAY, Filters(state="stopped"))
    assert "Stopped by the guard" in page
    assert "contact-phone" not in page


def test_a_long_label_shows_as_unfit() -> None:
    """At the label itself."""
    book = small(SMALL.replace("= Phone", "= The number of the telephone"))
    assert book.texts["contact-phone.line", "en"].fits["whatsapp"] == ("label is 27 long, at most 24",)


def test_an_approval_shows_with_its_physician() -> None:
    """And a changed text as changed."""
    digest = Catalog({"en": {"a.ftl": SMALL}}).digest("welcome-who", "en")
    ledger = (Approval("welcome-who", "en", digest, "Dra. Ana Ruiz", "1234567", date(2026, 11, 30)),)
    page = book_page(small(ledger=ledger), load(), Places("/scripts"), TODAY, Filters(state="approved"))
    assert "Dra. Ana Ruiz, licence 1234567, 2026-11-30" in page
    changed = small(SMALL.replace("Hello", "Hallo"), ledger)
    assert changed.texts["welcome-who", "en"].state == "changed"


@pytest.mark.parametrize("state", sorted(STATES))
def test_a_filter_shows_only_its_state(state: str) -> None:
    """Of the shipped texts, all clinical ones await a signature, and none is in any other state."""
    found = list(chapters(shipped_book(), Filters(state=state)))
    assert bool(found) is (state == "awaiting")


def test_filters_are_read_from_the_query_and_nothing_else_is() -> None:
    """An unknown part, state or language counts as not asked."""
    book = shipped_book()
    assert Filters.read({"part": "host", "state": "awaiting", "language": "fr"}, book) == Filters("host", "awaiting", "fr")
    assert Filters.read({"part": "<script>", "state": "x", "language": "de", "more": "y"}, book) == Filters()


def test_a_question_is_laid_out_as_the_patient_meets_it() -> None:
    """The text, the answers in their order, then what is said beside it."""
    passages = (passage for chapter in shipped_book().chapters for passage in chapter.passages)
    found = next(passage for passage in passages if passage.key == "safety-red_flags")
    laid = list(rows(shipped_book(), found, ("es",)))
    assert [row.title for row in laid] == [
        "",
        "answers",
        "why",
        "retry1",
        "retry2",
        "retry-skipped",
    ]
    assert [text.key.partition(".")[2] for text in laid[1].cells[0][1]] == ["none", "yes", "unsure"]


def test_every_text_stands_on_the_page() -> None:
    """Word for word, in every language, with nothing between."""
    page = whole(shipped_book(), load(), TODAY)
    said = re.sub(r"<[^>]+>", "", page)
    for key, language in (("outcomes-lupus", "es"), ("topic-promise", "fr"), ("crisis-held", "pt"), ("emergency-call", "en")):
        first = shipped().source(key, language).splitlines()[0].partition("{")[0].strip()
        assert first.replace("'", "&#39;") in said, (key, language)
    assert all(f'id="{passage.key}"' in page for chapter in shipped_book().chapters for passage in chapter.passages)


def test_the_whole_book_stands_alone() -> None:
    """No script, no address but its own places, no place that is not there."""
    page = whole(shipped_book(), load(), TODAY)
    assert "<script" not in page
    assert "{{" not in page
    links = set(re.findall(r'(?:href|src)="([^"]*)"', page))
    assert [link for link in links if not link.startswith("#") and link != "data:,"] == []
    assert {link[1:] for link in links if link.startswith("#")} - set(re.findall(r'id="([^"]+)"', page)) == set()


def test_ids_are_given_once() -> None:
    """A link leads to one place."""
    ids = re.findall(r' id="([^"]+)"', whole(shipped_book(), load(), TODAY))
    assert sorted(ids) == sorted(set(ids))


def test_nothing_is_styled_in_line() -> None:
    """The content security policy would drop it."""
    page = book_page(shipped_book(), load(), Places("/scripts", "/evidence-map", "/therapies", "/s.css"), TODAY, Filters())
    assert not re.search(r"<style|<script|\sstyle=|\son[a-z]+=", page)


def test_texts_are_escaped() -> None:
    """Markup in a text is shown, never obeyed."""
    page = book_page(small(SMALL.replace("Hello", "<b>Hello</b>")), load(), Places(), TODAY, Filters())
    assert "&lt;b&gt;Hello&lt;/b&gt;" in page


def test_the_map_holds_every_condition_once() -> None:
    """By tier, with an existing text for each."""
    found = [each for _, rows_ in evidence_rows(load(), TODAY) for each in rows_]
    assert sorted(each.row.id for each in found) == sorted(load().evidence)
    assert [each.row.id for each in found if not all(shipped().has(each.text, language) for language in LANGUAGES)] == []


def test_an_overdue_review_is_marked() -> None:
    """From the day after it was due."""
    due = load().evidence["lupus"].review_due
    for today, overdue in ((due, False), (date.fromordinal(due.toordinal() + 1), True)):
        assert [each.overdue for _, rows_ in evidence_rows(load(), today) for each in rows_ if each.row.id == "lupus"] == [overdue]


def test_conditions_outside_the_chat_say_what_stands_instead() -> None:
    """No outcome is described there."""
    evidence = load().evidence
    assert (outcome_text(evidence["gvhd"]), outcome_text(evidence["ards"])) == ("condition-stay_with_team", "condition-hospital")


def test_the_register_holds_every_therapy_with_its_text() -> None:
    """In the order of the file."""
    found = therapy_rows(load())
    assert [each.row.id for each in found] == list(load().therapies)
    assert [each.text for each in found if not all(shipped().has(each.text, language) for language in LANGUAGES)] == []


def test_the_command_writes_one_page_or_json(tmp_path: Path) -> None:
    """Without settings, database or keys."""
    out = tmp_path / "book.html"
    assert CliRunner().invoke(scripts, ["--out", str(out)]).exit_code == 0
    assert out.read_text("utf-8").startswith("<!doctype html>")
    done = CliRunner().invoke(scripts, ["--json"])
    assert [entry["key"] for entry in json.loads(done.stdout)] == [entry["key"] for entry in listing(shipped_book())]


def test_one_language_can_be_printed_alone() -> None:
    """For the physician who signs it."""
    page = whole(shipped_book(), load(), TODAY, "pt")
    assert 'class="cell" lang="pt"' in page
    assert 'class="cell" lang="es"' not in page
