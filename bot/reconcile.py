"""What the provider holds and we do not: messages listed over its API and taken in as if delivered, marked late.

Knows which channel can be asked; must not know any provider. Twilio gives up after a few seconds (reliability.md 0.1), so this is how
an outage delays a message but never loses it.
"""

from datetime import datetime, timedelta
from typing import Final, Protocol, runtime_checkable

import structlog

from bot import metrics
from bot.channels.base import SendError, Update
from bot.wiring import Parts, settled

LOOK_BACK: Final = timedelta(hours=48)
"""contract.md 7."""

_log = structlog.stdlib.get_logger(__name__)


@runtime_checkable
class Listable(Protocol):
    """A channel whose provider lists what it has received for us."""

    async def list_messages(self, since: datetime) -> list[Update]:
        """Inbound messages since then, oldest first. Raises a `SendError`."""
        ...


async def reconcile(parts: Parts) -> int:
    """Ask every channel that can be asked. Returns 0: the next round comes by the clock; `missing` tells what was found."""
    await missing(parts)
    return 0


async def missing(parts: Parts) -> int:
    """Take in what was missing; how many messages."""
    found = 0
    for name, channel in parts.channels.items():
        if isinstance(channel, Listable):
            found += await _one(parts, name, channel)
    return found


async def _one(parts: Parts, name: str, channel: Listable) -> int:
    try:
        updates = await channel.list_messages(parts.provider_time() - LOOK_BACK)
    except SendError as error:
        _log.error("reconcile_failed", channel=name, outcome=type(error).__name__, error_code=error.code)
        return 0
    found = 0
    for update in updates:
        answered = await settled(parts.writer.submit(update, late=True))
        found += answered.new
    if found:
        metrics.RECONCILED.labels(name).inc(found)
        _log.error("reconcile_found_missing", channel=name, count=found)
    return found
