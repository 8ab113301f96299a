"""Failures a test has ordered: what a fake answers instead of, or after, doing as it was asked."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import httpx


@dataclass
class Fault:
    """One ordered failure. `act`: do what was asked, then fail. `hang`: seconds of silence first. `drop`: no answer at all.

    `raw` is sent as it stands in place of a JSON body. The first `after` requests that fit pass unharmed.
    """

    status: int
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)
    act: bool = False
    hang: float = 0.0
    drop: bool = False
    raw: str | None = None
    only: dict[str, str] = field(default_factory=dict)
    times: int = 1
    after: int = 0


class Script:
    """Failures in the order they were asked for, each for the first request it fits."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Order one more failure."""
        self._faults.append(fault)

    def clear(self) -> None:
        """Forget what was ordered."""
        self._faults.clear()

    def take(self, **request: str) -> Fault | None:
        """The failure due for this request, if any; used up when it has come `times` times."""
        for fault in self._faults:
            if all(request.get(name) == value for name, value in fault.only.items()):
                if fault.after > 0:
                    fault.after -= 1
                    continue
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None


async def suffer(fault: Fault) -> None:
    """Be silent for as long as ordered, then cut the connection when ordered."""
    if fault.hang:
        await asyncio.sleep(fault.hang)
    if fault.drop:
        raise httpx.ReadError("the fake cut the connection")
