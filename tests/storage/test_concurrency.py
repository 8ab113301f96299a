"""Several threads and processes at once on one database: everything counts once, in order, and nobody is forgotten."""

import json
import subprocess
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from storage.database import Database
from storage.inbox import InboxKey
from storage.models import persons
from tests.conftest import DATA_KEY
from tests.storage.scene import NOW, arrive, later, plan, session, telegram

WORKERS = 6
LEASE = timedelta(minutes=5)


def together(work: Callable[[int], None], workers: int = WORKERS) -> None:
    """Run `work` in threads that start at the same moment; the first error is raised here."""
    start, errors = threading.Barrier(workers), list[BaseException]()

    def run(number: int) -> None:
        start.wait()
        try:
            work(number)
        except BaseException as fault:  # noqa: BLE001 - raised again in the test's own thread
            errors.append(fault)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def test_a_delivery_to_many_counts_once(patient_database: Database) -> None:
    """Every worker offers the same keys, each in another order."""
    keys = [InboxKey("telegram", "bot", str(n)) for n in range(40)]
    counted: list[InboxKey] = []

    def accept(number: int) -> None:
        for start in range(0, 40, 8):
            batch = keys[start : start + 8]
            with patient_database.write() as uow:
                fresh = uow.inbox.accept(batch[::-1] if number % 2 else batch, NOW)
                uow.commit()
            counted.extend(fresh)

    together(accept)
    assert sorted(counted) == sorted(keys)


def test_a_newcomer_to_many_is_one_person(patient_database: Database) -> None:
    """Whoever loses the race finds the winner's row and leaves no orphan behind."""
    found: list[int] = []

    def meet(number: int) -> None:
        contacts = [telegram(str(n)) for n in range(6)]
        with patient_database.write() as uow:
            addresses = uow.people.find_or_create(contacts[::-1] if number % 2 else contacts, NOW)
            uow.commit()
        found.extend(address.id for address in addresses.values())

    together(meet)
    assert len(set(found)) == 6
    with patient_database.read() as uow:
        assert uow.work.connection.execute(sa.select(sa.func.count()).select_from(persons)).scalar_one() == 6


def test_turns_of_one_patient_never_overlap(patient_database: Database) -> None:
    """Each turn sees what the one before it saved: no update lost, no number twice."""

    def turn(_number: int) -> None:
        for _ in range(4):
            with patient_database.write() as uow:
                address = uow.people.find_or_create([telegram("1")], NOW)[telegram("1")]
                talk = uow.conversations.load_for([address.id]).get(address.id)
                if talk is None:
                    talk = uow.conversations.create(address.id, address.subject_id, session(), NOW)
                talk.take_n()
                talk.version += 1
                uow.conversations.save([talk])
                uow.commit()

    together(turn)
    with patient_database.write() as uow:
        address = uow.people.find([telegram("1")])[telegram("1")]
        talk = uow.conversations.load_for([address.id])[address.id]
    assert (talk.version, talk.next_n) == (4 * WORKERS, 4 * WORKERS + 1)


def test_one_case_is_claimed_by_one(patient_database: Database) -> None:
    """Twenty at once: one wins, nineteen learn who."""
    with patient_database.write() as uow:
        case = arrive(uow).case
        uow.cases.hand_off(case, priority="routine", at=NOW, due_at=None)
        uow.commit()
    outcomes: list[tuple[bool, str]] = []

    def claim(number: int) -> None:
        with patient_database.write() as uow:
            moved = uow.cases.claim(case.case_id, f"staff-{number}", NOW)
            uow.commit()
        outcomes.append((moved.won, moved.holder))

    together(claim, workers=20)
    assert Counter(won for won, _ in outcomes) == {True: 1, False: 19}
    assert len({holder for _, holder in outcomes}) == 1


def test_texts_leave_once_and_in_order_whoever_sends_them(patient_database: Database) -> None:
    """Workers drain a backlog together: per patient in order, each text once."""
    with patient_database.write() as uow:
        for user in range(5):
            scene = arrive(uow, str(user))
            for n in range(4):
                plan(uow, scene, f"{user}-{n}")
        uow.commit()
    sent: defaultdict[int, list[str]] = defaultdict(list)

    def drain(_number: int) -> None:
        idle = 0
        while idle < 20:
            with patient_database.write() as uow:
                claims = uow.outbox.claim_due(NOW, NOW, 2, LEASE)
                uow.commit()
            idle = 0 if claims else idle + 1
            for claim in claims:
                with patient_database.write() as uow:
                    assert uow.outbox.start_attempt(claim, later(1)) is not None
                    uow.commit()
                sent[claim.conversation_id].append(claim.send_id)
                with patient_database.write() as uow:
                    assert uow.outbox.mark_accepted(claim, f"ref-{claim.send_id}", NOW)
                    uow.commit()

    together(drain, workers=4)
    assert sorted(sent.values()) == [[f"{user}-{n}" for n in range(4)] for user in range(5)]


def test_a_burst_ends_once(patient_database: Database) -> None:
    """Workers look for due bursts at the same moment; each is handled by one."""
    with patient_database.write() as uow:
        for user in range(8):
            talk = arrive(uow, str(user)).conversation
            talk.burst_due_at = NOW
            uow.conversations.save([talk])
        uow.commit()
    handled: list[int] = []

    def flush(_number: int) -> None:
        for _ in range(4):
            with patient_database.write() as uow:
                due = uow.conversations.due_bursts(NOW, 3)
                for talk in due:
                    talk.burst_due_at = None
                uow.conversations.save(due)
                uow.commit()
            handled.extend(talk.id for talk in due)

    together(flush)
    assert sorted(handled) == sorted(set(handled))
    assert len(handled) == 8


def test_many_writers_make_one_audit_chain(patient_database: Database) -> None:
    """No gap, no fork."""

    def write(number: int) -> None:
        for n in range(6):
            with patient_database.write() as uow:
                uow.audit.append(at=NOW, actor=f"staff-{number}", action="case.read", object=str(n))
                uow.audit.append(at=NOW, actor=f"staff-{number}", action="case.closed", object=str(n))
                uow.commit()

    together(write)
    with patient_database.read() as uow:
        found = uow.audit.verify()
    assert (found.ok, found.checked) == (True, 12 * WORKERS + 1)


PROGRAM = """
import json, sys
from datetime import UTC, datetime
from storage.database import Database
from storage.inbox import InboxKey
url, key, name = sys.argv[1:]
at, counted = datetime(2026, 3, 1, tzinfo=UTC), []
database = Database(url, [key], busy_timeout=60)
for n in range(30):
    with database.write() as uow:
        fresh = uow.inbox.accept([InboxKey("telegram", "bot", str(n))], at)
        for one in fresh:
            uow.audit.append(at=at, actor=name, action="update.accepted", object=one.external_id)
        uow.commit()
    counted += [one.external_id for one in fresh]
database.close()
print(json.dumps(counted))
"""


def test_processes_share_a_fresh_database(database_url: str) -> None:
    """Three processes make the keyring, take every delivery once and write one chain."""
    command = [sys.executable, "-c", PROGRAM, database_url, DATA_KEY]
    root = Path(__file__).parents[2]
    started = [subprocess.Popen([*command, str(n)], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for n in range(3)]
    answers = [process.communicate() for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], answers
    counted = [external_id for out, _ in answers for external_id in json.loads(out)]
    assert sorted(counted, key=int) == [str(n) for n in range(30)]
    database = Database(database_url, [DATA_KEY])
    with database.read() as uow:
        verdict = uow.audit.verify()
    database.close()
    assert (verdict.ok, verdict.checked) == (True, 31)
