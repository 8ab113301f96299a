"""An instrument of several scales: each compared with its own baseline by its own threshold, by its name, and on its day."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.cohorts import ALL, cohorts
from bot.console import follow_up_view
from bot.console.wording import Language, catalog
from bot.follow_up import Scale, series_of, worse_now
from flows.protocol import load
from flows.scoring import score
from storage.check_ins import Answered
from storage.follow_ups import Told

AT = datetime(2026, 3, 2, tzinfo=UTC)
KOOS = load().measures["koos"]


def filled(milestone: str, **grades: int | None) -> Answered:
    """A form with one answer for every item of a group (`SP` for SP1 to SP5); all others are answered 1."""
    return read(milestone, "koos", {item: grades.get(item.rstrip("0123456789"), 1) for item in KOOS.item_ids})


def read(milestone: str, name: str, items: Mapping[str, float | None], **more: Any) -> Answered:
    """A reading as a form leaves it."""
    scored = score(load().measures[name], items)
    reading = {"measure": name, "version": "1", "scorer": 1, "items": dict(items), "value": scored.value, "scores": dict(scored.scores)}
    return Answered(milestone, AT, {"readings": [{**reading, "mode": "form", **more}]})


@pytest.mark.parametrize(("items", "scale"), [("P", "pain"), ("S", "symptoms"), ("A", "adl"), ("SP", "sport"), ("Q", "qol")])
def test_every_scale_alerts_for_itself(items: str, scale: str) -> None:
    """The others stand as they did."""
    assert worse_now([filled("baseline"), filled("1m", **{items: 4})]) == (Scale("koos", scale),)


def test_an_instrument_without_a_total_is_as_many_series_as_it_has_scales() -> None:
    """Each with its own baseline, in the order published."""
    found = series_of([filled("baseline", Q=2), filled("1m")])
    assert [(each.rule.id, each.baseline) for each in found] == [
        ("pain", 75), ("symptoms", 75), ("adl", 75), ("sport", 75), ("qol", 50),
    ]  # fmt: skip


def test_a_scale_that_was_passed_over_leaves_the_others() -> None:
    """Also where it is the one told first."""
    assert [each.rule.id for each in series_of([filled("1m", P=None)])] == ["symptoms", "adl", "sport", "qol"]


@pytest.mark.parametrize(
    ("name", "before", "now", "scale"),
    [
        ("promis_global", {"G4": 5, "G7": 3}, {"G4": 1, "G7": 3}, "mental"),
        ("womac", {"S1": 0, "S2": 0}, {"S1": 2, "S2": 2}, "stiffness_100"),
        ("eq5d_5l", {"vas": 80}, {"vas": 73}, "vas"),
    ],
)
def test_a_threshold_that_is_not_the_first_scores_is_kept(name: str, before: Mapping[str, int], now: Mapping[str, int], scale: str) -> None:
    """Whatever the instrument."""
    usual = dict.fromkeys(load().measures[name].item_ids, 3)
    rows = [read("baseline", name, {**usual, **before}), read("1m", name, {**usual, **now})]
    assert worse_now(rows) == (Scale(name, scale),)


def test_a_form_is_dated_by_the_day_it_was_filled_in() -> None:
    """Not by its check-in, which may have ended days before."""
    day = AT + timedelta(days=6)
    assert series_of([read("1m", "koos", {"Q1": 1, "Q2": 1}, at=day.isoformat())])[0].points[0].at == day


def test_cohorts_count_each_scale_for_itself() -> None:
    """A change of one is no change of another."""
    rows = [each for case in range(5) for each in (Told(case, ("knee",), filled("baseline")), Told(case, ("knee",), filled("3m", SP=4)))]
    found = {group.scale: (group.count, group.median) for group in cohorts(rows) if group.condition == ALL}
    assert found == {"pain": (5, 0), "symptoms": (5, 0), "adl": (5, 0), "sport": (5, -75), "qol": (5, 0)}


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_scale_has_a_name(language: Language) -> None:
    """Where an instrument has several that are compared."""
    several = [measure for measure in load().measures.values() if len(measure.compared) > 1]
    wanted = {f"scale-{rule.id}" for measure in several for rule in measure.compared}
    assert sorted(key for key in wanted if not catalog().has(key, language)) == []


def test_a_scale_is_named_after_its_instrument() -> None:
    """And an instrument of one score by its own name alone."""
    pain = load().measures["nrs_pain"]
    names = [follow_up_view.scale_name(measure, rule, "en") for measure in (KOOS, pain) for rule in measure.compared][-2:]
    assert names == [f"{KOOS.title}: quality of life", "Pain"]
