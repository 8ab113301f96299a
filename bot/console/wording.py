"""What the console says to staff, in Spanish and English, from `locales/` beside it.

Knows the two languages and how times are written; must not know pages. Kept apart from `messages/locales` on purpose: those texts go to
patients, are signed by physicians and judged by the guard; these are labels and buttons that never leave the console.
"""

from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo

from messages.catalog import Catalog

Language: TypeAlias = Literal["es", "en"]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
"""The clinic's own language first."""

FOLDER: Final = Path(__file__).parent / "locales"


@cache
def catalog() -> Catalog:
    """The texts of the console, read once."""
    return Catalog({name: {file.name: file.read_text("utf-8") for file in sorted((FOLDER / name).glob("*.ftl"))} for name in LANGUAGES})


def said(key: str, language: Language, /, **variables: str | int) -> str:
    """A text of the console. Raises `MissingText`."""
    return catalog().text(key, language, variables)


def language_of(chosen: str, accepted: str) -> Language:
    """The language chosen before (a cookie's value), else the first of ours that the browser asks for, else the clinic's."""
    asked = [part.split(";")[0].strip().lower().split("-")[0] for part in accepted[:200].split(",")]
    for known in (chosen, *asked):
        if known in LANGUAGES:
            return known
    return LANGUAGES[0]


def moment(at: datetime, language: Language, zone: str) -> str:
    """A time as staff read it, in the clinic's zone, 24 hours: `3 mar 2026, 14:05`."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{day(local.date(), language)}, {local:%H:%M}"


def day(on: date, language: Language) -> str:
    """A calendar day as staff read it: `3 mar 2026`."""
    return f"{on.day} {said(f'month-{on.month}', language)} {on.year}"
