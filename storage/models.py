"""Every table, by way of the files that declare them. Import tables from here; `metadata` is what migrations are compared with."""

from storage.columns import metadata
from storage.models_appointments import appointments
from storage.models_cases import alarms, case_flags, cases, consents, packets, tickets, timeline
from storage.models_check_ins import check_in_plans, check_ins
from storage.models_conversations import attachments, conversations, inbox, message_edits, messages
from storage.models_decisions import decision_bodies, decisions, letter_links, papers
from storage.models_desk import clock_pauses, clocks, notes, saved_views
from storage.models_events import events
from storage.models_forms import check_in_forms
from storage.models_hygiene import INDEXES
from storage.models_outbox import outbox, send_attempts
from storage.models_people import addresses, persons, subjects
from storage.models_staff import audit, audit_head, keyring, sign_in_failures, staff, staff_tokens
from storage.models_staff_group import group_notices, pairing_codes, staff_chats
from storage.models_together import case_labels, case_phones, case_viewers, staff_sounds

__all__ = [
    "INDEXES",
    "addresses",
    "alarms",
    "appointments",
    "attachments",
    "audit",
    "audit_head",
    "case_flags",
    "case_labels",
    "case_phones",
    "case_viewers",
    "cases",
    "check_in_forms",
    "check_in_plans",
    "check_ins",
    "clock_pauses",
    "clocks",
    "consents",
    "conversations",
    "decision_bodies",
    "decisions",
    "events",
    "group_notices",
    "inbox",
    "keyring",
    "letter_links",
    "message_edits",
    "messages",
    "metadata",
    "notes",
    "outbox",
    "packets",
    "pairing_codes",
    "papers",
    "persons",
    "saved_views",
    "send_attempts",
    "sign_in_failures",
    "staff",
    "staff_chats",
    "staff_sounds",
    "staff_tokens",
    "subjects",
    "tickets",
    "timeline",
]
