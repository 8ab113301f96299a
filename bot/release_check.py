"""What this release does to the conversations that are open, before it goes live: counted per step, without opening a session.

Knows groups and fates; must not know how they are printed. The same `flows.release.fate` decides when a conversation is met.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, get_args

from flows.release import WAITS, Fate, fate
from storage.open_conversations import Standing

FATES: Final[tuple[Fate, ...]] = get_args(Fate)


@dataclass(frozen=True, slots=True)
class StepImpact:
    """What happens at one step: how many conversations meet each fate. `renamed_from` lists old ids that lead here."""

    step: str
    stays: int = 0
    asked_again: int = 0
    to_person: int = 0
    renamed_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Impact:
    """All steps with open conversations, by id; `without_question` counts those that wait for no answer (not begun, or done)."""

    steps: tuple[StepImpact, ...]
    without_question: int

    def total(self, became: Fate) -> int:
        """How many conversations meet this fate."""
        return sum(getattr(step, became) for step in self.steps)


def impact(standings: Iterable[Standing]) -> Impact:
    """Count what becomes of each group.

    Who is held, stopped or has a person already is handed to nobody again: a question that is gone leaves them where they are.
    """
    counted: dict[str, Counter[str]] = {}
    names: dict[str, set[str]] = {}
    idle = 0
    for group in standings:
        if not group.step:
            idle += group.count
            continue
        became = fate(group.step, group.asked)
        if became == "to_person" and group.status not in WAITS:
            became = "stays"
        counted.setdefault(group.step, Counter())[became] += group.count
        names.setdefault(group.step, set()).update({group.was} - {group.step})
    steps = (
        StepImpact(step, found["stays"], found["asked_again"], found["to_person"], tuple(sorted(names[step])))
        for step, found in sorted(counted.items())
    )
    return Impact(tuple(steps), idle)
