"""The evidence map and the register of therapies beside the words that are said about each.

Knows the protocol and the texts' keys; must not know HTML. `today` comes in: a review that was due before it is overdue.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.script_book_usage import outcome_text
from flows.protocol import Indication, Protocol, Therapy
from flows.protocol.indication import TIERS

ABBREVIATIONS: Final = {"prp": "PRP", "nad": "NAD"}


@dataclass(frozen=True, slots=True)
class MapRow:
    """A condition of the map: `text` is the key of what is said, `own` whether that text speaks of this condition alone."""

    row: Indication
    text: str
    own: bool
    overdue: bool

    @property
    def name(self) -> str:
        """The key of its name."""
        return f"indication-{self.row.id}"


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A therapy of the register, and the key of what is said about it."""

    row: Therapy
    text: str

    @property
    def name(self) -> str:
        """The therapy's name for readers of the register."""
        return ABBREVIATIONS.get(self.row.id, self.row.id.replace("_", " ").capitalize())


def evidence_rows(protocol: Protocol, today: date) -> Iterator[tuple[str, tuple[MapRow, ...]]]:
    """The conditions of each tier that has any, by its code, strongest first, in the order of the map."""
    for tier in TIERS:
        rows = tuple(_map_row(row, today) for row in protocol.evidence.values() if row.tier == tier)
        if rows:
            yield tier.replace("_", "-"), rows


def therapy_rows(protocol: Protocol) -> tuple[RegisterRow, ...]:
    """The therapies in the order of the register."""
    return tuple(RegisterRow(row, f"therapy-{row.id}") for row in protocol.therapies.values())


def _map_row(row: Indication, today: date) -> MapRow:
    text = outcome_text(row)
    return MapRow(row, text, text == f"outcomes-{row.id}", row.review_due < today)
