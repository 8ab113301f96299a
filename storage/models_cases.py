"""Tables of what staff work on. Statuses and priorities are the contract's, held by constraints.

`queue_rank` and `rank` are computed by the database, so the order of the queue cannot disagree with the status: NULL outside the
default queue, else 0 emergency, 1 urgent, 2 routine.
"""

import sqlalchemy as sa

from flows import handoff
from storage.columns import BigInt, code, count, key, listed, metadata, moment, one_of, reference, sealed

STATUSES = handoff.STATUSES
PRIORITIES = ("emergency", "urgent", "routine")
ENDED = ("withdrawn_by_patient", "declined", "closed")
FOR_GOOD = ("withdrawn_by_patient", "closed")
NOT_QUEUED = ("intake", *ENDED)
RANK = "CASE priority WHEN 'emergency' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END"

cases = sa.Table(
    "cases",
    metadata,
    key(),
    code("case_id", default=None, unique=True),
    reference("conversation_id", "conversations.id", index=True),
    reference("subject_id", "subjects.id", index=True),
    code("channel", default=None),
    code("language"),
    code("status", default="intake"),
    code("priority", default="routine"),
    sealed("summary"),
    code("claimed_by"),
    moment("claimed_at"),
    count("version", default=1),
    code("revision"),
    code("protocol_version"),
    count("packet_version"),
    moment("created_at", nullable=False),
    moment("completed_at"),
    moment("waiting_since", nullable=False),
    moment("due_at"),
    moment("closed_at"),
    moment("paused_at"),
    sa.Column("rank", sa.Integer, sa.Computed(RANK, persisted=True)),
    sa.Column("queue_rank", sa.Integer, sa.Computed(f"CASE WHEN status IN {listed(NOT_QUEUED)} THEN NULL ELSE {RANK} END", persisted=True)),
    one_of("status", STATUSES),
    one_of("priority", PRIORITIES),
    sa.CheckConstraint(f"(closed_at IS NULL) = (status NOT IN {listed(ENDED)})", name="closed"),
)
OPEN = cases.c.closed_at.is_(None)
QUEUED = cases.c.queue_rank.is_not(None)
CLAIMED = sa.text("status = 'claimed'")
WAITING = sa.text("queue_rank IS NOT NULL AND claimed_by = '' AND due_at IS NOT NULL")
sa.Index("ux_cases_open", cases.c.conversation_id, unique=True, postgresql_where=OPEN, sqlite_where=OPEN)
sa.Index("ix_cases_queue", cases.c.queue_rank, cases.c.waiting_since, cases.c.id, postgresql_where=QUEUED, sqlite_where=QUEUED)
sa.Index("ix_cases_status", cases.c.status, cases.c.rank, cases.c.waiting_since, cases.c.id)
sa.Index("ix_cases_claimed", cases.c.claimed_at, postgresql_where=CLAIMED, sqlite_where=CLAIMED)
COMPLETED = cases.c.completed_at.is_not(None)
sa.Index("ix_cases_completed", cases.c.completed_at, cases.c.id, postgresql_where=COMPLETED, sqlite_where=COMPLETED)
sa.Index("ix_cases_overdue", cases.c.due_at, postgresql_where=WAITING, sqlite_where=WAITING)

