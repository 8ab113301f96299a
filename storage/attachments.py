"""Files sent by patients: what is to be fetched, and what became of it. The bytes themselves lie outside the database.

Knows a locator and the outcome of checks; must not fetch or open anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from storage.columns import literal_int
from storage.models import addresses, conversations
from storage.models import attachments as files
from storage.work import Work

_FETCHES = (
    sa.select(files, addresses.c.channel, addresses.c.account)
    .join(conversations, conversations.c.id == files.c.conversation_id)
    .join(addresses, addresses.c.id == conversations.c.address_id)
)
_PLAIN = ("attachment_id", "conversation_id", "n", "kind", "state", "reason", "content_type", "size", "sha256", "storage_name")


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """A file to fetch. `locator` is what the channel needs for it; `file_name` is the sender's, sealed, never used as a path."""

    attachment_id: str
    conversation_id: int
    n: int
    kind: str
    locator: str
    content_type: str = ""
    size: int | None = None
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Fetch:
    """A file this worker is to fetch until its lease ends."""

    id: int
    attachment_id: str
    conversation_id: int
    n: int
    kind: str
    channel: str
    account: str
    locator: str
    content_type: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it stands. `storage_name` is the name it lies under in the data directory, empty unless stored."""

    attachment_id: str
    conversation_id: int
    n: int
    kind: str
    state: str
    reason: str
    content_type: str
    size: int | None
    sha256: str
    file_name: str
    storage_name: str


class Attachments:
    """The `attachments` table; states `pending`, `stored`, `rejected`, `unavailable`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def came(self, conversation_id: int) -> bool:
        """Whether the patient ever sent a file that was kept, or is being looked at."""
        kept = (files.c.conversation_id == conversation_id, files.c.state.in_(("pending", "stored")))
        return self._work.one(sa.select(files.c.id).where(*kept).limit(literal_int(1))) is not None

    def add(self, attachments: Sequence[NewAttachment], at: datetime) -> None:
        """Note files to fetch, in one executemany. `at` is real time: the first try is due at once."""
        rows = [self._row(attachment, at) for attachment in attachments]
        if rows:
            self._work.connection.execute(sa.insert(files), rows)

    def due_fetches(self, real_now: datetime, limit: int, lease: timedelta) -> list[Fetch]:
        """Take files that are due, oldest first, for this worker alone until the lease ends. Commit at once."""
        due = _FETCHES.where(files.c.next_try_at.is_not(None), files.c.next_try_at <= real_now).order_by(files.c.next_try_at, files.c.id)
        rows = self._work.all(due.limit(literal_int(limit)).with_for_update(of=files, skip_locked=True))
        held = {"next_try_at": real_now + lease, "attempts": files.c.attempts + 1}
        if rows:
            self._work.change(sa.update(files).where(files.c.id.in_([row.id for row in rows])).values(**held))
        return [self._fetch(row) for row in rows]

    def mark_stored(self, attachment_id: str, *, sha256: str, size: int, content_type: str, storage_name: str) -> bool:
        """The file passed its checks and lies under `storage_name`. False when it is no longer pending."""
        kept = {"sha256": sha256, "size": size, "content_type": content_type, "storage_name": storage_name}
        return self._end(attachment_id, "stored", **kept)

    def mark_rejected(self, attachment_id: str, reason: str) -> bool:
        """The file was refused: `too_large`, `not_allowed`, `unreadable`. False when it is no longer pending."""
        return self._end(attachment_id, "rejected", reason=reason)

    def mark_unavailable(self, attachment_id: str, reason: str = "unavailable") -> bool:
        """The file could not be had. False when it is no longer pending."""
        return self._end(attachment_id, "unavailable", reason=reason)

    def retry_at(self, attachment_id: str, next_try_at: datetime) -> int:
        """Try again from then on (real time); returns the number of tries so far."""
        pending = (files.c.attachment_id == attachment_id, files.c.state == "pending")
        update = sa.update(files).where(*pending).values(next_try_at=next_try_at).returning(files.c.attempts)
        row = self._work.connection.execute(update).first()
        return 0 if row is None else int(row.attempts)

    def get(self, attachment_id: str) -> Attachment | None:
        """One file, or None."""
        row = self._work.one(sa.select(files).where(files.c.attachment_id == attachment_id))
        if row is None:
            return None
        name = "" if row.file_name is None else self._work.vault.open(f"attachments.file_name:{attachment_id}", row.file_name)
        return Attachment(file_name=name, **{plain: getattr(row, plain) for plain in _PLAIN})

    def _row(self, one: NewAttachment, at: datetime) -> dict[str, Any]:
        seal, own = self._work.vault.seal, one.attachment_id
        return {
            "attachment_id": own,
            "conversation_id": one.conversation_id,
            "n": one.n,
            "kind": one.kind,
            "content_type": one.content_type,
            "size": one.size,
            "locator": seal(f"attachments.locator:{own}", one.locator),
            "file_name": seal(f"attachments.file_name:{own}", one.file_name) if one.file_name else None,
            "created_at": at,
            "next_try_at": at,
        }

    def _fetch(self, row: sa.Row[Any]) -> Fetch:
        locator = self._work.vault.open(f"attachments.locator:{row.attachment_id}", row.locator)
        plain = ("id", "attachment_id", "conversation_id", "n", "kind", "channel", "account", "content_type")
        return Fetch(locator=locator, attempts=row.attempts + 1, **{name: getattr(row, name) for name in plain})

    def _end(self, attachment_id: str, state: str, **values: Any) -> bool:  # noqa: ANN401 - column values
        pending = (files.c.attachment_id == attachment_id, files.c.state == "pending")
        ended = {"state": state, "next_try_at": None, "locator": None, **values}
        return self._work.change(sa.update(files).where(*pending).values(**ended)) > 0
