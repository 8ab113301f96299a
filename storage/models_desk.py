"""Tables of the work at the desk: notes that never leave, clocks and their pauses, each person's saved views of the queue.

What is typed is sealed; codes, times and references stand in the clear.
"""

import sqlalchemy as sa

from storage.columns import code, key, metadata, moment, one_of, reference, sealed

NOTE_KINDS = ("note", "question", "handover")
CLOCK_KINDS = ("first_response", "next_response", "resolution")
CLOCK_ENDS = ("", "met", "cancelled")

notes = sa.Table(
    "notes",
    metadata,
    key(),
    code("note_id", default=None, unique=True),
    reference("case_pk", "cases.id", index=True),
    moment("at", nullable=False),
    code("staff_ref", default=None),
    code("kind", default="note"),
    sealed("body", nullable=False),
    one_of("kind", NOTE_KINDS),
)

clocks = sa.Table(
    "clocks",
    metadata,
    key(),
    reference("case_pk", "cases.id", index=True),
    code("kind", default=None),
    moment("started_at", nullable=False),
    moment("due_at", nullable=False),
    code("ended"),
    moment("ended_at"),
    one_of("kind", CLOCK_KINDS),
    one_of("ended", CLOCK_ENDS),
    sa.CheckConstraint("(ended = '') = (ended_at IS NULL)", name="ended_at"),
)
RUNNING = sa.text("ended = ''")
sa.Index("ux_clocks_running", clocks.c.case_pk, clocks.c.kind, unique=True, postgresql_where=RUNNING, sqlite_where=RUNNING)

clock_pauses = sa.Table(
    "clock_pauses",
    metadata,
    key(),
    reference("case_pk", "cases.id", index=True),
    moment("paused_at", nullable=False),
    code("paused_by", default=None),
    code("reason", default=None),
    moment("resumed_at"),
    code("resumed_by"),
    sa.CheckConstraint("(resumed_by = '') = (resumed_at IS NULL)", name="resumed"),
)
STANDING = sa.text("resumed_at IS NULL")
sa.Index("ux_clock_pauses_standing", clock_pauses.c.case_pk, unique=True, postgresql_where=STANDING, sqlite_where=STANDING)

saved_views = sa.Table(
    "saved_views",
    metadata,
    key(),
    code("view_id", default=None, unique=True),
    code("staff_ref", default=None),
    sealed("name", nullable=False),
    code("query"),
    moment("created_at", nullable=False),
    sa.Index("ix_saved_views_staff_ref", "staff_ref"),
)
