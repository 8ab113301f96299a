"""The database behind a URL: engine, its safety settings, and the two ways to open a unit of work.

Knows SQLite and PostgreSQL; must not know tables beyond the keyring.
"""

from collections.abc import Callable, Sequence
from uuid import uuid4

from storage.unit_of_work import UnitOfWork


def _random_id() -> str:
    return uuid4().hex


class Database:
    """One per process; safe to share between threads. `keys` is APP_DATA_KEYS split: the first seals, all open."""

    def __init__(self, url: str, keys: Sequence[str], *, new_id: Callable[[], str] = _random_id, busy_timeout: float = 5.0) -> None:
        """Connect lazily. `busy_timeout` is seconds a writer waits for another (SQLite) or for a row lock's owner (PostgreSQL)."""
        raise NotImplementedError

    def write(self) -> UnitOfWork:
        """A unit of work that may commit. Raises NotMigrated and WrongKeys on first use, OperationalError when the database is away."""
        raise NotImplementedError

    def read(self) -> UnitOfWork:
        """A unit of work that sees one snapshot (SQLite) and changes nothing."""
        raise NotImplementedError

    def ping(self) -> None:
        """Raise unless the database answers and can be written (readiness)."""
        raise NotImplementedError

    def close(self) -> None:
        """Give every connection back."""
        raise NotImplementedError
