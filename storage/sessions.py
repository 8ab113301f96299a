"""Sessions of the console and invitations: random tokens kept as SHA-256, each with an end.

Knows when a token counts; must not know cookies, passwords or how long a session may last.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.models import staff, staff_tokens
from storage.staff import Staff, StaffMember
from storage.work import Work


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session that counts now. `started_at` is the sign-in, `stepped_up_at` the last one-time code asked for besides."""

    staff: StaffMember
    started_at: datetime
    last_used_at: datetime
    stepped_up_at: datetime | None


class Sessions:
    """Rows of `staff_tokens` of kind `session` and `invitation`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def open(self, staff_ref: str, token: str, at: datetime, expires_at: datetime) -> None:
        """Begin a session."""
        self._add(staff_ref, "session", token, at, expires_at)

    def find(self, token: str, now: datetime) -> StoredSession | None:
        """The session behind a token, unless it ended, expired, or its owner was dismissed."""
        row = self._row("session", token, now)
        if row is None:
            return None
        owner = Staff(self._work).by_ref(row.staff_ref)
        return None if owner is None else StoredSession(owner, row.created_at, row.last_used_at, row.stepped_up_at)

    def touch(self, token: str, at: datetime, expires_at: datetime) -> None:
        """Note that the person did something; the idle limit begins anew."""
        self._change("session", token, last_used_at=at, expires_at=expires_at)

    def step_up(self, token: str, at: datetime) -> None:
        """Note that the person has just proved the one-time code again."""
        self._change("session", token, stepped_up_at=at)

    def end(self, token: str, at: datetime) -> bool:
        """Sign out; False when there was no such session."""
        return self._change("session", token, revoked_at=at) > 0

    def end_all(self, staff_ref: str, at: datetime, *, keep: str = "") -> int:
        """End every session, API token and invitation of a person except the session `keep`; how many ended."""
        owner = sa.select(staff.c.id).where(staff.c.staff_ref == staff_ref).scalar_subquery()
        live = (staff_tokens.c.staff_id == owner, staff_tokens.c.revoked_at.is_(None), staff_tokens.c.sha256 != _digest(keep))
        return self._work.change(sa.update(staff_tokens).where(*live).values(revoked_at=at))

    def invite(self, staff_ref: str, token: str, at: datetime, expires_at: datetime) -> None:
        """Remember a one-time link that lets a person set a password."""
        self._add(staff_ref, "invitation", token, at, expires_at)

    def invited(self, token: str, now: datetime) -> StaffMember | None:
        """The person a one-time link was made for, while it counts."""
        row = self._row("invitation", token, now)
        return None if row is None else Staff(self._work).by_ref(row.staff_ref)

    def spend_invitation(self, token: str, at: datetime) -> bool:
        """Use a one-time link; False when it was used before."""
        return self._change("invitation", token, revoked_at=at) > 0

    def _add(self, staff_ref: str, kind: str, token: str, at: datetime, expires_at: datetime) -> None:
        owner = self._work.connection.execute(sa.select(staff.c.id).where(staff.c.staff_ref == staff_ref)).scalar_one()
        row = {"staff_id": owner, "kind": kind, "sha256": _digest(token), "created_at": at, "last_used_at": at, "expires_at": expires_at}
        self._work.connection.execute(sa.insert(staff_tokens).values(**row))

    def _row(self, kind: str, token: str, now: datetime) -> "sa.Row[Any] | None":
        columns: tuple[sa.ColumnElement[Any], ...] = (
            staff.c.staff_ref,
            staff_tokens.c.created_at,
            staff_tokens.c.last_used_at,
            staff_tokens.c.stepped_up_at,
        )
        select = sa.select(*columns).join(staff, staff.c.id == staff_tokens.c.staff_id)
        known = (staff_tokens.c.sha256 == _digest(token), staff_tokens.c.kind == kind, staff_tokens.c.revoked_at.is_(None))
        return self._work.connection.execute(select.where(*known, staff_tokens.c.expires_at > now, staff.c.dismissed_at.is_(None))).first()

    def _change(self, kind: str, token: str, **values: datetime) -> int:
        live = (staff_tokens.c.sha256 == _digest(token), staff_tokens.c.kind == kind, staff_tokens.c.revoked_at.is_(None))
        return self._work.change(sa.update(staff_tokens).where(*live).values(**values))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
