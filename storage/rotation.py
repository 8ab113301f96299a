"""Changing the data keys: every sealed value is written anew under the first key, in small steps, while the product runs.

Knows which columns are sealed (all, by their type); must not know what they hold. Stopped at any point it can be started again.
"""

from collections.abc import Iterator

import sqlalchemy as sa

from storage.columns import SealedWords, literal_int
from storage.database import Database
from storage.models import metadata
from storage.unit_of_work import UnitOfWork


def sealed_columns() -> Iterator[sa.Column[str]]:
    """Every sealed column of every table."""
    for table in metadata.sorted_tables:
        yield from (column for column in table.columns if isinstance(column.type, SealedWords))


def rotate(database: Database, at_once: int = 200) -> int:
    """Seal everything under the first of the data keys; returns how many values were changed. Afterwards the other keys may go."""
    return sum(_rotate_column(database, column, at_once) for column in sealed_columns())


def remaining(database: Database) -> int:
    """How many values are still sealed under another key than the first."""
    with database.read() as uow:
        counts = (sa.select(sa.func.count()).select_from(column.table).where(_old(database, column)) for column in sealed_columns())
        return sum(int(uow.work.connection.execute(count).scalar_one()) for count in counts)


def _rotate_column(database: Database, column: sa.Column[str], at_once: int) -> int:
    changed = 0
    while True:
        with database.write() as uow:
            step = _rotate_some(uow, database, column, at_once)
            uow.commit()
        changed += step
        if step < at_once:
            return changed


def _rotate_some(uow: UnitOfWork, database: Database, column: sa.Column[str], at_once: int) -> int:
    """Rows are locked while they change, so a turn that writes the same row waits and its newer words stand."""
    key = list(column.table.primary_key.columns)
    select = sa.select(*key, column.label("sealed")).where(_old(database, column)).order_by(*key).limit(literal_int(at_once))
    rows = uow.work.all(select.with_for_update(key_share=True))
    for row in rows:
        fresh = database.sealer.reseal(row.sealed)
        here = [part == value for part, value in zip(key, row, strict=False)]
        uow.work.change(sa.update(column.table).where(*here).values({column.name: fresh}))
    return len(rows)


def _old(database: Database, column: sa.Column[str]) -> sa.ColumnElement[bool]:
    return sa.type_coerce(column, sa.Text).not_like(f"{database.sealer.key_id}:%")
