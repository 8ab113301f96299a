"""Tables of follow-up: one plan a treatment, one row a check-in. Answers are sealed; dates, states and reasons are codes.

`next_at` is when the worker must look at a row again, NULL once nothing will follow by itself; the index covers those rows only.
"""

import sqlalchemy as sa

from storage.columns import BigInt, code, count, flag, key, metadata, moment, one_of, reference, sealed

CHECK_IN_STATES = ("planned", "sent", "answered", "partial", "missed", "escalated", "stopped")
KINDS = ("full", "safety", "baseline")
ZONE_SOURCES = ("phone", "country", "clinic", "staff")

check_in_plans = sa.Table(
    "check_in_plans",
    metadata,
    key(),
    sa.Column("case_pk", BigInt, sa.ForeignKey("cases.id"), nullable=False, unique=True),
    sa.Column("treated_on", sa.Date, nullable=False),
    code("zone", default=None),
    code("zone_source", default=None),
    moment("created_at", nullable=False),
    moment("stopped_at"),
    code("stop_reason"),
    one_of("zone_source", ZONE_SOURCES),
)

check_ins = sa.Table(
    "check_ins",
    metadata,
    key(),
    code("check_in_id", default=None, unique=True),
    reference("case_pk", "cases.id"),
    reference("conversation_id", "conversations.id", index=True),
    code("milestone", default=None),
    code("kind", default=None),
    moment("opens_at", nullable=False),
    moment("due_at", nullable=False),
    moment("window_ends_at", nullable=False),
    code("state", default="planned"),
    code("reason"),
    count("attempts"),
    flag("told"),
    code("message_key"),
    code("send_id"),
    moment("invited_at"),
    moment("sent_at"),
    moment("ended_at"),
    moment("next_at"),
    sealed("answers"),
    sa.UniqueConstraint("case_pk", "milestone"),
    one_of("state", CHECK_IN_STATES),
    one_of("kind", KINDS),
)
WAITING = check_ins.c.next_at.is_not(None)
sa.Index("ix_check_ins_next", check_ins.c.next_at, check_ins.c.id, postgresql_where=WAITING, sqlite_where=WAITING)
sa.Index("ix_check_ins_due", check_ins.c.due_at, check_ins.c.id)
INVITED = sa.text("send_id <> ''")
sa.Index("ix_check_ins_send", check_ins.c.send_id, postgresql_where=INVITED, sqlite_where=INVITED)
