"""Tables of staff, their tokens, failed sign-ins, the audit chain, and the keyring (random keys sealed under the data keys)."""

import sqlalchemy as sa

from storage.columns import BigInt, code, count, key, metadata, moment, one_of, reference, sealed

ROLES = ("coordinator", "physician", "auditor", "admin")

keyring = sa.Table("keyring", metadata, sa.Column("name", sa.Text, primary_key=True), sealed("body", nullable=False))

staff = sa.Table(
    "staff",
    metadata,
    key(),
    code("staff_ref", default=None, unique=True),
    code("role", default=None),
    code("name", default=None),
    code("email", default=None, unique=True),
    code("licence"),
    code("password_hash", default=None),
    sealed("totp_secret"),
    sa.Column("totp_last_step", BigInt, nullable=False, default=0),
    count("failed_sign_ins"),
    moment("created_at", nullable=False),
    moment("dismissed_at"),
    one_of("role", ROLES),
    sa.CheckConstraint("role <> 'physician' OR licence <> ''", name="licence"),
)

staff_tokens = sa.Table(
    "staff_tokens",
    metadata,
    key(),
    reference("staff_id", "staff.id", index=True),
    code("kind", default="api"),
    code("sha256", default=None, unique=True),
    moment("created_at", nullable=False),
    moment("last_used_at"),
    moment("expires_at"),
    moment("stepped_up_at"),
    moment("revoked_at"),
    one_of("kind", ("api", "session", "invitation")),
)

sign_in_failures = sa.Table(
    "sign_in_failures",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    count("failures"),
    moment("last_at", nullable=False),
    moment("open_at", nullable=False),
)
sa.Index("ix_sign_in_failures_last_at", sign_in_failures.c.last_at)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("seq", BigInt, primary_key=True, autoincrement=False),
    moment("at", nullable=False),
    code("actor", default=None),
    code("action", default=None),
    code("object"),
    code("detail", default="{}"),
    code("prev"),
    code("mac", default=None),
)
sa.Index("ix_audit_object", audit.c.object, audit.c.seq)
sa.Index("ix_audit_actor", audit.c.actor, audit.c.seq)

audit_head = sa.Table(
    "audit_head",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", BigInt, nullable=False),
    code("mac"),
    code("seal"),
    sa.CheckConstraint("id = 1", name="single"),
)
