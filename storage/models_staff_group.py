"""Tables of the staff's group: one-time pairing codes, which chat account is whose, and what the group was told of which case.

An account is found by a blind index and kept sealed; a code is kept as its SHA-256.
"""

import sqlalchemy as sa

from storage.columns import BigInt, code, count, metadata, moment, sealed


def of_staff(name: str = "staff_ref", *, primary_key: bool = False) -> sa.Column[str]:
    """A person's reference, which must exist."""
    return sa.Column(name, sa.Text, sa.ForeignKey("staff.staff_ref"), nullable=False, primary_key=primary_key)


pairing_codes = sa.Table(
    "pairing_codes",
    metadata,
    sa.Column("sha256", sa.Text, primary_key=True),
    of_staff(),
    moment("expires_at", nullable=False),
    moment("used_at"),
    sa.Index("ix_pairing_codes_staff_ref", "staff_ref"),
)

staff_chats = sa.Table(
    "staff_chats",
    metadata,
    of_staff(primary_key=True),
    code("blind", default=None, unique=True),
    sealed("account", nullable=False),
    moment("paired_at", nullable=False),
)

group_notices = sa.Table(
    "group_notices",
    metadata,
    sa.Column("case_pk", BigInt, sa.ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    moment("noticed_at", nullable=False),
    moment("send_at"),
    count("tries"),
    code("message_ref"),
    moment("settled_at"),
    moment("look_at"),
    moment("reminded_for"),
    moment("escalated_for"),
)
TO_SEND = sa.text("send_at IS NOT NULL")
TO_LOOK = sa.text("look_at IS NOT NULL")
UNSETTLED = sa.text("settled_at IS NULL")
sa.Index("ix_group_notices_send", group_notices.c.send_at, postgresql_where=TO_SEND, sqlite_where=TO_SEND)
sa.Index("ix_group_notices_look", group_notices.c.look_at, postgresql_where=TO_LOOK, sqlite_where=TO_LOOK)
sa.Index("ix_group_notices_unsettled", group_notices.c.case_pk, postgresql_where=UNSETTLED, sqlite_where=UNSETTLED)
