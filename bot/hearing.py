"""What a patient sent, written into the transcript and turned into the event that `advance` reads.

Knows contents and events; must not know what follows from them. Every message gets its number here, also what is no answer.
"""

from collections.abc import Callable
from typing import Any, assert_never

from bot.channels.base import Blocked, Edited, Ignored, Media, Receipt, Start, Tap, Text, Token, Unreadable, Update
from bot.desk import Desk, Talk
from flows.events import ConversationStarted, Event, LateTextReceived, MediaReceived, OptionChosen, TextReceived, UnreadableReceived
from storage.attachments import NewAttachment
from storage.messages import NewMessage


def hear(desk: Desk, talk: Talk, update: Update, *, late: bool, overtaken: bool, new_id: Callable[[], str]) -> Event:
    """Write the message down and say what happened. Raises TypeError for contents that are no message.

    Words that were `overtaken` by later ones answer nothing: they stand beside the conversation and join no burst.
    """
    n = talk.conversation.take_n()

    def write(text: str, **more: Any) -> None:  # noqa: ANN401 - handed on to NewMessage, which is typed
        desk.write_down(NewMessage(talk.conversation.id, n, desk.at, "patient", text, ref=update.ref, late=late, **more))

    content = update.content
    match content:
        case Text():
            write(content.text, kind="other" if overtaken else "text")
            return (LateTextReceived if overtaken else TextReceived)(desk.at, n, content.text)
        case Tap():
            return _tapped(desk, n, update, content, write)
        case Start():
            write("/start", kind="other")
            return ConversationStarted(desk.at, n, content.payload)
        case Media():
            write(content.caption, kind="media")
            return _file(desk, talk, n, content, new_id())
        case Unreadable():
            words = bool(content.caption.strip())
            write(content.caption, kind="text" if words else "other")
            return TextReceived(desk.at, n, content.caption) if words else UnreadableReceived(desk.at, n, content.kind)
        case Edited() | Blocked() | Receipt() | Ignored():
            raise TypeError(type(content).__name__)
        case _:
            assert_never(content)


def _tapped(desk: Desk, n: int, update: Update, tap: Tap, write: Callable[..., None]) -> Event:
    """A tap names its question itself, or the message it hung under does."""
    token = Token.parse(tap.token)
    if token is None and tap.on:
        desk.flush()
        place = desk.uow.messages.find_by_ref(update.channel, update.account, [tap.on]).get(tap.on)
        token = Token(place.step, place.visit, tap.token) if place is not None and place.step else None
    option = token.option if token else tap.token
    write(tap.label or option, kind="tap")
    return OptionChosen(desk.at, n, option, token.step if token else None, token.visit if token else None)


def _file(desk: Desk, talk: Talk, n: int, media: Media, attachment_id: str) -> Event:
    desk.flush()
    attachment = NewAttachment(
        attachment_id,
        talk.conversation.id,
        n,
        media.kind,
        media.locator,
        content_type=media.content_type,
        size=media.size,
        file_name=media.file_name,
    )
    desk.uow.attachments.add([attachment], desk.at)
    return MediaReceived(desk.at, n, media.kind, attachment_id, media.caption, media.album or None)
