"""The table of appointments: when somebody of the clinic calls a patient. Times, codes and who made it; never what it is about.

`next_at` is when the worker must look at a row again (to remind of it), NULL once nothing will follow by itself.
"""

import sqlalchemy as sa

from storage.columns import code, count, key, metadata, moment, reference

appointments = sa.Table(
    "appointments",
    metadata,
    key(),
    code("appointment_id", default=None, unique=True),
    reference("case_pk", "cases.id", index=True),
    reference("conversation_id", "conversations.id", index=True),
    moment("starts_at", nullable=False),
    count("minutes"),
    count("revision"),
    code("by_ref", default=None),
    moment("made_at", nullable=False),
    moment("cancelled_at"),
    moment("next_at"),
)
TO_REMIND = appointments.c.next_at.is_not(None)
sa.Index("ix_appointments_next", appointments.c.next_at, appointments.c.id, postgresql_where=TO_REMIND, sqlite_where=TO_REMIND)
