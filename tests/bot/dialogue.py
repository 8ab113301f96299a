"""A conversation held with the real turn over a real database, without a web server: somebody who answers whatever is asked."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from bot.channels.base import Content, Edited, Media, Sender, Tap, Text, Token, Update
from bot.desk import Desk
from bot.rules import Rules, shipped_rules
from bot.turn import Delivery, Turn
from flows.books import STEPS
from flows.events import Event
from flows.session import Session
from flows.speech import option_ids
from storage.conversations import Conversation
from storage.database import Database
from storage.models import conversations
from storage.unit_of_work import UnitOfWork
from tests.bot.rig import MovingClock
from tests.flows.patient import Patient, Reply
from tests.storage.scene import telegram

CLINIC = "Regeneris"
SHIPPED = shipped_rules(CLINIC)


@dataclass
class Dialogue:
    """Somebody on Telegram who writes to a bot over `database`. Every text of free words waits a millisecond for the rest."""

    database: Database
    rules: Rules = SHIPPED
    user: str = "4711"
    clock: MovingClock = field(default_factory=MovingClock)
    sent: int = 0

    def __post_init__(self) -> None:
        self.turn = Turn(self.rules, self.clock, lambda: uuid4().hex, timedelta(milliseconds=1))

    def sends(self, content: Content, **more: Any) -> "Dialogue":
        """One delivery, a minute after the last."""
        self.clock.move(minutes=1)
        self.sent += 1
        sender = Sender(self.user, "telegram_user", display_name="Ana", language_hint="es")
        update = Update("telegram", "bot", f"{self.user}-{self.sent}", sender, content, ref=f"{self.user}:{self.sent}")
        with self.database.write() as uow:
            self.turn.take(uow, [Delivery(update, **more)])
            uow.commit()
        return self

    def says(self, *texts: str) -> "Dialogue":
        """Types messages in a row, then waits for an answer."""
        for text in texts:
            self.sends(Text(text))
        return self.waits_for_the_rest()

    def waits_for_the_rest(self) -> "Dialogue":
        """What the worker does once a burst is over."""
        time.sleep(0.002)
        with self.database.write() as uow:
            self.turn.end_bursts(uow)
            uow.commit()
        return self

    def edits(self, number: int, text: str) -> "Dialogue":
        """Changes the message sent as number so many."""
        return self.sends(Edited(f"{self.user}:{number}", text))

    def shows(self, caption: str = "") -> "Dialogue":
        """Sends a photo."""
        return self.sends(Media("photo", "file-1", caption=caption))

    def taps(self, option: str) -> "Dialogue":
        """Taps an option of the open question."""
        session = self.session
        return self.sends(Tap(str(Token(session.step, session.visit, option))))

    def happens(self, event: Any) -> "Dialogue":
        """Something that is no delivery: a function from the present moment to the event."""

        def made(desk: Desk) -> Event:
            found: Event = event(desk.at)
            return found

        with self.database.write() as uow:
            self.turn.happen(uow, self.conversation.id, made)
            uow.commit()
        return self

    def reaches(self, step: str, replies: Mapping[str, Reply] | None = None) -> "Dialogue":
        """Answers everything until this step is open; an empty name means to the end."""
        if not self.sent:
            self.says("hola")
        for _ in STEPS:
            session = self.session
            if session.step == step or not session.step or session.status != "open":
                break
            self.replies(session, Patient(session=session).usual(replies or {}))
        assert self.session.step == step, f"{step} was never reached: {self.session.status} {self.session.step}"
        return self

    def replies(self, session: Session, reply: Reply) -> "Dialogue":
        """One answer: a tap where it is an option, else words."""
        ids = option_ids(STEPS[session.step], session)
        if isinstance(reply, str) and reply in ids:
            return self.taps(reply)
        return self.says(reply if isinstance(reply, str) else ", ".join(str(ids.index(option) + 1) for option in reply))

    def becomes(self, **changed: Any) -> "Dialogue":
        """Another release moved the conversation last: fields of its session are set beside all rules."""
        with self.database.write() as uow:
            held = uow.conversations.lock([self.conversation.id])[self.conversation.id]
            held.session = replace(held.session, **changed)
            held.version += 1
            uow.conversations.save([held])
            uow.commit()
        return self

    @property
    def conversation(self) -> Conversation:
        """The conversation as it is kept."""
        with self.database.read() as uow:
            return self._newest(uow)

    @property
    def session(self) -> Session:
        """Its session."""
        return self.conversation.session

    @property
    def case_id(self) -> str:
        """The newest case."""
        with self.database.read() as uow:
            return uow.cases.latest_for([self._newest(uow).id])[self._newest(uow).id].case_id

    def said(self) -> list[tuple[int, str, str]]:
        """Our texts: number, key, words."""
        with self.database.read() as uow:
            found = uow.messages.for_conversation(self._newest(uow).id, 0, 5000)
        return [(message.n, message.message_key, message.text) for message in found if message.author == "bot"]

    def _newest(self, uow: UnitOfWork) -> Conversation:
        (address,) = uow.people.find([telegram(self.user)]).values()
        number = uow.work.connection.execute(
            sa.select(sa.func.max(conversations.c.id)).where(conversations.c.address_id == address.id)
        ).scalar_one()
        return uow.conversations.peek([number])[number]
