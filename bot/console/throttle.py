"""How guessing passwords gets slower: by account, by network, and not at all for a browser its owner has used before.

Knows delays; must not know passwords. Nobody is locked out for ever: a wait has a longest, a quiet hour forgets, and a known browser has
a count of its own, so that a stranger's guesses do not keep the owner out. reliability.md 3.2 cases 22, 23.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from storage.unit_of_work import UnitOfWork

FORGOTTEN: Final = timedelta(hours=1)
"""After this long without a failure a count starts anew."""


@dataclass(frozen=True, slots=True)
class Pace:
    """`free` failures cost nothing, then the wait doubles from one second up to `longest` (seconds)."""

    free: int
    longest: int

    def __call__(self, failures: int) -> float:
        """Seconds to wait after so many failures in a row."""
        over = failures - self.free
        return 0.0 if over <= 0 else float(min(self.longest, 2 ** min(over - 1, 30)))


ACCOUNT: Final = Pace(free=5, longest=900)
NETWORK: Final = Pace(free=30, longest=30)
"""Milder: a whole clinic may share one address, and behind a proxy everyone does."""


@dataclass(frozen=True, slots=True)
class Guess:
    """One attempt to sign in: which counts it falls under."""

    account: str
    network: str

    def reserve(self, uow: UnitOfWork, now: datetime) -> float:
        """Count the attempt in advance; or the seconds to wait, then nothing is counted."""
        wait = uow.throttle.reserve(self.account, now, now - FORGOTTEN, ACCOUNT)
        if wait or not self.network:
            return wait
        wait = uow.throttle.reserve(self.network, now, now - FORGOTTEN, NETWORK)
        if wait:
            uow.throttle.give_back(self.account, now, ACCOUNT)
        return wait

    def right(self, uow: UnitOfWork, now: datetime) -> None:
        """It was the right person."""
        uow.throttle.clear(self.account)
        if self.network:
            uow.throttle.give_back(self.network, now, NETWORK)
        uow.throttle.forget(now - 24 * FORGOTTEN)


def guess(key: str, email: str, address: str, device: str) -> Guess:
    """The counts for this e-mail, known or not, from this network address; a device of the account's own has its own count."""
    mail = email.strip().lower()
    if device and known_device(key, mail, device):
        return Guess(_hashed(key, "device", device), "")
    return Guess(_hashed(key, "account", mail), _hashed(key, "network", _network(address)))


def new_device(key: str, email: str) -> str:
    """A cookie for a browser in which the owner of `email` has signed in."""
    random = secrets.token_hex(16)
    return f"{random}{_hashed(key, 'known', random + email.strip().lower())}"


def known_device(key: str, email: str, device: str) -> bool:
    """Whether a cookie is one of ours for this e-mail."""
    return hmac.compare_digest(device[32:].encode(), _hashed(key, "known", device[:32] + email.strip().lower()).encode())


def _network(address: str) -> str:
    """An IPv6 customer holds a whole /64; anything that is no address counts as one network."""
    try:
        known = ip_address(address)
    except ValueError:
        return "unknown"
    return str(ip_network((known, 64), strict=False)) if isinstance(known, IPv6Address) else str(known)


def _hashed(key: str, kind: str, value: str) -> str:
    return hmac.new(key.encode(), f"throttle|{kind}|{value}".encode("utf-8", "surrogatepass"), sha256).hexdigest()
