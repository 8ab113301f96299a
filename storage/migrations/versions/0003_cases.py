"""What staff work on: cases, packets, flags, timeline, consents, alarms, tickets."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.migrations.append_only import forbid_changes, permit_changes

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def only(rows: str) -> dict[str, Any]:
    return {"postgresql_where": sa.text(rows), "sqlite_where": sa.text(rows)}


def upgrade() -> None:
    op.create_table(
        "cases",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("conversation_id", BIG, nullable=False),
        sa.Column("subject_id", BIG, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("claimed_by", sa.Text(), nullable=False),
        sa.Column("claimed_at", TIME, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("protocol_version", sa.Text(), nullable=False),
        sa.Column("packet_version", sa.Integer(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("completed_at", TIME, nullable=True),
        sa.Column("waiting_since", TIME, nullable=False),
        sa.Column("due_at", TIME, nullable=True),
        sa.Column("closed_at", TIME, nullable=True),
        sa.Column(
            "rank",
            sa.Integer(),
            sa.Computed("CASE priority WHEN 'emergency' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END", persisted=True),
            nullable=True,
        ),
        sa.Column(
            "queue_rank",
            sa.Integer(),
            sa.Computed(
                "CASE WHEN status IN ('intake', 'withdrawn_by_patient', 'declined', 'closed') THEN NULL ELSE CASE "
                "priority WHEN 'emergency' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END END",
                persisted=True,
            ),
            nullable=True,
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (status NOT IN ('withdrawn_by_patient', 'declined', 'closed'))", name=op.f("ck_cases_closed")
        ),
        sa.CheckConstraint("priority IN ('emergency', 'urgent', 'routine')", name=op.f("ck_cases_priority")),
        sa.CheckConstraint(
            "status IN ('intake', 'new', 'claimed', 'physician_review', 'needs_information', 'accepted', "
            "'quote_issued', 'protocol_summary_given', 'consent_signed', 'treated', 'follow_up', 'declined', "
            "'deferred', 'withdrawn_by_patient', 'emergency_hold', 'closed')",
            name=op.f("ck_cases_status"),
        ),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_cases_conversation_id"),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name="fk_cases_subject_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sa.UniqueConstraint("case_id", name="uq_cases_case_id"),
    )
    op.create_index("ix_cases_claimed", "cases", ["claimed_at"], **only("status = 'claimed'"))
    op.create_index("ix_cases_conversation_id", "cases", ["conversation_id"])
    op.create_index("ix_cases_overdue", "cases", ["due_at"], **only("queue_rank IS NOT NULL AND claimed_by = '' AND due_at IS NOT NULL"))
    op.create_index("ix_cases_queue", "cases", ["queue_rank", "waiting_since", "id"], **only("queue_rank IS NOT NULL"))
    op.create_index("ix_cases_status", "cases", ["status", "rank", "waiting_since", "id"])
    op.create_index("ix_cases_subject_id", "cases", ["subject_id"])
    op.create_index("ux_cases_open", "cases", ["conversation_id"], unique=True, **only("closed_at IS NULL"))
    op.create_table(
        "packets",
        sa.Column("case_pk", BIG, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_packets_case_pk"),
        sa.PrimaryKeyConstraint("case_pk", "version", name="pk_packets"),
    )
    op.create_table(
        "case_flags",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("blind", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("cleared_at", TIME, nullable=True),
        sa.Column("cleared_by", sa.Text(), nullable=False),
        sa.CheckConstraint("severity IN ('hard', 'caution', 'info')", name=op.f("ck_case_flags_severity")),
        sa.CheckConstraint("source IN ('answer', 'free_text', 'derived')", name=op.f("ck_case_flags_source")),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_case_flags_case_pk"),
        sa.PrimaryKeyConstraint("id", name="pk_case_flags"),
        sa.UniqueConstraint("case_pk", "blind", name="uq_case_flags_case_pk_blind"),
    )
    op.create_table(
        "timeline",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("from_status", sa.Text(), nullable=False),
        sa.Column("to_status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_timeline_case_pk"),
        sa.PrimaryKeyConstraint("id", name="pk_timeline"),
    )
    op.create_index("ix_timeline_case_pk", "timeline", ["case_pk"])
    op.create_table(
        "consents",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("conversation_id", BIG, nullable=False),
        sa.Column("subject_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('privacy_notice', 'health_data', 'messaging', 'research')", name=op.f("ck_consents_kind")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_consents_conversation_id"),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name="fk_consents_subject_id"),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
    )
    op.create_index("ix_consents_conversation_id", "consents", ["conversation_id"])
    op.create_index("ix_consents_subject_id", "consents", ["subject_id"])
    op.create_table(
        "alarms",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("alarm_id", sa.Text(), nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("repeats", sa.Integer(), nullable=False),
        sa.Column("raised_at", TIME, nullable=False),
        sa.Column("next_at", TIME, nullable=True),
        sa.Column("acknowledged_at", TIME, nullable=True),
        sa.Column("acknowledged_by", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('emergency', 'crisis')", name=op.f("ck_alarms_kind")),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_alarms_case_pk"),
        sa.PrimaryKeyConstraint("id", name="pk_alarms"),
        sa.UniqueConstraint("alarm_id", name="uq_alarms_alarm_id"),
    )
    op.create_index("ix_alarms_case_pk", "alarms", ["case_pk"])
    op.create_index("ix_alarms_due", "alarms", ["next_at"], **only("next_at IS NOT NULL"))
    op.create_table(
        "tickets",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("ticket_id", sa.Text(), nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("opened_at", TIME, nullable=False),
        sa.Column("due_at", TIME, nullable=True),
        sa.Column("done_at", TIME, nullable=True),
        sa.Column("done_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_tickets_case_pk"),
        sa.PrimaryKeyConstraint("id", name="pk_tickets"),
        sa.UniqueConstraint("ticket_id", name="uq_tickets_ticket_id"),
    )
    op.create_index("ix_tickets_case_pk", "tickets", ["case_pk"])
    op.create_index("ix_tickets_open", "tickets", ["id"], **only("done_at IS NULL"))
    forbid_changes("timeline")
    forbid_changes("consents")


def downgrade() -> None:
    permit_changes("timeline")
    permit_changes("consents")
    op.drop_table("tickets")
    op.drop_table("alarms")
    op.drop_table("consents")
    op.drop_table("timeline")
    op.drop_table("case_flags")
    op.drop_table("packets")
    op.drop_table("cases")
