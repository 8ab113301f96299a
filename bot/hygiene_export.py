"""A report as rows for a file that leaves the house: small counts hidden, and whatever would give a hidden one away.

Knows counts; must not know HTTP or CSV. Nothing here names a case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.hygiene import Question, Report, Row, Times

SMALL: Final = 5
"""Counts from 1 to 4 point at people; they leave as "<5" (clinic's choice, the usual one for health statistics)."""
HIDDEN: Final = f"<{SMALL}"
WITHHELD: Final = "withheld"
"""A larger count that would give a hidden one away by subtraction."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One count. `row` and `column` are the sums it is a part of; a cell without them stands alone."""

    measure: str
    name: str
    part: str
    count: int
    row: str = ""
    column: str = ""


def lines(report: Report) -> Iterator[tuple[str, str, str, str]]:
    """Rows of measure, name, part and value."""
    cells = list(_cells(report))
    hidden = hide(cells)
    for cell in cells:
        yield cell.measure, cell.name, cell.part, hidden.get(cell, str(cell.count))
    for measure, times in (("first_response_hours", report.first_response), ("decision_hours", report.decision)):
        yield from _times(measure, times)


def hide(cells: list[Cell]) -> Mapping[Cell, str]:
    """What is written in place of each count that may not be: small ones, and one more wherever a sum would tell the only hidden one."""
    hidden = {cell: HIDDEN for cell in cells if 0 < cell.count < SMALL}
    sums: dict[str, list[Cell]] = {}
    for cell in cells:
        for name in filter(None, (cell.row, cell.column)):
            sums.setdefault(name, []).append(cell)
    changed = True
    while changed:
        changed = False
        for parts in sums.values():
            open_ = [cell for cell in parts if cell not in hidden and cell.count]
            if sum(cell in hidden for cell in parts) == 1 and open_:
                hidden[min(open_, key=lambda cell: cell.count)] = WITHHELD
                changed = True
    return hidden


def _cells(report: Report) -> Iterator[Cell]:
    yield Cell("inquiries", "all", "", report.total())
    yield from (Cell("inquiries", "all", fate, count, row="all") for fate, count in report.fates.items())
    for fate, whys in report.whys.items():
        yield from (Cell("reasons", fate, why, count, row=f"why:{fate}") for why, count in whys.items())
    for kind, rows in (("condition", report.conditions), ("language", report.languages)):
        yield from (cell for row in rows for cell in _row(kind, row))
    yield from (cell for question in report.questions for cell in _question(question))
    for clock, counts in report.deadlines.items():
        yield from (Cell("deadline", clock, kept, count, row=f"deadline:{clock}") for kept, count in counts.items())
    yield from (Cell("lost", loss, "", count) for loss, count in report.losses.items())
    yield Cell("declined_share", "period", "declined", report.share.declined)
    yield Cell("declined_share", "period", "decided", report.share.decided)


def _row(kind: str, row: Row) -> Iterator[Cell]:
    yield Cell(kind, row.name, "", row.total, column=kind)
    for fate, count in row.fates.items():
        yield Cell(kind, row.name, fate, count, row=f"{kind}:{row.name}", column=f"{kind}::{fate}")


def _question(question: Question) -> Iterator[Cell]:
    """Seen is the sum of answered and standing, so both of them are told or neither."""
    for part in ("seen", "left", "reworded", "unsure"):
        yield Cell("question", question.step, part, getattr(question, part))
    for part in ("answered", "standing"):
        yield Cell("question", question.step, part, getattr(question, part), row=f"question:{question.step}")


def _times(measure: str, times: Times) -> Iterator[tuple[str, str, str, str]]:
    small = times.count < SMALL
    yield measure, "all", "count", HIDDEN if times.count and small else str(times.count)
    for part, value in (("median", times.median), ("nine_in_ten", times.nine_in_ten)):
        yield measure, "all", part, "" if small or value is None else str(value)
