"""What the outbox takes and gives: planned texts, claims, attempts, and sends as staff see them.

Knows shapes only. Import them from `storage.outbox`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from messages.prompt import Choice

SendState: TypeAlias = Literal["planned", "leased", "sending", "unknown", "accepted", "delivered", "read", "failed", "suppressed", "parked"]
ReceiptState: TypeAlias = Literal["accepted", "delivered", "read", "failed"]


@dataclass(frozen=True, slots=True)
class Planned:
    """One text to send, for a message (conversation, n) appended in the same transaction. `dedupe_key` forbids planning it twice.

    Before `wait_until` (real time) it does not leave: its writer may still take it back.
    """

    send_id: str
    conversation_id: int
    n: int
    address_id: int
    purpose: str
    message_key: str
    language: str
    due_at: datetime
    window_ends_at: datetime | None = None
    step: str = ""
    visit: int = 0
    dedupe_key: str | None = None
    wait_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a text goes and what stands against it, as read in the same transaction."""

    address_id: int
    channel: str
    account: str
    kind: str
    value: str
    blocked_at: datetime | None
    reminders_off_at: datetime | None
    notices_off_at: datetime | None
    recycled_at: datetime | None
    last_inbound_at: datetime | None
    person_id: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """A row held by this worker until its lease ends. `attempts` counts the calls begun so far.

    `uncertain`: an earlier call ended without a known outcome (a crash, a lost answer), so the text may have been taken already.
    `unknowns` counts such calls.
    """

    id: int
    lease: str
    send_id: str
    conversation_id: int
    n: int
    purpose: str
    message_key: str
    language: str
    text: str
    options: tuple[Choice, ...]
    variables: tuple[tuple[str, str], ...]
    step: str
    visit: int
    due_at: datetime
    window_ends_at: datetime | None
    attempts: int
    uncertain: bool
    unknowns: int
    recipient: Recipient


@dataclass(frozen=True, slots=True)
class Attempt:
    """One HTTP call about to be made, and the recipient as it stands in the transaction that records it.

    `lately`: for a proactive text, how many others went to this person in the days before, to any address and for any purpose.
    """

    id: int
    number: int
    recipient: Recipient
    lately: int = 0


@dataclass(frozen=True, slots=True)
class Send:
    """A row as `/sends` shows it."""

    send_id: str
    message_key: str
    purpose: str
    state: SendState
    attempts: int
    provider_ref: str
    due_at: datetime
    reason: str
    n: int
    conversation_id: int
    address_id: int