FREE = sa.text("queue_rank IS NOT NULL AND claimed_by = ''")
HELD = sa.text("queue_rank IS NOT NULL AND claimed_by <> ''")
PAUSED = sa.text("queue_rank IS NOT NULL AND paused_at IS NOT NULL")
BOARD = [cases.c[name] for name in ("due_at", "waiting_since", "id")]
SIEVED = [cases.c[name] for name in ("claimed_by", "status", "channel", "language", "paused_at")]
sa.Index("ix_cases_board", cases.c.queue_rank, *BOARD, *SIEVED, postgresql_where=QUEUED, sqlite_where=QUEUED)
sa.Index("ix_cases_free", cases.c.queue_rank, *BOARD, *SIEVED, postgresql_where=FREE, sqlite_where=FREE)
sa.Index("ix_cases_held", cases.c.claimed_by, cases.c.queue_rank, *BOARD, *SIEVED[1:], postgresql_where=HELD, sqlite_where=HELD)
sa.Index("ix_cases_paused", cases.c.queue_rank, *BOARD, *SIEVED, postgresql_where=PAUSED, sqlite_where=PAUSED)
sa.Index(
    "ix_cases_stage",
    cases.c.status,
    cases.c.queue_rank,
    *BOARD,
    *SIEVED[2:],
    cases.c.claimed_by,
    postgresql_where=QUEUED,
    sqlite_where=QUEUED,
)
CLOSED = cases.c.closed_at.is_not(None)
sa.Index("ix_cases_done", cases.c.closed_at, cases.c.id, *SIEVED, postgresql_where=CLOSED, sqlite_where=CLOSED)

packets = sa.Table(
    "packets",
    metadata,
    sa.Column("case_pk", BigInt, sa.ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    moment("at", nullable=False),
    sealed("body", nullable=False),
)

case_flags = sa.Table(
    "case_flags",
    metadata,
    key(),
    reference("case_pk", "cases.id"),
    code("blind", default=None),
    code("severity", default=None),
    code("source", default=None),
    sealed("body", nullable=False),
    sa.Column("n", sa.Integer),
    moment("at", nullable=False),
    moment("cleared_at"),
    code("cleared_by"),
    sa.UniqueConstraint("case_pk", "blind"),
    one_of("severity", ("hard", "caution", "info")),
    one_of("source", ("answer", "free_text", "derived")),
)
STANDING = case_flags.c.cleared_at.is_(None)
sa.Index("ix_case_flags_found", case_flags.c.blind, case_flags.c.case_pk, postgresql_where=STANDING, sqlite_where=STANDING)

timeline = sa.Table(
    "timeline",
    metadata,
    key(),
    reference("case_pk", "cases.id", index=True),
    moment("at", nullable=False),
    code("actor", default=None),
    code("action", default=None),
    code("from_status"),
    code("to_status"),
    code("reason"),
)

consents = sa.Table(
    "consents",
    metadata,
    key(),
    reference("conversation_id", "conversations.id", index=True),
    reference("subject_id", "subjects.id", index=True),
    code("kind", default=None),
    sa.Column("given", sa.Boolean, nullable=False),
    moment("at", nullable=False),
    code("version", default=None),
    code("text_sha256", default=None),
    code("language", default=None),
    one_of("kind", ("privacy_notice", "health_data", "messaging", "research")),
)

alarms = sa.Table(
    "alarms",
    metadata,
    key(),
    code("alarm_id", default=None, unique=True),
    reference("case_pk", "cases.id", index=True),
    code("kind", default=None),
    sealed("quote"),
    sa.Column("n", sa.Integer),
    count("repeats"),
    moment("raised_at", nullable=False),
    moment("next_at"),
    moment("acknowledged_at"),
    code("acknowledged_by"),
    one_of("kind", ("emergency", "crisis")),
)
RINGING = alarms.c.next_at.is_not(None)
sa.Index("ix_alarms_due", alarms.c.next_at, postgresql_where=RINGING, sqlite_where=RINGING)

tickets = sa.Table(
    "tickets",
    metadata,
    key(),
    code("ticket_id", default=None, unique=True),
    reference("case_pk", "cases.id", index=True),
    code("kind", default=None),
    sealed("quote"),
    sa.Column("n", sa.Integer),
    moment("opened_at", nullable=False),
    moment("due_at"),
    moment("done_at"),
    code("done_by"),
)
TO_DO = tickets.c.done_at.is_(None)
sa.Index("ix_tickets_open", tickets.c.id, postgresql_where=TO_DO, sqlite_where=TO_DO)
