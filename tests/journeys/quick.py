"""The product with shorter real-time waits, so that a test sees in seconds what takes minutes.

Leases, receipts, pauses and the rhythm of slow rounds shrink, and patients may be answered more than once a second; the code that runs is
the product's. A text that holds `POISON` makes its turn raise with the patient's words in the exception, which no real text can.
"""

from datetime import timedelta
from importlib import import_module
from typing import Any, Final

from bot.pacing import Limits, Rate

POISON: Final = "veneno-de-prueba"
FAST: Final = Rate(1000, 1000)
SHORTER: Final[tuple[tuple[str, str, Any], ...]] = (
    ("bot.sender", "LEASE", timedelta(seconds=8)),
    ("bot.sender", "DOWN_SECONDS", 1.0),
    ("bot.sender", "LIMITS", {name: Limits(FAST, FAST) for name in ("telegram", "whatsapp", "simulator")}),
    ("bot.uncertain", "CALLBACK_SECONDS", 4.0),
    ("bot.uncertain", "BLIND_SECONDS", 1.0),
    ("bot.uncertain", "ASK_AGAIN_SECONDS", 1.0),
    ("bot.turn", "FIRST_RETRY", timedelta(seconds=0.2)),
    ("bot.parked", "PAUSES", (timedelta(seconds=0.2),) * 4),
    ("bot.fetcher", "LEASE", timedelta(seconds=4)),
    ("bot.webhooks", "AGAIN", {"Retry-After": "1"}),
)
SLOW_ROUND: Final = 8.0
"""Seconds between rounds that the product runs every few minutes."""


def shorten() -> None:
    """Put the shorter waits in place. A name that no longer exists raises, so that this table follows the product."""
    for module, name, value in SHORTER:
        getattr(import_module(module), name)
        setattr(import_module(module), name, value)
    worker: Any = import_module("bot.worker").Worker
    made = worker.__init__

    def quick(self: Any, parts: Any) -> None:
        made(self, parts)
        for chore in self._slow:
            chore.every = min(chore.every, SLOW_ROUND)

    worker.__init__ = quick


def poison() -> None:
    """Make the shipped rules raise on `POISON`."""
    wiring: Any = import_module("bot.wiring")
    shipped = wiring.shipped_rules

    def poisoned(clinic: str) -> Any:
        from dataclasses import replace

        rules = shipped(clinic)

        def advance(session: Any, event: Any) -> Any:
            if POISON in getattr(event, "text", ""):
                raise ValueError(event.text)
            return rules.advance(session, event)

        return replace(rules, advance=advance)

    wiring.shipped_rules = poisoned
