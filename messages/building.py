"""Building large tables that stay for the life of the process; a process may bring them built from an earlier one.

Knows the collector and who keeps tables, never where: the core reads its own data and writes nothing. It must not know what is built.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

Table = TypeVar("Table")


class Keeper(Protocol):
    """Gives back a table built before from the very same sources, else builds it and keeps it for the next process."""

    def __call__(self, name: str, build: Callable[[], Table]) -> Table:
        """The table `name`; whatever cannot be read or kept is built as if there were no keeper."""
        ...


_keepers: list[Keeper] = []


def keep_with(keeper: Keeper) -> None:
    """Let `keeper` give the tables built from now on."""
    _keepers[:] = [keeper]


def built(name: str, build: Callable[[], Table]) -> Table:
    """The table `name`. The collector waits meanwhile, since nothing built is garbage: it takes a third off the time."""
    with _undisturbed():
        return _keepers[0](name, build) if _keepers else build()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold the collector while the block runs; leaves it as it was."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
