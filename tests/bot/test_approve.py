"""`approve`: writes down who signed which words, all or nothing, and only for a named physician with a licence."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import signing
from bot.commands.approve import approve
from flows.protocol import load
from messages.approvals import read_ledger
from messages.catalog import Catalog, shipped
from messages.prompt import LANGUAGES
from tests.flows.test_planted_faults import begun

WHO = ("--physician", "Dra. Ana Ruiz Peña", "--licence", "1234567", "--on", "2026-11-30", "--yes")


@pytest.fixture
def ledgers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> signing.Ledgers:
    """Ledgers of this test, as empty as the shipped ones."""
    kept = signing.Ledgers(tmp_path / "approvals.toml", tmp_path / "signature.toml")
    kept.approvals.write_text(signing.SHIPPED.approvals.read_text("utf-8"), "utf-8")
    kept.signatures.write_text(signing.SHIPPED.signatures.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(signing, "SHIPPED", kept)
    return kept


def run(*arguments: str, given: str = "") -> Result:
    """The command."""
    return CliRunner().invoke(approve, arguments, input=given)


def left(ledgers: signing.Ledgers, language: str) -> set[str]:
    """What awaits a signature in a language."""
    return {each.key for each in signing.outstanding((language,), ledgers).texts}


def test_an_approved_text_awaits_nothing_any_more(ledgers: signing.Ledgers) -> None:
    """In that language, and in no other."""
    assert run("outcomes-lupus", "--language", "es", *WHO).exit_code == 0
    assert ("outcomes-lupus" in left(ledgers, "es"), "outcomes-lupus" in left(ledgers, "en")) == (False, True)


def test_the_entry_says_who_when_and_over_which_words(ledgers: signing.Ledgers) -> None:
    """Everything an auditor asks."""
    run("outcomes-lupus", "--language", "es", *WHO)
    (entry,) = read_ledger(ledgers.approvals.read_text("utf-8"))
    assert (entry.physician, entry.licence, entry.approved_at) == ("Dra. Ana Ruiz Peña", "1234567", date(2026, 11, 30))
    assert entry.sha256 == shipped().digest("outcomes-lupus", "es")


def test_a_changed_character_loses_the_approval(ledgers: signing.Ledgers, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no other text's."""
    run("outcomes-lupus", "outcomes-als", "--language", "es", *WHO)
    changed: Catalog = begun("es", "outcomes-lupus", "Gracias.")
    monkeypatch.setattr(signing, "shipped", lambda: changed)
    found = {each.key: each.state for each in signing.outstanding(("es",), ledgers).texts}
    assert (found.get("outcomes-lupus"), found.get("outcomes-als")) == ("changed", None)


@pytest.mark.parametrize("name", ["--physician", "--licence"])
@pytest.mark.parametrize("value", ["", "   ", None])
def test_a_signature_needs_a_name_and_a_licence(ledgers: signing.Ledgers, name: str, value: str | None) -> None:
    """Without both nothing is written."""
    given = {"--physician": "Dra. Ana Ruiz", "--licence": "1234567"}
    kept = {option: text for option, text in {**given, name: value}.items() if text is not None}
    before = ledgers.approvals.read_text("utf-8")
    found = run("outcomes-lupus", "--language", "es", "--yes", *(part for pair in kept.items() for part in pair))
    assert (found.exit_code, ledgers.approvals.read_text("utf-8")) == (2, before)


def test_a_wrong_key_is_named_and_nothing_is_written(ledgers: signing.Ledgers) -> None:
    """Not even what was named beside it."""
    before = ledgers.approvals.read_text("utf-8")
    found = run("outcomes-lupus", "outcomes-lupos", "--language", "es", *WHO)
    assert (found.exit_code, "outcomes-lupos (es)" in found.output, "python -m bot scripts" in found.output) == (1, True, True)
    assert ledgers.approvals.read_text("utf-8") == before


@pytest.mark.parametrize(
    "arguments",
    [(), ("outcomes-lupus",), ("--all",), ("outcomes-lupus", "--protocol"), ("outcomes-lupus", "--language", "de")],
    ids=["nothing named", "no language", "all of no language", "texts and protocol", "a language without texts"],
)
def test_a_half_said_approval_is_refused(ledgers: signing.Ledgers, arguments: tuple[str, ...]) -> None:
    """Usage: exit 2, nothing written."""
    before = (ledgers.approvals.read_text("utf-8"), ledgers.signatures.read_text("utf-8"))
    assert run(*arguments, *WHO).exit_code == 2
    assert (ledgers.approvals.read_text("utf-8"), ledgers.signatures.read_text("utf-8")) == before


def test_a_no_writes_nothing(ledgers: signing.Ledgers) -> None:
    """The person is asked whether every word was read."""
    before = ledgers.approvals.read_text("utf-8")
    found = run("outcomes-lupus", "--language", "es", *WHO[:-1], given="n\n")
    assert ("has read every word of 1 text(s) in es" in found.output, found.exit_code) == (True, 1)
    assert ledgers.approvals.read_text("utf-8") == before


def test_all_signs_what_is_left_of_one_language(ledgers: signing.Ledgers) -> None:
    """And says so when nothing is."""
    assert run("--all", "--language", "pt", *WHO).exit_code == 0
    assert left(ledgers, "pt") == set() != left(ledgers, "fr")
    before = ledgers.approvals.read_text("utf-8")
    assert "is approved as it stands" in run("--all", "--language", "pt", *WHO).output
    assert ledgers.approvals.read_text("utf-8") == before


def test_the_protocol_is_signed_over_its_digest(ledgers: signing.Ledgers) -> None:
    """A changed file has another digest, and so no signature."""
    assert run("--protocol", *WHO).exit_code == 0
    assert not signing.outstanding(("es",), ledgers).protocol
    ledgers.signatures.write_text(ledgers.signatures.read_text("utf-8").replace(load().digest, "0" * 64), "utf-8")
    assert signing.outstanding(("es",), ledgers).protocol


def test_everything_signed_leaves_nothing(ledgers: signing.Ledgers) -> None:
    """All languages and the protocol."""
    for language in LANGUAGES:
        run("--all", "--language", language, *WHO)
    run("--protocol", *WHO)
    found = signing.outstanding(LANGUAGES, ledgers)
    assert (found.none, found.summary()) == (True, "every clinical text and the protocol are signed")


def test_earlier_entries_stay(ledgers: signing.Ledgers) -> None:
    """The ledger is history: it only grows."""
    run("outcomes-lupus", "--language", "es", *WHO)
    before = ledgers.approvals.read_text("utf-8")
    run("outcomes-als", "--language", "es", *WHO)
    assert ledgers.approvals.read_text("utf-8").startswith(before)


@pytest.mark.parametrize("name", ['Ana "La Doctora" Ruiz', "Ana \\ Ruiz", "Ana Ruiz’s", "Ана", "a = 1"])
def test_any_name_is_written_as_it_is(ledgers: signing.Ledgers, name: str) -> None:
    """Quotes and backslashes too."""
    run("outcomes-lupus", "--language", "es", "--physician", name, "--licence", "1", "--yes")
    assert read_ledger(ledgers.approvals.read_text("utf-8"))[0].physician == name


def test_a_name_with_a_line_break_is_refused(ledgers: signing.Ledgers) -> None:
    """It could write an entry of its own."""
    before = ledgers.approvals.read_text("utf-8")
    found = run("outcomes-lupus", "--language", "es", "--physician", 'A"\nlicence = "9', "--licence", "1", "--yes")
    assert (found.exit_code, ledgers.approvals.read_text("utf-8")) == (2, before)
