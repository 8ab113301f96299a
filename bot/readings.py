"""What a kept reading of an instrument says: a value for each of its scores, and when it was answered.

Knows the shape readings are kept in, also that of earlier releases; must not know what is done with a value.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final, TypeAlias

from flows.protocol import load
from flows.protocol.measure import Measure, Score
from flows.scoring import Result
from storage.check_ins import Answered

Reading: TypeAlias = Mapping[str, Any]
FORM: Final = "form"
"""The mode of a reading that came by a web form, not by the chat."""


def readings(each: Answered) -> Sequence[Reading]:
    """Every reading of a check-in."""
    found: Sequence[Reading] = each.body.get("readings", ())
    return found


def by_form(reading: Reading) -> bool:
    """Whether it was filled in on a page of its own."""
    return reading.get("mode") == FORM


def scales(reading: Reading) -> Mapping[str, Result]:
    """The value of each score the instrument has today, by id, in its order; what came by chat keeps the main one only."""
    measure = load().measures.get(reading["measure"])
    if measure is None:
        return {}
    known: Mapping[str, Result] = {measure.main: reading["value"], **reading.get("scores", {})}
    return {score.id: known[score.id] for score in measure.scores if score.id in known}


def told_at(each: Answered, reading: Reading) -> Answered:
    """The check-in as of when this reading was answered: a form is filled in on a day of its own."""
    return replace(each, at=datetime.fromisoformat(reading["at"])) if reading.get("at") else each


def named(measure: Measure, score: Score, apart: str = ".") -> str:
    """A score by its instrument and, where that has several, by itself: what no instrument calls its total is never named like one."""
    return measure.id if len(measure.scores) == 1 else f"{measure.id}{apart}{score.id}"
