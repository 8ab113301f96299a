"""The table of web forms: one row for each long instrument of a check-in, the link that opens it, and the answers so far, sealed."""

import sqlalchemy as sa

from storage.columns import code, key, metadata, moment, reference, sealed

check_in_forms = sa.Table(
    "check_in_forms",
    metadata,
    key(),
    code("form_id", default=None, unique=True),
    reference("check_in_pk", "check_ins.id"),
    code("measure", default=None),
    code("language", default=None),
    code("sha256", default=None, unique=True),
    moment("created_at", nullable=False),
    moment("expires_at", nullable=False),
    moment("done_at"),
    sealed("answers"),
    sa.UniqueConstraint("check_in_pk", "measure"),
)
