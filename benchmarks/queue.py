"""How long the queue's page takes over many cases, on SQLite and PostgreSQL: each tab and filter, the deepest page, the counts.

`python -m benchmarks.queue [sizes…]`, 10,000 and 100,000 cases unless told. Flat with size, under 100 ms at the 95th percentile.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import sqlalchemy as sa
from cryptography.fernet import Fernet

from bot.console.queue_view import TABS, Filters, lanes
from flows.session import Flag, Session
from storage import migrations
from storage.board import Sieve
from storage.database import Database
from storage.models import cases, packets
from storage.people import Contact
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork
from storage.work import in_chunks
from tests.databases import NoPostgres, PostgresDatabases, postgres_server

SIZES: Final = (10_000, 100_000)
NOW: Final = datetime(2026, 3, 1, 15, 0, tzinfo=UTC)
ENDS: Final = NOW + timedelta(hours=9)
RUNS: Final = 40
LIMIT_MS: Final = 100.0
FILTERS: Final = (
    *("status=new", "status=physician_review", "status=emergency_hold", "status=closed"),
    *("owner=me", "owner=nobody", "owner=someone", "owner=nobody_ever"),
    *("channel=telegram", "channel=simulator", "language=fr", "language=es"),
    *("flag=minor", "flag=complaint", "label=travels", "label=call_back"),
    *("due=overdue", "due=today", "due=none"),
)
"""Each value of a filter that is rare, frequent, or nowhere."""
QUERIES: Final = (
    *(f"tab={tab}{more}" for tab in TABS for more in ("", *(f"&{each}" for each in FILTERS))),
    "tab=unclaimed&language=fr&channel=telegram&due=none",
    "tab=unclaimed&flag=minor&label=travels&language=fr",
    "tab=done&flag=complaint&label=call_back&language=fr",
)
_MULTIPLY: Final = """
INSERT INTO cases (case_id, conversation_id, subject_id, channel, language, status, priority, summary, claimed_by, claimed_at, version,
  revision, protocol_version, packet_version, created_at, completed_at, waiting_since, due_at, closed_at, paused_at)
WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {size})
SELECT case_id || i, {first} + i, subject_id, CASE WHEN i % 3 = 0 THEN 'telegram' ELSE 'whatsapp' END,
  CASE WHEN i % 500 = 0 THEN 'fr' WHEN i % 4 = 0 THEN 'en' ELSE 'es' END,
  CASE WHEN i % 10 = 0 THEN 'closed' WHEN i % 5 = 1 THEN 'physician_review' WHEN i % 5 = 2 THEN 'claimed' ELSE 'new' END,
  CASE WHEN i % 997 = 0 THEN 'emergency' WHEN i % 9 = 0 THEN 'urgent' ELSE 'routine' END,
  NULL, CASE WHEN i % 10 <> 0 AND i % 5 = 2 THEN CASE WHEN i % 4000 = 2 THEN '{me}' ELSE 'someone' END ELSE '' END, {at}, 1, 'r', 'p', 1,
  {at}, {at}, {since}, CASE WHEN i % 7 = 0 THEN NULL ELSE {due} END, CASE WHEN i % 10 = 0 THEN {since} END,
  CASE WHEN i % 10 <> 0 AND i % 50 = 3 THEN {since} END
