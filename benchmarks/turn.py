"""Durable turns over HTTP at 1, 32 and 256 patients beside the bare commit rate of the same database, in one run.

    python -m benchmarks.turn [--seconds 8] [--database sqlite|postgres|both]

A turn is one signed Telegram update, acknowledged after its commit. Beside it stands what the same engine does with the same
durability and no product at all (`benchmarks/bare.py`): one small row a commit, and the rows of one turn a commit. Shares are what to
compare between machines; absolute figures depend on the disk.
"""

import argparse
import asyncio
import base64
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import bare
from benchmarks.load import Load, drive
from tests.databases import postgres_server

PATIENTS = (1, 32, 256)


@contextmanager
def server(url: str, folder: Path, secret: str) -> Iterator[int]:
    """The product's web process on a free port, without a worker: what is measured is the turn."""
    port = _free_port()
    environment = {
        **os.environ,
        "APP_ENV": "test",
        "DATABASE_URL": url,
        "APP_DATA_DIR": str(folder),
        "APP_SECRET_KEY": secrets.token_urlsafe(32),
        "APP_DATA_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "TELEGRAM_BOT_TOKEN": "123456:bench",
        "TELEGRAM_WEBHOOK_SECRET": secret,
        "TELEGRAM_API_BASE_URL": "http://127.0.0.1:9",
        "HTTP_EGRESS_ALLOW_PRIVATE": "1",
        "BURST_WAIT_SECONDS": "0",
        "PORT": str(port),
        "LOG_LEVEL": "ERROR",
    }
    subprocess.run([sys.executable, "-m", "bot", "migrate"], env=environment, check=True)
    web = subprocess.Popen([sys.executable, "-m", "bot", "web"], env=environment)
    try:
        _wait_ready(port)
        yield port
    finally:
        web.terminate()
        web.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_ready(port: int) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the web process did not become ready")


def measure(name: str, url: str, alone: tuple[float, float], folder: Path, seconds: float) -> None:
    """Print the table of one database."""
    secret = secrets.token_urlsafe(24)
    print(f"\n{name}: bare, one commit each: {alone[0]:,.0f} small rows/s, {alone[1]:,.0f} turns' rows/s")
    print(f"{'patients':>9} {'turns/s':>9} {'of rows':>8} {'of turns':>8} {'p50 ms':>8} {'p99 ms':>8} {'max ms':>8} {'refused':>8}")
    with server(url, folder, secret) as port:
        asyncio.run(drive(port, secret, 4, 1.0, 90))
        for run, patients in enumerate(PATIENTS):
            load = asyncio.run(drive(port, secret, patients, seconds, run))
            print(_row(patients, load, alone), flush=True)


def _row(patients: int, load: Load, alone: tuple[float, float]) -> str:
    times = f"{load.percentile(0.5):8.1f} {load.percentile(0.99):8.1f} {load.percentile(1):8.1f}"
    return f"{patients:>9} {load.rate:>9,.0f} {load.rate / alone[0]:>8.0%} {load.rate / alone[1]:>8.0%} {times} {load.refused:>8}"


def main() -> None:
    """Run what was asked for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=8.0)
    arguments.add_argument("--database", choices=["sqlite", "postgres", "both"], default="both")
    wanted = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if wanted.database in {"sqlite", "both"}:
            alone = bare.on_sqlite(folder / "bare.db", 3.0)
            measure("SQLite", f"sqlite:///{folder}/candor.db", alone, folder / "sqlite", wanted.seconds)
        if wanted.database in {"postgres", "both"}:
            with postgres_server(durable=True) as url:
                measure("PostgreSQL", url, bare.on_postgres(url, 3.0), folder / "postgres", wanted.seconds)


if __name__ == "__main__":
    main()
