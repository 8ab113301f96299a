"""The outbox: every text to a patient as a row that is claimed, attempted, and ends in one final state. It is the queue.

Knows order, leases and states; must not know texts' meaning or any provider. Business time decides when a row is due, real time
holds leases and back-off.
"""

import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias

import sqlalchemy as sa

from messages.prompt import Choice
from storage.columns import literal_int, on_conflict_nothing
from storage.models import addresses, cases, messages, outbox
from storage.people import PROACTIVE
from storage.send_attempts import Doubt, SendAttempts
from storage.sends import Attempt, Claim, Planned, ReceiptState, Recipient, Send, SendState
from storage.work import Work

__all__ = ["Attempt", "Claim", "Outbox", "Planned", "ReceiptState", "Recipient", "Send", "SendState"]
BUDGET_SPAN: Final = timedelta(days=30)
"""The days over which proactive texts to one person are counted."""
_Before: TypeAlias = Callable[[datetime], sa.ColumnElement[bool]]


class Outbox:
    """The `outbox` and `send_attempts` tables. Every mark says whether this worker still held the row (or the state moved up)."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._attempts = SendAttempts(work)

    def plan(self, planned: Sequence[Planned]) -> set[str]:
        """Put rows in the queue in one statement, in order; returns the send ids taken (one whose dedupe_key exists is left out)."""
        rows = [{name: getattr(one, name) for name in _PLANNED} for one in planned]
        if not rows:
            return set()
        insert = on_conflict_nothing(outbox, self._work.postgres, "dedupe_key").returning(outbox.c.send_id)
        return {str(row.send_id) for row in self._work.connection.execute(insert, rows)}

    def has_key(self, dedupe_key: str) -> bool:
        """Whether a send was ever planned under this key."""
        return self._work.one(sa.select(outbox.c.id).where(outbox.c.dedupe_key == dedupe_key)) is not None

    def planned_under(self, dedupe_key: str) -> int | None:
        """The number of the message that was planned under this key, in its conversation; None where none was."""
        row = self._work.one(sa.select(outbox.c.n).where(outbox.c.dedupe_key == dedupe_key))
        return None if row is None else int(row.n)

    def claim_due(self, now: datetime, real_now: datetime, limit: int, lease: timedelta) -> list[Claim]:
        """Take rows that may leave now: emergencies first, then by due time. Commit at once.

        Within a conversation a row waits for all earlier due rows to be final; an emergency waits only for earlier emergencies.
        """
        urgent = self._due(URGENT, _emergency_before, now, real_now, limit)
        rest = self._due(LIVE, _any_before, now, real_now, limit, besides=[row.id for row in urgent]) if len(urgent) < limit else []
        rows = [*urgent, *rest][:limit]
        if not rows:
            return []
        held, token = [row.id for row in rows], self._work.new_id()
        taken = {"state": "leased", "lease": token, "wait_until": real_now + lease}
        self._work.change(sa.update(outbox).where(outbox.c.id.in_(held)).values(**taken))
        doubts = self._attempts.lost(held, real_now)
        return [self._claim(row, token, doubts.get(row.id, Doubt())) for row in rows]

    def start_attempt(self, claim: Claim, real_now: datetime) -> Attempt | None:
        """Record that a call is about to be made (state `sending`); commit before calling. None: the lease is lost, do not call."""
        recipient = self._recipient(claim.recipient.address_id)
        ours = (outbox.c.id == claim.id, outbox.c.lease == claim.lease, outbox.c.state == "leased", outbox.c.wait_until > real_now)
        begun = {"state": "sending", "attempts": outbox.c.attempts + 1}
        update = sa.update(outbox).where(*ours).values(**begun).returning(outbox.c.attempts)
        row = self._work.connection.execute(update).first()
        if row is None:
            return None
        lately = self._lately(recipient.person_id, claim.due_at, claim.id) if claim.purpose in PROACTIVE else 0
        return Attempt(self._attempts.begin(claim.id, row.attempts, real_now), row.attempts, recipient, lately)

    def mark_accepted(self, claim: Claim, provider_ref: str, real_now: datetime) -> bool:
        """The provider took it."""
        self._attempts.end(claim.id, "accepted", "", real_now)
        ref = self._reference(claim.send_id, provider_ref)
        won = (
            self._work.change(sa.update(outbox).where(outbox.c.id == claim.id, LIVE).values(**_final("accepted", "", real_now), **ref)) > 0
        )
        if not won:
            self._work.change(sa.update(outbox).where(outbox.c.id == claim.id, outbox.c.ref_blind.is_(None)).values(**ref))
        return won

    def mark_failed(self, claim: Claim, code: str, real_now: datetime) -> bool:
        """It will never arrive; `code` is the provider's."""
        self._attempts.end(claim.id, "failed", code, real_now)
        return self._mark(claim, **_final("failed", code, real_now))

    def mark_unknown(self, claim: Claim, code: str, wait_until: datetime, real_now: datetime) -> bool:
        """The outcome is not known; the row comes back, `uncertain`, at `wait_until` (real time)."""
        self._attempts.end(claim.id, "unknown", code, real_now)
        return self._mark(claim, state="unknown", lease="", reason=code, wait_until=wait_until)

    def retry_at(self, claim: Claim, code: str, wait_until: datetime, real_now: datetime, *, counted: bool = True) -> bool:
        """Surely not sent: try again from `wait_until` (real time) on. A pause the provider asked for is not counted as an attempt."""
        self._attempts.end(claim.id, "not_sent", code, real_now)
        fewer = {} if counted else {"attempts": outbox.c.attempts - 1}
        return self._mark(claim, state="planned", lease="", reason=code, wait_until=wait_until, **fewer)

    def suppress(self, claim: Claim, reason: str, real_now: datetime) -> bool:
        """Must not be sent (opt-out, guard, recycled number): final."""
        return self._mark(claim, **_final("suppressed", reason, real_now))

    def park(self, claim: Claim, reason: str, real_now: datetime) -> bool:
        """Cannot be sent without a person (window closed, no template): final until staff act."""
        return self._mark(claim, **_final("parked", reason, real_now))

    def receipt(self, state: ReceiptState, real_now: datetime, *, send_id: str = "", provider_ref: str = "", code: str = "") -> Send | None:
        """A delivery report, by our id or the provider's; the state moves up only. None when no row is meant."""
        named = outbox.c.send_id == send_id if send_id else outbox.c.ref_blind == self._work.vault.blind("ref", provider_ref)
        row = self._work.one(sa.select(outbox).where(named).with_for_update(key_share=True))
        if row is None:
            return None
        if _HEIGHT[state] > _HEIGHT[row.state]:
            ref = self._reference(row.send_id, provider_ref) if provider_ref and row.ref_blind is None else {}
            moved = {**_final(state, code, row.finished_at or real_now), **ref}
            self._work.change(sa.update(outbox).where(outbox.c.id == row.id).values(**moved))
            self._attempts.end(row.id, "accepted" if state != "failed" else "failed", code, real_now)
            row = self._work.connection.execute(sa.select(outbox).where(outbox.c.id == row.id)).one()
        return self._send(row)

    def cancel_proactive(self, conversation_id: int, reason: str, real_now: datetime) -> int:
        """Suppress every planned reminder and notice of a conversation (hand-off, opt-out); returns how many."""
        planned = sa.and_(LIVE, sa.text("state = 'planned'"), sa.text("purpose IN ('reminder', 'notice')"))
        where = outbox.c.conversation_id == conversation_id, planned
        return self._work.change(sa.update(outbox).where(*where).values(**_final("suppressed", reason, real_now)))

    def for_case(self, case_id: str, after_n: int = 0, limit: int = 500) -> list[Send]:
        """Every send of a case's conversation, in order."""
        select = sa.select(outbox).join(cases, cases.c.conversation_id == outbox.c.conversation_id)
        select = select.where(cases.c.case_id == case_id, outbox.c.n > after_n).order_by(outbox.c.n)
        return [self._send(row) for row in self._work.all(select.limit(literal_int(limit)))]

    def live_counts(self, cap: int = 1000) -> dict[str, int]:
        """How many rows stand in each state that is not final, each counted up to `cap`."""
        counts = {}
        for state in _LIVE_STATES:
            some = sa.select(outbox.c.id).where(LIVE, sa.text(f"state = '{state}'")).limit(literal_int(cap)).subquery()
            counts[state] = int(self._work.connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one())
        return counts

    def _due(
        self, live: sa.TextClause, before: _Before, now: datetime, real_now: datetime, limit: int, besides: Sequence[int] = ()
    ) -> list[sa.Row[Any]]:
        """Rows that may leave now, oldest due first; rows another worker holds are passed over."""
        free = outbox.c.wait_until.is_(None) | (outbox.c.wait_until <= real_now)
        select = sa.select(outbox, messages.c.body, *_RECIPIENT).select_from(_SENDS).where(live, outbox.c.due_at <= now, free, ~before(now))
        select = select.where(outbox.c.id.not_in(besides)) if besides else select
        select = select.order_by(outbox.c.due_at, outbox.c.id).limit(literal_int(limit))
        return list(self._work.all(select.with_for_update(of=outbox, key_share=True, skip_locked=True)))

    def lately(self, address_id: int, at: datetime) -> int:
        """How many proactive texts to the person of an address left, or may have left, in the days before `at`."""
        return self._lately(self._recipient(address_id).person_id, at)

    def _lately(self, person_id: int, due_at: datetime, besides: int = 0) -> int:
        """Proactive texts to a person that left, or may have left, due in the days before; the send `besides` is not counted."""
        gone = outbox.c.state.in_(("sending", "unknown", "accepted", "delivered", "read"))
        recent = (outbox.c.due_at > due_at - BUDGET_SPAN, outbox.c.due_at <= due_at, outbox.c.id != besides)
        count = sa.select(sa.func.count()).select_from(outbox.join(addresses, addresses.c.id == outbox.c.address_id))
        mine = (addresses.c.person_id == person_id, outbox.c.purpose.in_(PROACTIVE))
        return int(self._work.connection.execute(count.where(*mine, *recent, gone)).scalar_one())

    def state_of(self, send_id: str) -> tuple[str, str]:
        """State and reason of a send, both empty when there is none."""
        row = self._work.one(sa.select(outbox.c.state, outbox.c.reason).where(outbox.c.send_id == send_id))
        return ("", "") if row is None else (row.state, row.reason)

    def message_of(self, send_id: str) -> tuple[int, int] | None:
        """Conversation and number of the message behind a send."""
        row = self._work.one(sa.select(outbox.c.conversation_id, outbox.c.n).where(outbox.c.send_id == send_id))
        return None if row is None else (row.conversation_id, row.n)

    def _mark(self, claim: Claim, **values: Any) -> bool:  # noqa: ANN401 - column values
        ours = (outbox.c.id == claim.id, outbox.c.lease == claim.lease, LIVE)
        return self._work.change(sa.update(outbox).where(*ours).values(**values)) > 0

    def _reference(self, send_id: str, provider_ref: str) -> dict[str, Any]:
        if not provider_ref:
            return {}
        vault = self._work.vault
        return {"provider_ref": vault.seal(f"outbox.provider_ref:{send_id}", provider_ref), "ref_blind": vault.blind("ref", provider_ref)}

    def _recipient(self, address_id: int) -> Recipient:
        """As it stands now; a turn that opts the person out has committed before this, or waits until after the attempt is recorded."""
        select = sa.select(*_RECIPIENT).where(addresses.c.id == address_id).with_for_update(read=True)
        return self._read_recipient(self._work.connection.execute(select).one())

    def _read_recipient(self, row: sa.Row[Any]) -> Recipient:
        plain = {name: getattr(row, name) for name in _RECIPIENT_PLAIN}
        value = self._work.vault.open(f"addresses.value:{row.person_id}", row.address_value)
        return Recipient(address_id=row.recipient_id, value=value, **plain)

    def _claim(self, row: sa.Row[Any], token: str, doubt: Doubt) -> Claim:
        body = json.loads(self._work.vault.open(f"messages.body:{row.conversation_id}/{row.n}", row.body))
        return Claim(
            id=row.id,
            lease=token,
            text=body["text"],
            options=tuple(Choice(*pair) for pair in body["options"]),
            variables=tuple(body["variables"].items()),
            uncertain=doubt.last,
            unknowns=doubt.unknowns,
            recipient=self._read_recipient(row),
            **{name: getattr(row, name) for name in _CLAIMED},
        )

    def _send(self, row: sa.Row[Any]) -> Send:
        sealed = row.provider_ref
        ref = "" if sealed is None else self._work.vault.open(f"outbox.provider_ref:{row.send_id}", sealed)
        return Send(provider_ref=ref, **{name: getattr(row, name) for name in _SENT})


