"""Where a check-in stands on the axis of time of a chart, so that a year looks like a year.

Knows the names of milestones; must not know a chart's size, nor a score.
"""

from collections.abc import Sequence
from typing import Final

BEFORE: Final = -1.0
"""A baseline is asked in the weeks before the treatment, at most six: one month before it on the axis."""
_MONTHS: Final = {"d": 12 / 365, "m": 1.0}


def months(milestone: str) -> float:
    """Months from the treatment; `baseline` and `baseline_again` lie before it. Raises `ValueError` for a name that tells no time."""
    if milestone.startswith("baseline"):
        return BEFORE
    if milestone[-1:] not in _MONTHS:
        raise ValueError(f"{milestone!r} tells no time")
    return int(milestone[:-1]) * _MONTHS[milestone[-1]]


def places(milestones: Sequence[str]) -> tuple[float, ...]:
    """Each milestone's place from 0 (the first) to 1 (the last), by time; they come in its order. One alone stands at 0."""
    at = [months(each) for each in milestones]
    span = at[-1] - at[0] if at else 0.0
    return tuple((each - at[0]) / span if span else 0.0 for each in at)
