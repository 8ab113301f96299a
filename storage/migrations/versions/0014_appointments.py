"""Appointments of the physician's call, and intakes by the day they ended."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "appointments",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("conversation_id", BIG, nullable=False),
        sa.Column("starts_at", TIME, nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("by_ref", sa.Text(), nullable=False),
        sa.Column("made_at", TIME, nullable=False),
        sa.Column("cancelled_at", TIME, nullable=True),
        sa.Column("next_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_appointments_case_pk"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_appointments_conversation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_appointments"),
        sa.UniqueConstraint("appointment_id", name="uq_appointments_appointment_id"),
    )
    op.create_index("ix_appointments_case_pk", "appointments", ["case_pk"])
    op.create_index("ix_appointments_conversation_id", "appointments", ["conversation_id"])
    waiting = sa.text("next_at IS NOT NULL")
    op.create_index("ix_appointments_next", "appointments", ["next_at", "id"], postgresql_where=waiting, sqlite_where=waiting)

    completed = sa.text("completed_at IS NOT NULL")
    op.create_index("ix_cases_completed", "cases", ["completed_at", "id"], postgresql_where=completed, sqlite_where=completed)


def downgrade() -> None:
    op.drop_index("ix_cases_completed", "cases")
    op.drop_table("appointments")
