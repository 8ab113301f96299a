"""How fast a channel may be sent to: a bucket for the whole channel, a small one for each address, and waits the provider ordered.

Knows rates and monotonic time; must not know messages. One instance per channel and process.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.clock import monotonic

REMEMBERED: Final = 10_000
"""Addresses whose recent sends are remembered; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `per_second` sends on average, `burst` at once."""

    per_second: float
    burst: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What one provider takes: for everything together, and for one address."""

    channel: Rate
    address: Rate


LIMITS: Final = {
    "telegram": Limits(Rate(25, 25), Rate(1, 3)),
    "whatsapp": Limits(Rate(20, 20), Rate(1, 3)),
    "simulator": Limits(Rate(1000, 1000), Rate(1000, 1000)),
}
"""Telegram takes 30 messages a second and about one a second in one chat, short bursts pass (channels.md 2.2); Twilio's default
sender takes more than 20 (channels.md 1.5)."""


class _Bucket:
    """Tokens that refill with time."""

    __slots__ = ("at", "tokens")

    def __init__(self, burst: float, at: float) -> None:
        self.tokens, self.at = burst, at

    def wait(self, rate: Rate, now: float) -> float:
        """Seconds until one token is there; refills first."""
        self.tokens = min(rate.burst, self.tokens + (now - self.at) * rate.per_second)
        self.at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / rate.per_second


class Pace:
    """When the next send to an address may leave."""

    def __init__(self, limits: Limits, time: Callable[[], float] = monotonic) -> None:
        self._limits, self._time = limits, time
        self._channel = _Bucket(limits.channel.burst, time())
        self._addresses: OrderedDict[str, _Bucket] = OrderedDict()
        self._closed_until = 0.0

    def wait(self, address: str) -> float:
        """Seconds to wait before a send to `address` may leave, 0 = now (then call `took`)."""
        now = self._time()
        held = max(0.0, self._closed_until - now)
        return max(held, self._channel.wait(self._limits.channel, now), self._bucket(address, now).wait(self._limits.address, now))

    def took(self, address: str) -> None:
        """Count one send to `address`. An emergency text is counted too, but never waits."""
        now = self._time()
        self._channel.tokens -= 1
        self._bucket(address, now).tokens -= 1

    def close(self, seconds: float) -> None:
        """The provider asked for silence on the whole channel: nothing leaves for `seconds`."""
        self._closed_until = max(self._closed_until, self._time() + seconds)

    @property
    def closed_for(self) -> float:
        """Seconds the channel still stays silent because it was told to, or because it is down."""
        return max(0.0, self._closed_until - self._time())

    def _bucket(self, address: str, now: float) -> _Bucket:
        bucket = self._addresses.pop(address, None) or _Bucket(self._limits.address.burst, now)
        self._addresses[address] = bucket
        if len(self._addresses) > REMEMBERED:
            self._addresses.popitem(last=False)
        return bucket
