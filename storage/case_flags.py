"""Flags of a case: what a person must see, each once; ids and quotes are health data and sealed.

Knows flags as `flows.session.Flag`; must not know what they mean.
"""

from collections.abc import Sequence
from datetime import datetime

from flows.session import Flag
from storage.work import Work


class CaseFlags:
    """The `case_flags` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, case_pk: int, flags: Sequence[Flag], at: datetime) -> int:
        """Add flags that the case does not have yet (by id); returns how many were new."""
        raise NotImplementedError

    def of(self, case_pks: Sequence[int]) -> dict[int, list[Flag]]:
        """The standing flags of each case, in the order they were raised."""
        raise NotImplementedError

    def clear(self, case_pk: int, flag_id: str, staff_ref: str, at: datetime) -> bool:
        """Only staff clear a flag; it stays in the table with who and when."""
        raise NotImplementedError
