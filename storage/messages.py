"""The transcript: every message of a conversation under its number, words sealed, earlier wordings of an edited message kept.

Knows who wrote and what; must not know how a text travels (see `outbox.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from messages.prompt import Choice
from storage.work import Work

Author: TypeAlias = Literal["patient", "bot", "staff"]


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message to append. `ref` is the provider's reference of an inbound message (edits and taps name it); `staff_ref` who typed."""

    conversation_id: int
    n: int
    at: datetime
    author: Author
    text: str
    message_key: str = ""
    language: str = ""
    options: tuple[Choice, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()
    step: str = ""
    visit: int = 0
    ref: str = ""
    late: bool = False
    staff_ref: str = ""
    kind: Literal["text", "tap", "media", "other"] = "text"


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file as the transcript shows it."""

    id: str
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message as it stands. `state` is that of its send for texts of ours, `received` for the patient's; `edits` earlier wordings."""

    conversation_id: int
    n: int
    at: datetime
    author: Author
    text: str
    message_key: str
    language: str
    options: tuple[Choice, ...]
    step: str
    visit: int
    late: bool
    kind: str
    state: str
    staff_ref: str = ""
    edits: tuple[str, ...] = ()
    attachments: tuple[AttachmentView, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class MessagePlace:
    """Where a message stands, for a provider's reference: the question it asked, if any."""

    conversation_id: int
    n: int
    author: Author
    step: str
    visit: int


class Messages:
    """The `messages` and `message_edits` tables."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def append(self, messages: Sequence[NewMessage]) -> None:
        """Add messages in one executemany; `n` must be fresh in its conversation."""
        raise NotImplementedError

    def edit(self, conversation_id: int, n: int, text: str, at: datetime) -> bool:
        """The patient changed a message: the new words stand, the old ones are kept. False when there is no such message."""
        raise NotImplementedError

    def for_conversation(self, conversation_id: int, after_n: int = 0, limit: int = 500) -> list[StoredMessage]:
        """Messages with a number above `after_n`, in order, with the state of their sends, edits and attachments."""
        raise NotImplementedError

    def waiting(self, conversation_id: int, from_n: int) -> list[StoredMessage]:
        """The patient's texts from number `from_n` on: those whose burst has just ended."""
        raise NotImplementedError

    def find_by_ref(self, channel: str, account: str, refs: Sequence[str]) -> dict[str, MessagePlace]:
        """Messages by the provider's reference, inbound or sent by us, through the blind index."""
        raise NotImplementedError
