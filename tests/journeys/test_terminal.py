"""`python -m bot chat` where a person would use it: in a terminal, with numbers and words, to the physician's queue."""

import os
import pty
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen
from time import monotonic
from typing import Final

import pytest

from tests.journeys.patients import sign_of

pytestmark = [pytest.mark.processes]

ROOT: Final = Path(__file__).parent.parent.parent
PROMPT: Final = "> "


@dataclass
class Terminal:
    """A pseudo-terminal with a program in it."""

    process: Popen[bytes]
    screen: int
    text: str = ""

    def read(self, awaited: str, seconds: float = 40) -> str:
        """What appears until the prompt stands after `awaited`."""
        ends, new = monotonic() + seconds, ""
        while not (awaited in new and new.endswith(PROMPT)):
            assert monotonic() < ends, f"{awaited!r} did not appear: {self.text[-600:]}"
            if select.select([self.screen], [], [], 0.1)[0]:
                new += os.read(self.screen, 65536).decode("utf-8", "replace").replace("\r\n", "\n")
        self.text += new
        return new

    def type(self, line: str) -> None:
        """A line and the return key."""
        os.write(self.screen, f"{line}\n".encode())


@contextmanager
def terminal(*arguments: str) -> Iterator[Terminal]:
    """The command in a terminal of its own."""
    outer, inner = pty.openpty()
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {**kept, "TERM": "xterm", "LANG": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONWARNINGS": "error"}
    process = Popen([sys.executable, "-m", "bot", *arguments], cwd=ROOT, env=environment, stdin=inner, stdout=inner, stderr=inner)
    os.close(inner)
    try:
        yield Terminal(process, outer)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        os.close(outer)


def test_a_short_conversation_in_spanish() -> None:
    """Numbers choose, words answer, a refusal is not argued with, the end of input ends the program with 0."""
    with terminal("chat", "--lang", "es") as screen:
        assert "1. Español" in screen.read("English")
        screen.type("1")
        assert sign_of("welcome-who") in screen.read(sign_of("consent-health_data"))
        screen.type("sí, acepto")
        screen.read(sign_of("consent-messaging"))
        screen.type("1")
        screen.read(sign_of("safety-red_flags"))
        screen.type("¿cuánto cuesta?")
        answer = screen.read(sign_of("safety-red_flags"))
        assert sign_of("aside-price") in answer
        screen.type("ninguna")
        screen.read(sign_of("subject-who"))
        os.write(screen.screen, b"\x04")
        assert screen.process.wait(20) == 0
