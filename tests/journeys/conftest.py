"""For journeys: the parent of the product's processes, and a second database to compare a run with another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.nursery import Nursery


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
