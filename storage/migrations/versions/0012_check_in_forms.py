"""Web forms for instruments too long for a chat: the link and the answers so far."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "check_in_forms",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("form_id", sa.Text(), nullable=False),
        sa.Column("check_in_pk", BIG, nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("done_at", TIME, nullable=True),
        sa.Column("answers", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["check_in_pk"], ["check_ins.id"], name="fk_check_in_forms_check_in_pk"),
        sa.PrimaryKeyConstraint("id", name="pk_check_in_forms"),
        sa.UniqueConstraint("form_id", name="uq_check_in_forms_form_id"),
        sa.UniqueConstraint("sha256", name="uq_check_in_forms_sha256"),
        sa.UniqueConstraint("check_in_pk", "measure", name="uq_check_in_forms_check_in_pk_measure"),
    )


def downgrade() -> None:
    op.drop_table("check_in_forms")
