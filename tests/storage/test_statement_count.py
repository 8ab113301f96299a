"""A batch of turns costs few statements, however many turns it holds."""

from typing import Any

import sqlalchemy as sa

from flows.events import TextReceived
from storage.database import Database
from storage.events import NewEvent
from storage.inbox import InboxKey
from storage.messages import NewMessage
from storage.outbox import Planned
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import NOW, arrive, telegram

TURNS = 32


def turn_batch(uow: UnitOfWork, number: int) -> None:
    """What the writer does with a batch of known patients: one message in, one text out, each."""
    users = [telegram(str(user)) for user in range(TURNS)]
    fresh = uow.inbox.accept([InboxKey("telegram", "bot", f"{number}-{user}") for user in range(TURNS)], NOW)
    assert len(fresh) == TURNS
    found = uow.people.find_or_create(users, NOW)
    uow.people.heard_from({address.id: NOW for address in found.values()})
    talks = uow.conversations.load_for([address.id for address in found.values()])
    cases = uow.cases.open_for([talk.id for talk in talks.values()])
    assert len(cases) == TURNS
    messages, planned, kept = [], [], []
    for address_id, talk in talks.items():
        messages.append(NewMessage(talk.id, talk.take_n(), NOW, "patient", "hola", ref=f"{talk.id}:{number}"))
        messages.append(NewMessage(talk.id, talk.take_n(), NOW, "bot", "¿Su nombre?", "intake-name", "es"))
        planned.append(Planned(uow.new_id(), talk.id, talk.next_n - 1, address_id, "reply", "intake-name", "es", NOW))
        talk.version += 1
        kept.append(NewEvent(talk.id, talk.take_seq(), NOW, "TextReceived", TextReceived(NOW, talk.next_n - 2, "hola")))
    uow.messages.append(messages)
    uow.outbox.plan(planned)
    uow.events.append(kept)
    uow.conversations.save(list(talks.values()))
    uow.audit.append(at=NOW, actor="bot", action="batch", object="x")
    uow.commit()


def test_a_batch_of_turns_is_few_statements(database: Database) -> None:
    """Ten for the turns, three for the audit chain; the number does not depend on the batch."""
    with database.write() as uow:
        for user in range(TURNS):
            arrive(uow, str(user))
        uow.commit()
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: Any) -> None:
        seen.append(statement.split(maxsplit=1)[0])

    sa.event.listen(database.engine, "before_cursor_execute", note)
    with database.write() as uow:
        turn_batch(uow, 1)
    sa.event.remove(database.engine, "before_cursor_execute", note)
    work = [word for word in seen if word != "BEGIN"]
    assert len(work) <= 12, work
