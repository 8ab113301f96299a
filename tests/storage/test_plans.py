"""Hot queries use their indexes over thousands of rows, as asked by the repositories themselves and with generic plans."""

import re
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from flows.schedule import slots
from storage.board import Lane, Sieve
from storage.database import Database
from storage.follow_ups import STANDINGS
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import LEASE, NOW, arrive, later, plan, telegram

ROWS = 4000
BIG = ("addresses", "conversations", "messages", "outbox", "cases", "inbox", "check_ins", "appointments")
COPIES = {
    "addresses": "blind = blind || i",
    "conversations": "address_id = {address} + i, status = 'done', ended_at = CASE WHEN i % 2 = 0 THEN started_at END,"
    " words_erased_at = started_at",
    "messages": "conversation_id = {conversation} + i, ref_blind = 'r' || i",
    "outbox": "conversation_id = {conversation} + i, send_id = send_id || i, state = 'read', finished_at = due_at, ref_blind = 'o' || i",
    "cases": "conversation_id = {conversation} + i, case_id = case_id || i, status = 'closed', closed_at = created_at",
    "inbox": "external_id = external_id || i",
    "check_ins": "check_in_id = check_in_id || i, milestone = milestone || i, state = 'answered', next_at = NULL, send_id = 'c' || i,"
    " conversation_id = {conversation} + i",
    "appointments": "appointment_id = appointment_id || i, next_at = NULL, case_pk = case_pk + i",
}
Ask = Callable[[UnitOfWork], object]
HOT: dict[str, tuple[Ask, set[str]]] = {
    "an address": (lambda uow: uow.people.find_or_create([telegram("4711")], NOW), {"uq_addresses_blind", "sqlite_autoindex_addresses_1"}),
    "the live conversation of an address": (lambda uow: uow.conversations.load_for([10**6]), {"ux_conversations_live"}),
    "due bursts": (lambda uow: uow.conversations.due_bursts(later(9), 10), {"ix_conversations_burst"}),
    "idle conversations": (lambda uow: uow.conversations.idle(later(9), 10), {"ix_conversations_idle"}),
    "conversations to purge": (lambda uow: uow.retention.purge_unconsented(NOW, NOW), {"ix_conversations_unconsented"}),
    "due sends": (lambda uow: uow.outbox.claim_due(NOW, NOW, 10, LEASE), {"ix_outbox_urgent", "ix_outbox_due", "ix_outbox_order"}),
    "a message by reference": (lambda uow: uow.messages.find_by_ref("telegram", "bot", ["x"]), {"ix_messages_ref", "ix_outbox_ref"}),
    "a page of the queue": (lambda uow: uow.cases.queue(limit=5), {"ix_cases_queue"}),
    "the next page of the queue": (lambda uow: uow.cases.queue(limit=1, cursor=_cursor(uow)), {"ix_cases_queue"}),
    "a page of closed cases": (lambda uow: uow.cases.queue(statuses=["closed"], limit=5), {"ix_cases_status"}),
    "the board": (lambda uow: _board(uow, Sieve()), {"ix_cases_board"}),
    "the board of free cases": (lambda uow: _board(uow, Sieve((Lane(owner="nobody"),))), {"ix_cases_free"}),
    "the board of one's own": (lambda uow: _board(uow, Sieve((Lane(owner="ana"),))), {"ix_cases_held"}),
    "emergencies of anybody on the board": (lambda uow: _board(uow, Sieve((Lane(("emergency_hold",)),))), {"ix_cases_stage"}),
    "late answers of treated people on the board": (lambda uow: _board(uow, Sieve((Lane(("treated",), late=True),))), {"ix_cases_stage"}),
    "ended cases on the board": (lambda uow: _page(uow, Sieve(done=True)), {"ix_cases_done"}),
    "steps since a number": (lambda uow: uow.changes.since(0), {"timeline"}),
    "overdue cases": (lambda uow: uow.cases.overdue(later(1e5), 5), {"ix_cases_overdue"}),
    "idle claims": (lambda uow: uow.cases.idle_claims(later(1e5), 5), {"ix_cases_claimed"}),
    "the inquiries of a period": (lambda uow: uow.hygiene.inquiries(later(1e5), later(2e5), 5), {"ix_cases_created"}),
    "the questions of a period": (lambda uow: uow.hygiene.asked(later(1e5), later(2e5)), {"ix_cases_created"}),
    "the lost sends of a period": (lambda uow: uow.hygiene.happened(later(1e5), later(2e5), 5), {"ix_outbox_lost"}),
    "due check-ins": (lambda uow: uow.check_ins.due(later(1e9), 10), {"ix_check_ins_next"}),
    "check-ins of a span": (lambda uow: uow.check_ins.between(NOW, later(60), 5), {"ix_check_ins_due"}),
    "check-ins to come": (lambda uow: uow.follow_ups.listed("due", NOW, 30), {"ix_check_ins_due"}),
    "check-ins without an answer": (lambda uow: uow.follow_ups.listed("unanswered", NOW, 30), {"ix_check_ins_due"}),
    "check-ins past their window": (lambda uow: uow.follow_ups.listed("overdue", NOW, 30), {"ix_check_ins_due"}),
    "how many of each": (lambda uow: [uow.follow_ups.count(each, NOW, 30) for each in STANDINGS], {"ix_check_ins_due"}),
    "how the schedule was kept": (lambda uow: uow.follow_ups.kept(NOW, later(60)), {"ix_check_ins_due"}),
    "who answered lately": (lambda uow: uow.follow_ups.lately(NOW), {"ix_check_ins_due"}),
    "the check-ins of a conversation": (lambda uow: uow.check_ins.due_of(10**6, NOW), {"ix_check_ins_conversation_id"}),
    "calls to remind of": (lambda uow: uow.appointments.due(later(1e9), 10), {"ix_appointments_next"}),
    "the call of a case": (lambda uow: uow.appointments.ahead(10**6, NOW), {"ix_appointments_case_pk"}),
    "files that were promised": (lambda uow: uow.cases.completed(("new",), NOW, later(60), 0, 10), {"ix_cases_completed"}),
    "whether a file came": (lambda uow: uow.attachments.came(10**6), {"attachments"}),
    "parked deliveries": (lambda uow: uow.inbox.due_retries(NOW, 5), {"ix_inbox_due"}),
}


