"""Addresses that open one thing for a while and need no row of their own: which thing, until when, and our keyed mark on both.

Knows tokens; must not know what they open. What is named is an id that means nothing outside: letters without vowels or digits, so that
no token ever reads as a word or a sum.
"""

import re
import secrets
from datetime import UTC, datetime
from typing import Final

from storage.unit_of_work import UnitOfWork

_ID, _UNTIL, _MARK = 32, 8, 32
"""Signs of the id (hex), of the end (hex seconds), and of the mark."""
_TO_LETTERS: Final = str.maketrans("0123456789abcdef", "bcdfghjkmnpqrstv")
_TO_HEX: Final = str.maketrans("bcdfghjkmnpqrstv", "0123456789abcdef")
_TOKEN: Final = re.compile(f"[bcdfghjkmnpqrstv]{{{_ID + _UNTIL + _MARK}}}")


def sign(uow: UnitOfWork, purpose: str, reference: str, until: datetime) -> str:
    """A token that opens `reference` (an id of ours: 32 hexadecimal signs) for this purpose until then."""
    told = (reference + f"{int(until.timestamp()):0{_UNTIL}x}").translate(_TO_LETTERS)
    return told + _mark(uow, purpose, told)


def opened(uow: UnitOfWork, purpose: str, token: str, at: datetime) -> str | None:
    """What a token of this purpose opens at `at`; None for a changed, foreign or expired one: told apart by nobody."""
    told = token[: _ID + _UNTIL]
    if not _TOKEN.fullmatch(token) or not secrets.compare_digest(token[_ID + _UNTIL :], _mark(uow, purpose, told)):
        return None
    plain = told.translate(_TO_HEX)
    return plain[:_ID] if at < datetime.fromtimestamp(int(plain[_ID:], 16), UTC) else None


def _mark(uow: UnitOfWork, purpose: str, told: str) -> str:
    return uow.mark(purpose, told)[:_MARK].translate(_TO_LETTERS)
