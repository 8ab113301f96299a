"""What somebody who knows totals learns of hidden groups by adding and subtracting them: exact linear algebra over counts.

Knows groups, totals and counts; must not know what a group stands for. Totals of fewer than k people are not known to anybody: whoever
knows such a one knows the people already.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final, TypeAlias, TypeVar

T = TypeVar("T", bound=Hashable)
Weights: TypeAlias = tuple[Fraction, ...]
TOGETHER: Final = 3
"""Hidden groups that are told only together are looked for up to so many; more of them are k people in any crowd but a very thin one."""


def given_away(lines: Sequence[frozenset[T]], counts: Mapping[T, int], gone: frozenset[T], k: int) -> Iterator[T]:
    """For each way to learn of fewer than k hidden people: the smallest open group that would hide them if it were hidden too.

    `lines`: the groups of each total. What follows from the totals alone, whatever is shown, is not ours to hide, and gives none.
    """
    known = [line for line in lines if sum(counts[each] for each in line) >= k]
    alone = _solved(known, _ordered(counts, counts))
    for weights in _ways(known, counts, gone, k):
        told = {each: _weight(each, known, weights) for each in gone}
        if _small(told, counts, k) and not _follows(told, known, alone, counts):
            bars = [each for each in counts if each not in gone and _weight(each, known, weights)]
            yield min(bars, key=lambda each: (counts[each], repr(each)))


def _follows(told: Mapping[T, Fraction], known: Sequence[frozenset[T]], alone: Mapping[T, Weights], counts: Mapping[T, int]) -> bool:
    """Whether the totals say this sum with every group hidden: then it is the sum of what they say of its solved groups."""
    parts = [tuple(told[each] * weight for weight in weights) for each, weights in alone.items() if told.get(each)]
    whole = _added(parts, len(known))
    return all(_weight(each, known, whole) == told.get(each, 0) for each in counts)


def _added(parts: Sequence[Weights], size: int) -> Weights:
    return tuple(sum((part[place] for part in parts), Fraction()) for place in range(size))


def _ordered(some: Iterable[T], counts: Mapping[T, int]) -> list[T]:
    """Large groups first: those are solved for, and few small ones are left to be."""
    return sorted(some, key=lambda each: (-counts[each], repr(each)))


def _small(told: Mapping[T, Fraction], counts: Mapping[T, int], k: int) -> bool:
    """Whether the weighted sum keeps one of its groups under k: nobody counts fewer than nothing, so each is at most its share."""
    highest = max(told.values(), default=Fraction())
    return highest > 0 and min(told.values()) >= 0 and sum(weight * counts[each] for each, weight in told.items()) < k * highest


def _weight(each: T, known: Sequence[frozenset[T]], weights: Weights) -> Fraction:
    return sum((weight for line, weight in zip(known, weights, strict=True) if each in line), Fraction())


def _ways(known: Sequence[frozenset[T]], counts: Mapping[T, int], gone: frozenset[T], k: int) -> Iterator[Weights]:
    """One total less another that lies in it; then what every total together says of single groups, and of some at a time."""
    for whole, part in ((one, other) for one in range(len(known)) for other in range(len(known)) if one != other):
        if known[part] & gone < known[whole] & gone:
            yield tuple(Fraction((place == whole) - (place == part)) for place in range(len(known)))
    solved = _solved(known, _ordered(gone, counts))
    yield from solved.values()
    few = [each for each in solved if counts[each] < k]
    for size in range(2, TOGETHER + 1):
        for some in combinations(few, size):
            if sum(counts[each] for each in some) < k:
                yield _added([solved[each] for each in some], len(known))


def _solved(known: Sequence[frozenset[T]], order: Sequence[T]) -> dict[T, Weights]:
    """Gauss and Jordan: for each group that can be solved for, the weights of the totals that leave it once and no other such group.

    A group of the order is solved for before those after it. A sum over groups that the totals tell is the sum of these for the
    solved groups in it, so none is missed.
    """
    rows = [
        ([Fraction(each in line) for each in order], [Fraction(here == place) for here in range(len(known))])
        for place, line in enumerate(known)
    ]
    found: dict[T, Weights] = {}
    for column, each in enumerate(order):
        at = next((place for place in range(len(found), len(rows)) if rows[place][0][column]), None)
        if at is None:
            continue
        rows[len(found)], rows[at] = rows[at], rows[len(found)]
        _clear(rows, len(found), column)
        found[each] = ()
    return {each: tuple(rows[place][1]) for place, each in enumerate(found)}


def _clear(rows: list[tuple[list[Fraction], list[Fraction]]], pivot: int, column: int) -> None:
    """Leave a column 1 in its own row and 0 in every other."""
    scale = rows[pivot][0][column]
    rows[pivot] = ([value / scale for value in rows[pivot][0]], [value / scale for value in rows[pivot][1]])
    for place, (left, right) in enumerate(rows):
        if place != pivot and left[column]:
            by = left[column]
            rows[place] = (
                [value - by * own if own else value for value, own in zip(left, rows[pivot][0], strict=True)],
                [value - by * own if own else value for value, own in zip(right, rows[pivot][1], strict=True)],
            )
