"""Whether so few were declined that somebody should ask why: the share of a period against the clinic's own past.

A clinic that declines nobody examines nobody (the clinic's philosophy: a measure of intake hygiene, never a selling line). The test is
one-sided and exact: how likely were so few, or fewer, if nothing had changed. Knows numbers only.
"""

from dataclasses import dataclass
from math import exp, lgamma, log
from typing import Final

UNLIKELY: Final = 0.05
"""The warning comes below this likelihood: one period in twenty warns without cause."""
LEAST_NOW: Final = 10
"""Fewer decisions in the period say nothing."""
LEAST_BEFORE: Final = 30
"""Fewer decisions before it are no past to hold it against."""


@dataclass(frozen=True, slots=True)
class Share:
    """Declined among written decisions, in the period and in the year before it. `likelihood` is None where there is too little to say."""

    declined: int
    decided: int
    declined_before: int
    decided_before: int
    likelihood: float | None

    @property
    def warns(self) -> bool:
        """Whether the share is unusually low."""
        return self.never or (self.likelihood is not None and self.likelihood < UNLIKELY)

    @property
    def never(self) -> bool:
        """Whether nobody was declined at all, among enough decisions to be told."""
        return not self.declined + self.declined_before and self.decided + self.decided_before >= LEAST_BEFORE

    @property
    def now(self) -> float | None:
        """The share in the period, 0 to 1."""
        return self.declined / self.decided if self.decided else None

    @property
    def before(self) -> float | None:
        """The share in the year before it, 0 to 1."""
        return self.declined_before / self.decided_before if self.decided_before else None


def share_of(period: tuple[int, int], past: tuple[int, int]) -> Share:
    """From (declined, decided) of the period and of the year before it."""
    declined, decided = period
    before, decided_before = past
    enough = decided >= LEAST_NOW and decided_before >= LEAST_BEFORE
    return Share(declined, decided, before, decided_before, at_most(declined, decided, before / decided_before) if enough else None)


def at_most(hits: int, tries: int, chance: float) -> float:
    """The likelihood of at most `hits` in `tries`, each with `chance` (the binomial distribution, exact)."""
    if chance in {0, 1}:
        return float(hits >= tries * chance)
    return min(1.0, sum(exp(_log_ways(tries, k) + k * log(chance) + (tries - k) * log(1 - chance)) for k in range(hits + 1)))


def _log_ways(tries: int, hits: int) -> float:
    return lgamma(tries + 1) - lgamma(hits + 1) - lgamma(tries - hits + 1)
