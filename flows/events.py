"""What can happen to a conversation, in the past tense. Time, ids and numbers come in here; the core never asks for them.

Knows nothing of channels: a tap on Telegram, a list reply on WhatsApp and a click in the simulator are one `OptionChosen`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from flows.session import CheckInTalk

MediaKind: TypeAlias = Literal["photo", "pdf", "document", "voice", "video"]
UnreadableKind: TypeAlias = Literal["sticker", "location", "contact", "empty", "other"]


@dataclass(frozen=True, slots=True)
class Happened:
    """`at` is aware UTC business time; `n` the number of the message in the transcript, None for what is no message."""

    at: datetime
    n: int | None


@dataclass(frozen=True, slots=True)
class TextReceived(Happened):
    """Words from the patient: one message, or a burst joined by line breaks (then `n` is the first of them)."""

    text: str


@dataclass(frozen=True, slots=True)
class OptionChosen(Happened):
    """A button or list row was tapped. `step` and `visit` name the question it hung under, None when the channel cannot tell."""

    option: str
    step: str | None = None
    visit: int | None = None


@dataclass(frozen=True, slots=True)
class ConversationStarted(Happened):
    """`/start` on Telegram, or a first contact without words; `payload` is the deep link's opaque text, never trusted."""

    payload: str = ""


@dataclass(frozen=True, slots=True)
class MediaReceived(Happened):
    """A file came in and is being fetched; the caption is text like any other, also screened for danger."""

    kind: MediaKind
    attachment_id: str
    caption: str = ""
    album: str | None = None


@dataclass(frozen=True, slots=True)
class AttachmentChecked(Happened):
    """The fetch of an earlier file ended. `reason` is empty when kept, else `too_large`, `not_allowed`, `unreadable`, `unavailable`."""

    attachment_id: str
    kept: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UnreadableReceived(Happened):
    """A message without words or a file we can use."""

    kind: UnreadableKind


@dataclass(frozen=True, slots=True)
class MessageEdited(Happened):
    """The patient changed an earlier message; `n` is that message. Never overwrites an answer already used."""

    text: str


@dataclass(frozen=True, slots=True)
class LateTextReceived(Happened):
    """Words that belong to the question before the open one (a burst's tail, a recovered message): kept and screened, answer nothing."""

    text: str


@dataclass(frozen=True, slots=True)
class ChannelBlocked(Happened):
    """The patient blocked the bot, or the provider says the address takes nothing from us any more."""


@dataclass(frozen=True, slots=True)
class ChannelUnblocked(Happened):
    """The patient let the bot back in. Opens service replies, never reminders."""


@dataclass(frozen=True, slots=True)
class HoldLifted(Happened):
    """A person on the staff ended an emergency hold. `actor` is the staff reference, `resume` whether the questions go on."""

    actor: str
    resume: bool


@dataclass(frozen=True, slots=True)
class QuestionsReopened(Happened):
    """A physician needs more information: these steps are asked, and no others."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SilenceNoted(Happened):
    """The worker looked: the patient has not written for a while. Whether it is time for a nudge is decided from the session."""


@dataclass(frozen=True, slots=True)
class CheckInDue(Happened):
    """The plan of follow-up asks for a check-in. `attempt` 0 is the invitation, then the reminders; `talk` what the questions build on."""

    talk: CheckInTalk
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class CheckInClosed(Happened):
    """The window of a check-in has ended, answered or not."""

    check_in_id: str


Planned: TypeAlias = SilenceNoted | CheckInDue | CheckInClosed
"""What the calendar brings: no word of the patient."""

Heard: TypeAlias = (
    TextReceived
    | OptionChosen
    | ConversationStarted
    | MediaReceived
    | AttachmentChecked
    | UnreadableReceived
    | MessageEdited
    | LateTextReceived
    | ChannelBlocked
    | ChannelUnblocked
    | HoldLifted
    | QuestionsReopened
)
"""What somebody did."""

Event: TypeAlias = Heard | Planned
"""Every event; `flows.engine.advance` handles each, mypy's `assert_never` keeps it so."""
