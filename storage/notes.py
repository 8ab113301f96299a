"""Notes of the staff on a case: for colleagues only, sealed, appended and never changed. Nothing here can be sent.

Knows words and who wrote them; must not know the outbox or the transcript.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

import sqlalchemy as sa

from storage.models import cases, notes
from storage.work import Work

NoteKind: TypeAlias = Literal["note", "question", "handover"]
"""`question` waits for a physician, `handover` goes with a case to the next holder."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note. `staff_ref` wrote it at business time `at`."""

    note_id: str
    at: datetime
    staff_ref: str
    kind: NoteKind
    text: str


class Notes:
    """The `notes` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, case_pk: int, text: str, staff_ref: str, at: datetime, kind: NoteKind = "note", *, note_id: str = "") -> str:
        """Append a note and return its id; one with a `note_id` that exists already (a form posted twice) is not added again."""
        own = note_id or self._work.new_id()
        if self._work.one(sa.select(notes.c.id).where(notes.c.note_id == own)) is None:
            body = self._work.vault.seal(_place(own), text)
            row = {"note_id": own, "case_pk": case_pk, "at": at, "staff_ref": staff_ref, "kind": kind, "body": body}
            self._work.connection.execute(sa.insert(notes).values(**row))
        return own

    def of(self, case_pk: int) -> list[Note]:
        """Every note of a case, oldest first."""
        rows = self._work.all(sa.select(notes).where(notes.c.case_pk == case_pk).order_by(notes.c.id))
        return [Note(row.note_id, row.at, row.staff_ref, row.kind, self._work.vault.open(_place(row.note_id), row.body)) for row in rows]

    def blank(self, conversation_id: int) -> None:
        """Erase the words of every note on a conversation's cases: that a note was there stays."""
        own = sa.select(cases.c.id).where(cases.c.conversation_id == conversation_id)
        rows: Sequence[sa.Row[tuple[str]]] = self._work.connection.execute(sa.select(notes.c.note_id).where(notes.c.case_pk.in_(own))).all()
        for row in rows:
            empty = self._work.vault.seal(_place(row.note_id), "")
            self._work.change(sa.update(notes).where(notes.c.note_id == row.note_id).values(body=empty))


def _place(note_id: str) -> str:
    return f"notes.body:{note_id}"
