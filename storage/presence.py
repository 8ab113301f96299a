"""Who has a case open now, and who is typing to its patient: each row is short-lived, written by whichever process serves the page.

Knows references and real times; must not know pages, names, or anything of the case.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from storage.models import case_viewers
from storage.work import Work

VIEWS: Final = timedelta(seconds=40)
"""A page that was not heard of for so long is not open any more."""
TYPES: Final = timedelta(seconds=10)
"""Whoever pressed no key for so long is not typing any more."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody with the case open."""

    staff_ref: str
    typing: bool


class Presence:
    """The `case_viewers` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def see(self, case_pk: int, staff_ref: str, now: datetime) -> None:
        """This person has the case open. Their own rows that ran out are removed on the way."""
        gone = (case_viewers.c.staff_ref == staff_ref, case_viewers.c.seen_at < now - VIEWS)
        self._work.change(sa.delete(case_viewers).where(*gone))
        self._keep(case_pk, staff_ref, seen_at=now)

    def type(self, case_pk: int, staff_ref: str, now: datetime) -> None:
        """This person is typing to the patient."""
        self._keep(case_pk, staff_ref, seen_at=now, typed_at=now)

    def leave(self, case_pk: int, staff_ref: str) -> None:
        """Their page was closed."""
        self._work.change(sa.delete(case_viewers).where(case_viewers.c.case_pk == case_pk, case_viewers.c.staff_ref == staff_ref))

    def others(self, case_pk: int, staff_ref: str, now: datetime) -> tuple[Viewer, ...]:
        """Who else has the case open, in a steady order."""
        here = (case_viewers.c.case_pk == case_pk, case_viewers.c.staff_ref != staff_ref, case_viewers.c.seen_at >= now - VIEWS)
        rows = self._work.all(sa.select(case_viewers).where(*here).order_by(case_viewers.c.staff_ref))
        return tuple(Viewer(row.staff_ref, row.typed_at is not None and row.typed_at >= now - TYPES) for row in rows)

    def _keep(self, case_pk: int, staff_ref: str, **times: Any) -> None:  # noqa: ANN401 - column values
        insert: Any = postgresql.insert if self._work.postgres else sqlite.insert
        new = insert(case_viewers).values(case_pk=case_pk, staff_ref=staff_ref, **times)
        self._work.connection.execute(new.on_conflict_do_update(index_elements=["case_pk", "staff_ref"], set_=times))
