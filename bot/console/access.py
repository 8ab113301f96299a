"""The one door to a patient's record: who may do what, and an audit row for every look and every step.

Knows roles, rights and records; must not know HTTP or pages. The JSON API and the console both come through here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, Literal, TypeAlias

from bot.metrics import BROWSED
from bot.rules import Rules
from flows.session import Flag
from storage.alarms import AlarmRow, Ticket
from storage.attachments import Attachment
from storage.audit import AuditEntry
from storage.board import DATED, BoardPage, Row, Sieve
from storage.case_phones import bare
from storage.cases import Case, QueuePage
from storage.check_ins import Answered, CheckIn, Plan
from storage.clocks import Clock, Pause
from storage.decisions import Decision, Paper
from storage.forms import Form
from storage.messages import StoredMessage
from storage.notes import Note
from storage.outbox import Send
from storage.people import Address, Contact
from storage.staff import StaffMember
from storage.timeline import TimelineEntry
from storage.unit_of_work import UnitOfWork

Right: TypeAlias = Literal["queue", "record", "work", "decide", "sends", "audit", "metrics", "staff"]

RIGHTS: Final[Mapping[Right, frozenset[str]]] = {
    "queue": frozenset({"coordinator", "physician"}),
    "record": frozenset({"coordinator", "physician"}),
    "work": frozenset({"coordinator", "physician"}),
    "decide": frozenset({"physician"}),
    "sends": frozenset({"coordinator", "physician", "auditor", "admin"}),
    "audit": frozenset({"auditor", "admin"}),
    "metrics": frozenset({"coordinator", "physician", "auditor", "admin"}),
    "staff": frozenset({"admin"}),
}
"""Which roles hold which right: `work` is claim, release, write, lift; `sends` and `audit` show codes, never words nor health data."""

TRANSCRIPT_MOST: Final = 5000

TWINS: Final = 3
"""Cases of what may be the same person that are named at most."""

BROWSING: Final = 200
BROWSING_WITHIN: Final = timedelta(minutes=10)
"""So many records opened by one person in so short a time are told to the auditor."""

UNUSUAL: Final = "unusual"
"""The object of audit rows an auditor should see first."""


class Forbidden(Exception):
    """The role does not hold the right."""


class StepUpNeeded(Exception):
    """The one-time code is asked for again."""


class Hidden(Exception):
    """No such case, or none this person may see: told apart by nobody."""


@dataclass(frozen=True, slots=True)
class Record:
    """A case opened for reading."""

    case: Case
    packet: Mapping[str, Any]
    transcript: Sequence[StoredMessage]
    timeline: Sequence[TimelineEntry]
    decisions: Sequence[Decision] = ()
    papers: Sequence[Paper] = ()


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A case opened to be worked on: the record, and beside it what colleagues wrote, what runs, and where replies would go.

    `twins` are cases that may be the same person's on another channel; `acted_at` when the holder last did anything; `tasks` what the
    patient asks about their data and nobody has answered.
    """

    record: Record
    notes: Sequence[Note]
    clocks: Sequence[Clock]
    pauses: Sequence[Pause]
    sends: Sequence[Send]
    alarms: Sequence[AlarmRow]
    address: Address
    acted_at: datetime | None
    twins: Sequence[Case]
    tasks: Sequence[Ticket] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """A case's follow-up: its plan (None before a treatment), its check-ins, and what they brought.

    `lately` is how many texts the person got unasked in the last 30 days, for all purposes together; `flags` are those that stand.
    """

    case: Case
    plan: Plan | None
    check_ins: Sequence[CheckIn]
    told: Sequence[Answered]
    forms: Sequence[Form]
    lately: int
    flags: Sequence[Flag] = ()


def require(staff: StaffMember, right: Right) -> None:
    """Raise `Forbidden` unless the role of `staff` holds `right`."""
    if staff.role not in RIGHTS[right]:
        raise Forbidden(right)


