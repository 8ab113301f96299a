"""Instruments as data: whole, named faults, off until licensed, and a filled file judged."""

import pytest

from flows.protocol import MEASURES, data_files, issues, load
from flows.protocol.measure_check import check
from tests.flows.protocol.planting import shipped_with

OURS = ("nrs_pain", "psfs", "pgic", "safety")

FAULTS = [
    ("koos", "least = 5\n", "least = 12\n", "least: must lie between 1 and 9"),
    ("koos", 'main = "pain"', 'main = "sum"', "main: there is no score 'sum'"),
    ("quickdash", "low = 1\nhigh = 5", "low = 5\nhigh = 1", "low: must lie below high"),
    ("quickdash", '"D10", "D11"]\nleast', '"D10", "D12"]\nleast', "'D12' is no item"),
    ("quickdash", 'direction = "lower_better"', 'direction = "down"', "direction: 'down' is none of"),
    ("koos_ps", "42.1, 38.0", "38.0", "the table has 28 entries, the sum takes 29 values"),
    ("koos_ps", "42.1, 38.0", "42.1, 48.0", "table: must rise or fall throughout"),
    ("rapid3", "divisor = 3", "divisor = 0", "divisor: must be above 0"),
    ("visa_a", "allowed = [0, 4, 7, 10]", "allowed = [0, 4, 7, 11]", "allowed: holds an answer outside the range"),
    ("psfs", 'optional = ["activity_2"', 'optional = ["activity_1"', "optional: must be the last of ids"),
    ("nrs_pain", 'wording = "ours"', 'wording = "mine"', "wording: 'mine' is none of ours, licensed"),
    ("eq5d_5l", "scorer = 1", "scoring = 1", "scoring: unknown field"),
    ("womac", 'of = ["pain", "stiffness", "function"]', 'of = ["pain", "stiffness", "walk"]', "'walk' is no item, nor a score above it"),
    ("womac", 'delivery = "form"', 'delivery = "chat"', "24 items are too many for a chat"),
]


def filled(name: str = "quickdash", *, licence: str = "IWH 2026-114", language: str = "es") -> str:
    """A measure file filled in with wording that is plainly nobody's."""
    measure = load().measures[name]
    text = data_files()[f"measures/{name}.toml"].replace('licence_ref = ""', f'licence_ref = "{licence}"')
    items = "\n".join(f'{item} = "pregunta {item}"' for item in measure.item_ids)
    graded = {group.group: int((group.high - group.low) / group.step) + 1 for group in measure.groups}
    answers = "\n".join(f"{group} = {[f'opción {n}' for n in range(count)]}" for group, count in graded.items())
    return f"{text}\n[{language}.items]\n{items}\n\n[{language}.answers]\n{answers}\n"


@pytest.mark.parametrize(("name", "old", "new", "fault"), FAULTS, ids=[fault[-1] for fault in FAULTS])
def test_a_planted_fault_is_named(name: str, old: str, new: str, fault: str) -> None:
    """Each fault planted in an instrument is named with its file."""
    file = f"measures/{name}.toml"
    texts = dict(data_files())
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    found = [issue for issue in issues(texts) if issue.startswith(file)]
    assert any(fault in issue for issue in found), found


@pytest.mark.parametrize("name", MEASURES)
def test_a_file_holds_the_instrument_it_is_named_after(name: str) -> None:
    """The id is the file's name, so a measure named by a condition is found."""
    assert load().measures[name].id == name


@pytest.mark.parametrize("name", MEASURES)
def test_an_instrument_names_its_licence_source_and_direction(name: str) -> None:
    """Whoever reads a score can look up where it comes from and which way is better."""
    measure = load().measures[name]
    assert measure.licence
    assert measure.source
    assert measure.score(measure.main).direction in {"higher_better", "lower_better"}


@pytest.mark.parametrize("name", MEASURES)
def test_a_change_that_alerts_has_a_source_on_its_score_or_a_sibling(name: str) -> None:
    """No threshold stands in the data without a paper, or the word draft, behind one of the instrument's scores."""
    measure = load().measures[name]
    if any(score.alert for score in measure.scores) and name != "safety":
        assert any(change.source for score in measure.scores for change in score.changes)


@pytest.mark.parametrize("name", MEASURES)
def test_no_wording_of_others_is_shipped(name: str) -> None:
    """Ours are on and worded in the catalogue; all others are off and empty."""
    measure = load().measures[name]
    assert measure.slots == ()
    assert bool(measure.wanting()) is (name not in OURS)


def test_a_filled_file_may_be_used() -> None:
    """With a licence reference and whole wording in one language nothing is wanting."""
    checked = check(filled(), load().measures)
    assert checked.faults == ()
    assert checked.measure is not None
    assert checked.measure.languages == ("es",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (filled(licence=""), "licence_ref: empty"),
        (filled().replace('D7 = "pregunta D7"\n', ""), "D7: missing"),
        (filled() + 'D12 = "otra"\n', "D12: unknown field"),
        (filled().replace(", 'opción 4'", ""), "needs 5 labels"),
        (filled().replace("slope = 25", "slope = 24"), "scores: differs from the published scoring"),
        (filled().replace('id = "quickdash"', 'id = "dash"'), "'dash' is none of"),
        (filled(language="de"), "de: unknown field"),
        ("= =", "not TOML"),
        (data_files()["measures/koos.toml"], "no licensed wording in any language"),
    ],
    ids=lambda value: value[:30] if len(value) < 60 else "text",
)
def test_a_file_that_may_not_be_used_says_why(text: str, fault: str) -> None:
    """Licence, wording, labels and scoring are each checked, and the fault is named."""
    assert any(fault in found for found in check(text, load().measures).faults)


def test_a_licensed_instrument_switches_on_when_it_is_in_place() -> None:
    """A filled file in the place of the shipped one is read without a fault."""
    texts = {**data_files(), "measures/quickdash.toml": filled()}
    assert issues(texts) == ()


def test_an_instrument_no_condition_can_name_is_refused() -> None:
    """A condition that names an instrument which does not exist is a fault of the map."""
    assert any(
        "'koos_99' is unknown" in issue for issue in issues(shipped_with("evidence_map.toml", '"koos", "nrs_pain", "pgic"', '"koos_99"'))
    )
