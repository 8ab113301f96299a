"""Readiness and the doctor over a disk that takes nothing: said at once, not at the first patient."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.checks import run_checks
from bot.disk import require_room
from bot.settings import Settings
from tests.bot.rig import Rig


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process may grow beyond 100,000 bytes: what a full disk does to a write."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def test_a_folder_with_room_is_left_as_it_was(tmp_path: Path) -> None:
    """The probe leaves nothing behind."""
    require_room(tmp_path)
    assert list(tmp_path.iterdir()) == []


async def test_readiness_sees_a_disk_that_takes_nothing(rig: Rig) -> None:
    """503 naming the disk while the database still reads; 200 again afterwards."""
    with full_disk():
        without = await rig.web.get("/readyz")
    again = await rig.web.get("/readyz")
    assert (without.status_code, without.json()["checks"]["disk"], again.status_code) == (503, False, 200)


async def test_readiness_sees_a_clock_that_cannot_be_read(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without business time no delivery can be handled."""
    from bot.clock import file_clock

    monkeypatch.setattr(rig.parts, "clock", file_clock(Path("/nowhere/clock.json")))
    assert (await rig.web.get("/readyz")).json()["checks"]["clock"] is False


def test_the_doctor_sees_a_disk_that_takes_nothing(sqlite_url: str, tmp_path: Path) -> None:
    """Both the data directory and the database are named."""
    settings = Settings(app_env="test", app_data_dir=tmp_path, database_url=sqlite_url)
    with full_disk():
        found = {check.name: check.ok for check in run_checks(settings, offline=True)}
    assert (found["data-dir"], found["database"]) == (False, False)


def test_the_doctor_sees_a_clock_that_cannot_be_read(sqlite_url: str, tmp_path: Path) -> None:
    """The setting is named."""
    settings = Settings(app_env="test", app_data_dir=tmp_path, database_url=sqlite_url, app_clock=f"file:{tmp_path}/none.json")
    first = run_checks(settings, offline=True)[0]
    assert (first.ok, "APP_CLOCK" in first.detail) == (False, True)
