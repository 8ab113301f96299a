"""The one door to a patient's record: who may do what, and an audit row for every look and every step.

Knows roles, rights and records; must not know HTTP or pages. The JSON API and the console both come through here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal, TypeAlias

from bot.rules import Rules
from flows.session import Flag
from storage.audit import AuditEntry
from storage.cases import Case, QueuePage
from storage.messages import StoredMessage
from storage.outbox import Send
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
"""Which roles hold which right: `work` is claim, release, write, lift; `sends` and `audit` show codes, never words."""

TRANSCRIPT_MOST: Final = 5000


class Forbidden(Exception):
    """The role does not hold the right."""


class Hidden(Exception):
    """No such case, or none this person may see: told apart by nobody."""


@dataclass(frozen=True, slots=True)
class Record:
    """A case opened for reading."""

    case: Case
    packet: Mapping[str, Any]
    transcript: Sequence[StoredMessage]
    timeline: Sequence[TimelineEntry]


def require(staff: StaffMember, right: Right) -> None:
    """Raise `Forbidden` unless the role of `staff` holds `right`."""
    if staff.role not in RIGHTS[right]:
        raise Forbidden(right)


@dataclass(frozen=True, slots=True)
class Access:
    """What one person may see and do in one transaction, at business time `at`."""

    uow: UnitOfWork
    staff: StaffMember
    at: datetime
    rules: Rules

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
        case = self.case(case_id, "record")
        self.note("case.read", case.case_id)
        return Record(case, self._packet(case), self._transcript(case), self.uow.timeline.of(case.id))

    def sends(self, case_id: str) -> list[Send]:
        """The sends of a case, codes only."""
        case = self.case(case_id, "sends")
        self.note("sends.read", case.case_id)
        return self.uow.outbox.for_case(case.case_id)

    def audit(self, after: int, limit: int) -> list[AuditEntry]:
        """Audit rows above `after`; the look is an audit row too."""
        require(self.staff, "audit")
        self.note("audit.read", "audit", {"after": after})
        return self.uow.audit.page(after, limit)

    def note(self, action: str, what: str, detail: Mapping[str, str | int] | None = None) -> None:
        """One audit row with this person as actor."""
        self.uow.audit.append(at=self.at, actor=self.staff.staff_ref, action=action, object=what, detail=detail)

    def _packet(self, case: Case) -> Mapping[str, Any]:
        """As it stands while the intake runs, as it was handed off afterwards; with every flag of the case, also those we raised."""
        stored = self.uow.cases.packet(case) if case.status != "intake" else None
        if stored is None:
            held = self.uow.conversations.lock([case.conversation_id]).get(case.conversation_id)
            stored = dict(self.rules.packet(held.session)) if held is not None else {}
        told = list(stored.get("flags", ()))
        known = {flag["id"] for flag in told}
        ours = [flag for flag in self.uow.flags.of([case.id]).get(case.id, ()) if flag.id not in known]
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
