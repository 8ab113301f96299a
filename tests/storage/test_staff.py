"""Staff: one per e-mail, tokens by hash only, one-time codes spent once, dismissal at once."""

import pytest
import sqlalchemy as sa

from storage.database import Database
from storage.staff import EmailTaken, StaffMember
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import NOW, later


def hired(uow: UnitOfWork, email: str = "Anna@clinic.mx") -> StaffMember:
    """A coordinator."""
    return uow.staff.add(role="coordinator", name="Anna", email=email, password_hash="$argon2id$x", at=NOW, totp_secret="JBSWY3DP")


def test_someone_is_found_by_email_whatever_its_case(database: Database) -> None:
    """With the secret opened."""
    with database.write() as uow:
        one = hired(uow)
        assert uow.staff.by_email(" anna@CLINIC.mx ") == one
        assert uow.staff.by_ref(one.staff_ref) == one
        assert (one.totp_secret, one.active) == ("JBSWY3DP", True)
        assert uow.staff.everyone() == [one]


def test_an_email_belongs_to_one(database: Database) -> None:
    """A second person with it is refused."""
    with database.write() as uow:
        hired(uow)
        with pytest.raises(EmailTaken):
            hired(uow, "ANNA@clinic.mx")


def test_a_physician_needs_a_licence(database: Database) -> None:
    """The database itself says so."""
    with database.write() as uow, pytest.raises(sa.exc.IntegrityError):
        uow.staff.add(role="physician", name="Dr", email="dr@clinic.mx", password_hash="x", at=NOW)


def test_a_token_opens_until_it_ends(database: Database) -> None:
    """Not after expiry, not when a session or an invitation bears it, not after all were ended."""
    with database.write() as uow:
        one = hired(uow)
        uow.staff.add_token(one.staff_ref, "secret", NOW, expires_at=later(60))
        uow.sessions.open(one.staff_ref, "session", NOW, later(60))
        uow.sessions.invite(one.staff_ref, "invitation", NOW, later(60))
        assert uow.staff.by_token("secret", NOW) == one
        assert [uow.staff.by_token(token, NOW) for token in ("other", "session", "invitation", "")] == [None] * 4
        assert uow.staff.by_token("secret", later(60)) is None
        uow.staff.add_token(one.staff_ref, "for ever", NOW)
        assert uow.staff.by_token("for ever", later(10**6)) == one
        assert uow.sessions.end_all(one.staff_ref, later(1)) == 4
        assert uow.staff.by_token("for ever", later(2)) is None


def test_the_token_itself_is_not_stored(database: Database) -> None:
    """Only its SHA-256 is."""
    with database.write() as uow:
        uow.staff.add_token(hired(uow).staff_ref, "secret-token", NOW)
        stored = uow.work.all(sa.text("SELECT * FROM staff_tokens"))
        assert "secret-token" not in str(stored)


def test_dismissal_ends_every_session(database: Database) -> None:
    """The next request is a stranger's, and reinstating revives no token."""
    with database.write() as uow:
        one = hired(uow)
        uow.staff.add_token(one.staff_ref, "t", NOW)
        uow.staff.set_active(one.staff_ref, active=False, at=NOW)
        assert uow.staff.by_token("t", NOW) is None
        uow.staff.set_active(one.staff_ref, active=True, at=NOW)
        assert uow.staff.by_token("t", NOW) is None


def test_a_one_time_code_is_spent(database: Database) -> None:
    """Neither again nor an older one."""
    with database.write() as uow:
        ref = hired(uow).staff_ref
        assert uow.staff.use_totp_step(ref, 100)
        assert not uow.staff.use_totp_step(ref, 100)
        assert not uow.staff.use_totp_step(ref, 99)
        assert uow.staff.use_totp_step(ref, 101)


def test_failures_are_counted_until_a_success(database: Database) -> None:
    """So that the owner can be told; nobody's failures are nobody's."""
    with database.write() as uow:
        ref = hired(uow).staff_ref
        assert [uow.staff.note_failure(ref), uow.staff.note_failure(ref), uow.staff.note_failure("")] == [1, 2, 0]
        uow.staff.note_success(ref)
        assert uow.staff.note_failure(ref) == 1


def test_secrets_can_be_replaced(database: Database) -> None:
    """Password hash and one-time-code secret."""
    with database.write() as uow:
        ref = hired(uow).staff_ref
        assert uow.staff.set_password(ref, "$argon2id$new")
        assert uow.staff.set_totp(ref, "NEWSECRET")
        found = uow.staff.by_ref(ref)
        assert found is not None
        assert (found.password_hash, found.totp_secret) == ("$argon2id$new", "NEWSECRET")
