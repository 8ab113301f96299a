"""The transcript: every message of a conversation under its number, words sealed, earlier wordings of an edited message kept.

Knows who wrote and what; must not know how a text travels (see `outbox.py`).
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa

from messages.prompt import Choice
from storage.columns import literal_int
from storage.models import addresses, attachments, conversations, message_edits, outbox
from storage.models import messages as messages_table
from storage.work import Work

_PLAIN = ("conversation_id", "n", "at", "author", "kind", "message_key", "language", "step", "visit", "late", "staff_ref")

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
        if messages:
            self._work.connection.execute(sa.insert(messages_table), [self._row(message) for message in messages])

    def edit(self, conversation_id: int, n: int, text: str, at: datetime) -> bool:
        """The patient changed a message: the new words stand, the old ones are kept. False when there is no such message."""
        where = (messages_table.c.conversation_id == conversation_id, messages_table.c.n == n)
        row = self._work.one(sa.select(messages_table.c.body).where(*where))
        if row is None:
            return False
        place = _place(conversation_id, n)
        body = json.loads(self._work.vault.open(place, row.body))
        old = {"conversation_id": conversation_id, "n": n, "at": at, "body": self._work.vault.seal(place, body["text"])}
        self._work.connection.execute(sa.insert(message_edits).values(**old))
        body["text"] = text
        self._work.change(sa.update(messages_table).where(*where).values(body=self._work.vault.seal(place, _json(body))))
        return True

    def for_conversation(self, conversation_id: int, after_n: int = 0, limit: int = 500) -> list[StoredMessage]:
        """Messages with a number above `after_n`, in order, with the state of their sends, edits and attachments."""
        state = sa.func.coalesce(outbox.c.state, sa.case((messages_table.c.author == "patient", "received"), else_="")).label("state")
        sends = (outbox.c.conversation_id == messages_table.c.conversation_id) & (outbox.c.n == messages_table.c.n)
        page = sa.select(messages_table, state).outerjoin(outbox, sends)
        page = page.where(messages_table.c.conversation_id == conversation_id, messages_table.c.n > after_n)
        rows = self._work.all(page.order_by(messages_table.c.n).limit(literal_int(limit)))
        return self._read(conversation_id, rows)

    def waiting(self, conversation_id: int, from_n: int) -> list[StoredMessage]:
        """The patient's texts from number `from_n` on, also those that came late: the burst that has just ended."""
        texts = sa.select(messages_table, sa.literal("received").label("state")).where(messages_table.c.conversation_id == conversation_id)
        texts = texts.where(messages_table.c.n >= from_n, messages_table.c.author == "patient", messages_table.c.kind == "text")
        return self._read(conversation_id, self._work.all(texts.order_by(messages_table.c.n)))

    def find_by_ref(self, channel: str, account: str, refs: Sequence[str]) -> dict[str, MessagePlace]:
        """Messages by the provider's reference, inbound or sent by us, through the blind index."""
        blinds = {self._work.vault.blind("ref", ref): ref for ref in refs if ref}
        if not blinds:
            return {}
        inbound, sent = (self._places(source, blinds, channel, account) for source in (messages_table, outbox))
        return inbound | sent

    def _places(self, source: sa.Table, blinds: dict[str, str], channel: str, account: str) -> dict[str, MessagePlace]:
        """The references of one table; `account` tells two bots apart, whose chats number their messages alike."""
        same = (source.c.conversation_id == messages_table.c.conversation_id) & (source.c.n == messages_table.c.n)
        told = (
            source.c.ref_blind.label("found"),
            *(messages_table.c[name] for name in ("conversation_id", "n", "author", "step", "visit")),
        )
        select = sa.select(*told).select_from(messages_table)
        select = select if source is messages_table else select.join(source, same)
        select = select.join(conversations, conversations.c.id == messages_table.c.conversation_id)
        select = select.join(addresses, addresses.c.id == conversations.c.address_id)
        select = select.where(source.c.ref_blind.in_(blinds), addresses.c.channel == channel, addresses.c.account == account)
        return {
            blinds[row.found]: MessagePlace(row.conversation_id, row.n, row.author, row.step, row.visit) for row in self._work.all(select)
        }

    def _row(self, message: NewMessage) -> dict[str, Any]:
        options = [[choice.id, choice.label, *([True] if choice.by_word else [])] for choice in message.options]
        body = {"text": message.text, "options": options, "variables": dict(message.variables)}
        sealed = self._work.vault.seal(_place(message.conversation_id, message.n), _json(body))
        ref_blind = self._work.vault.blind("ref", message.ref) if message.ref else None
        return {**{name: getattr(message, name) for name in _PLAIN}, "body": sealed, "ref_blind": ref_blind}

    def _read(self, conversation_id: int, rows: Sequence[sa.Row[Any]]) -> list[StoredMessage]:
        if not rows:
            return []
        edits, files = self._edits(conversation_id), self._files(conversation_id)
        return [self._message(row, tuple(edits[row.n]), tuple(files[row.n])) for row in rows]

    def _message(self, row: sa.Row[Any], edits: tuple[str, ...], files: tuple[AttachmentView, ...]) -> StoredMessage:
        body = json.loads(self._work.vault.open(_place(row.conversation_id, row.n), row.body))
        return StoredMessage(
            conversation_id=row.conversation_id,
            n=row.n,
            at=row.at,
            author=row.author,
            text=body["text"],
            message_key=row.message_key,
            language=row.language,
            options=tuple(Choice(*pair) for pair in body["options"]),
            step=row.step,
            visit=row.visit,
            late=row.late,
            kind=row.kind,
            state=row.state,
            staff_ref=row.staff_ref,
            edits=edits,
            attachments=files,
        )

    def _edits(self, conversation_id: int) -> defaultdict[int, list[str]]:
        found: defaultdict[int, list[str]] = defaultdict(list)
        select = sa.select(message_edits).where(message_edits.c.conversation_id == conversation_id).order_by(message_edits.c.id)
        for row in self._work.all(select):
            found[row.n].append(self._work.vault.open(_place(conversation_id, row.n), row.body))
        return found

    def _files(self, conversation_id: int) -> defaultdict[int, list[AttachmentView]]:
        found: defaultdict[int, list[AttachmentView]] = defaultdict(list)
        select = sa.select(attachments).where(attachments.c.conversation_id == conversation_id).order_by(attachments.c.id)
        for row in self._work.all(select):
            found[row.n].append(AttachmentView(row.attachment_id, row.kind, row.state))
        return found


def _place(conversation_id: int, n: int) -> str:
    return f"messages.body:{conversation_id}/{n}"


def _json(body: Mapping[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
