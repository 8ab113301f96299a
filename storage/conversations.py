"""Conversations: the session between two messages, locked while a turn holds it, with the timers that wake it.

Knows how a session is stored, never what follows from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from flows.session import Session
from storage.codec import dump_session, load_session
from storage.columns import literal_int
from storage.models import conversations
from storage.work import Work

LIVE = conversations.c.ended_at.is_(None)
_PLAIN = (
    "version",
    "next_n",
    "next_seq",
    "subject_id",
    "last_activity_at",
    "last_inbound_at",
    "burst_due_at",
    "burst_from_n",
    "consented_at",
)
_SAVED = {"words_erased_at": None}
"""Whoever writes again after a purge falls under the rule anew."""
_SAVE = sa.update(conversations).where(conversations.c.id == sa.bindparam("b_id"), conversations.c.version == sa.bindparam("b_version"))


class StaleConversation(Exception):
    """Another transaction saved this conversation in between; roll back and handle the turn again."""


@dataclass(slots=True)
class Conversation:
    """One live conversation, changed in place by a turn and written by `Conversations.save`.

    `version` rises by one per effect carried out. `burst_due_at` is real time, every other time is business time. `burst_from_n` is
    the first message of the texts that wait for their burst to end, None when none waits.
    `consented_at` is when health data might first be kept. `next_seq` numbers the events that moved it.
    """

    id: int
    address_id: int
    subject_id: int
    session: Session
    version: int
    next_n: int
    started_at: datetime
    last_activity_at: datetime
    last_inbound_at: datetime | None = None
    burst_due_at: datetime | None = None
    burst_from_n: int | None = None
    consented_at: datetime | None = None
    loaded_version: int = 0
    next_seq: int = 0

    def take_seq(self) -> int:
        """The number of the next event; rises by one."""
        seq, self.next_seq = self.next_seq, self.next_seq + 1
        return seq

    def take_n(self) -> int:
        """The number of the next message in the transcript; rises strictly."""
        n, self.next_n = self.next_n, self.next_n + 1
        return n


class Conversations:
    """The `conversations` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def load_for(self, address_ids: Sequence[int]) -> dict[int, Conversation]:
        """The live conversation of each address, by address id, in one select; locked in order of id on PostgreSQL."""
        if not address_ids:
            return {}
        return {found.address_id: found for found in self._locked(conversations.c.address_id.in_(address_ids), LIVE)}

    def lock(self, conversation_ids: Sequence[int]) -> dict[int, Conversation]:
        """Conversations by their own id, locked the same way: for what comes from staff or a timer."""
        if not conversation_ids:
            return {}
        return {found.id: found for found in self._locked(conversations.c.id.in_(conversation_ids))}

    def peek(self, conversation_ids: Sequence[int]) -> dict[int, Conversation]:
        """Conversations by their own id, unlocked: to look at, never to save."""
        rows = self._work.all(sa.select(conversations).where(conversations.c.id.in_(conversation_ids)))
        return {row.id: self._read(row) for row in rows}

    def create(self, address_id: int, subject_id: int, session: Session, at: datetime) -> Conversation:
        """Begin a conversation. The address must be locked by `People.find_or_create`; one live conversation per address."""
        row = {
            "address_id": address_id,
            "subject_id": subject_id,
            "started_at": at,
            "last_activity_at": at,
            **self._session(address_id, session),
        }
        made = self._work.connection.execute(sa.insert(conversations).values(**row).returning(conversations.c.id)).scalar_one()
        return Conversation(int(made), address_id, subject_id, session, version=0, next_n=1, started_at=at, last_activity_at=at)

    def save(self, changed: Sequence[Conversation]) -> None:
        """Write them all in one executemany. Raises StaleConversation when one was changed by another transaction."""
        rows = [self._changes(conversation) for conversation in sorted(changed, key=lambda one: one.id)]
        if not rows:
            return
        if self._work.connection.execute(_SAVE, rows).rowcount != len(rows):
            raise StaleConversation("a conversation was changed by another transaction")
        for conversation in changed:
            conversation.loaded_version = conversation.version

    def end(self, conversation_id: int, at: datetime) -> None:
        """Close a conversation: the next message of this address begins a new one."""
        ended = {"ended_at": at, "burst_due_at": None, "burst_from_n": None}
        self._work.change(sa.update(conversations).where(conversations.c.id == conversation_id).values(**ended))

    def due_bursts(self, real_now: datetime, limit: int) -> list[Conversation]:
        """Conversations whose burst has ended, locked for this transaction; what another process holds is passed over.

        The caller handles the waiting texts, sets `burst_due_at` and `burst_from_n` to None, saves and commits.
        """
        due = sa.select(conversations).where(conversations.c.burst_due_at.is_not(None), conversations.c.burst_due_at <= real_now)
        due = due.order_by(conversations.c.burst_due_at).limit(literal_int(limit))
        return [self._read(row) for row in self._work.all(due.with_for_update(key_share=True, skip_locked=True))]

    def idle(self, before: datetime, limit: int, after_id: int = 0, since: datetime | None = None) -> list[int]:
        """Ids of live conversations with an open question, last active before `before` and not before `since`; keyset by id, no lock."""
        idle = sa.select(conversations.c.id).where(sa.text("ended_at IS NULL AND status = 'open'"))
        idle = idle.where(conversations.c.id > after_id, conversations.c.last_activity_at < before)
        if since is not None:
            idle = idle.where(conversations.c.last_activity_at >= since)
        return [int(row.id) for row in self._work.all(idle.order_by(conversations.c.id).limit(literal_int(limit)))]

    def _locked(self, *where: sa.ColumnElement[bool]) -> list[Conversation]:
        select = sa.select(conversations).where(*where).order_by(conversations.c.id)
        return [self._read(row) for row in self._work.all(select.with_for_update(key_share=True))]

    def _read(self, row: sa.Row[Any]) -> Conversation:
        session = load_session(self._work.vault.open(f"conversations.session:{row.address_id}", row.session))
        return Conversation(
            id=row.id,
            address_id=row.address_id,
            subject_id=row.subject_id,
            session=session,
            version=row.version,
            next_n=row.next_n,
            started_at=row.started_at,
            last_activity_at=row.last_activity_at,
            last_inbound_at=row.last_inbound_at,
            burst_due_at=row.burst_due_at,
            burst_from_n=row.burst_from_n,
            consented_at=row.consented_at,
            loaded_version=row.version,
            next_seq=row.next_seq,
        )

    def _session(self, address_id: int, session: Session) -> dict[str, Any]:
        words = self._work.vault.seal(f"conversations.session:{address_id}", dump_session(session))
        where = {"step": session.step, "asked": session.asked, "release": session.release}
        return {"session": words, "status": session.status, "revision": session.revision, **where}

    def _changes(self, one: Conversation) -> dict[str, Any]:
        changed = {name: getattr(one, name) for name in _PLAIN}
        return {**changed, **self._session(one.address_id, one.session), **_SAVED, "b_id": one.id, "b_version": one.loaded_version}
