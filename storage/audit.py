"""The audit log: every read and change of a record, chained by keyed hashes so that an edit, a removal or a new order shows.

Knows actors, actions and ids; words of any person have no place here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from storage.work import Work


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

    def append(self, *, at: datetime, actor: str, action: str, object: str, detail: Mapping[str, str | int] | None = None) -> None:  # noqa: A002 - the contract's word for what was acted on
        """Add an entry; it is written when the unit of work commits."""
        raise NotImplementedError

    def flush(self) -> None:
        """Write the collected entries. Called by `UnitOfWork.commit`, last of all."""
        raise NotImplementedError

    def verify(self, anchor: Anchor | None = None) -> AuditVerdict:
        """Read the whole chain, streaming, and say whether it holds; with `anchor`, also that it still contains that head."""
        raise NotImplementedError

    def page(self, after: int = 0, limit: int = 100) -> list[AuditEntry]:
        """Entries with a sequence number above `after`, in order."""
        raise NotImplementedError
