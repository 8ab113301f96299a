"""Staff and their tokens. Knows hashes only: passwords are hashed by `bot`, tokens are kept as SHA-256.

Must not know what a role may do.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from storage.work import Work

TokenKind: TypeAlias = Literal["api", "session"]


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
    locked_until: datetime | None
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
        raise NotImplementedError

    def by_email(self, email: str) -> StaffMember | None:
        """By e-mail, whatever its case."""
        raise NotImplementedError

    def by_ref(self, staff_ref: str) -> StaffMember | None:
        """By the opaque reference."""
        raise NotImplementedError

    def everyone(self) -> list[StaffMember]:
        """All of the staff, active or not, by name."""
        raise NotImplementedError

    def set_active(self, staff_ref: str, *, active: bool, at: datetime) -> bool:
        """Dismiss or reinstate; dismissing ends every session and token at once."""
        raise NotImplementedError

    def set_password(self, staff_ref: str, password_hash: str) -> bool:
        """Replace the password's hash."""
        raise NotImplementedError

    def set_totp(self, staff_ref: str, secret: str) -> bool:
        """Replace the one-time-code secret."""
        raise NotImplementedError

    def use_totp_step(self, staff_ref: str, step: int) -> bool:
        """Spend a one-time code: False when this step or a later one was used before."""
        raise NotImplementedError

    def note_failure(self, staff_ref: str, locked_until: datetime | None) -> int:
        """A sign-in failed; returns how many in a row."""
        raise NotImplementedError

    def note_success(self, staff_ref: str) -> None:
        """A sign-in succeeded: the count of failures starts anew."""
        raise NotImplementedError

    def add_token(self, staff_ref: str, token: str, at: datetime, *, kind: TokenKind = "api", expires_at: datetime | None = None) -> None:
        """Remember a token by its SHA-256; the token itself is never stored."""
        raise NotImplementedError

    def by_token(self, token: str, now: datetime, *, kind: TokenKind = "api") -> StaffMember | None:
        """The active owner of a token that is neither revoked nor expired."""
        raise NotImplementedError

    def touch_token(self, token: str, at: datetime, expires_at: datetime | None) -> None:
        """Note a use, and move the expiry (idle time-out of a console session)."""
        raise NotImplementedError

    def revoke_token(self, token: str, at: datetime) -> bool:
        """End one token or session."""
        raise NotImplementedError
