"""No patient's word, name, address or file, and no secret, in any log line or metric: planted through every path, the failing ones too."""

import io
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import structlog

from bot import metrics
from bot.fetcher import Fetcher
from bot.logs import configure_logs
from bot.parked import retry_parked
from bot.rules import shipped_rules
from flows.events import Event, TextReceived
from flows.session import Outcome, Session
from tests.bot.rig import SECRET, Rig, running
from tests.bot.test_sender import hurry

WORD = "rodilla-canario-7731"
NAME = "Guadalupe-canario"
PHONE = "5215559998888"
CANARIES = (WORD, NAME, PHONE, SECRET, "TEST-token_for-the-fake", "f" * 32)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything this process logs, at the most talkative level."""
    root, kept = logging.getLogger(), logging.getLogger().handlers[:]
    level, out = root.level, io.StringIO()
    configure_logs("DEBUG", console=False, process="test", stream=out)
    yield out
    root.handlers[:] = kept
    root.setLevel(level)
    logging.raiseExceptions = True
    structlog.reset_defaults()


@pytest.fixture
async def leaky(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """Rules that raise with the patient's words in the exception when they hear `veneno`."""
    shipped = shipped_rules("Regeneris")

    def advance(session: Session, event: Event) -> Outcome:
        if isinstance(event, TextReceived) and "veneno" in event.text:
            raise ValueError(event.text)
        return shipped.advance(session, event)

    async with running(sqlite_url, tmp_path, rules=replace(shipped, advance=advance)) as one:
        yield one


def clean(log: io.StringIO) -> list[str]:
    """Canaries found in what was logged or counted."""
    everything = log.getvalue() + metrics.exposition().decode()
    return [canary for canary in CANARIES if canary in everything]


def on_disk(folder: Path) -> bytes:
    """Every byte below a folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_an_ordinary_conversation_leaves_no_word(leaky: Rig, log: io.StringIO) -> None:
    """Words, display name and phone of a WhatsApp patient, and a tap on Telegram."""
    await leaky.twilio.push_text(f"whatsapp:+{PHONE}", f"me duele la {WORD}", ProfileName=NAME)
    await leaky.telegram.push_text(7, f"me duele la {WORD}")
    await leaky.send_all()
    assert clean(log) == []


async def test_failing_turns_leave_no_word(leaky: Rig, log: io.StringIO) -> None:
    """The exception holds the words; the log does not. Also when it fails for ever."""
    await leaky.twilio.push_text(f"whatsapp:+{PHONE}", f"veneno {WORD}", ProfileName=NAME)
    for _ in range(8):
        await retry_parked(leaky.parts)
        with leaky.parts.database.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE inbox SET next_try_at = '2020-01-01 00:00:00.000000' WHERE next_try_at IS NOT NULL")
    assert ("parked_failed_again" in log.getvalue(), clean(log)) == (True, [])


async def test_failing_statements_leave_no_parameter(leaky: Rig, log: io.StringIO) -> None:
    """A database error names the fault, never the row."""
    with leaky.parts.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE message_edits")
        connection.exec_driver_sql("DROP TABLE messages")
    assert await leaky.twilio.push_text(f"whatsapp:+{PHONE}", WORD, ProfileName=NAME) in {200, 503}
    assert clean(log) == []


async def test_failing_sends_leave_no_word(leaky: Rig, log: io.StringIO) -> None:
    """Provider faults of several kinds, then an answer."""
    await leaky.telegram.push_text(7, f"hola, soy {NAME}, {WORD}")
    for status in (500, 429, 400):
        leaky.telegram.fail_next(status, f"{WORD} {status}", retry_after=1 if status == 429 else None)
        await leaky.send_all()
        hurry(leaky)
    assert ("send_not_accepted" in log.getvalue(), clean(log)) == (True, [])


async def test_refused_requests_leave_no_word(leaky: Rig, log: io.StringIO) -> None:
    """Bad secrets, bad bodies, bad tokens, unknown paths that carry words."""
    await leaky.web.post("/webhooks/telegram", content=WORD.encode(), headers={"X-Telegram-Bot-Api-Secret-Token": NAME})
    await leaky.web.post("/webhooks/telegram", content=WORD.encode(), headers={"X-Telegram-Bot-Api-Secret-Token": SECRET})
    await leaky.web.get(f"/api/v1/cases/{WORD}", headers={"Authorization": f"Bearer {NAME}"})
    await leaky.web.post(f"/simulator/api/{NAME}/messages", content=b"{" + WORD.encode())
    await leaky.web.get(f"/{WORD}")
    assert clean(log) == []


async def test_staff_words_and_files_leave_no_word(leaky: Rig, log: io.StringIO) -> None:
    """What the guard stops, what staff write, and a file's name and bytes."""
    await leaky.simulate(NAME, text="me duele mucho el pecho ahora mismo y no puedo respirar")
    case_id = await leaky.case_of(NAME)
    for text in (f"Le garantizo la cura de su {WORD}.", f"Gracias, {NAME}."):
        await leaky.web.post(f"/api/v1/cases/{case_id}/messages", json={"text": text}, headers=leaky.staff("physician"))
    await leaky.web.post(f"/simulator/api/{NAME}/messages", files={"file": (f"{WORD}.png", WORD.encode(), "image/png")})
    await Fetcher(leaky.parts).round()
    await leaky.send_all()
    assert clean(log) == []


async def test_what_lies_on_disk_is_sealed(leaky: Rig, log: io.StringIO, tmp_path: Path) -> None:
    """No canary in the database file, its journal, or any file beside it."""
    del log
    await leaky.twilio.push_text(f"whatsapp:+{PHONE}", f"hola {WORD}", ProfileName=NAME)
    await leaky.simulate("ana", text=f"veneno {WORD}")
    await leaky.web.post("/simulator/api/ana/messages", files={"file": (f"{WORD}.png", WORD.encode(), "image/png")})
    held = on_disk(tmp_path)
    assert [canary for canary in (WORD, NAME, PHONE) if canary.encode() in held] == []
