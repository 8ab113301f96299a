"""Every instrument scores as published: worked examples by hand, both ends, the missing rule, and what is refused."""

from collections.abc import Sequence

import pytest

from flows.protocol import MEASURES, load
from flows.scoring import NotScorable, Result, find, score, score_scale, worsened

KOOS_ALL = [1] * 42
"""Seven symptoms, nine pain, seventeen daily life, five sport, four quality of life: one "mild" each."""

EXAMPLES: list[tuple[str, Sequence[float | None], Result]] = [
    ("nrs_pain", [7], 7.0),
    ("nrs_pain", [None], None),
    ("psfs", [3, 5, 6], 4.67),
    ("psfs", [2, None, 5], 3.5),
    ("psfs", [0, 0, 0, 0, 1], 0.2),
    ("psfs", [None, None, None], None),
    ("pgic", [2], 2.0),
    ("safety", [0, 0, 0, 1, 1], 2.0),
    ("koos", KOOS_ALL, 75.0),
    ("koos_12", [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3], 50.0),
    ("koos_12", [1, 1, None, None, 2, 2, 2, 2, 3, 3, 3, 3], 50.0),
    ("koos_12", [1, None, None, None, 2, 2, 2, 2, 3, 3, 3, 3], None),
    ("koos_ps", [0] * 7, 100.0),
    ("koos_ps", [4] * 7, 0.0),
    ("koos_ps", [1, 1, 1, 2, 2, 2, 2], 64.7),
    ("koos_ps", [2] * 7, 59.7),
    ("koos_ps", [1, 1, 1, 2, 2, 2, None], None),
    ("koos_jr", [0] * 7, 100.0),
    ("koos_jr", [4] * 7, 0.0),
    ("koos_jr", [1] * 7, 68.284),
    ("koos_jr", [1, 1, 1, 1, 1, 1, None], None),
    ("womac", [1] * 24, 24.0),
    ("womac", [4] * 24, 96.0),
    ("womac", [2, 2, None, 2, 2, 1, None, *[1] * 14, None, None, None], 10.0 + 2.0 + 17.0),
    ("womac", [2, 2, None, None, 2, *[1] * 19], None),
    ("hoos", [0] * 40, 100.0),
    ("hoos_ps", [0] * 5, 100.0),
    ("hoos_ps", [2] * 5, 62.3),
    ("hoos_ps", [4] * 5, 0.0),
    ("hoos_ps", [2, 2, 2, 2, None], None),
    ("quickdash", [1, 2, 3, 4, 1, 1, 2, 3, 5, 1, 1], 29.55),
    ("quickdash", [1, 2, 3, 4, 1, 1, 2, 3, 5, 1, None], 32.5),
    ("quickdash", [1, 2, 3, 4, 1, 1, 2, 3, 5, None, None], None),
    ("quickdash", [5] * 11, 100.0),
    ("visa_a", [10, 10, 10, 10, 10, 10, 10, 30], 100.0),
    ("visa_a", [5, 6, 7, 4, 3, 2, 4, 14], 45.0),
    ("visa_a", [5, 6, 7, 4, 3, 2, 4, None], None),
    ("oxford_knee", [4] * 12, 48.0),
    ("oxford_knee", [3] * 10 + [None] * 2, 36.0),
    ("oxford_knee", [4, 3, 4, 3, 2, 2, 3, 4, 1, 0, 2, None], 30.55),
    ("oxford_knee", [3] * 9 + [None] * 3, None),
    ("oxford_hip", [2] * 12, 24.0),
    ("rapid3", [*[1] * 10, 5.5, 4], 12.8),
    ("rapid3", [*[3] * 10, 10, 10], 30.0),
    ("rapid3", [*[1] * 9, None, 5.5, 4], None),
    ("promis_global", [3, 3, 3, 3, 3, 3, 5, 3, 3, 3], 39.8),
    ("promis_global", [5, 5, 5, 5, 5, 5, 0, 5, 5, 5], 67.7),
    ("promis_global", [1, 1, 1, 1, 1, 1, 10, 1, 1, 1], 16.2),
    ("promis_global", [3, 3, 3, 3, 3, 3, None, 3, 3, 3], None),
    ("eq5d_5l", [1, 2, 3, 4, 5, 70], 70.0),
]
SCALES = [
    ("koos", "pain", [3, 2, 1, 2, 3, 4, 1, 2, 3], 41.67),
    ("koos", "pain", [3, 2, 1, 2, None, None, None, None, None], None),
    ("koos", "pain", [3, 2, 1, 2, 3, None, None, None, None], 45.0),
    ("koos", "symptoms", [0, 1, 2, 3, None, None, None], 62.5),
    ("koos", "symptoms", [0, 1, 2, None, None, None, None], None),
    ("koos", "adl", [2] * 9 + [None] * 8, 50.0),
    ("koos", "adl", [2] * 8 + [None] * 9, None),
    ("koos", "sport", [4, 4, 3, None, None], 8.33),
    ("koos", "sport", [4, 4, None, None, None], None),
    ("koos", "qol", [1, 2, None, None], 62.5),
    ("koos", "qol", [1, None, None, None], None),
    ("hoos", "pain", [1, 1, 1, 1, 2, None, None, None, None, None], 70.0),
    ("hoos", "pain", [1, 1, 1, 1, None, None, None, None, None, None], None),
    ("hoos", "symptoms", [1, 2, 3, None, None], 50.0),
    ("hoos", "sport", [1, None, None, None], None),
    ("hoos", "sport", [1, 2, None, None], 62.5),
    ("womac", "pain", [1, 2, 3, 4, None], 12.5),
    ("womac", "stiffness", [3, None], 6.0),
    ("womac", "function", [1] * 14 + [None] * 3, 17.0),
    ("womac", "function", [1] * 13 + [None] * 4, None),
    ("womac", "function_100", [2] * 17, 50.0),
    *(("psfs", f"activity_{place}", [place], float(place)) for place in range(1, 6)),
    ("rapid3", "function", [1, 1, 1, 1, 1, 1, 1, 1, 1, 2], 3.7),
    ("promis_global", "mental", [4, 4, 3, 3], 48.3),
    ("eq5d_5l", "state", [1, 2, 3, 4, 5], "12345"),
    ("eq5d_5l", "state", [1, 2, 3, 4, None], None),
]


