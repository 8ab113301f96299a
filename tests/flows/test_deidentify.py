"""Who may stand in a table that leaves the clinic: no small group, and none that a total gives away."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.deidentify import K_INTERNAL, K_PUBLISHED, OTHER, Group, age_band, days_since, released, withheld

GROUPS = st.builds(
    Group, st.sampled_from(["40-44", "45-49", "90+"]), st.sampled_from(["MX", "US", "ES"]), st.sampled_from(["knee", "hip", "back", "copd"])
)
PEOPLE = st.lists(GROUPS, max_size=160).map(lambda groups: dict(enumerate(groups)))
CROWD = st.dictionaries(GROUPS, st.integers(1, 40), max_size=30)
K = st.sampled_from([2, K_INTERNAL, K_PUBLISHED])


def spread(crowd: dict[Group, int]) -> dict[int, Group]:
    """People of each group, by number."""
    return dict(enumerate(group for group, count in crowd.items() for _ in range(count)))


@given(st.one_of(PEOPLE, CROWD.map(spread)), K)
def test_no_group_is_smaller_than_k(people: dict[int, Group], k: int) -> None:
    """Neither as counted nor as the people in it."""
    shown = released(people, k)
    assert Counter(shown.members.values()) == shown.groups
    assert all(count >= k for count in shown.groups.values())


@given(CROWD, K)
def test_no_total_gives_the_withheld_away(crowd: dict[Group, int], k: int) -> None:
    """Of every total what is withheld is nothing, all of it, or two groups and k people."""
    gone = withheld(crowd, k)
    totals = [set(crowd)] + [
        {group for group in crowd if group[place] == value} for place in range(3) for value in {g[place] for g in crowd}
    ]
    for line in totals:
        hidden = line & gone
        assert not hidden or hidden == line or (len(hidden) >= 2 and sum(crowd[group] for group in hidden) >= k)


@given(CROWD, K)
def test_a_total_gives_no_rare_condition_away(crowd: dict[Group, int], k: int) -> None:
    """The complement rule holds for what is shown after rare conditions became `other`, too."""
    shown = released(spread(crowd), k)
    everybody = sum(crowd.values())
    assert shown.withheld == everybody - sum(shown.groups.values())
    assert shown.withheld in {0, everybody} or shown.withheld >= k


@given(PEOPLE, K)
def test_who_is_shown_keeps_age_and_country(people: dict[int, Group], k: int) -> None:
    """Only a condition may become `other`, and only where fewer than k people have it."""
    conditions = Counter(group.condition for group in people.values())
    for person, group in released(people, k).members.items():
        own = people[person]
        assert group[:2] == own[:2]
        assert group.condition == (OTHER if conditions[own.condition] < k else own.condition)


def test_a_single_small_group_takes_a_neighbour_with_it() -> None:
    """Three people alone would be the difference between the total and what is shown."""
    small, near, far = Group("40-44", "MX", "knee"), Group("45-49", "MX", "knee"), Group("50-54", "MX", "knee")
    assert withheld({small: 3, near: 6, far: 20}, K_INTERNAL) == {small, near}


def test_publishing_asks_for_eleven() -> None:
    """Ten people of a kind may be looked at within the clinic and not be published."""
    crowd = {Group("40-44", "MX", "knee"): 10, Group("45-49", "MX", "knee"): 30, Group("50-54", "MX", "knee"): 30}
    assert not withheld(crowd, K_INTERNAL)
    assert Group("40-44", "MX", "knee") in withheld(crowd, K_PUBLISHED)


@pytest.mark.parametrize(
    ("years", "band"),
    [(0, "0-4"), (17, "15-19"), (50, "50-54"), (54, "50-54"), (89, "85-89"), (90, "90+"), (104, "90+"), (None, "unknown")],
)
def test_an_age_becomes_its_band(years: int | None, band: str) -> None:
    """Five years, all from 90 on together."""
    assert age_band(years) == band


def test_a_date_becomes_days_since_the_treatment() -> None:
    """Negative before it."""
    assert (days_since(date(2026, 3, 2), date(2026, 4, 2)), days_since(date(2026, 3, 2), date(2026, 2, 28))) == (31, -2)
