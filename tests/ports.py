"""Ports for processes that tests start; knows nothing of what listens there."""

import secrets
import socket
from typing import Final

LOWEST: Final = 20_000
HIGHEST: Final = 32_000
"""Below what systems give to outgoing connections (Linux from 32,768): one of those may take a port between its choice and its use."""


def free_port() -> int:
    """A port nobody listens on, and that no outgoing connection will be given."""
    while True:
        port = LOWEST + secrets.randbelow(HIGHEST - LOWEST)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
