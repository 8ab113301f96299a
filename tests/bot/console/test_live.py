"""Live pages: each change told once, on both engines and across processes, without a word; streams end when the process drains."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.console import live
from bot.console.live import CaseWatch, QueueWatch
from bot.wiring import assemble
from storage.changes import REACH
from storage.database import Database
from storage.timeline import TimelineEntry
from tests.bot.console.people import Person, signed_in
from tests.bot.reviewing import in_queue
from tests.bot.rig import Rig
from tests.conftest import DATA_KEY
from tests.storage.scene import NOW, arrive


def look(rig: Rig, watch: QueueWatch | CaseWatch) -> list[dict[str, Any]]:
    """What a page would be told now."""
    with rig.parts.database.read() as uow:
        return watch.look(uow)


async def test_each_step_is_told_once_by_kind(rig_on_both: Rig) -> None:
    """New cases, red flags, other changes; only ids, numbers and kinds."""
    rig = rig_on_both
    watch = QueueWatch(0)
    assert look(rig, watch) == []
    case_id = await in_queue(rig)
    told = look(rig, watch)
    assert [(event["event"], event["case"]) for event in told if event["event"] == "new"] == [("new", case_id)]
    assert {frozenset(event) for event in told} == {frozenset({"event", "case", "number", "priority"})}
    assert look(rig, watch) == []
    await rig.simulate("luis", text="hola")
    await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
    assert "red" in {event["event"] for event in look(rig, watch)}
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/claim")
    assert [event["event"] for event in look(rig, watch)] == ["changed"]


def test_a_step_that_becomes_visible_late_is_told_too(database: Database) -> None:
    """Numbers of a sequence may be seen out of order: a look reaches back, and repeats nothing."""
    with database.write() as uow:
        case = arrive(uow).case
        for _ in range(3):
            uow.timeline.append(case.id, TimelineEntry(NOW, "bot", "released", "claimed", "new"))
        uow.commit()
    watch = QueueWatch(0)
    with database.read() as uow:
        first = {event["number"] for event in watch.look(uow)}
        watch._seen.discard(min(first))
        assert [event["number"] for event in watch.look(uow)] == [min(first)]
        assert REACH > 3


async def test_an_open_case_is_told_of_messages_sends_and_notes(rig_on_both: Rig) -> None:
    """By a fingerprint that says nothing."""
    rig = rig_on_both
    case_id = await in_queue(rig)
    with rig.parts.database.read() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        seen = uow.changes.fingerprint(case.conversation_id, case.id)
    watch = CaseWatch(case.conversation_id, case.id, seen, "me")
    assert [event["event"] for event in look(rig, watch)] == ["presence"]
    await rig.simulate("ana", text="una cosa más")
    assert [event["event"] for event in look(rig, watch)] == ["changed"]
    async with signed_in(rig, "coordinator") as ana:
        await ana.post(f"/cases/{case_id}/notes", {"note": "x"})
        assert len(look(rig, watch)) == 1
        await ana.post(f"/cases/{case_id}/reply", {"text": "Buenas tardes.", "key": "k"})
        assert len(look(rig, watch)) == 1
    assert look(rig, watch) == []


async def stream(person: Person, path: str, scope: dict[str, Any], gone: asyncio.Event) -> AsyncIterator[str]:
    """What a stream says, chunk by chunk, as a server hears it; the test client would wait for its end."""
    from bot.web import make_app

    chunks: asyncio.Queue[str] = asyncio.Queue()
    where, _, query = path.partition("?")
    cookie = f"candor_session={person.token}".encode()
    full: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": where,
        "raw_path": where.encode(),
        "query_string": query.encode(),
        "http_version": "1.1",
    }
    full |= {"headers": [(b"cookie", cookie), (b"host", b"clinic.example")], "client": ("127.0.0.1", 1), "server": ("clinic.example", 443)}
    full |= {"scheme": "https", "root_path": "", "asgi": {"version": "3.0", "spec_version": "2.0"}, **scope}

    async def receive() -> dict[str, Any]:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            await chunks.put(message.get("body", b"").decode())

    serving = asyncio.create_task(make_app(person.rig.parts)(full, receive, send))
    while not (serving.done() and chunks.empty()):
        try:
            yield await asyncio.wait_for(chunks.get(), 0.05)
        except TimeoutError:
            continue
    await serving


async def test_a_stream_tells_pings_and_ends_when_the_process_drains(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that SIGTERM is answered within its time, open tabs or not."""
    monkeypatch.setattr(live, "EVERY", 0.02)
    monkeypatch.setattr(live, "PING", 0.1)
    async with signed_in(rig, "coordinator") as ana:
        heard = ""
        async for chunk in stream(ana, "/live/queue?after=0", {}, asyncio.Event()):
            heard += chunk
            if "event: new" not in heard:
                await in_queue(rig, "ana") if "retry" in heard and not await has_case(rig) else None
            elif "event: ping" in heard:
                rig.parts.draining = True
        rig.parts.draining = False
    data = [json.loads(line.removeprefix("data: ")) for line in heard.splitlines() if line.startswith('data: {"event')]
    assert {"event", "case", "number", "priority"} == set(data[-1])


