"""Small scenes for storage tests: a patient who wrote, a conversation, a case, a planned text."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flows.session import Session
from storage.cases import Case
from storage.conversations import Conversation
from storage.messages import NewMessage
from storage.outbox import Planned
from storage.people import Address, Contact
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 3, 1, 15, 0, tzinfo=UTC)
LEASE = timedelta(seconds=30)


def later(seconds: float) -> datetime:
    """NOW and some seconds."""
    return NOW + timedelta(seconds=seconds)


def session() -> Session:
    """A session at the first question."""
    return Session(revision="r1", protocol_version="p1", language="es")


def telegram(user: str) -> Contact:
    """Someone on Telegram."""
    return Contact("telegram", "bot", "telegram_user", user)


@dataclass
class Scene:
    """A patient with a live conversation and its case."""

    address: Address
    conversation: Conversation
    case: Case


def arrive(uow: UnitOfWork, user: str = "4711", at: datetime = NOW) -> Scene:
    """A first contact: address, conversation and case."""
    address = next(iter(uow.people.find_or_create([telegram(user)], at).values()))
    talk = uow.conversations.create(address.id, address.subject_id, session(), at)
    case = uow.cases.open_intake(
        talk.id, address.subject_id, channel="telegram", language="es", revision="r1", protocol_version="p1", at=at
    )
    return Scene(address, talk, case)


def says(scene: Scene, text: str, *, ref: str = "", kind: str = "text") -> NewMessage:
    """The patient's next message."""
    assert kind in {"text", "tap", "media", "other"}
    return NewMessage(scene.conversation.id, scene.conversation.take_n(), NOW, "patient", text, ref=ref, kind=kind)  # type: ignore[arg-type] # checked above


def plan(uow: UnitOfWork, scene: Scene, send_id: str, *, purpose: str = "reply", due_at: datetime = NOW, key: str | None = None) -> int:
    """A text of ours with its row in the outbox; returns its number."""
    n = scene.conversation.take_n()
    uow.messages.append([NewMessage(scene.conversation.id, n, NOW, "bot", f"text of {send_id}", message_key="intake-name")])
    row = Planned(send_id, scene.conversation.id, n, scene.address.id, purpose, "intake-name", "es", due_at, dedupe_key=key)
    uow.outbox.plan([row])
    uow.conversations.save([scene.conversation])
    return n
