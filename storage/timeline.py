"""The timeline of a case: who did what and when, append-only by database triggers.

Knows codes and references only: a reason is a code, never a person's words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.work import Work


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
        """Add steps. Raises ValueError when an action or reason is not a code (lower case, digits, `_ : . -`)."""
        raise NotImplementedError

    def of(self, case_pk: int) -> list[TimelineEntry]:
        """Every step of a case, in order."""
        raise NotImplementedError

    def of_many(self, case_pks: Sequence[int]) -> dict[int, list[TimelineEntry]]:
        """The same for several cases at once."""
        raise NotImplementedError
