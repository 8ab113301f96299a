"""Puts the parts of a process together from the settings. The only place that knows every part; must not do any of their work."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from bot.case_clocks import Targets
from bot.channels.base import Channel
from bot.channels.simulator import SimulatorChannel
from bot.channels.whatsapp_contents import ContentSids
from bot.clock import Clock, make_clock, real_now
from bot.form_links import DueForms
from bot.rules import Newcomer, Rules, shipped_rules
from bot.settings import ConfigurationError, Settings
from bot.turn import Turn
from bot.uploads import Uploads
from bot.writer import Writer
from storage.database import Database
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")


@dataclass(slots=True)
class Parts:
    """Everything a process works with. `draining` is set once the process is asked to end.

    `files` holds patients' files that passed their checks, `uploads` the simulator's until they are fetched.
    """

    settings: Settings
    clock: Clock
    database: Database
    rules: Rules
    turn: Turn
    files: Uploads
    uploads: Uploads
    writer: Writer = field(init=False)
    channels: dict[str, Channel] = field(default_factory=dict)
    draining: bool = False
    _listeners: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.writer = Writer(self.database.write, self.turn, self.wake)

    def on_commit(self, listener: Callable[[], None]) -> None:
        """Call `listener`, in any thread, whenever there may be something new to send."""
        self._listeners.append(listener)

    def wake(self) -> None:
        """Tell everyone who waits for new rows: the writer does after deliveries, others after planning a text."""
        for listener in self._listeners:
            listener()

    async def write(self, run: Callable[[UnitOfWork], T]) -> T:
        """Run `run` in the writer's thread; its result after the commit. A cancelled wait does not undo the work."""
        return await settled(self.writer.call(run))

    async def read(self, run: Callable[[UnitOfWork], T]) -> T:
        """Run `run` over a reading unit of work in a thread of its own."""

        def reading() -> T:
            with self.database.read() as uow:
                return run(uow)

        return await asyncio.to_thread(reading)

    def provider_time(self) -> datetime:
        """A moment that is not after what a provider calls now: the earlier of business and real time (they differ in trials only)."""
        return min(self.clock(), real_now())

    async def close(self, seconds: float) -> None:
        """Finish what waits within `seconds`, then give everything back."""
        await asyncio.to_thread(self.writer.stop, seconds)
        for channel in self.channels.values():
            await channel.close()
        self.database.close()


async def settled(future: "Future[T]") -> T:
    """Wait for a writer's future; a cancelled wait leaves the work to be done."""
    return await asyncio.shield(asyncio.wrap_future(future))


def assemble(settings: Settings, *, rules: Rules | None = None, database: Database | None = None, clock: Clock | None = None) -> Parts:
    """The parts without channels. Raises WrongKeys when the data keys are no keys."""
    database = database or Database(settings.effective_database_url(), settings.data_keys())
    rules, clock = rules or shipped_rules(settings.clinic_name), clock or make_clock(settings.app_clock)
    burst, forms = timedelta(seconds=settings.burst_wait_seconds), DueForms(settings.reached_at, settings.measures_dir)
    turn = Turn(rules, clock, new_id, burst, targets(settings), settings.clinic_timezone, forms)
    folder = settings.app_data_dir
    files, uploads = Uploads(folder / "attachments", database.sealer), Uploads(folder / "uploads", database.sealer)
    return Parts(settings, clock, database, rules, turn, files, uploads)


def targets(settings: Settings) -> Targets:
    """How soon the clinic wants to answer."""
    hours = (settings.urgent_response_hours, settings.first_response_hours, settings.next_response_hours, settings.resolution_hours)
    urgent, first, following, resolution = (timedelta(hours=each) for each in hours)
    return Targets(urgent, first, following, resolution, settings.opening_hours)


def warm_up(parts: Parts) -> None:
    """Load what is read on first use (texts, word lists, rules), so that the first patient does not wait for it."""
    session = parts.rules.start(Newcomer())
    parts.rules.awaits_more(session, "hola")
    read_words()


def read_words() -> None:
    """Load texts, word lists, rules and weights. The greeting is long enough for both readers."""
    from messages.catalog import shipped
    from messages.guard import judge
    from messages.understanding import read_message

    shipped()
    read_message("hola, muy buenos días", "es")
    judge("hola, muy buenos días", "es")


def new_id() -> str:
    """A random opaque id: 32 hexadecimal characters."""
    from uuid import uuid4

    return uuid4().hex


def open_channels(parts: Parts) -> None:
    """Make the channels that are configured; call inside the running event loop. SDKs are imported only when their channel is on."""
    settings = parts.settings
    if settings.telegram_bot_token is not None:
        from bot.channels.telegram import TelegramChannel

        parts.channels["telegram"] = TelegramChannel(
            settings.telegram_bot_token.get_secret_value(), base_url=settings.telegram_api_base_url
        )
    if settings.twilio_on:
        parts.channels["whatsapp"] = _whatsapp(settings)
    if not settings.production:
        parts.channels["simulator"] = SharedSimulator(parts.uploads)


class SharedSimulator(SimulatorChannel):
    """The simulator's files, kept where every process finds them."""

    def __init__(self, uploads: Uploads) -> None:
        super().__init__()
        self._uploads = uploads

    async def fetch(self, locator: str, *, limit: int) -> bytes:
        """An uploaded file's bytes, at most `limit`. Raises `FetchError`."""
        data = await asyncio.to_thread(self._uploads.get, locator)
        if data is not None:
            self.files[locator] = data
        try:
            return await super().fetch(locator, limit=limit)
        finally:
            self.files.pop(locator, None)


def _whatsapp(settings: Settings) -> Channel:
    from bot.channels.whatsapp import TwilioAccount, TwilioPlaces, WhatsAppChannel
    from bot.channels.whatsapp_media import DEFAULT_REDIRECT_HOSTS

    key = settings.twilio_api_key_secret
    account = TwilioAccount(
        settings.twilio_account_sid,
        settings.twilio_auth_token.get_secret_value() if settings.twilio_auth_token else "",
        (settings.twilio_api_key_sid, key.get_secret_value()) if key is not None else None,
        settings.twilio_whatsapp_from,
        settings.twilio_messaging_service_sid,
    )
    hosts = [host.strip() for host in settings.twilio_media_redirect_hosts.split(",") if host.strip()]
    places = TwilioPlaces(
        settings.public_base_url,
        settings.twilio_api_base_url,
        settings.twilio_content_base_url,
        hosts or DEFAULT_REDIRECT_HOSTS,
        allow_private=settings.http_egress_allow_private,
    )
    return WhatsAppChannel(account, places, content_sids(settings))


def content_sids(settings: Settings) -> ContentSids:
    """The operator's templates. Raises `ConfigurationError` when the file cannot be used."""
    if settings.twilio_content_sids is None:
        return ContentSids()
    try:
        return ContentSids.from_toml(settings.twilio_content_sids)
    except (OSError, ValueError) as fault:
        raise ConfigurationError([f"TWILIO_CONTENT_SIDS: the file cannot be used ({type(fault).__name__})"]) from None
