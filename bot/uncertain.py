"""Sends whose outcome nobody knows: looked up where the provider can be asked, repeated once, then given to a person.

Knows the rule of reliability.md 2.2 (never more than two copies); must not know any one provider. How many calls ended without an
answer stands in the row; only whether this process has already waited for a receipt lives in memory.
"""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Final, Protocol, runtime_checkable

import structlog

from bot.channels.base import Channel, Outgoing, SendError, Sent
from bot.send_checks import outgoing
from bot.send_marks import Marks
from bot.wiring import Parts
from storage.outbox import Claim
from storage.unit_of_work import UnitOfWork

CALLBACK_SECONDS: Final = 120.0
"""How long a receipt with our send id may take before the provider is asked (reliability.md 2.2)."""

BLIND_SECONDS: Final = 5.0
"""Pause before the one repetition where nobody can be asked."""

ASK_AGAIN_SECONDS: Final = 30.0
LOOK_BACK: Final = timedelta(hours=2)
_REMEMBERED: Final = 10_000

_log = structlog.stdlib.get_logger(__name__)


@runtime_checkable
class Findable(Protocol):
    """A channel whose provider can be asked whether it has a text already."""

    async def find_sent(self, outgoing: Outgoing, *, since: datetime, known: tuple[str, ...]) -> Sent | None:
        """The send, or None. Raises a `SendError` when the provider cannot be asked."""
        ...


class Uncertain:
    """What to do with a send of unknown outcome."""

    def __init__(self, parts: Parts, marks: Marks) -> None:
        self._parts, self._marks = parts, marks
        self._waited: OrderedDict[str, None] = OrderedDict()

    async def began(self, claim: Claim, channel: Channel, code: str) -> None:
        """A call just ended without a known outcome."""
        self._remember(claim.send_id)
        await self._marks.unknown(claim, code, CALLBACK_SECONDS if isinstance(channel, Findable) else BLIND_SECONDS)

    async def settled(self, claim: Claim, channel: Channel) -> bool:
        """Whether nothing is left to do with this claim now; False: it may be sent once more.

        A text typed by a person (it may name an appointment) is never repeated blindly.
        """
        if isinstance(channel, Findable):
            if claim.send_id not in self._waited:
                self._remember(claim.send_id)
                await self._marks.unknown(claim, "waiting_for_receipt", CALLBACK_SECONDS)
                return True
            if await self._found(claim, channel):
                return True
        if claim.purpose != "staff" and claim.unknowns <= 1:
            return False
        _log.error("send_unknown", send_id=claim.send_id, channel=channel.name, attempts=claim.attempts)
        await self._marks.failed(claim, "unknown", ticket="send_unknown")
        return True

    def forget(self, send_id: str) -> None:
        """Its outcome is known."""
        self._waited.pop(send_id, None)

    def _remember(self, send_id: str) -> None:
        self._waited[send_id] = None
        if len(self._waited) > _REMEMBERED:
            self._waited.popitem(last=False)

    async def _found(self, claim: Claim, channel: Findable) -> bool:
        """Whether the provider has it, or cannot be asked now."""
        known = await self._parts.read(lambda uow: _known(uow, claim))
        text = outgoing(claim, claim.recipient, template=False)
        try:
            sent = await channel.find_sent(text, since=self._parts.provider_time() - LOOK_BACK, known=known)
        except SendError as error:
            await self._marks.unknown(claim, error.code, ASK_AGAIN_SECONDS)
            return True
        if sent is None:
            return False
        self.forget(claim.send_id)
        await self._marks.accepted(claim, sent.provider_ref)
        return True


def _known(uow: UnitOfWork, claim: Claim) -> tuple[str, ...]:
    """References that belong to other sends of this conversation."""
    case = uow.cases.latest_for([claim.conversation_id]).get(claim.conversation_id)
    sends = uow.outbox.for_case(case.case_id) if case else []
    return tuple(send.provider_ref for send in sends if send.provider_ref and send.send_id != claim.send_id)
