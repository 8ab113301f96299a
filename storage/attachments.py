"""Files sent by patients: what is to be fetched, and what became of it. The bytes themselves lie outside the database.

Knows a locator and the outcome of checks; must not fetch or open anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.work import Work


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

    def add(self, attachments: Sequence[NewAttachment], at: datetime) -> None:
        """Note files to fetch, in one executemany."""
        raise NotImplementedError

    def due_fetches(self, real_now: datetime, limit: int, lease: timedelta) -> list[Fetch]:
        """Take files that are due, oldest first, for this worker alone until the lease ends. Commit at once."""
        raise NotImplementedError

    def mark_stored(self, attachment_id: str, *, sha256: str, size: int, content_type: str, storage_name: str) -> bool:
        """The file passed its checks and lies under `storage_name`. False when it is no longer pending."""
        raise NotImplementedError

    def mark_rejected(self, attachment_id: str, reason: str) -> bool:
        """The file was refused: `too_large`, `not_allowed`, `unreadable`. False when it is no longer pending."""
        raise NotImplementedError

    def mark_unavailable(self, attachment_id: str, reason: str = "unavailable") -> bool:
        """The file could not be had. False when it is no longer pending."""
        raise NotImplementedError

    def retry_at(self, attachment_id: str, next_try_at: datetime) -> int:
        """Try again from then on (real time); returns the number of tries so far."""
        raise NotImplementedError

    def get(self, attachment_id: str) -> Attachment | None:
        """One file, or None."""
        raise NotImplementedError