def _board(uow: UnitOfWork, sieve: Sieve) -> object:
    """A page of the board, and its count."""
    return _page(uow, sieve), uow.board.count(sieve, now=NOW, day_ends=later(9))


def _page(uow: UnitOfWork, sieve: Sieve) -> object:
    """A page of the board."""
    return uow.board.page(sieve, now=NOW, day_ends=later(9), limit=5)


def _cursor(uow: UnitOfWork) -> str:
    cursor = uow.cases.queue(limit=1).next_cursor
    assert cursor is not None
    return cursor


@pytest.fixture
def grown(database: Database) -> Database:
    """A database with thousands of finished rows and a few live ones."""
    with database.write() as uow:
        scene = arrive(uow, "1")
        plan(uow, scene, "s")
        uow.check_ins.add(scene.case.id, scene.conversation.id, slots(NOW.date(), "UTC")[:1])
        times = {"starts_at": later(1e5), "remind_at": later(60)}
        uow.appointments.plan(scene.case.id, scene.conversation.id, minutes=30, by_ref="s", at=NOW, **times)
        uow.work.connection.execute(sa.text(_insert_inbox()))
        for table in BIG:
            _multiply(uow, table, scene.address.id, scene.conversation.id)
        for user in ("4711", "4712", "4713"):
            live = arrive(uow, user)
            live.conversation.burst_due_at = NOW
            plan(uow, live, f"live-{user}")
            uow.cases.hand_off(live.case, priority="urgent", at=NOW, due_at=later(60))
        uow.commit()
    with database.engine.connect() as connection:
        connection.execute(sa.text("ANALYZE"))
        connection.commit()
    return database


