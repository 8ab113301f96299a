"""Adjunct and emerging therapies, each with the four answers of the clinic's framework. Pure data."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from flows.protocol.fields import Table

TherapyStatus: TypeAlias = Literal["used_as_adjunct", "part_of_plan", "declined", "no_decision"]
FrameworkAnswer: TypeAlias = Literal["yes", "in_part", "no", "not_stated"]

STATUSES: Final[tuple[TherapyStatus, ...]] = ("used_as_adjunct", "part_of_plan", "declined", "no_decision")
ANSWERS: Final[tuple[FrameworkAnswer, ...]] = ("yes", "in_part", "no", "not_stated")
FRAMEWORK: Final = ("mechanism", "evidence", "supply", "risk")
"""The four questions, from the clinic's clinical philosophy: any "no" and the therapy is not offered."""


@dataclass(frozen=True, slots=True)
class Framed:
    """The answer to one framework question, with its reason."""

    answer: FrameworkAnswer
    note: str


@dataclass(frozen=True, slots=True)
class Therapy:
    """One therapy people ask for by name: the clinic's decision, what it covers, since when, and the four answers behind it."""

    id: str
    status: TherapyStatus
    scope: str
    as_of: date
    mechanism: Framed
    evidence: Framed
    supply: Framed
    risk: Framed
    source: str

    @property
    def framework(self) -> tuple[tuple[str, Framed], ...]:
        """The four answers in the order of the questions."""
        return (("mechanism", self.mechanism), ("evidence", self.evidence), ("supply", self.supply), ("risk", self.risk))


def read_therapy(table: Table) -> Therapy:
    """Read one therapy; a used one with a "no" contradicts the framework."""
    therapy = Therapy(
        id=table.text("id"),
        status=table.choice("status", STATUSES),
        scope=table.text("scope"),
        as_of=table.day("as_of"),
        mechanism=_read_framed(table, "mechanism"),
        evidence=_read_framed(table, "evidence"),
        supply=_read_framed(table, "supply"),
        risk=_read_framed(table, "risk"),
        source=table.text("source"),
    )
    if therapy.status in ("used_as_adjunct", "part_of_plan") and any(framed.answer == "no" for _, framed in therapy.framework):
        table.fault("status", f"{therapy.status} although a framework question is answered no")
    table.finish()
    return therapy


def _read_framed(table: Table, key: str) -> Framed:
    inner = table.table(key)
    framed = Framed(inner.choice("answer", ANSWERS), inner.text("note"))
    inner.finish()
    return framed
