"""The simulator: a channel whose provider is this program. Messages are read back from the transcript, so a send has nothing to do.

Knows the bodies of the simulator's own API; must not know conversations or storage.
"""

from collections.abc import Mapping
from typing import Any, Final

from bot.channels.base import (
    ChannelName,
    FetchError,
    Media,
    MediaKind,
    NotSent,
    Outgoing,
    Sender,
    Sent,
    Start,
    Tap,
    Text,
    Unreadable,
    Update,
)
from bot.channels.inbound import MalformedUpdate, clean

ACCOUNT: Final = "simulator"

_BY_TYPE: Final[tuple[tuple[str, MediaKind], ...]] = (
    ("image/", "photo"),
    ("application/pdf", "pdf"),
    ("audio/", "voice"),
    ("video/", "video"),
)


def parse(body: Mapping[str, Any], patient: str, external_id: str) -> Update:
    """A message `{"text": …}` or `{"option": …}` from `patient`. `external_id` is the caller's, unique. Raises `MalformedUpdate`."""
    text, option = body.get("text"), body.get("option")
    if isinstance(option, str) and option:
        return _update(patient, external_id, Tap(clean(option), label=clean(text) if isinstance(text, str) else ""))
    if not isinstance(text, str):
        raise MalformedUpdate
    return _update(patient, external_id, _said(clean(text)))


def parse_file(
    patient: str, external_id: str, locator: str, *, file_name: str = "", content_type: str = "", size: int | None = None
) -> Update:
    """A file from `patient`; `locator` is where the caller has put its bytes."""
    declared = clean(content_type).lower()
    kind: MediaKind = next((kind for start, kind in _BY_TYPE if declared.startswith(start)), "document")
    return _update(patient, external_id, Media(kind, locator, content_type=declared, size=size, file_name=clean(file_name)))


def _said(text: str) -> Text | Start | Unreadable:
    if not text.strip():
        return Unreadable("empty")
    command, _, payload = text.partition(" ")
    return Start(payload.strip()[:64]) if command == "/start" else Text(text)


def _update(patient: str, external_id: str, content: Text | Start | Tap | Media | Unreadable) -> Update:
    name = clean(patient)
    return Update("simulator", ACCOUNT, external_id, Sender(name, "simulator", display_name=name), content, ref=external_id)


class SimulatorChannel:
    """Takes every text, unless it is told to play a provider that is `down`; `files` holds what was uploaded until it has been fetched."""

    name: ChannelName = "simulator"
    window_hours: int | None = None
    account = ACCOUNT

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.down = False

    async def send(self, outgoing: Outgoing) -> Sent:
        """Done at once: the transcript is the screen. Raises `NotSent` while the provider is down."""
        if self.down:
            raise NotSent("down")
        return Sent(f"simulator:{outgoing.send_id}")

    async def fetch(self, locator: str, *, limit: int) -> bytes:
        """An uploaded file's bytes, at most `limit`. Raises `FetchError`."""
        data = self.files.get(locator)
        if data is None:
            raise FetchError("unavailable", retryable=False)
        if len(data) > limit:
            raise FetchError("too_large", retryable=False)
        return data

    def has_template(self, key: str, language: str) -> bool:  # noqa: ARG002 - part of the contract; nothing here needs a template
        """True: no window, no templates."""
        return True

    async def close(self) -> None:
        """Forget uploaded files."""
        self.files.clear()