def _insert_inbox() -> str:
    return (
        "INSERT INTO inbox (channel, account, external_id, state, reason, attempts, received_at)"
        " VALUES ('telegram', 'bot', 'u', 'done', '', 0, '2026-03-01 15:00:00.000000')"
    )


def _multiply(uow: UnitOfWork, table: str, address: int, conversation: int) -> None:
    """Copies of a table's first row, each with its number worked in."""
    generated = {"id", "rank", "queue_rank"}
    columns = [column["name"] for column in sa.inspect(uow.work.connection).get_columns(table) if column["name"] not in generated]
    changes = COPIES[table].format(address=address, conversation=conversation)
    changed = dict(re.findall(r"(\w+) = (.+?)(?:, (?=\w+ = )|$)", changes))
    chosen = ", ".join(changed.get(column, column) for column in columns)
    numbers = "WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < :rows)"
    into = f"INSERT INTO {table} ({', '.join(columns)})"
    source = f"FROM (SELECT * FROM {table} LIMIT 1) AS one, numbers"  # noqa: S608 - our own table names
    uow.work.connection.execute(sa.text(f"{into} {numbers} SELECT {chosen} {source}"), {"rows": ROWS})


def explained(database: Database, ask: Ask) -> str:
    """The plans of every select a repository makes for one question."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if statement.lstrip().startswith("SELECT"):
            seen.append((statement, parameters))

    sa.event.listen(database.engine, "before_cursor_execute", note)
    with database.write() as uow:
        ask(uow)
        sa.event.remove(database.engine, "before_cursor_execute", note)
        raw = uow.work.connection.connection.driver_connection
        assert raw is not None
        explain = _postgres_plan if database.postgres else _sqlite_plan
        return "\n".join(explain(raw, statement, parameters) for statement, parameters in seen)


def _sqlite_plan(raw: Any, statement: str, parameters: Any) -> str:
    return "\n".join(str(row[3]) for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))


def _postgres_plan(raw: Any, statement: str, parameters: dict[str, Any]) -> str:
    """The generic plan: what a prepared statement gets after a few runs, without looking at its parameters."""
    names = list(dict.fromkeys(re.findall(r"%\((\w+)\)s", statement)))
    numbered = re.sub(r"%\((\w+)\)s", lambda found: f"${names.index(found[1]) + 1}", statement)
    values = psycopg.sql.SQL(", ").join(psycopg.sql.Literal(parameters[name]) for name in names)
    with raw.cursor() as cursor:
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        cursor.execute(psycopg.sql.SQL("PREPARE asked AS ") + psycopg.sql.SQL(numbered))
        run = psycopg.sql.SQL("EXPLAIN EXECUTE asked") + (psycopg.sql.SQL("({})").format(values) if names else psycopg.sql.SQL(""))
        lines = cursor.execute(run).fetchall()
        cursor.execute("DEALLOCATE asked")
    return "\n".join(str(line[0]) for line in lines)


def test_what_is_late_is_found_by_its_deadline(grown: Database) -> None:
    """Also where it is only counted: treated people whose answer is not due are not walked over."""
    text = explained(grown, lambda uow: uow.board.count(Sieve((Lane(("treated",), late=True),)), now=NOW, day_ends=later(9)))
    postgres, sqlite = r"Index Cond: .*queue_rank = \d.*due_at < \$", r"ix_cases_stage \(status=\? AND queue_rank=\? AND due_at<\?\)"
    assert re.search(postgres if grown.postgres else sqlite, text), text
    assert "Filter" not in text


@pytest.mark.parametrize("question", HOT)
def test_hot_queries_use_their_index(grown: Database, question: str) -> None:
    """The index meant for it, and no walk over a table that grows."""
    ask, wanted = HOT[question]
    text = explained(grown, ask)
    named = {name for name in wanted if name in text}
    assert named == wanted or (question == "an address" and named), text
    scans = [table for table in BIG if re.search(rf"Seq Scan on {table}\b|SCAN {table}(?! USING)", text)]
    assert scans == [], text
