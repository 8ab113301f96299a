"""What every repository is given: one open transaction, the vault, a source of ids, and which engine this is.

Knows no table. A repository never opens, commits or rolls back anything.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa

from storage.crypto import Vault

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Work:
    """One transaction. `new_id` gives random opaque text for what leaves this system (case_id, send_id)."""

    connection: sa.Connection
    vault: Vault
    new_id: Callable[[], str]

    @property
    def postgres(self) -> bool:
        """Whether rows must be locked one by one; SQLite has one writer and ignores such clauses."""
        return self.connection.dialect.name == "postgresql"

    def all(self, statement: sa.Executable) -> Sequence[sa.Row[Any]]:
        """Every row of a statement."""
        return self.connection.execute(statement).all()

    def one(self, statement: sa.Executable) -> "sa.Row[Any] | None":
        """The first row of a statement, or None."""
        return self.connection.execute(statement).first()

    def change(self, statement: sa.Executable) -> int:
        """Run a statement that changes rows and say how many it changed."""
        return self.connection.execute(statement).rowcount


def in_chunks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """Cut a sequence into pieces of at most `size`, so that no statement outgrows an engine's limit of parameters."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
