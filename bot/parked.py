"""Deliveries that could not be handled: tried again with growing pauses, then shown to a person as a flag on the case.

Knows tries and raw forms; must not know why a turn failed.
"""

from datetime import timedelta
from typing import Final

import structlog

from bot.channels.base import Update
from bot.channels.inbound import MalformedUpdate
from bot.clock import real_now
from bot.logs import code_lines
from bot.turn import Delivery, contact_of
from bot.update_codec import RawBody, read
from bot.wiring import Parts
from flows.session import Flag
from storage.inbox import Parked
from storage.unit_of_work import UnitOfWork

PAUSES: Final = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600))
"""Between the five tries; the first comes 5 s after the delivery was parked."""

FLAG: Final = "could_not_process"

_log = structlog.stdlib.get_logger(__name__)


async def retry_parked(parts: Parts) -> int:
    """Try what is due, one by one and each in its own transaction; how many there were."""
    due = await parts.write(lambda uow: uow.inbox.due_retries(real_now(), 10))
    for parked in due:
        await _once_more(parts, parked)
    if due:
        parts.wake()
    return len(due)


async def _once_more(parts: Parts, parked: Parked) -> None:
    try:
        delivery = readable(parked.raw)
        await parts.write(lambda uow: parts.turn.handle_parked(uow, parked.id, delivery))
    except Exception as fault:  # noqa: BLE001 - whatever it raises is one more failed try
        error, where = type(fault).__name__, code_lines(type(fault), fault.__traceback__)
        _log.error("parked_failed_again", inbox_id=parked.id, channel=parked.key.channel, error=error, where=where)
        await parts.write(lambda uow: _failed(parts, uow, parked, error))
    else:
        _log.info("parked_handled", inbox_id=parked.id, channel=parked.key.channel)


def readable(raw: str) -> Delivery:
    """A parked delivery; a body its channel could not read is parsed again. Raises what makes it unreadable still."""
    stored = read(raw)
    if isinstance(stored, RawBody):
        return Delivery(parse_raw(stored))
    update, late = stored
    return Delivery(update, late)


def parse_raw(raw: RawBody) -> Update:
    """What today's parser makes of a body. Raises `MalformedUpdate`."""
    from bot.channels import telegram_updates, whatsapp_webhooks

    body = raw.body.encode()
    if raw.route == "telegram":
        return telegram_updates.parse(telegram_updates.decode(body), raw.account)
    if raw.route == "twilio":
        return whatsapp_webhooks.parse(whatsapp_webhooks.read_form(body))
    if raw.route == "twilio-status":
        return whatsapp_webhooks.parse_status(whatsapp_webhooks.read_form(body), "")
    raise MalformedUpdate


def _failed(parts: Parts, uow: UnitOfWork, parked: Parked, error: str) -> None:
    """Plan the next try, or give up and tell a person."""
    left = PAUSES[parked.attempts] if parked.attempts < len(PAUSES) else None
    uow.inbox.retry_at(parked.id, real_now() + left if left else None, error)
    if left is None:
        _tell_a_person(parts, uow, parked)


def _tell_a_person(parts: Parts, uow: UnitOfWork, parked: Parked) -> None:
    """Flag the sender's case, when there is a sender; the dead letter itself stays listed either way."""
    desk = parts.turn.desk(uow)
    uow.audit.append(at=desk.at, actor="bot", action="inbox.gave_up", object=str(parked.id))
    stored = read(parked.raw)
    delivery = None if isinstance(stored, RawBody) else Delivery(stored[0])
    contact = contact_of(delivery) if delivery else None
    if delivery is None or contact is None:
        return
    parts.turn.seat(desk, [delivery])
    talk = desk.by_contact[contact]
    case = parts.turn.apply.open_case(desk, talk)
    uow.flags.add(case.id, [Flag(FLAG, "caution", "derived", "", None)], desk.at)
    parts.turn.apply.ticket(desk, talk, FLAG)
    parts.turn.apply.surface(desk, talk, FLAG)
    desk.finish()
