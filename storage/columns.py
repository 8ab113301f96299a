"""Column types and naming shared by every table: UTC times, sealed words, portable keys.

Knows both engines' habits; must not know any table.
"""

from datetime import UTC, datetime
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeDecorator

from storage.crypto import Sealed

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

BigInt = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""64-bit keys on both engines; SQLite numbers rows by itself only in a column declared INTEGER."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time; a naive one is refused. SQLite keeps fixed-width text, which sorts as time does."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Refuse what has no time zone; hand SQLite plain UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Give every time back as aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class SealedWords(TypeDecorator[Sealed]):
    """Words under encryption. Refuses anything that is not sealed, so that no code path can write plain words by mistake."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Sealed | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Refuse plain text."""
        if value is not None and value[8:14] != ":gAAAA":
            raise ValueError("plain text for a sealed column")
        return value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Sealed | None:  # noqa: ARG002 - SQLAlchemy's signature
        """What is read is sealed still."""
        return None if value is None else Sealed(value)


def key() -> sa.Column[int]:
    """A primary key numbered by the engine; internal, never shown outside."""
    return sa.Column("id", BigInt, primary_key=True, autoincrement=True)


def code(name: str, *, default: str | None = "", unique: bool = False) -> sa.Column[str]:
    """A short identifier or code, never words; empty unless set when `default` is empty, required when it is None."""
    return sa.Column(name, sa.Text, nullable=False, default=default, unique=unique)


def reference(name: str, target: str, *, nullable: bool = False, index: bool = False) -> sa.Column[Any]:
    """A foreign key to another table's number."""
    return sa.Column(name, BigInt, sa.ForeignKey(target), nullable=nullable, index=index)


def moment(name: str, *, nullable: bool = True) -> sa.Column[datetime]:
    """A UTC time."""
    return sa.Column(name, UtcDateTime, nullable=nullable)


def sealed(name: str, *, nullable: bool = True) -> sa.Column[Sealed]:
    """Sealed words."""
    return sa.Column(name, SealedWords, nullable=nullable)


def count(name: str, *, default: int = 0) -> sa.Column[int]:
    """A whole number, 0 unless set."""
    return sa.Column(name, sa.Integer, nullable=False, default=default)


def flag(name: str) -> sa.Column[bool]:
    """A yes or no, no unless set."""
    return sa.Column(name, sa.Boolean, nullable=False, default=False)


def one_of(column: str, values: tuple[str, ...], name: str | None = None) -> sa.CheckConstraint:
    """A constraint: the column holds one of these codes."""
    return sa.CheckConstraint(f"{column} IN {listed(values)}", name=name or column)


def listed(values: tuple[str, ...]) -> str:
    """Codes as an SQL list of literals: a literal lets PostgreSQL use a partial index where a parameter would not."""
    return "(" + ", ".join(f"'{value}'" for value in values) + ")"


Insert: TypeAlias = postgresql.Insert | sqlite.Insert


def on_conflict_nothing(table: sa.Table, postgres: bool, *columns: str) -> Insert:  # noqa: FBT001 - read beside its engine
    """An insert that passes over rows whose unique `columns` (the primary key when none is named) exist already."""
    if postgres:
        return postgresql.insert(table).on_conflict_do_nothing(index_elements=columns or None)
    return sqlite.insert(table).on_conflict_do_nothing(index_elements=columns or None)


def literal_int(number: int) -> sa.BindParameter[int]:
    """A number written into the statement, not bound: PostgreSQL's generic plans guess badly at a bound LIMIT."""
    return sa.bindparam(None, int(number), sa.Integer, literal_execute=True)
