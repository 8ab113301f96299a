"""A real process that is asked to end while staff have live pages open: every stream ends by itself, and the process with 0, in time."""

import re
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pyotp
import pytest

from tests.bot.test_processes import environment, run, started, write

pytestmark = pytest.mark.processes
__all__ = ["environment"]
PASSWORD = "nueve nubes sobre el lago"
SECONDS = 60
"""What the process is given to end in; streams that had to be cut off would take most of it."""


@contextmanager
def signed_in(address: str, secret: str) -> Iterator[httpx.Client]:
    """A browser of a coordinator, as a person signs in."""
    with httpx.Client(base_url=address, timeout=20) as web:
        enter(web, secret)
        yield web


def enter(web: httpx.Client, secret: str) -> None:
    """Password and one-time code."""
    token = re.findall(r'name="csrf" value="([0-9a-f]{64})"', web.get("/login").text)[0]
    given = {"csrf": token, "email": "ana@clinic.example", "password": PASSWORD, "code": pyotp.TOTP(secret).now()}
    assert web.post("/login", data=given).status_code == 303


@contextmanager
def tab(web: httpx.Client, path: str) -> Iterator[Iterator[str]]:
    """A page's stream, open: its first words have come."""
    with web.stream("GET", path) as answer:
        assert answer.status_code == 200
        told = answer.iter_text()
        assert next(told).startswith("retry:")
        yield told


@pytest.mark.parametrize("process_name", ["serve", "web"])
def test_open_tabs_do_not_keep_a_process_alive(environment: dict[str, str], process_name: str) -> None:
    """Two of the queue and one of a case, as an office has them."""
    given = {**environment, "SHUTDOWN_TIMEOUT_SECONDS": str(SECONDS)}
    run(given, "migrate")
    who = ["--role", "coordinator", "--name", "Ana", "--email", "ana@clinic.example", "--password-stdin"]
    secret = run(given, "staff", "add", *who, given=PASSWORD + "\n").stdout.split()[-1]
    address = f"http://127.0.0.1:{given['PORT']}"
    with started(given, process_name) as process, ExitStack() as office:
        write(given, "hola")
        case_id = httpx.get(f"{address}/simulator/api/ana/messages", timeout=10).json()["case_id"]
        web = office.enter_context(signed_in(address, secret))
        tabs = [office.enter_context(tab(web, path)) for path in ("/live/queue", "/live/queue", f"/live/cases/{case_id}")]
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        for told in tabs:
            "".join(told)
        assert (process.wait(SECONDS + 5), time.monotonic() - began < SECONDS / 2) == (0, True)
