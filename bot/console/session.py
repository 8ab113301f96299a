"""Who is signed in at the console: an opaque cookie, a row on the server, an idle and an absolute end.

Knows cookies and how long a session lasts; must not know pages, passwords or roles. Time here is real time, not business time.
reliability.md 3.2 cases 18, 24, 26.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from bot.clock import real_now
from bot.settings import Settings
from bot.wiring import Parts
from storage.sessions import StoredSession
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork

IDLE: Final = timedelta(minutes=15)
"""Without an action of the person, the session ends."""

ABSOLUTE: Final = timedelta(hours=12)
"""After the sign-in, the session ends in any case."""

STEP_UP: Final = timedelta(minutes=10)
"""How long a one-time code opens what asks for one besides."""

TOUCHED_EVERY: Final = timedelta(seconds=30)
"""A session used again within this time is not written anew."""

SESSION: Final = "candor_session"
VISITOR: Final = "candor_visitor"
DEVICE: Final = "candor_device"
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22,128}")


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in person, as this request found them. `token` is the cookie's value; it is never logged or shown."""

    token: str
    staff: StaffMember
    started_at: datetime
    ends_at: datetime
    stepped_up_at: datetime | None

    def stepped_up(self, now: datetime) -> bool:
        """Whether the one-time code was proved recently."""
        return self.stepped_up_at is not None and now < self.stepped_up_at + STEP_UP


async def find(parts: Parts, request: Request, *, activity: bool = True) -> Session | None:
    """The session of a request, its idle limit begun anew unless `activity` is false (polling, event streams). None for a stranger."""
    token = cookie(request, parts.settings, SESSION)
    if not token:
        return None
    now = real_now()
    stored = await parts.read(lambda uow: uow.sessions.find(token, now))
    if stored is None:
        return None
    if activity and now - stored.last_used_at >= TOUCHED_EVERY:
        await parts.write(lambda uow: uow.sessions.touch(token, now, _end(stored.started_at, now)))
    return _session(token, stored, now if activity else stored.last_used_at)


def begin(uow: UnitOfWork, staff: StaffMember, now: datetime) -> Session:
    """A new session under a new token (192 random bits), whatever cookie came with the request."""
    begun = Session(secrets.token_urlsafe(24), staff, now, _end(now, now), None)
    uow.sessions.open(staff.staff_ref, begun.token, now, begun.ends_at)
    return begun


def cookie(request: Request, settings: Settings, name: str) -> str:
    """One of our cookies; empty when it is missing or is none we gave."""
    value = request.cookies.get(_name(settings, name), "")
    return value if _TOKEN.fullmatch(value) else ""


def give(response: Response, settings: Settings, name: str, value: str, *, seconds: int | None = None) -> None:
    """Set one of our cookies: no script reads it, no other site sends it with a form, in production only https carries it."""
    response.set_cookie(_name(settings, name), value, max_age=seconds, path="/", secure=settings.production, httponly=True, samesite="lax")


def take_back(response: Response, settings: Settings, name: str) -> None:
    """Remove one of our cookies from the browser."""
    response.delete_cookie(_name(settings, name), path="/", secure=settings.production, httponly=True, samesite="lax")


def _name(settings: Settings, name: str) -> str:
    return f"__Host-{name}" if settings.production else name


def _end(started_at: datetime, now: datetime) -> datetime:
    return min(now + IDLE, started_at + ABSOLUTE)


def _session(token: str, stored: StoredSession, used_at: datetime) -> Session:
    return Session(token, stored.staff, stored.started_at, _end(stored.started_at, used_at), stored.stepped_up_at)
