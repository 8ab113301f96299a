"""Check-ins over 400 simulated days, on both databases: dying workers, provider outages, clocks that step, summer time in four zones.

    python -m benchmarks.check_ins [--check-ins 10000] [--database sqlite|postgres|both] [--seed 1]

Nothing is sent to anybody: the provider is a channel in this process. What is counted is the promise: every check-in is sent once inside
its window, or given to a person within the hour after it. A short form runs as a test.
"""

import argparse
import asyncio
import logging
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import structlog

from benchmarks.follow_up_world import (
    AWAY,
    BEGIN,
    DAYS,
    ENTERED_OVER,
    OUTAGES,
    PER_PATIENT,
    STEP,
    ZONES,
    FlakyChannel,
    Killed,
    World,
    simulated,
)
from bot import check_ins, sender
from bot.rules import shipped_rules
from bot.settings import Settings
from bot.wiring import Parts, assemble
from flows.protocol import load
from storage.check_ins import CheckIn
from storage.database import Database
from storage.models import outbox
from tests.conftest import DATA_KEY
from tests.databases import PostgresDatabases, SqliteDatabases, postgres_server
from tests.follow_up import Treated, finished, treated


@dataclass
class Outcome:
    """What a run saw."""

    check_ins: int
    seconds: float
    cpu_seconds: float
    kills: int
    steps: int
    states: Counter[str] = field(default_factory=Counter)
    sent_inside: int = 0
    to_person_in_time: int = 0
    not_reached_yet: int = 0
    broken: list[str] = field(default_factory=list)

    @property
    def kept(self) -> int:
        """Check-ins for which the promise holds."""
        return self.sent_inside + self.to_person_in_time


async def simulate(url: str, folder: Path, patients: int, seed: int) -> Outcome:
    """Live through the whole span with so many treated people."""
    world = World(random.Random(seed))
    began, cpu = time.perf_counter(), time.process_time()
    with simulated(world):
        parts = _parts(url, folder, world)
        parts.writer.start()
        channel = FlakyChannel(world)
        parts.channels["simulator"] = channel
        courier = sender.Sender(parts, jitter=lambda: 0.0)
        people = await _live(parts, courier, world, patients)
        outcome = _judge(parts, people, channel, world)
        await parts.close(5)
    return replace(outcome, seconds=time.perf_counter() - began, cpu_seconds=time.process_time() - cpu)


def _parts(url: str, folder: Path, world: World) -> Parts:
    settings = Settings(app_env="test", app_data_dir=folder, burst_wait_seconds=0)
    database = Database(url, [DATA_KEY])
    if not database.postgres:
        sa.event.listen(database.engine, "connect", _unhurried)
    return assemble(settings, rules=shipped_rules("Regeneris"), database=database, clock=world.clock)