async def has_case(rig: Rig) -> bool:
    """Whether the patient has written yet."""
    with rig.parts.database.read() as uow:
        return bool(uow.cases.queue(limit=1).items)


async def test_a_stream_ends_with_its_session(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """A revoked session hears nothing more; the page is told why."""
    monkeypatch.setattr(live, "EVERY", 0.02)
    monkeypatch.setattr(live, "CHECKED", 0.05)
    async with signed_in(rig, "coordinator") as ana:
        heard = ""
        async for chunk in stream(ana, "/live/queue?after=0", {}, asyncio.Event()):
            heard += chunk
            with rig.parts.database.write() as uow:
                uow.staff.set_active(ana.member.staff_ref, active=False, at=rig.clock())
                uow.commit()
    assert heard.rstrip().endswith("event: ended\ndata: {}")


async def test_a_stream_ends_when_the_browser_goes(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left running for a closed tab."""
    monkeypatch.setattr(live, "EVERY", 0.02)
    gone = asyncio.Event()
    async with signed_in(rig, "coordinator") as ana:
        async for chunk in stream(ana, "/live/queue?after=0", {}, gone):
            if chunk:
                gone.set()


async def test_a_change_of_another_process_is_seen(rig: Rig, database_url: str) -> None:
    """Two processes over one database: what one writes, a page of the other is told."""
    here = assemble(rig.parts.settings, database=Database(database_url, [DATA_KEY]), clock=rig.clock)
    there = Database(database_url, [DATA_KEY])
    watch = QueueWatch(0)
    with there.write() as uow:
        case = arrive(uow).case
        uow.cases.hand_off(case, priority="routine", at=NOW, due_at=None)
        uow.timeline.append(case.id, TimelineEntry(NOW, "bot", "handed_off", "intake", "new"))
        uow.commit()
    told = await here.read(watch.look)
    assert [(event["event"], event["case"]) for event in told] == [("new", case.case_id)]
    there.close()
    await here.close(2)


async def test_polling_tells_the_same(rig: Rig) -> None:
    """For a page whose stream was lost; it is no look at a record."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "coordinator") as ana:
        told = (await ana.get("/live/queue/changes?after=0")).json()
        assert case_id in {event["case"] for event in told["events"]}
        assert (await ana.get(f"/live/queue/changes?after={told['newest']}")).json()["events"] == []
        assert (await ana.get("/live/queue/changes?after=<script>")).status_code == 200
    with rig.parts.database.read() as uow:
        assert [entry for entry in uow.audit.page(0, 500) if entry.actor == ana.member.staff_ref] == []
