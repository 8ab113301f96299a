"""The outbox: every text to a patient as a row that is claimed, attempted, and ends in one final state. It is the queue.

Knows order, leases and states; must not know texts' meaning or any provider. Business time decides when a row is due, real time
holds leases and back-off.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from messages.prompt import Choice
from storage.work import Work

SendState: TypeAlias = Literal["planned", "leased", "sending", "unknown", "accepted", "delivered", "read", "failed", "suppressed", "parked"]
ReceiptState: TypeAlias = Literal["accepted", "delivered", "read", "failed"]


@dataclass(frozen=True, slots=True)
class Planned:
    """One text to send, for a message (conversation, n) appended in the same transaction. `dedupe_key` forbids planning it twice."""

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


@dataclass(frozen=True, slots=True)
class Claim:
    """A row held by this worker until its lease ends. `attempts` counts the calls begun so far.

    `uncertain`: an earlier call ended without a known outcome (a crash, a lost answer), so the text may have been taken already.
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
    recipient: Recipient


@dataclass(frozen=True, slots=True)
class Attempt:
    """One HTTP call about to be made, and the recipient as it stands in the transaction that records it."""

    id: int
    number: int
    recipient: Recipient


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


class Outbox:
    """The `outbox` and `send_attempts` tables. Every mark says whether this worker still held the row (or the state moved up)."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def plan(self, planned: Sequence[Planned]) -> set[str]:
        """Put rows in the queue in one statement, in order; returns the send ids taken (one whose dedupe_key exists is left out)."""
        raise NotImplementedError

    def has_key(self, dedupe_key: str) -> bool:
        """Whether a send was ever planned under this key."""
        raise NotImplementedError

    def claim_due(self, now: datetime, real_now: datetime, limit: int, lease: timedelta) -> list[Claim]:
        """Take rows that may leave now: emergencies first, then by due time. Commit at once.

        Within a conversation a row waits for all earlier due rows to be final; an emergency waits only for earlier emergencies.
        """
        raise NotImplementedError

    def start_attempt(self, claim: Claim, real_now: datetime) -> Attempt | None:
        """Record that a call is about to be made (state `sending`); commit before calling. None: the lease is lost, do not call."""
        raise NotImplementedError

    def mark_accepted(self, claim: Claim, provider_ref: str, real_now: datetime) -> bool:
        """The provider took it."""
        raise NotImplementedError

    def mark_failed(self, claim: Claim, code: str, real_now: datetime) -> bool:
        """It will never arrive; `code` is the provider's."""
        raise NotImplementedError

    def mark_unknown(self, claim: Claim, code: str, wait_until: datetime, real_now: datetime) -> bool:
        """The outcome is not known; the row comes back, `uncertain`, at `wait_until` (real time)."""
        raise NotImplementedError

    def retry_at(self, claim: Claim, code: str, wait_until: datetime, real_now: datetime) -> bool:
        """Surely not sent: try again from `wait_until` (real time) on."""
        raise NotImplementedError

    def suppress(self, claim: Claim, reason: str, real_now: datetime) -> bool:
        """Must not be sent (opt-out, guard, recycled number): final."""
        raise NotImplementedError

    def park(self, claim: Claim, reason: str, real_now: datetime) -> bool:
        """Cannot be sent without a person (window closed, no template): final until staff act."""
        raise NotImplementedError

    def receipt(self, state: ReceiptState, real_now: datetime, *, send_id: str = "", provider_ref: str = "", code: str = "") -> Send | None:
        """A delivery report, by our id or the provider's; the state moves up only. None when no row is meant."""
        raise NotImplementedError

    def cancel_proactive(self, conversation_id: int, reason: str, real_now: datetime) -> int:
        """Suppress every planned reminder and notice of a conversation (hand-off, opt-out); returns how many."""
        raise NotImplementedError

    def for_case(self, case_id: str, after_n: int = 0, limit: int = 500) -> list[Send]:
        """Every send of a case's conversation, in order."""
        raise NotImplementedError

    def live_counts(self, cap: int = 1000) -> dict[str, int]:
        """How many rows stand in each state that is not final, each counted up to `cap`."""
        raise NotImplementedError
