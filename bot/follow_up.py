"""What a treated person's answers say over time: one series a score of an instrument, its change since the baseline, and who got worse.

Knows instruments and arithmetic; must not know pages or tables. Nothing here is a verdict: a figure beyond a threshold is marked, with
the threshold's source, and a person judges it. Changes that matter are group figures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from bot.check_in_body import REPLACED
from bot.readings import readings, scales, told_at
from flows.check_in.questions import CHANGES
from flows.check_in_scores import BASELINES, IMPRESSION, rated_both_times
from flows.protocol import load
from flows.protocol.measure import Change, Measure, Score
from flows.scoring import Items, worsened
from storage.check_ins import Answered

WORSE: Final = CHANGES.index("little_worse") + 1
"""From here on the impression of change is "worse"; it asks about change itself, so it has no baseline."""
OWN_ITEMS: Final = "psfs"
"""Rates activities that the patient named: a mean over other ones is another figure, so only what was rated both times is compared."""


class Scale(NamedTuple):
    """A score of an instrument, both by id."""

    measure: str
    score: str


class Value(NamedTuple):
    """A score as it was answered, and the items it was made of."""

    each: Answered
    value: float
    items: Items


@dataclass(frozen=True, slots=True)
class Point:
    """One score, and what it says beside the others.

    `change` is counted from the baseline (None without one); `reached` are the published changes for the better it reaches; `alerts`
    whether staff are told of it the same day.
    """

    milestone: str
    at: datetime
    value: float
    change: float | None
    reached: tuple[Change, ...]
    alerts: bool


@dataclass(frozen=True, slots=True)
class Series:
    """One score of an instrument, oldest first: an instrument of five scales is five series, each with its own threshold."""

    measure: Measure
    rule: Score
    points: tuple[Point, ...]

    @property
    def scale(self) -> Scale:
        """Which score of which instrument it is."""
        return Scale(self.measure.id, self.rule.id)

    @property
    def baseline(self) -> float | None:
        """What changes are counted from."""
        return next((point.value for point in self.points if point.milestone in BASELINES), None)

    @property
    def alert_at(self) -> float | None:
        """The score from which a change for the worse is told to staff; None without a baseline or a threshold."""
        if self.baseline is None or not self.rule.alert:
            return None
        return self.baseline + (-self.rule.alert if self.rule.direction == "higher_better" else self.rule.alert)


def standing(told: Sequence[Answered]) -> list[Answered]:
    """Of two baselines only the later one counts."""
    again = any(each.milestone == f"{REPLACED}_again" for each in told)
    return [each for each in told if not (again and each.milestone == REPLACED)]


def series_of(told: Sequence[Answered]) -> tuple[Series, ...]:
    """Every score that is compared and of which there is a value, in the protocol's order."""
    found: dict[Scale, list[Value]] = {}
    for scale, value in _values(standing(told)):
        found.setdefault(scale, []).append(value)
    known = ((measure, rule) for measure in load().measures.values() for rule in measure.compared)
    return tuple(_series(measure, rule, found[scale]) for measure, rule in known if (scale := Scale(measure.id, rule.id)) in found)


def worse_now(told: Sequence[Answered]) -> tuple[Scale, ...]:
    """The scores that alert at the latest answered check-in."""
    if not told:
        return ()
    latest = told[-1].milestone
    return tuple(series.scale for series in series_of(told) if series.points[-1].milestone == latest and series.points[-1].alerts)


def _values(told: Iterable[Answered]) -> Iterable[tuple[Scale, Value]]:
    for each in told:
        for row in readings(each):
            known = ((name, value) for name, value in scales(row).items() if isinstance(value, int | float))
            items = {item: given for item, given in row.get("items", {}).items() if given is not None}
            yield from ((Scale(row["measure"], name), Value(told_at(each, row), float(value), items)) for name, value in known)


def _series(measure: Measure, rule: Score, values: Sequence[Value]) -> Series:
    baseline = next((value for value in values if value.each.milestone in BASELINES), None)
    points: list[Point] = []
    for before, now in zip([None, *values], values, strict=False):
        change = None if baseline is None or now.each.milestone in BASELINES else _change(measure, rule, baseline, now)
        earlier = [value for value in (baseline, before) if value is not None and value is not now]
        alerts = now.value >= WORSE if measure.id == IMPRESSION else any(_worse(measure, rule, value, now) for value in earlier)
        points.append(Point(now.each.milestone, now.each.at, now.value, change, _reached(rule, change), alerts))
    return Series(measure, rule, tuple(points))


def _change(measure: Measure, rule: Score, before: Value, now: Value) -> float | None:
    """How far a score went; None where nothing was answered both times, or the instrument asks about change itself."""
    then, today = _both(measure, rule, before, now)
    return None if measure.id == IMPRESSION or then is None or today is None else round(today - then, 6)


def _worse(measure: Measure, rule: Score, before: Value, now: Value) -> bool:
    return worsened(rule, *_both(measure, rule, before, now))


def _both(measure: Measure, rule: Score, before: Value, now: Value) -> tuple[float | None, float | None]:
    """One score then and now, made of what was answered both times where the items are the patient's own."""
    if measure.id != OWN_ITEMS or not before.items or not now.items or before.items.keys() == now.items.keys():
        return before.value, now.value
    then, today = rated_both_times(measure, rule, before.items, now.items)
    return (float(then), float(today)) if isinstance(then, int | float) and isinstance(today, int | float) else (None, None)


def _reached(rule: Score, change: float | None) -> tuple[Change, ...]:
    if change is None or rule.direction == "none":
        return ()
    better = change if rule.direction == "higher_better" else -change
    return tuple(each for each in rule.changes if each.points and better >= abs(each.points))
