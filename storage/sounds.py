"""Who wants to hear a sound when an urgent case comes in: nobody, until they say so.

Knows a person's reference; must not know when there is a sound.
"""

from datetime import datetime

import sqlalchemy as sa

from storage.columns import on_conflict_nothing
from storage.models import staff_sounds
from storage.work import Work


class Sounds:
    """The `staff_sounds` table: a row means yes."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def wanted(self, staff_ref: str) -> bool:
        """Whether this person wants to hear one."""
        return self._work.one(sa.select(staff_sounds.c.staff_ref).where(staff_sounds.c.staff_ref == staff_ref)) is not None

    def want(self, staff_ref: str, at: datetime, *, wanted: bool) -> None:
        """Turn it on or off; as it is already, nothing changes."""
        if wanted:
            new = on_conflict_nothing(staff_sounds, self._work.postgres, "staff_ref").values(staff_ref=staff_ref, since=at)
            self._work.connection.execute(new)
        else:
            self._work.change(sa.delete(staff_sounds).where(staff_sounds.c.staff_ref == staff_ref))
