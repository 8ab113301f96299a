"""An instrument as data: its items, how they are scored, which way is better, what counts as a change, whose licence it needs.

Reads a table it is given; holds no wording of its own. Where an instrument's wording belongs to somebody, the file ships with empty
slots, and the instrument stays off until a licence reference and the licensed wording are filled in. Scores are made in `flows.scoring`.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from flows.protocol.fields import Table, repeated

Direction: TypeAlias = Literal["higher_better", "lower_better", "none"]
Delivery: TypeAlias = Literal["chat", "form"]
Wording: TypeAlias = Literal["ours", "licensed"]
Method: TypeAlias = Literal["value", "mean", "sum", "table", "digits"]

DIRECTIONS: Final[tuple[Direction, ...]] = ("higher_better", "lower_better", "none")
DELIVERIES: Final[tuple[Delivery, ...]] = ("chat", "form")
WORDINGS: Final[tuple[Wording, ...]] = ("ours", "licensed")
METHODS: Final[tuple[Method, ...]] = ("value", "mean", "sum", "table", "digits")
LANGUAGES: Final = ("es", "en", "pt", "fr")
MOST_IN_CHAT: Final = 12
"""Items a person may be asked for in a chat; a longer instrument goes to a form."""


@dataclass(frozen=True, slots=True)
class Recode:
    """An answer from `low` to `high` (inclusive) counts as `value` in a score."""

    low: float
    high: float
    value: float


@dataclass(frozen=True, slots=True)
class Items:
    """Items that are answered alike: ids in the order asked, the range of the answer (inclusive) and its step.

    `allowed`, where given, are the only answers. `recode` turns an answer into what is scored. `optional` items may be missing from
    the end of a list of answers: the instrument has them only if the person uses them.
    """

    group: str
    ids: tuple[str, ...]
    low: float
    high: float
    step: float
    allowed: tuple[float, ...]
    recode: tuple[Recode, ...]
    optional: tuple[str, ...]

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
    """The licensed wording in one language: the text of each item by id, and the labels of each group's answers in order."""

    language: str
    items: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One instrument. `names` are other names it goes by; `main` is the score that is shown and compared.

    `version` is the instrument's, stored with every answer; `scorer` rises when our scoring of it changes.
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
    slots: tuple[Slot, ...]

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
        return tuple(found)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be asked in; our own wording stands in every one."""
        return LANGUAGES if self.wording == "ours" else tuple(slot.language for slot in self.slots) if self.licence_ref else ()


def read_measure(table: Table) -> Measure:
    """Read one instrument; every fault of form is written down."""
    groups = tuple(map(_read_items, table.tables("items")))
    wording = table.choice("wording", WORDINGS)
    measure = Measure(
        id=table.text("id"),
        title=table.text("title"),
        names=table.words("names"),
        version=table.text("version"),
        scorer=table.whole("scorer"),
        recall=table.text("recall"),
        delivery=table.choice("delivery", DELIVERIES),
        wording=wording,
        licence=table.text("licence"),
        licence_ref=_may_be_empty(table, "licence_ref") if wording == "licensed" else "",
        source=table.text("source"),
        groups=groups,
        scores=tuple(map(_read_score, table.tables("score"))),
        main=table.text("main"),
        slots=_read_slots(table, groups),
    )
    _check(measure, table)
    table.finish()
    return measure


def _may_be_empty(table: Table, key: str) -> str:
    """Words that may be blank: a slot to be filled in."""
    if not table.has(key):
        table.fault(key, "missing")
        return ""
    return table.slot(key)


def _read_items(table: Table) -> Items:
    step = table.number("step", 1.0)
    recode = []
    for rule in table.tables("recode"):
        recode.append(Recode(rule.number("low"), rule.number("high"), rule.number("value")))
        rule.finish()
    items = Items(
        group=table.text("id"),
        ids=table.words("ids", required=True),
        low=table.number("low"),
        high=table.number("high"),
        step=step,
        allowed=table.numbers("allowed"),
        recode=tuple(recode),
        optional=table.words("optional"),
    )
    if items.low >= items.high:
        table.fault("low", "must lie below high")
    if step <= 0:
        table.fault("step", "must be above 0")
    if any(not items.low <= number <= items.high for number in items.allowed):
        table.fault("allowed", "holds an answer outside the range")
    if items.optional != items.ids[len(items.ids) - len(items.optional) :]:
        table.fault("optional", "must be the last of ids")
    table.finish()
    return items


def _read_score(table: Table) -> Score:
    items, of = table.words("items"), table.words("of")
    method = table.choice("method", METHODS)
    changes = []
    for each in table.tables("change"):
        changes.append(Change(each.number("points", 0.0), each.number("percent", 0.0), each.text("what"), each.text("source")))
        each.finish()
    score = Score(
        id=table.text("id"),
        method=method,
        items=items,
        of=of,
        least=table.whole("least", len(items) or len(of)),
        intercept=table.number("intercept", 0.0),
        slope=table.number("slope", 1.0),
        divisor=table.number("divisor", 1.0),
        table=table.numbers("table"),
        decimals=table.whole("decimals", 2),
        rounded_first=table.truth("rounded_first", default=False),
        low=table.number("low"),
        high=table.number("high"),
        direction=table.choice("direction", DIRECTIONS),
        changes=tuple(changes),
        alert=table.number("alert", 0.0),
    )
    _check_score(score, table)
    table.finish()
    return score


def _check_score(score: Score, table: Table) -> None:
    members, looked_up = score.items or score.of, score.method == "table"
    falling = all(one > other for one, other in pairwise(score.table))
    rising = all(one < other for one, other in pairwise(score.table))
    promises = (
        (bool(score.items) != bool(score.of), "items", "a score is made of items or of other scores, of one of them"),
        (1 <= score.least <= max(len(members), 1), "least", f"must lie between 1 and {len(members)}"),
        (looked_up == bool(score.table), "table", "belongs to the method table, and is needed there"),
        (not looked_up or score.least == len(members), "least", "a table needs every member"),
        (score.method != "value" or len(members) == 1, "items", "a value is of one item"),
        (falling or rising, "table", "must rise or fall throughout"),
        (score.method == "digits" or score.low < score.high, "low", "must lie below high"),
        (score.divisor > 0, "divisor", "must be above 0"),
        (not score.alert or score.direction != "none", "alert", "needs a direction"),
    )
    for kept, key, what in promises:
        if not kept:
            table.fault(key, what)


def _read_slots(table: Table, groups: tuple[Items, ...]) -> tuple[Slot, ...]:
    """Wording by language. A language that is there at all must be whole: half an instrument is none."""
    slots = []
    for language in LANGUAGES:
        inner = table.table(language)
        if inner.empty:
            continue
        texts, answers = inner.table("items"), inner.table("answers")
        wording = tuple((item, texts.text(item)) for group in groups for item in group.ids)
        labels = tuple((group.group, answers.words(group.group, required=True)) for group in groups)
        for group, (_, given) in zip(groups, labels, strict=True):
            _check_labels(group, given, answers)
        slots.append(Slot(language, wording, labels))
        for each in (texts, answers, inner):
            each.finish()
    return tuple(slots)


def _check_labels(group: Items, labels: tuple[str, ...], table: Table) -> None:
    """Graded answers need a label each; a scale of numbers needs words for its two ends."""
    graded = len(group.allowed) or int((group.high - group.low) / group.step) + 1
    if len(labels) not in {2, graded}:
        table.fault(group.group, f"needs {graded} labels, or 2 for the ends of a scale of numbers; has {len(labels)}")


def _check(measure: Measure, table: Table) -> None:
    items, scores = measure.item_ids, tuple(score.id for score in measure.scores)
    for name in repeated(items):
        table.fault("items", f"{name} stands twice")
    for name in repeated(scores):
        table.fault("score", f"{name} stands twice")
    if measure.main not in scores:
        table.fault("main", f"there is no score {measure.main!r}")
    for place, score in enumerate(measure.scores):
        for name in (*(each for each in score.items if each not in items), *(each for each in score.of if each not in scores[:place])):
            table.fault(f"score {score.id}", f"{name!r} is no item, nor a score above it")
        _check_table(measure, score, table)
    if measure.delivery == "chat" and len(items) > MOST_IN_CHAT:
        table.fault("delivery", f"{len(items)} items are too many for a chat, at most {MOST_IN_CHAT}")
    if measure.wording == "ours" and measure.slots:
        table.fault("wording", "our own wording stands in the catalogue of messages, not here")


def _check_table(measure: Measure, score: Score, table: Table) -> None:
    if not score.table or any(item not in measure.item_ids for item in score.items):
        return
    groups = [measure.group_of(item) for item in score.items]
    span = sum(group.most_scored - group.least_scored for group in groups)
    if len(score.table) != span + 1:
        table.fault(f"score {score.id}", f"the table has {len(score.table)} entries, the sum takes {span + 1:g} values")
