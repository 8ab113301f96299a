"""Real processes of the product: start, serve, drain, end with the code the contract names."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.fernet import Fernet

from tests.databases import SqliteDatabases
from tests.ports import free_port

pytestmark = pytest.mark.processes
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A clean environment over a fresh data directory."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    (tmp_path / "clock.json").write_text('{"now": "2026-03-01T15:00:00Z"}')
    return {
        **kept,
        "APP_ENV": "test",
        "APP_DATA_DIR": str(tmp_path / "var"),
        "APP_CLOCK": f"file:{tmp_path / 'clock.json'}",
        "PORT": str(free_port()),
        "BURST_WAIT_SECONDS": "0.3",
        "PYTHONWARNINGS": "error",
    }


@pytest.fixture
def migrated(environment: dict[str, str], sqlite_databases: SqliteDatabases) -> None:
    """The tables are there already, as `migrate` makes them; a process to make them is started only where that is what is tested."""
    folder = Path(environment["APP_DATA_DIR"])
    folder.mkdir()
    sqlite_databases.fresh(folder)


def run(environment: dict[str, str], *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """One command to its end."""
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, input=given, capture_output=True, text=True, timeout=120, check=False)


@contextmanager
def started(environment: dict[str, str], *arguments: str, ready: bool = True) -> Iterator[subprocess.Popen[str]]:
    """A long-running process; killed at the end if it still runs."""
    command = [sys.executable, "-m", "bot", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        if ready:
            _wait(lambda: _ready(environment), process, 120)
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _ready(environment: dict[str, str]) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{environment['PORT']}/readyz", timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


def _wait(done: Any, process: subprocess.Popen[str] | None = None, seconds: float = 30) -> None:
    ends = time.monotonic() + seconds
    while not done():
        assert process is None or process.poll() is None, "the process ended"
        assert time.monotonic() < ends, "it took too long"
        time.sleep(0.05)


def says_started(process: subprocess.Popen[str]) -> None:
    """Wait until the process has said that it runs; fails when it ends without."""
    assert process.stdout is not None
    assert any("started" in line for line in process.stdout)


def screen(environment: dict[str, str], patient: str = "ana") -> list[dict[str, Any]]:
    """What the simulated patient sees."""
    url = f"http://127.0.0.1:{environment['PORT']}/simulator/api/{patient}/messages"
    return list(httpx.get(url, timeout=10).json()["items"])


def write(environment: dict[str, str], text: str, patient: str = "ana") -> None:
    """A message of the simulated patient."""
    url = f"http://127.0.0.1:{environment['PORT']}/simulator/api/{patient}/messages"
    assert httpx.post(url, json={"text": text}, timeout=10).status_code == 200


def test_serve_answers_and_ends_cleanly_on_sigterm(environment: dict[str, str]) -> None:
    """One process does everything; SIGTERM ends it with 0 well within the time given."""
    assert run(environment, "migrate").returncode == 0
    with started(environment, "serve") as process:
        write(environment, "hola")
        _wait(lambda: any(item["from"] == "bot" for item in screen(environment)))
        process.send_signal(signal.SIGTERM)
        assert process.wait(25) == 0


@pytest.mark.usefixtures("migrated")
def test_web_and_drained_worker_share_one_database(environment: dict[str, str]) -> None:
    """The web takes in, `worker --drain` sends all that is due, bursts too, and exits 0."""
    with started(environment, "web"):
        write(environment, "me duele la rodilla desde hace años y quiero saber si pueden ayudarme")
        assert [item["from"] for item in screen(environment)] == ["patient"]
        assert run(environment, "worker", "--drain").returncode == 0
        assert [item["from"] for item in screen(environment)] == ["patient", "bot"]


@pytest.mark.usefixtures("migrated")
@pytest.mark.parametrize("name", ["web", "worker"])
def test_a_signal_ends_each_process_with_zero(environment: dict[str, str], name: str) -> None:
    """Idle processes too."""
    with started(environment, name, ready=name == "web") as process:
        says_started(process)
        process.send_signal(signal.SIGTERM)
        assert process.wait(25) == 0


TOLD_IN_A_CALLBACK = """
import os, runpy, signal, sys

def told(frame, event, _):
    if event == "call" and frame.f_code.co_name == "cb" and "importlib" in frame.f_code.co_filename:
        if callable(signal.getsignal(signal.SIGTERM)):
            sys.setprofile(None)
            os.kill(os.getpid(), signal.SIGTERM)

sys.setprofile(told)
sys.argv = ["bot", "worker"]
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""
"""The signal comes while the import system calls back as one of its locks dies: what such a callback raises is printed and forgotten."""


@pytest.mark.usefixtures("migrated")
def test_a_signal_in_the_middle_of_an_import_ends_the_process(environment: dict[str, str]) -> None:
    """Also where an exception would be swallowed, and without a word on the way."""
    command = [sys.executable, "-c", TOLD_IN_A_CALLBACK]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr, "started" in done.stdout) == (0, "", False)


