"""For journeys: the parent of the product's processes, and a second database to compare a run with another."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from tests.journeys.nursery import Nursery
from tests.journeys.world import World, world


@pytest.fixture
def second_database_url(empty_database_url: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """One more database without tables on the engine of `empty_database_url`."""
    if empty_database_url.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / 'second.db'}"
        return
    with request.getfixturevalue("postgres_databases").fresh(migrated=False) as url:
        yield url


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where processes of the product come from."""
    one = Nursery()
    yield one
    one.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def standing(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> AsyncIterator[World]:
    """A deployment that runs through many tests, once on each engine; each test brings people of its own."""
    folder = tmp_path_factory.mktemp("standing")
    if request.param == "sqlite":
        async with _standing(folder, request.getfixturevalue("sqlite_databases").fresh(folder), nursery) as one:
            yield one
        return
    with request.getfixturevalue("postgres_databases").fresh() as url:
        async with _standing(folder, url, nursery) as one:
            yield one


@asynccontextmanager
async def _standing(folder: Path, url: str, nursery: Nursery) -> AsyncIterator[World]:
    async with world(folder / "world", url, nursery, BURST_WAIT_SECONDS="0.8", LOG_LEVEL="DEBUG") as one:
        await one.start("web", "worker")
        yield one
