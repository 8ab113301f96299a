"""Alarms told again and again until a person acknowledges them: on the log, and in the staff's Telegram group where there is one.

Knows the rhythm; must not send a patient's words, name or address anywhere.
"""

from datetime import timedelta
from typing import Final

import structlog

from bot import metrics
from bot.staff_group import said_there, tell
from bot.wiring import Parts
from storage.alarms import AlarmRow

AGAIN_AFTER: Final = timedelta(minutes=2)
"""Business time between two alerts of one alarm; clinical-facts.md 3 wants it repeated until acknowledged."""

_log = structlog.stdlib.get_logger(__name__)


async def repeat_alarms(parts: Parts) -> int:
    """Give every alarm that is due; how many there were."""
    now = parts.clock()
    due = await parts.write(lambda uow: uow.alarms.due(now, 20, AGAIN_AFTER))
    for alarm in due:
        metrics.ALARMS.labels(alarm.kind).inc()
        _log.critical("alarm", case_ref=alarm.case_id, kind=alarm.kind, count=alarm.repeats)
        await _tell_staff_group(parts, alarm)
    return len(due)


async def _tell_staff_group(parts: Parts, alarm: AlarmRow) -> None:
    if not parts.settings.telegram_staff_chat_id:
        return
    base = parts.settings.public_base_url
    link = f"{base}/cases/{alarm.case_id}" if base else alarm.case_id
    text = said_there(parts, "group-alarm", ref=alarm.reference, link=link)
    await tell(parts, text, button=(f"seen-{alarm.case_id}", said_there(parts, "group-saw")))
