"""Rows as the JSON API shows them (contract.md 5 and 7): the same shape of a message and a case everywhere.

Knows JSON names; must not know who may see them.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

from storage.audit import AuditEntry
from storage.cases import Case
from storage.check_ins import CheckIn
from storage.messages import StoredMessage
from storage.outbox import Send
from storage.timeline import TimelineEntry

CaseStatus: TypeAlias = Literal[
    "intake",
    "new",
    "claimed",
    "physician_review",
    "needs_information",
    "accepted",
    "quote_issued",
    "protocol_summary_given",
    "consent_signed",
    "treated",
    "follow_up",
    "declined",
    "deferred",
    "withdrawn_by_patient",
    "emergency_hold",
    "closed",
]
"""contract.md 5."""


def moment(at: datetime | None) -> str | None:
    """UTC ISO 8601 with `Z`, or None."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else None


def message_item(message: StoredMessage) -> dict[str, Any]:
    """A message of the transcript or of the simulator."""
    return {
        "n": message.n,
        "at": moment(message.at),
        "from": message.author,
        "text": message.text,
        "message_key": message.message_key or None,
        "options": [{"id": choice.id, "label": choice.label} for choice in message.options],
        "attachments": [{"id": file.id, "kind": file.kind, "status": file.status} for file in message.attachments],
        "late": message.late,
        "state": message.state,
        "edits": list(message.edits),
    }


def case_item(case: Case) -> dict[str, Any]:
    """A row of the queue."""
    return {
        "case_id": case.case_id,
        "patient_ref": case.patient_ref,
        "channel": case.channel,
        "language": case.language,
        "status": case.status,
        "priority": case.priority,
        "flags": list(case.flags),
        "indication": list(case.indication),
        "evidence_tier": case.evidence_tier or None,
        "completed_at": moment(case.completed_at),
        "waiting_since": moment(case.waiting_since),
        "due_at": moment(case.due_at),
        "claimed_by": case.claimed_by or None,
        "version": case.version,
    }


def case_record(
    case: Case, packet: Mapping[str, Any], transcript: Sequence[StoredMessage], timeline: Sequence[TimelineEntry]
) -> dict[str, Any]:
    """A whole case: its row, the packet's members, transcript, timeline and decision."""
    return {
        **case_item(case),
        **packet,
        "priority": case.priority,
        "protocol_version": case.protocol_version,
        "revision": case.revision,
        "packet_version": case.packet_version,
        "transcript": [message_item(message) for message in transcript],
        "timeline": [timeline_item(entry) for entry in timeline],
        "decision": None,
    }


def timeline_item(entry: TimelineEntry) -> dict[str, Any]:
    """One step of a case's life."""
    return {
        "at": moment(entry.at),
        "actor": entry.actor,
        "action": entry.action,
        "from": entry.from_status or None,
        "to": entry.to_status or None,
        "reason": entry.reason or None,
    }


def send_item(send: Send) -> dict[str, Any]:
    """A row of `/sends`."""
    return {
        "send_id": send.send_id,
        "message_key": send.message_key,
        "purpose": send.purpose,
        "state": send.state,
        "attempts": send.attempts,
        "provider_ref": send.provider_ref or None,
        "due_at": moment(send.due_at),
        "reason": send.reason or None,
        "n": send.n,
    }


def check_in_item(row: CheckIn) -> dict[str, Any]:
    """A check-in of the plan of follow-up; its answers are part of the case."""
    return {
        "check_in_id": row.check_in_id,
        "case_id": row.case_id,
        "milestone": row.milestone,
        "due_at": moment(row.due_at),
        "window_ends_at": moment(row.window_ends_at),
        "state": row.state,
        "message_key": row.message_key or "check-in-invitation",
        "reason": row.reason or None,
        "sent_at": moment(row.sent_at),
        "ended_at": moment(row.ended_at),
    }


def audit_item(entry: AuditEntry) -> dict[str, Any]:
    """A row of the audit log."""
    return {
        "seq": entry.seq,
        "at": moment(entry.at),
        "actor": entry.actor,
        "action": entry.action,
        "object": entry.object,
        "detail": dict(entry.detail),
    }
