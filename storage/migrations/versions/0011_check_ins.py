"""The plan of follow-up and its check-ins."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "check_in_plans",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("treated_on", sa.Date(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("zone_source", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("stopped_at", TIME, nullable=True),
        sa.Column("stop_reason", sa.Text(), nullable=False),
        sa.CheckConstraint("zone_source IN ('phone', 'country', 'clinic', 'staff')", name=op.f("ck_check_in_plans_zone_source")),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_check_in_plans_case_pk"),
        sa.PrimaryKeyConstraint("id", name="pk_check_in_plans"),
        sa.UniqueConstraint("case_pk", name="uq_check_in_plans_case_pk"),
    )
    op.create_table(
        "check_ins",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("check_in_id", sa.Text(), nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("conversation_id", BIG, nullable=False),
        sa.Column("milestone", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("opens_at", TIME, nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("window_ends_at", TIME, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("message_key", sa.Text(), nullable=False),
        sa.Column("send_id", sa.Text(), nullable=False),
        sa.Column("invited_at", TIME, nullable=True),
        sa.Column("sent_at", TIME, nullable=True),
        sa.Column("ended_at", TIME, nullable=True),
        sa.Column("next_at", TIME, nullable=True),
        sa.Column("answers", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('planned', 'sent', 'answered', 'partial', 'missed', 'escalated', 'stopped')", name=op.f("ck_check_ins_state")
        ),
        sa.CheckConstraint("kind IN ('full', 'safety', 'baseline')", name=op.f("ck_check_ins_kind")),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_check_ins_case_pk"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_check_ins_conversation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_check_ins"),
        sa.UniqueConstraint("case_pk", "milestone", name="uq_check_ins_case_pk_milestone"),
        sa.UniqueConstraint("check_in_id", name="uq_check_ins_check_in_id"),
    )
    op.create_index("ix_check_ins_conversation_id", "check_ins", ["conversation_id"])
    op.create_index("ix_check_ins_due", "check_ins", ["due_at", "id"])
    waiting, invited = sa.text("next_at IS NOT NULL"), sa.text("send_id <> ''")
    op.create_index("ix_check_ins_next", "check_ins", ["next_at", "id"], postgresql_where=waiting, sqlite_where=waiting)
    op.create_index("ix_check_ins_send", "check_ins", ["send_id"], postgresql_where=invited, sqlite_where=invited)


def downgrade() -> None:
    op.drop_table("check_ins")
    op.drop_table("check_in_plans")
