"""Keeps what moved a conversation, with the hash of every text it was answered by: what "why did it say that?" is answered from.

Knows the moment before and after an event; must not know what an event means. Written in the turn's own transaction, or not at all.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.desk import Desk, Talk
from bot.rules import Newcomer, Rules
from flows.events import Event
from flows.session import Session
from messages.prompt import Prompt, Variable
from storage.conversations import Conversation
from storage.event_codec import Begun, Happening, Resumed, Told, kind_of
from storage.events import NewEvent, SaidText
from storage.messages import NewMessage


class Record:
    """Lays down events beside the rows of their turn."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def begun(self, desk: Desk, conversation: Conversation, who: Newcomer) -> None:
        """A conversation begins, with what is known of the newcomer."""
        self._keep(desk, conversation, desk.at, Begun(**asdict(who)))

    @contextmanager
    def keeping(self, desk: Desk, talk: Talk, event: Event) -> Iterator[None]:
        """Keep `event` with what is said while it is carried out. What raises is kept nowhere: its transaction ends with it."""
        conversation = talk.conversation
        before, first_n = conversation.session, conversation.next_n
        if not conversation.next_seq or before.release != self._rules.revision:
            self._resumed(desk, conversation)
        talk.said, talk.erased = [], False
        yield
        said, talk.said = tuple(talk.said or ()), None
        what = None if talk.erased else event
        self._keep(desk, conversation, event.at, what, kind=kind_of(event), n=event.n, before=before, first_n=first_n, said=said)
        if talk.erased:
            self._resumed(desk, conversation)

    def said(self, desk: Desk, talk: Talk, prompt: Prompt, message: NewMessage, told: Mapping[str, Variable]) -> None:
        """A text of ours, with what it tells of the case: part of the answer to the event in hand, or a happening of its own."""
        text = SaidText(message.n, message.message_key, sha256_of(message.text), told)
        if talk.said is not None:
            talk.said.append(text)
            return
        conversation, what = talk.conversation, Told(prompt, message.language)
        self._keep(desk, conversation, desk.at, what, before=conversation.session, first_n=message.n, said=(text,))

    def _resumed(self, desk: Desk, conversation: Conversation) -> None:
        self._keep(desk, conversation, desk.at, Resumed(conversation.session))

    def _keep(
        self,
        desk: Desk,
        conversation: Conversation,
        at: datetime,
        what: Happening | None,
        *,
        kind: str = "",
        before: Session | None = None,
        **more: Any,  # noqa: ANN401 - the remaining fields of an event
    ) -> None:
        desk.keep(
            NewEvent(
                conversation_id=conversation.id,
                seq=conversation.take_seq(),
                at=at,
                kind=kind or kind_of(what),
                what=what,
                step=before.step if before else "",
                visit=before.visit if before else 0,
                revision=self._rules.revision,
                protocol_version=self._rules.protocol_version,
                clinic=self._rules.clinic,
                **more,
            )
        )


def sha256_of(text: str) -> str:
    """The SHA-256 (hex) of a text's exact words."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
