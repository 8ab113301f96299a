"""The console: sessions that are stepped up, invitations, failed sign-ins by key, audit rows by person."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)
KIND = "ck_staff_tokens_kind"


def kinds(*allowed: str) -> str:
    return "kind IN (" + ", ".join(f"'{kind}'" for kind in allowed) + ")"


def upgrade() -> None:
    with op.batch_alter_table("staff_tokens") as tokens:
        tokens.add_column(sa.Column("stepped_up_at", TIME, nullable=True))
        tokens.drop_constraint(op.f(KIND), type_="check")
        tokens.create_check_constraint(op.f(KIND), kinds("api", "session", "invitation"))
    op.drop_column("staff", "locked_until")
    op.create_table(
        "sign_in_failures",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", TIME, nullable=False),
        sa.Column("open_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_sign_in_failures"),
    )
    op.create_index("ix_sign_in_failures_last_at", "sign_in_failures", ["last_at"])
    op.create_index("ix_audit_actor", "audit", ["actor", "seq"])


def downgrade() -> None:
    op.drop_index("ix_audit_actor", "audit")
    op.drop_table("sign_in_failures")
    op.add_column("staff", sa.Column("locked_until", TIME, nullable=True))
    op.execute("DELETE FROM staff_tokens WHERE kind = 'invitation'")
    with op.batch_alter_table("staff_tokens") as tokens:
        tokens.drop_constraint(op.f(KIND), type_="check")
        tokens.create_check_constraint(op.f(KIND), kinds("api", "session"))
        tokens.drop_column("stepped_up_at")
