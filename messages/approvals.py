"""Which texts a physician has approved, by the hash of their exact wording. A changed text has lost its approval.

Knows keys, hashes and the ledger; must not know who may approve, nor write the ledger.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

from messages.catalog import Catalog

LEDGER: Final = Path(__file__).parent / "approvals.toml"
State: TypeAlias = Literal["approved", "changed", "awaiting"]
"""`approved` for this very wording; `changed` since an approval; `awaiting` a first one."""
NOT_CLINICAL: Final = ("option-", "part-", "section-", "value-", "language-", "contact-", "review-")
"""Beginnings of keys that say nothing of medicine: names of parts, buttons, lines of the summary."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry: this physician agreed to this wording (SHA-256, hex, of the text as written) on this day."""

    key: str
    language: str
    sha256: str
    physician: str
    licence: str
    approved_at: date


@dataclass(frozen=True, slots=True)
class Standing:
    """How a text stands, and by whom it was approved last."""

    key: str
    language: str
    state: State
    approval: Approval | None


def read_ledger(text: str) -> tuple[Approval, ...]:
    """The entries of a ledger. Raises `ValueError` naming the entry that lacks something."""
    entries = tomllib.loads(text).get("approval", [])
    return tuple(_entry(entry, number) for number, entry in enumerate(entries, 1))


@cache
def shipped_ledger() -> tuple[Approval, ...]:
    """The ledger beside this file, read once."""
    return read_ledger(LEDGER.read_text("utf-8"))


def standing(catalog: Catalog, ledger: Iterable[Approval], keys: Iterable[str], languages: Iterable[str]) -> Iterator[Standing]:
    """How each text stands in each language in which it exists."""
    latest: dict[tuple[str, str], list[Approval]] = {}
    for entry in ledger:
        latest.setdefault((entry.key, entry.language), []).append(entry)
    wanted = tuple(languages)
    for key in keys:
        for language in wanted:
            if catalog.has(key, language):
                yield _standing(catalog.digest(key, language), key, language, latest.get((key, language), []))


def is_clinical(key: str) -> bool:
    """Whether a physician must sign a text before it is used: all but names, buttons and lines of the summary."""
    return not key.startswith(NOT_CLINICAL) and not key.endswith(".line")


def unsigned(catalog: Catalog, ledger: Iterable[Approval], languages: Iterable[str]) -> tuple[Standing, ...]:
    """The clinical texts that may not be used in production yet."""
    wanted = tuple(languages)
    keys = sorted(key for key in catalog.keys(wanted[0]) if is_clinical(key))
    return tuple(each for each in standing(catalog, ledger, keys, wanted) if each.state != "approved")


def _standing(digest: str, key: str, language: str, entries: list[Approval]) -> Standing:
    holding = [entry for entry in entries if entry.sha256 == digest]
    if holding:
        return Standing(key, language, "approved", max(holding, key=lambda entry: entry.approved_at))
    return Standing(key, language, "changed" if entries else "awaiting", entries[-1] if entries else None)


def _entry(entry: Mapping[str, object], number: int) -> Approval:
    try:
        approved_at = entry["approved_at"]
        if not isinstance(approved_at, date):
            raise ValueError(f"approval {number}: approved_at must be a date")  # noqa: TRY004 - the ledger is wrong, not a caller
        words = {name: str(entry[name]) for name in ("key", "language", "sha256", "physician", "licence")}
    except KeyError as missing:
        raise ValueError(f"approval {number}: {missing} is missing") from None
    if empty := [name for name, value in words.items() if not value.strip()]:
        raise ValueError(f"approval {number}: {', '.join(empty)} is empty")
    return Approval(**words, approved_at=approved_at)
