"""Texts of staff before they leave: taken back in time, set aside until the patient writes, let go in order when they do.

Knows rows of the outbox; must not know windows or providers.
"""

from datetime import datetime
from typing import Final

import sqlalchemy as sa

from storage.models import outbox
from storage.work import Work

WAITS: Final = "waits_for_patient"
"""Why a text is parked that leaves by itself as soon as the patient has written."""
TAKEN_BACK: Final = "taken_back"
_ASIDE: Final = sa.or_(outbox.c.reason == WAITS, outbox.c.reason == "window_closed", outbox.c.reason.like("window_closed:%"))


class StaffTexts:
    """Rows of the `outbox` table whose purpose is `staff`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def take_back(self, conversation_id: int, send_id: str, real_now: datetime) -> bool:
        """Suppress a text nobody has tried to send yet. False when it is on its way, or is not this conversation's."""
        fresh = (outbox.c.send_id == send_id, outbox.c.conversation_id == conversation_id, outbox.c.attempts == 0)
        waiting = sa.or_(outbox.c.state == "planned", sa.and_(outbox.c.state == "parked", _ASIDE))
        ended = {"state": "suppressed", "reason": TAKEN_BACK, "finished_at": real_now, "lease": "", "wait_until": None}
        return self._change(*fresh, waiting, **ended) > 0

    def set_aside(self, send_id: str, real_now: datetime) -> bool:
        """Park a planned text until the patient writes."""
        ended = {"state": "parked", "reason": WAITS, "finished_at": real_now, "wait_until": None}
        return self._change(outbox.c.send_id == send_id, outbox.c.state == "planned", **ended) > 0

    def let_go(self, conversation_id: int, at: datetime, window_ends_at: datetime) -> int:
        """The patient wrote: what was set aside is due now, in the order it was written. Returns how many texts."""
        aside = (outbox.c.conversation_id == conversation_id, outbox.c.state == "parked", _ASIDE)
        due = {"state": "planned", "reason": "", "finished_at": None, "due_at": at, "window_ends_at": window_ends_at}
        return self._change(*aside, **due)

    def aside(self, conversation_id: int) -> int:
        """How many texts wait for the patient to write."""
        waiting = (outbox.c.conversation_id == conversation_id, outbox.c.purpose == "staff", outbox.c.state == "parked", _ASIDE)
        return int(self._work.connection.execute(sa.select(sa.func.count()).where(*waiting)).scalar_one())

    def _change(self, *where: sa.ColumnElement[bool], **values: object) -> int:
        return self._work.change(sa.update(outbox).where(outbox.c.purpose == "staff", *where).values(**values))
