"""How a text is laid out on a screen: numbered options, rows of buttons, parts of a text too long for one message.

Knows lengths and labels; must not know any provider.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.channels.base import Outgoing, Token
from messages.limits import numbered, units

_CUTS: Final = (re.compile(r"\n\n+"), re.compile(r"\n"), re.compile(r"(?<=[.?:;])\s+"), re.compile(r"\s+"))
_REMEMBERED: Final = 1000


def as_numbered(outgoing: Outgoing) -> str:
    """The text with its options as numbered lines, for channels without buttons of their own."""
    return numbered(outgoing.text, outgoing.options)


def tokens(outgoing: Outgoing) -> tuple[str, ...]:
    """What travels under each option, in order."""
    step, visit = outgoing.question
    return tuple(str(Token(step, visit, option.id)) for option in outgoing.options)


def row_width(labels: Sequence[str]) -> int:
    """Buttons that fit side by side on a narrow phone, judged by the longest label: 1, 2, 3 or 6."""
    longest = max((units(label) for label in labels), default=0)
    return next(width for most, width in ((2, 6), (9, 3), (16, 2), (longest, 1)) if longest <= most)


def split(text: str, limit: int) -> tuple[str, ...]:
    """`text` in parts of at most `limit` UTF-16 units, cut at the best place: paragraph, line, sentence, word, else anywhere."""
    parts: list[str] = []
    rest = text
    while units(rest) > limit:
        head, rest = _cut(rest, limit)
        parts.append(head)
    return tuple(part for part in (*parts, rest) if part.strip()) or (rest,)


def _cut(text: str, limit: int) -> tuple[str, str]:
    window = _fitting(text, limit)
    for pattern in _CUTS:
        places = [found.start() for found in pattern.finditer(text, 0, len(window) + 2) if len(window) // 2 < found.start() <= len(window)]
        if places:
            return text[: places[-1]], text[places[-1] :].lstrip()
    return window, text[len(window) :]


def _fitting(text: str, limit: int) -> str:
    """The longest start of `text` within `limit` units; never half a character."""
    return text.encode("utf-16-le", "surrogatepass")[: limit * 2].decode("utf-16-le", "ignore")


class Progress:
    """How many parts of a long text were taken, so that a retry goes on where the last try stopped.

    Kept in memory: after a crash the parts are sent again, which `SendUnknown` allows for anyway.
    """

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def taken(self, send_id: str) -> int:
        """Parts of this send the provider already has."""
        return self._taken.get(send_id, 0)

    def took(self, send_id: str, parts: int) -> None:
        """Note that the provider now has `parts` parts; forgets the oldest sends when there are many."""
        self._taken[send_id] = parts
        if len(self._taken) > _REMEMBERED:
            del self._taken[next(iter(self._taken))]

    def done(self, send_id: str) -> None:
        """Forget a send that is complete."""
        self._taken.pop(send_id, None)