@dataclass(frozen=True, slots=True)
class Access:
    """What one person may see and do in one transaction, at business time `at`. `proved`: whether they proved lately who they are."""

    uow: UnitOfWork
    staff: StaffMember
    at: datetime
    rules: Rules
    proved: bool = True

    def queue(self, *, statuses: Sequence[str], limit: int, cursor: str | None) -> QueuePage:
        """A page of the queue; the look is one audit row. Raises `BadCursor`."""
        require(self.staff, "queue")
        page = self.uow.cases.queue(statuses=statuses, limit=limit, cursor=cursor)
        self.note("queue.read", "queue", {"count": len(page.items)})
        return page

    def case(self, case_id: str, right: Right) -> Case:
        """The case, or `Hidden`; `Forbidden` comes first. The caller notes what is done with it."""
        require(self.staff, right)
        case = self.uow.cases.get(case_id) if case_id.isprintable() else None
        if case is None:
            raise Hidden
        return case

    def record(self, case_id: str) -> Record:
        """A whole case; the look is an audit row."""
        case = self.readable(case_id)
        self.note("case.read", case.case_id)
        self._mark_browsing()
        signed, given = self.uow.decisions.of(case.id), self.uow.decisions.papers(case.id)
        return Record(case, self.packet(case), self._transcript(case), self.uow.timeline.of(case.id), signed, given)

    def sends(self, case_id: str) -> list[Send]:
        """The sends of a case, codes only; `message_key` is empty for who may not read the record.

        A key names what was asked or told (`screening-pregnancy`), and that follows from answers: it is health data.
        """
        case = self.case(case_id, "sends")
        self.note("sends.read", case.case_id)
        found = self.uow.outbox.for_case(case.case_id)
        return found if self.staff.role in RIGHTS["record"] else [replace(send, message_key="") for send in found]

    def check_ins(self, since: datetime, until: datetime) -> list[CheckIn]:
        """Check-ins due in a span; the look is an audit row."""
        require(self.staff, "queue")
        found = self.uow.check_ins.between(since, until)
        self.note("check_ins.read", "check_ins", {"count": len(found)})
        return found

    def follow_up(self, action: str = "follow_up.read") -> datetime:
        """Follow-up across people may be read now; the look is an audit row. The rows are then read beside the writer."""
        require(self.staff, "queue")
        self.note(action, "follow_up")
        return self.at

    def followed(self, case_id: str) -> Followed:
        """The follow-up of one case; the look is an audit row."""
        case = self.readable(case_id)
        self.note("follow_up.case_read", case.case_id)
        self._mark_browsing()
        rows, forms, lately = self.uow.check_ins, self.uow.forms.of_case(case.id), lately_told(self, case)
        return Followed(
            case,
            rows.plan_of(case.id),
            rows.of_case(case.id),
            rows.answered(case.id),
            forms,
            lately,
            self.uow.flags.of([case.id]).get(case.id, ()),
        )

    def audit(self, after: int, limit: int) -> list[AuditEntry]:
        """Audit rows above `after`; the look is an audit row too."""
        require(self.staff, "audit")
        self.note("audit.read", "audit", {"after": after})
        return self.uow.audit.page(after, limit)

    def audit_search(self, actor: str, about: str, before: int | None, limit: int) -> list[AuditEntry]:
        """Audit rows, newest first, of one person and about a case, a patient (all their cases) or a person; the look is a row too."""
        require(self.staff, "audit")
        self.note("audit.read", "audit", {"before": before} if before else None)
        return self.uow.audit.search(actor=actor, objects=self.audit_objects(about), before=before, limit=limit)

    def audit_objects(self, about: str) -> list[str] | None:
        """What audit rows about this case, patient or person name as their object; None for no such wish."""
        require(self.staff, "audit")
        return [about, *(case.case_id for case in self.uow.cases.by_patient(about))] if about else None

    def board(
        self, sieve: Sieve, counted: Sequence[Sieve], *, day_ends: datetime, limit: int = 50, cursor: str | None = None
    ) -> tuple[BoardPage, list[int]]:
        """A page of the queue as staff filter it, and how many cases other sieves let through. One audit row. Raises `BadCursor`."""
        require(self.staff, "queue")
        page = self.uow.board.page(sieve, now=self.at, day_ends=day_ends, limit=limit, cursor=cursor)
        self.note("queue.read", "queue", {"count": len(page.rows)})
        return page, [self.uow.board.count(each, now=self.at, day_ends=day_ends) for each in counted]

    def rows(self, case_ids: Sequence[str]) -> list[Row]:
        """Rows of the queue by case, for a page that is open already; one audit row. Unknown cases are left out."""
        require(self.staff, "queue")
        known = [case for case_id in case_ids if case_id.isprintable() and (case := self.uow.cases.get(case_id))]
        self.note("queue.read", "queue", {"count": len(known)})
        return self.uow.board.rows([case.id for case in known])

    def found(self, wanted: str, most: int) -> tuple[list[Row], int, bool]:
        """Cases by reference or by the patient's name, how many names were looked at, whether all. One audit row, without the words."""
        require(self.staff, "record")
        rows, looked, complete = self.uow.board.named(wanted, most)
        self.note("queue.searched", "queue", {"count": len(rows)})
        return rows, looked, complete

    def desk(self, case_id: str, whatsapp_account: str = "") -> OnDesk:
        """A whole case with all that staff work with beside it; the look is one audit row. The account is ours, where numbers are known."""
        record = self.record(case_id)
        case, uow = record.case, self.uow
        address = uow.people.get(uow.conversations.peek([case.conversation_id])[case.conversation_id].address_id)
        return OnDesk(
            record=record,
            notes=uow.notes.of(case.id),
            clocks=uow.clocks.of(case.id),
            pauses=uow.clocks.pauses(case.id),
            sends=uow.outbox.for_case(case.case_id),
            alarms=uow.alarms.of(case.id),
            address=address,
            acted_at=uow.claims.last_acts([case.id]).get(case.id),
            twins=self._twins(record, address, whatsapp_account),
            tasks=uow.tickets.waiting([case.id], DATED).get(case.id, ()),
        )

    def file(self, case_id: str, attachment_id: str) -> Attachment:
        """A file of a case's conversation, kept or not; the look is an audit row. `Hidden` when it belongs to another."""
        case = self.readable(case_id)
        file = self.uow.attachments.get(attachment_id) if attachment_id.isprintable() else None
        if file is None or file.conversation_id != case.conversation_id:
            raise Hidden
        self.note("file.read", case.case_id, {"file": attachment_id})
        return file

    def readable(self, case_id: str) -> Case:
        """The case, for reading. One that ended and was another's asks for proof, once in a while: nobody works on it any more."""
        case = self.case(case_id, "record")
        if case.closed_at is not None and case.claimed_by != self.staff.staff_ref and not self.proved:
            raise StepUpNeeded
        return case

    def _twins(self, record: Record, address: Address, account: str) -> list[Case]:
        """Cases that may be this person's on another channel, the newest of each. For a person to confirm, never merged.

        Known from either side: the number given here is written from there or was given there too, or this number was given there.
        """
        own, uow = record.case, self.uow
        phone = bare(str((record.packet.get("contact") or {}).get("phone") or ""))
        found = uow.cases.by_keys(uow.phones.given([phone, address.value if address.kind == "phone" else ""]))
        if phone and address.kind != "phone":
            known = uow.people.find([Contact("whatsapp", account, "phone", phone)])
            talks = uow.conversations.load_for([each.id for each in known.values()])
            found += uow.cases.latest_for([talk.id for talk in talks.values()]).values()
        newest = {case.patient_ref: case for case in sorted(found, key=lambda case: case.id)}
        return [case for ref, case in newest.items() if ref != own.patient_ref and case.channel != own.channel][-TWINS:]

    def note(self, action: str, what: str, detail: Mapping[str, str | int] | None = None) -> None:
        """One audit row with this person as actor."""
        self.uow.audit.append(at=self.at, actor=self.staff.staff_ref, action=action, object=what, detail=detail)

    def _mark_browsing(self) -> None:
        """Many records in a short time are not how anyone works here: a row the auditor's page puts first (reliability.md 3.2 case 53)."""
        since, ref = self.at - BROWSING_WITHIN, self.staff.staff_ref
        if self.uow.audit.count(ref, "case.read", since, BROWSING + 1) == BROWSING:
            self.note("staff.many_reads", UNUSUAL, {"count": BROWSING})
            BROWSED.inc()

    def packet(self, case: Case) -> Mapping[str, Any]:
        """As it stands while the intake runs, as it was handed off afterwards; with every flag of the case, also those we raised.

        A flag that somebody cleared stays in sight, with who did it (`cleared_by`, a staff reference).
        """
        stored = self.uow.cases.packet(case) if case.status != "intake" else None
        if stored is None:
            held = self.uow.conversations.lock([case.conversation_id]).get(case.conversation_id)
            stored = dict(self.rules.packet(held.session)) if held is not None else {}
        told = list(stored.get("flags", ()))
        known = {flag["id"] for flag in told}
        ours = [flag for flag in self.uow.flags.of([case.id]).get(case.id, ()) if flag.id not in known]
        cleared = self.uow.flags.cleared(case.id)
        told = [{**flag, "cleared_by": cleared[flag["id"]]} if flag["id"] in cleared else flag for flag in told]
        return {**stored, "flags": told + [_flag(flag) for flag in ours]}

    def _transcript(self, case: Case) -> list[StoredMessage]:
        found: list[StoredMessage] = []
        while len(found) < TRANSCRIPT_MOST:
            page = self.uow.messages.for_conversation(case.conversation_id, found[-1].n if found else 0)
            found += page
            if not page:
                break
        return found


def _flag(flag: Flag) -> dict[str, Any]:
    """As the packet words it (contract.md 7)."""
    return {"id": flag.id, "severity": flag.severity, "source": flag.source, "quote": flag.quote, "message_n": flag.n}


def lately_told(access: Access, case: Case) -> int:
    """How many texts the person of a case got unasked in the last 30 days."""
    address = access.uow.conversations.peek([case.conversation_id])[case.conversation_id].address_id
    return access.uow.outbox.lately(address, access.at)
