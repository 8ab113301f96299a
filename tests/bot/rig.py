"""The whole runtime in one process, wired to strict fakes: what a test of the edges talks to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import httpx

from bot import webhooks
from bot.channels.telegram import TelegramChannel
from bot.channels.whatsapp import TwilioAccount, TwilioPlaces, WhatsAppChannel
from bot.channels.whatsapp_contents import ContentSids
from bot.rules import Rules, shipped_rules
from bot.sender import Sender
from bot.settings import Settings
from bot.web import make_app
from bot.wiring import Parts, SharedSimulator, assemble
from storage.database import Database
from storage.staff import StaffMember
from tests.conftest import DATA_KEY
from tests.fakes.telegram import FakeTelegram
from tests.fakes.twilio import FakeTwilio

PUBLIC = "https://clinic.example"
SECRET = "hook-secret_1"
ANA = "whatsapp:+5215512345678"
CHAT = 7


@dataclass
class MovingClock:
    """Business time moved by hand."""

    now: datetime = datetime(2026, 3, 1, 15, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def move(self, **by: float) -> None:
        """Let time pass."""
        self.now += timedelta(**by)


@dataclass
class Rig:
    """Parts, fakes, an HTTP client at our own application, and the sender."""

    parts: Parts
    clock: MovingClock
    telegram: FakeTelegram
    twilio: FakeTwilio
    web: httpx.AsyncClient
    sender: Sender
    tokens: dict[str, str] = field(default_factory=dict)

    async def send_all(self) -> None:
        """Send until nothing is due."""
        while await self.sender.round() or self.sender.busy:
            await self.sender.settle()

    async def simulate(self, patient: str, **body: Any) -> dict[str, Any]:
        """One message of a simulated patient, and everything sent in answer."""
        answer = await self.web.post(f"/simulator/api/{patient}/messages", json=body)
        assert answer.status_code == 200, answer.text
        await self.send_all()
        return dict(answer.json())

    async def screen(self, patient: str, after: int = 0) -> list[dict[str, Any]]:
        """What the simulated patient sees."""
        return list((await self.web.get(f"/simulator/api/{patient}/messages", params={"after": after})).json()["items"])

    async def case_of(self, patient: str) -> str:
        """The case behind a simulated patient."""
        return str((await self.web.get(f"/simulator/api/{patient}/messages")).json()["case_id"])

    def staff(self, role: str) -> dict[str, str]:
        """Headers of a person with this role, added on first use."""
        if role not in self.tokens:
            member = self.add_staff(role, f"{role}@clinic.example")
            self.tokens[role] = self.token_of(member)
        return {"Authorization": f"Bearer {self.tokens[role]}"}

    def add_staff(self, role: str, email: str) -> StaffMember:
        """A person on the staff."""
        with self.parts.database.write() as uow:
            member = uow.staff.add(role=role, name=role.title(), email=email, password_hash="x", at=self.clock(), licence="L1")
            uow.commit()
        return member

    def token_of(self, member: StaffMember) -> str:
        """A token for the JSON API."""
        token = f"token-{member.staff_ref}"
        with self.parts.database.write() as uow:
            uow.staff.add_token(member.staff_ref, token, datetime.now(UTC))
            uow.commit()
        return token


@asynccontextmanager
async def running(
    url: str, folder: Path, *, rules: Rules | None = None, contents: ContentSids | None = None, **more: Any
) -> AsyncIterator[Rig]:
    """The runtime over the database at `url`. `more` overrides settings.

    A delivery's commit is waited for as long as a busy machine takes: 503 in place of 200 is what tests of that wait ask for themselves.
    """
    telegram, twilio, clock = FakeTelegram(), FakeTwilio(), MovingClock()
    telegram.know(CHAT)
    given = {
        "app_env": "test",
        "app_data_dir": folder,
        "public_base_url": PUBLIC,
        "burst_wait_seconds": 0,
        "telegram_bot_token": telegram.token,
        "telegram_webhook_secret": SECRET,
        "twilio_account_sid": twilio.account_sid,
        "twilio_auth_token": twilio.auth_token,
        "twilio_whatsapp_from": twilio.sender,
    }
    settings = Settings(**{**given, **more})
    twilio.now = clock
    parts = assemble(settings, rules=rules or shipped_rules("Regeneris"), database=Database(url, [DATA_KEY]), clock=clock)
    parts.writer.start()
    account = TwilioAccount(twilio.account_sid, twilio.auth_token, sender=twilio.sender)
    parts.channels.update(
        telegram=TelegramChannel(telegram.token, base_url="http://fake", transport=telegram.transport),
        whatsapp=WhatsAppChannel(account, TwilioPlaces(PUBLIC), contents or ContentSids(), transport=twilio.transport),
        simulator=SharedSimulator(parts.uploads),
    )
    app = make_app(parts)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    with patch.object(webhooks, "PATIENCE", 60.0):
        async with httpx.AsyncClient(transport=transport, base_url=PUBLIC) as web:
            telegram.webhook(f"{PUBLIC}/webhooks/telegram", SECRET)
            telegram.connect(web)
            twilio.connect(PUBLIC, client=web)
            try:
                yield Rig(parts, clock, telegram, twilio, web, Sender(parts, jitter=lambda: 0.0))
            finally:
                await parts.close(5)
