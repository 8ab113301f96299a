"""Indexes that let a period be measured without walking a table: by when a case was opened, a decision signed, a text lost.

Knows which rows are counted; must not know what the counts mean.
"""

import sqlalchemy as sa

from storage.columns import listed
from storage.models_cases import cases
from storage.models_decisions import decisions
from storage.models_outbox import outbox
from storage.models_staff import audit

COUNTED_ACTIONS = listed(("guard.blocked", "messages.opted_out"))
"""Acts of the audit log that are counted as they stand there."""
STOPPED = "(state = 'failed' OR state = 'suppressed')"
"""States of sends that never reach the patient."""
COUNTED = sa.text(f"action IN {COUNTED_ACTIONS}")
LOST = sa.text(STOPPED)

INDEXES = (
    sa.Index("ix_cases_created", cases.c.created_at),
    sa.Index("ix_decisions_signed", decisions.c.signed_at),
    sa.Index("ix_audit_counted", audit.c.at, postgresql_where=COUNTED, sqlite_where=COUNTED),
    sa.Index("ix_outbox_lost", outbox.c.due_at, postgresql_where=LOST, sqlite_where=LOST),
)