@pytest.mark.parametrize(("name", "items", "wanted"), EXAMPLES, ids=lambda value: str(value)[:30])
def test_an_instrument_scores_as_published(name: str, items: Sequence[float | None], wanted: Result) -> None:
    """The main score of a filled instrument is the one worked out by hand."""
    assert score(find(name), items).value == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize(("name", "scale", "items", "wanted"), SCALES, ids=lambda value: str(value)[:30])
def test_a_scale_scores_as_published(name: str, scale: str, items: Sequence[float | None], wanted: Result) -> None:
    """A single scale, with its missing rule at its very edge."""
    assert score_scale(find(name), scale, items) == wanted


def test_every_instrument_has_an_example() -> None:
    """No instrument ships without a score worked out by hand."""
    assert {find(name).id for name, _, _ in EXAMPLES} == set(MEASURES)


def test_every_score_has_an_example_or_is_a_whole() -> None:
    """Each scale of each instrument is scored somewhere above, alone or as the main score."""
    worked = {(find(name).id, scale) for name, scale, _, _ in SCALES} | {(find(name).id, find(name).main) for name, _, _ in EXAMPLES}
    named = {(measure.id, each.id) for measure in load().measures.values() for each in measure.scores}
    left = {f"{name}.{each}" for name, each in named - worked}
    alike = {"hoos.adl", "hoos.qol", "koos_12.pain", "koos_12.function", "koos_12.qol", "womac.pain_100", "womac.stiffness_100"}
    assert left == alike | {"rapid3.pain", "rapid3.global"}


