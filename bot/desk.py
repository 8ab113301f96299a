"""What one transaction has on its desk: the conversations it holds, and the rows it will append together at the end.

Knows repositories; must not know channels or rules. Rows are written by executemany, in the order they were laid down.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.case_clocks import DEFAULT, Targets, step_taken
from storage.cases import Case
from storage.conversations import Conversation
from storage.events import NewEvent, SaidText
from storage.messages import NewMessage
from storage.outbox import Planned
from storage.people import Address, Contact
from storage.timeline import TimelineEntry
from storage.unit_of_work import UnitOfWork


@dataclass(slots=True)
class Talk:
    """A conversation in hand: who it is with, and its case (the newest one, open or closed; None before the first).

    While an event is carried out, `said` gathers the texts that answer it and `erased` tells that words had to go; else `said` is None.
    """

    conversation: Conversation
    address: Address
    case: Case | None = None
    said: list[SaidText] | None = None
    erased: bool = False


@dataclass(slots=True)
class Desk:
    """One transaction at one moment of business time `at` and real time `real_at`."""

    uow: UnitOfWork
    at: datetime
    real_at: datetime
    talks: dict[int, Talk] = field(default_factory=dict)
    by_contact: dict[Contact, Talk] = field(default_factory=dict)
    heard_from: set[int] = field(default_factory=set)
    targets: Targets = DEFAULT
    _messages: list[NewMessage] = field(default_factory=list)
    _planned: list[Planned] = field(default_factory=list)
    _events: list[NewEvent] = field(default_factory=list)

    def write_down(self, message: NewMessage) -> None:
        """Append a message to the transcript."""
        self._messages.append(message)

    def plan(self, planned: Planned) -> None:
        """Put a text in the outbox."""
        self._planned.append(planned)

    def keep(self, event: NewEvent) -> None:
        """Keep what moved a conversation."""
        self._events.append(event)

    def flush(self) -> None:
        """Write what was laid down so far; needed before it is read back in the same transaction."""
        if self._messages:
            self.uow.messages.append(self._messages)
        if self._planned:
            self.uow.outbox.plan(self._planned)
        if self._events:
            self.uow.events.append(self._events)
        self._messages, self._planned, self._events = [], [], []

    def finish(self) -> None:
        """Write everything; the caller commits."""
        self.flush()
        if self.heard_from:
            self.uow.people.heard_from(dict.fromkeys(sorted(self.heard_from), self.at))
        if self.talks:
            self.uow.conversations.save([talk.conversation for talk in self.talks.values()])

    def note(self, case: Case, action: str, *, actor: str = "bot", was: str = "", now: str = "", reason: str = "") -> None:
        """One step of a case's life, on its timeline, in the audit log and for its clocks. All of it codes."""
        step_taken(self.uow, case, action, actor=actor, was=was, now=now, at=self.at, targets=self.targets)
        self.uow.timeline.append(case.id, TimelineEntry(self.at, actor, action, was, now, reason))
        detail = {name: value for name, value in (("from", was), ("to", now), ("reason", reason)) if value}
        self.uow.audit.append(at=self.at, actor=actor, action=f"case.{action}", object=case.case_id, detail=detail)

    def hold_conversations(self, ids: Sequence[int]) -> list[Talk]:
        """Lock conversations by id and put them on the desk, with address and newest case; unknown ids are left out."""
        wanted = [conversation_id for conversation_id in ids if conversation_id not in self.talks]
        held = self.uow.conversations.lock(wanted) if wanted else {}
        cases = self.uow.cases.latest_for(list(held)) if held else {}
        for conversation_id, conversation in held.items():
            address = self.uow.people.get(conversation.address_id)
            self.talks[conversation_id] = Talk(conversation, address, cases.get(conversation_id))
        return [self.talks[conversation_id] for conversation_id in ids if conversation_id in self.talks]
