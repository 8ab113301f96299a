"""The audit log: every read and change of a record, chained by keyed hashes so that an edit, a removal or a new order shows.

Knows actors, actions and ids; words of any person have no place here.
"""

import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from storage.columns import literal_int
from storage.models import audit, audit_head
from storage.work import Work

_AT_ONCE = 1000
_FIELDS = ("seq", "at", "actor", "action", "object", "detail", "prev")


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One row. `detail` holds ids and codes only."""

    seq: int
    at: datetime
    actor: str
    action: str
    object: str
    detail: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The head of the chain as it once was, kept outside the database: what a truncation by its owner cannot rewrite."""

    seq: int
    mac: str


_START = Anchor(0, "")


@dataclass(frozen=True, slots=True)
class AuditVerdict:
    """`fault` is empty when the chain holds, else a code with the sequence number where it breaks (`edited:17`)."""

    checked: int
    fault: str
    head: Anchor | None

    @property
    def ok(self) -> bool:
        """Whether the chain holds."""
        return not self.fault


class Audit:
    """The `audit` and `audit_head` tables. Entries are collected and written last in the transaction, when the head row is locked."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._waiting: list[tuple[datetime, str, str, str, str]] = []

    def append(self, *, at: datetime, actor: str, action: str, object: str, detail: Mapping[str, str | int] | None = None) -> None:  # noqa: A002 - the contract's word for what was acted on
        """Add an entry; it is written when the unit of work commits."""
        self._waiting.append((at, actor, action, object, json.dumps(detail or {}, sort_keys=True, separators=(",", ":"))))

    def flush(self) -> None:
        """Write the collected entries. Called by `UnitOfWork.commit`, last of all."""
        if not self._waiting:
            return
        head = self._work.connection.execute(sa.select(audit_head).with_for_update()).one()
        rows: list[dict[str, Any]] = []
        mac = head.mac
        for seq, (at, actor, action, what, detail) in enumerate(self._waiting, head.seq + 1):
            row = {"seq": seq, "at": at, "actor": actor, "action": action, "object": what, "detail": detail, "prev": mac}
            mac = self._work.vault.chain(_content(row))
            rows.append({**row, "mac": mac})
        self._work.connection.execute(sa.insert(audit), rows)
        moved = {"seq": rows[-1]["seq"], "mac": mac, "seal": self._seal(rows[-1]["seq"], mac)}
        self._work.change(sa.update(audit_head).values(**moved))
        self._waiting.clear()

    def verify(self, anchor: Anchor | None = None) -> AuditVerdict:
        """Read the whole chain, streaming, and say whether it holds; with `anchor`, also that it still contains that head."""
        head = self._work.one(sa.select(audit_head))
        if head is None or not hmac.compare_digest(head.seal, self._seal(head.seq, head.mac)):
            return AuditVerdict(0, "head_changed", None)
        seq, mac, seen = 0, "", anchor is None or anchor == _START
        select = sa.select(audit).order_by(audit.c.seq).execution_options(yield_per=_AT_ONCE)
        with self._work.connection.execute(select) as stream:
            for row in stream:
                if fault := self._fault(row, seq, mac):
                    return AuditVerdict(seq, fault, Anchor(head.seq, head.mac))
                seq, mac = row.seq, row.mac
                seen = seen or Anchor(seq, mac) == anchor
        fault = "truncated" if (seq, mac) != (head.seq, head.mac) or seq == 0 else "" if seen else "anchor_missing"
        return AuditVerdict(seq, f"{fault}:{seq}" if fault else "", Anchor(head.seq, head.mac))

    def page(self, after: int = 0, limit: int = 100) -> list[AuditEntry]:
        """Entries with a sequence number above `after`, in order."""
        rows = self._work.all(sa.select(audit).where(audit.c.seq > after).order_by(audit.c.seq).limit(literal_int(limit)))
        return [_entry(row) for row in rows]

    def search(
        self,
        *,
        actor: str = "",
        objects: Sequence[str] | None = None,
        before: int | None = None,
        limit: int = 100,
    ) -> list[AuditEntry]:
        """Entries, newest first: of one actor, about one of `objects`, numbered below `before`, where given."""
        select = sa.select(audit).order_by(audit.c.seq.desc()).limit(literal_int(limit))
        if actor:
            select = select.where(audit.c.actor == actor)
        if objects is not None:
            select = select.where(audit.c.object.in_(objects))
        if before is not None:
            select = select.where(audit.c.seq < before)
        return [_entry(row) for row in self._work.all(select)]

    def count(self, actor: str, action: str, since: datetime, most: int) -> int:
        """How often `actor` did `action` since a moment: this transaction's own entries, and of the stored ones at most `most`."""
        of = sa.select(audit.c.at).where(audit.c.actor == actor, audit.c.action == action)
        latest = self._work.all(of.order_by(audit.c.seq.desc()).limit(literal_int(most)))
        own = sum((actor, action) == waiting[1:3] and waiting[0] >= since for waiting in self._waiting)
        return own + len([row for row in latest if row.at >= since])

    def head(self) -> Anchor:
        """The chain's head now, to be kept outside the database."""
        row = self._work.connection.execute(sa.select(audit_head)).one()
        return Anchor(row.seq, row.mac)

    def _fault(self, row: sa.Row[Any], seq: int, mac: str) -> str:
        if row.seq != seq + 1:
            return f"missing:{seq + 1}"
        if row.prev != mac:
            return f"reordered:{row.seq}"
        content = _content({name: getattr(row, name) for name in _FIELDS})
        return "" if hmac.compare_digest(row.mac, self._work.vault.chain(content)) else f"edited:{row.seq}"

    def _seal(self, seq: int, mac: str) -> str:
        return self._work.vault.chain(f"head|{seq}|{mac}".encode())


def _entry(row: sa.Row[Any]) -> AuditEntry:
    return AuditEntry(row.seq, row.at, row.actor, row.action, row.object, json.loads(row.detail))


def _content(row: Mapping[str, Any]) -> bytes:
    plain = {**row, "at": row["at"].astimezone(UTC).isoformat()}
    return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode("utf-8", "surrogatepass")
