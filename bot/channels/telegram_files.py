"""Files that patients sent to the bot: file id → bytes, with a size limit that holds while streaming.

Must not log or return a file's path: its URL contains the bot token.
"""

import httpx
import telegram

from bot.channels.base import FetchError

_TOO_BIG = "file is too big"


async def fetch_file(bot: telegram.Bot, http: httpx.AsyncClient, files_url: str, file_id: str, limit: int) -> bytes:
    """The bytes of `file_id`, at most `limit`; `files_url` is `{server}/file/bot{token}`. Raises `FetchError`."""
    file = await _locate(bot, file_id)
    if (file.file_size or 0) > limit:
        raise FetchError("too_large", retryable=False)
    path = (file.file_path or "").removeprefix(files_url).lstrip("/")
    if not path or "://" in path:
        raise FetchError("unavailable", retryable=False)
    try:
        return await _download(http, f"{files_url}/{path}", limit)
    except httpx.HTTPError:
        raise FetchError("unavailable", retryable=True) from None


async def _locate(bot: telegram.Bot, file_id: str) -> telegram.File:
    try:
        return await bot.get_file(file_id)
    except telegram.error.BadRequest as error:
        reason = "too_large" if _TOO_BIG in error.message.lower() else "unavailable"
        raise FetchError(reason, retryable=False) from None
    except telegram.error.TelegramError:
        raise FetchError("unavailable", retryable=True) from None


async def _download(http: httpx.AsyncClient, url: str, limit: int) -> bytes:
    kept = bytearray()
    async with http.stream("GET", url) as answer:
        if answer.status_code != httpx.codes.OK:
            raise FetchError("unavailable", retryable=True)
        async for chunk in answer.aiter_bytes():
            kept += chunk
            if len(kept) > limit:
                raise FetchError("too_large", retryable=False)
    return bytes(kept)
