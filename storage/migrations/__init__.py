"""Bringing a database to the schema of this release: run by program, one runner at a time.

Knows alembic and a lock; must not know any table.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage.engine import WRITES, make_engine, parse_url
from storage.migrations.file_lock import locked_file

State: TypeAlias = Literal["empty", "behind", "current", "unknown"]
"""`unknown`: a newer release migrated it; this one must not serve."""

_ADVISORY_LOCK = 0x43414E444F52
_WAIT = 600.0


def upgrade(url: str, revision: str = "head") -> None:
    """Migrate up. Several processes may call this at once: one works, the others wait and find nothing to do."""
    _run(url, lambda config: command.upgrade(config, revision))


def downgrade(url: str, revision: str = "base") -> None:
    """Migrate down, losing what the older schema cannot hold."""
    _run(url, lambda config: command.downgrade(config, revision))


def state(url: str) -> State:
    """How the database stands to this release's schema; creates nothing. Raises OperationalError when it is away."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(str(parsed.database)).exists():
        return "empty"
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    scripts = ScriptDirectory.from_config(_config())
    known = [script.revision for script in scripts.walk_revisions()]
    if found is None:
        return "empty"
    return "current" if found == known[0] else "behind" if found in known else "unknown"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config


def _run(url: str, work: Callable[[Config], None]) -> None:
    """Foreign keys are off while SQLite's tables are rebuilt, and checked before the lock is given back."""
    with _one_runner(url):
        engine = make_engine(url, busy_timeout=_WAIT, foreign_keys=False).execution_options(**{WRITES: True})
        try:
            with engine.connect() as connection:
                config = _config()
                config.attributes["connection"] = connection
                work(config)
                if engine.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise sa.exc.IntegrityError("migration", None, Exception("a foreign key is broken"))
        finally:
            engine.dispose()


@contextmanager
def _one_runner(url: str) -> Iterator[None]:
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        path = Path(str(parsed.database))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked_file(path.with_name(path.name + ".migrating")):
            yield
        return
    engine = make_engine(url, busy_timeout=_WAIT).execution_options(isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(sa.select(sa.func.pg_advisory_lock(_ADVISORY_LOCK)))
            yield
    finally:
        engine.dispose()
