"""How a send ended, written down: state, block, task for staff, audit row, each in one short transaction.

Knows rows; must not know providers. A mark that comes too late (another worker took the row over) changes nothing.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.clock import real_now
from bot.send_checks import Stop
from bot.waiting_texts import invite
from bot.wiring import Parts
from storage.outbox import Claim
from storage.unit_of_work import UnitOfWork


class Marks:
    """The short transactions of the sender."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def accepted(self, claim: Claim, provider_ref: str) -> bool:
        """The provider took it."""

        def run(uow: UnitOfWork) -> bool:
            held = uow.outbox.mark_accepted(claim, provider_ref, real_now())
            if claim.purpose == "reminder":
                uow.check_ins.left(claim.send_id, self._parts.clock())
            uow.audit.append(at=self._parts.clock(), actor="bot", action="send.accepted", object=claim.send_id)
            return held

        return await self._parts.write(run)

    async def stopped(self, claim: Claim, stop: Stop) -> bool:
        """It must not leave."""

        def mark(uow: UnitOfWork) -> bool:
            end = uow.outbox.suppress if stop.state == "suppressed" else uow.outbox.park
            return end(claim, stop.reason, real_now())

        waits = claim.purpose == "staff" and stop.state == "parked"
        return await self._ending(claim, f"send.{stop.state}", stop.reason, mark, "" if waits else stop.ticket, invites=waits)

    async def failed(self, claim: Claim, code: str, *, ticket: str = "send_failed") -> bool:
        """It will never arrive: a person is told."""

        def mark(uow: UnitOfWork) -> bool:
            return uow.outbox.mark_failed(claim, code, real_now())

        return await self._ending(claim, "send.failed", code, mark, ticket)

    async def gone(self, claim: Claim, code: str) -> bool:
        """The recipient takes nothing from us: the address is blocked and nothing proactive is sent any more."""

        def mark(uow: UnitOfWork) -> bool:
            uow.people.block(claim.recipient.address_id, self._parts.clock())
            uow.outbox.cancel_proactive(claim.conversation_id, "blocked", real_now())
            return uow.outbox.mark_failed(claim, code, real_now())

        return await self._ending(claim, "send.failed", code, mark, "unreachable")

    async def again(self, claim: Claim, code: str, seconds: float) -> bool:
        """Surely not sent: once more after `seconds` of real time."""
        return await self._parts.write(lambda uow: uow.outbox.retry_at(claim, code, _in(seconds), real_now()))

    async def unknown(self, claim: Claim, code: str, seconds: float) -> bool:
        """Nobody knows whether it was taken: it comes back, uncertain, after `seconds` of real time."""
        return await self._parts.write(lambda uow: uow.outbox.mark_unknown(claim, code, _in(seconds), real_now()))

    async def _ending(
        self, claim: Claim, action: str, reason: str, mark: Callable[[UnitOfWork], bool], ticket: str, *, invites: bool = False
    ) -> bool:
        """`invites`: the text waits for the patient to write, who is told so; a ticket follows only if that cannot be told either."""

        def run(uow: UnitOfWork) -> bool:
            desk = self._parts.turn.desk(uow)
            held = desk.hold_conversations([claim.conversation_id]) if ticket or invites else []
            if not mark(uow):
                return False
            uow.audit.append(at=desk.at, actor="bot", action=action, object=claim.send_id, detail={"reason": reason[:80]})
            if claim.purpose == "reminder" and uow.check_ins.not_left(claim.send_id, desk.at):
                # its check-in opens a task of its own
                return True
            case = held[0].case if held else None
            if invites:
                invite(desk, held[0], self._parts.turn.apply)
                desk.finish()
            elif case is not None and case.closed_at is None and not (ticket == "unreachable" and case.status == "intake"):
                self._parts.turn.apply.ticket(desk, held[0], ticket, n=claim.n)
            return True

        return await self._parts.write(run)


def _in(seconds: float) -> datetime:
    return real_now() + timedelta(seconds=seconds)
