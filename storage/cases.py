"""Cases: what staff work on. Each change is a compare-and-set on the row's status and version.

Knows statuses, holders and the order of the queue; must not know who may do what (`flows/handoff.py`) nor any words of texts.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from flows.session import Flag
from storage.case_flags import CaseFlags
from storage.case_phones import CasePhones
from storage.case_queue import MAX_PAGE, OPEN, PLAIN, WAITING, WAITS, BadCursor, cursor_after, higher, queue_page, select_cases
from storage.columns import literal_int
from storage.models import cases, packets, subjects
from storage.models_cases import ENDED, FOR_GOOD
from storage.work import Work

__all__ = ["BadCursor", "Case", "Cases", "Moved", "QueuePage", "shown"]
_NOTHING: Mapping[str, Any] = {"indication": [], "evidence_tier": ""}


SHOWN: Final = 8
"""Characters of a patient's reference that people see; the rest is never shown."""


def shown(patient_ref: str) -> str:
    """The part of a patient's reference that people see and quote."""
    return patient_ref[:SHOWN]


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. `id` is internal, `case_id` opaque and public. `claimed_by` is a staff reference, empty when free."""

    id: int
    case_id: str
    conversation_id: int
    subject_id: int
    patient_ref: str
    channel: str
    language: str
    status: str
    priority: str
    indication: tuple[str, ...]
    evidence_tier: str
    claimed_by: str
    claimed_at: datetime | None
    version: int
    revision: str
    protocol_version: str
    packet_version: int
    created_at: datetime
    completed_at: datetime | None
    waiting_since: datetime
    due_at: datetime | None
    closed_at: datetime | None
    flags: tuple[str, ...] = ()
    hard: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """What staff see of the patient's reference, in every place alike, and the queue's search finds."""
        return shown(self.patient_ref)


@dataclass(frozen=True, slots=True)
class Moved:
    """The outcome of a compare-and-set: `case` as it stands after it, `was` its status before, `holder` who holds it now."""

    won: bool
    case: Case
    was: str
    holder: str


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page and the cursor of the next, None at the end."""

    items: tuple[Case, ...]
    next_cursor: str | None


