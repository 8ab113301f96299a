"""Written decisions, papers, private letters, and the order of events as triggers."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.append_only import forbid_changes, permit_changes
from storage.migrations.case_order import hold_the_order, let_go

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
FOUR_YES = "outcome <> 'accepted' OR (evidence IS TRUE AND fitness IS TRUE AND contraindications_cleared IS TRUE AND expectation IS TRUE)"


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("decision_id", sa.Text(), nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("amends", BIG, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Boolean(), nullable=True),
        sa.Column("fitness", sa.Boolean(), nullable=True),
        sa.Column("contraindications_cleared", sa.Boolean(), nullable=True),
        sa.Column("expectation", sa.Boolean(), nullable=True),
        sa.Column("reasons", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("physician_ref", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("signed_at", TIME, nullable=False),
        sa.Column("packet_version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.CheckConstraint("outcome IN ('accepted', 'needs_information', 'deferred', 'declined')", name=op.f("ck_decisions_outcome")),
        sa.CheckConstraint(FOUR_YES, name=op.f("ck_decisions_four_yes")),
        sa.CheckConstraint("outcome IN ('accepted', 'needs_information') OR reasons > 0", name=op.f("ck_decisions_reasoned")),
        sa.CheckConstraint("licence <> ''", name=op.f("ck_decisions_licence")),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_decisions_case_pk"),
        sa.ForeignKeyConstraint(["amends"], ["decisions.id"], name="fk_decisions_amends"),
        sa.ForeignKeyConstraint(["physician_ref"], ["staff.staff_ref"], name="fk_decisions_physician_ref"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.UniqueConstraint("decision_id", name="uq_decisions_decision_id"),
        sa.UniqueConstraint("amends", name="uq_decisions_amends"),
    )
    op.create_index("ix_decisions_case_pk", "decisions", ["case_pk"])
    op.create_table(
        "decision_bodies",
        sa.Column("decision_pk", BIG, autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["decision_pk"], ["decisions.id"], name="fk_decision_bodies_decision_pk"),
        sa.PrimaryKeyConstraint("decision_pk", name="pk_decision_bodies"),
    )
    op.create_table(
        "papers",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("decision_pk", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("by_ref", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('quote', 'protocol_summary', 'consent', 'treatment')", name=op.f("ck_papers_kind")),
        sa.CheckConstraint("kind NOT IN ('quote', 'protocol_summary') OR reference <> ''", name=op.f("ck_papers_reference")),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_papers_case_pk"),
        sa.ForeignKeyConstraint(["decision_pk"], ["decisions.id"], name="fk_papers_decision_pk"),
        sa.ForeignKeyConstraint(["by_ref"], ["staff.staff_ref"], name="fk_papers_by_ref"),
        sa.PrimaryKeyConstraint("id", name="pk_papers"),
    )
    op.create_index("ix_papers_case_pk", "papers", ["case_pk"])
    op.create_table(
        "letter_links",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("decision_pk", BIG, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("revoked_at", TIME, nullable=True),
        sa.Column("opened_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["decision_pk"], ["decisions.id"], name="fk_letter_links_decision_pk"),
        sa.PrimaryKeyConstraint("id", name="pk_letter_links"),
        sa.UniqueConstraint("sha256", name="uq_letter_links_sha256"),
    )
    op.create_index("ix_letter_links_decision_pk", "letter_links", ["decision_pk"])
    forbid_changes("decisions")
    forbid_changes("papers")
    hold_the_order()


def downgrade() -> None:
    let_go()
    permit_changes("decisions")
    permit_changes("papers")
    op.drop_table("letter_links")
    op.drop_table("papers")
    op.drop_table("decision_bodies")
    op.drop_table("decisions")
