"""The database itself: safe settings, the right keys, no word in the clear, rotation, read and write apart."""

import sqlite3
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet

from storage import engine, migrations
from storage.columns import SealedWords, UtcDateTime, metadata
from storage.crypto import WrongKeys
from storage.database import Database, NotMigrated, ReadOnly
from storage.people import Contact
from storage.rotation import remaining, rotate, sealed_columns
from tests.conftest import DATA_KEY
from tests.databases import PostgresDatabases
from tests.storage.scene import NOW, arrive
from tests.storage.test_retention import WORD, anywhere, told

APPEND_ONLY = ("timeline", "consents", "audit", "decisions", "papers")


@pytest.fixture
def other_key() -> str:
    """A second data key."""
    return Fernet.generate_key().decode()


@pytest.fixture
def opened() -> Iterator[list[Database]]:
    """Databases to be closed after the test."""
    made: list[Database] = []
    yield made
    for one in made:
        one.close()


@pytest.mark.parametrize(
    ("url", "driver"),
    [("postgres://u@h/d", "postgresql+psycopg"), ("postgresql://u@h/d", "postgresql+psycopg"), ("sqlite:///var/x.db", "sqlite")],
)
def test_urls_are_read(url: str, driver: str) -> None:
    """Heroku's spelling too."""
    assert engine.parse_url(url).drivername == driver


@pytest.mark.parametrize("url", ["mysql://h/d", "sqlite://", "sqlite:///:memory:"])
def test_other_databases_are_refused(url: str) -> None:
    """A database in memory would lose what was acknowledged."""
    with pytest.raises(ValueError, match="DATABASE_URL"):
        engine.parse_url(url)


def test_sqlite_is_set_to_lose_nothing(sqlite_url: str) -> None:
    """Asserted on a connection of the pool."""
    made = engine.make_engine(sqlite_url)
    with made.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    made.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_a_refused_setting_stops_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that cannot be made safe is not used."""
    real = sqlite3.connect

    class Stubborn(sqlite3.Connection):
        def execute(self, sql: str, *rest: object) -> sqlite3.Cursor:
            return super().execute("SELECT 1" if "synchronous" in sql else sql, *rest)  # type: ignore[arg-type] # passed on as it came

    monkeypatch.setattr(sqlite3.dbapi2, "connect", lambda *a, **k: real(*a, factory=Stubborn, **k))
    made = engine.make_engine(f"sqlite:///{tmp_path / 'x.db'}")
    with pytest.raises(engine.UnsafeDatabase, match="synchronous"):
        made.connect()


def test_an_empty_database_says_what_to_do(empty_database_url: str, opened: list[Database]) -> None:
    """Instead of a missing table somewhere."""
    opened.append(Database(empty_database_url, [DATA_KEY]))
    with pytest.raises(NotMigrated, match="migrate"):
        opened[0].write()


def test_the_wrong_keys_are_refused_at_once(database: Database, database_url: str, other_key: str, opened: list[Database]) -> None:
    """Not at the first message."""
    database.ping()
    opened.append(Database(database_url, [other_key]))
    with pytest.raises(WrongKeys):
        opened[0].ping()


@pytest.mark.postgres
def test_a_database_switched_to_read_only_does_not_pass(postgres_databases: PostgresDatabases, opened: list[Database]) -> None:
    """A standby answers, but no patient could be heard: readiness must tell."""
    with postgres_databases.fresh() as url:
        standby = sa.make_url(url).update_query_dict({"options": "-c default_transaction_read_only=on"})
        opened += [Database(url, [DATA_KEY]), Database(standby.render_as_string(hide_password=False), [DATA_KEY])]
        opened[0].ping()
        with pytest.raises(ReadOnly):
            opened[1].ping()
        for one in opened:
            one.close()


def test_a_new_database_is_its_owners_alone(tmp_path: Path, opened: list[Database]) -> None:
    """The file and those SQLite keeps beside it; words are sealed, ids and statuses are not."""
    url = f"sqlite:///{tmp_path / 'new' / 'candor.db'}"
    migrations.upgrade(url)
    opened.append(Database(url, [DATA_KEY]))
    opened[0].ping()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").glob("candor.db*") if "lock" not in path.name}
    assert (modes, stat.S_IMODE((tmp_path / "new").stat().st_mode)) == ({0o600}, 0o700)


def test_threads_that_start_together_share_one_keyring(database_url: str, opened: list[Database]) -> None:
    """Whoever comes first makes it; all read the same."""
    opened += [Database(database_url, [DATA_KEY], busy_timeout=60) for _ in range(4)]
    blinds: list[str] = []
    threads = [threading.Thread(target=lambda one=one: blinds.append(one.vault().blind("x"))) for one in opened]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(blinds) == 4
    assert len(set(blinds)) == 1
    with opened[0].read() as uow:
        assert uow.audit.verify().ok


def test_without_commit_nothing_is_kept(database: Database) -> None:
    """Leaving the block is a rollback."""
    with database.write() as uow:
        arrive(uow)
    with database.read() as uow:
        assert uow.cases.queue(statuses=["intake"]).items == ()


def test_reading_cannot_commit(database: Database) -> None:
    """A reading unit of work refuses."""
    with database.read() as uow, pytest.raises(RuntimeError):
        uow.commit()


def test_a_reader_is_not_held_up_by_a_writer(database: Database) -> None:
    """And does not see what is not committed."""
    with database.write() as writer:
        arrive(writer)
        with database.read() as reader:
            assert reader.cases.queue(statuses=["intake"]).items == ()


def test_plain_words_cannot_be_written_to_a_sealed_column(database: Database) -> None:
    """The column's type refuses them, and the error does not repeat them."""
    with database.write() as uow, pytest.raises(sa.exc.StatementError) as fault:
        uow.work.connection.execute(sa.text("UPDATE keyring SET body = :b").bindparams(sa.bindparam("b", WORD, SealedWords())))
    assert WORD not in str(fault.value)


