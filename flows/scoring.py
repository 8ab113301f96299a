"""Scores of an instrument from its answers, exactly as published: direction, missing rule, tables and rounding stand in the data.

Pure arithmetic on fractions, rounded once at the end. Silence is never a value: below the instrument's least number of answers there is
no score. Raw answers are kept beside every score by whoever stores it; a score can always be made again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

from flows.protocol import load
from flows.protocol.measure import Measure, Score

Items: TypeAlias = Mapping[str, float | None]
Result: TypeAlias = float | str | None
"""A number, the digits of a state, or None: too little was answered."""


class NotScorable(ValueError):
    """The answers are not this instrument's; the message names each fault by item, never a person."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Every score of one filled instrument, by id, with what they were made of."""

    measure: str
    version: str
    scorer: int
    items: Items
    scores: Mapping[str, Result]
    main: str

    @property
    def value(self) -> Result:
        """The score that is shown and compared."""
        return self.scores[self.main]


def find(name: str) -> Measure:
    """An instrument by id or by any name it goes by, whatever the dashes and capitals. Raises `KeyError`."""
    wanted = _bare(name)
    for measure in load().measures.values():
        if wanted in {_bare(measure.id), *map(_bare, measure.names)}:
            return measure
    raise KeyError(name)


def score(measure: Measure, answers: Items | Sequence[float | None]) -> Scored:
    """All scores. Answers by item id, or as a list in the order asked; None and a missing id are "not answered". Raises `NotScorable`."""
    items = _by_id(measure, answers)
    faults = tuple(_faults(measure, items))
    if faults:
        raise NotScorable("; ".join(faults))
    exact: dict[str, Fraction | str | None] = {}
    for each in measure.scores:
        exact[each.id] = _exact(measure, each, items, exact)
    shown = {each.id: _shown(exact[each.id], each.decimals) for each in measure.scores}
    return Scored(measure.id, measure.version, measure.scorer, items, shown, measure.main)


def score_scale(measure: Measure, scale: str, answers: Items | Sequence[float | None]) -> Result:
    """One scale alone. Answers by item id, where a missing one is "not answered", or as a list of all in their order.

    Raises `KeyError`, `NotScorable`.
    """
    wanted = measure.score(scale)
    if isinstance(answers, Mapping):
        return _of_scale(measure, wanted, answers)
    if len(answers) != len(wanted.items):
        raise NotScorable(f"{scale} has {len(wanted.items)} items, {len(answers)} are given")
    return score(measure, dict(zip(wanted.items, answers, strict=True))).scores[scale]


def _of_scale(measure: Measure, wanted: Score, answers: Items) -> Result:
    strange = [f"{wanted.id} has no item {item}" for item in answers if item not in (wanted.items or measure.item_ids)]
    if strange:
        raise NotScorable("; ".join(strange))
    return score(measure, answers).scores[wanted.id]


def worsened(rule: Score, before: Result, now: Result) -> bool:
    """Whether `now` is worse than `before` by at least the change that staff are told of the same day. Nothing known is not worse."""
    if not isinstance(before, int | float) or not isinstance(now, int | float) or not rule.alert:
        return False
    change = Fraction(str(now)) - Fraction(str(before))
    return (-change if rule.direction == "higher_better" else change) >= Fraction(str(rule.alert))


def _by_id(measure: Measure, answers: Items | Sequence[float | None]) -> Items:
    if isinstance(answers, Mapping):
        return answers
    ids = measure.item_ids
    if not measure.needed <= len(answers) <= len(ids):
        wanted = f"{len(ids)}" if measure.needed == len(ids) else f"{measure.needed} to {len(ids)}"
        raise NotScorable(f"{measure.id} has {wanted} items, {len(answers)} are given; write null for one not answered")
    return dict(zip(ids, answers, strict=False))


def _faults(measure: Measure, items: Items) -> Iterator[str]:
    for name, answer in items.items():
        if name not in measure.item_ids:
            yield f"{measure.id} has no item {name}"
        elif answer is not None and (isinstance(answer, bool) or not isinstance(answer, int | float)):
            yield f"{name}: not a number"
        elif answer is not None and not measure.group_of(name).takes(answer):
            yield f"{name}: {answer:g} is no answer to it"


def _exact(measure: Measure, rule: Score, items: Items, made: Mapping[str, Fraction | str | None]) -> Fraction | str | None:
    if rule.items:
        given = [_number(measure, name, items.get(name)) for name in rule.items]
    else:
        given = [_part(measure.score(name), made[name]) for name in rule.of]
    known = [value for value in given if value is not None]
    if len(known) < rule.least:
        return None
    match rule.method:
        case "digits":
            return "".join(str(int(value)) for value in known)
        case "table":
            return _looked_up(measure, rule, sum(known, Fraction(0)))
        case "sum":
            return _line(rule, sum(known, Fraction(0)) / len(known) * len(given))
        case "mean" | "value":
            return _line(rule, sum(known, Fraction(0)) / len(known))


def _number(measure: Measure, name: str, answer: float | None) -> Fraction | None:
    return None if answer is None else Fraction(str(measure.group_of(name).scored(answer)))


def _part(rule: Score, value: Fraction | str | None) -> Fraction | None:
    if not isinstance(value, Fraction):
        return None
    return _rounded(value, rule.decimals) if rule.rounded_first else value


def _line(rule: Score, value: Fraction) -> Fraction:
    return Fraction(str(rule.intercept)) + Fraction(str(rule.slope)) * value / Fraction(str(rule.divisor))


def _looked_up(measure: Measure, rule: Score, total: Fraction) -> Fraction:
    """The table's first entry belongs to the lowest sum there is."""
    lowest = sum(Fraction(str(measure.group_of(item).least_scored)) for item in rule.items)
    return Fraction(str(rule.table[int(total - lowest)]))


def _rounded(value: Fraction, decimals: int) -> Fraction:
    """Half up, as people round: Python's own rounding would send 0.5 to 0."""
    scale = 10**decimals
    return Fraction((value * scale + _HALF).__floor__(), scale)


_HALF: Final = Fraction(1, 2)


def _shown(value: Fraction | str | None, decimals: int) -> Result:
    return float(_rounded(value, decimals)) if isinstance(value, Fraction) else value


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
