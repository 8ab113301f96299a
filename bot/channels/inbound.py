"""What every parser needs: the verdict that a delivery is malformed, and text cleaned once at the door.

Knows strings only; must not know any provider.
"""

import re
import unicodedata
from typing import Final

_UNSTORABLE: Final = re.compile(r"\x00|[\ud800-\udfff]")


class MalformedUpdate(Exception):
    """A delivery that cannot be read. Carries nothing of its content: the caller parks the raw body."""

    def __init__(self) -> None:
        super().__init__("malformed update")


def clean(text: str) -> str:
    """`text` as every database can store it: NFC, NUL removed, each lone surrogate as U+FFFD."""
    stored = _UNSTORABLE.sub(lambda found: "" if found[0] == "\x00" else "\ufffd", text)
    return unicodedata.normalize("NFC", stored)
