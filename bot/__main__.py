"""`python -m bot COMMAND`. A process told to end before it has finished starting ends cleanly: it has nothing in hand yet."""

import contextlib
import os
import signal
import sys
from types import FrameType

LONG_RUNNING = {"demo", "serve", "web", "worker"}


def _end(_signal: int, _frame: FrameType | None) -> None:
    """End here and now. An exception would be lost where the interpreter swallows it, as in the import system's own weakref callbacks."""
    with contextlib.suppress(Exception):  # the signal may have come in the middle of a write
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(0)


if LONG_RUNNING.intersection(sys.argv[1:2]):
    signal.signal(signal.SIGTERM, _end)

from bot.cli import main  # noqa: E402 - after the signal is caught, because imports take most of the start
from bot.kept_words import keep_words  # noqa: E402 - as above

keep_words()
try:
    sys.exit(main())
finally:
    # the interpreter gives caught signals back to the system as it ends: one told a moment late would seem to have died
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
