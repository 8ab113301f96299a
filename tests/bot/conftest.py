"""The runtime over a fresh database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.rig import Rig, running


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
