"""The audit chain: every edit, removal, new order and truncation shows; two writers make one chain."""

import random
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from storage.audit import Anchor, AuditVerdict
from storage.database import Database
from storage.engine import make_engine
from storage.models import audit, audit_head
from tests.storage.scene import NOW, later

ROWS = 12


def written(database: Database, rows: int = ROWS) -> None:
    """A chain of some entries after the first."""
    for n in range(rows):
        with database.write() as uow:
            uow.audit.append(at=later(n), actor="anna", action="case.read", object=f"case-{n}", detail={"n": n})
            uow.commit()


def verdict(database: Database, anchor: Anchor | None = None) -> AuditVerdict:
    """What `audit verify` finds."""
    with database.read() as uow:
        return uow.audit.verify(anchor)


def tamper(database: Database, url: str, change: Callable[[sa.Connection], object]) -> None:
    """Change the log as its database's owner could: triggers out of the way."""
    engine = make_engine(url)
    with engine.connect() as connection:
        if database.postgres:
            connection.execute(sa.text("ALTER TABLE audit DISABLE TRIGGER ALL"))
        else:
            connection.execute(sa.text("DROP TRIGGER audit_no_update"))
            connection.execute(sa.text("DROP TRIGGER audit_no_delete"))
        change(connection)
        connection.commit()
    engine.dispose()


def test_an_untouched_chain_holds(database: Database) -> None:
    """All entries, the first one made with the database."""
    written(database)
    found = verdict(database)
    assert (found.ok, found.checked) == (True, ROWS + 1)


def test_entries_are_paged_by_sequence(database: Database) -> None:
    """In order, with their details."""
    written(database, 3)
    with database.read() as uow:
        page = uow.audit.page(after=2, limit=1)
    assert [(one.seq, one.object, one.detail) for one in page] == [(3, "case-1", {"n": 1})]


def test_several_entries_of_one_transaction_are_in_order(database: Database) -> None:
    """Written together, last of all."""
    with database.write() as uow:
        for n in range(3):
            uow.audit.append(at=NOW, actor="bot", action="a", object=str(n))
        uow.commit()
    assert verdict(database).checked == 4


def test_a_rolled_back_entry_leaves_no_gap(database: Database) -> None:
    """Nothing happened, nothing is written."""
    with database.write() as uow:
        uow.audit.append(at=NOW, actor="bot", action="a", object="x")
    written(database, 1)
    assert verdict(database).checked == 2


def _edit(column: str) -> Callable[[sa.Connection], object]:
    return lambda c: c.execute(sa.update(audit).where(audit.c.seq == 5).values({column: "other" if column != "at" else later(9999)}))


CHANGES: dict[str, Callable[[sa.Connection], object]] = {
    **{f"edit {name}": _edit(name) for name in ("at", "actor", "action", "object", "detail", "prev", "mac")},
    "delete one": lambda c: c.execute(sa.delete(audit).where(audit.c.seq == 5)),
    "delete the first": lambda c: c.execute(sa.delete(audit).where(audit.c.seq == 1)),
    "truncate": lambda c: c.execute(sa.delete(audit).where(audit.c.seq > 9)),
    "delete all": lambda c: c.execute(sa.delete(audit)),
    "delete the head": lambda c: c.execute(sa.delete(audit_head)),
    "move the head": lambda c: c.execute(sa.update(audit_head).values(seq=3)),
    "delete all and reset the head": lambda c: (
        c.execute(sa.delete(audit)),
        c.execute(sa.update(audit_head).values(seq=0, mac="", seal="")),
    ),
    "swap two": lambda c: [c.execute(sa.update(audit).where(audit.c.seq == a).values(seq=b)) for a, b in ((5, 99), (6, 5), (99, 6))],
    "close a gap": lambda c: (c.execute(sa.delete(audit).where(audit.c.seq == 13)), c.execute(sa.update(audit_head).values(seq=12))),
    "copy a row to the end": lambda c: c.execute(
        sa.insert(audit).from_select(
            ["seq", "at", "actor", "action", "object", "detail", "prev", "mac"],
            sa.select(sa.literal(14), *(audit.c[n] for n in ("at", "actor", "action", "object", "detail", "prev", "mac"))).where(
                audit.c.seq == 5
            ),
        )
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_kind_of_tampering_shows(database: Database, database_url: str, change: str) -> None:
    """By someone who owns the database but not the keys."""
    written(database)
    tamper(database, database_url, CHANGES[change])
    assert not verdict(database).ok


def test_random_tampering_shows(database: Database, database_url: str) -> None:
    """Two hundred seeded changes of one character, each put back after."""
    written(database)
    rng = random.Random(7)
    tamper(database, database_url, lambda _: None)
    missed = []
    for _ in range(200):
        seq, column = rng.randint(1, ROWS + 1), rng.choice(("actor", "action", "object", "detail", "prev", "mac"))
        where = audit.c.seq == seq
        with database.engine.connect() as connection:
            before = connection.execute(sa.select(audit.c[column]).where(where)).scalar_one()
            at = rng.randrange(len(before) + 1)
            connection.execute(sa.update(audit).where(where).values({column: before[:at] + "~" + before[at + 1 :]}))
            connection.commit()
            if verdict(database).ok:
                missed.append((seq, column))
            connection.execute(sa.update(audit).where(where).values({column: before}))
            connection.commit()
    assert missed == []
    assert verdict(database).ok


def test_an_old_copy_of_log_and_head_fails_against_an_anchor(database: Database, database_url: str) -> None:
    """Who can put back an old head cannot put back what was written down outside."""
    written(database, 2)
    with database.read() as uow:
        old = uow.audit.head()
        old_seal = uow.work.connection.execute(sa.select(audit_head.c.seal)).scalar_one()
    written(database, 3)
    with database.read() as uow:
        anchor = uow.audit.head()

    def put_back(connection: sa.Connection) -> None:
        connection.execute(sa.delete(audit).where(audit.c.seq > old.seq))
        connection.execute(sa.update(audit_head).values(seq=old.seq, mac=old.mac, seal=old_seal))

    assert verdict(database, anchor).ok
    tamper(database, database_url, put_back)
    assert verdict(database).ok
    assert verdict(database, anchor).fault.startswith("anchor_missing")
