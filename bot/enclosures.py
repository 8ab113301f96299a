"""What goes with a text: the picture of a person's own numbers, or the calendar entry of a call, as its channel takes them.

Knows the variables that name an enclosure and which channel carries what; must not know how either is made.
"""

import asyncio
from dataclasses import replace

from bot.calendars import FILE_NAME, made_for
from bot.channels.base import Outgoing
from bot.pictures import address_of
from bot.send_checks import CALENDAR, TREND
from bot.trend import picture
from bot.wiring import Parts
from storage.outbox import Claim


async def enclosed(parts: Parts, outgoing: Outgoing, claim: Claim) -> Outgoing:
    """The text with what belongs to it; as it is where nothing does, a template leaves, or the channel shows it by itself."""
    told, channel = dict(claim.variables), claim.recipient.channel
    series, call = told.get(TREND, ""), told.get(CALENDAR, "")
    if outgoing.template:
        return outgoing
    if series and channel == "telegram":
        return replace(outgoing, image=await asyncio.to_thread(picture, series, claim.language))
    if series and channel == "whatsapp" and parts.settings.public_base_url:
        return replace(outgoing, image_url=await address_of(parts, claim.send_id))
    if call and channel == "telegram":
        at, clinic = parts.clock(), parts.settings.clinic_name
        made = await parts.read(lambda uow: made_for(uow, call, clinic, at))
        return outgoing if made is None else replace(outgoing, document=(FILE_NAME, made))
    return outgoing
