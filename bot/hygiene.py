"""The measures of the intake: what became of the inquiries of a period, how long things took, what was lost on the way.

Each inquiry carries marks (`fate:declined`, `condition:lupus`, `seen:subject.age`); every number is a count of marks, and its list is the
inquiries that carry them, so no number can disagree with its list. Start and end of every measure: docs/measures-of-intake.md. Fates
come from the append-only log, never from a label somebody could set. Knows measures; must not know HTTP or pages.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Literal, TypeAlias, get_args

from bot.hygiene_marks import FATES, Fate, Inquiry, inquiries_of
from bot.hygiene_share import Share, share_of
from flows.intake.flow import INTAKE
from storage.hygiene import Event
from storage.unit_of_work import UnitOfWork

MOST: Final = 20_000
"""Inquiries of one report: their conditions are opened one by one, half a second at this number."""
OPENED: Final = 2_000
"""Sessions opened for "not sure": the newest of the period."""
BASELINE: Final = timedelta(days=365)
"""The clinic's own past that the share of declined is held against."""

CLOCKS: Final = ("first_response", "next_response", "resolution")
KEPT: Final = ("met", "late", "overdue", "running")
Lost: TypeAlias = Literal["guard_stop", "opt_out", "failed_send", "guard_at_gate"]
LOSSES: Final[tuple[Lost, ...]] = get_args(Lost)
_LOST_BY: Final[Mapping[str, Lost]] = {
    "guard.blocked": "guard_stop",
    "messages.opted_out": "opt_out",
    "failed": "failed_send",
    "suppressed": "guard_at_gate",
}


class TooMany(Exception):
    """More inquiries in the period than one report takes; a shorter one must be chosen."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a breakdown: how many inquiries, and how many met each fate."""

    name: str
    total: int
    fates: Mapping[Fate, int]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the funnel. `standing` conversations wait at it now; `unsure` is counted among `Report.opened` sessions only."""

    step: str
    seen: int
    answered: int
    standing: int
    left: int
    reworded: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took, in hours: how often it happened, the middle, and what nine in ten stayed within. None: never."""

    count: int
    median: float | None
    nine_in_ten: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """All measures of a period."""

    since: datetime
    until: datetime
    inquiries: tuple[Inquiry, ...]
    fates: Mapping[Fate, int]
    whys: Mapping[Fate, Mapping[str, int]]
    conditions: tuple[Row, ...]
    languages: tuple[Row, ...]
    questions: tuple[Question, ...]
    opened: int
    first_response: Times
    decision: Times
    deadlines: Mapping[str, Mapping[str, int]]
    losses: Mapping[Lost, int]
    lost: tuple[tuple[Lost, Event], ...] = field(repr=False)
    share: Share

    def total(self) -> int:
        """All inquiries of the period."""
        return len(self.inquiries)

    def carrying(self, marks: Iterable[str]) -> list[Inquiry]:
        """The inquiries behind a number: those with all these marks."""
        wanted = frozenset(marks)
        return [inquiry for inquiry in self.inquiries if wanted <= inquiry.marks]

    def behind(self, kind: str, code: str = "") -> list[str]:
        """The cases behind a number of losses, each once."""
        return list(dict.fromkeys(event.case_id for lost, event in self.lost if lost == kind and code in {"", event.code}))

    def codes(self, kind: Lost) -> Mapping[str, int]:
        """The losses of a kind by their code."""
        return dict(Counter(event.code for lost, event in self.lost if lost == kind).most_common())


def measure(uow: UnitOfWork, since: datetime, until: datetime, now: datetime) -> Report:
    """All measures of the inquiries opened from `since` (in it) to `until` (not in it), as they stand at `now`. Raises `TooMany`."""
    found = inquiries_of(uow, since, until, now, most=MOST + 1, opened=OPENED)
    if len(found) > MOST:
        raise TooMany
    lost = tuple((_LOST_BY[event.kind], event) for event in uow.hygiene.happened(since, until, MOST))
    counted = Counter(mark for inquiry in found for mark in inquiry.marks)
    return Report(
        since=since,
        until=until,
        inquiries=tuple(found),
        fates={fate: counted[f"fate:{fate}"] for fate in FATES},
        whys={fate: _whys(found, fate) for fate in FATES},
        conditions=_breakdown(found, "condition"),
        languages=_breakdown(found, "language"),
        questions=tuple(_question(step.id, counted) for step in INTAKE.steps if counted[f"seen:{step.id}"]),
        opened=min(len(found), OPENED),
        first_response=_times(inquiry.first_response for inquiry in found),
        decision=_times(inquiry.decision for inquiry in found),
        deadlines={kind: {kept: counted[f"clock:{kind}:{kept}"] for kept in KEPT} for kind in CLOCKS},
        losses={loss: sum(lost_ == loss for lost_, _ in lost) for loss in LOSSES},
        lost=lost,
        share=share_of(uow.hygiene.decided(since, until), uow.hygiene.decided(since - BASELINE, since)),
    )


def _whys(found: Sequence[Inquiry], fate: Fate) -> dict[str, int]:
    codes = Counter(why for inquiry in found if inquiry.fate == fate for why in inquiry.whys)
    return dict(sorted(codes.items(), key=lambda item: (-item[1], item[0])))


def _breakdown(found: Sequence[Inquiry], kind: str) -> tuple[Row, ...]:
    """One row per mark of a kind, the most frequent first. An inquiry counts once, under its main condition."""
    groups: dict[str, Counter[Fate]] = {}
    for inquiry in found:
        for mark in inquiry.marks:
            if mark.startswith(f"{kind}:"):
                groups.setdefault(mark.partition(":")[2], Counter())[inquiry.fate] += 1
    rows = (Row(name, fates.total(), {fate: fates[fate] for fate in FATES}) for name, fates in groups.items())
    return tuple(sorted(rows, key=lambda row: (-row.total, row.name)))


def _question(step: str, counted: Mapping[str, int]) -> Question:
    seen, standing = counted.get(f"seen:{step}", 0), counted.get(f"standing:{step}", 0)
    rest = (counted.get(f"{mark}:{step}", 0) for mark in ("left", "reworded", "unsure"))
    return Question(step, seen, seen - standing, standing, *rest)


def _times(taken: Iterable[timedelta | None]) -> Times:
    hours = sorted(each.total_seconds() / 3600 for each in taken if each is not None)
    if not hours:
        return Times(0, None, None)
    return Times(len(hours), round(_rank(hours, 0.5), 2), round(_rank(hours, 0.9), 2))


def _rank(ordered: Sequence[float], part: float) -> float:
    """The smallest value that at least this part of the values does not exceed (nearest rank)."""
    return ordered[max(0, -int(-part * len(ordered) // 1) - 1)]
