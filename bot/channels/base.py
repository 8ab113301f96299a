"""The contract between a channel and the rest: what comes in (`Update`), what goes out (`Outgoing`), how a send fails (`SendError`).

Knows messaging words only; must not know conversations, tables or any one provider.

    SendError
    ├── NotSent          no byte left: retry with back-off, safe
    ├── SendUnknown      bytes left, no answer: may have been accepted; look up or retry once
    ├── Paced            told to wait: `retry_after` seconds, does not count as an attempt
    ├── WindowClosed     outside the provider's reply window: a template or nothing
    ├── RecipientGone    blocked, deactivated, unknown: permanent, stop proactive sends
    ├── ContentRefused   our text or template is wrong: permanent, alarm
    └── ChannelDown      credentials or configuration: stop this channel, alarm, keep the backlog
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

from messages.prompt import Choice

ChannelName: TypeAlias = Literal["telegram", "whatsapp", "simulator"]
AddressKind: TypeAlias = Literal["telegram_user", "phone", "bsuid", "simulator"]
MediaKind: TypeAlias = Literal["photo", "pdf", "document", "voice", "video"]
UnreadableKind: TypeAlias = Literal["sticker", "location", "contact", "empty", "other"]


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote. `value` is the address exactly as it came (replies go there); `aliases` other addresses of this person.

    `language_hint` is the provider's BCP 47 hint or empty. `display_name` is what the person calls themselves: never logged.
    """

    value: str
    kind: AddressKind
    aliases: tuple[tuple[AddressKind, str], ...] = ()
    display_name: str = ""
    language_hint: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Words typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Tap:
    """A button or list row: `token` is what we put under it (see `Token`), `on` the provider's reference of the message it hung under."""

    token: str
    on: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """Telegram's /start; the payload is opaque and untrusted."""

    payload: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """A file to fetch. `locator` is what the channel needs for the fetch (file id, media path), never a URL with a secret in it."""

    kind: MediaKind
    locator: str
    content_type: str = ""
    size: int | None = None
    file_name: str = ""
    caption: str = ""
    album: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message that carries neither words nor a file we take."""

    kind: UnreadableKind
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """An earlier message now reads `text`; `of` is the provider's reference of that message."""

    of: str
    text: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked us (`blocked` True) or let us back in."""

    blocked: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """A delivery report. `send_id` is ours when the provider echoes it; `state` already in our words."""

    provider_ref: str
    send_id: str
    state: Literal["accepted", "delivered", "read", "failed"]
    error_code: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """Genuine but not for us (groups, channel posts, reactions): recorded by its key, answered 2xx, nothing else."""

    why: str


Content: TypeAlias = Text | Tap | Start | Media | Unreadable | Edited | Blocked | Receipt | Ignored


@dataclass(frozen=True, slots=True)
class Update:
    """One delivery of a provider, unique on (channel, account, external_id).

    `ref` is the provider's reference of the message (for edits and taps); `sent_at` the provider's own time, aware UTC, if told;
    `ack` what the webhook may answer at once (Telegram's callback id), empty when nothing.
    """

    channel: ChannelName
    account: str
    external_id: str
    sender: Sender | None
    content: Content
    ref: str = ""
    sent_at: datetime | None = None
    ack: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """What travels in a button: which question (step, visit) and which option. At most 64 bytes as text, Telegram's limit."""

    step: str
    visit: int
    option: str

    def __str__(self) -> str:
        return f"{self.step}:{self.visit}:{self.option}"

    @classmethod
    def parse(cls, text: str) -> "Token | None":
        """Read a token back; None for anything we did not write."""
        step, _, rest = text.partition(":")
        visit, _, option = rest.partition(":")
        return cls(step, int(visit), option) if step and option and visit.isascii() and visit.isdigit() and len(visit) < 10 else None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One text to one address. `text` has passed the guard and leaves exactly as it stands, plus the channel's numbered options.

    `template` True means: only as the approved template for `key` and `language` (outside the window). `question` names the step and
    visit its options belong to. A picture comes as bytes, or as the address the provider fetches it from; a
    document as its name and bytes.
    """

    send_id: str
    to: str
    key: str
    language: str
    text: str
    options: tuple[Choice, ...] = ()
    question: tuple[str, int] = ("", 0)
    template: bool = False
    variables: Mapping[str, str] = field(default_factory=dict)
    image: bytes | None = None
    image_url: str = ""
    document: tuple[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """The provider took it: its reference (Twilio SID, or `<chat_id>:<message_id>`), empty when accepted without one (alarm)."""

    provider_ref: str


class SendError(Exception):
    """A send that did not succeed. `code` is the provider's, safe to log; the text never carries patient words or addresses."""

    retryable = False
    alarm = False

    def __init__(self, code: str, *, retry_after: float | None = None) -> None:
        super().__init__(f"{type(self).__name__} ({code})")
        self.code = code
        self.retry_after = retry_after


class NotSent(SendError):
    """No byte left this machine, or the provider said it took nothing: safe to retry."""

    retryable = True


class SendUnknown(SendError):
    """The request left and no clear answer came: may have been accepted."""

    retryable = True


class Paced(SendError):
    """The provider asked us to wait `retry_after` seconds; not an attempt."""

    retryable = True


class WindowClosed(SendError):
    """Outside the reply window: only an approved template may go."""


class RecipientGone(SendError):
    """Blocked, deactivated, opted out at the provider, or no such recipient."""


class ContentRefused(SendError):
    """The provider refuses this text or template: our fault."""

    alarm = True


class ChannelDown(SendError):
    """Credentials or configuration: nothing will pass on this channel until a person acts."""

    alarm = True


class FetchError(Exception):
    """A file could not be fetched. `reason` is `too_large`, `not_allowed`, `unavailable`; `retryable` whether a later try may work."""

    def __init__(self, reason: str, *, retryable: bool) -> None:
        super().__init__(f"FetchError ({reason})")
        self.reason = reason
        self.retryable = retryable


class Channel(Protocol):
    """What every channel can do for the sender and the worker."""

    name: ChannelName
    window_hours: int | None
    """Hours after the person's last message in which free text may go; None = always."""

    async def send(self, outgoing: Outgoing) -> Sent:
        """Hand one text to the provider. Raises a `SendError`."""
        ...

    async def fetch(self, locator: str, *, limit: int) -> bytes:
        """Fetch a file of at most `limit` bytes. Raises `FetchError`."""
        ...

    def has_template(self, key: str, language: str) -> bool:
        """Whether an approved template stands ready for this key and language (always True where none is needed)."""
        ...

    async def close(self) -> None:
        """Give connections back."""
        ...
