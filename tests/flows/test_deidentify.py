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


def lines_of(crowd: dict[Group, int]) -> list[set[Group]]:
    """The groups of every total: of all people, of a band, a country, a condition."""
    own = [{group for group in crowd if group[place] == value} for place in range(3) for value in {group[place] for group in crowd}]
    return [set(crowd), *own]


def follows(totals: list[set[Group]], hidden: list[Group], one: Group) -> bool:
    """Whether the number of people in one hidden group is fixed by the totals: it adds nothing to their rank."""
    rows = [[int(group in line) for group in hidden] for line in totals]
    return rank(rows) == rank([*rows, [int(group == one) for group in hidden]])


def rank(rows: list[list[int]], prime: int = 2**61 - 1) -> int:
    """Of a small matrix, modulo a prime far above anything its minors can be."""
    rows, found = [row[:] for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        at = next((place for place in range(found, len(rows)) if rows[place][column] % prime), None)
        if at is None:
            continue
        rows[found], rows[at] = rows[at], rows[found]
        inverse = pow(rows[found][column], -1, prime)
        for place in range(found + 1, len(rows)):
            by = rows[place][column] * inverse
            rows[place] = [(value - by * own) % prime for value, own in zip(rows[place], rows[found], strict=True)]
        found += 1
    return found


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
    for line in lines_of(crowd):
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


TOLD = {
    Group("50-54", "US", "knee"): 1,
    Group("50-54", "US", "hip"): 4,
    Group("55-59", "MX", "hip"): 4,
    Group("55-59", "US", "hip"): 8,
    Group("60-64", "MX", "knee"): 12,
    Group("60-64", "US", "knee"): 1,
}
"""Hidden, these leave 14 people of a condition and 13 of an age band that lies in it: the difference is one person."""
OPEN = {Group("50-54", "MX", "hip"): 30, Group("55-59", "MX", "knee"): 20, Group("60-64", "MX", "hip"): 25}


def test_one_total_less_another_gives_nobody_away() -> None:
    """Each total alone leaves two groups and five people, and still one of them would be told: one more group is withheld."""
    crowd = TOLD | OPEN
    small = Group("50-54", "US", "knee")
    assert follows(lines_of(crowd), list(TOLD), small)
    gone = withheld(crowd, K_INTERNAL)
    assert gone > set(TOLD)
    assert not follows(lines_of(crowd), list(gone), small)


@given(CROWD, K)
def test_no_totals_together_tell_a_small_group(crowd: dict[Group, int], k: int) -> None:
    """No hidden group under k follows from all totals, but for what follows from them whatever is hidden."""
    gone = sorted(withheld(crowd, k))
    totals = [line for line in lines_of(crowd) if sum(crowd[group] for group in line) >= k]
    for small in (group for group in gone if crowd[group] < k):
        assert not follows(totals, gone, small) or follows(totals, sorted(crowd), small), small


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
