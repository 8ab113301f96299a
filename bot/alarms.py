"""Alarms told again and again until a person acknowledges them: on the log, and in the staff's Telegram group where there is one.

Knows the rhythm and a neutral sentence; must not send a patient's words, name or address anywhere.
"""

from datetime import timedelta
from typing import Final

import structlog

from bot import metrics
from bot.channels.base import Outgoing, SendError
from bot.wiring import Parts, new_id
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
    group, channel = parts.settings.telegram_staff_chat_id, parts.channels.get("telegram")
    if not group or channel is None:
        return
    link = f"{parts.settings.public_base_url}/cases/{alarm.case_id}" if parts.settings.public_base_url else alarm.case_id
    text = f"A case is on hold and waits for a person now: {link}"
    try:
        await channel.send(Outgoing(new_id(), group, "staff-alarm", "en", text))
    except SendError as error:
        _log.error("alarm_not_told", case_ref=alarm.case_id, outcome=type(error).__name__, error_code=error.code)
