"""One unit of work: one transaction and every repository over it. Rolls back unless `commit()` was called.

    database = Database(url, keys)                 # storage/database.py; keys = APP_DATA_KEYS, split
    with database.write() as uow:                  # BEGIN IMMEDIATE on SQLite
        fresh = uow.inbox.accept(keys, at)         # first statement of a turn's transaction
        addresses = uow.people.find_or_create(contacts, at)             # locks the addresses (PostgreSQL)
        talks = uow.conversations.load_for([a.id for a in addresses.values()])
        cases = uow.cases.open_for([t.id for t in talks.values()])
        …                                          # flows.engine.advance, bot/apply.py
        uow.messages.append(new_messages)          # each one statement for the batch
        uow.outbox.plan(planned)
        uow.conversations.save(talks.values())
        uow.audit.append(at=…, actor="bot", action="case.handed_off", object=case_id)   # written by commit(), last of all
        uow.commit()
    with database.read() as uow:                   # deferred, read only; never blocks a writer
        page = uow.cases.queue(limit=50)

Repositories: inbox, people, conversations, messages, outbox, cases, decisions, flags, timeline, consents, check_ins, alarms, tickets,
attachments, staff, sessions, throttle, audit, retention and others below. Each lies in its own file; the rows it takes and gives are
dataclasses beside it. Order of locks, the same in every transaction: inbox, addresses, conversations, cases, the rest, audit head.

Must not know what a turn is.
"""

from types import TracebackType
from typing import Self

import sqlalchemy as sa

from storage.alarms import Alarms, Tickets
from storage.appointments import Appointments
from storage.attachments import Attachments
from storage.audit import Audit
from storage.board import Board
from storage.case_flags import CaseFlags
from storage.case_labels import CaseLabels
from storage.case_phones import CasePhones
from storage.cases import Cases
from storage.changes import Changes
from storage.check_ins import CheckIns
from storage.claims import Claims
from storage.clocks import Clocks
from storage.consents import Consents
from storage.conversations import Conversations
from storage.decisions import Decisions
from storage.events import Events
from storage.follow_ups import FollowUps
from storage.forms import Forms
from storage.hygiene import Hygiene
from storage.inbox import Inbox
from storage.messages import Messages
from storage.notes import Notes
from storage.outbox import Outbox
from storage.people import People
from storage.presence import Presence
from storage.research import Research
from storage.retention import Retention
from storage.saved_views import SavedViews
from storage.sessions import Sessions
from storage.sounds import Sounds
from storage.staff import Staff
from storage.staff_group import StaffGroup
from storage.staff_texts import StaffTexts
from storage.throttle import Throttle
from storage.timeline import Timeline
from storage.work import Work


class UnitOfWork:
    """A context manager over one transaction. Not shared between threads. `work` is for storage's own modules."""

    decisions: Decisions
    inbox: Inbox
    people: People
    conversations: Conversations
    messages: Messages
    events: Events
    hygiene: Hygiene
    outbox: Outbox
    cases: Cases
    flags: CaseFlags
    timeline: Timeline
    consents: Consents
    check_ins: CheckIns
    follow_ups: FollowUps
    forms: Forms
    appointments: Appointments
    alarms: Alarms
    tickets: Tickets
    attachments: Attachments
    staff: Staff
    staff_group: StaffGroup
    sessions: Sessions
    throttle: Throttle
    audit: Audit
    retention: Retention
    notes: Notes
    clocks: Clocks
    saved_views: SavedViews
    board: Board
    staff_texts: StaffTexts
    claims: Claims
    changes: Changes
    research: Research
    presence: Presence
    labels: CaseLabels
    phones: CasePhones
    sounds: Sounds

    def __init__(self, work: Work, transaction: sa.RootTransaction, *, writable: bool) -> None:
        self.work = work
        self._transaction = transaction
        self._writable = writable
        self._open_repositories(work)

    def _open_repositories(self, work: Work) -> None:
        self.inbox, self.people, self.conversations = Inbox(work), People(work), Conversations(work)
        self.events, self.hygiene, self.staff_group = Events(work), Hygiene(work), StaffGroup(work)
        self.messages, self.outbox, self.attachments = Messages(work), Outbox(work), Attachments(work)
        self.cases, self.flags, self.timeline = Cases(work), CaseFlags(work), Timeline(work)
        self.consents, self.alarms, self.tickets = Consents(work), Alarms(work), Tickets(work)
        self.check_ins, self.follow_ups, self.decisions = CheckIns(work), FollowUps(work), Decisions(work)
        self.sessions, self.throttle = Sessions(work), Throttle(work)
        self.labels, self.phones = CaseLabels(work), CasePhones(work)
        self.presence, self.sounds = Presence(work), Sounds(work)
        self.staff, self.audit, self.retention = Staff(work), Audit(work), Retention(work)
        self.notes, self.clocks, self.saved_views, self.board = Notes(work), Clocks(work), SavedViews(work), Board(work)
        self.staff_texts, self.claims, self.changes = StaffTexts(work), Claims(work), Changes(work)
        self.research = Research(work)
        self.forms, self.appointments = Forms(work), Appointments(work)

    def new_id(self) -> str:
        """A random opaque id (send_id, attachment_id): 32 hexadecimal characters."""
        return self.work.new_id()

    def mark(self, purpose: str, what: str) -> str:
        """Our keyed mark (hex) on something that leaves and comes back, such as an address: nobody else can make it."""
        return self.work.vault.blind(f"mark:{purpose}", what)

    def commit(self) -> None:
        """Write the audit entries and commit. Raises RuntimeError in a reading unit of work."""
        if not self._writable:
            raise RuntimeError("a reading unit of work has nothing to commit")
        self.audit.flush()
        self._transaction.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if self._transaction.is_active:
                self._transaction.rollback()
        finally:
            self.work.connection.close()
