"""The database behind a URL: one per process, and the two ways to open a unit of work.

Knows the keyring, which ties data keys and database together; must not know any other table.
"""

import base64
import secrets
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError, ProgrammingError

from storage.columns import on_conflict_nothing
from storage.crypto import Sealer, Unreadable, Vault, WrongKeys
from storage.engine import WRITES, make_engine
from storage.models import keyring
from storage.unit_of_work import UnitOfWork
from storage.work import Work

_NAMES = ("index", "audit")


class NotMigrated(Exception):
    """The database has no tables yet: run `python -m bot migrate`."""


class ReadOnly(Exception):
    """The database answers but takes no writes: a standby, or switched to read only."""


def _random_id() -> str:
    return uuid4().hex


class Database:
    """One per process; safe to share between threads. `keys` is APP_DATA_KEYS split: the first seals, all open."""

    def __init__(self, url: str, keys: Sequence[str], *, new_id: Callable[[], str] = _random_id, busy_timeout: float = 5.0) -> None:
        """Connect lazily. `busy_timeout` is seconds a writer waits for another (SQLite) or for the owner of a row lock (PostgreSQL)."""
        self._sealer = Sealer(keys)
        self._new_id = new_id
        self._vault: Vault | None = None
        self._unlocking = threading.Lock()
        self.engine = make_engine(url, busy_timeout=busy_timeout)
        self._writing = self.engine.execution_options(**{WRITES: True})
        self._reading = self.engine.execution_options(postgresql_readonly=True) if self.postgres else self.engine

    @property
    def postgres(self) -> bool:
        """Whether this is PostgreSQL: several processes may share it."""
        return self.engine.dialect.name == "postgresql"

    @property
    def sealer(self) -> Sealer:
        """What seals and opens under the data keys; for rotation and for files beside the database."""
        return self._sealer

    def write(self) -> UnitOfWork:
        """A unit of work that may commit. Raises NotMigrated and WrongKeys on first use, OperationalError when the database is away."""
        return self._open(self._writing, self.vault(), writable=True)

    def read(self) -> UnitOfWork:
        """A unit of work that changes nothing; on SQLite it sees one snapshot and never waits for a writer."""
        return self._open(self._reading, self.vault(), writable=False)

    def ping(self) -> None:
        """Raise unless the database answers, is ours, and takes a write lock (readiness)."""
        with self.write() as uow:
            row = uow.work.one(sa.text("SHOW transaction_read_only") if self.postgres else sa.select(sa.literal("off")))
        if row is None or row[0] != "off":
            raise ReadOnly("the database takes no writes")

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()

    def vault(self) -> Vault:
        """The keys in use: unsealed once from the keyring, which is made on the first use of a fresh database."""
        with self._unlocking:
            if self._vault is None:
                self._vault = self._unlock()
            return self._vault

    def _open(self, engine: sa.Engine, vault: Vault, *, writable: bool) -> UnitOfWork:
        connection = engine.connect()
        try:
            return UnitOfWork(Work(connection, vault, self._new_id), connection.begin(), writable=writable)
        except BaseException:
            connection.close()
            raise

    def _unlock(self) -> Vault:
        found = self._keyring()
        if len(found) < len(_NAMES):
            found = self._make_keyring()
        try:
            raw = {name: base64.b64decode(self._sealer.open(f"keyring.body:{name}", found[name])) for name in _NAMES}
        except Unreadable:
            raise WrongKeys("APP_DATA_KEYS does not open this database") from None
        return Vault(self._sealer, index_key=raw["index"], audit_key=raw["audit"])

    def _keyring(self) -> dict[str, str]:
        try:
            with self.engine.connect() as connection:
                return {row.name: row.body for row in connection.execute(sa.select(keyring))}
        except (OperationalError, ProgrammingError) as fault:
            if "no such table" in str(fault.orig) or type(fault.orig).__name__ == "UndefinedTable":
                raise NotMigrated("the database has no tables: run `python -m bot migrate`") from None
            raise

    def _make_keyring(self) -> dict[str, str]:
        """Whoever comes first writes the keys and the first audit entry, in one transaction; the others read them."""
        fresh = {name: base64.b64encode(secrets.token_bytes(32)).decode() for name in _NAMES}
        rows = [{"name": name, "body": self._sealer.seal(f"keyring.body:{name}", value)} for name, value in sorted(fresh.items())]
        index_key, audit_key = (base64.b64decode(fresh[name]) for name in _NAMES)
        with self._open(self._writing, Vault(self._sealer, index_key=index_key, audit_key=audit_key), writable=True) as uow:
            insert = on_conflict_nothing(keyring, self.postgres).returning(keyring.c.name)
            if len(uow.work.connection.execute(insert, rows).all()) == len(rows):
                uow.audit.append(at=datetime(1970, 1, 1, tzinfo=UTC), actor="system", action="audit.begun", object="audit")
                uow.commit()
        return self._keyring()