def test_a_naive_time_is_refused(database: Database) -> None:
    """A time without a zone is a mistake somewhere."""
    with database.write() as uow, pytest.raises(sa.exc.StatementError):
        uow.people.block(1, NOW.replace(tzinfo=None))


def test_what_only_grows_holds_no_sealed_column() -> None:
    """Else the keys could never be rotated nor words erased."""
    assert not [column for name in APPEND_ONLY for column in metadata.tables[name].columns if isinstance(column.type, SealedWords)]


def test_every_time_column_knows_its_zone() -> None:
    """No plain DateTime in any table."""
    assert not [
        c for t in metadata.sorted_tables for c in t.columns if isinstance(c.type, sa.DateTime) and not isinstance(c.type, UtcDateTime)
    ]


def test_no_word_lies_in_the_clear(database: Database, database_url: str) -> None:
    """Not in the file, its log or any text column: names, addresses, words, file names, codes of flags."""
    with database.write() as uow:
        scene = told(uow, "987654321012")
        uow.cases.describe(scene.case, language="es", indication=["knee_osteoarthritis"], evidence_tier="strong")
        uow.commit()
    canaries = (WORD, "987654321012", "past_malignancy", "knee_osteoarthritis")
    if database.postgres:
        with database.read() as uow:
            dump = "".join(str(uow.work.all(sa.select(table))) for table in metadata.sorted_tables)
    else:
        path = Path(str(engine.parse_url(database_url).database))
        dump = "".join(one.read_bytes().decode("latin-1") for one in path.parent.glob(path.name + "*"))
    dump = dump.replace("a-987654321012", "").replace("s-987654321012", "")
    assert [canary for canary in canaries if canary in dump] == []


def test_rotation_reaches_every_sealed_value(database: Database, database_url: str, other_key: str, opened: list[Database]) -> None:
    """Afterwards the new key alone opens everything, and the audit chain and look-up still hold."""
    with database.write() as uow:
        told(uow)
        uow.commit()
    opened.append(Database(database_url, [other_key, DATA_KEY]))
    assert remaining(opened[0]) > 10
    assert rotate(opened[0], at_once=2) > 10
    assert (remaining(opened[0]), rotate(opened[0])) == (0, 0)
    opened.append(Database(database_url, [other_key]))
    with opened[1].write() as uow:
        assert len(anywhere(uow)) == 13
        assert len(uow.people.find([_known()])) == 1
        assert uow.audit.verify().ok


def _known() -> Contact:
    return Contact("telegram", "bot", "telegram_user", "4711")


def test_there_is_something_to_rotate_in_most_tables() -> None:
    """The walk covers the tables that hold words."""
    assert {column.table.name for column in sealed_columns()} >= {"messages", "conversations", "addresses", "cases", "packets", "alarms"}
