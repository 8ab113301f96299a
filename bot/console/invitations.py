"""One-time links by which a person chooses a password and sets up one-time codes.

Knows links and what they reset; must not know pages. Whoever holds a link may become the person: it counts once, for three days.
"""

import secrets
from datetime import datetime, timedelta
from typing import Final

from bot.console.one_time_code import new_secret
from bot.passwords import UNSET
from bot.settings import Settings
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork

LASTS: Final = timedelta(days=3)


def invite(uow: UnitOfWork, member: StaffMember, now: datetime) -> str:
    """A fresh link's token. Password, one-time codes, sessions, API tokens and older links of the person count no more."""
    token = secrets.token_urlsafe(24)
    uow.sessions.end_all(member.staff_ref, now)
    uow.staff.set_password(member.staff_ref, UNSET)
    uow.staff.set_totp(member.staff_ref, new_secret())
    uow.sessions.invite(member.staff_ref, token, now, now + LASTS)
    return token


def link(settings: Settings, token: str) -> str:
    """The address to hand over: under `PUBLIC_BASE_URL`, never built from what a request says."""
    return f"{settings.reached_at}/invitation/{token}"
