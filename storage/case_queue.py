"""The queue's order and pages: priority, then longest waiting, by key and never by offset. Used by `cases.py` alone.

Knows which statuses wait and how a cursor is written; must not know who may act.
"""

import base64
import binascii
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from storage.columns import UtcDateTime, listed, literal_int
from storage.models import cases, subjects
from storage.models_cases import PRIORITIES, STATUSES

MAX_PAGE: Final = 200
WAITS: Final = ("new", "physician_review", "emergency_hold")
"""Statuses whose begin starts the clock that the queue is ordered by."""

OPEN = cases.c.closed_at.is_(None)
QUEUED = cases.c.queue_rank.is_not(None)
WAITING = sa.text("cases.queue_rank IS NOT NULL AND cases.claimed_by = '' AND cases.due_at IS NOT NULL")
PLAIN: Final = (
    *("id", "case_id", "conversation_id", "subject_id", "patient_ref", "channel", "language", "status", "priority", "claimed_by"),
    *("claimed_at", "version", "revision", "protocol_version", "packet_version", "created_at", "completed_at", "waiting_since"),
    *("due_at", "closed_at"),
)


class BadCursor(ValueError):
    """The cursor was not made by this queue."""


def select_cases() -> sa.Select[Any]:
    """Cases with their patient's reference."""
    return sa.select(cases, subjects.c.patient_ref).join(subjects, subjects.c.id == cases.c.subject_id)


def higher(one: str, other: str) -> str:
    """The more pressing of two priorities: a priority rises by itself and never falls."""
    return min(one, other, key=PRIORITIES.index)


def queue_page(statuses: Sequence[str], limit: int, cursor: str | None) -> sa.Select[Any]:
    """One page. Statuses are written into the statement as literals, so that PostgreSQL can use the index behind each. Raises BadCursor."""
    rank = cases.c.rank if statuses else cases.c.queue_rank
    known = tuple(status for status in statuses if status in STATUSES)
    if len(known) != len(statuses):
        return select_cases().where(sa.false())
    chosen = sa.text(f"cases.status IN {listed(known)}") if len(known) > 1 else sa.text(f"cases.status = '{known[0]}'") if known else QUEUED
    order = (rank, cases.c.waiting_since, cases.c.id)
    page = select_cases().where(chosen).order_by(*order).limit(literal_int(limit))
    return page if cursor is None else page.where(sa.tuple_(*order) > sa.tuple_(*_position(cursor)))


def cursor_after(row: sa.Row[Any]) -> str:
    """The place of a row in the queue, opaque to whoever carries it."""
    place = json.dumps([row.rank, row.waiting_since.isoformat(), row.id])
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _position(cursor: str) -> tuple[sa.ColumnElement[Any], ...]:
    try:
        rank, since, number = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii") + b"=="))
        values = int(rank), datetime.fromisoformat(since), int(number)
        if values[1].tzinfo is None or not (0 <= values[0] < 2**31 and 0 <= values[2] < 2**63):
            raise BadCursor("no place of ours")
    except (ValueError, TypeError, OverflowError, RecursionError, binascii.Error) as fault:
        raise BadCursor("not a cursor of this queue") from fault
    return sa.literal(values[0]), sa.literal(values[1], UtcDateTime()), sa.literal(values[2])
