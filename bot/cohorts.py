"""Change since the baseline over groups of people, by condition, instrument and milestone, with its spread; small groups suppressed.

Knows numbers and groups; must not know pages or a person. A group under `SMALL` is not shown, nor is a larger one that would give a small
one away by subtraction from the group of all conditions. Uncontrolled before and after figures: they show no effect of a treatment.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median, quantiles
from typing import Final, Literal, TypeAlias

from bot.follow_up import Scale, series_of
from flows.check_in_scores import BASELINES
from storage.follow_ups import Told

SMALL: Final = 5
"""Fewer people than this point at somebody (clinic's choice, the usual one for health statistics)."""
ALL: Final = ""
"""The group of all conditions together."""
UNKNOWN: Final = "not_known"

Hidden: TypeAlias = Literal["", "few", "withheld"]


@dataclass(frozen=True, slots=True)
class Group:
    """People of a condition (`ALL`: of any) with a score of an instrument (`scale`) at the baseline and at a milestone.

    `low` and `high` are the quartiles of the change. When `hidden` is not empty, the count is 0 and the figures are None.
    """

    condition: str
    measure: str
    milestone: str
    count: int
    median: float | None
    low: float | None
    high: float | None
    hidden: Hidden = ""
    scale: str = ""


def cohorts(told: Sequence[Told]) -> tuple[Group, ...]:
    """Every group there is, suppressed; `told` in order of case. A person counts in the case's main condition only."""
    changes: dict[tuple[Scale, str], dict[str, list[float]]] = {}
    for _, rows in groupby(told, key=lambda each: each.case_pk):
        mine = list(rows)
        condition = mine[0].conditions[0] if mine[0].conditions else UNKNOWN
        for scale, milestone, change in _changes(mine):
            changes.setdefault((scale, milestone), {}).setdefault(condition, []).append(change)
    return tuple(group for (scale, milestone), found in changes.items() for group in _groups(scale, milestone, found))


def suppress(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups of one score and milestone that together make up the group of all: nothing small is told, nor can be worked out."""
    small = {group.condition for group in groups if group.count < SMALL}
    withheld: set[str] = set()
    rest = sorted((group for group in groups if group.condition not in small), key=lambda group: group.count)
    # what is missing from the sum must itself be no small number, and never one group alone
    while small and rest and (len(small | withheld) == 1 or _missing(groups, small | withheld) < SMALL):
        withheld.add(rest.pop(0).condition)
    return tuple(
        _hidden(group, "few" if group.condition in small else "withheld" if group.condition in withheld else "") for group in groups
    )


def _changes(mine: Sequence[Told]) -> Iterable[tuple[Scale, str, float]]:
    for series in series_of([each.answered for each in mine]):
        for point in series.points:
            if point.change is not None and point.milestone not in BASELINES:
                yield series.scale, point.milestone, point.change


def _groups(scale: Scale, milestone: str, found: dict[str, list[float]]) -> tuple[Group, ...]:
    parts = suppress([_group(condition, scale, milestone, changes) for condition, changes in sorted(found.items())])
    whole = _group(ALL, scale, milestone, [change for changes in found.values() for change in changes])
    return (_hidden(whole, "few") if whole.count < SMALL else whole, *parts)


def _group(condition: str, scale: Scale, milestone: str, changes: Sequence[float]) -> Group:
    low, _, high = quantiles(changes, n=4, method="inclusive") if len(changes) > 1 else (changes[0], changes[0], changes[0])
    return Group(condition, scale.measure, milestone, len(changes), median(changes), low, high, scale=scale.score)


def _missing(groups: Sequence[Group], conditions: set[str]) -> int:
    return sum(group.count for group in groups if group.condition in conditions)


def _hidden(group: Group, why: Hidden) -> Group:
    return replace(group, count=0, median=None, low=None, high=None, hidden=why) if why else group
