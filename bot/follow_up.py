"""What a treated person's answers say over time: one series an instrument, its change since the baseline, and who got worse.

Knows instruments and arithmetic; must not know pages or tables. Nothing here is a verdict: a figure beyond a threshold is marked, with
the threshold's source, and a person judges it. Changes that matter are group figures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.check_in_body import REPLACED
from flows.check_in.questions import CHANGES
from flows.protocol import load
from flows.protocol.measure import Change, Measure, Score
from flows.scoring import worsened
from storage.check_ins import Answered

BASELINES: Final = frozenset({REPLACED, f"{REPLACED}_again"})
IMPRESSION: Final = "pgic"
"""Asks about change itself, so it has no baseline; from `WORSE` on the answer is "worse"."""
WORSE: Final = CHANGES.index("little_worse") + 1


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
    """The scores of one instrument, oldest first."""

    measure: Measure
    rule: Score
    points: tuple[Point, ...]

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
    """Every instrument with at least one score, in the protocol's order."""
    scores: dict[str, list[tuple[Answered, float]]] = {}
    for each, reading in _readings(standing(told)):
        scores.setdefault(reading["measure"], []).append((each, float(reading["value"])))
    return tuple(_series(measure, scores[name]) for name, measure in load().measures.items() if name in scores)


def worse_now(told: Sequence[Answered]) -> tuple[str, ...]:
    """The instruments that alert at the latest answered check-in."""
    if not told:
        return ()
    latest = told[-1].milestone
    return tuple(series.measure.id for series in series_of(told) if series.points[-1].milestone == latest and series.points[-1].alerts)


def _readings(told: Iterable[Answered]) -> Iterable[tuple[Answered, dict[str, Any]]]:
    for each in told:
        yield from ((each, row) for row in each.body.get("readings", ()) if row["value"] is not None and row["measure"] in load().measures)


def _series(measure: Measure, scores: Sequence[tuple[Answered, float]]) -> Series:
    rule = measure.score(measure.main)
    baseline = next((value for each, value in scores if each.milestone in BASELINES), None)
    points: list[Point] = []
    for each, value in scores:
        first = each.milestone in BASELINES
        change = None if baseline is None or first or measure.id == IMPRESSION else round(value - baseline, 6)
        before = {*([baseline] if baseline is not None else []), *(point.value for point in points[-1:])}
        alerts = value >= WORSE if measure.id == IMPRESSION else any(worsened(rule, earlier, value) for earlier in before)
        points.append(Point(each.milestone, each.at, value, change, _reached(rule, change), alerts))
    return Series(measure, rule, tuple(points))


def _reached(rule: Score, change: float | None) -> tuple[Change, ...]:
    if change is None or rule.direction == "none":
        return ()
    better = change if rule.direction == "higher_better" else -change
    return tuple(each for each in rule.changes if each.points and better >= abs(each.points))
