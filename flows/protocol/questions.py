"""A question the protocol wants asked: what kind of answer, in which unit, within which range. Not how it is worded to a patient."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from flows.protocol.fields import Table

QuestionKind: TypeAlias = Literal["text", "date", "choice", "number", "yes_no", "medicines"]
When: TypeAlias = Literal["past", "future", "any"]

KINDS: Final[tuple[QuestionKind, ...]] = ("text", "date", "choice", "number", "yes_no", "medicines")
WHENS: Final[tuple[When, ...]] = ("past", "future", "any")


@dataclass(frozen=True, slots=True)
class OtherUnit:
    """A unit people also answer in: stored value = entered value * factor + offset."""

    unit: str
    factor: float
    offset: float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number's stored unit, its plausible range (inclusive, in that unit), and other units that are understood."""

    unit: str
    low: float
    high: float
    also: tuple[OtherUnit, ...] = ()

    def stored(self, value: float, unit: str) -> float | None:
        """The value in the stored unit; None when the unit is unknown or the result lies outside the plausible range."""
        scale = {other.unit: (other.factor, other.offset) for other in self.also} | {self.unit: (1.0, 0.0)}
        if unit not in scale:
            return None
        factor, offset = scale[unit]
        found = value * factor + offset
        return found if self.low <= found <= self.high else None


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `asks` is English for the reviewing physician; what a patient reads stands in `messages`.

    `options` are ids, only for kind `choice`; `multi` allows several of them. `when` says on which side of today a date lies.
    Any question may stay unanswered; unanswered is unknown, never "no".
    """

    id: str
    kind: QuestionKind
    asks: str
    options: tuple[str, ...] = ()
    multi: bool = False
    when: When = "any"
    quantity: Quantity | None = None

    def admits(self, number: float) -> bool:
        """Whether a number in the stored unit is plausible."""
        return self.quantity is not None and self.quantity.low <= number <= self.quantity.high


def read_quantity(table: Table) -> Quantity:
    """Read unit, range and other units of a number."""
    also = []
    for other in table.tables("also"):
        also.append(OtherUnit(other.text("unit"), other.number("factor"), other.number("offset", 0.0)))
        other.finish()
    quantity = Quantity(table.text("unit"), table.number("low"), table.number("high"), tuple(also))
    if quantity.low >= quantity.high:
        table.fault("low", "must lie below high")
    table.finish()
    return quantity


def read_question(table: Table) -> Question:
    """Read one question; options belong to choices, a unit and range to numbers, and to nothing else."""
    kind = table.choice("kind", KINDS)
    question = Question(
        id=table.text("id"),
        kind=kind,
        asks=table.text("asks"),
        options=table.words("options", required=kind == "choice"),
        multi=table.truth("multi", default=False),
        when=table.choice("when", WHENS, "any"),
        quantity=read_quantity(table.table("quantity")) if kind == "number" else None,
    )
    if kind != "choice" and (question.options or question.multi):
        table.fault("options", f"do not belong to kind {kind}")
    if kind != "date" and question.when != "any":
        table.fault("when", f"does not belong to kind {kind}")
    table.finish()
    return question