URGENT = sa.text("outbox.finished_at IS NULL AND outbox.purpose = 'emergency'")
LIVE = sa.text("outbox.finished_at IS NULL")
_LIVE_STATES = ("planned", "leased", "sending", "unknown")
_HEIGHT = {
    "planned": 0,
    "leased": 1,
    "sending": 1,
    "unknown": 1,
    "suppressed": 2,
    "parked": 2,
    "accepted": 3,
    "failed": 4,
    "delivered": 5,
    "read": 6,
}
_EARLIER = outbox.alias("earlier")
_SENDS = outbox.join(messages, (messages.c.conversation_id == outbox.c.conversation_id) & (messages.c.n == outbox.c.n)).join(
    addresses, addresses.c.id == outbox.c.address_id
)
_RECIPIENT_PLAIN = (
    *("person_id", "channel", "account", "kind"),
    *("blocked_at", "reminders_off_at", "notices_off_at", "recycled_at", "last_inbound_at"),
)
_RECIPIENT = (
    addresses.c.id.label("recipient_id"),
    addresses.c.value.label("address_value"),
    *(addresses.c[name] for name in _RECIPIENT_PLAIN),
)
_PLANNED = (
    *("send_id", "conversation_id", "n", "address_id", "purpose", "message_key", "language"),
    *("due_at", "window_ends_at", "step", "visit", "dedupe_key", "wait_until"),
)
_CLAIMED = (
    *("send_id", "conversation_id", "n", "purpose", "message_key", "language", "step", "visit"),
    *("due_at", "window_ends_at", "attempts"),
)
_SENT = ("send_id", "message_key", "purpose", "state", "attempts", "due_at", "reason", "n", "conversation_id", "address_id")


