"""What is left of a run: rows read with the product's own keys, and a search for words that must stand nowhere in the clear."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from bot.api_views import case_record
from bot.console.access import Record
from flows.session import Session
from storage.database import Database
from storage.models import metadata
from tests.conftest import DATA_KEY
from tests.journeys.world import World


@dataclass(frozen=True)
class Account:
    """One person's conversation as it stands in the database."""

    session: Session
    case: dict[str, Any]
    sends: tuple[tuple[int, str, str], ...]

    @property
    def said(self) -> list[tuple[int, str, str, str]]:
        """The transcript: number, author, key, words."""
        return [(one["n"], one["from"], one["message_key"] or "", one["text"]) for one in self.case["transcript"]]


def accounts(url: str, only: str = "") -> dict[str, Account]:
    """Every conversation by the address of its person, or that of one address."""
    database = Database(url, [DATA_KEY])
    try:
        with database.read() as uow:
            ids = [int(row[0]) for row in uow.work.connection.execute(sa.text("SELECT id FROM conversations ORDER BY id"))]
            found = {}
            for conversation in uow.conversations.peek(ids).values():
                address = uow.people.get(conversation.address_id).value
                if only and address != only:
                    continue
                case = uow.cases.latest_for([conversation.id])[conversation.id]
                transcript = uow.messages.for_conversation(conversation.id, 0, 2000)
                record = case_record(Record(case, uow.cases.packet(case) or {}, transcript, uow.timeline.of(case.id)))
                sends = tuple((send.n, send.message_key, send.state) for send in uow.outbox.for_case(case.case_id))
                found[address] = Account(conversation.session, record, sends)
            return found
    finally:
        database.close()


def ending(account: Account) -> tuple[object, ...]:
    """All of a conversation that must not depend on kills."""
    case = {name: value for name, value in account.case.items() if name not in {"case_id", "patient_ref", "transcript", "version"}}
    reference = account.case["patient_ref"][:8]
    said = [(n, author, key, text.replace(reference, "…")) for n, author, key, text in account.said]
    return account.session, said, case, [send[:2] for send in account.sends]


def unfinished(url: str) -> int:
    """Texts that are planned or in the air, bursts that wait, and files that are not checked yet, all at one moment.

    One statement, because work moves on between two: a file ends as its text is planned, and both would be counted as done.
    """
    counts = (
        "(SELECT count(*) FROM outbox WHERE finished_at IS NULL)",
        "(SELECT count(*) FROM conversations WHERE burst_due_at IS NOT NULL)",
        "(SELECT count(*) FROM attachments WHERE state = 'pending')",
    )
    database = Database(url, [DATA_KEY])
    try:
        with database.engine.connect() as connection:
            return int(connection.execute(sa.text(f"SELECT {' + '.join(counts)}")).scalar_one())
    finally:
        database.close()


def planted(world: World, canaries: Iterable[str]) -> list[str]:
    """Canaries found in what the product wrote: `canary in file or table`."""
    wanted = [(canary, canary.encode()) for canary in canaries]
    held = {**world.written(), **rows(world.environment["DATABASE_URL"])}
    return [f"{canary} in {place}" for place, data in held.items() for canary, encoded in wanted if encoded in data]


def rows(url: str) -> dict[str, bytes]:
    """Every table as bytes."""
    database = Database(url, [DATA_KEY])
    try:
        with database.engine.connect() as connection:
            return {name: repr(connection.execute(sa.select(table)).all()).encode() for name, table in metadata.tables.items()}
    finally:
        database.close()
