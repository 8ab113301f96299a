"""The ledger of approvals: an approval holds for one wording of one text in one language, and nothing is approved as shipped."""

from datetime import date

import pytest

from flows.protocol import load
from messages.approvals import LEDGER, Approval, is_clinical, read_ledger, shipped_ledger, standing, unsigned
from messages.catalog import Catalog, shipped
from messages.prompt import LANGUAGES

SOURCE = "outcomes-strong = Some people feel less pain.\n    .why = Because it matters.\noption-yes = Yes\nrow-allergy = Allergy\n"
TEXTS = Catalog({"en": {"a.ftl": SOURCE}, "es": {"a.ftl": SOURCE.replace("Yes", "Sí")}})
ENTRY = """
[[approval]]
key = "outcomes-strong"
language = "en"
sha256 = "{digest}"
physician = "Dra. Ana Ruiz"
licence = "1234567"
approved_at = 2026-11-30
"""


def entry(catalog: Catalog = TEXTS, on: str = "2026-11-30") -> tuple[Approval, ...]:
    """The ledger over one English text as this catalogue words it."""
    return read_ledger(ENTRY.format(digest=catalog.digest("outcomes-strong", "en")).replace("2026-11-30", on))


def state(catalog: Catalog, ledger: tuple[Approval, ...], language: str = "en") -> str:
    """How the text stands."""
    return next(iter(standing(catalog, ledger, ["outcomes-strong"], [language]))).state


def worded(text: str) -> Catalog:
    """The same key in other words."""
    return Catalog({"en": {"a.ftl": SOURCE.replace("Some people feel less pain.", text)}})


def test_nothing_is_approved_as_shipped() -> None:
    """The ledger has no entry, and the protocol no signature."""
    assert (shipped_ledger(), load().signatures) == ((), ())


def test_every_clinical_text_awaits_a_signature_as_shipped() -> None:
    """In every language."""
    left = unsigned(shipped(), shipped_ledger(), LANGUAGES)
    clinical = sum(is_clinical(key) for key in shipped().keys(LANGUAGES[0]))
    assert ({each.state for each in left}, len(left)) == ({"awaiting"}, clinical * len(LANGUAGES))


def test_an_approved_text_stands_approved() -> None:
    """With who approved it, under which licence, and when."""
    found = next(iter(standing(TEXTS, entry(), ["outcomes-strong"], ["en"])))
    assert found.approval is not None
    assert (found.state, found.approval.physician, found.approval.licence, found.approval.approved_at) == (
        "approved",
        "Dra. Ana Ruiz",
        "1234567",
        date(2026, 11, 30),
    )


@pytest.mark.parametrize(
    "text",
    ["Some people feel less pain", "Some people  feel less pain.", "some people feel less pain.", "Some people feel less pain. \u200bx"],
)
def test_a_changed_character_loses_the_approval(text: str) -> None:
    """Whatever the character."""
    assert state(worded(text), entry()) == "changed"


def test_the_former_wording_is_approved_again_when_it_returns() -> None:
    """An entry is never taken back by a later change; it holds for its wording."""
    assert (state(worded("Other words."), entry()), state(TEXTS, entry())) == ("changed", "approved")


def test_an_approval_holds_for_one_language() -> None:
    """The same words in another language await their own."""
    assert state(TEXTS, entry(), "es") == "awaiting"


def test_an_approval_holds_for_one_text() -> None:
    """What stands beside it in the same message awaits its own."""
    assert next(iter(standing(TEXTS, entry(), ["outcomes-strong.why"], ["en"]))).state == "awaiting"


def test_the_latest_of_several_approvals_is_named() -> None:
    """Whatever their order in the ledger."""
    ledger = (*entry(on="2026-12-24"), *entry(on="2026-11-30"))
    found = next(iter(standing(TEXTS, ledger, ["outcomes-strong"], ["en"])))
    assert found.approval is not None
    assert found.approval.approved_at == date(2026, 12, 24)


@pytest.mark.parametrize("name", ["key", "language", "sha256", "physician", "licence", "approved_at"])
def test_an_entry_that_lacks_something_is_refused_by_name(name: str) -> None:
    """An approval without a name, a licence or a day is none."""
    lines = [line for line in ENTRY.splitlines() if not line.startswith(name)]
    with pytest.raises(ValueError, match=rf"approval 1: .*{name}"):
        read_ledger("\n".join(lines))


@pytest.mark.parametrize("name", ["physician", "licence"])
def test_an_empty_name_or_licence_is_refused(name: str) -> None:
    """Blanks sign nothing."""
    blank = "\n".join(f'{name} = "  "' if line.startswith(name) else line for line in ENTRY.splitlines())
    with pytest.raises(ValueError, match=f"approval 1: {name} is empty"):
        read_ledger(blank)


def test_a_day_must_be_a_day() -> None:
    """Not words about one."""
    with pytest.raises(ValueError, match="approved_at must be a date"):
        read_ledger(ENTRY.replace("2026-11-30", '"in November"'))


def test_the_shipped_ledger_shows_an_entry_that_can_be_read() -> None:
    """The example in its comment is what the reader takes."""
    example = "\n".join(line.removeprefix("#   ") for line in LEDGER.read_text("utf-8").splitlines() if line.startswith("#   "))
    assert read_ledger(example)[0].key == "outcomes-strong"


@pytest.mark.parametrize(
    ("key", "clinical"),
    [
        ("outcomes-lupus", True),
        ("emergency-call", True),
        ("screening-pregnancy", True),
        ("screening-pregnancy.why", True),
        ("outcomes-check.relief", True),
        ("row-allergy", True),
        ("indication-lupus", True),
        ("topic-safety.line", False),
        ("option-yes", False),
        ("part-screening", False),
        ("value-months", False),
    ],
)
def test_what_a_physician_signs(key: str, clinical: bool) -> None:  # noqa: FBT001 - a column of the table
    """All that says something of medicine; not names of parts, shared buttons, lines of the summary."""
    assert is_clinical(key) is clinical
