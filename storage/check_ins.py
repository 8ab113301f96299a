"""Check-ins: planned with the treatment, due by the calendar, each with one outcome and its reason. Answers sealed, raw beside scored.

Knows rows and when the worker must look again; must not know what is asked. Whoever changes a row holds the lock of its conversation,
except the sender, which only notes what became of a send.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from flows.schedule import Slot
from storage.columns import literal_int, on_conflict_nothing
from storage.models import cases, check_in_plans, check_ins, conversations
from storage.work import Work

FINAL = ("answered", "partial", "missed", "stopped")
"""States after which nothing follows; an escalated check-in may still be answered while its window is open."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Follow-up of one treatment. `zone` is the IANA name by whose clock the person is written to, `zone_source` where it is from."""

    case_pk: int
    treated_on: date
    zone: str
    zone_source: str
    created_at: datetime
    stopped_at: datetime | None
    stop_reason: str


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in. `attempts` counts invitation and reminders planned, `told` whether staff have a task for it."""

    id: int
    check_in_id: str
    case_id: str
    case_pk: int
    conversation_id: int
    milestone: str
    kind: str
    opens_at: datetime
    due_at: datetime
    window_ends_at: datetime
    state: str
    reason: str
    attempts: int
    told: bool
    message_key: str
    send_id: str
    invited_at: datetime | None
    sent_at: datetime | None
    ended_at: datetime | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What a check-in brought, as stored: answers as said, readings raw and scored, names of the activities, language."""

    milestone: str
    at: datetime
    body: Mapping[str, Any]


