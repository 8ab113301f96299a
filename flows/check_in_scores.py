"""The instruments of a check-in: what was answered of each, scored, and set beside what the same person answered before.

Only what was rated both times is compared: a mean over other activities is another figure. Decides nothing and says nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from flows.check_in.questions import CHANGES
from flows.check_in_talk import PLACES, PREFIX, activities
from flows.effects import Reading
from flows.evidence import answered
from flows.protocol import load
from flows.protocol.measure import Measure, Score
from flows.scoring import Items, Result, score, worsened
from flows.session import Answer, CheckInTalk, Measured, Session

IMPRESSION: Final = "pgic"
"""Asks about change itself: it is worse by what it says, not by what was said before."""
BASELINES: Final = frozenset({"baseline", "baseline_again"})


def measured(session: Session) -> tuple[Reading, ...]:
    """Every instrument of which something was answered, scored; a skipped item is kept as not answered."""
    given = answered(session)
    found = (_reading(name, items) for name, items in _items(given))
    return tuple(reading for reading in found if reading is not None)


def worse(session: Session, talk: CheckInTalk, *, ended: bool = True) -> tuple[str, ...]:
    """The measures that got worse by a change that alerts. While more of one is still asked, only its single items speak."""
    found = []
    for reading in measured(session):
        whole = ended or _whole(session, reading)
        if reading.measure == IMPRESSION:
            if reading.value is not None and reading.value > CHANGES.index("little_worse"):
                found.append(reading.measure)
        elif any(_got_worse(reading, before, whole=whole) for before in compared_with(talk.earlier, reading.measure)):
            found.append(reading.measure)
    return tuple(found)


def compared_with(earlier: Sequence[Measured], name: str) -> tuple[Measured, ...]:
    """What a figure is set against: the baseline where there is one, and the last time. The first time of all is no baseline."""
    mine = [each for each in earlier if each.measure == name]
    first = [each for each in mine if each.milestone in BASELINES][-1:]
    return tuple(dict.fromkeys((*first, *mine[-1:])))


def beside(reading: Reading, before: Measured) -> float | None:
    """The earlier figure as it can stand beside this one: made of what was answered now; None where some of that was not answered then.

    Records of before items were kept stand as they are.
    """
    now, was = {item for item, value in reading.items if value is not None}, dict(before.items)
    if not was:
        return before.value
    measure = load().measures[reading.measure]
    value = score(measure, {item: was[item] for item in now}).value if now <= set(was) else None
    return float(value) if isinstance(value, int | float) else None


def _got_worse(reading: Reading, before: Measured, *, whole: bool) -> bool:
    measure = load().measures[reading.measure]
    rules = [rule for rule in measure.scores if whole or len(rule.items) == 1]
    return any(worsened(rule, *_both(measure, rule, reading, before)) for rule in rules)


def _both(measure: Measure, rule: Score, reading: Reading, before: Measured) -> tuple[Result, Result]:
    """One score then and now, made of what was rated both times."""
    if not before.items:
        return (before.value, reading.value) if rule.id == measure.main else (None, None)
    was, now = dict(before.items), {item: value for item, value in reading.items if value is not None}
    return rated_both_times(measure, rule, was, now)


def rated_both_times(measure: Measure, rule: Score, was: Items, now: Items) -> tuple[Result, Result]:
    """One score then and now, each made of the items of both."""
    both = [item for item in now if item in was]
    then, today = (score(measure, {item: values[item] for item in both}).scores[rule.id] for values in (was, now))
    return then, today


def _whole(session: Session, reading: Reading) -> bool:
    """Whether nothing more of this instrument is to be asked."""
    return reading.measure != "psfs" or len(reading.items) >= len(activities(session))


def _items(given: Mapping[str, Answer]) -> Iterator[tuple[str, Items]]:
    pain = given.get(f"{PREFIX}pain")
    yield "nrs_pain", {"pain": _number(pain)} if pain else {}
    rated = {f"activity_{place}": given.get(f"{PREFIX}activity_{place}") for place in PLACES}
    yield "psfs", {item: _number(answer) for item, answer in rated.items() if answer is not None}
    change = given.get(f"{PREFIX}change")
    place = CHANGES.index(str(change.value)) + 1 if change is not None and change.value in CHANGES else None
    yield IMPRESSION, {"change": place} if change is not None else {}


def _reading(name: str, items: Items) -> Reading | None:
    if not items:
        return None
    measure = load().measures[name]
    # what was kept before broken numbers were asked again is not an answer of the instrument, and must not stop the conversation
    known = {item: given if given is not None and measure.group_of(item).takes(given) else None for item, given in items.items()}
    scored = score(measure, known)
    value = scored.value
    return Reading(name, scored.version, scored.scorer, tuple(known.items()), float(value) if isinstance(value, int | float) else None)


def _number(answer: Answer | None) -> float | None:
    return float(answer.value) if answer is not None and isinstance(answer.value, int | float) else None
