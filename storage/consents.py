"""Consents: each its own object with its evidence (time, version, SHA-256 of the text), append-only by database triggers.

Source: LFPDPPP 2025 as read in the clinical facts 7.1 and 7.4; counsel confirms.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from flows.session import Consent
from storage.models import consents as consents_table
from storage.work import Work

_SELECT = sa.select(consents_table).order_by(consents_table.c.id)


class Consents:
    """The `consents` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def append(self, conversation_id: int, subject_id: int, consents: Sequence[Consent]) -> None:
        """Record what was agreed to or refused; a change of mind is a further row."""
        rows = [{"conversation_id": conversation_id, "subject_id": subject_id, **asdict(consent)} for consent in consents]
        if rows:
            self._work.connection.execute(sa.insert(consents_table), rows)

    def of(self, conversation_id: int) -> list[Consent]:
        """Everything recorded in a conversation, in order."""
        return [_read(row) for row in self._work.all(_SELECT.where(consents_table.c.conversation_id == conversation_id))]

    def standing(self, subject_id: int) -> dict[str, Consent]:
        """The latest of each kind for a patient."""
        rows = self._work.all(_SELECT.where(consents_table.c.subject_id == subject_id))
        return {row.kind: _read(row) for row in rows}


def _read(row: sa.Row[Any]) -> Consent:
    return Consent(row.kind, row.given, row.at, row.version, row.text_sha256, row.language)
