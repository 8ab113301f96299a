"""Tables of what comes in and what was said: deliveries, conversations, the transcript, files.

Partial indexes cover the small live part: live conversations, waiting bursts, parked deliveries, pending files.
"""

import sqlalchemy as sa

from storage.columns import BigInt, code, count, flag, key, metadata, moment, one_of, reference, sealed

inbox = sa.Table(
    "inbox",
    metadata,
    key(),
    code("channel", default=None),
    code("account"),
    code("external_id", default=None),
    code("state", default="done"),
    sealed("raw"),
    code("reason"),
    count("attempts"),
    moment("received_at", nullable=False),
    moment("next_try_at"),
    sa.UniqueConstraint("channel", "account", "external_id"),
    one_of("state", ("done", "parked", "retrying")),
)
sa.Index(
    "ix_inbox_due", inbox.c.next_try_at, postgresql_where=inbox.c.next_try_at.is_not(None), sqlite_where=inbox.c.next_try_at.is_not(None)
)
PARKED = sa.text("state <> 'done'")
sa.Index("ix_inbox_parked", inbox.c.id, postgresql_where=PARKED, sqlite_where=PARKED)

conversations = sa.Table(
    "conversations",
    metadata,
    key(),
    reference("address_id", "addresses.id", index=True),
    reference("subject_id", "subjects.id", index=True),
    sealed("session", nullable=False),
    code("status", default="open"),
    code("revision"),
    count("version"),
    count("next_n", default=1),
    count("next_seq"),
    code("step"),
    code("asked"),
    code("release"),
    moment("burst_due_at"),
    sa.Column("burst_from_n", sa.Integer),
    moment("last_inbound_at"),
    moment("last_activity_at", nullable=False),
    moment("consented_at"),
    moment("started_at", nullable=False),
    moment("ended_at"),
    moment("words_erased_at"),
    one_of("status", ("open", "paused", "with_person", "held", "stopped", "done")),
)
LIVE = conversations.c.ended_at.is_(None)
sa.Index("ux_conversations_live", conversations.c.address_id, unique=True, postgresql_where=LIVE, sqlite_where=LIVE)
BURST = conversations.c.burst_due_at.is_not(None)
sa.Index("ix_conversations_burst", conversations.c.burst_due_at, postgresql_where=BURST, sqlite_where=BURST)
IDLE = sa.text("ended_at IS NULL AND status = 'open'")
sa.Index("ix_conversations_idle", conversations.c.id, conversations.c.last_activity_at, postgresql_where=IDLE, sqlite_where=IDLE)
UNCONSENTED = sa.text("consented_at IS NULL AND words_erased_at IS NULL")
sa.Index("ix_conversations_unconsented", conversations.c.last_activity_at, postgresql_where=UNCONSENTED, sqlite_where=UNCONSENTED)

messages = sa.Table(
    "messages",
    metadata,
    sa.Column("conversation_id", BigInt, sa.ForeignKey("conversations.id"), primary_key=True, autoincrement=False),
    sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
    moment("at", nullable=False),
    code("author", default=None),
    code("kind", default="text"),
    sealed("body", nullable=False),
    code("message_key"),
    code("language"),
    code("step"),
    count("visit"),
    sa.Column("ref_blind", sa.Text),
    flag("late"),
    code("staff_ref"),
    moment("erased_at"),
    one_of("author", ("patient", "bot", "staff")),
    one_of("kind", ("text", "tap", "media", "other")),
)
BY_REF = messages.c.ref_blind.is_not(None)
sa.Index("ix_messages_ref", messages.c.ref_blind, postgresql_where=BY_REF, sqlite_where=BY_REF)

message_edits = sa.Table(
    "message_edits",
    metadata,
    key(),
    sa.Column("conversation_id", BigInt, nullable=False),
    sa.Column("n", sa.Integer, nullable=False),
    moment("at", nullable=False),
    sealed("body", nullable=False),
    sa.ForeignKeyConstraint(["conversation_id", "n"], ["messages.conversation_id", "messages.n"], name="fk_message_edits_message"),
    sa.Index("ix_message_edits_message", "conversation_id", "n"),
)

attachments = sa.Table(
    "attachments",
    metadata,
    key(),
    code("attachment_id", default=None, unique=True),
    sa.Column("conversation_id", BigInt, nullable=False),
    sa.Column("n", sa.Integer, nullable=False),
    code("kind", default=None),
    code("state", default="pending"),
    code("reason"),
    code("content_type"),
    sa.Column("size", BigInt),
    code("sha256"),
    code("storage_name"),
    sealed("file_name"),
    sealed("locator"),
    count("attempts"),
    moment("next_try_at"),
    moment("created_at", nullable=False),
    one_of("state", ("pending", "stored", "rejected", "unavailable")),
    one_of("kind", ("photo", "pdf", "document", "voice", "video")),
    sa.ForeignKeyConstraint(["conversation_id", "n"], ["messages.conversation_id", "messages.n"], name="fk_attachments_message"),
    sa.Index("ix_attachments_message", "conversation_id", "n"),
)
FETCHING = attachments.c.next_try_at.is_not(None)
sa.Index("ix_attachments_due", attachments.c.next_try_at, postgresql_where=FETCHING, sqlite_where=FETCHING)
