"""What stands unsigned, and how a physician's signature gets into the ledgers. Production starts only when nothing is.

Knows the two ledgers and how an entry is written; must not decide who may sign.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from flows.protocol import SIGNATURE_FILE, data_files, load, load_from
from messages.approvals import LEDGER, Standing, read_ledger, unsigned
from messages.catalog import shipped
from messages.prompt import OFFERED

NEXT: Final = "python -m bot scripts, read by a physician, then python -m bot approve"
"""The step that mends what is unsigned."""


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Where signatures are written down: over texts, and over the protocol."""

    approvals: Path = LEDGER
    signatures: Path = Path(__file__).parents[1] / "flows" / "protocol" / SIGNATURE_FILE


SHIPPED: Final = Ledgers()


@dataclass(frozen=True, slots=True)
class Unsigned:
    """What a physician has still to sign: clinical texts by key and language, and whether the protocol itself."""

    texts: tuple[Standing, ...]
    protocol: bool

    @property
    def none(self) -> bool:
        """Whether nothing is left to sign."""
        return not self.texts and not self.protocol

    def summary(self) -> str:
        """One line for people who start the product."""
        counts = Counter(text.language for text in self.texts)
        each = ", ".join(f"{language} {count}" for language, count in counts.items())
        parts = [f"{len(self.texts)} clinical texts ({each})"] if self.texts else []
        parts += ["the protocol"] if self.protocol else []
        return " and ".join(parts) + " await a physician's signature" if parts else "every clinical text and the protocol are signed"


def outstanding(languages: Iterable[str] = OFFERED, ledgers: Ledgers | None = None) -> Unsigned:
    """What is unsigned today in the languages offered. Raises `ValueError` naming the entry of a ledger that lacks something."""
    kept = ledgers or SHIPPED
    approvals = read_ledger(kept.approvals.read_text("utf-8"))
    protocol = load_from({**data_files(), SIGNATURE_FILE: kept.signatures.read_text("utf-8")})
    return Unsigned(unsigned(shipped(), approvals, languages), protocol.signature is None)


def approval_entry(key: str, language: str, physician: str, licence: str, day: date) -> str:
    """The ledger entry over a text as it is written now. Raises `MissingText` for a text that does not exist."""
    digest = shipped().digest(key, language)
    values = {"key": key, "language": language, "sha256": digest, "physician": physician, "licence": licence}
    return (
        "\n[[approval]]\n"
        + "".join(f"{name} = {_quoted(value)}\n" for name, value in values.items())
        + f"approved_at = {day.isoformat()}\n"
    )


def signature_entry(physician: str, licence: str, day: date) -> str:
    """The ledger entry over the protocol as it is today."""
    protocol = load()
    values = {"digest": protocol.digest, "version": protocol.version, "physician": physician, "licence": licence}
    return (
        "\n[[signature]]\n" + "".join(f"{name} = {_quoted(value)}\n" for name, value in values.items()) + f"signed_at = {day.isoformat()}\n"
    )


def write(entries: Iterable[str], ledger: Path) -> None:
    """Append entries to a ledger; what stands there is never changed."""
    with ledger.open("a", encoding="utf-8") as file:
        file.writelines(entries)


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    if any(ord(character) < 32 for character in value):
        raise ValueError("a name or licence holds a control character")
    return f'"{escaped}"'