class CheckIns:
    """The `check_in_plans` and `check_ins` tables."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def plan(self, plan: Plan) -> bool:
        """Begin the follow-up of a case; False when it has a plan already (nothing is changed)."""
        row = {name: getattr(plan, name) for name in _PLAN if name not in {"stopped_at", "stop_reason"}}
        insert = on_conflict_nothing(check_in_plans, self._work.postgres, "case_pk").returning(check_in_plans.c.id)
        return bool(self._work.connection.execute(insert, [row]).all())

    def plan_of(self, case_pk: int) -> Plan | None:
        """The plan of a case."""
        return self.plans_of([case_pk]).get(case_pk)

    def plans_of(self, case_pks: Sequence[int]) -> dict[int, Plan]:
        """The plans of several cases."""
        rows = self._work.all(sa.select(check_in_plans).where(check_in_plans.c.case_pk.in_(case_pks)))
        return {row.case_pk: Plan(*(getattr(row, name) for name in _PLAN)) for row in rows}

    def add(self, case_pk: int, conversation_id: int, slots: Sequence[Slot]) -> int:
        """Put check-ins on the calendar; a milestone that the case has already is left as it is. Returns how many were new."""
        rows = [
            {
                "check_in_id": self._work.new_id(),
                "case_pk": case_pk,
                "conversation_id": conversation_id,
                "milestone": slot.milestone,
                "kind": slot.kind,
                "opens_at": slot.opens_at,
                "due_at": slot.due_at,
                "window_ends_at": slot.window_ends_at,
                "next_at": slot.due_at,
            }
            for slot in slots
        ]
        if not rows:
            return 0
        insert = on_conflict_nothing(check_ins, self._work.postgres, "case_pk", "milestone").returning(check_ins.c.id)
        return len(self._work.connection.execute(insert, rows).all())

    def move(self, case_pk: int, zone: str, zone_source: str, slots: Sequence[Slot]) -> None:
        """The person lives by another clock: the zone is kept, and check-ins not sent yet move to its hours."""
        here = check_in_plans.c.case_pk == case_pk
        self._work.change(sa.update(check_in_plans).where(here).values(zone=zone, zone_source=zone_source))
        self.reschedule(case_pk, slots)

    def treated(self, case_pk: int, treated_on: date, slots: Sequence[Slot]) -> None:
        """The day of the treatment was put right: the plan goes by it, and check-ins of these milestones not asked yet are planned anew."""
        self._work.change(sa.update(check_in_plans).where(check_in_plans.c.case_pk == case_pk).values(treated_on=treated_on))
        names = [slot.milestone for slot in slots]
        unasked = (check_ins.c.case_pk == case_pk, check_ins.c.milestone.in_(names), check_ins.c.attempts == 0)
        self._work.change(sa.update(check_ins).where(*unasked, check_ins.c.state == "escalated").values(**_PLANNED))
        self.reschedule(case_pk, slots)

    def reschedule(self, case_pk: int, slots: Sequence[Slot]) -> None:
        """Check-ins of these milestones that were not asked yet get these times."""
        for slot in slots:
            open_row = (check_ins.c.case_pk == case_pk, check_ins.c.milestone == slot.milestone, check_ins.c.attempts == 0)
            times = {"opens_at": slot.opens_at, "due_at": slot.due_at, "window_ends_at": slot.window_ends_at, "next_at": slot.due_at}
            self._work.change(sa.update(check_ins).where(*open_row, check_ins.c.state == "planned").values(**times))

    def close_by(self, check_in_id: str, moment: datetime) -> None:
        """The window of a check-in ends by this moment at the latest, and the worker looks at it then."""
        later = (check_ins.c.check_in_id == check_in_id, check_ins.c.window_ends_at > moment)
        sooner = sa.case((check_ins.c.next_at > moment, moment), else_=check_ins.c.next_at)
        self._change(sa.and_(*later), window_ends_at=moment, next_at=sooner)

    def stop(self, case_pk: int, reason: str, at: datetime) -> int:
        """No check-in follows any more (withdrawal, death, a second plan); returns how many were open. `reason` is a code."""
        here = check_in_plans.c.case_pk == case_pk
        self._work.change(sa.update(check_in_plans).where(here).values(stopped_at=at, stop_reason=reason))
        still = (check_ins.c.case_pk == case_pk, check_ins.c.state.not_in(FINAL))
        return self._work.change(sa.update(check_ins).where(*still).values(**_ended("stopped", reason, at)))

    def due(self, now: datetime, limit: int) -> list[int]:
        """Conversations with a check-in that is due, the longest due first; locks nothing."""
        waiting = sa.select(check_ins.c.conversation_id).where(check_ins.c.next_at.is_not(None), check_ins.c.next_at <= now)
        rows = self._work.all(waiting.order_by(check_ins.c.next_at, check_ins.c.id).limit(literal_int(limit)))
        return list(dict.fromkeys(int(row.conversation_id) for row in rows))

    def take(self, conversation_id: int) -> bool:
        """Lock a conversation for its check-ins; False when another process holds it, and so does the work."""
        held = sa.select(conversations.c.id).where(conversations.c.id == conversation_id)
        return self._work.one(held.with_for_update(key_share=True, skip_locked=True)) is not None

    def due_of(self, conversation_id: int, now: datetime) -> list[CheckIn]:
        """The due check-ins of a conversation that the caller has taken, the earliest first."""
        # no index serves a coalesced column, so that a long backlog is not walked once for each conversation in it
        later = sa.func.coalesce(check_ins.c.next_at, now + timedelta(days=1))
        mine = (check_ins.c.conversation_id == conversation_id, later <= now)
        return [read_row(row) for row in self._work.all(SELECT.where(*mine).order_by(check_ins.c.due_at, check_ins.c.id))]

    def get(self, check_in_id: str) -> CheckIn | None:
        """One check-in."""
        row = self._work.one(SELECT.where(check_ins.c.check_in_id == check_in_id))
        return None if row is None else read_row(row)

    def of_case(self, case_pk: int) -> list[CheckIn]:
        """Every check-in of a case, in order of due time."""
        return [read_row(row) for row in self._work.all(SELECT.where(check_ins.c.case_pk == case_pk).order_by(check_ins.c.due_at))]

    def between(self, since: datetime, until: datetime, limit: int = 500) -> list[CheckIn]:
        """Check-ins due from `since` to before `until`."""
        here = (check_ins.c.due_at >= since, check_ins.c.due_at < until)
        rows = self._work.all(SELECT.where(*here).order_by(check_ins.c.due_at, check_ins.c.id).limit(literal_int(limit)))
        return [read_row(row) for row in rows]

    def invited(self, check_in_id: str, send_id: str, message_key: str, at: datetime, next_at: datetime) -> None:
        """An invitation or reminder is in the outbox."""
        told = {"attempts": check_ins.c.attempts + 1, "send_id": send_id, "message_key": message_key, "next_at": next_at}
        first = {"invited_at": sa.func.coalesce(check_ins.c.invited_at, at)}
        self._change(check_ins.c.check_in_id == check_in_id, **told, **first)

    def look_again(self, check_in_id: str, next_at: datetime | None, *, told: bool | None = None) -> None:
        """When the worker must look at it again."""
        self._change(check_ins.c.check_in_id == check_in_id, next_at=next_at, **({} if told is None else {"told": told}))

    def escalate(self, check_in_id: str, reason: str, next_at: datetime | None) -> None:
        """A person has it now; the bot waits for an answer until the window ends."""
        self._change(check_ins.c.check_in_id == check_in_id, state="escalated", reason=reason, told=True, next_at=next_at)

    def end(self, check_in_id: str, state: str, reason: str, at: datetime, body: Mapping[str, Any] | None = None) -> bool:
        """The outcome, once; False when it had one before. `body` is kept sealed."""
        answers = {} if body is None else {"answers": self._sealed(check_in_id, self._with_forms(check_in_id, body))}
        open_row = (check_ins.c.check_in_id == check_in_id, check_ins.c.state.not_in(FINAL))
        return self._change(sa.and_(*open_row), **_ended(state, reason, at), **answers) > 0

    def add_reading(self, check_in_id: str, reading: Mapping[str, Any], language: str) -> None:
        """A web form of this check-in was scored: the reading stands beside what the chat brought, or will bring."""
        found = self._body(check_in_id) or {"v": 1, "mode": "form", "language": language, "answers": [], "readings": [], "activities": []}
        body = {**found, "readings": [*found.get("readings", ()), reading]}
        self._change(check_ins.c.check_in_id == check_in_id, answers=self._sealed(check_in_id, body))

    def _with_forms(self, check_in_id: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """A body with the readings of forms that were filled in before the chat was."""
        kept = [reading for reading in (self._body(check_in_id) or {}).get("readings", ()) if reading.get("mode") == "form"]
        return {**body, "readings": [*body.get("readings", ()), *kept]} if kept else body

    def _body(self, check_in_id: str) -> Mapping[str, Any] | None:
        row = self._work.one(sa.select(check_ins).where(check_ins.c.check_in_id == check_in_id, check_ins.c.answers.is_not(None)))
        return None if row is None else answered_row(self._work, row).body

    def _sealed(self, check_in_id: str, body: Mapping[str, Any]) -> str:
        return self._work.vault.seal(_place(check_in_id), json.dumps(body, ensure_ascii=False))

    def left(self, send_id: str, at: datetime) -> None:
        """The provider took a message of ours: a planned check-in is sent."""
        mine = sa.and_(check_ins.c.send_id == send_id, INVITED)
        self._change(sa.and_(mine, check_ins.c.state == "planned"), state="sent", sent_at=at)

    def not_left(self, send_id: str, at: datetime) -> bool:
        """A message of ours will not arrive: the worker must look at its check-in now. False when the send belongs to none."""
        return self._change(sa.and_(check_ins.c.send_id == send_id, INVITED, check_ins.c.state.not_in(FINAL)), next_at=at) > 0

    def wake(self, conversation_id: int, at: datetime) -> None:
        """Something changed for the person (an opt-out): look at what was begun now."""
        begun = (check_ins.c.conversation_id == conversation_id, check_ins.c.attempts > 0, check_ins.c.state.not_in(FINAL))
        self._change(sa.and_(*begun), next_at=at)

    def answered(self, case_pk: int) -> list[Answered]:
        """What the check-ins of a case brought so far, in order of due time."""
        told = (check_ins.c.case_pk == case_pk, check_ins.c.answers.is_not(None))
        rows = self._work.all(sa.select(check_ins).where(*told).order_by(check_ins.c.due_at))
        return [answered_row(self._work, row) for row in rows]

    def _change(self, where: sa.ColumnElement[bool], **values: Any) -> int:  # noqa: ANN401 - column values
        return self._work.change(sa.update(check_ins).where(where).values(**values))


INVITED = sa.text("check_ins.send_id <> ''")
_PLAN = ("case_pk", "treated_on", "zone", "zone_source", "created_at", "stopped_at", "stop_reason")
_PLANNED: Final = {"state": "planned", "reason": "", "told": False}
_PLAIN = tuple(field.name for field in fields(CheckIn))
SELECT: Final = sa.select(check_ins, cases.c.case_id).join(cases, cases.c.id == check_ins.c.case_pk)


def read_row(row: sa.Row[Any]) -> CheckIn:
    """A row of `SELECT`."""
    return CheckIn(**{name: getattr(row, name) for name in _PLAIN})


def answered_row(work: Work, row: sa.Row[Any]) -> Answered:
    """A row of `check_ins` that holds answers, opened."""
    return Answered(row.milestone, row.ended_at or row.due_at, dict(json.loads(work.vault.open(_place(row.check_in_id), row.answers))))


def _ended(state: str, reason: str, at: datetime) -> dict[str, Any]:
    return {"state": state, "reason": reason, "ended_at": at, "next_at": None}


def _place(check_in_id: str) -> str:
    return f"check_ins.answers:{check_in_id}"
