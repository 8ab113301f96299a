"""Ports for processes that tests start; knows nothing of what listens there."""

import os
import secrets
import socket
from typing import Final

LOWEST: Final = 20_000
HIGHEST: Final = 32_000
"""Below what systems give to outgoing connections (Linux from 32,768): one of those may take a port between its choice and its use."""
SHARES: Final = 16
"""Test processes that run beside each other choose from different ports: a port stays free to look at until its process listens."""

_given: Final[set[int]] = set()


def free_port() -> int:
    """A port nobody listens on, that no outgoing connection will be given, and that nobody was given before."""
    size, worker = (HIGHEST - LOWEST) // SHARES, int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    while True:
        port = LOWEST + worker % SHARES * size + secrets.randbelow(size)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        if port not in _given:
            _given.add(port)
            return port
