"""What every test may ask for: a fresh database on each engine, and the certainty that no test reaches the network."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from storage.database import Database
from tests.databases import HOW_TO_ENABLE, NoPostgres, PostgresDatabases, SqliteDatabases, postgres_server

DATA_KEY = "c2l4dGVlbi1ieXRlcy1hcmUtbm90LWVub3VnaC0zMiE="
"""A data key for tests: 32 bytes, URL-safe base64."""
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")  # what an example takes says how busy the machine is, not what is true
LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")  # noqa: S104 - the name of an address, nothing is bound


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Real processes first: they wait most, and what begins last would be waited for at the end."""
    items.sort(key=lambda item: item.get_closest_marker("processes") is None)


class NetworkUsed(BaseException):
    """A test tried to reach the network; a BaseException so that no product code swallows it."""


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Only loopback and Unix sockets connect."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guard(own: socket.socket, address: Any) -> None:
        if own.family != socket.AF_UNIX and not str(address[0]).startswith(LOOPBACK):
            raise NetworkUsed(f"a test connects to {address!r}")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        guard(self, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        guard(self, address)
        return connect_ex(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        yield


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    """A migrated SQLite file to copy from."""
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[PostgresDatabases]:
    """A PostgreSQL server for this test process; skips with the enabling command when there is none, fails if REQUIRE_ALL=1."""
    try:
        with postgres_server() as url:
            databases = PostgresDatabases(url)
            yield databases
            databases.close()
    except NoPostgres as reason:
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(f"REQUIRE_ALL=1 and no PostgreSQL: {reason}")
        pytest.skip(f"no PostgreSQL ({reason}); enable with: {HOW_TO_ENABLE}")


@pytest.fixture
def sqlite_url(sqlite_databases: SqliteDatabases, tmp_path: Path) -> str:
    """A fresh migrated SQLite database."""
    return sqlite_databases.fresh(tmp_path)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh migrated database, once on each engine."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_databases").fresh(tmp_path)
        return
    with request.getfixturevalue("postgres_databases").fresh() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables, once on each engine."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    with request.getfixturevalue("postgres_databases").fresh(migrated=False) as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """MEMORY over a fresh database, once on each engine."""
    opened = Database(database_url, [DATA_KEY])
    yield opened
    opened.close()


@pytest.fixture
def patient_database(database_url: str) -> Iterator[Database]:
    """A database whose writers wait long for each other: for tests of many at once, which are about order, not about speed."""
    opened = Database(database_url, [DATA_KEY], busy_timeout=60)
    opened.vault()
    yield opened
    opened.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes golden files anew instead of comparing with them."""
    parser.addoption("--update", action="store_true", help="write golden transcripts anew; read the difference before committing it")
