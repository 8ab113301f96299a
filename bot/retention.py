"""What must not be kept is taken away: words without consent after their time, and files that no row holds any more.

Knows the rhythm and the files; which words go is `storage/retention.py`.
"""

import asyncio
import time
from typing import Final

import structlog

from bot.uploads import Uploads, owner_of, preview_name
from bot.wiring import Parts
from storage.retention import UNCONSENTED

YOUNG_SECONDS: Final = 900.0
"""A file younger than this may belong to a transaction still under way."""

UPLOAD_SECONDS: Final = 86_400.0

_log = structlog.stdlib.get_logger(__name__)


async def purge(parts: Parts) -> int:
    """Blank a batch of conversations without consent whose time is over; how many."""
    at = parts.clock()
    erased = await parts.write(lambda uow: uow.retention.purge_unconsented(at - UNCONSENTED, at))
    for gone in erased:
        for name in gone.storage_names:
            parts.files.drop(name)
            parts.files.drop(preview_name(name))
    if erased:
        _log.info("words_purged", count=len(erased))
    return len(erased)


async def sweep_files(parts: Parts) -> int:
    """Delete files that no row holds: left by a crash, or whose words were erased. Always 0: the next sweep comes by the clock."""
    names = await asyncio.to_thread(_old, parts.files, YOUNG_SECONDS)
    for name in names:
        if not await _held(parts, name):
            await asyncio.to_thread(parts.files.drop, name)
    for name in await asyncio.to_thread(_old, parts.uploads, UPLOAD_SECONDS):
        await asyncio.to_thread(parts.uploads.drop, name)
    for folder in (parts.files, parts.uploads):
        await asyncio.to_thread(folder.drop_drafts, time.time() - YOUNG_SECONDS)
    return 0


async def _held(parts: Parts, name: str) -> bool:
    row = await parts.read(lambda uow: uow.attachments.get(owner_of(name)))
    return row is not None and row.storage_name == owner_of(name)


def _old(files: Uploads, seconds: float) -> list[str]:
    now = time.time()
    return [name for name, written in files.names() if now - written > seconds]
