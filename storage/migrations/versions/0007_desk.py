"""The work at the desk: notes, clocks and their pauses, saved views, and the indexes of the queue's page."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
QUEUED = "queue_rank IS NOT NULL"
BOARD = ["due_at", "waiting_since", "id"]
SIEVED = ["claimed_by", "status", "channel", "language", "paused_at"]
INDEXES = (
    ("ix_cases_board", "cases", ["queue_rank", *BOARD, *SIEVED], QUEUED),
    ("ix_cases_free", "cases", ["queue_rank", *BOARD, *SIEVED], f"{QUEUED} AND claimed_by = ''"),
    ("ix_cases_held", "cases", ["claimed_by", "queue_rank", *BOARD, *SIEVED[1:]], f"{QUEUED} AND claimed_by <> ''"),
    ("ix_cases_paused", "cases", ["queue_rank", *BOARD, *SIEVED], f"{QUEUED} AND paused_at IS NOT NULL"),
    ("ix_cases_stage", "cases", ["status", "queue_rank", *BOARD, *SIEVED[2:], "claimed_by"], QUEUED),
    ("ix_cases_done", "cases", ["closed_at", "id", *SIEVED], "closed_at IS NOT NULL"),
    ("ix_case_flags_found", "case_flags", ["blind", "case_pk"], "cleared_at IS NULL"),
)


def only(rows: str) -> dict[str, Any]:
    return {"postgresql_where": sa.text(rows), "sqlite_where": sa.text(rows)}


def upgrade() -> None:
    op.add_column("cases", sa.Column("paused_at", TIME, nullable=True))
    for name, table, columns, rows in INDEXES:
        op.create_index(name, table, columns, **only(rows))
    op.create_table(
        "notes",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("note_id", sa.Text(), nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("staff_ref", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('note', 'question', 'handover')", name=op.f("ck_notes_kind")),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_notes_case_pk"),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        sa.UniqueConstraint("note_id", name="uq_notes_note_id"),
    )
    op.create_index("ix_notes_case_pk", "notes", ["case_pk"])
    _clocks()
    op.create_table(
        "saved_views",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("view_id", sa.Text(), nullable=False),
        sa.Column("staff_ref", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_views"),
        sa.UniqueConstraint("view_id", name="uq_saved_views_view_id"),
    )
    op.create_index("ix_saved_views_staff_ref", "saved_views", ["staff_ref"])


def _clocks() -> None:
    op.create_table(
        "clocks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("ended", sa.Text(), nullable=False),
        sa.Column("ended_at", TIME, nullable=True),
        sa.CheckConstraint("kind IN ('first_response', 'next_response', 'resolution')", name=op.f("ck_clocks_kind")),
        sa.CheckConstraint("ended IN ('', 'met', 'cancelled')", name=op.f("ck_clocks_ended")),
        sa.CheckConstraint("(ended = '') = (ended_at IS NULL)", name=op.f("ck_clocks_ended_at")),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_clocks_case_pk"),
        sa.PrimaryKeyConstraint("id", name="pk_clocks"),
    )
    op.create_index("ix_clocks_case_pk", "clocks", ["case_pk"])
    op.create_index("ux_clocks_running", "clocks", ["case_pk", "kind"], unique=True, **only("ended = ''"))
    op.create_table(
        "clock_pauses",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("case_pk", BIG, nullable=False),
        sa.Column("paused_at", TIME, nullable=False),
        sa.Column("paused_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("resumed_at", TIME, nullable=True),
        sa.Column("resumed_by", sa.Text(), nullable=False),
        sa.CheckConstraint("(resumed_by = '') = (resumed_at IS NULL)", name=op.f("ck_clock_pauses_resumed")),
        sa.ForeignKeyConstraint(["case_pk"], ["cases.id"], name="fk_clock_pauses_case_pk"),
        sa.PrimaryKeyConstraint("id", name="pk_clock_pauses"),
    )
    op.create_index("ix_clock_pauses_case_pk", "clock_pauses", ["case_pk"])
    op.create_index("ux_clock_pauses_standing", "clock_pauses", ["case_pk"], unique=True, **only("resumed_at IS NULL"))


def downgrade() -> None:
    for table in ("saved_views", "clock_pauses", "clocks", "notes"):
        op.drop_table(table)
    for name, table, _columns, _rows in INDEXES:
        op.drop_index(name, table)
    op.drop_column("cases", "paused_at")
