"""What the measures of the intake are made from: inquiries of a period and what became of them, as the append-only log has it.

Knows rows, periods and which index serves each question; must not know what a measure means (`bot/hygiene.py`). Every question is bound
by its period; conditions and reasons are sealed and are opened here, in the process, row by row.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from storage.codec import load_session
from storage.columns import literal_int
from storage.models import audit, cases, clocks, conversations, decision_bodies, decisions, messages, outbox, subjects, timeline
from storage.models_hygiene import COUNTED_ACTIONS, STOPPED
from storage.work import Work

STANDING: Final = ("accepted", "deferred", "declined")
"""Outcomes that end the wait for a decision; a request for more information does not."""


@dataclass(frozen=True, slots=True)
class InquiryRow:
    """A case opened in the period. `conditions` are the confirmed ids, main one first; `step` is the question that is open now."""

    case_pk: int
    case_id: str
    conversation_id: int
    language: str
    conditions: tuple[str, ...]
    opened_at: datetime
    completed_at: datetime | None
    talk: str
    step: str
    last_activity_at: datetime


@dataclass(frozen=True, slots=True)
class Move:
    """A case changed its status, as its timeline has it."""

    case_pk: int
    at: datetime
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A physician's written decision; `reasons` are its codes (read for ends only)."""

    case_pk: int
    at: datetime
    outcome: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A clock of a case: `ended` empty while it runs."""

    case_pk: int
    kind: str
    started_at: datetime
    due_at: datetime
    ended: str
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question a conversation was asked at least once, and how often it was put in other words."""

    conversation_id: int
    step: str
    reworded: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in the period: `kind` is an audit action or a state of a send, `code` its reason."""

    kind: str
    code: str
    case_id: str


class Hygiene:
    """Reads only. `since` is inside the period, `until` is not; both aware."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def inquiries(self, since: datetime, until: datetime, most: int) -> list[InquiryRow]:
        """Cases opened in the period, the newest first, at most `most`."""
        select = sa.select(
            *(cases.c[name] for name in ("id", "case_id", "conversation_id", "language", "summary", "created_at", "completed_at")),
            *(conversations.c[name] for name in ("status", "step", "last_activity_at")),
        ).join(conversations, conversations.c.id == cases.c.conversation_id)
        select = select.where(*_opened(since, until)).order_by(cases.c.created_at.desc(), cases.c.id.desc())
        return [self._inquiry(row) for row in self._work.all(select.limit(literal_int(most)))]

    def moves(self, since: datetime, until: datetime) -> list[Move]:
        """Every change of status of those cases, in order."""
        of = sa.select(timeline.c.case_pk, timeline.c.at, timeline.c.to_status, timeline.c.reason)
        of = of.join(cases, cases.c.id == timeline.c.case_pk).where(*_opened(since, until), timeline.c.to_status != "")
        return [Move(row.case_pk, row.at, row.to_status, row.reason) for row in self._work.all(of.order_by(timeline.c.id))]

    def signed(self, since: datetime, until: datetime) -> list[Signed]:
        """Every written decision about those cases, in order."""
        of = sa.select(decisions.c.case_pk, decisions.c.signed_at, decisions.c.outcome, decisions.c.decision_id, decision_bodies.c.body)
        of = of.join(cases, cases.c.id == decisions.c.case_pk).join(decision_bodies, decision_bodies.c.decision_pk == decisions.c.id)
        rows = self._work.all(of.where(*_opened(since, until)).order_by(decisions.c.id))
        return [Signed(row.case_pk, row.signed_at, row.outcome, self._reasons(row)) for row in rows]

    def clocks(self, since: datetime, until: datetime) -> list[ClockRow]:
        """Every clock of those cases."""
        of = sa.select(*(clocks.c[name] for name in ("case_pk", "kind", "started_at", "due_at", "ended", "ended_at")))
        rows = self._work.all(of.join(cases, cases.c.id == clocks.c.case_pk).where(*_opened(since, until)).order_by(clocks.c.id))
        return [ClockRow(row.case_pk, row.kind, row.started_at, row.due_at, row.ended, row.ended_at) for row in rows]

    def asked(self, since: datetime, until: datetime) -> list[Asked]:
        """Every question their conversations were asked, from the transcript's keys; no text is opened."""
        reworded = messages.c.message_key.like("retry-%") | messages.c.message_key.like("%.retry_")
        of = sa.select(messages.c.conversation_id, messages.c.step, sa.func.sum(sa.case((reworded, 1), else_=0)).label("reworded"))
        own = sa.select(cases.c.conversation_id).where(*_opened(since, until))
        of = of.where(messages.c.conversation_id.in_(own), messages.c.author == "bot", messages.c.step != "")
        rows = self._work.all(of.group_by(messages.c.conversation_id, messages.c.step))
        return [Asked(row.conversation_id, row.step, int(row.reworded)) for row in rows]

    def unsure(self, conversation_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The steps at which a patient said "not sure", by conversation. Opens each session: ask for few."""
        select = sa.select(conversations.c.id, conversations.c.address_id, conversations.c.session)
        rows = self._work.all(select.where(conversations.c.id.in_(conversation_ids)))
        found = {}
        for row in rows:
            session = load_session(self._work.vault.open(f"conversations.session:{row.address_id}", row.session))
            found[row.id] = tuple(dict.fromkeys(answer.step for answer in session.answers if answer.unsure))
        return found

    def happened(self, since: datetime, until: datetime, most: int) -> list[Event]:
        """Guard stops of typed texts, opt-outs, and sends that were lost in the period, at most `most` of each."""
        return [*self._audited(since, until, most), *self._lost(since, until, most)]

    def decided(self, since: datetime, until: datetime) -> tuple[int, int]:
        """Of the decisions signed in the period that stood at its end: how many were declined, and how many there were."""
        later = decisions.alias("later")
        overtaken = sa.exists().where(later.c.case_pk == decisions.c.case_pk, later.c.id > decisions.c.id, later.c.signed_at < until)
        of = sa.select(decisions.c.outcome, sa.func.count().label("found")).where(
            decisions.c.signed_at >= since, decisions.c.signed_at < until
        )
        of = of.where(decisions.c.outcome.in_(STANDING), ~overtaken).group_by(decisions.c.outcome)
        counts = {row.outcome: int(row.found) for row in self._work.all(of)}
        return counts.get("declined", 0), sum(counts.values())

    def _audited(self, since: datetime, until: datetime, most: int) -> list[Event]:
        wanted = sa.text(f"action IN {COUNTED_ACTIONS}")
        of = sa.select(audit.c.action, audit.c.object, audit.c.detail).where(wanted, audit.c.at >= since, audit.c.at < until)
        rows = self._work.all(of.order_by(audit.c.at).limit(literal_int(most)))
        newest = self._cases_of([row.object for row in rows if row.action == "messages.opted_out"])
        return [Event(row.action, str(json.loads(row.detail).get("rule", "")), newest.get(row.object, row.object)) for row in rows]

    def _cases_of(self, patient_refs: Sequence[str]) -> dict[str, str]:
        """The newest case of each patient."""
        of = sa.select(subjects.c.patient_ref, cases.c.case_id).join(cases, cases.c.subject_id == subjects.c.id)
        rows = self._work.all(of.where(subjects.c.patient_ref.in_(patient_refs)).order_by(cases.c.id)) if patient_refs else []
        return {row.patient_ref: row.case_id for row in rows}

    def _lost(self, since: datetime, until: datetime, most: int) -> list[Event]:
        own = cases.alias("own")
        newest = sa.select(sa.func.max(own.c.id)).where(own.c.conversation_id == outbox.c.conversation_id).scalar_subquery()
        of = sa.select(outbox.c.state, outbox.c.reason, cases.c.case_id).select_from(outbox).join(cases, cases.c.id == newest)
        # our own choice to say nothing (opted out, handed off) is no loss; a text the guard stopped at the last gate is
        of = of.where((outbox.c.state == "failed") | outbox.c.reason.like("guard:%"))
        of = of.where(sa.text(STOPPED.replace("state", "outbox.state")), outbox.c.due_at >= since, outbox.c.due_at < until)
        rows = self._work.all(of.order_by(outbox.c.due_at).limit(literal_int(most)))
        return [Event(row.state, row.reason, row.case_id) for row in rows]

    def _inquiry(self, row: sa.Row[Any]) -> InquiryRow:
        summary = {} if row.summary is None else json.loads(self._work.vault.open(f"cases.summary:{row.case_id}", row.summary))
        return InquiryRow(
            case_pk=row.id,
            case_id=row.case_id,
            conversation_id=row.conversation_id,
            language=row.language,
            conditions=tuple(summary.get("indication", ())),
            opened_at=row.created_at,
            completed_at=row.completed_at,
            talk=row.status,
            step=row.step,
            last_activity_at=row.last_activity_at,
        )

    def _reasons(self, row: sa.Row[Any]) -> tuple[str, ...]:
        if row.outcome not in {"declined", "deferred"}:
            return ()
        return tuple(json.loads(self._work.vault.open(f"decision_bodies.body:{row.decision_id}", row.body))["reasons"])


def _opened(since: datetime, until: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return cases.c.created_at >= since, cases.c.created_at < until
