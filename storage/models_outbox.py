"""Tables of what goes out: one row per text, one row per call to a provider.

`finished_at` is NULL while a row is live; the hot indexes cover live rows only.
"""

import sqlalchemy as sa

from storage.columns import BigInt, code, count, key, metadata, moment, one_of, reference, sealed

SEND_STATES = ("planned", "leased", "sending", "unknown", "accepted", "delivered", "read", "failed", "suppressed", "parked")
PURPOSES = ("reply", "emergency", "reminder", "staff", "notice")

outbox = sa.Table(
    "outbox",
    metadata,
    key(),
    code("send_id", default=None, unique=True),
    reference("address_id", "addresses.id", index=True),
    sa.Column("conversation_id", BigInt, nullable=False),
    sa.Column("n", sa.Integer, nullable=False),
    code("purpose", default=None),
    code("message_key"),
    code("language"),
    code("step"),
    count("visit"),
    moment("due_at", nullable=False),
    moment("window_ends_at"),
    code("state", default="planned"),
    count("attempts"),
    code("lease"),
    moment("wait_until"),
    moment("finished_at"),
    sealed("provider_ref"),
    sa.Column("ref_blind", sa.Text),
    code("reason"),
    sa.Column("dedupe_key", sa.Text, unique=True),
    one_of("state", SEND_STATES),
    one_of("purpose", PURPOSES),
    sa.ForeignKeyConstraint(["conversation_id", "n"], ["messages.conversation_id", "messages.n"], name="fk_outbox_message"),
    sa.Index("ix_outbox_message", "conversation_id", "n"),
)
LIVE = sa.text("finished_at IS NULL")
URGENT = sa.text("finished_at IS NULL AND purpose = 'emergency'")
BY_REF = sa.text("ref_blind IS NOT NULL")
sa.Index("ix_outbox_due", outbox.c.due_at, outbox.c.id, postgresql_where=LIVE, sqlite_where=LIVE)
sa.Index("ix_outbox_urgent", outbox.c.purpose, outbox.c.due_at, outbox.c.id, postgresql_where=URGENT, sqlite_where=URGENT)
sa.Index("ix_outbox_order", outbox.c.conversation_id, outbox.c.id, postgresql_where=LIVE, sqlite_where=LIVE)
sa.Index("ix_outbox_ref", outbox.c.ref_blind, postgresql_where=BY_REF, sqlite_where=BY_REF)

send_attempts = sa.Table(
    "send_attempts",
    metadata,
    key(),
    reference("outbox_id", "outbox.id", index=True),
    count("number"),
    moment("started_at", nullable=False),
    moment("ended_at"),
    code("outcome"),
    code("code"),
    one_of("outcome", ("", "accepted", "failed", "unknown", "not_sent")),
)
