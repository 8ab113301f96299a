"""A check-in's answers as JSON and back: as said, as scored, and what the next check-in builds on.

Knows the shape that is kept sealed under a check-in; must not know tables.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from flows.effects import CheckInEnded
from flows.session import Answer, Measured
from storage.check_ins import Answered

FORMAT: Final = 1
MODE: Final = "chat"
REPLACED: Final = "baseline"
"""The milestone that gives way to one asked again before the treatment."""


def check_in_body(ended: CheckInEnded) -> dict[str, Any]:
    """Everything of a check-in that is kept: raw answers beside the scores made of them, language and mode."""
    return {
        "v": FORMAT,
        "mode": MODE,
        "language": ended.language,
        "answers": [_answer(answer) for answer in ended.answers],
        "readings": [
            {
                "measure": reading.measure,
                "version": reading.version,
                "scorer": reading.scorer,
                "items": dict(reading.items),
                "value": reading.value,
            }
            for reading in ended.readings
        ],
        "activities": list(ended.activities),
    }


def activities_of(told: Sequence[Answered]) -> tuple[str, ...]:
    """The activities named the first time: every later rating is of the same ones."""
    return next((tuple(each.body["activities"]) for each in told if each.body.get("activities")), ())


def earlier_of(told: Sequence[Answered]) -> tuple[Measured, ...]:
    """The figures so far, oldest first. Of two baselines only the later one counts."""
    again = any(each.milestone == f"{REPLACED}_again" for each in told)
    return tuple(_figures(each for each in told if not (again and each.milestone == REPLACED)))


def _figures(told: Iterable[Answered]) -> Iterable[Measured]:
    for each in told:
        readings: Sequence[Mapping[str, Any]] = each.body.get("readings", ())
        yield from (_figure(each.milestone, row) for row in readings if row["value"] is not None)


def _figure(milestone: str, row: Mapping[str, Any]) -> Measured:
    rated = tuple((item, float(value)) for item, value in row["items"].items() if value is not None)
    return Measured(milestone, row["measure"], float(row["value"]), rated)


def _answer(answer: Answer) -> dict[str, Any]:
    value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    return {
        "step": answer.step,
        "value": value,
        "unit": answer.unit,
        "said": answer.said,
        "n": answer.n,
        "at": answer.at.isoformat(),
        "unsure": answer.unsure,
        "skipped": answer.skipped,
    }
