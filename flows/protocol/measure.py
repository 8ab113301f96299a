"""An instrument as data: its items, how they are scored, which way is better, what counts as a change, whose licence it needs.

Holds no wording of its own. Where an instrument's wording belongs to somebody, the file ships with empty slots, and the instrument stays
off until a licence reference and the licensed wording are filled in. Read in `measure_file`; scores are made in `flows.scoring`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Direction: TypeAlias = Literal["higher_better", "lower_better", "none"]
Delivery: TypeAlias = Literal["chat", "form"]
Wording: TypeAlias = Literal["ours", "licensed"]
Method: TypeAlias = Literal["value", "mean", "sum", "table", "digits"]

DIRECTIONS: Final[tuple[Direction, ...]] = ("higher_better", "lower_better", "none")
DELIVERIES: Final[tuple[Delivery, ...]] = ("chat", "form")
WORDINGS: Final[tuple[Wording, ...]] = ("ours", "licensed")
METHODS: Final[tuple[Method, ...]] = ("value", "mean", "sum", "table", "digits")
LANGUAGES: Final = ("es", "en", "pt", "fr")


@dataclass(frozen=True, slots=True)
class Recode:
    """An answer from `low` to `high` (inclusive) counts as `value` in a score."""

    low: float
    high: float
    value: float


@dataclass(frozen=True, slots=True)
class Branch:
    """One way to answer an item: which of its statements is true (`id`), and the points its answers then count, in order."""

    id: str
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Items that are answered alike: ids in the order asked, the range of the answer (inclusive) and its step.

    `allowed`, where given, are the only answers. `branches`, where given, are the ways one item is answered: the person first says which
    statement is true and then picks an answer of that branch, so that equal points of two branches are never one answer. `recode` turns
    an answer into what is scored. `optional` items may be missing from the end of a list of answers: the instrument has them only if the
    person uses them.
    """

    group: str
    ids: tuple[str, ...]
    low: float
    high: float
    step: float
    allowed: tuple[float, ...]
    recode: tuple[Recode, ...]
    optional: tuple[str, ...]
    branches: tuple[Branch, ...] = ()

    def branch(self, name: str) -> Branch | None:
        """A branch by id, if there is one of that name."""
        return next((each for each in self.branches if each.id == name), None)

    def takes(self, answer: float) -> bool:
        """Whether this is an answer to one of these items."""
        if self.allowed:
            return answer in self.allowed
        steps = (answer - self.low) / self.step
        return self.low <= answer <= self.high and steps == int(steps)

    def scored(self, answer: float) -> float:
        """What an answer counts as."""
        return next((rule.value for rule in self.recode if rule.low <= answer <= rule.high), answer)

    @property
    def least_scored(self) -> float:
        """The smallest figure an answer can count as."""
        return min((rule.value for rule in self.recode), default=self.low)

    @property
    def most_scored(self) -> float:
        """The largest figure an answer can count as."""
        return max((rule.value for rule in self.recode), default=self.high)


@dataclass(frozen=True, slots=True)
class Change:
    """A change that matters: `points` up or down (or `percent` of the value before), for whom, by which paper. Group figures."""

    points: float
    percent: float
    what: str
    source: str


@dataclass(frozen=True, slots=True)
class Score:
    """One figure made of items, or of other scores (`of`).

    `least` is the smallest number of answered members a score is given for. A `sum` with members missing counts each as the mean of
    the others. `mean` and `sum` are then `intercept + slope * x / divisor`; `table` looks the sum up, its first entry being the lowest sum.
    `decimals` rounds half up; a score that others are made of is rounded before only when `rounded_first`. `alert` is the change for
    the worse, in points, from which staff are told the same day; 0 tells nobody.
    """

    id: str
    method: Method
    items: tuple[str, ...]
    of: tuple[str, ...]
    least: int
    intercept: float
    slope: float
    divisor: float
    table: tuple[float, ...]
    decimals: int
    rounded_first: bool
    low: float
    high: float
    direction: Direction
    changes: tuple[Change, ...]
    alert: float


@dataclass(frozen=True, slots=True)
class Slot:
    """The licensed wording in one language: the text of each item by id, and the labels of each item's answers in order.

    `own` are the items whose labels are given for themselves; the others take those of their group. A branch of an item stands among
    both as an item would: its question, and its labels; the labels of the item itself are the statements that choose the branch.
    """

    language: str
    items: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One instrument. `names` are other names it goes by; `main` is the score that is told first.

    `version` is the instrument's, stored with every answer; `scorer` rises when our scoring of it changes. `alike` are the items of a
    group whose answers are published in the same words; the items of a group that stand in none are alike among themselves.
    """

    id: str
    title: str
    names: tuple[str, ...]
    version: str
    scorer: int
    recall: str
    delivery: Delivery
    wording: Wording
    licence: str
    licence_ref: str
    source: str
    groups: tuple[Items, ...]
    scores: tuple[Score, ...]
    main: str
    alike: tuple[tuple[str, ...], ...]
    slots: tuple[Slot, ...]

    @property
    def compared(self) -> tuple[Score, ...]:
        """The scores that get better or worse, in order: each is shown and compared by its own name and threshold."""
        return tuple(score for score in self.scores if score.direction != "none")

    @property
    def item_ids(self) -> tuple[str, ...]:
        """All items in the order asked."""
        return tuple(item for group in self.groups for item in group.ids)

    @property
    def needed(self) -> int:
        """How many answers a list must hold at least."""
        return len(self.item_ids) - sum(len(group.optional) for group in self.groups)

    def group_of(self, item: str) -> Items:
        """The group an item stands in. Raises `KeyError`."""
        for group in self.groups:
            if item in group.ids:
                return group
        raise KeyError(item)

    def score(self, name: str) -> Score:
        """A score by id. Raises `KeyError`."""
        return {score.id: score for score in self.scores}[name]

    def wanting(self, language: str = "") -> tuple[str, ...]:
        """What keeps the instrument off, by name; empty when it may be used (in `language`, or in any)."""
        if self.wording == "ours":
            return ()
        held = [slot.language for slot in self.slots]
        found = [] if self.licence_ref else ["licence_ref: empty: no licence is on record"]
        if not held:
            found.append("wording: no licensed wording in any language")
        elif language and language not in held:
            found.append(f"wording: no licensed wording in {language}")
        return (*found, *(fault for slot in self.slots if language in {"", slot.language} for fault in self._lumped(slot)))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be asked in; our own wording stands in every one."""
        if self.wording == "ours":
            return LANGUAGES
        return tuple(slot.language for slot in self.slots if not self.wanting(slot.language))

    def _lumped(self, slot: Slot) -> Iterator[str]:
        """The items given one list of labels between them though their answers are published in different words."""
        for group in self.groups:
            shared = [item for item in group.ids if item not in slot.own]
            if len({self._words(item) for item in shared}) > 1:
                where = f"{slot.language}: answers: {group.group}"
                yield f"{where}: one list for {', '.join(shared)}, whose published answers differ: give each its own"

    def _words(self, item: str) -> int:
        """Which of the published lists of answers an item has."""
        return next((place for place, items in enumerate(self.alike) if item in items), -1)