def _any_before(now: datetime) -> sa.ColumnElement[bool]:
    """A live row of the same conversation that is due and goes first: an emergency, or an earlier one."""
    first = sa.or_(_EARLIER.c.id < outbox.c.id, sa.text("earlier.purpose = 'emergency'"))
    return _before(now, first, _EARLIER.c.id != outbox.c.id)


def _emergency_before(now: datetime) -> sa.ColumnElement[bool]:
    """An earlier live emergency of the same conversation."""
    return _before(now, _EARLIER.c.id < outbox.c.id, sa.text("earlier.purpose = 'emergency'"))


def _before(now: datetime, *where: sa.ColumnElement[bool] | sa.TextClause) -> sa.ColumnElement[bool]:
    """CASE keeps planners on the index of the conversation: in a backlog its rows are few and the rows due are many."""
    due = sa.case((_EARLIER.c.due_at <= now, sa.true()), else_=sa.false())
    same = (_EARLIER.c.conversation_id == outbox.c.conversation_id, sa.text("earlier.finished_at IS NULL"), due)
    return sa.exists(sa.select(sa.literal(1)).select_from(_EARLIER).where(*same, *where).correlate(outbox))


def _final(state: str, reason: str, at: datetime) -> dict[str, Any]:
    return {"state": state, "reason": reason, "finished_at": at, "lease": "", "wait_until": None}
