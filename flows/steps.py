"""The declaration language of a conversation: what is asked, when, and where an answer leads.

Declarations are data that can be listed, drawn and walked; nothing here runs a conversation. Facts are named values that
`flows/assessment.py` folds out of the answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

FactValue: TypeAlias = str | int | bool | frozenset[str] | None
Facts: TypeAlias = Mapping[str, FactValue]
WORDS: Final = frozenset({"free_text", "medicines"})
"""Kinds of answers that take any words: a question of the patient's must not be kept as one, nor a bare number."""
Operator: TypeAlias = Literal["is", "in", "<", ">=", "has", "always"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A test of one fact, or of several: `every` must hold and, when given, one of `some`. A fact that is missing fails every test."""

    fact: str = ""
    operator: Operator = "always"
    value: FactValue = None
    negated: bool = False
    every: tuple["Condition", ...] = ()
    some: tuple["Condition", ...] = ()

    def holds(self, facts: Facts) -> bool:
        """Whether the facts satisfy it."""
        here = self._test(facts) and all(c.holds(facts) for c in self.every) and (not self.some or any(c.holds(facts) for c in self.some))
        return here is not self.negated

    def _test(self, facts: Facts) -> bool:
        if self.operator == "always":
            return True
        known = facts.get(self.fact)
        if known is None:
            return False
        return _compare(known, self.operator, self.value)

    def facts(self) -> frozenset[str]:
        """The names of the facts it reads."""
        below = frozenset[str]().union(*(c.facts() for c in (*self.every, *self.some)))
        return below | {self.fact} if self.fact else below

    def __and__(self, other: "Condition") -> "Condition":
        return Condition(every=(self, other))

    def __or__(self, other: "Condition") -> "Condition":
        return Condition(some=(self, other))

    def __invert__(self) -> "Condition":
        return Condition(every=(self,), negated=True)

    def __str__(self) -> str:
        if self.every or self.some:
            inner = " and ".join(str(c) for c in self.every) or " or ".join(str(c) for c in self.some)
            return f"not ({inner})" if self.negated else inner
        value = sorted(self.value) if isinstance(self.value, frozenset) else self.value
        return "always" if self.operator == "always" else f"{self.fact} {self.operator} {value}"


def _compare(known: FactValue, operator: Operator, value: FactValue) -> bool:
    if operator == "is":
        return known == value
    if operator == "in":
        return isinstance(value, frozenset) and known in value
    if operator == "has":
        return isinstance(known, frozenset) and value in known
    if not isinstance(known, int) or not isinstance(value, int):
        return False
    return known < value if operator == "<" else known >= value


ALWAYS: Final = Condition()


@dataclass(frozen=True, slots=True)
class Fact:
    """A named fact, to write conditions with: `Fact("age").below(18)`."""

    name: str

    def equals(self, value: FactValue) -> Condition:
        """The fact is this value."""
        return Condition(self.name, "is", value)

    def one_of(self, *values: str) -> Condition:
        """The fact is one of these."""
        return Condition(self.name, "in", frozenset(values))

    def below(self, value: int) -> Condition:
        """The fact is a number under this."""
        return Condition(self.name, "<", value)

    def at_least(self, value: int) -> Condition:
        """The fact is this number or more."""
        return Condition(self.name, ">=", value)

    def contains(self, value: str) -> Condition:
        """The fact is a set that holds this."""
        return Condition(self.name, "has", value)


@dataclass(frozen=True, slots=True)
class Asks:
    """What kind of answer a step takes, in the words of `messages.understanding.answers`.

    `options` in the order shown; `offer` names the source of options that depend on the session (`recognised`, `lines`, `items`);
    `alone` are options that cannot be combined with others; `skippable` adds the option `skip`.
    """

    kind: str
    options: tuple[str, ...] = ()
    multi: bool = False
    alone: tuple[str, ...] = ()
    offer: str = ""
    skippable: bool = False
    context: str = ""


ALONE: Final = frozenset({"none", "neither", "unsure", "never"})
"""Options that say nothing else applies: never combined with others, wherever they are offered."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where an answer leads, if `when` holds; routes are tried in order, before the steps that follow in the stage."""

    to: str
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `id` is `stage.name` (stable for ever, stored); its text is the key with dashes (`screening-pregnancy`).

    `when` is whether it is asked at all; `before` are texts said first; `clears` are steps whose answers depend on this one and are
    asked again when it changes; `burst` waits for the rest of what is being typed.
    """

    id: str
    asks: Asks
    when: Condition = ALWAYS
    then: tuple[Route, ...] = ()
    before: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    burst: bool = False

    @property
    def key(self) -> str:
        """The catalogue key of the question."""
        return self.id.replace(".", "-")

    @property
    def stage(self) -> str:
        """The part of the conversation it belongs to."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the conversation, its steps in the order asked."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """A whole conversation: stages in order, and the ends it can reach."""

    name: str
    revision: str
    stages: tuple[Stage, ...]
    ends: tuple[str, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in the order asked."""
        return tuple(step for stage in self.stages for step in stage.steps)
