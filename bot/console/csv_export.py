"""Rows as CSV for a spreadsheet: quoted by RFC 4180, and no cell that a spreadsheet would run as a formula.

Knows cells; must not know what they mean. reliability.md 3.2 case 16.
"""

from collections.abc import Iterable
from typing import Final

START: Final = "\ufeff"
"""A byte order mark: without it a spreadsheet misreads accents."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def line(cells: Iterable[str | int]) -> str:
    """One row with its line end; every cell in quotes, a text that could be a formula behind an apostrophe."""
    return ",".join(f'"{_inert(cell)}"' for cell in cells) + "\r\n"


def _inert(cell: str | int) -> str:
    if isinstance(cell, int):
        return str(cell)
    text = cell.replace("\0", "")
    marked = f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
    return marked.replace('"', '""')
