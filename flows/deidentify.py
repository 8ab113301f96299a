"""Which people may stand in a table that leaves the clinic, and under which coarse traits: groups of at least k, and none to be subtracted.

Pure rules over counts; must not know rows, files or chance. What several totals tell together is worked out in `subtraction.py`.
Sources: 45 CFR 164.514(b)(2); clinical facts 7.3 (five-year bands, country,
k of 5 within the clinic and 11 for what is published, small groups and their complements withheld).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final, NamedTuple

from flows.subtraction import given_away

K_INTERNAL: Final = 5
K_PUBLISHED: Final = 11
BAND_YEARS: Final = 5
OLDEST: Final = 90
"""Ages from here on are one band: the very old are few."""
UNKNOWN: Final = "unknown"
OTHER: Final = "other"


class Group(NamedTuple):
    """What people of a table share, and what somebody might know of a person: five-year age band, country of ISO 3166-1, condition."""

    age_band: str
    country: str
    condition: str


@dataclass(frozen=True, slots=True)
class Released:
    """`groups`: how many people each group that may be shown holds; `members`: who is in which; `withheld`: how many people are in none."""

    groups: Mapping[Group, int]
    members: Mapping[int, Group]
    withheld: int


def age_band(years: int | None) -> str:
    """`50-54`, `90+`, or `unknown`. `years`: whole years, 0 and more."""
    if years is None or years < 0:
        return UNKNOWN
    if years >= OLDEST:
        return f"{OLDEST}+"
    least = years // BAND_YEARS * BAND_YEARS
    return f"{least}-{least + BAND_YEARS - 1}"


def days_since(treated_on: date, day: date) -> int:
    """Days from the treatment, negative before it: what is told in place of every date."""
    return (day - treated_on).days


def released(people: Mapping[int, Group], k: int) -> Released:
    """Of these people (by any number of the caller's) those who may be shown. `k`: the smallest group there may be, 2 and more."""
    coarse = _without_rare(people, k)
    counts = Counter(coarse.values())
    gone = withheld(counts, k)
    members = {person: group for person, group in coarse.items() if group not in gone}
    kept = {group: count for group, count in counts.items() if group not in gone}
    return Released(kept, members, len(people) - len(members))


def withheld(counts: Mapping[Group, int], k: int) -> frozenset[Group]:
    """Groups that may not be shown: those under k, and further ones wherever a known total would give the hidden people away.

    Totals somebody may know are those of all people, of an age band, of a country and of a condition. In each of them what is
    withheld is nothing, or two groups and k people at least, or all there is; nor do several totals, added and subtracted, leave
    fewer than k people.
    """
    gone = {group for group, count in counts.items() if count < k}
    lines = [frozenset(line) for line in _lines(counts)]
    while further := next(chain(_telling(lines, counts, gone, k), given_away(lines, counts, frozenset(gone), k)), None):
        gone.add(further)
    return frozenset(gone)


def _without_rare(people: Mapping[int, Group], k: int) -> dict[int, Group]:
    """A condition of fewer than k people is told as `other`."""
    conditions = Counter(group.condition for group in people.values())
    rare = {condition for condition, count in conditions.items() if count < k}
    return {person: group._replace(condition=OTHER) if group.condition in rare else group for person, group in people.items()}


def _lines(counts: Mapping[Group, int]) -> Iterator[list[Group]]:
    yield list(counts)
    for place in range(len(Group._fields)):
        for value in sorted({group[place] for group in counts}):
            yield [group for group in counts if group[place] == value]


def _telling(lines: list[frozenset[Group]], counts: Mapping[Group, int], gone: set[Group], k: int) -> Iterator[Group]:
    """The smallest open group of each total whose hidden part is one group, or fewer than k people."""
    for line in lines:
        hidden, shown = line & gone, line - gone
        if hidden and shown and (len(hidden) == 1 or sum(counts[group] for group in hidden) < k):
            yield min(shown, key=lambda group: (counts[group], group))