TOLD_AT_THE_VERY_END = """
import os, runpy, signal, sys

class Last:
    def __del__(self, kill=os.kill, own=os.getpid(), name=signal.SIGTERM):
        kill(own, name)

sys.last = Last()
sys.argv = ["bot", "worker", "--drain"]
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""
"""The signal comes when the work is done and the interpreter, which no longer runs handlers, clears its modules."""


@pytest.mark.usefixtures("migrated")
def test_a_signal_at_the_very_end_still_ends_with_zero(environment: dict[str, str]) -> None:
    """Nothing was left undone, so nobody should be told that the process was killed."""
    command = [sys.executable, "-c", TOLD_AT_THE_VERY_END]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0


def catches_sigterm(process: subprocess.Popen[str]) -> bool:
    """Whether the kernel would hand the signal to the process: before that it is not yet the product that runs."""
    caught = re.search(r"^SigCgt:\s*(\w+)", Path(f"/proc/{process.pid}/status").read_text(), re.MULTILINE)
    return bool(caught and int(caught[1], 16) >> (signal.SIGTERM - 1) & 1)


@pytest.mark.usefixtures("migrated")
@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_signal_ends_a_worker_that_drains(environment: dict[str, str], after: float) -> None:
    """What is due is left for the next one, the process ends with zero, whenever it is told."""
    with started(environment, "worker", "--drain", ready=False) as process:
        _wait(lambda: catches_sigterm(process))
        time.sleep(after)
        process.send_signal(signal.SIGTERM)
        assert process.wait(25) == 0


@pytest.mark.usefixtures("migrated")
def test_the_script_for_newcomers_becomes_the_product(environment: dict[str, str]) -> None:
    """Who ends `dev.py` ends the product, and leaves none behind that holds the port."""
    process = subprocess.Popen([sys.executable, "dev.py", "worker"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, text=True)
    _wait(lambda: catches_sigterm(process), process, 120)
    process.send_signal(signal.SIGTERM)
    assert process.wait(25) == 0


def test_faulty_configuration_is_78_with_every_fault(environment: dict[str, str]) -> None:
    """All faults on standard error at once, no secret among them."""
    done = run({**environment, "APP_ENV": "production", "PORT": "x", "TELEGRAM_BOT_TOKEN": "1:canary"}, "serve")
    named = ("PORT", "APP_CLOCK", "APP_SECRET_KEY", "APP_DATA_KEYS", "TELEGRAM_WEBHOOK_SECRET")
    assert (done.returncode, [name for name in named if name not in done.stderr], "canary" in done.stderr + done.stdout) == (78, [], False)


@pytest.mark.usefixtures("migrated")
@pytest.mark.parametrize("name", ["web", "worker"])
def test_a_signal_given_twice_still_ends_with_zero(environment: dict[str, str], name: str) -> None:
    """Terminals and supervisors often tell the whole group and then each process."""
    with started(environment, name, ready=name == "web") as process:
        says_started(process)
        for _ in range(20):
            process.send_signal(signal.SIGTERM)
            time.sleep(0.02)
        assert process.wait(25) == 0


@pytest.mark.parametrize("name", ["web", "worker", "demo"])
def test_keys_of_another_database_are_78(environment: dict[str, str], name: str) -> None:
    """A sentence that names the setting, no traceback."""
    database = {**environment, "DATABASE_URL": ""}
    run({**database, "APP_DATA_KEYS": Fernet.generate_key().decode()}, "migrate")
    run({**database, "APP_DATA_KEYS": Fernet.generate_key().decode()}, "audit", "verify")
    done = run({**database, "APP_DATA_KEYS": Fernet.generate_key().decode()}, name)
    assert (done.returncode, "configuration: APP_DATA_KEYS" in done.stderr, "Traceback" in done.stdout + done.stderr) == (78, True, False)


@pytest.mark.parametrize("arguments", [["web"], ["worker"], ["worker", "--drain"], ["migrate"]])
def test_a_database_that_is_away_is_said_plainly(environment: dict[str, str], arguments: list[str]) -> None:
    """Exit 1, a sentence with the next command on standard error, nothing uncaught."""
    done = run({**environment, "DATABASE_URL": f"postgresql://a:canary@127.0.0.1:{free_port()}/x"}, *arguments)
    assert (done.returncode, "python -m bot doctor" in done.stderr) == (1, True)
    assert [word for word in ("uncaught", "canary") if word in done.stdout + done.stderr] == []


@pytest.mark.parametrize("name", ["web", "migrate", "doctor"])
def test_a_database_of_another_kind_is_78(environment: dict[str, str], name: str) -> None:
    """The setting is named, never its value."""
    done = run({**environment, "DATABASE_URL": "mysql://a:canary@h/x"}, name)
    told = done.stdout + done.stderr
    assert (done.returncode, "DATABASE_URL" in told, "canary" in told) == (78, True, False)


def test_a_data_directory_that_cannot_be_made_is_said_plainly(environment: dict[str, str], tmp_path: Path) -> None:
    """Exit 1 and the setting's name."""
    (tmp_path / "file").write_text("")
    done = run({**environment, "APP_DATA_DIR": str(tmp_path / "file" / "var")}, "migrate")
    assert (done.returncode, "APP_DATA_DIR" in done.stderr, "uncaught" in done.stdout) == (1, True, False)


