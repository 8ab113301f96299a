"""What a short command needs: the settings, the database and the clock, with faults said plainly.

Knows exit codes and next commands; must not know what a command does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock, make_clock
from bot.logs import configure_logs
from bot.settings import ConfigurationError, Settings, load_settings
from storage.crypto import WrongKeys
from storage.database import Database, NotMigrated


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database and what belongs to it."""

    settings: Settings
    database: Database
    clock: Clock


@contextmanager
def opened() -> Iterator[Opened]:
    """Open the database of this environment. Raises `ClickException` (exit 1) naming the next command, `ConfigurationError` (78)."""
    settings = load_settings()
    configure_logs("WARNING", console=settings.console_logs, process="command")
    with said_plainly():
        database = make_database(settings)
        try:
            yield Opened(settings, database, make_clock(settings.app_clock))
        finally:
            database.close()


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn the faults of a database that cannot be used into sentences: `ClickException` (exit 1) or `ConfigurationError` (78)."""
    try:
        yield
    except NotMigrated:
        raise click.ClickException("The database has no tables yet. Run: python -m bot migrate") from None
    except WrongKeys as fault:
        raise ConfigurationError([f"APP_DATA_KEYS: {fault}"]) from None
    except SQLAlchemyError as fault:
        raise click.ClickException(f"The database cannot be used ({type(fault).__name__}). Run: python -m bot doctor") from None
    except OSError as fault:
        raise click.ClickException(f"APP_DATA_DIR cannot be used ({fault.strerror}). Run: python -m bot doctor") from None


def require_database(settings: Settings, *, migrated: bool = False) -> None:
    """Raise, as `said_plainly` says it, when a process could do nothing here: the database away, or the keys not its own.

    Tables may come later (`/readyz` tells) unless `migrated` asks for them.
    """
    with said_plainly():
        database = make_database(settings)
        try:
            database.vault()
        except NotMigrated:
            if migrated:
                raise
        finally:
            database.close()


def make_database(settings: Settings) -> Database:
    """The database of these settings. Raises `ConfigurationError` when the keys are no keys."""
    try:
        return Database(settings.effective_database_url(), settings.data_keys())
    except WrongKeys as fault:
        raise ConfigurationError([f"APP_DATA_KEYS: {fault}"]) from None
