"""Indexes by which a period of the intake is measured."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

COUNTED = sa.text("action IN ('guard.blocked', 'messages.opted_out')")
LOST = sa.text("(state = 'failed' OR state = 'suppressed')")


def upgrade() -> None:
    op.create_index("ix_cases_created", "cases", ["created_at"])
    op.create_index("ix_decisions_signed", "decisions", ["signed_at"])
    op.create_index("ix_audit_counted", "audit", ["at"], postgresql_where=COUNTED, sqlite_where=COUNTED)
    op.create_index("ix_outbox_lost", "outbox", ["due_at"], postgresql_where=LOST, sqlite_where=LOST)


def downgrade() -> None:
    op.drop_index("ix_outbox_lost", "outbox")
    op.drop_index("ix_audit_counted", "audit")
    op.drop_index("ix_decisions_signed", "decisions")
    op.drop_index("ix_cases_created", "cases")
