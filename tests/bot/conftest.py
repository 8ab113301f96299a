"""The runtime over a fresh database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.wiring import read_words
from tests.bot.rig import Rig, running


@pytest.fixture(scope="session", autouse=True)
def read_once() -> None:
    """Texts, word lists and rules are read before the first test: no delivery waits for them, as in a process that has started."""
    read_words()


@pytest.fixture
async def rig(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """Everything over SQLite."""
    async with running(sqlite_url, tmp_path) as one:
        yield one


@pytest.fixture
async def rig_on_both(database_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """Everything, once on each engine."""
    async with running(database_url, tmp_path) as one:
        yield one