FROM (SELECT * FROM cases LIMIT 1) AS one, numbers
"""


def fill(database: Database, size: int, me: str) -> None:
    """So many cases over as many conversations, with a rare and a frequent flag."""
    with database.write() as uow:
        address = next(iter(uow.people.find_or_create([Contact("telegram", "bot", "telegram_user", "1")], NOW).values()))
        talk = uow.conversations.create(address.id, address.subject_id, Session(revision="r", protocol_version="p", language="es"), NOW)
        case = uow.cases.open_intake(
            talk.id, address.subject_id, channel="telegram", language="es", revision="r", protocol_version="p", at=NOW
        )
        for table in ("conversations", "cases"):
            _multiply(uow, table, talk.id, size, me, postgres=database.postgres)
        pks = list(uow.work.connection.scalars(sa.select(cases.c.id).where(cases.c.id != case.id).order_by(cases.c.id)))
        _packets(uow, pks)
        _flags(uow, pks)
        uow.commit()
    with database.engine.connect() as connection:
        connection.execute(sa.text("ANALYZE"))
        connection.commit()
        if not database.postgres:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")  # one giant transaction is no life a database leads


def _multiply(uow: UnitOfWork, table: str, first: int, size: int, me: str, *, postgres: bool) -> None:
    """Copies with their number worked in; times spread over weeks."""
    if table == "conversations":
        columns = [column["name"] for column in sa.inspect(uow.work.connection).get_columns(table)]
        chosen = {**{name: name for name in columns}, "id": f"{first} + i", "ended_at": "started_at"}
        numbers = f"WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {size})"  # noqa: S608 - a number of ours
        one = f"(SELECT * FROM conversations WHERE id = {first}) AS one"  # noqa: S608 - our own table
        insert = f"INSERT INTO conversations ({', '.join(columns)}) {numbers} SELECT {', '.join(chosen[name] for name in columns)} FROM {one}, numbers"  # noqa: S608, E501 - our own table
        uow.work.connection.execute(sa.text(insert))
        return
    base = "TIMESTAMPTZ '2026-02-01 00:00:00+00'" if postgres else None
    at = base or "'2026-02-01 00:00:00.000000'"
    since = (
        f"{base} + i * INTERVAL '20 seconds'"
        if base
        else "strftime('%Y-%m-%d %H:%M:%S', '2026-02-01', (i * 20) || ' seconds') || '.000000'"
    )
    due = (
        f"{base} + i * INTERVAL '40 seconds'"
        if base
        else "strftime('%Y-%m-%d %H:%M:%S', '2026-02-01', (i * 40) || ' seconds') || '.000000'"
    )
    uow.work.connection.execute(sa.text(_MULTIPLY.format(size=size, first=first, me=me, at=at, since=since, due=due)))


def _flags(uow: UnitOfWork, pks: Sequence[int]) -> None:
    """`minor` on twenty cases, `complaint` on one in eleven, whatever else they are; labels alike."""
    rare = max(1, len(pks) // 20)
    for flag, label, chosen in (("minor", "travels", pks[::rare]), ("complaint", "call_back", pks[::11])):
        for pk in chosen:
            uow.flags.add(pk, [Flag(flag, "caution", "answer", "x", 1)], NOW)
            uow.labels.add(pk, label, "someone", NOW)


def _packets(uow: UnitOfWork, pks: Sequence[int]) -> None:
    """A packet of life size for every case, so that a page opens fifty of them."""
    answer = {"step": "screening.allergy", "value": "no", "unit": "", "said": "No, ninguna que yo sepa", "message_n": 14, "unsure": False}
    body = json.dumps(
        {"complaint": "Me duele la rodilla desde hace dos años al caminar", "age": 61, "answers": [answer] * 30, "unanswered": []}
    )
    for some in in_chunks(pks, 2000):
        rows = [{"case_pk": pk, "version": 1, "at": NOW, "body": uow.work.vault.seal(f"packets.body:{pk}/1", body)} for pk in some]
        uow.work.connection.execute(sa.insert(packets), rows)


def measured(database: Database, ask: Callable[[UnitOfWork], object]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds, each in a transaction of its own."""
    took = []
    for _ in range(RUNS):
        with database.read() as uow:
            start = time.perf_counter()
            ask(uow)
            took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took), sorted(took)[int(len(took) * 0.95)]


def report(name: str, database: Database, size: int, me: StaffMember) -> float:
    """Print one line for each question; the slowest 95th percentile."""
    worst = 0.0
    for label, ask in _questions(me):
        middle, high = measured(database, ask)
        worst = max(worst, high)
        print(f"{name:<11} {size:>7} {label:<62} {middle:7.1f} {high:7.1f} ms{'' if high < LIMIT_MS else '  OVER'}")
    return worst


def _questions(me: StaffMember) -> Iterator[tuple[str, Callable[[UnitOfWork], object]]]:
    def page(sieve: Sieve, cursor: str | None = None) -> Callable[[UnitOfWork], Any]:
        return lambda uow: uow.board.page(sieve, now=NOW, day_ends=ENDS, limit=50, cursor=cursor)

    for query in QUERIES:
        yield query, page(Filters.read(dict(part.split("=") for part in query.split("&")), ("someone", "nobody_ever")).sieve(me))
    yield (
        "a page deep in the queue",
        page(Filters("unclaimed").sieve(me), "WzIsIDAsICIyMDI2LTAyLTIyVDAwOjAwOjAwKzAwOjAwIiwgIjIwMjYtMDItMTBUMDA6MDA6MDArMDA6MDAiLCAxXQ"),
    )
    counted = [Sieve(lanes=lanes(tab, me), done=tab == "done") for tab in TABS]
    yield "all six counts", lambda uow: [uow.board.count(sieve, now=NOW, day_ends=ENDS) for sieve in counted]


@contextmanager
def databases(folder: Path) -> Iterator[list[tuple[str, str]]]:
    """A fresh database on each engine that this machine has."""
    found = [("sqlite", f"sqlite:///{folder / 'queue.db'}")]
    migrations.upgrade(found[0][1])
    try:
        with postgres_server(durable=True) as server:
            made = PostgresDatabases(server)
            with made.fresh() as url:
                yield [*found, ("postgresql", url)]
            made.close()
    except NoPostgres:
        yield found


def main(sizes: tuple[int, ...]) -> int:
    """Fill, ask, print; 1 when a question took too long."""
    worst = 0.0
    for size in sizes:
        with TemporaryDirectory() as folder, databases(Path(folder)) as found:
            for name, url in found:
                database = Database(url, [Fernet.generate_key().decode()])
                with database.write() as uow:
                    me = uow.staff.add(role="coordinator", name="Ana", email="ana@clinic.example", password_hash="x", at=NOW)  # noqa: S106 - no password
                    uow.commit()
                fill(database, size, me.staff_ref)
                worst = max(worst, report(name, database, size, me))
                database.close()
    print(f"slowest 95th percentile: {worst:.1f} ms (limit {LIMIT_MS:.0f})")
    return int(worst >= LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main(tuple(int(size) for size in sys.argv[1:]) or SIZES))
