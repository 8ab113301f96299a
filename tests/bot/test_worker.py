"""The worker's rounds: draining, polling, telling Telegram where to deliver, retention and files nobody holds."""

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.base import Blocked, Content, Edited, Ignored, Media, Receipt, Sender, Start, Tap, Text, Unreadable, Update
from bot.polling import Polling, WebhookAddress
from bot.reconcile import missing
from bot.retention import purge, sweep_files
from bot.update_codec import RawBody, read, write_raw, write_update
from bot.uploads import preview_name
from bot.worker import DRAIN_SECONDS, Worker
from storage.retention import UNCONSENTED
from tests.bot.rig import ANA, CHAT, PUBLIC, SECRET, Rig, running
from tests.journeys.world import until

CONTENTS: list[Content] = [
    Text("hola"),
    Tap("screening.pregnancy:3:yes", on="7:1", label="Sí"),
    Start("abc"),
    Media("photo", "file-1", "image/png", 5, "x.png", "mi rodilla", "album"),
    Unreadable("sticker", "hola"),
    Edited("7:1", "hola"),
    Blocked(blocked=True),
    Receipt("SM1", "send", "failed", "63016"),
    Ignored("group"),
]


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: type(content).__name__)
def test_a_parked_delivery_reads_back_as_it_was(content: Content, rig: Rig) -> None:
    """Every kind of content, with everything around it."""
    sender = Sender("7", "telegram_user", (("phone", "whatsapp:+52155"),), "Ana", "es")
    update = Update("telegram", "1", "2", sender, content, ref="7:1", sent_at=rig.clock(), ack="q")
    assert read(write_update(update, late=True)) == (update, True)


def test_every_kind_of_content_is_covered() -> None:
    """A new content cannot be forgotten here."""
    from typing import get_args

    assert {type(content) for content in CONTENTS} == set(get_args(Content))


def test_an_unreadable_body_reads_back_as_it_was() -> None:
    """The body stays as it came."""
    raw = RawBody("telegram", "1", "2", "{é", "telegram")
    assert read(write_raw(raw)) == raw


@pytest.fixture
async def polling_rig(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """A machine without a public address."""
    async with running(sqlite_url, tmp_path, telegram_polling=True) as one:
        one.telegram.hook = {}
        yield one


def taken_in(rig: Rig) -> int:
    """Cases whose first words have come."""
    with rig.parts.database.read() as uow:
        return len(uow.cases.queue(statuses=["intake"]).items)


async def test_polling_takes_updates_and_confirms_them_after_the_commit(polling_rig: Rig) -> None:
    """What waited is taken in; a poll that ends loses nothing."""
    rig, stop = polling_rig, asyncio.Event()
    await rig.telegram.push_text(CHAT, "hola")
    polling = asyncio.create_task(Polling(rig.parts).run(stop))
    await until(lambda: taken_in(rig) == 1, 30, "the update is taken in")
    stop.set()
    await asyncio.wait_for(polling, 30)
    await rig.send_all()
    assert len(rig.telegram.sent) == 1


async def test_telegram_is_told_where_to_deliver_and_a_failure_stops_nothing(rig: Rig) -> None:
    """First a fault, then the address with its secret, then nothing more."""
    rig.telegram.hook = {}
    address = WebhookAddress(rig.parts)
    rig.telegram.fail_next(500, method="setWebhook", times=1)
    await address.round()
    first = dict(rig.telegram.hook)
    await address.round()
    assert (first, rig.telegram.hook["url"], rig.telegram.hook["secret"]) == ({}, f"{PUBLIC}/webhooks/telegram", SECRET)


async def test_draining_sends_what_waits_bursts_too(sqlite_url: str, tmp_path: Path) -> None:
    """A text still in its burst wait is answered and sent before `drain` returns."""
    async with running(sqlite_url, tmp_path, burst_wait_seconds=0.3) as rig:
        await rig.telegram.push_text(CHAT, "me duele la rodilla desde hace años y quisiera saber si me pueden ayudar con eso")
        await Worker(rig.parts).drain()
        assert len(rig.telegram.sent) == 1


async def test_draining_waits_for_a_short_retry(rig: Rig) -> None:
    """A provider that stumbles once is tried again within the drain."""
    await rig.telegram.push_text(CHAT, "hola")
    rig.telegram.fail_next(429, retry_after=1, method="sendMessage")
    await Worker(rig.parts).drain()
    assert len(rig.telegram.sent) == 1


async def test_draining_does_not_wait_for_long_ones(rig: Rig) -> None:
    """An hour's silence is not sat out, nor the half minute that a short one would be given."""
    await rig.telegram.push_text(CHAT, "hola")
    rig.telegram.fail_next(429, retry_after=3600, method="sendMessage")
    await asyncio.wait_for(Worker(rig.parts).drain(), DRAIN_SECONDS - 5)
    assert rig.telegram.sent == []


async def test_a_running_worker_ends_when_told(rig: Rig) -> None:
    """All rounds stop, what is in the air is finished."""
    stop = asyncio.Event()
    working = asyncio.create_task(Worker(rig.parts).run(stop))
    await rig.telegram.push_text(CHAT, "hola")
    await until(lambda: bool(rig.telegram.sent), 30, "the answer is sent")
    stop.set()
    await asyncio.wait_for(working, 30)
    assert len(rig.telegram.sent) == 1


async def test_reconciling_finds_what_was_lost_once(rig_on_both: Rig) -> None:
    """Messages whose webhooks never came are taken in, those that came are not doubled."""
    rig = rig_on_both
    await rig.twilio.push_text(ANA, "hola")
    await rig.twilio.push_fields(ANA, {"Body": "me duele la rodilla"}, deliver=False)
    assert [await missing(rig.parts), await missing(rig.parts)] == [1, 0]


async def test_words_without_consent_are_not_kept(rig: Rig) -> None:
    """Thirty days after the last word they are blank; the rows stay."""
    await rig.simulate("ana", text="me duele la rodilla")
    early = await purge(rig.parts)
    rig.clock.now += UNCONSENTED + timedelta(days=1)
    late = await purge(rig.parts)
    assert (early, late, (await rig.screen("ana"))[0]["text"]) == (0, 1, "")


async def test_files_nobody_holds_are_removed(rig: Rig) -> None:
    """Old ones only: a young file may belong to a transaction still under way."""
    for name, age in (("a" * 32, 0), ("b" * 32, 3600), (preview_name("c" * 32), 3600)):
        rig.parts.files.put(name, b"x")
        path = rig.parts.files.folder / name
        os.utime(path, (path.stat().st_atime - age, path.stat().st_mtime - age))
    await sweep_files(rig.parts)
    assert [name for name, _ in rig.parts.files.names()] == ["a" * 32]


def test_a_file_name_is_never_the_senders(rig: Rig) -> None:
    """Only names of ours reach the disk."""
    for name in ("../x", "x.png", "", "CON", "a" * 65):
        with pytest.raises(ValueError, match="not a file name"):
            rig.parts.files.put(name, b"x")


def test_a_sealed_file_does_not_open_under_another_name(rig: Rig) -> None:
    """A copy put in another patient's place is not read."""
    rig.parts.files.put("a" * 32, b"secret")
    (rig.parts.files.folder / ("b" * 32)).write_bytes((rig.parts.files.folder / ("a" * 32)).read_bytes())
    assert (rig.parts.files.get("a" * 32), rig.parts.files.get("b" * 32)) == (b"secret", None)
