"""Delivery reports: a send's state moves up, and what never arrived becomes a task for staff.

Knows states; must not know conversations' rules. A report for a send we do not know changes nothing.
"""

from bot.apply import Apply
from bot.channels.base import Receipt, Update
from bot.desk import Desk


def take_receipt(desk: Desk, apply: Apply, update: Update, receipt: Receipt) -> None:
    """One delivery report."""
    desk.flush()
    send = desk.uow.outbox.receipt(
        receipt.state, desk.real_at, send_id=receipt.send_id, provider_ref=receipt.provider_ref, code=receipt.error_code
    )
    if send is None or receipt.state != "failed" or send.state != "failed":
        return
    place = desk.uow.messages.find_by_ref(update.channel, update.account, [receipt.provider_ref]).get(receipt.provider_ref)
    held = desk.hold_conversations([place.conversation_id]) if place else []
    if held and held[0].case is not None and held[0].case.closed_at is None:
        apply.ticket(desk, held[0], "send_failed", n=send.n)
