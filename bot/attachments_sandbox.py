"""`attachments.check` in a process of its own, with limits on memory and time, and without our environment.

Knows processes; must not know files. A reader that is brought down by a hostile file takes nothing with it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from bot.attachments import Checked, Rejected, Verdict, check

SECONDS: Final = 10
"""Real time a check may take."""
CPU_SECONDS: Final = 5
MEMORY_BYTES: Final = 768 * 1024 * 1024
"""Address space of the reading process; libraries alone take about 200 MB of it."""

_ROOT: Final = Path(__file__).resolve().parent.parent
_KEPT: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def check_apart(data: bytes) -> Verdict:
    """The verdict on a file of any bytes; `unreadable` when the reader did not survive it. Takes about 0.2 s; never raises."""
    command = [sys.executable, "-m", "bot.attachments_sandbox"]
    environment = {"PYTHONPATH": str(_ROOT), **{name: os.environ[name] for name in _KEPT if name in os.environ}}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell; the file goes through a pipe
            command, input=data, capture_output=True, timeout=SECONDS, env=environment, cwd=_ROOT, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return Rejected("unreadable")
    return _read(done.stdout) if done.returncode == 0 else Rejected("unreadable")


def _write(verdict: Verdict) -> bytes:
    if isinstance(verdict, Rejected):
        return json.dumps({"reason": verdict.reason}).encode() + b"\n"
    preview = verdict.preview or b""
    return json.dumps({"kind": verdict.kind, "content_type": verdict.content_type}).encode() + b"\n" + preview


def _read(output: bytes) -> Verdict:
    line, _, preview = output.partition(b"\n")
    try:
        told = json.loads(line)
        return Rejected(told["reason"]) if "reason" in told else Checked(told["kind"], told["content_type"], preview or None)
    except (ValueError, KeyError, TypeError):
        return Rejected("unreadable")


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit of the parent holds
        return
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


if __name__ == "__main__":
    _limit()
    sys.stdout.buffer.write(_write(check(sys.stdin.buffer.read())))
