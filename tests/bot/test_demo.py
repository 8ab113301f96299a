"""The demo: its stories are played as told, its clock moves business time alone, and production knows neither."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest

from bot.channels.base import NotSent, Outgoing
from bot.check_ins import ask
from bot.clock import real_now
from bot.commands.demo import PEOPLE
from bot.console.simulator import CLOCK_PATH, PROVIDER_PATH, clock_of_demo
from bot.demo_clock import STEPS, DemoClock
from bot.demo_seed import BY_EMAIL, StoryStuck, seed, untouched
from bot.demo_stories import StoryEvent, in_order, stories
from bot.settings import Settings
from bot.web import make_app, paths
from bot.wiring import Parts, SharedSimulator, assemble
from flows.handoff import STATUSES
from storage.cases import Case
from storage.database import Database
from tests.bot.rig import MovingClock
from tests.conftest import DATA_KEY
from tests.databases import SqliteDatabases

NOW = datetime(2026, 3, 4, 16, 30, tzinfo=UTC)
ZONE = ZoneInfo("America/Mexico_City")
BY_PATIENT = {
    "rosa": ("follow_up", "routine", "es"),
    "walt": ("quote_issued", "routine", "en"),
    "lucia": ("physician_review", "routine", "es"),
    "celia": ("new", "routine", "pt"),
    "marcel": ("intake", "routine", "fr"),
    "jorge": ("emergency_hold", "emergency", "es"),
}


@dataclass
class Seeded:
    """A database the stories were played into."""

    settings: Settings
    database: Database

    def cases(self) -> list[Case]:
        """Every case there is."""
        with self.database.read() as uow:
            return list(uow.cases.queue(statuses=STATUSES, limit=100).items)

    def case(self, status: str) -> Case:
        """The one case in this status."""
        (found,) = [case for case in self.cases() if case.status == status]
        return found


def played(url: str, folder: Path) -> Seeded:
    """The stories as they stand at `NOW`."""
    settings = Settings(app_env="test", app_data_dir=folder, burst_wait_seconds=0)
    database = Database(url, [DATA_KEY])
    with database.write() as uow:
        for role, name, email, licence in PEOPLE:
            uow.staff.add(role=role, name=name, email=email, password_hash="x", at=NOW, licence=licence)
        uow.commit()
    seed(settings, database, NOW)
    return Seeded(settings, database)


@pytest.fixture(scope="module")
def seeded(sqlite_databases: SqliteDatabases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    """Played once for the file; nothing here changes it."""
    folder = tmp_path_factory.mktemp("var")
    one = played(sqlite_databases.fresh(folder), folder)
    yield one
    one.database.close()


def parts_of(seeded: Seeded, clock: DemoClock | MovingClock, **more: str) -> Parts:
    """The runtime over the stories."""
    return assemble(seeded.settings.model_copy(update=more), database=seeded.database, clock=clock)


def test_the_queue_shows_every_flag_of_the_packet(seeded: Seeded) -> None:
    """What the packet tells a physician and what the queue and the decision form list are the same, but for what was cleared."""
    for case in seeded.cases():
        with seeded.database.read() as uow:
            packet, cleared = uow.cases.packet(case), uow.flags.cleared(case.id)
            listed = {flag.id for flag in uow.flags.of([case.id]).get(case.id, ())}
        if packet is not None:
            assert {flag["id"] for flag in packet["flags"]} - set(cleared) <= listed, case.status


def test_every_story_ends_where_it_should(seeded: Seeded) -> None:
    """One case each, in the status, priority and language told."""
    assert sorted((case.status, case.priority, case.language) for case in seeded.cases()) == sorted(BY_PATIENT.values())
    assert {story.patient for story in stories()} == set(BY_PATIENT)


def test_every_text_of_a_story_left(seeded: Seeded) -> None:
    """The guard stopped none, and none waits."""
    with seeded.database.read() as uow:
        states = {send.state for case in seeded.cases() for send in uow.outbox.for_case(case.case_id)}
    assert states == {"accepted"}


def test_the_treated_patient_has_answered_until_now(seeded: Seeded) -> None:
    """Baseline and three check-ins are answered, the next is due within the month that one button brings."""
    with seeded.database.read() as uow:
        rows = {row.milestone: row for row in uow.check_ins.of_case(seeded.case("follow_up").id)}
    assert [rows[name].state for name in ("baseline", "2d", "14d", "1m")] == ["answered"] * 4
    assert (rows["3m"].state, NOW < rows["3m"].due_at < NOW + timedelta(days=31)) == ("planned", True)


def test_the_decisions_are_signed_by_the_physician(seeded: Seeded) -> None:
    """A decision stands under its licence wherever one was told of, and none elsewhere."""
    with seeded.database.read() as uow:
        signed = {case.status: uow.decisions.standing(case.id) for case in seeded.cases()}
    assert {status: found.signature.licence for status, found in signed.items() if found} == {
        "follow_up": "DEMO-0000",
        "quote_issued": "DEMO-0000",
    }


def test_the_same_stories_are_played_the_same(seeded: Seeded, sqlite_url: str, tmp_path: Path) -> None:
    """A second play gives the same transcripts to the letter, private links and references aside."""
    again = played(sqlite_url, tmp_path)

    def transcripts(one: Seeded) -> list[list[tuple[int, datetime, str]]]:
        with one.database.read() as uow:
            talks = [(case.patient_ref[:8], uow.messages.for_conversation(case.conversation_id, 0, 500)) for case in one.cases()]
        plain = [[(m.n, m.at, "" if "/letter/" in m.text else m.text.replace(ref, "…")) for m in talk] for ref, talk in talks]
        return sorted(plain)

    assert transcripts(again) == transcripts(seeded)
    again.database.close()


def test_only_an_untouched_database_is_seeded(seeded: Seeded, sqlite_url: str) -> None:
    """One case is enough to leave a database alone."""
    empty = Database(sqlite_url, [DATA_KEY])
    assert (untouched(empty), untouched(seeded.database)) == (True, False)
    empty.close()


def test_a_story_that_sticks_leaves_nothing(sqlite_url: str, tmp_path: Path) -> None:
    """Without the demo's staff the play fails, and the database is as empty as before."""
    database = Database(sqlite_url, [DATA_KEY])
    with pytest.raises(StoryStuck):
        seed(Settings(app_env="test", app_data_dir=tmp_path), database, NOW)
    assert untouched(database)
    database.close()


