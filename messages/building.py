"""Building large tables that stay for the life of the process: the garbage collector waits, since nothing built is garbage.

Knows the collector only; it must not know what is built. It takes a third off the start of every process.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold the collector while the block runs; leaves it as it was."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
