"""Trends and cohorts: change since the baseline, what alerts, and no group small enough to point at somebody."""

from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest

from bot.cohorts import ALL, SMALL, UNKNOWN, Group, cohorts, suppress
from bot.follow_up import series_of, worse_now
from storage.check_ins import Answered
from storage.follow_ups import Told

AT = datetime(2026, 3, 2, tzinfo=UTC)


def told(milestone: str, **scores: float | None) -> Answered:
    """One answered check-in."""
    readings: list[dict[str, Any]] = [{"measure": name, "value": value} for name, value in scores.items()]
    return Answered(milestone, AT, {"readings": readings})


def person(case_pk: int, condition: str, before: float, after: float) -> list[Told]:
    """Somebody with two scores of pain."""
    known = (condition,) if condition else ()
    return [Told(case_pk, known, told("baseline", nrs_pain=before)), Told(case_pk, known, told("3m", nrs_pain=after))]


def people(**counts: int) -> list[Told]:
    """So many people of each condition, each two points better than before."""
    rows: list[Told] = []
    for condition, count in counts.items():
        for _ in range(count):
            rows += person(len(rows), condition, 8, 6)
    return rows


def test_change_is_counted_from_the_later_baseline() -> None:
    """Of two baselines only the one asked again counts."""
    series = series_of([told("baseline", nrs_pain=9), told("baseline_again", nrs_pain=7), told("1m", nrs_pain=4)])
    assert [(point.milestone, point.value, point.change) for point in series[0].points] == [("baseline_again", 7, None), ("1m", 4, -3)]


@pytest.mark.parametrize(
    ("measure", "values", "alerts"),
    [
        ("nrs_pain", (5, 6, 7), [False, False, True]),
        ("nrs_pain", (5, 3, 5), [False, False, True]),
        ("nrs_pain", (5, 5, 3), [False, False, False]),
        ("psfs", (6, 4, 8), [False, True, False]),
        ("pgic", (4, 5, 2), [False, True, False]),
    ],
)
def test_a_change_for_the_worse_alerts(measure: str, values: tuple[float, ...], alerts: list[bool]) -> None:
    """Against the baseline or the time before, by the instrument's own direction."""
    rows = [told(milestone, **{measure: value}) for milestone, value in zip(("baseline", "1m", "3m"), values, strict=True)]
    assert [point.alerts for point in series_of(rows)[0].points] == alerts
    assert [scale.measure for scale in worse_now(rows)] == ([measure] if alerts[-1] else [])


def test_who_was_worse_once_and_is_not_now_is_not_listed() -> None:
    """Nor by an instrument that was not answered the last time."""
    assert worse_now([told("baseline", nrs_pain=2, psfs=8), told("1m", nrs_pain=8, psfs=3), told("3m", psfs=8)]) == ()


def rated(milestone: str, **items: float) -> Answered:
    """One check-in at which these of the patient's own activities were rated."""
    value = sum(items.values()) / len(items)
    return Answered(milestone, AT, {"readings": [{"measure": "psfs", "value": value, "items": items}]})


@pytest.mark.parametrize(
    ("before", "after", "change", "alerts"),
    [
        ({"activity_2": 3.0}, {"activity_1": 9.0, "activity_2": 1.0}, -2.0, True),
        ({"activity_1": 8.0, "activity_2": 2.0}, {"activity_1": 8.0}, 0.0, False),
        ({"activity_1": 4.0}, {"activity_2": 9.0}, None, False),
        ({"activity_1": 4.0, "activity_2": 6.0}, {"activity_1": 5.0, "activity_2": 9.0}, 2.0, False),
    ],
)
def test_only_activities_rated_both_times_are_compared(
    before: dict[str, float], after: dict[str, float], change: float | None, *, alerts: bool
) -> None:
    """A mean over other activities is another figure: it neither reaches a change nor hides one."""
    point = series_of([rated("baseline", **before), rated("1m", **after)])[0].points[-1]
    assert (point.change, point.alerts) == (change, alerts)


def test_what_was_not_scored_is_no_point() -> None:
    """An instrument begun and not finished has no score."""
    assert series_of([told("baseline", nrs_pain=None)]) == ()


def test_a_published_change_is_marked_with_its_source() -> None:
    """Only for the better."""
    better, worse = (series_of([told("baseline", nrs_pain=5), told("1m", nrs_pain=now)])[0].points[-1] for now in (3, 7))
    assert ([each.source for each in better.reached], worse.reached) == (["Farrar 2001", "Salaffi 2004"], ())


def test_a_group_has_its_median_and_quartiles() -> None:
    """Of the changes, by the inclusive method."""
    rows = [row for case, after in enumerate((7, 6, 5, 4, 3)) for row in person(case, "knee_osteoarthritis", 8, after)]
    whole, knee = cohorts(rows)
    assert (whole.condition, whole.count, whole.median, whole.low, whole.high) == (ALL, 5, -3, -4, -2)
    assert (knee.condition, knee.count, knee.hidden) == ("knee_osteoarthritis", 5, "")


def test_a_small_group_hides_and_takes_another_with_it() -> None:
    """Otherwise subtraction from all conditions would tell it."""
    found = {group.condition: (group.count, group.hidden, group.median) for group in cohorts(people(a=3, b=6, c=9))}
    assert found == {ALL: (18, "", -2), "a": (0, "few", None), "b": (0, "withheld", None), "c": (9, "", -2)}


def test_nobody_is_left_out_for_want_of_a_condition() -> None:
    """They are a group of their own."""
    assert [group.condition for group in cohorts([*people(a=5), *(row for n in range(100, 105) for row in person(n, "", 5, 5))])] == [
        ALL,
        "a",
        UNKNOWN,
    ]


@pytest.mark.parametrize("counts", list(product(range(1, 8), repeat=3)))
def test_no_hidden_count_can_be_worked_out(counts: tuple[int, ...]) -> None:
    """What is missing from the sum belongs to two groups at least and is no small number, unless everything is hidden."""
    groups = [Group(str(place), "m", "3m", count, 0, 0, 0) for place, count in enumerate(counts)]
    hidden = [count for count, group in zip(counts, suppress(groups), strict=True) if group.hidden]
    assert all(count >= SMALL for count, group in zip(counts, suppress(groups), strict=True) if not group.hidden)
    assert not hidden or len(hidden) == len(counts) or (len(hidden) > 1 and sum(hidden) >= SMALL)
