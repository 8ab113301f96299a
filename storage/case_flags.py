"""Flags of a case: what a person must see, each once; ids and quotes are health data and sealed.

Knows flags as `flows.session.Flag`; must not know what they mean.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from flows.session import Flag
from storage.columns import on_conflict_nothing
from storage.models import case_flags
from storage.work import Work


class CaseFlags:
    """The `case_flags` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, case_pk: int, flags: Sequence[Flag], at: datetime) -> int:
        """Add flags that the case does not have yet (by id); returns how many were new."""
        rows = [self._row(case_pk, flag, at) for flag in flags]
        if not rows:
            return 0
        insert = on_conflict_nothing(case_flags, self._work.postgres, "case_pk", "blind").returning(case_flags.c.id)
        return len(self._work.connection.execute(insert, rows).all())

    def of(self, case_pks: Sequence[int]) -> dict[int, list[Flag]]:
        """The standing flags of each case, in the order they were raised."""
        if not case_pks:
            return {}
        standing = sa.select(case_flags).where(case_flags.c.case_pk.in_(case_pks), case_flags.c.cleared_at.is_(None))
        found: dict[int, list[Flag]] = {}
        for row in self._work.all(standing.order_by(case_flags.c.id)):
            found.setdefault(row.case_pk, []).append(self._read(row))
        return found

    def clear(self, case_pk: int, flag_id: str, staff_ref: str, at: datetime) -> bool:
        """Only staff clear a flag; it stays in the table with who and when."""
        flag = (case_flags.c.case_pk == case_pk, case_flags.c.blind == self._blind(flag_id), case_flags.c.cleared_at.is_(None))
        return self._work.change(sa.update(case_flags).where(*flag).values(cleared_at=at, cleared_by=staff_ref)) > 0

    def cleared(self, case_pk: int) -> dict[str, str]:
        """The flags of a case that were cleared, by id, each with the staff reference of who did it."""
        gone = sa.select(case_flags).where(case_flags.c.case_pk == case_pk, case_flags.c.cleared_at.is_not(None))
        return {self._read(row).id: row.cleared_by for row in self._work.all(gone)}

    def _blind(self, flag_id: str) -> str:
        return self._work.vault.blind("flag", flag_id)

    def _row(self, case_pk: int, flag: Flag, at: datetime) -> dict[str, Any]:
        blind = self._blind(flag.id)
        body = self._work.vault.seal(f"case_flags.body:{case_pk}/{blind}", json.dumps([flag.id, flag.quote]))
        return {"case_pk": case_pk, "blind": blind, "severity": flag.severity, "source": flag.source, "n": flag.n, "at": at, "body": body}

    def _read(self, row: sa.Row[Any]) -> Flag:
        flag_id, quote = json.loads(self._work.vault.open(f"case_flags.body:{row.case_pk}/{row.blind}", row.body))
        return Flag(flag_id, row.severity, row.source, quote, row.n)
