"""The guard of `conftest.py`: a test that reaches for the network fails, loopback is open."""

import socket

import pytest

from tests.conftest import NetworkUsed


@pytest.mark.parametrize("address", [("93.184.216.34", 80), ("10.0.0.1", 5432)])
def test_the_network_is_closed(address: tuple[str, int]) -> None:
    """Public and private addresses alike."""
    with socket.socket() as own, pytest.raises(NetworkUsed):
        own.connect(address)


def test_loopback_is_open() -> None:
    """Fakes of providers listen there."""
    with socket.socket() as listening, socket.socket() as own:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        own.connect(listening.getsockname())
