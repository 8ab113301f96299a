"""Staff and their API tokens, kept as SHA-256 (sessions: `storage/sessions.py`). Passwords come hashed by `bot`.

Must not know what a role may do.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.models import staff, staff_tokens
from storage.work import Work

_PLAIN = (
    *("id", "staff_ref", "role", "name", "email", "licence", "password_hash"),
    *("totp_last_step", "failed_sign_ins"),
)


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One person on the staff. `staff_ref` is the opaque reference used as actor and holder; `totp_secret` is decrypted here only."""

    id: int
    staff_ref: str
    role: str
    name: str
    email: str
    licence: str
    password_hash: str
    totp_secret: str
    totp_last_step: int
    failed_sign_ins: int
    active: bool


class EmailTaken(Exception):
    """Someone on the staff has this e-mail already."""


class Staff:
    """The `staff` and `staff_tokens` tables."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(
        self, *, role: str, name: str, email: str, password_hash: str, at: datetime, licence: str = "", totp_secret: str = ""
    ) -> StaffMember:
        """Add a person. Raises EmailTaken."""
        ref, mail = self._work.new_id(), email.strip().lower()
        if self.by_email(mail) is not None:
            raise EmailTaken
        secret = self._work.vault.seal(f"staff.totp_secret:{ref}", totp_secret)
        row = {"staff_ref": ref, "role": role, "name": name, "email": mail, "licence": licence, "password_hash": password_hash}
        self._work.connection.execute(sa.insert(staff).values(**row, totp_secret=secret, created_at=at))
        added = self.by_ref(ref)
        if added is None:
            raise LookupError("the row just added is not there")
        return added

    def by_email(self, email: str) -> StaffMember | None:
        """By e-mail, whatever its case."""
        return self._find(staff.c.email == email.strip().lower())

    def by_ref(self, staff_ref: str) -> StaffMember | None:
        """By the opaque reference."""
        return self._find(staff.c.staff_ref == staff_ref)

    def everyone(self) -> list[StaffMember]:
        """All of the staff, active or not, by name."""
        return [self._read(row) for row in self._work.all(sa.select(staff).order_by(staff.c.name, staff.c.id))]

    def set_active(self, staff_ref: str, *, active: bool, at: datetime) -> bool:
        """Dismiss or reinstate; dismissing ends every session and token at once."""
        if not active:
            own = sa.select(staff.c.id).where(staff.c.staff_ref == staff_ref)
            live = (staff_tokens.c.staff_id.in_(own), staff_tokens.c.revoked_at.is_(None))
            self._work.change(sa.update(staff_tokens).where(*live).values(revoked_at=at))
        return self._set(staff_ref, dismissed_at=None if active else at)

    def set_role(self, staff_ref: str, role: str, licence: str) -> bool:
        """Change the role; the caller ends the sessions that were opened under the old one."""
        return self._set(staff_ref, role=role, licence=licence)

    def set_password(self, staff_ref: str, password_hash: str) -> bool:
        """Replace the password's hash."""
        return self._set(staff_ref, password_hash=password_hash)

    def set_totp(self, staff_ref: str, secret: str) -> bool:
        """Replace the one-time-code secret."""
        return self._set(staff_ref, totp_secret=self._work.vault.seal(f"staff.totp_secret:{staff_ref}", secret), totp_last_step=0)

    def use_totp_step(self, staff_ref: str, step: int) -> bool:
        """Spend a one-time code: False when this step or a later one was used before."""
        fresh = (staff.c.staff_ref == staff_ref, staff.c.totp_last_step < step)
        return self._work.change(sa.update(staff).where(*fresh).values(totp_last_step=step)) > 0

    def note_failure(self, staff_ref: str) -> int:
        """A sign-in failed; returns how many in a row, 0 for nobody."""
        failed = {"failed_sign_ins": staff.c.failed_sign_ins + 1}
        update = sa.update(staff).where(staff.c.staff_ref == staff_ref).values(**failed).returning(staff.c.failed_sign_ins)
        row = self._work.connection.execute(update).first()
        return 0 if row is None else int(row.failed_sign_ins)

    def note_success(self, staff_ref: str) -> None:
        """A sign-in succeeded: the count of failures starts anew."""
        self._set(staff_ref, failed_sign_ins=0)

    def add_token(self, staff_ref: str, token: str, at: datetime, *, expires_at: datetime | None = None) -> None:
        """Remember a token for the JSON API by its SHA-256; the token itself is never stored."""
        owner = self._work.connection.execute(sa.select(staff.c.id).where(staff.c.staff_ref == staff_ref)).scalar_one()
        row = {"staff_id": owner, "kind": "api", "sha256": _digest(token), "created_at": at, "expires_at": expires_at}
        self._work.connection.execute(sa.insert(staff_tokens).values(**row))

    def by_token(self, token: str, now: datetime) -> StaffMember | None:
        """The active owner of an API token that is neither revoked nor expired."""
        live = staff_tokens.c.expires_at.is_(None) | (staff_tokens.c.expires_at > now)
        select = sa.select(staff).join(staff_tokens, staff_tokens.c.staff_id == staff.c.id)
        select = select.where(
            staff_tokens.c.sha256 == _digest(token), staff_tokens.c.kind == "api", staff_tokens.c.revoked_at.is_(None), live
        )
        row = self._work.one(select.where(staff.c.dismissed_at.is_(None)))
        return None if row is None else self._read(row)

    def _find(self, where: sa.ColumnElement[bool]) -> StaffMember | None:
        row = self._work.one(sa.select(staff).where(where))
        return None if row is None else self._read(row)

    def _set(self, staff_ref: str, **values: Any) -> bool:  # noqa: ANN401 - column values
        return self._work.change(sa.update(staff).where(staff.c.staff_ref == staff_ref).values(**values)) > 0

    def _read(self, row: sa.Row[Any]) -> StaffMember:
        secret = self._work.vault.open(f"staff.totp_secret:{row.staff_ref}", row.totp_secret)
        return StaffMember(totp_secret=secret, active=row.dismissed_at is None, **{name: getattr(row, name) for name in _PLAIN})


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
