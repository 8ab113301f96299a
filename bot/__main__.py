"""`python -m bot COMMAND`. A process told to end before it has finished starting ends cleanly: it has nothing in hand yet."""

import signal
import sys
from types import FrameType

LONG_RUNNING = {"demo", "serve", "web", "worker"}


def _end(_signal: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(0)


if LONG_RUNNING.intersection(sys.argv[1:2]):
    signal.signal(signal.SIGTERM, _end)

from bot.cli import main  # noqa: E402 - after the signal is caught, because imports take most of the start

sys.exit(main())
