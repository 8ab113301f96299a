"""What a release needs to run, one function each: a sentence about the state and the next command for a fault.

Knows how to look; leaves nothing behind and must not show a secret.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx

from bot.clock import ClockError, make_clock
from bot.disk import free_share, require_room
from bot.settings import ConfigurationError, Settings

LEAST_FREE: Final = 0.1
"""Share of the disk that must be free (reliability.md 6)."""


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `next` is the command or step that mends it, empty when all is well; `items` what exactly, where there is a list."""

    name: str
    ok: bool
    detail: str
    next: str = ""
    items: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The finding for machines."""
        return {"name": self.name, "ok": self.ok, "detail": self.detail, "next": self.next or None, "items": list(self.items)}


def run_checks(settings: Settings, *, offline: bool) -> list[Check]:
    """Every check, in the order in which faults are best mended."""
    looks: list[Callable[[Settings], Check]] = [_settings, _data_dir, _database, _migrations, _keys, _staff, _scripts, _words, _signatures]
    if settings.twilio_on:
        looks.append(_templates)
    if not offline:
        looks += [look for on, look in ((settings.telegram_on, _telegram), (settings.twilio_on, _twilio)) if on]
    return [_safely(look, settings) for look in looks]


def _safely(look: Callable[[Settings], Check], settings: Settings) -> Check:
    name = look.__name__.removeprefix("_").replace("_", "-")
    try:
        return look(settings)
    except ConfigurationError as error:
        return Check(name, ok=False, detail="; ".join(error.faults), next="correct the setting")
    except Exception as fault:  # noqa: BLE001 - a check that cannot be made is a finding
        return Check(name, ok=False, detail=f"could not be checked ({type(fault).__name__})", next="mend the checks above first")


def _settings(settings: Settings) -> Check:
    public = settings.public_base_url
    if settings.production and public and not public.startswith("https://"):
        return Check("settings", ok=False, detail="PUBLIC_BASE_URL is not https", next="set PUBLIC_BASE_URL=https://…")
    try:
        make_clock(settings.app_clock)()
    except ClockError as fault:
        return Check("settings", ok=False, detail=f"APP_CLOCK: {fault}", next="write the file, or set APP_CLOCK=system")
    on = [name for name, is_on in (("telegram", settings.telegram_on), ("whatsapp", settings.twilio_on)) if is_on]
    counted = ", routine deadlines in opening hours" if settings.opening_hours.limited else ""
    return Check("settings", ok=True, detail=f"{settings.app_env}, channels: {', '.join(on) or 'none'}{counted}")


def _data_dir(settings: Settings) -> Check:
    folder = settings.app_data_dir
    if not folder.is_dir():
        return Check("data-dir", ok=False, detail=f"{folder} is not there", next="python -m bot migrate")
    try:
        require_room(folder)
    except OSError as fault:
        return Check("data-dir", ok=False, detail=f"{folder} takes no file ({fault.strerror})", next="make room, or make it writable")
    free = free_share(folder)
    if free < LEAST_FREE:
        return Check("data-dir", ok=False, detail=f"only {free:.0%} of the disk is free", next="make room on the disk")
    return Check("data-dir", ok=True, detail=f"{folder}, {free:.0%} of the disk free")


def _database(settings: Settings) -> Check:
    import sqlalchemy as sa

    from storage import migrations
    from storage.engine import WRITES, make_engine

    url = settings.effective_database_url()
    if url.startswith("sqlite") and migrations.state(url) == "empty":
        return Check("database", ok=True, detail="sqlite, not made yet")
    engine = make_engine(url)
    try:
        if engine.url.database and engine.dialect.name == "sqlite":
            require_room(Path(engine.url.database).parent)
        with engine.execution_options(**{WRITES: True}).connect() as connection:
            connection.execute(sa.select(1))
    except (sa.exc.SQLAlchemyError, OSError) as fault:
        return Check("database", ok=False, detail=f"cannot be written ({type(fault).__name__})", next="start it, or correct DATABASE_URL")
    finally:
        engine.dispose()
    return Check("database", ok=True, detail=engine.dialect.name)


def _migrations(settings: Settings) -> Check:
    from storage import migrations

    state = migrations.state(settings.effective_database_url())
    if state == "unknown":
        return Check("migrations", ok=False, detail="made by a newer release", next="run that release")
    return Check("migrations", state == "current", state, "" if state == "current" else "python -m bot migrate")


def _keys(settings: Settings) -> Check:
    from storage.crypto import WrongKeys
    from storage.database import Database

    try:
        database = Database(settings.effective_database_url(), settings.data_keys())
        try:
            database.vault()
        finally:
            database.close()
    except WrongKeys as fault:
        return Check("keys", ok=False, detail=str(fault), next="set the APP_DATA_KEYS this database was made with")
    count = len(settings.data_keys())
    return Check("keys", ok=True, detail=f"{count} data key{'s' if count > 1 else ''}, the database opens")


def _staff(settings: Settings) -> Check:
    from storage.database import Database

    database = Database(settings.effective_database_url(), settings.data_keys())
    try:
        with database.read() as uow:
            roles = sorted(member.role for member in uow.staff.everyone() if member.active)
    finally:
        database.close()
    physician = "physician" in roles
    detail = ", ".join(roles) or "nobody"
    return Check("staff", physician, detail, "" if physician else "python -m bot staff add --role physician …")


def _scripts(_settings: Settings) -> Check:
    from flows.texts import faults
    from messages.catalog import shipped
    from messages.prompt import OFFERED

    found = faults(shipped(), OFFERED)
    if found:
        return Check("scripts", ok=False, detail=f"{len(found)} faults in the texts", next="python -m bot scripts", items=found)
    return Check("scripts", ok=True, detail=f"{len(shipped().keys(OFFERED[0]))} texts in {', '.join(OFFERED)}")


def _words(_settings: Settings) -> Check:
    from bot.wiring import read_words

    read_words()
    return Check("words", ok=True, detail="word lists and rules load")


def _signatures(settings: Settings) -> Check:
    """Unsigned texts are a fault in production only; elsewhere they are listed."""
    from bot import signing

    unsigned = signing.outstanding()
    items = tuple(f"{text.key} ({text.language})" for text in unsigned.texts) + (("the protocol",) if unsigned.protocol else ())
    ok = unsigned.none or not settings.production
    return Check("signatures", ok, unsigned.summary(), "" if unsigned.none else signing.NEXT, items)


def _templates(settings: Settings) -> Check:
    """Check-ins months later leave by template only: what is not named yet is listed, and a fault where patients are served."""
    from bot.templates import keys, missing
    from bot.wiring import content_sids

    if not settings.twilio_on:
        return Check("templates", ok=True, detail="not needed: WhatsApp is off")
    wanting = missing(content_sids(settings))
    if not wanting:
        return Check("templates", ok=True, detail=f"all {len(keys())} texts that may leave outside the window, in every language")
    named = "none named" if settings.twilio_content_sids is None else f"{len(wanting)} not named"
    detail = f"{named}: outside the 24-hour window these WhatsApp sends wait for a person"
    return Check("templates", not settings.production, detail, "python -m bot templates", wanting)


def _telegram(settings: Settings) -> Check:
    token = settings.telegram_bot_token
    secret = token.get_secret_value() if token else ""
    return _asked("telegram", f"{settings.telegram_api_base_url}/bot{secret}/getMe", None, "TELEGRAM_BOT_TOKEN")


def _twilio(settings: Settings) -> Check:
    key, token = settings.twilio_api_key_secret, settings.twilio_auth_token
    user = settings.twilio_api_key_sid or settings.twilio_account_sid
    password = key.get_secret_value() if key else token.get_secret_value() if token else ""
    url = f"{settings.twilio_api_base_url}/2010-04-01/Accounts/{settings.twilio_account_sid}/Messages.json?PageSize=1"
    return _asked("twilio", url, (user, password), "TWILIO_AUTH_TOKEN or TWILIO_API_KEY_SECRET")


def _asked(name: str, url: str, auth: tuple[str, str] | None, setting: str) -> Check:
    """One small request: does the provider know us?"""
    try:
        status = httpx.get(url, auth=auth, timeout=10).status_code
    except httpx.HTTPError as fault:
        return Check(name, ok=False, detail=f"not reachable ({type(fault).__name__})", next="check the network, or use --offline")
    if status in {401, 403, 404}:
        return Check(name, ok=False, detail=f"the provider refuses the credentials ({status})", next=f"correct {setting}")
    return Check(name, status < 400, f"answers {status}", "" if status < 400 else "try again later")
