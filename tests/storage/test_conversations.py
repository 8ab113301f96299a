"""Conversations: one live per address, saved whole, never over someone else's change, woken by their timers."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from storage.conversations import Conversation, StaleConversation
from storage.database import Database
from tests.storage.scene import NOW, Scene, arrive, later, session


def begun(database: Database, user: str = "4711") -> Scene:
    """A committed first contact."""
    with database.write() as uow:
        scene = arrive(uow, user)
        uow.commit()
    return scene


def loaded(database: Database, scene: Scene) -> Conversation:
    """The conversation as stored."""
    with database.read() as uow:
        return uow.conversations.peek([scene.conversation.id])[scene.conversation.id]


def test_a_session_comes_back_as_it_was_saved(database: Database) -> None:
    """Session, version, next number and timers survive."""
    scene = begun(database)
    talk = scene.conversation
    talk.session = replace(session(), step="intake.name", status="paused")
    talk.version, talk.burst_due_at, talk.burst_from_n, talk.consented_at = 3, later(2), 1, NOW
    assert talk.take_n() == 1
    with database.write() as uow:
        uow.conversations.save([talk])
        uow.commit()
    found = loaded(database, scene)
    assert found == replace(talk, loaded_version=3)


def test_load_for_finds_the_live_one(database: Database) -> None:
    """By address; an ended conversation is history."""
    scene = begun(database)
    with database.write() as uow:
        assert uow.conversations.load_for([scene.address.id])[scene.address.id].id == scene.conversation.id
        uow.conversations.end(scene.conversation.id, NOW)
        assert uow.conversations.load_for([scene.address.id]) == {}
        uow.conversations.create(scene.address.id, scene.address.subject_id, session(), NOW)


def test_one_live_conversation_per_address(database: Database) -> None:
    """The database refuses a second."""
    scene = begun(database)
    with database.write() as uow, pytest.raises(sa.exc.IntegrityError):
        uow.conversations.create(scene.address.id, scene.address.subject_id, session(), NOW)


def test_a_stale_copy_is_not_saved(database: Database) -> None:
    """A change by another transaction in between is not overwritten."""
    scene = begun(database)
    theirs = loaded(database, scene)
    theirs.version += 1
    with database.write() as uow:
        uow.conversations.save([theirs])
        uow.commit()
    with database.write() as uow, pytest.raises(StaleConversation):
        uow.conversations.save([scene.conversation])


def test_a_due_burst_is_handed_out_locked(database: Database) -> None:
    """Due ones only; done when the caller clears the timer."""
    scene = begun(database)
    scene.conversation.burst_due_at, scene.conversation.burst_from_n = later(2), 1
    with database.write() as uow:
        uow.conversations.save([scene.conversation])
        assert uow.conversations.due_bursts(later(1), 10) == []
        (due,) = uow.conversations.due_bursts(later(2), 10)
        due.burst_due_at = due.burst_from_n = None
        uow.conversations.save([due])
        assert uow.conversations.due_bursts(later(2), 10) == []


def test_idle_conversations_are_listed_by_key(database: Database) -> None:
    """Open question, silent since before; pages by id."""
    first, second = begun(database, "1"), begun(database, "2")
    with database.read() as uow:
        assert uow.conversations.idle(NOW, 10) == []
        assert uow.conversations.idle(later(1), 1) == [first.conversation.id]
        assert uow.conversations.idle(later(1), 9, after_id=first.conversation.id) == [second.conversation.id]