def _unhurried(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    """The disk is not waited for: deaths are simulated inside this process, which no power cut ends."""
    connection.execute("PRAGMA synchronous = OFF")


async def _live(parts: Parts, courier: sender.Sender, world: World, patients: int) -> list[Treated]:
    people: list[Treated] = []
    arrivals = sorted(world.random.uniform(0, ENTERED_OVER) for _ in range(patients))
    ends = BEGIN + timedelta(days=DAYS)
    while world.real < ends:
        today = (world.real - BEGIN) / timedelta(days=1)
        while arrivals and arrivals[0] <= today:
            arrivals.pop(0)
            people.append(_enter(parts, world, len(people)))
        world.maybe_step()
        if not world.within(AWAY):
            await _work(parts, courier, world)
            _behave(parts, people, world)
        world.real = _next_moment(parts, world, arrivals, ends)
    return people


def _enter(parts: Parts, world: World, number: int) -> Treated:
    zone = world.random.choice(ZONES)
    late = world.random.choice((0, 0, 0, 0, 0, 0, 1, 9, 40))
    on: date = (world.business - timedelta(days=late)).date()
    with parts.database.write() as uow:
        one = treated(uow, f"p{number}", on, at=world.business, zone=zone, channel="simulator", account="simulator", session=finished())
        uow.commit()
    return one


async def _work(parts: Parts, courier: sender.Sender, world: World) -> None:
    """Two workers one after the other, either of which may die at any commit; then what is due leaves."""
    for _ in range(2):
        with parts.database.read() as uow:
            due = uow.check_ins.due(world.business, 500)
        for conversation_id in due:
            try:
                _one(parts, conversation_id, world)
            except Killed:
                world.kills += 1
                break
    if world.random.random() < 0.02:
        _die_with_a_lease(parts, world)
    for _ in range(40):
        taken = await courier.round()
        await courier.settle()
        world.real += timedelta(seconds=1)
        if not taken or world.within(OUTAGES):
            break


def _one(parts: Parts, conversation_id: int, world: World) -> None:
    with parts.database.write() as uow:
        check_ins.handle(parts.turn, conversation_id, uow)
        if world.random.random() < 0.01:
            raise Killed
        uow.commit()
    if world.random.random() < 0.01:
        raise Killed


def _die_with_a_lease(parts: Parts, world: World) -> None:
    """A worker claims texts and is never heard of again."""
    with parts.database.write() as uow:
        uow.outbox.claim_due(world.business, world.real, 3, sender.LEASE)
        uow.commit()
    world.kills += 1


def _behave(parts: Parts, people: list[Treated], world: World) -> None:
    """Now and then somebody opts out, blocks us, or is written to by something else already."""
    if not people or world.random.random() > 0.05:
        return
    one = world.random.choice(people)
    with parts.database.write() as uow:
        if world.random.random() < 0.5:
            uow.people.opt_out(one.address.id, world.business)
            uow.check_ins.wake(one.conversation.id, world.business)
        else:
            uow.people.block(one.address.id, world.business)
        uow.commit()


def _next_moment(parts: Parts, world: World, arrivals: list[float], ends: datetime) -> datetime:
    """A little later while something is live or due; else when the calendar, or somebody new, comes next."""
    with parts.database.read() as uow:
        live = uow.work.one(sa.select(outbox.c.id).where(sa.text("finished_at IS NULL")).limit(1)) is not None
        first = uow.work.connection.execute(sa.text("SELECT min(next_at) FROM check_ins WHERE next_at IS NOT NULL")).scalar()
    if live or first is None:
        return world.real + (STEP * 6 if world.within(OUTAGES) else STEP)
    due = first if isinstance(first, datetime) else datetime.fromisoformat(str(first))
    due = due.replace(tzinfo=UTC) if due.tzinfo is None else due
    nearest = [max(due - world.offset, world.real + timedelta(minutes=5)), ends]
    nearest += [BEGIN + timedelta(days=arrivals[0])] if arrivals else []
    # a worker looks every 20 seconds, so being away ends with the span
    nearest += [BEGIN + timedelta(days=end) for start, end in AWAY if BEGIN + timedelta(days=end) > world.real]
    return max(min(nearest), world.real + timedelta(minutes=1))


def _judge(parts: Parts, people: list[Treated], channel: FlakyChannel, world: World) -> Outcome:
    found = Outcome(0, 0.0, 0.0, world.kills, world.steps)
    repeated = [send_id for send_id, count in Counter(send_id for _, _, send_id in channel.taken).items() if count > 1]
    found.broken += [f"sent twice: {send_id}" for send_id in repeated]
    with parts.database.read() as uow:
        invited = _first_sends(uow.work.connection)
        for one in people:
            told = [ticket.opened_at for ticket in uow.tickets.of(one.case.id)]
            for row in uow.check_ins.of_case(one.case.id):
                _weigh(row, told, invited, world, found)
    return found


def _first_sends(connection: sa.Connection) -> Counter[str]:
    """How many invitations the provider took, by check-in: never more than one."""
    went = outbox.c.state.in_(("accepted", "delivered", "read"))
    keys = connection.execute(sa.select(outbox.c.dedupe_key).where(went, outbox.c.dedupe_key.like("check-in:%:0"))).scalars()
    return Counter(str(key).split(":")[1] for key in keys)


def _weigh(row: CheckIn, told: list[datetime], invited: Counter[str], world: World, found: Outcome) -> None:
    found.check_ins += 1
    found.states[row.state] += 1
    if invited[row.check_in_id] > 1:
        found.broken.append(f"{row.milestone}: invited {invited[row.check_in_id]} times")
    elif row.sent_at is not None and row.opens_at <= row.sent_at < row.window_ends_at:
        found.sent_inside += 1
    elif row.told and any(_in_time(row, at) for at in told):
        found.to_person_in_time += 1
    elif world.business < row.window_ends_at:
        found.not_reached_yet += 1
    else:
        found.broken.append(f"{row.milestone}: {row.state} {row.reason}, due {row.due_at:%Y-%m-%d}")


def _in_time(row: CheckIn, at: datetime) -> bool:
    """Whether a task opened at `at` was in time: by the hour after the window, or after the workers came back; late entries at once."""
    if row.reason == "late_entry":
        return True
    back = [BEGIN + timedelta(days=end) for start, end in AWAY if BEGIN + timedelta(days=start) <= row.window_ends_at]
    over = max([row.window_ends_at, *(moment for moment in back if moment - row.window_ends_at < timedelta(days=5))])
    return row.opens_at - timedelta(hours=2) <= at <= over + timedelta(hours=1)


def report(name: str, outcome: Outcome) -> str:
    """The figures of a run as rows of a table."""
    rows = [
        ("database", name),
        ("check-ins", outcome.check_ins),
        ("sent once inside the window", outcome.sent_inside),
        ("given to a person in time", outcome.to_person_in_time),
        ("not due before the end", outcome.not_reached_yet),
        ("promise broken", len(outcome.broken)),
        ("worker deaths", outcome.kills),
        ("clock steps", outcome.steps),
        ("states", ", ".join(f"{state} {count}" for state, count in sorted(outcome.states.items()))),
        ("seconds", f"{outcome.seconds:.0f} ({outcome.cpu_seconds:.0f} of this process's own work)"),
    ]
    return "\n".join(f"| {label:<28} | {value} |" for label, value in rows)


def main() -> None:
    """Run on the databases asked for and print the table; exit 1 when the promise is broken once."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--check-ins", type=int, default=10_000)
    asked.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    load()
    broken: list[str] = []
    for name in ("sqlite", "postgres") if given.database == "both" else (given.database,):
        with tempfile.TemporaryDirectory() as folder, _database(name, Path(folder)) as url:
            outcome = asyncio.run(simulate(url, Path(folder), -(-given.check_ins // PER_PATIENT), given.seed))
        print(report(name, outcome), flush=True)
        broken += outcome.broken
    for fault in broken[:20]:
        print(f"BROKEN {fault}")
    raise SystemExit(1 if broken else 0)


@contextmanager
def _database(name: str, folder: Path) -> Iterator[str]:
    if name == "sqlite":
        yield SqliteDatabases(folder).fresh(folder)
        return
    with postgres_server() as server:
        databases = PostgresDatabases(server)
        with databases.fresh() as url:
            yield url
        databases.close()


if __name__ == "__main__":
    main()
