"""The schema: made by migrations, equal to the models, and safe when several processes start together."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from storage import migrations
from storage.engine import make_engine
from storage.models import metadata

APPEND_ONLY = ("timeline", "consents", "audit")


def differences(url: str) -> list[Any]:
    """What alembic would change to make the database equal to the models."""
    engine = make_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, metadata)
    engine.dispose()
    return list(found)


def test_migrations_make_exactly_the_models(database_url: str) -> None:
    """Nothing is declared that a migration forgot, or the other way round."""
    assert differences(database_url) == []


def test_constraints_match_the_models(database_url: str) -> None:
    """Check constraints, which alembic does not compare, are the models' by name."""
    engine = make_engine(database_url)
    inspector = sa.inspect(engine)
    for table in metadata.sorted_tables:
        declared = {str(c.name) for c in table.constraints if isinstance(c, sa.CheckConstraint)}
        declared = {name if name.startswith("ck_") else f"ck_{table.name}_{name}" for name in declared}
        assert {c["name"] for c in inspector.get_check_constraints(table.name)} == declared
    engine.dispose()


def test_down_and_up_again(database_url: str) -> None:
    """Every migration can be taken back and made again."""
    migrations.downgrade(database_url)
    assert migrations.state(database_url) == "empty"
    migrations.upgrade(database_url)
    assert migrations.state(database_url) == "current"
    assert differences(database_url) == []


def test_four_processes_start_together(empty_database_url: str) -> None:
    """One migrates, three wait and find nothing to do."""
    program = f"from storage import migrations; migrations.upgrade({empty_database_url!r})"
    root = Path(__file__).parents[2]
    started = [subprocess.Popen([sys.executable, "-c", program], cwd=root, stderr=subprocess.PIPE) for _ in range(4)]
    errors = [process.communicate()[1] for process in started]
    assert [process.returncode for process in started] == [0, 0, 0, 0], errors
    assert migrations.state(empty_database_url) == "current"


def test_a_newer_schema_is_known_as_unknown(database_url: str) -> None:
    """A database migrated by a later release is not taken for ours."""
    engine = make_engine(database_url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    assert migrations.state(database_url) == "unknown"


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("change", ["UPDATE {} SET at = at", "DELETE FROM {}"])
def test_append_only_tables_only_grow(database_url: str, table: str, change: str) -> None:
    """The database itself refuses to change or remove a row of the record."""
    engine = make_engine(database_url)
    fill = {
        "timeline": "INSERT INTO timeline (case_pk, at, actor, action, from_status, to_status, reason)"
        " VALUES (1, '2026-01-01', 'bot', 'opened', '', '', '')",
        "consents": "INSERT INTO consents (conversation_id, subject_id, kind, given, at, version, text_sha256, language)"
        " VALUES (1, 1, 'research', true, '2026-01-01', '1', 'x', 'es')",
        "audit": "INSERT INTO audit (seq, at, actor, action, object, detail, prev, mac) VALUES (1, '2026-01-01', 'a', 'b', '', '', '', '')",
    }
    with engine.connect() as connection:
        off = "PRAGMA defer_foreign_keys=ON" if engine.dialect.name == "sqlite" else "SET LOCAL session_replication_role = replica"
        connection.execute(sa.text(off))
        connection.execute(sa.text(fill[table]))
        if engine.dialect.name == "postgresql":
            connection.execute(sa.text("SET LOCAL session_replication_role = origin"))
        with pytest.raises(sa.exc.DBAPIError, match="only grows"):
            connection.execute(sa.text(change.format(table)))
    engine.dispose()
