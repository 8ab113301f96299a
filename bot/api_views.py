"""Rows as the JSON API shows them (contract.md 5 and 7): the same shape of a message and a case everywhere.

Knows JSON names; must not know who may see them.
"""

from datetime import UTC, datetime
from typing import Any

from bot.console.access import Record
from storage.appointments import Appointment
from storage.audit import AuditEntry
from storage.cases import Case
from storage.check_ins import CheckIn
from storage.decisions import Decision, Paper
from storage.messages import StoredMessage
from storage.outbox import Send
from storage.timeline import TimelineEntry


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


def case_record(record: Record) -> dict[str, Any]:
    """A whole case: its row, the packet's members, transcript, timeline, the standing decision, all decisions, and the papers."""
    case = record.case
    return {
        **case_item(case),
        **record.packet,
        "priority": case.priority,
        "protocol_version": case.protocol_version,
        "revision": case.revision,
        "packet_version": case.packet_version,
        "transcript": [message_item(message) for message in record.transcript],
        "timeline": [timeline_item(entry) for entry in record.timeline],
        "decision": decision_item(record.decisions[-1]) if record.decisions else None,
        "decisions": [decision_item(decision) for decision in record.decisions],
        "papers": [paper_item(paper) for paper in record.papers],
    }


def decision_item(decision: Decision) -> dict[str, Any]:
    """A signed decision: outcome, answers and reasons as the contract names them, then the rest of the record."""
    words = dict(decision.body)
    return {
        "decision_id": decision.decision_id,
        "outcome": decision.outcome,
        "answers": words.pop("answers", {}),
        "reasons": list(decision.reasons),
        "patient_text": words.pop("letter", ""),
        "language": decision.language,
        "signed_by": {
            "staff_ref": decision.signature.physician_ref,
            "name": decision.signature.name,
            "licence": decision.signature.licence,
        },
        "signed_at": moment(decision.signature.at),
        "amends": decision.amends or None,
        "packet_version": decision.packet_version,
        **{name: value for name, value in words.items() if name not in {"outcome", "reasons"}},
    }


def paper_item(paper: Paper) -> dict[str, Any]:
    """A paper given to the patient, or the treatment."""
    return {
        "kind": paper.kind,
        "reference": paper.reference or None,
        "date": paper.dated.isoformat(),
        "language": paper.language,
        "at": moment(paper.at),
        "by": paper.by_ref,
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
    """A row of `/sends`; `message_key` is null for who may not read the record."""
    return {
        "send_id": send.send_id,
        "message_key": send.message_key or None,
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


def appointment_item(call: Appointment) -> dict[str, Any]:
    """The physician's call of a case."""
    return {
        "appointment_id": call.appointment_id,
        "starts_at": moment(call.starts_at),
        "ends_at": moment(call.ends_at),
        "by": call.by_ref,
        "cancelled_at": moment(call.cancelled_at),
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
