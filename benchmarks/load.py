"""Patients who write as fast as they are answered: raw HTTP/1.1 over kept connections, so that the load costs little itself."""

import asyncio
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

SCRIPT = ("hola", "1", "1", "1", "1", "1", "61", "artrosis de rodilla derecha desde hace 2 años", "1", "terapia", "caminar")
SCREENING = ("2",) * 8
REST = ("8", "5", "ninguna", "5", "2", "1", "1", "1", "1")
CONVERSATION = (*SCRIPT, *SCREENING, *REST)


@dataclass
class Load:
    """What a run measured: turns acknowledged and the time each took, in seconds."""

    turns: int = 0
    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)
    refused: int = 0

    @property
    def rate(self) -> float:
        """Turns a second."""
        return self.turns / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """Milliseconds under which this share of turns was acknowledged."""
        ordered = sorted(self.waits)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def updates(patient: int, run: int) -> Iterator[bytes]:
    """One patient's Telegram updates without end: whole conversations, each from a new person."""
    number = 0
    while True:
        person = 10_000_000 + run * 1_000_000 + patient * 1_000 + number // len(CONVERSATION)
        text = CONVERSATION[number % len(CONVERSATION)]
        number += 1
        yield json.dumps(
            {
                "update_id": person * 1000 + number,
                "message": {
                    "message_id": number,
                    "date": 1_772_000_000 + number,
                    "chat": {"id": person, "type": "private", "first_name": "P"},
                    "from": {"id": person, "is_bot": False, "first_name": "P", "language_code": "es"},
                    "text": text,
                },
            }
        ).encode()


async def drive(port: int, secret: str, patients: int, seconds: float, run: int) -> Load:
    """So many patients at once for so long; each writes again as soon as the last message was acknowledged."""
    load, until = Load(), time.perf_counter() + seconds
    began = time.perf_counter()
    await asyncio.gather(*(_patient(port, secret, updates(n, run), until, load) for n in range(patients)))
    load.seconds = time.perf_counter() - began
    return load


async def _patient(port: int, secret: str, bodies: Iterator[bytes], until: float, load: Load) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /webhooks/telegram HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: {secret}\r\ncontent-type: application/json\r\n"
    while time.perf_counter() < until:
        body = next(bodies)
        began = time.perf_counter()
        writer.write(f"{head}content-length: {len(body)}\r\n\r\n".encode() + body)
        if await _answer(reader) == 200:
            load.turns += 1
            load.waits.append(time.perf_counter() - began)
        else:
            load.refused += 1
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1])
    length = next(int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length"))
    await reader.readexactly(length)
    return status
