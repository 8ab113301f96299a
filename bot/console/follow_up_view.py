"""Follow-up in the words of staff, and where each score stands on a chart: positions are worked out here, drawn by `trend.html`.

Knows words, numbers and the chart's frame; must not know HTTP.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, get_args

from bot.console import labels, wording
from bot.console.wording import Language
from bot.follow_up import Point, Series
from bot.readings import named
from bot.time_axis import places
from flows.effects import AlarmKind
from flows.protocol.measure import Measure, Score
from flows.session import Flag
from messages.catalog import shipped
from storage.check_ins import Answered
from storage.follow_ups import Kept

WIDTH, HEIGHT = 360, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 340, 30, 180
"""The frame scores stand in, in the units of the chart."""
DANGERS: Final = get_args(AlarmKind)
"""What may be said in a check-in that stops it at once."""
ENDED: Final = ("answered", "partial", "missed", "stopped")


@dataclass(frozen=True, slots=True)
class Mark:
    """One score on the chart."""

    x: float
    y: float
    value: str
    label: str
    alerts: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One score in the table beside it, all in words."""

    when: str
    at: str
    value: str
    change: str
    marks: tuple[str, ...]
    alerts: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """One score over time: chart, table, and the same in a sentence. `alert_y` is where the line of the alert lies, None without."""

    scale: str
    name: str
    direction: str
    sentence: str
    low: str
    high: str
    marks: tuple[Mark, ...]
    rows: tuple[Row, ...]
    alert_y: float | None
    threshold: str


@dataclass(frozen=True, slots=True)
class Adherence:
    """How one milestone was kept; `rate` is the share in percent of those asked, None when nobody was."""

    milestone: str
    counts: Mapping[str, int]
    total: int
    rate: int | None


def milestone(code: str, language: Language) -> str:
    """When a check-in is, such as "at 1 month"."""
    key = f"check_in-at_{code}"
    return shipped().text(key, language) if shipped().has(key, language) else code


def measure_name(measure: Measure, language: Language) -> str:
    """An instrument's name: in the console's words for ours, its own title for the others."""
    key = f"measure-{measure.id}"
    return wording.said(key, language) if wording.catalog().has(key, language) else measure.title


def scale_name(measure: Measure, score: Score, language: Language) -> str:
    """A score's name: its instrument's, and its own where the instrument has several that are compared."""
    name = measure_name(measure, language)
    return name if len(measure.compared) == 1 else f"{name}: {wording.said(f'scale-{score.id}', language)}"


def number(value: float, *, signed: bool = False) -> str:
    """A figure as staff read it, a change with its sign and a true minus."""
    text = f"{value:+.3f}" if signed else f"{value:.3f}"
    short = text.rstrip("0").rstrip(".")
    return "0" if short in {"+0", "-0"} else short.replace("-", "−")


def trend(series: Series, language: Language, moment: Callable[[datetime], str]) -> Trend:
    """A series for the page. `moment` words when an answer was given."""
    direction = wording.said(f"direction-{series.rule.direction}", language)
    told = "; ".join(f"{milestone(point.milestone, language)} {number(point.value)}" for point in series.points)
    name = scale_name(series.measure, series.rule, language)
    return Trend(
        scale=named(series.measure, series.rule, "-"),
        name=name,
        direction=direction,
        sentence=f"{name}: {told}. {direction}",
        low=number(series.rule.low),
        high=number(series.rule.high),
        marks=tuple(
            _mark(series, place, point, language)
            for place, point in zip(places([point.milestone for point in series.points]), series.points, strict=True)
        ),
        rows=tuple(_row(point, language, moment(point.at)) for point in series.points),
        alert_y=_alert(series),
        threshold=wording.said("follow-up-threshold", language, points=number(series.rule.alert)) if series.rule.alert else "",
    )


def adherence(kept: Sequence[Kept], order: Sequence[str]) -> list[Adherence]:
    """Per milestone, in order of time. Who was stopped, or whom no text ever asked, does not count against the rate."""
    found: list[Adherence] = []
    for name in order:
        counts = {each.state: each.count for each in kept if each.milestone == name}
        total = sum(counts.values())
        asked = sum(each.asked for each in kept if each.milestone == name and each.state != "stopped")
        if total:
            found.append(Adherence(name, counts, total, round(100 * counts.get("answered", 0) / asked) if asked else None))
    return found


def _mark(series: Series, place: float, point: Point, language: Language) -> Mark:
    x = LEFT + 20 + (RIGHT - LEFT - 40) * place
    short = wording.said(f"milestone-{point.milestone}", language)
    return Mark(round(x, 1), _y(series, point.value), number(point.value), short, point.alerts)


def _row(point: Point, language: Language, at: str) -> Row:
    marks = [wording.said("follow-up-alerts", language)] if point.alerts else []
    marks += [wording.said("follow-up-reached", language, points=number(abs(each.points)), source=each.source) for each in point.reached]
    change = "–" if point.change is None else number(point.change, signed=True)
    return Row(milestone(point.milestone, language), at, number(point.value), change, tuple(marks), point.alerts)


def _alert(series: Series) -> float | None:
    at = series.alert_at
    return _y(series, at) if at is not None and series.rule.low <= at <= series.rule.high else None


def _y(series: Series, value: float) -> float:
    span = series.rule.high - series.rule.low
    return round(BOTTOM - (BOTTOM - TOP) * (value - series.rule.low) / span, 1)


def reported(milestone_id: str, told: Sequence[Answered], flags: Sequence[Flag], language: Language) -> str:
    """What was told at one check-in that a person looks at, in words: danger first, with the patient's words, then the safety question."""
    unanswered = f"check_in:{milestone_id}:safety_unanswered"
    dangers = {f"check_in:{milestone_id}:{kind}": kind for kind in DANGERS}
    said = [f"{labels.word('cue', dangers[flag.id], language)}: «{flag.quote}»" for flag in flags if flag.id in dangers]
    said += [labels.word("cue", "safety_unanswered", language)] * any(flag.id == unanswered for flag in flags)
    answered = [cues(each.body.get("answers", ()), language) for each in told if each.milestone == milestone_id]
    return "; ".join(words for words in (*said, *answered) if words)


def cues(answers: Sequence[Mapping[str, object]], language: Language) -> str:
    """What was answered to the safety question, in words, and what is new in the patient's own; empty for nothing new."""
    given = {str(answer["step"]): answer for answer in answers}
    since, symptom = given.get("check_in.since"), given.get("check_in.symptom")
    if since is None or not isinstance(since["value"], list) or since["value"] == ["none"]:
        return ""
    named = labels.value(since, language)
    return named if symptom is None or symptom["value"] is None else f"{named}: «{symptom['said']}»"
