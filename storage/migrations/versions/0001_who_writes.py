"""Who writes and about whom; deliveries, conversations, the transcript, files."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def only(rows: str) -> dict[str, Any]:
    return {"postgresql_where": sa.text(rows), "sqlite_where": sa.text(rows)}


def upgrade() -> None:
    op.create_table(
        "keyring",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_keyring"),
    )
    op.create_table(
        "persons",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("erased_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_persons"),
    )
    op.create_table(
        "subjects",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("patient_ref", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_subjects_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_subjects"),
        sa.UniqueConstraint("patient_ref", name="uq_subjects_patient_ref"),
    )
    op.create_index("ix_subjects_person_id", "subjects", ["person_id"])
    op.create_table(
        "addresses",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("blind", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("subject_id", BIG, nullable=False),
        sa.Column("alias_of", BIG, nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("display_name", sa.Text(), nullable=True),
        sa.Column("last_inbound_at", TIME, nullable=True),
        sa.Column("blocked_at", TIME, nullable=True),
        sa.Column("reminders_off_at", TIME, nullable=True),
        sa.Column("notices_off_at", TIME, nullable=True),
        sa.Column("recycled_at", TIME, nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["alias_of"], ["addresses.id"], name="fk_addresses_alias_of"),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_addresses_person_id"),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name="fk_addresses_subject_id"),
        sa.PrimaryKeyConstraint("id", name="pk_addresses"),
        sa.UniqueConstraint("blind", name="uq_addresses_blind"),
    )
    op.create_index("ix_addresses_alias_of", "addresses", ["alias_of"])
    op.create_index("ix_addresses_person_id", "addresses", ["person_id"])
    op.create_table(
        "inbox",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("next_try_at", TIME, nullable=True),
        sa.CheckConstraint("state IN ('done', 'parked', 'retrying')", name=op.f("ck_inbox_state")),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("channel", "account", "external_id", name="uq_inbox_channel_account_external_id"),
    )
    op.create_index("ix_inbox_due", "inbox", ["next_try_at"], **only("next_try_at IS NOT NULL"))
    op.create_index("ix_inbox_parked", "inbox", ["id"], **only("state <> 'done'"))
    op.create_table(
        "conversations",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("address_id", BIG, nullable=False),
        sa.Column("subject_id", BIG, nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("next_n", sa.Integer(), nullable=False),
        sa.Column("burst_due_at", TIME, nullable=True),
        sa.Column("burst_from_n", sa.Integer(), nullable=True),
        sa.Column("last_inbound_at", TIME, nullable=True),
        sa.Column("last_activity_at", TIME, nullable=False),
        sa.Column("consented_at", TIME, nullable=True),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("ended_at", TIME, nullable=True),
        sa.Column("words_erased_at", TIME, nullable=True),
        sa.CheckConstraint("status IN ('open', 'paused', 'with_person', 'held', 'stopped', 'done')", name=op.f("ck_conversations_status")),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_conversations_address_id"),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name="fk_conversations_subject_id"),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
    )
    op.create_index("ix_conversations_address_id", "conversations", ["address_id"])
    op.create_index("ix_conversations_burst", "conversations", ["burst_due_at"], **only("burst_due_at IS NOT NULL"))
    op.create_index("ix_conversations_idle", "conversations", ["id", "last_activity_at"], **only("ended_at IS NULL AND status = 'open'"))
    op.create_index("ix_conversations_subject_id", "conversations", ["subject_id"])
    op.create_index(
        "ix_conversations_unconsented", "conversations", ["last_activity_at"], **only("consented_at IS NULL AND words_erased_at IS NULL")
    )
    op.create_index("ux_conversations_live", "conversations", ["address_id"], unique=True, **only("ended_at IS NULL"))
    op.create_table(
        "messages",
        sa.Column("conversation_id", BIG, autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("message_key", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("visit", sa.Integer(), nullable=False),
        sa.Column("ref_blind", sa.Text(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("staff_ref", sa.Text(), nullable=False),
        sa.Column("erased_at", TIME, nullable=True),
        sa.CheckConstraint("author IN ('patient', 'bot', 'staff')", name=op.f("ck_messages_author")),
        sa.CheckConstraint("kind IN ('text', 'tap', 'media', 'other')", name=op.f("ck_messages_kind")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_messages_conversation_id"),
        sa.PrimaryKeyConstraint("conversation_id", "n", name="pk_messages"),
    )
    op.create_index("ix_messages_ref", "messages", ["ref_blind"], **only("ref_blind IS NOT NULL"))
    op.create_table(
        "message_edits",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("conversation_id", BIG, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id", "n"], ["messages.conversation_id", "messages.n"], name="fk_message_edits_message"),
        sa.PrimaryKeyConstraint("id", name="pk_message_edits"),
    )
    op.create_index("ix_message_edits_message", "message_edits", ["conversation_id", "n"])
    op.create_table(
        "attachments",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("attachment_id", sa.Text(), nullable=False),
        sa.Column("conversation_id", BIG, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("content_type", sa.Text(), nullable=False),
        sa.Column("size", BIG, nullable=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("storage_name", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", TIME, nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.CheckConstraint("kind IN ('photo', 'pdf', 'document', 'voice', 'video')", name=op.f("ck_attachments_kind")),
        sa.CheckConstraint("state IN ('pending', 'stored', 'rejected', 'unavailable')", name=op.f("ck_attachments_state")),
        sa.ForeignKeyConstraint(["conversation_id", "n"], ["messages.conversation_id", "messages.n"], name="fk_attachments_message"),
        sa.PrimaryKeyConstraint("id", name="pk_attachments"),
        sa.UniqueConstraint("attachment_id", name="uq_attachments_attachment_id"),
    )
    op.create_index("ix_attachments_due", "attachments", ["next_try_at"], **only("next_try_at IS NOT NULL"))
    op.create_index("ix_attachments_message", "attachments", ["conversation_id", "n"])


def downgrade() -> None:
    op.drop_table("attachments")
    op.drop_table("message_edits")
    op.drop_table("messages")
    op.drop_table("conversations")
    op.drop_table("inbox")
    op.drop_table("addresses")
    op.drop_table("subjects")
    op.drop_table("persons")
    op.drop_table("keyring")
