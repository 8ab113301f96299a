"""The staff's group: pairing codes, whose chat account is whose, what the group was told."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
INDEXES = {
    "ix_group_notices_send": ("send_at", sa.text("send_at IS NOT NULL")),
    "ix_group_notices_look": ("look_at", sa.text("look_at IS NOT NULL")),
    "ix_group_notices_unsettled": ("case_pk", sa.text("settled_at IS NULL")),
}


def upgrade() -> None:
    op.create_table(
        "pairing_codes",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("staff_ref", sa.Text(), nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("used_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["staff_ref"], ["staff.staff_ref"], name="fk_pairing_codes_staff_ref"),
        sa.PrimaryKeyConstraint("sha256", name="pk_pairing_codes"),
    )
    op.create_index("ix_pairing_codes_staff_ref", "pairing_codes", ["staff_ref"])
    op.create_table(
        "staff_chats",
        sa.Column("staff_ref", sa.Text(), nullable=False),
        sa.Column("blind", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("paired_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["staff_ref"], ["staff.staff_ref"], name="fk_staff_chats_staff_ref"),
        sa.PrimaryKeyConstraint("staff_ref", name="pk_staff_chats"),
        sa.UniqueConstraint("blind", name="uq_staff_chats_blind"),
    )
    op.create_table(
        "group_notices",
        sa.Column("case_pk", BIG, autoincrement=False, nullable=False),
        sa.Column("noticed_at", TIME, nullable=False),
        sa.Column("send_at", TIME, nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("message_ref", sa.Text(), nullable=False),
        sa.Column("settled_at", TIME, nullable=True),
        sa.Column("look_at", TIME, nullable=True),
        sa.Column("reminded_for", TIME, nullable=True),
        sa.Column("escalated_for", TIME, nullable=True),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_group_notices_case_pk"),
        sa.PrimaryKeyConstraint("case_pk", name="pk_group_notices"),
    )
    for name, (column, where) in INDEXES.items():
        op.create_index(name, "group_notices", [column], postgresql_where=where, sqlite_where=where)


def downgrade() -> None:
    for name in INDEXES:
        op.drop_index(name, "group_notices")
    op.drop_table("group_notices")
    op.drop_table("staff_chats")
    op.drop_index("ix_pairing_codes_staff_ref", "pairing_codes")
    op.drop_table("pairing_codes")