@pytest.mark.parametrize("name", MEASURES)
def test_the_two_ends_of_the_answers_are_the_two_ends_of_every_score(name: str) -> None:
    """All lowest and all highest answers give the bounds that the data states."""
    measure = load().measures[name]
    ends = []
    for pick in (min, max):
        answers = {item: pick(measure.group_of(item).allowed or (group.low, group.high)) for group in measure.groups for item in group.ids}
        ends.append(score(measure, answers).scores)
    for rule in measure.scores:
        if rule.method == "digits":
            continue
        found = sorted(float(str(end[rule.id])) for end in ends)
        turned = name == "promis_global" and rule.id == "physical"
        assert turned or found == [rule.low, rule.high]


@pytest.mark.parametrize("name", MEASURES)
def test_nothing_answered_is_no_score(name: str) -> None:
    """Silence is never a value."""
    measure = load().measures[name]
    assert set(score(measure, dict.fromkeys(measure.item_ids)).scores.values()) == {None}


@pytest.mark.parametrize("name", MEASURES)
def test_an_answer_out_of_range_is_refused_by_name(name: str) -> None:
    """One step outside either end, and a half where whole numbers are meant, is named and not scored."""
    measure = load().measures[name]
    for group in measure.groups:
        for wrong in (group.low - 1, group.high + 1, group.low + 0.25):
            with pytest.raises(NotScorable, match=group.ids[0]):
                score(measure, {group.ids[0]: wrong})


def test_a_branch_of_visa_has_only_its_points() -> None:
    """The last question takes the points of a branch, nothing between."""
    with pytest.raises(NotScorable, match="V8"):
        score(find("VISA-A"), [5, 5, 5, 5, 5, 5, 7, 12])


@pytest.mark.parametrize("items", [[1] * 41, [1] * 43, {"S1": "two"}, {"S1": True}, {"X1": 1}])
def test_what_is_not_the_instruments_is_refused(items: list[int]) -> None:
    """A list of another length, words, and items of another instrument are faults, never a plausible wrong score."""
    with pytest.raises(NotScorable):
        score(find("koos"), items)


def test_raw_answers_and_versions_are_kept_with_a_score() -> None:
    """A score can be made again: its answers, the instrument's version and our scorer's stand beside it."""
    scored = score(find("quickdash"), [1] * 11)
    assert (dict(scored.items)["D11"], scored.version, scored.scorer) == (1, "2005", 1)


@pytest.mark.parametrize(
    ("given", "wanted"), [("KOOS, JR.", "koos_jr"), ("eq-5d-5l", "eq5d_5l"), ("PROMIS-10", "promis_global"), ("OHS", "oxford_hip")]
)
def test_an_instrument_is_found_by_its_names(given: str, wanted: str) -> None:
    """Dashes, capitals and the usual short names lead to the same instrument."""
    assert find(given).id == wanted


def test_names_lead_to_one_instrument_only() -> None:
    """No two instruments answer to one name."""
    for measure in load().measures.values():
        assert all(find(name) is measure for name in (measure.id, *measure.names))


@pytest.mark.parametrize(
    ("name", "before", "now", "worse"),
    [
        ("nrs_pain", 4, 6, True),
        ("nrs_pain", 4, 5, False),
        ("nrs_pain", 6, 4, False),
        ("psfs", 5.67, 3.67, True),
        ("psfs", 5.67, 3.68, False),
        ("psfs", 3, 9, False),
        ("pgic", 1, 7, False),
        ("nrs_pain", None, 9, False),
        ("nrs_pain", 4, None, False),
    ],
)
def test_worse_is_by_direction_and_threshold(name: str, before: Result, now: Result, *, worse: bool) -> None:
    """A change counts from the threshold on, in the bad direction of that instrument, and only between two known values."""
    measure = find(name)
    assert worsened(measure.score(measure.main), before, now) is worse