def test_stories_are_told_in_order() -> None:
    """Each event lies before the demo's own opening, and they come the earliest first."""
    moments = [at for at, _story, _event in in_order(date(2026, 3, 31), ZONE)]
    assert (moments == sorted(moments), moments[-1] <= datetime(2026, 3, 31, 10, 30, tzinfo=ZONE)) == (True, True)
    assert {event.by for story in stories() for event in story.event} <= set(BY_EMAIL)


def test_an_event_of_an_unknown_kind_is_refused() -> None:
    """A slip in the file is found when it is read."""
    with pytest.raises(ValueError, match="extra"):
        StoryEvent.model_validate({"day": 0, "time": "10:00", "wirtes": "hola"})


@pytest.mark.parametrize(
    ("step", "local"),
    [("hour", "2026-01-31T11:30"), ("day", "2026-02-01T10:30"), ("month", "2026-02-28T10:30")],
)
def test_a_button_moves_the_clinics_calendar(tmp_path: Path, step: str, local: str) -> None:
    """An hour, or the same hour of the next day or month."""
    clock = DemoClock(tmp_path / "clock.json", "America/Mexico_City", lambda: datetime(2026, 1, 31, 4, 0, tzinfo=UTC))
    clock.begin()
    assert clock.local.isoformat(timespec="minutes").startswith("2026-01-30T10:30")
    clock.move("day")
    clock.move(step)  # type: ignore[arg-type] # one of STEPS
    assert clock.local.isoformat(timespec="minutes").startswith(local)


def test_a_restart_goes_on_where_the_demo_stood(tmp_path: Path) -> None:
    """The shift is kept; the machine's own time passes on top of it."""
    clock = DemoClock(tmp_path / "clock.json", "America/Mexico_City", lambda: NOW)
    clock.move("month")
    assert DemoClock(tmp_path / "clock.json", "America/Mexico_City", lambda: NOW)() == clock()


async def test_the_route_moves_business_time_only(seeded: Seeded, tmp_path: Path) -> None:
    """The demo's clock goes on an hour; a foreign page, and anything but a button, moves nothing."""
    clock = DemoClock(tmp_path / "clock.json", "America/Mexico_City", lambda: NOW)
    parts = parts_of(seeded, clock)
    parts.writer.start()
    transport = httpx.ASGITransport(make_app(parts))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as web:
        refused = [
            (await web.post(CLOCK_PATH, json={"step": "hour"}, headers={"sec-fetch-site": "cross-site"})).status_code,
            (await web.post(CLOCK_PATH, json={"step": "year"})).status_code,
            (await web.post(CLOCK_PATH, content=b"[]")).status_code,
        ]
        assert (refused, clock()) == ([403, 422, 422], NOW)
        began = real_now()
        moved = await web.post(CLOCK_PATH, json={"step": "hour"})
    parts.writer.stop(5)
    assert (moved.json()["now"], clock()) == (clock().isoformat(), NOW + timedelta(hours=1))
    assert real_now() - began < timedelta(minutes=30)


