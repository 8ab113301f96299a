"""Signs that are no danger alone and are one together: a swollen calf and short breath, a blow to the head and vomiting.

Knows `lexicon/constellations.toml`; must not know any word of a language. The signs are findings like any other, weighed by the cues
around them; a sign that is denied, past or only feared counts for nothing.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from messages.understanding.lexicon import FOLDER
from messages.understanding.trie import Match, Rule

SIGN: Final = "sign:"
NEAR: Final = 45
"""Words between the first and the last sign of one constellation: what is told in one breath, over several sentences."""


@dataclass(frozen=True, slots=True)
class Constellation:
    """One set of signs: of each group one must be told, of `unless` none. `label` and `kind` are what they give together."""

    label: str
    kind: str
    groups: tuple[frozenset[str], ...]
    unless: frozenset[str]


@lru_cache(maxsize=1)
def _all() -> tuple[Constellation, ...]:
    data = tomllib.loads((FOLDER / "constellations.toml").read_text(encoding="utf-8"))
    return tuple(
        Constellation(
            label,
            kind,
            tuple(frozenset(group.split("|")) for group in line.partition(" - ")[0].split()),
            frozenset(line.partition(" - ")[2].split()),
        )
        for key, lines in data.items()
        for label, _, kind in [key.partition("/")]
        for line in lines
    )


def signs_used() -> frozenset[str]:
    """The names of all signs that stand in a constellation."""
    return frozenset(name for each in _all() for group in (*each.groups, each.unless) for name in group)


def together(signs: list[Match]) -> Iterator[Match]:
    """For every constellation that the told `signs` complete: a finding of its label, from the first sign to the last."""
    told: dict[str, list[Match]] = {}
    for sign in signs:
        told.setdefault(sign.rule.label.removeprefix(SIGN), []).append(sign)
    if told:
        for each in _all():
            if all(group & told.keys() for group in each.groups) and not each.unless & told.keys():
                closest = _closest([[sign for name in sorted(group) for sign in told.get(name, ())] for group in each.groups])
                if closest is not None:
                    yield Match(Rule(each.label, each.kind, "shared"), *closest)


def _closest(groups: list[list[Match]]) -> tuple[int, int] | None:
    """The words from first to last of one sign of every group, standing apart and near each other; None when there are none so."""
    for first in groups[0]:
        chosen = [first]
        for others in groups[1:]:
            apart = [sign for sign in others if all(_apart(sign, taken) for taken in chosen)]
            if not apart:
                break
            chosen.append(min(apart, key=lambda sign: abs(sign.start - first.start)))
        places = sorted((sign.start, sign.end) for sign in chosen)
        if len(chosen) == len(groups) and places[-1][0] - places[0][0] <= NEAR:
            return places[0][0], max(end for _, end in places)
    return None


def _apart(one: Match, other: Match) -> bool:
    """Whether two signs are told in different words: where one lies within the other, it fills a gap and shares no edge."""
    if one.start == other.start or one.end == other.end:
        return one.end <= other.start or other.end <= one.start
    return True
