"""What goes out: texts and the calls to a provider."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def only(rows: str) -> dict[str, Any]:
    return {"postgresql_where": sa.text(rows), "sqlite_where": sa.text(rows)}


def upgrade() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("send_id", sa.Text(), nullable=False),
        sa.Column("address_id", BIG, nullable=False),
        sa.Column("conversation_id", BIG, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("message_key", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("visit", sa.Integer(), nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("window_ends_at", TIME, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease", sa.Text(), nullable=False),
        sa.Column("wait_until", TIME, nullable=True),
        sa.Column("finished_at", TIME, nullable=True),
        sa.Column("provider_ref", sa.Text(), nullable=True),
        sa.Column("ref_blind", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("dedupe_key", sa.Text(), nullable=True),
        sa.CheckConstraint("purpose IN ('reply', 'emergency', 'reminder', 'staff', 'notice')", name=op.f("ck_outbox_purpose")),
        sa.CheckConstraint(
            "state IN ('planned', 'leased', 'sending', 'unknown', 'accepted', 'delivered', 'read', 'failed', 'suppressed', 'parked')",
            name=op.f("ck_outbox_state"),
        ),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_outbox_address_id"),
        sa.ForeignKeyConstraint(["conversation_id", "n"], ["messages.conversation_id", "messages.n"], name="fk_outbox_message"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("dedupe_key", name="uq_outbox_dedupe_key"),
        sa.UniqueConstraint("send_id", name="uq_outbox_send_id"),
    )
    op.create_index("ix_outbox_address_id", "outbox", ["address_id"])
    op.create_index("ix_outbox_due", "outbox", ["due_at", "id"], **only("finished_at IS NULL"))
    op.create_index("ix_outbox_message", "outbox", ["conversation_id", "n"])
    op.create_index("ix_outbox_order", "outbox", ["conversation_id", "id"], **only("finished_at IS NULL"))
    op.create_index("ix_outbox_ref", "outbox", ["ref_blind"], **only("ref_blind IS NOT NULL"))
    op.create_index("ix_outbox_urgent", "outbox", ["purpose", "due_at", "id"], **only("finished_at IS NULL AND purpose = 'emergency'"))
    op.create_table(
        "send_attempts",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("outbox_id", BIG, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("ended_at", TIME, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.CheckConstraint("outcome IN ('', 'accepted', 'failed', 'unknown', 'not_sent')", name=op.f("ck_send_attempts_outcome")),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_send_attempts_outbox_id"),
        sa.PrimaryKeyConstraint("id", name="pk_send_attempts"),
    )
    op.create_index("ix_send_attempts_outbox_id", "send_attempts", ["outbox_id"])


def downgrade() -> None:
    op.drop_table("send_attempts")
    op.drop_table("outbox")
