"""Staff who use the console in tests: accounts that can really sign in, and browsers that are signed in already."""

import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import argon2
import httpx
import pyotp

from bot.console import csrf
from bot.console.session import IDLE
from bot.web import make_app
from storage.staff import StaffMember
from tests.bot.rig import PUBLIC, Rig

PASSWORD = "nueve nubes sobre el lago"
CHEAP = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
HASHED = CHEAP.hash(PASSWORD)


@dataclass
class Person:
    """A member of the staff and the browser they use."""

    rig: Rig
    member: StaffMember
    web: httpx.AsyncClient
    token: str = ""

    @property
    def csrf(self) -> str:
        """The token a form of this person's session carries."""
        return csrf.token_for(self.rig.parts.settings.secret_key(), self.token)

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """One page."""
        return await self.web.get(path, headers=headers)

    async def post(self, path: str, data: dict[str, Any] | None = None, **headers: str) -> httpx.Response:
        """One form, with its token."""
        return await self.web.post(path, data={"csrf": self.csrf, **(data or {})}, headers=headers)

    async def decides(self, case_id: str, data: dict[str, Any]) -> httpx.Response:
        """The form of a decision, made from the case as it stands unless it says otherwise."""
        with self.rig.parts.database.read() as uow:
            case = uow.cases.get(case_id)
        return await self.post(f"/cases/{case_id}/decision", {"version": str(case.version) if case else "1", **data})

    def step_up(self) -> None:
        """As if a one-time code had just been given."""
        with self.rig.parts.database.write() as uow:
            uow.sessions.step_up(self.token, datetime.now(UTC))
            uow.commit()


def account(rig: Rig, role: str, email: str = "", *, name: str = "") -> StaffMember:
    """A person who can sign in with `PASSWORD`."""
    with rig.parts.database.write() as uow:
        member = uow.staff.add(
            role=role,
            name=name or role.title(),
            email=email or f"{role}-{secrets.token_hex(3)}@clinic.example",
            password_hash=HASHED,
            at=rig.clock(),
            licence="CED-1" if role == "physician" else "",
            totp_secret=pyotp.random_base32(),
        )
        uow.commit()
    return member


@asynccontextmanager
async def browser(rig: Rig) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that is not signed in, over the application as the settings make it now."""
    transport = httpx.ASGITransport(app=make_app(rig.parts), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=PUBLIC) as web:
        yield web


@asynccontextmanager
async def signed_in(rig: Rig, role: str, *, member: StaffMember | None = None) -> AsyncIterator[Person]:
    """A person of this role whose session began just now."""
    someone, token, now = member or account(rig, role), secrets.token_urlsafe(24), datetime.now(UTC)
    with rig.parts.database.write() as uow:
        uow.sessions.open(someone.staff_ref, token, now, now + IDLE)
        uow.commit()
    async with browser(rig) as web:
        web.cookies.set("__Host-candor_session" if rig.parts.settings.production else "candor_session", token, domain="clinic.example")
        yield Person(rig, someone, web, token)


def code_for(member: StaffMember, *, later: int = 0) -> str:
    """The one-time code now, or `later` steps of 30 seconds later."""
    return str(pyotp.TOTP(member.totp_secret).at(datetime.now(UTC) + timedelta(seconds=30 * later)))


async def form_token(web: httpx.AsyncClient, path: str = "/login") -> str:
    """The token of the form on a page."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', (await web.get(path)).text)
    assert found
    return found[1]