class Cases:
    """The `cases` and `packets` tables."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def open_intake(
        self, conversation_id: int, subject_id: int, *, channel: str, language: str, revision: str, protocol_version: str, at: datetime
    ) -> Case:
        """The case of a conversation's first message (status `intake`); one open case per conversation, enforced by an index."""
        row = {
            "case_id": self._work.new_id(),
            "conversation_id": conversation_id,
            "subject_id": subject_id,
            "channel": channel,
            "language": language,
            "revision": revision,
            "protocol_version": protocol_version,
            "created_at": at,
            "waiting_since": at,
        }
        self._work.connection.execute(sa.insert(cases).values(**row))
        return self._one(cases.c.case_id == row["case_id"])

    def open_for(self, conversation_ids: Sequence[int]) -> dict[int, Case]:
        """The open case of each conversation, by conversation id, in one select; locked on PostgreSQL. Flags are not filled in."""
        if not conversation_ids:
            return {}
        select = select_cases().where(cases.c.conversation_id.in_(conversation_ids), OPEN).order_by(cases.c.id)
        rows = self._work.all(select.with_for_update(of=cases, key_share=True))
        return {row.conversation_id: self._read(row) for row in rows}

    def latest_for(self, conversation_ids: Sequence[int]) -> dict[int, Case]:
        """The newest case of each conversation, open or closed; locks nothing."""
        if not conversation_ids:
            return {}
        rows = self._work.all(select_cases().where(cases.c.conversation_id.in_(conversation_ids)).order_by(cases.c.id))
        return {row.conversation_id: self._read(row) for row in rows}

    def describe(self, case: Case, *, language: str, indication: Sequence[str], evidence_tier: str) -> None:
        """What is known of the case while the intake runs; the codes are sealed."""
        if (case.language, case.indication, case.evidence_tier) == (language, tuple(indication), evidence_tier):
            return
        summary = json.dumps({"indication": list(indication), "evidence_tier": evidence_tier})
        self._change(case.id, language=language, summary=self._work.vault.seal(f"cases.summary:{case.case_id}", summary))

    def hand_off(
        self, case: Case, *, priority: str, at: datetime, due_at: datetime | None, again: bool = False, ended: bool = True
    ) -> bool:
        """`intake` becomes `new`, with `waiting_since`; False the second time or where told `again` (the priority may still rise).

        `completed_at` is when the questions `ended`, which may be long after a person was given the case, and is set once.
        """
        now = self._one(cases.c.id == case.id)
        completed = {"completed_at": at} if ended and now.completed_at is None and now.closed_at is None else {}
        if again or now.completed_at is not None or now.closed_at is not None:
            self._change(now.id, priority=higher(now.priority, priority), **completed)
            return False
        waiting = {"waiting_since": at} if now.status == "intake" else {}
        status = "new" if now.status == "intake" else now.status
        self._change(now.id, status=status, priority=higher(now.priority, priority), due_at=due_at, **waiting, **completed)
        return True

    def press(self, case: Case, priority: str, at: datetime) -> None:
        """The case waits for a person from now on, at least as pressing as this."""
        now = self._one(cases.c.id == case.id)
        self._change(now.id, priority=higher(now.priority, priority), waiting_since=at)

    def hold(self, case: Case, at: datetime) -> bool:
        """`emergency_hold`, priority `emergency`, top of the queue; keeps the holder. False when it is held already."""
        free = sa.and_(cases.c.id == case.id, OPEN, cases.c.status != "emergency_hold")
        return self._change_where(free, status="emergency_hold", priority="emergency", waiting_since=at) > 0

    def calm(self, case: Case, priority: str) -> None:
        """The emergency of a decided case is over: from now on it is as pressing as this. Nothing where it is held again."""
        self._change_where(sa.and_(cases.c.id == case.id, cases.c.status != "emergency_hold"), priority=priority)

    def withdraw(self, case: Case, at: datetime) -> bool:
        """`withdrawn_by_patient`: the patient ended it. False when the case is closed already, or the patient was treated."""
        untreated = sa.and_(cases.c.id == case.id, OPEN, cases.c.status.not_in(("treated", "follow_up")))
        return self._change_where(untreated, status="withdrawn_by_patient", closed_at=at) > 0

    def claim(self, case_id: str, staff_ref: str, at: datetime, *, version: int | None = None) -> Moved:
        """Take a `new`, free or already held-by-me case: one wins, the others learn the holder. Raises KeyError."""
        status = sa.case((cases.c.status == "new", "claimed"), else_=cases.c.status)
        free = sa.and_(cases.c.case_id == case_id, cases.c.claimed_by == "", cases.c.queue_rank.is_not(None), _version_is(version))
        moved = self._swap(case_id, free, status=status, claimed_by=staff_ref, claimed_at=at)
        return replace(moved, won=True) if moved.holder == staff_ref and version in {None, moved.case.version} else moved

    def release(self, case_id: str, staff_ref: str, at: datetime, *, version: int | None = None) -> Moved:
        """Give a case back to the queue; `claimed` becomes `new`. Only its holder may. Raises KeyError."""
        status = sa.case((cases.c.status == "claimed", "new"), else_=cases.c.status)
        mine = sa.and_(cases.c.case_id == case_id, cases.c.claimed_by == staff_ref, OPEN, _version_is(version))
        return self._swap(case_id, mine, status=status, claimed_by="", claimed_at=None, waiting_since=at)

    def request_review(self, case_id: str, staff_ref: str, at: datetime, *, version: int | None = None) -> Moved:
        """`claimed` becomes `physician_review` and free for a physician to claim. Only its holder may. Raises KeyError."""
        mine = sa.and_(cases.c.case_id == case_id, cases.c.claimed_by == staff_ref, cases.c.status == "claimed", _version_is(version))
        return self._swap(case_id, mine, status="physician_review", claimed_by="", claimed_at=None, waiting_since=at)

    def move(
        self, case_id: str, *, expected: Sequence[str], to: str, at: datetime, holder: str | None = None, version: int | None = None
    ) -> Moved:
        """Any other step of a case's life: wins when the status is one of `expected`, and the holder and version (if given) match.

        An empty `holder` means nobody may hold it. Ending statuses set `closed_at`; one that ended for good is nobody's. Raises KeyError.
        """
        held = sa.true() if holder is None else cases.c.claimed_by == holder
        ready = sa.and_(cases.c.case_id == case_id, cases.c.status.in_(expected), held, _version_is(version))
        closed = {"closed_at": sa.func.coalesce(cases.c.closed_at, at) if to in ENDED else None}
        waiting = {"waiting_since": at} if to in WAITS else {}
        free = {"claimed_by": "", "claimed_at": None} if to in FOR_GOOD else {}
        return self._swap(case_id, ready, status=to, **closed, **waiting, **free)

    def decide(self, case_id: str, staff_ref: str, at: datetime, *, expected: str, to: str) -> Moved:
        """A decision was signed: the status moves, and who decided holds the case from now on. Raises KeyError."""
        ready = sa.and_(cases.c.case_id == case_id, cases.c.status == expected, cases.c.claimed_by.in_(("", staff_ref)))
        closed = {"closed_at": sa.func.coalesce(cases.c.closed_at, at) if to in ENDED else None}
        return self._swap(case_id, ready, status=to, claimed_by=staff_ref, claimed_at=at, **closed)

    def locked(self, case_id: str) -> Case:
        """One case as it stands, its row locked until the transaction ends (PostgreSQL). Flags are not filled in. Raises KeyError."""
        row = self._work.one(select_cases().where(cases.c.case_id == case_id).with_for_update(of=cases, key_share=True))
        if row is None:
            raise KeyError(case_id)
        return self._read(row)

    def get(self, case_id: str) -> Case | None:
        """One case with its flags, or None."""
        row = self._work.one(select_cases().where(cases.c.case_id == case_id))
        return None if row is None else self._with_flags([self._read(row)])[0]

    def by_keys(self, case_pks: Sequence[int]) -> list[Case]:
        """Cases by their internal numbers, with flags, in no order."""
        return self._with_flags([self._read(row) for row in self._work.all(select_cases().where(cases.c.id.in_(case_pks)))])

    def by_ids(self, case_ids: Sequence[str]) -> list[Case]:
        """Cases by the ids people are told, with flags, in no order; unknown ids are left out."""
        return self._with_flags([self._read(row) for row in self._work.all(select_cases().where(cases.c.case_id.in_(case_ids)))])

    def by_patient(self, patient_ref: str) -> list[Case]:
        """Every case of a patient, newest first."""
        rows = self._work.all(select_cases().where(subjects.c.patient_ref == patient_ref).order_by(cases.c.id.desc()))
        return self._with_flags([self._read(row) for row in rows])

    def queue(self, *, statuses: Sequence[str] = (), limit: int = 50, cursor: str | None = None) -> QueuePage:
        """A page in the order of work: priority, then longest waiting. Without statuses: all a person may have to act on.

        Raises BadCursor. `limit` 1–200.
        """
        size = min(max(limit, 1), MAX_PAGE)
        rows = self._work.all(queue_page(statuses, size + 1, cursor))
        items = self._with_flags([self._read(row) for row in rows[:size]])
        return QueuePage(tuple(items), cursor_after(rows[size - 1]) if len(rows) > size else None)

    def idle_claims(self, before: datetime, limit: int) -> list[Case]:
        """Cases claimed before `before` and still in `claimed`: they return to the queue."""
        idle = select_cases().where(sa.text("cases.status = 'claimed'"), cases.c.claimed_at < before)
        return [self._read(row) for row in self._work.all(idle.order_by(cases.c.claimed_at).limit(literal_int(limit)))]

    def completed(self, statuses: Sequence[str], since: datetime, until: datetime, skip: int, limit: int) -> list[Case]:
        """Cases in these statuses whose intake ended in the span, the earliest first, without the first `skip`."""
        span = (cases.c.completed_at >= since, cases.c.completed_at <= until)
        found = select_cases().where(cases.c.status.in_(statuses), *span).order_by(cases.c.completed_at, cases.c.id)
        return [self._read(row) for row in self._work.all(found.limit(literal_int(limit)).offset(literal_int(skip)))]

    def overdue(self, now: datetime, limit: int) -> list[Case]:
        """Free cases in the queue whose `due_at` has passed."""
        late = select_cases().where(WAITING, cases.c.due_at < now)
        return [self._read(row) for row in self._work.all(late.order_by(cases.c.due_at).limit(literal_int(limit)))]

    def put_packet(self, case: Case, packet: Mapping[str, Any], at: datetime) -> int:
        """Keep the hand-off packet (JSON) as the next version, sealed; an unchanged packet keeps its version. Returns the version."""
        text = json.dumps(packet, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        newest = self._packet_text(case.id, None)
        if newest is not None and newest[1] == text:
            return newest[0]
        version = 1 if newest is None else newest[0] + 1
        sealed = self._work.vault.seal(f"packets.body:{case.id}/{version}", text)
        self._work.connection.execute(sa.insert(packets).values(case_pk=case.id, version=version, at=at, body=sealed))
        CasePhones(self._work).keep(case.id, str((packet.get("contact") or {}).get("phone") or ""))
        self._change(case.id, packet_version=version)
        return version

    def packet(self, case: Case, version: int | None = None) -> dict[str, Any] | None:
        """The newest packet, or an earlier version."""
        found = self._packet_text(case.id, version)
        return None if found is None else dict(json.loads(found[1]))

    def _packet_text(self, case_pk: int, version: int | None) -> tuple[int, str] | None:
        select = sa.select(packets).where(packets.c.case_pk == case_pk).order_by(packets.c.version.desc()).limit(1)
        row = self._work.one(select if version is None else select.where(packets.c.version == version))
        return None if row is None else (row.version, self._work.vault.open(f"packets.body:{case_pk}/{row.version}", row.body))

    def _change(self, case_pk: int, **values: Any) -> None:  # noqa: ANN401 - column values
        self._change_where(cases.c.id == case_pk, **values)

    def _change_where(self, where: sa.ColumnElement[bool], **values: Any) -> int:  # noqa: ANN401 - column values
        return self._work.change(sa.update(cases).where(where).values(**values, version=cases.c.version + 1))

    def _swap(self, case_id: str, where: sa.ColumnElement[bool], **values: Any) -> Moved:  # noqa: ANN401 - column values
        """Compare and set, then say how things stand; the row is locked first, so what was and what is belong together."""
        select = select_cases().where(cases.c.case_id == case_id).with_for_update(of=cases, key_share=True)
        row = self._work.one(select)
        if row is None:
            raise KeyError(case_id)
        won = self._change_where(where, **values) > 0
        after = self._one(cases.c.case_id == case_id) if won else self._read(row)
        return Moved(won, after, row.status, after.claimed_by)

    def _one(self, where: sa.ColumnElement[bool]) -> Case:
        return self._read(self._work.connection.execute(select_cases().where(where)).one())

    def _with_flags(self, found: Sequence[Case]) -> list[Case]:
        flags = CaseFlags(self._work).of([case.id for case in found])
        return [_flagged(case, flags.get(case.id, [])) for case in found]

    def _read(self, row: sa.Row[Any]) -> Case:
        place = f"cases.summary:{row.case_id}"
        summary = _NOTHING if row.summary is None else json.loads(self._work.vault.open(place, row.summary))
        plain = {name: getattr(row, name) for name in PLAIN}
        return Case(**plain, indication=tuple(summary["indication"]), evidence_tier=summary["evidence_tier"])


def _flagged(case: Case, flags: Sequence[Flag]) -> Case:
    return replace(case, flags=tuple(flag.id for flag in flags), hard=tuple(flag.id for flag in flags if flag.severity == "hard"))


def _version_is(version: int | None) -> sa.ColumnElement[bool]:
    return sa.true() if version is None else cases.c.version == version
