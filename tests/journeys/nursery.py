"""Starts processes of the product in a moment: one parent imports everything once and forks a child for each command.

A child is a process like any other from there on (own memory, own sockets, killed like any other); only the seconds that an interpreter
needs to read the product are saved. Knows commands and forks; must not know what is tested. Run as `python -m tests.journeys.nursery`.
"""

import json
import os
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NoReturn

ROOT: Final = Path(__file__).parent.parent.parent
MODULES: Final = (
    *("storage.migrations", "bot.process", "bot.web", "bot.worker", "bot.wiring", "bot.channels.telegram", "bot.channels.whatsapp"),
    *("bot.channels.telegram_polling", "bot.commands.audit", "bot.commands.serve", "bot.commands.staff", "psycopg", "alembic.command"),
)
"""What takes long to read. The parent opens no file, socket or database of its own."""


@dataclass
class Nursery:
    """The tests' end: asks for children and looks how they fare. Blocking, but only for as long as a fork takes."""

    parent: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        command = [sys.executable, "-m", "tests.journeys.nursery"]
        environment = {**os.environ, "PYTHONWARNINGS": "error"}
        self.parent = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def start(self, arguments: list[str], environment: dict[str, str], out: Path, *, given: str = "", quick: bool = True) -> int:
        """A child that runs `python -m bot ARGUMENTS` with its output in `out`; its process id."""
        order = {"arguments": arguments, "environment": environment, "out": str(out), "given": given, "quick": quick}
        return int(self._ask(order))

    def ended(self, pid: int) -> int | None:
        """The exit code (negative: the signal that ended it), None while it runs. Answers once a child."""
        answer = self._ask({"pid": pid})
        return None if answer is None else int(answer)

    def close(self) -> None:
        """End the parent and every child left."""
        self.parent.communicate(timeout=20)

    def _ask(self, order: dict[str, Any]) -> Any:
        assert self.parent.stdin is not None
        assert self.parent.stdout is not None
        self.parent.stdin.write(json.dumps(order) + "\n")
        self.parent.stdin.flush()
        return json.loads(self.parent.stdout.readline())


def warm() -> None:
    """Import what any process of the product imports, and load what it loads."""
    for module in MODULES:
        import_module(module)
    from bot.rules import Newcomer, shipped_rules
    from messages.guard import judge

    rules = shipped_rules("Regeneris")
    rules.awaits_more(rules.start(Newcomer()), "hola")
    judge("hola", "es")


def serve() -> None:
    """Take orders from standard input until it ends, then leave no child behind."""
    import gc

    warm()
    gc.freeze()
    children: set[int] = set()
    for line in sys.stdin:
        order = json.loads(line)
        if "pid" in order:
            answer = _look(order["pid"], children)
        else:
            answer = os.fork()
            if answer == 0:
                _become(order)
            children.add(answer)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    for pid in children:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _look(pid: int, children: set[int]) -> int | None:
    ended, status = os.waitpid(pid, os.WNOHANG)
    if not ended:
        return None
    children.discard(pid)
    return os.waitstatus_to_exitcode(status)


def _become(order: dict[str, Any]) -> NoReturn:
    """In the child: be the process that was asked for, to its end."""
    out = Path(order["out"])
    out.with_suffix(".in").write_text(order["given"])
    for number, path, flags in (
        (0, out.with_suffix(".in"), os.O_RDONLY),
        (1, out, os.O_WRONLY | os.O_CREAT | os.O_APPEND),
        (2, out.with_suffix(".err"), os.O_WRONLY | os.O_CREAT | os.O_APPEND),
    ):
        os.dup2(os.open(path, flags, 0o600), number)
    out.with_suffix(".in").unlink()
    os.environ.clear()
    os.environ.update(order["environment"])
    code = 70
    try:
        code = _run(order["arguments"], quick=order["quick"])
    except BaseException:  # noqa: BLE001 - whatever ended it is what a person who reads the output needs
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _run(arguments: list[str], *, quick: bool) -> int:
    from bot.cli import main
    from tests.journeys.quick import poison, shorten

    if quick:
        shorten()
        poison()
    try:
        return main(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1


if __name__ == "__main__":
    serve()
