"""Triggers that let a table only grow, on both engines. Used by migrations; never changed once released.

Knows triggers; must not know what the table holds.
"""

from alembic import op

_REFUSAL = "this table only grows"


def forbid_changes(table: str) -> None:
    """From now on no row of `table` can be updated or deleted (nor, on PostgreSQL, the table truncated)."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION {table}_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}: {table}'; END $$"
        )
        when = "BEFORE UPDATE OR DELETE OR TRUNCATE"
        op.execute(f"CREATE TRIGGER {table}_only_grows {when} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_only_grows()")
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}: {table}'); END"
        )


def permit_changes(table: str) -> None:
    """Take the triggers away, for a downgrade that drops the table."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {table}_only_grows ON {table}")
        op.execute(f"DROP FUNCTION {table}_only_grows()")
        return
    for change in ("update", "delete"):
        op.execute(f"DROP TRIGGER {table}_no_{change}")
