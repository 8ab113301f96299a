"""Conversations: the session between two messages, locked while a turn holds it, with the timers that wake it.

Knows how a session is stored, never what follows from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flows.session import Session
from storage.work import Work


class StaleConversation(Exception):
    """Another transaction saved this conversation in between; roll back and handle the turn again."""


@dataclass(slots=True)
class Conversation:
    """One live conversation, changed in place by a turn and written by `Conversations.save`.

    `version` rises by one per effect carried out. `burst_due_at` is real time, every other time is business time. `burst_from_n` is
    the first message of the texts that wait for their burst to end, None when none waits.
    `consented_at` is when health data might first be kept.
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
        raise NotImplementedError

    def lock(self, conversation_ids: Sequence[int]) -> dict[int, Conversation]:
        """Conversations by their own id, locked the same way: for what comes from staff or a timer."""
        raise NotImplementedError

    def create(self, address_id: int, subject_id: int, session: Session, at: datetime) -> Conversation:
        """Begin a conversation. The address must be locked by `People.find_or_create`; one live conversation per address."""
        raise NotImplementedError

    def save(self, conversations: Sequence[Conversation]) -> None:
        """Write them all in one executemany. Raises StaleConversation when one was changed by another transaction."""
        raise NotImplementedError

    def end(self, conversation_id: int, at: datetime) -> None:
        """Close a conversation: the next message of this address begins a new one."""
        raise NotImplementedError

    def due_bursts(self, real_now: datetime, limit: int) -> list[Conversation]:
        """Conversations whose burst has ended, locked for this transaction; what another process holds is passed over.

        The caller handles the waiting texts, sets `burst_due_at` and `burst_from_n` to None, saves and commits.
        """
        raise NotImplementedError

    def idle(self, before: datetime, limit: int, after_id: int = 0) -> list[int]:
        """Ids of live conversations with an open question and no activity since `before`, keyset by id; locks nothing."""
        raise NotImplementedError
