"""Files that patients sent on WhatsApp: locator → bytes. The URL is rebuilt from ids; what a webhook named is never fetched as given.

Credentials go to Twilio's own host and nowhere else; redirects only to named hosts, at most three, over https.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx

from bot.channels.base import FetchError

DEFAULT_REDIRECT_HOSTS: Final = ("mms.twiliocdn.com", "media.twiliocdn.com", "s3-external-1.amazonaws.com")
"""Hosts Twilio serves media from, used when none are configured."""

_LOCATOR: Final = re.compile(r"([MS]M[0-9A-Za-z]{1,62})/(ME[0-9A-Za-z]{1,62})")
_MOST_HOPS: Final = 3
_DEFAULT_PORTS: Final = {"https": 443, "http": 80}
_GONE: Final = {404, 410}


@dataclass(frozen=True, slots=True)
class MediaSource:
    """Where files are. `base_url` is Twilio's API (or what stands for it), `auth` its user and password.

    `hosts` may be redirected to, each `name` or `name:port`; `allow_private` permits plain http to them, for loopback in tests.
    """

    base_url: str
    account_sid: str
    auth: tuple[str, str]
    hosts: Collection[str] = DEFAULT_REDIRECT_HOSTS
    allow_private: bool = False


async def fetch_media(http: httpx.AsyncClient, source: MediaSource, locator: str, limit: int) -> bytes:
    """The bytes behind `MM…/ME…`, at most `limit`. Raises `FetchError`."""
    found = _LOCATOR.fullmatch(locator)
    if found is None:
        raise FetchError("not_allowed", retryable=False)
    url = f"{source.base_url.rstrip('/')}/2010-04-01/Accounts/{source.account_sid}/Messages/{found[1]}/Media/{found[2]}"
    auth: tuple[str, str] | None = source.auth
    try:
        for _ in range(_MOST_HOPS + 1):
            got = await _hop(http, url, auth, limit)
            if isinstance(got, bytes):
                return got
            url, auth = _allowed(source, url, got), None
    except (httpx.HTTPError, httpx.InvalidURL):
        raise FetchError("unavailable", retryable=True) from None
    raise FetchError("not_allowed", retryable=False)


async def _hop(http: httpx.AsyncClient, url: str, auth: tuple[str, str] | None, limit: int) -> bytes | str:
    """The file, or where it has moved to."""
    request = http.build_request("GET", url)
    answer = await http.send(request, auth=httpx.BasicAuth(*auth) if auth else None, stream=True, follow_redirects=False)
    try:
        if answer.has_redirect_location:
            return answer.headers["location"]
        if answer.status_code != httpx.codes.OK:
            raise FetchError("unavailable", retryable=answer.status_code not in _GONE)
        return await _read(answer, limit)
    finally:
        await answer.aclose()


async def _read(answer: httpx.Response, limit: int) -> bytes:
    kept = bytearray()
    async for chunk in answer.aiter_bytes():
        kept += chunk
        if len(kept) > limit:
            raise FetchError("too_large", retryable=False)
    return bytes(kept)


def _allowed(source: MediaSource, here: str, location: str) -> str:
    """Where `location` leads from `here`, if it may. Raises `FetchError` for another host, scheme, port or credentials inside."""
    try:
        url = urljoin(here, location)
        parts = urlsplit(url)
        fits = any(_same_host(parts, host, any_port=source.allow_private) for host in source.hosts)
    except ValueError:
        raise FetchError("not_allowed", retryable=False) from None
    fits = fits and "@" not in parts.netloc and (parts.scheme == "https" or (source.allow_private and parts.scheme == "http"))
    if not fits:
        raise FetchError("not_allowed", retryable=False)
    return url


def _same_host(parts: SplitResult, allowed: str, *, any_port: bool) -> bool:
    wanted = urlsplit(f"//{allowed.strip().lower()}")
    port = parts.port or _DEFAULT_PORTS.get(parts.scheme)
    if (parts.hostname or "") != (wanted.hostname or "-"):
        return False
    return port == wanted.port if wanted.port else any_port or port == _DEFAULT_PORTS.get(parts.scheme)