async def test_a_provider_that_is_down_takes_nothing_until_it_is_back(seeded: Seeded, tmp_path: Path) -> None:
    """The switch of the demo's page: a send is safe to repeat, and goes once the provider is back; other pages cannot press it."""
    parts = parts_of(seeded, DemoClock(tmp_path / "clock.json", "America/Mexico_City"))
    channel = parts.channels["simulator"] = SharedSimulator(parts.uploads)
    text = Outgoing("s1", "ana", "k", "es", "hola")
    transport = httpx.ASGITransport(make_app(parts))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as web:
        for body in ("{}", '{"down": "yes"}', "[]", "x"):
            assert (await web.post(PROVIDER_PATH, content=body)).status_code == 422
        assert (await web.post(PROVIDER_PATH, json={"down": True}, headers={"sec-fetch-site": "cross-site"})).status_code == 403
        assert (await web.post(PROVIDER_PATH, json={"down": True})).json() == {"down": True}
        with pytest.raises(NotSent):
            await channel.send(text)
        await web.post(PROVIDER_PATH, json={"down": False})
        assert (await channel.send(text)).provider_ref == "simulator:s1"
        assert (await web.get(PROVIDER_PATH)).json() == {"down": False}


@pytest.mark.parametrize(("environment", "demo"), [("development", True), ("test", True), ("production", False)])
def test_the_demo_exists_outside_production_alone(seeded: Seeded, tmp_path: Path, environment: str, demo: bool) -> None:  # noqa: FBT001 - a row of the table
    """Neither its routes nor its clock nor frames are known to a production process, whatever clock it was given."""
    parts = parts_of(seeded, DemoClock(tmp_path / "clock.json", "America/Mexico_City"), app_env=environment)
    there = {CLOCK_PATH, PROVIDER_PATH, "/"} & set(paths(list(make_app(parts).routes)))
    assert (there, clock_of_demo(parts) is not None) == ({CLOCK_PATH, PROVIDER_PATH, "/"} if demo else set(), demo)


@pytest.mark.parametrize(("own", "told"), [(True, ("SAMEORIGIN", True)), (False, ("DENY", False))])
async def test_only_the_demo_frames_its_pages(seeded: Seeded, tmp_path: Path, own: bool, told: tuple[str, bool]) -> None:  # noqa: FBT001 - a row of the table
    """By itself and nobody else; every other process forbids frames."""
    clock = DemoClock(tmp_path / "clock.json", "America/Mexico_City") if own else MovingClock()
    transport = httpx.ASGITransport(make_app(parts_of(seeded, clock)))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as web:
        headers = (await web.get("/login")).headers
    assert (headers["x-frame-options"], "frame-ancestors 'self'" in headers["content-security-policy"]) == told
    assert own or "frame-ancestors 'none'" in headers["content-security-policy"]


def test_a_month_later_the_next_check_in_is_asked(sqlite_url: str, tmp_path: Path) -> None:
    """What the README promises of the button: the third month's invitation, and the baseline of who was accepted, are planned at once."""
    one = played(sqlite_url, tmp_path)
    clock = DemoClock(tmp_path / "clock.json", "America/Mexico_City", lambda: NOW)
    parts = parts_of(one, clock)
    parts.writer.start()
    clock.move("month")
    assert asyncio.run(ask(parts)) == 2
    with one.database.read() as uow:
        rows = {row.milestone: row for row in uow.check_ins.of_case(one.case("follow_up").id)}
    parts.writer.stop(5)
    one.database.close()
    assert (rows["3m"].attempts, set(STEPS)) == (1, {"hour", "day", "month"})


def test_moving_the_clock_reminds_of_a_call(sqlite_url: str, tmp_path: Path) -> None:
    """What the worker does in its slower rounds is done at once, the call of tomorrow included."""
    one = played(sqlite_url, tmp_path)
    parts, case = parts_of(one, DemoClock(tmp_path / "clock.json", "America/Mexico_City", lambda: NOW)), one.case("follow_up")
    with one.database.write() as uow:
        times = {"starts_at": NOW + timedelta(days=2), "remind_at": NOW + timedelta(hours=20)}
        uow.appointments.plan(case.id, case.conversation_id, minutes=30, by_ref="s", at=NOW, **times)
        uow.commit()

    async def press() -> int:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(make_app(parts)), base_url="http://127.0.0.1:8000") as web:
            return (await web.post(CLOCK_PATH, json={"step": "day"})).status_code

    parts.writer.start()
    assert asyncio.run(press()) == 200
    with one.database.read() as uow:
        told = [message.message_key for message in uow.messages.for_conversation(case.conversation_id)]
    parts.writer.stop(5)
    one.database.close()
    assert told[-1] == "reminder-call"
