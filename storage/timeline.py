"""The timeline of a case: who did what and when, append-only by database triggers.

Knows codes and references only: a reason is a code, never a person's words.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa

from storage.models import timeline
from storage.work import Work

_CODE = re.compile(r"[A-Za-z0-9_:.\-]{0,80}")


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One step. `actor` is `bot`, `patient`, `system` or a staff reference; statuses are empty where none changed."""

    at: datetime
    actor: str
    action: str
    from_status: str = ""
    to_status: str = ""
    reason: str = ""


class Timeline:
    """The `timeline` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def append(self, case_pk: int, *entries: TimelineEntry) -> None:
        """Add steps. Raises ValueError when an action or reason is not a code (letters, digits, `_ : . -`)."""
        for text in (word for entry in entries for word in (entry.actor, entry.action, entry.reason)):
            if not _CODE.fullmatch(text):
                raise ValueError("the timeline takes codes, not words")
        if entries:
            self._work.connection.execute(sa.insert(timeline), [{"case_pk": case_pk, **asdict(entry)} for entry in entries])

    def of(self, case_pk: int) -> list[TimelineEntry]:
        """Every step of a case, in order."""
        return self.of_many([case_pk]).get(case_pk, [])

    def of_many(self, case_pks: Sequence[int]) -> dict[int, list[TimelineEntry]]:
        """The same for several cases at once."""
        found: dict[int, list[TimelineEntry]] = {}
        for row in self._work.all(sa.select(timeline).where(timeline.c.case_pk.in_(case_pks)).order_by(timeline.c.id)):
            entry = TimelineEntry(row.at, row.actor, row.action, row.from_status, row.to_status, row.reason)
            found.setdefault(row.case_pk, []).append(entry)
        return found
