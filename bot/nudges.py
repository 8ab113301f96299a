"""Looks for patients who fell silent in the middle of their questions and lets the rules decide what follows.

Knows who has not written for a while and what time it is at the clinic; what is said, and how often, is `flows/silence.py`.
"""

from datetime import datetime
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from bot.wiring import Parts
from flows.events import SilenceNoted
from flows.silence import OVER, UNSETTLED, due
from storage.unit_of_work import UnitOfWork

DAY: Final = range(9, 20)
"""Hours of the day, at the clinic, in which a reminder may leave."""
PAGE: Final = 200


async def nudge(parts: Parts) -> int:
    """One look at all silences that may be due. Always 0: the next look comes by the clock."""
    at = parts.clock()
    if at.astimezone(ZoneInfo(parts.settings.clinic_timezone)).hour not in DAY:
        return 0
    after_id = 0
    while True:
        ids, wanted = await parts.read(partial(_page, at=at, after_id=after_id))
        for conversation_id in wanted:
            await parts.write(partial(_note, parts, conversation_id))
        if len(ids) < PAGE:
            break
        after_id = ids[-1]
    parts.wake()
    return 0


def _page(uow: UnitOfWork, *, at: datetime, after_id: int) -> tuple[list[int], list[int]]:
    ids = uow.conversations.idle(at - UNSETTLED, PAGE, after_id, since=at - OVER)
    return ids, [one.id for one in uow.conversations.peek(ids).values() if due(one.session, at)]


def _note(parts: Parts, conversation_id: int, uow: UnitOfWork) -> None:
    parts.turn.happen(uow, conversation_id, lambda desk: SilenceNoted(desk.at, None))
