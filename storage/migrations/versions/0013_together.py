"""Several people at one desk: who has a case open, labels, numbers patients gave (blind), and who wants to hear a sound."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "case_viewers",
        sa.Column("case_pk", BIG, autoincrement=False, nullable=False),
        sa.Column("staff_ref", sa.Text(), nullable=False),
        sa.Column("seen_at", TIME, nullable=False),
        sa.Column("typed_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_case_viewers_case_pk"),
        sa.ForeignKeyConstraint(["staff_ref"], ["staff.staff_ref"], name="fk_case_viewers_staff_ref"),
        sa.PrimaryKeyConstraint("case_pk", "staff_ref", name="pk_case_viewers"),
    )
    op.create_index("ix_case_viewers_staff_ref", "case_viewers", ["staff_ref"])
    op.create_table(
        "case_labels",
        sa.Column("case_pk", BIG, autoincrement=False, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("staff_ref", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_case_labels_case_pk"),
        sa.PrimaryKeyConstraint("case_pk", "label", name="pk_case_labels"),
    )
    op.create_index("ix_case_labels_label", "case_labels", ["label", "case_pk"])
    op.create_table(
        "case_phones",
        sa.Column("case_pk", BIG, autoincrement=False, nullable=False),
        sa.Column("blind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_case_phones_case_pk"),
        sa.PrimaryKeyConstraint("case_pk", name="pk_case_phones"),
    )
    op.create_index("ix_case_phones_blind", "case_phones", ["blind"])
    op.create_table(
        "staff_sounds",
        sa.Column("staff_ref", sa.Text(), nullable=False),
        sa.Column("since", TIME, nullable=False),
        sa.ForeignKeyConstraint(["staff_ref"], ["staff.staff_ref"], name="fk_staff_sounds_staff_ref"),
        sa.PrimaryKeyConstraint("staff_ref", name="pk_staff_sounds"),
    )


def downgrade() -> None:
    for table in ("staff_sounds", "case_phones", "case_labels", "case_viewers"):
        op.drop_table(table)
