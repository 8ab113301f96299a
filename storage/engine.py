"""How an engine is made from a URL, with its safety settings asserted after every connect.

Knows SQLite's and PostgreSQL's switches; must not know tables or keys.
"""

import contextlib
import sqlite3
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url

WRITES: Final = "candor_writes"
"""Execution option: this transaction will write, so SQLite takes its write lock at once and never upgrades a read (which fails
at once with "database is locked", whatever the busy timeout)."""

WAL_RESET_FIXED: Final = (3, 51, 3)
"""First SQLite without the WAL-reset corruption bug (sqlite.org, WAL documentation); before it, let one process write."""


class UnsafeDatabase(Exception):
    """A safety setting did not take: the database must not be used."""


def parse_url(url: str) -> URL:
    """Read a database URL; `postgres://` and `postgresql://` mean psycopg 3. Raises ValueError for any other kind."""
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername == "sqlite" and parsed.database not in {None, "", ":memory:"}:
        return parsed
    raise ValueError("DATABASE_URL must be sqlite:///path or postgresql://…")


def make_engine(url: str, *, busy_timeout: float = 5.0, foreign_keys: bool = True) -> sa.Engine:
    """An engine that connects lazily. `busy_timeout` is seconds to wait for a lock. No statement's parameters reach an error text."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, busy_timeout, foreign_keys=foreign_keys)
    options = parsed.query.get("options", "")
    milliseconds = int(busy_timeout * 1000)
    arguments = {
        "connect_timeout": 5,
        "application_name": "candor",
        "options": f"{options} -c timezone=utc -c lock_timeout={milliseconds} -c idle_in_transaction_session_timeout=60000",
    }
    return sa.create_engine(parsed, hide_parameters=True, pool_size=8, max_overflow=16, pool_timeout=busy_timeout, connect_args=arguments)


def wal_reset_hazard() -> bool:
    """Whether this machine's SQLite predates the fix of the WAL-reset bug, so that only one process should use a database."""
    return sqlite3.sqlite_version_info < WAL_RESET_FIXED


def _sqlite(url: URL, busy_timeout: float, *, foreign_keys: bool) -> sa.Engine:
    _make_private(Path(str(url.database)))
    engine = sa.create_engine(url, hide_parameters=True, pool_size=8, max_overflow=16, connect_args={"timeout": busy_timeout})

    @sa.event.listens_for(engine, "connect")
    def settle(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        _assert_pragmas(connection, busy_timeout, foreign_keys=foreign_keys)

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _make_private(path: Path) -> None:
    """A new database is its owner's alone; SQLite gives the files beside it the same mode. What is there already stays as it is."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.suppress(OSError):  # there already, or connecting tells in SQLite's own words
        path.touch(mode=0o600, exist_ok=False)


def _assert_pragmas(connection: sqlite3.Connection, busy_timeout: float, *, foreign_keys: bool) -> None:
    """FULL: what was acknowledged survives a power loss. secure_delete: erased words leave the file. No mmap: an I/O error is an error."""
    wanted: dict[str, object] = {
        "busy_timeout": int(busy_timeout * 1000),
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": int(foreign_keys),
        "secure_delete": 1,
        "temp_store": 2,
    }
    for name, value in wanted.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != value:
            raise UnsafeDatabase(f"SQLite refused PRAGMA {name}={value}")
    connection.execute("PRAGMA mmap_size=0").fetchall()
