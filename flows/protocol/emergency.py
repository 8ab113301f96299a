"""Danger cues and the numbers to call, per country. Pure data; words per language stand with the understanding."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from flows.protocol.fields import Table

CueClass: TypeAlias = Literal["emergency", "crisis", "same_day"]
CUE_CLASSES: Final[tuple[CueClass, ...]] = ("emergency", "crisis", "same_day")


@dataclass(frozen=True, slots=True)
class Cue:
    """One kind of danger. `kind`: emergency, crisis, or a call the same day.

    `check_question`: whether one question ("is this happening now?") may come first when the wording is unclear.
    `indications`: conditions it is meant for; empty means everybody.
    """

    id: str
    kind: CueClass
    describes: str
    check_question: bool
    source: str
    indications: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """A line for people in crisis. Only `always_open` lines may be said to answer day and night."""

    name: str
    number: str
    always_open: bool
    area: str = ""
    note: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """What to call in these countries (ISO 3166-1 alpha-2; none = country unknown). `checked_on` None: not yet checked."""

    countries: tuple[str, ...]
    emergency: str
    emergency_also: tuple[str, ...] = ()
    emergency_note: str = ""
    crisis: tuple[CrisisLine, ...] = ()
    checked_on: date | None = None

    @property
    def known(self) -> bool:
        """Whether these belong to a known country."""
        return bool(self.countries)

    @property
    def crisis_line(self) -> CrisisLine | None:
        """The line to show first; None where none is known, and none is invented."""
        return self.crisis[0] if self.crisis else None

    @property
    def to_confirm(self) -> tuple[str, ...]:
        """Numbers nobody has checked against public material yet."""
        first = () if self.checked_on else (self.emergency,)
        return first + tuple(line.number for line in self.crisis if line.checked_on is None)


def numbers_for(rows: Iterable[Numbers], country: str) -> Numbers:
    """The row of that country in any case, or the row for an unknown one. Raises `LookupError` without such a row."""
    code = country.strip().upper()
    fallback = None
    for row in rows:
        if code in row.countries:
            return row
        fallback = fallback or (None if row.countries else row)
    if fallback is None:
        raise LookupError("no numbers for an unknown country")
    return fallback


def read_cue(table: Table) -> Cue:
    """Read one danger cue."""
    cue = Cue(
        id=table.text("id"),
        kind=table.choice("class", CUE_CLASSES),
        describes=table.text("describes"),
        check_question=table.truth("check_question"),
        source=table.text("source"),
        indications=table.words("indications"),
        note=table.text("note", ""),
    )
    if cue.kind == "crisis" and cue.check_question:
        table.fault("check_question", "a crisis is never put in question")
    table.finish()
    return cue


def read_numbers(table: Table) -> Numbers:
    """Read the numbers of one or more countries."""
    numbers = Numbers(
        countries=table.words("countries"),
        emergency=table.text("emergency"),
        emergency_also=table.words("emergency_also"),
        emergency_note=table.text("emergency_note", ""),
        crisis=tuple(map(_read_line, table.tables("crisis"))),
        checked_on=table.day("checked_on") if table.has("checked_on") else None,
    )
    for code in numbers.countries:
        if not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
            table.fault("countries", f"{code!r} is no ISO 3166-1 code")
    for number in (numbers.emergency, *numbers.emergency_also, *(line.number for line in numbers.crisis)):
        if not _dialable(number):
            table.fault("number", f"{number!r} cannot be dialled")
    table.finish()
    return numbers


def _dialable(number: str) -> bool:
    digits = number.removeprefix("*").replace(" ", "")
    return digits.isascii() and digits.isdecimal() and 2 <= len(digits) <= 15


def _read_line(table: Table) -> CrisisLine:
    line = CrisisLine(
        name=table.text("name"),
        number=table.text("number"),
        always_open=table.truth("always_open"),
        area=table.text("area", ""),
        note=table.text("note", ""),
        checked_on=table.day("checked_on") if table.has("checked_on") else None,
    )
    table.finish()
    return line
