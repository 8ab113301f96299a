"""What each channel can carry: lengths of texts and labels. Also how numbered options are laid out, as their lines count too.

Knows lengths only; must not know how anything is sent. Sizes are UTF-16 code units, the way Telegram counts and never fewer than
Twilio's characters. Sources: Bot API 10.0 (4,096 per text, 64 bytes of callback data), Twilio Content API (quick reply: 3 buttons of
20 in session; list picker: 10 items of 24; body 1,024) and Messages API (body 1,600).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from messages.prompt import Choice, Message

TELEGRAM_TEXT: Final = 4096
TELEGRAM_CAPTION: Final = 1024
TELEGRAM_BUTTONS: Final = 100
TOKEN_BYTES: Final = 64
WHATSAPP_TEXT: Final = 1600
WHATSAPP_KEYBOARD_TEXT: Final = 1024
WHATSAPP_BUTTONS: Final = 3
WHATSAPP_BUTTON_LABEL: Final = 20
WHATSAPP_ROWS: Final = 10
WHATSAPP_ROW_LABEL: Final = 24

LISTED: Final = frozenset({"choose-more"})
"""Keys that are always a list on WhatsApp, however few options are left: their number shrinks while the patient chooses."""

_VISIT_DIGITS: Final = 4


def units(text: str) -> int:
    """Length of `text` in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def numbered(text: str, choices: Sequence[Choice]) -> str:
    """`text` with its options below as `1. …` lines, as it stands where there are no buttons; `text` alone without options.

    Options chosen by word only are listed with a dash.
    """
    if not choices:
        return text
    lines = (f"– {choice.label}" if choice.by_word else f"{place}. {choice.label}" for place, choice in enumerate(choices, start=1))
    return text + "\n\n" + "\n".join(lines)


def _too_long(what: str, length: int, most: int) -> Iterator[str]:
    if length > most:
        yield f"{what} is {length} long, at most {most}"


def _telegram(message: Message) -> Iterator[str]:
    yield from _too_long("text", units(message.text), TELEGRAM_TEXT)
    yield from _too_long("keyboard", len(message.options), TELEGRAM_BUTTONS)
    for option in message.options:
        yield from _too_long(f"token of {option.id}", _token_bytes(message.key, option.id), TOKEN_BYTES)


def _token_bytes(key: str, option: str) -> int:
    """Bytes of `step:visit:option`; a step's id is as long as its key, and visits stay below 10,000."""
    return len(key.partition(".")[0].encode()) + 1 + _VISIT_DIGITS + 1 + len(option.encode())


def _whatsapp(message: Message) -> Iterator[str]:
    labels = [option.label for option in message.options]
    yield from _too_long("numbered text", units(numbered(message.text, message.options)), WHATSAPP_TEXT)
    if not labels or len(labels) > WHATSAPP_ROWS:
        return
    yield from _too_long("text above options", units(message.text), WHATSAPP_KEYBOARD_TEXT)
    buttons = len(labels) <= WHATSAPP_BUTTONS and message.key not in LISTED
    most = WHATSAPP_BUTTON_LABEL if buttons else WHATSAPP_ROW_LABEL
    for option in message.options:
        yield from _too_long(f"label of {option.id}", units(option.label), most)


def _simulator(_message: Message) -> Iterator[str]:
    return iter(())


_CHECKS: Final[dict[str, Callable[[Message], Iterator[str]]]] = {"telegram": _telegram, "whatsapp": _whatsapp, "simulator": _simulator}

CHANNELS: Final = tuple(_CHECKS)
"""Channels that have limits to check against."""


def faults(message: Message, channel: str) -> tuple[str, ...]:
    """Why `message` does not fit `channel` (one of `CHANNELS`), one sentence each; empty when it fits. KeyError for another channel."""
    return tuple(_CHECKS[channel](message))
