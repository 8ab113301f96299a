"""What the database alone can do, without the product: one small row a commit, and the rows of one turn a commit, by the raw driver.

The second is what a turn must at least write to be durable: its inbox key, the conversation's sealed state, the patient's message,
our answer, and the answer's outbox row.
"""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

TABLES = (
    "CREATE TABLE bare_rows (id {serial}, words TEXT)",
    "CREATE TABLE bare_inbox (id {serial}, key TEXT UNIQUE)",
    "CREATE TABLE bare_talks (id INTEGER PRIMARY KEY, version INTEGER, session TEXT)",
    "CREATE TABLE bare_said (talk INTEGER, n INTEGER, words TEXT, PRIMARY KEY (talk, n))",
    "CREATE TABLE bare_outbox (id {serial}, talk INTEGER, words TEXT)",
)
SESSION, WORDS = "s" * 4000, "w" * 300
TALKS = 256
Execute = Callable[..., object]


def one_row(execute: Execute, mark: str, number: int) -> None:
    """The smallest durable thing."""
    execute(f"INSERT INTO bare_rows (words) VALUES ({mark})", (f"{number}{WORDS}",))  # noqa: S608 - the mark is ours


def one_turn(execute: Execute, mark: str, number: int) -> None:
    """The rows of one turn."""
    talk = number % TALKS
    execute(f"INSERT INTO bare_inbox (key) VALUES ({mark}) ON CONFLICT DO NOTHING", (f"update-{number}",))  # noqa: S608 - the mark is ours
    execute(f"SELECT version, session FROM bare_talks WHERE id = {mark}", (talk,))  # noqa: S608 - the mark is ours
    execute(f"UPDATE bare_talks SET version = version + 1, session = {mark} WHERE id = {mark}", (SESSION, talk))  # noqa: S608 - the mark is ours
    for n in (2 * number, 2 * number + 1):
        execute(f"INSERT INTO bare_said (talk, n, words) VALUES ({mark}, {mark}, {mark})", (talk, n, WORDS))  # noqa: S608 - the mark is ours
    execute(f"INSERT INTO bare_outbox (talk, words) VALUES ({mark}, {mark})", (talk, WORDS))  # noqa: S608 - the mark is ours


def rate(run: Callable[[int], None], commit: Callable[[], object], seconds: float) -> float:
    """Commits a second, one `run` each."""
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        run(done)
        commit()
        done += 1
    return done / (time.perf_counter() - began)


def on_sqlite(path: Path, seconds: float) -> tuple[float, float]:
    """Small rows and turns a second, one a commit, WAL and synchronous=FULL."""
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL")
    for table in TABLES:
        database.execute(table.format(serial="INTEGER PRIMARY KEY"))
    database.executemany("INSERT INTO bare_talks VALUES (?, 0, '')", [(talk,) for talk in range(TALKS)])

    def within(what: Callable[[Execute, str, int], None]) -> Callable[[int], None]:
        def run(number: int) -> None:
            database.execute("BEGIN IMMEDIATE")
            what(database.execute, "?", number)

        return run

    commit = database.commit
    return rate(within(one_row), commit, seconds), rate(within(one_turn), commit, seconds)


def on_postgres(url: str, seconds: float) -> tuple[float, float]:
    """Small rows and turns a second, one a commit, over one connection."""
    with psycopg.connect(url) as database:
        for table in TABLES:
            database.execute(table.format(serial="BIGSERIAL PRIMARY KEY"))
        with database.cursor() as cursor:
            cursor.executemany("INSERT INTO bare_talks VALUES (%s, 0, '')", [(talk,) for talk in range(TALKS)])
        database.commit()
        row = rate(lambda number: one_row(database.execute, "%s", number), database.commit, seconds)
        return row, rate(lambda number: one_turn(database.execute, "%s", number), database.commit, seconds)
