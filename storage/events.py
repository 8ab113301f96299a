"""Events: what each conversation was moved by, in order, sealed with the hash of every text said in answer.

Knows how an event is kept and blanked; must not know what follows from one (`flows/engine.py`) nor how it is replayed (`bot/replay.py`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from messages.prompt import NO_VARIABLES, Variable
from storage.event_codec import Happening, Resumed, compact, dump_happening, dump_variables, kind_of, load_happening, load_variables
from storage.models import conversations
from storage.models import events as table
from storage.work import Work

_PLAIN: Final = ("conversation_id", "seq", "at", "step", "visit", "revision", "protocol_version", "first_n")


@dataclass(frozen=True, slots=True)
class SaidText:
    """A text said in answer: its number in the transcript, its key, and the SHA-256 (hex) of its exact words.

    `told` is what it was filled with that no rule knows, such as the reference of the case; empty for most.
    """

    n: int
    key: str
    sha256: str
    told: Mapping[str, Variable] = field(default_factory=lambda: NO_VARIABLES)


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to keep; `what` is None where its words had to be erased in the same turn.

    `step` and `visit` are of the question open before it; `revision` and `protocol_version` of the rules that took it; `clinic` is the
    clinic's name in the texts; `n` the message it came as; `first_n` the number of the first text that followed.
    """

    conversation_id: int
    seq: int
    at: datetime
    kind: str
    what: Happening | None
    n: int | None = None
    step: str = ""
    visit: int = 0
    revision: str = ""
    protocol_version: str = ""
    clinic: str = ""
    first_n: int = 0
    said: tuple[SaidText, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as it stands; `what` is None once its words were erased."""

    seq: int
    at: datetime
    kind: str
    what: Happening | None
    n: int | None
    step: str
    visit: int
    revision: str
    protocol_version: str
    clinic: str
    first_n: int
    said: tuple[SaidText, ...]


class Events:
    """The `events` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def append(self, events: Sequence[NewEvent]) -> None:
        """Add events in one executemany; `seq` must be fresh in its conversation."""
        if events:
            self._work.connection.execute(sa.insert(table), [self._row(event) for event in events])

    def of(self, conversation_id: int) -> list[StoredEvent]:
        """Every event of a conversation, in order. Raises `Unreadable` when one was changed or moved."""
        rows = self._work.all(sa.select(table).where(table.c.conversation_id == conversation_id).order_by(table.c.seq))
        return [self._read(row) for row in rows]

    def next_seq(self, conversation_id: int) -> int:
        """How many events the conversation has by its own count: a row missing at the end is missed."""
        found = self._work.one(sa.select(conversations.c.next_seq).where(conversations.c.id == conversation_id))
        return 0 if found is None else int(found.next_seq)

    def blank(self, conversation_id: int, at: datetime, *, said: bool) -> None:
        """Take away what was received; with `said` also the hashes of our texts (they could be guessed from). Kinds and numbers stay."""
        mine = (table.c.conversation_id == conversation_id, table.c.erased_at.is_(None) | sa.literal(said))
        for row in self._work.all(sa.select(table).where(*mine)):
            place, body = _place(conversation_id, row.seq), self._body(row)
            kept = {"clinic": body["clinic"], "revision": body["revision"], "said": [] if said else body["said"], "what": None}
            here = (table.c.conversation_id == conversation_id, table.c.seq == row.seq)
            blank = {"body": self._work.vault.seal(place, compact(kept)), "erased_at": row.erased_at or at}
            self._work.change(sa.update(table).where(*here).values(**blank))

    def resume(self, conversation_id: int, happening: Resumed, at: datetime) -> None:
        """Note that the session was changed by no event; takes the conversation's next number by itself."""
        own = sa.update(conversations).where(conversations.c.id == conversation_id).values(next_seq=conversations.c.next_seq + 1)
        taken = self._work.connection.execute(own.returning(conversations.c.next_seq)).scalar_one()
        self.append([NewEvent(conversation_id, int(taken) - 1, at, kind_of(happening), happening)])

    def _row(self, event: NewEvent) -> dict[str, Any]:
        what = None if event.what is None else dump_happening(event.what)
        said = [_dump_said(text) for text in event.said]
        body = {"clinic": event.clinic, "revision": event.revision, "said": said, "what": what}
        sealed = self._work.vault.seal(_place(event.conversation_id, event.seq), compact(body))
        plain = {name: getattr(event, name) for name in _PLAIN}
        erased = event.at if event.what is None else None
        return {**plain, "kind": event.kind, "n": event.n, "texts": len(said), "body": sealed, "erased_at": erased}

    def _body(self, row: sa.Row[Any]) -> dict[str, Any]:
        return dict(json.loads(self._work.vault.open(_place(row.conversation_id, row.seq), row.body)))

    def _read(self, row: sa.Row[Any]) -> StoredEvent:
        body = self._body(row)
        return StoredEvent(
            seq=row.seq,
            at=row.at,
            kind=row.kind,
            what=None if body["what"] is None else load_happening(row.kind, body["what"]),
            n=row.n,
            step=row.step,
            visit=row.visit,
            revision=body["revision"],
            protocol_version=row.protocol_version,
            clinic=body["clinic"],
            first_n=row.first_n,
            said=tuple(_load_said(*each) for each in body["said"]),
        )


def _dump_said(text: SaidText) -> list[Any]:
    plain = [text.n, text.key, text.sha256]
    return [*plain, dump_variables(text.told)] if text.told else plain


def _load_said(n: int, key: str, sha256: str, told: Mapping[str, Any] = NO_VARIABLES) -> SaidText:
    return SaidText(n, key, sha256, load_variables(told))


def _place(conversation_id: int, seq: int) -> str:
    return f"events.body:{conversation_id}/{seq}"
