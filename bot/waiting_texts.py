"""Texts of staff outside the reply window: a notice without content goes, the text waits, and leaves once the patient has written.

Knows when a window may have closed and the word that opens; must not know providers. channels.md 3; experience.md K23.
"""

import unicodedata
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from bot.apply import SEND_WINDOW, Apply
from bot.channels.base import Content, Tap, Text
from bot.desk import Desk, Talk
from messages.catalog import shipped
from messages.prompt import LANGUAGES, Prompt

NOTICE: Final = "notice-waiting"
"""The text that tells of a message without saying anything of it."""
QUIET: Final = timedelta(hours=23)
"""A patient heard from within this time cannot have texts waiting, so nothing is looked up."""


def invite(desk: Desk, talk: Talk, apply: Apply) -> None:
    """Tell the patient that a message waits, unless they were told since they last wrote."""
    heard = talk.conversation.last_inbound_at
    mark = f"{NOTICE}:{talk.conversation.id}:{heard.isoformat() if heard else ''}"
    if not desk.uow.outbox.has_key(mark):
        apply.say(desk, talk, Prompt(NOTICE), "notice", once=mark)
        talk.conversation.version += 1


def let_go(desk: Desk, talk: Talk, before: datetime | None) -> int:
    """The patient wrote after a silence (`before` is when they wrote last): what waited is due now. Returns how many texts."""
    if before is None or desk.at - before < QUIET:
        return 0
    return desk.uow.staff_texts.let_go(talk.conversation.id, desk.at, desk.at + SEND_WINDOW)


def opens(content: Content) -> bool:
    """Whether a message says nothing but the word that opens, typed or tapped, in any of our languages."""
    said = content.text if isinstance(content, Text) else content.label or content.token if isinstance(content, Tap) else ""
    return _plain(said) in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(_plain(shipped().text(f"{NOTICE}.word", language)) for language in LANGUAGES)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in folded if sign.isalpha())
