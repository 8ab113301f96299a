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
    ("visa_a", "points = [0, 2, 5, 7, 10]", "points = [0, 2, 5, 7, 31]", "holds an answer outside the range"),
    ("visa_a", "points = [0, 2, 5, 7, 10]", "", "belongs to a single item, and each needs its points"),
    ("psfs", 'optional = ["activity_2"', 'optional = ["activity_1"', "optional: must be the last of ids"),
    ("nrs_pain", 'wording = "ours"', 'wording = "mine"', "wording: 'mine' is none of ours, licensed"),
    ("eq5d_5l", "scorer = 1", "scoring = 1", "scoring: unknown field"),
    ("womac", 'of = ["pain", "stiffness", "function"]', 'of = ["pain", "stiffness", "walk"]', "'walk' is no item, nor a score above it"),
    ("koos", 'alike = ["S1 S2 S3"', 'alike = ["S1 S2 P3"', "alike: S1 S2 P3: are not items of one group"),
    ("koos", '"S4 S5"', '"S3 S5"', "alike: S3 stands twice"),
    ("womac", 'delivery = "form"', 'delivery = "chat"', "24 items are too many for a chat"),
]


def filled(name: str = "quickdash", *, licence: str = "IWH 2026-114", language: str = "es") -> str:
    """A measure file filled in with wording that is plainly nobody's."""
    measure = load().measures[name]
    text = data_files()[f"measures/{name}.toml"].replace('licence_ref = ""', f'licence_ref = "{licence}"')
    items = "\n".join(f'{item} = "pregunta {item}"' for item in measure.item_ids)
    groups = {group.group: group for group in measure.groups} | {item: measure.group_of(item) for item in measure.item_ids}
    graded = {key: int((group.high - group.low) / group.step) + 1 for key, group in groups.items()}
    answers = "\n".join(f"{key} = {[f'opción {n} {key}' for n in range(count)]}" for key, count in graded.items())
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
        (filled().replace(", 'opción 4 D'", ""), "needs 5 labels"),
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


LUMPED = [
    ("koos", "S", "S1, S2, S3, S4, S5, S6, S7"),
    ("koos", "Q", "Q1, Q2, Q3, Q4"),
    ("hoos", "P", "P1, P2, P3, P4, P5, P6, P7, P8, P9, P10"),
    ("koos_12", "Q", "Q1, Q2, Q3, Q4"),
    ("quickdash", "D", "D1, D2, D3, D4, D5, D6, D7, D8, D9, D10, D11"),
    ("oxford_hip", "O", "O1, O2, O3, O4, O5, O6, O7, O8, O9, O10, O11, O12"),
    ("eq5d_5l", "level", "mobility, self_care, activities, pain, anxiety"),
    ("promis_global", "G", "G1, G2, G3, G4, G5, G6"),
    ("promis_global", "G8", "G8, G9, G10"),
    ("visa_a", "V", "V1, V2, V3, V4, V5, V6"),
]


def grouped(name: str, *kept: str) -> str:
    """A filled file with one list of answers a group, and lists of their own for `kept` only."""
    measure = load().measures[name]
    lists = {*(group.group for group in measure.groups), *kept}
    head, mark, answers = filled(name).rpartition("[es.answers]\n")
    return head + mark + "\n".join(line for line in answers.splitlines() if line.partition(" = ")[0] in lists)


@pytest.mark.parametrize(("name", "group", "items"), LUMPED, ids=[f"{name} {group}" for name, group, _ in LUMPED])
def test_one_list_for_answers_that_are_published_apart_is_named(name: str, group: str, items: str) -> None:
    """By its group and every item that takes it: whoever filled in the file gives those items lists of their own."""
    faults = check(grouped(name), load().measures).faults
    assert any(f"es: answers: {group}: one list for {items}, whose published answers differ" in fault for fault in faults), faults


def test_an_item_takes_its_own_answers_and_the_others_those_of_the_group() -> None:
    """Items whose answers are published alike may share the group's list."""
    checked = check(grouped("koos", "S4", "S5", "S6", "S7", "P1", "Q1", "Q2", "Q3"), load().measures)
    assert checked.faults == ()
    assert checked.measure is not None
    slot = checked.measure.slots[0]
    filled_in = {"S3": "opción 0 S", "S4": "opción 0 S4"}
    assert {item: dict(slot.answers)[item][0] for item in filled_in} == filled_in
    assert slot.own == ("S4", "S5", "S6", "S7", "P1", "Q1", "Q2", "Q3")


def test_a_group_whose_items_all_have_answers_of_their_own_needs_no_list() -> None:
    """As an instrument with twelve sets of answers has it."""
    text = "\n".join(line for line in filled("oxford_knee").splitlines() if not line.startswith("O = "))
    assert check(text, load().measures).faults == ()


def test_an_items_own_answers_are_checked_as_the_groups_are() -> None:
    """Too few labels are named with the item."""
    assert any("D7: needs 5 labels" in fault for fault in check(filled().replace(", 'opción 4 D7'", ""), load().measures).faults)


def test_what_is_published_alike_is_known_to_the_release_and_not_to_the_file() -> None:
    """A copy of an earlier release's file, which says nothing of it, is judged the same."""
    text = "\n".join(line for line in grouped("koos").splitlines() if not line.startswith("alike"))
    assert any("one list for S1, S2" in fault for fault in check(text, load().measures).faults)


def test_a_licensed_instrument_switches_on_when_it_is_in_place() -> None:
    """A filled file in the place of the shipped one is read without a fault."""
    texts = {**data_files(), "measures/quickdash.toml": filled()}
    assert issues(texts) == ()


def test_an_instrument_no_condition_can_name_is_refused() -> None:
    """A condition that names an instrument which does not exist is a fault of the map."""
    assert any(
        "'koos_99' is unknown" in issue for issue in issues(shipped_with("evidence_map.toml", '"koos", "nrs_pain", "pgic"', '"koos_99"'))
    )