@pytest.mark.parametrize("arguments", [["nonsense"], ["staff", "add"], ["staff", "add", "--role", "king"], ["chat", "--nonsense"]])
def test_wrong_usage_is_2(environment: dict[str, str], arguments: list[str]) -> None:
    """Usage faults have their own code."""
    assert run(environment, *arguments).returncode == 2


def test_a_taken_port_is_said_plainly(environment: dict[str, str]) -> None:
    """Exit 1 and a sentence that names host and port."""
    with socket.create_server(("127.0.0.1", int(environment["PORT"]))):
        done = run(environment, "web")
    assert (done.returncode, f"127.0.0.1:{environment['PORT']}" in done.stderr) == (1, True)


@pytest.mark.usefixtures("migrated")
def test_staff_get_a_token_that_works(environment: dict[str, str]) -> None:
    """The token is the last word of the last line; it opens the queue."""
    who = ["--role", "physician", "--name", "Dr. A", "--email", "a@clinic.example", "--licence", "L1"]
    assert run(environment, "staff", "add", *who, "--password-stdin", given="a long enough password\n").returncode == 0
    token = run(environment, "staff", "token", "--email", "A@clinic.example").stdout.split()[-1]
    with started(environment, "web"):
        answer = httpx.get(f"http://127.0.0.1:{environment['PORT']}/api/v1/queue", headers={"Authorization": f"Bearer {token}"}, timeout=10)
    assert (answer.status_code, answer.json()["items"]) == (200, [])


def test_a_physician_needs_a_licence(environment: dict[str, str]) -> None:
    """Usage fault, nothing is added."""
    who = ["--role", "physician", "--name", "Dr. A", "--email", "a@clinic.example", "--password-stdin"]
    assert run(environment, "staff", "add", *who, given="a long enough password\n").returncode == 2


@pytest.mark.usefixtures("migrated")
def test_audit_verify_tells_an_edited_row(environment: dict[str, str]) -> None:
    """0 while the chain holds, 1 once a row was changed behind its back."""
    import sqlite3
    from contextlib import closing

    who = ["--role", "admin", "--name", "A", "--email", "a@clinic.example", "--password-stdin"]
    run(environment, "staff", "add", *who, given="a long enough password\n")
    good = run(environment, "audit", "verify")
    with closing(sqlite3.connect(Path(environment["APP_DATA_DIR"]) / "candor.db")) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE audit SET action = 'nothing.happened'")
        connection.commit()
    assert (good.returncode, run(environment, "audit", "verify").returncode) == (0, 1)


def test_doctor_names_the_next_command(environment: dict[str, str]) -> None:
    """Before `migrate` it says so; as JSON for machines."""
    found = json.loads(run(environment, "doctor", "--json").stdout)
    assert "python -m bot migrate" in [check["next"] for check in found["checks"] if not check["ok"]]


def test_chat_talks_in_the_terminal(environment: dict[str, str]) -> None:
    """Options are numbered, and a number chooses."""
    done = run(environment, "chat", "--lang", "en", given="2\n")
    assert (done.returncode, "2. English" in done.stdout, "automated assistant" in done.stdout) == (0, True, True)


def test_chat_explains_what_it_reads(environment: dict[str, str]) -> None:
    """Beside each message stand the words of every label, and what was set aside with the reason."""
    done = run(environment, "chat", "--lang", "en", "--explain", given="my knee hurts, no diabetes\n")
    assert "indication:knee_osteoarthritis ← “knee hurts”" in done.stdout
    assert "not indication:diabetes_type_2: “diabetes” is denied" in done.stdout


def test_commands_without_a_database_say_what_to_do(environment: dict[str, str]) -> None:
    """Not migrated yet: exit 1 and the next command."""
    done = run(environment, "staff", "token", "--email", "a@clinic.example")
    assert (done.returncode, "python -m bot migrate" in done.stderr) == (1, True)


def test_the_demo_prints_how_to_sign_in(environment: dict[str, str]) -> None:
    """Passwords, one-time-code secrets and tokens, the same on the next start."""
    shown = []
    for _ in range(2):
        with started(environment, "demo") as process:
            process.send_signal(signal.SIGINT)
            shown.append(process.communicate(timeout=25)[0])
            assert process.returncode == 0
    tokens = [[line.split()[-1] for line in text.splitlines() if "API token" in line] for text in shown]
    assert (len(tokens[0]), tokens[0]) == (4, tokens[1])
