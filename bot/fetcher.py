"""Patients' files: fetched from their provider, checked, sealed on disk, and only then shown as there.

Knows the order of the steps; must not know what makes a file acceptable (`attachments.py`) nor any provider.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from hashlib import sha256
from typing import Final

import structlog

from bot import metrics
from bot.attachments import MOST_BYTES, Checked, Rejected
from bot.attachments_sandbox import check_apart
from bot.channels.base import FetchError
from bot.clock import real_now
from bot.desk import Desk
from bot.uploads import preview_name
from bot.wiring import Parts
from flows.events import AttachmentChecked
from storage.attachments import Fetch
from storage.unit_of_work import UnitOfWork

LEASE: Final = timedelta(seconds=120)
LIMIT: Final = MOST_BYTES

TRIES: Final = 6
TOGETHER: Final = 4

_log = structlog.stdlib.get_logger(__name__)


class Fetcher:
    """Fetches what is due."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def round(self) -> int:
        """Fetch a few files; how many were due."""
        due = await self._parts.write(lambda uow: uow.attachments.due_fetches(real_now(), TOGETHER, LEASE))
        await asyncio.gather(*(self._one(fetch) for fetch in due))
        return len(due)

    async def _one(self, fetch: Fetch) -> None:
        try:
            data = await self._fetch(fetch)
        except FetchError as error:
            await self._not_fetched(fetch, error)
            return
        verdict = await asyncio.to_thread(check_apart, data)
        if isinstance(verdict, Rejected):
            metrics.ATTACHMENTS.labels(verdict.reason).inc()
            reason = verdict.reason
            await self._checked(fetch, lambda uow: uow.attachments.mark_rejected(fetch.attachment_id, reason), reason)
        else:
            metrics.ATTACHMENTS.labels("kept").inc()
            await self._keep(fetch, data, verdict)

    async def _keep(self, fetch: Fetch, data: bytes, checked: Checked) -> None:
        """Files first, row second: a crash in between leaves a file that the sweep removes."""
        await asyncio.to_thread(self._parts.files.put, fetch.attachment_id, data)
        if checked.preview is not None:
            await asyncio.to_thread(self._parts.files.put, preview_name(fetch.attachment_id), checked.preview)
        await self._checked(fetch, lambda uow: _store(uow, fetch, data, checked.content_type), "")

    async def _fetch(self, fetch: Fetch) -> bytes:
        channel = self._parts.channels.get(fetch.channel)
        if channel is None:
            raise FetchError("unavailable", retryable=True)
        return await channel.fetch(fetch.locator, limit=LIMIT)

    async def _not_fetched(self, fetch: Fetch, error: FetchError) -> None:
        if error.retryable and fetch.attempts < TRIES:
            wait = timedelta(seconds=min(5 * 2**fetch.attempts, 600))
            await self._parts.write(lambda uow: uow.attachments.retry_at(fetch.attachment_id, real_now() + wait))
            return
        _log.error("file_not_fetched", channel=fetch.channel, attachment_id=fetch.attachment_id, reason=error.reason)
        metrics.ATTACHMENTS.labels(error.reason).inc()
        await self._checked(fetch, lambda uow: _give_up(uow, fetch, error.reason), error.reason)

    async def _checked(self, fetch: Fetch, mark: Callable[[UnitOfWork], bool], reason: str) -> None:
        """Write the outcome down and let the conversation know, in one transaction."""

        def run(uow: UnitOfWork) -> None:
            if mark(uow):
                event = partial(_event, attachment_id=fetch.attachment_id, reason=reason)
                self._parts.turn.happen(uow, fetch.conversation_id, event)

        await self._parts.write(run)
        self._parts.wake()


def _event(desk: Desk, *, attachment_id: str, reason: str) -> AttachmentChecked:
    return AttachmentChecked(desk.at, None, attachment_id, kept=not reason, reason=reason)


def _store(uow: UnitOfWork, fetch: Fetch, data: bytes, content_type: str) -> bool:
    digest, name = sha256(data).hexdigest(), fetch.attachment_id
    return uow.attachments.mark_stored(name, sha256=digest, size=len(data), content_type=content_type, storage_name=name)


def _give_up(uow: UnitOfWork, fetch: Fetch, reason: str) -> bool:
    if reason == "unavailable":
        return uow.attachments.mark_unavailable(fetch.attachment_id)
    return uow.attachments.mark_rejected(fetch.attachment_id, reason)
