"""One measure file read: every fault of form is written down by name.

Reads a table it is given; must not know where it came from, nor what a score is used for.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from flows.protocol.fields import Table, repeated
from flows.protocol.measure import DELIVERIES, DIRECTIONS, LANGUAGES, METHODS, WORDINGS, Branch, Change, Items, Measure, Recode, Score, Slot

MOST_IN_CHAT: Final = 12
"""Items a person may be asked for in a chat; a longer instrument goes to a form."""


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
        alike=_read_alike(table, groups),
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
    branches = []
    for each in table.tables("branch"):
        branches.append(Branch(each.text("id"), each.numbers("points")))
        each.finish()
    points = tuple(sorted({point for branch in branches for point in branch.points}))
    items = Items(
        group=table.text("id"),
        ids=table.words("ids", required=True),
        low=table.number("low"),
        high=table.number("high"),
        step=step,
        allowed=points or table.numbers("allowed"),
        recode=tuple(recode),
        optional=table.words("optional"),
        branches=tuple(branches),
    )
    if branches and (len(items.ids) != 1 or not all(branch.points for branch in branches)):
        table.fault("branch", "belongs to a single item, and each needs its points")
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


def _read_alike(table: Table, groups: tuple[Items, ...]) -> tuple[tuple[str, ...], ...]:
    """Lists of items, each list within one group."""
    alike = tuple(tuple(words.split()) for words in table.words("alike"))
    for items in alike:
        if not any(set(items) <= set(group.ids) for group in groups):
            table.fault("alike", f"{' '.join(items)}: are not items of one group")
    for name in repeated(tuple(item for items in alike for item in items)):
        table.fault("alike", f"{name} stands twice")
    return alike


def _read_slots(table: Table, groups: tuple[Items, ...]) -> tuple[Slot, ...]:
    """Wording by language. A language that is there at all must be whole: half an instrument is none."""
    slots = []
    for language in LANGUAGES:
        inner = table.table(language)
        if inner.empty:
            continue
        texts, answers = inner.table("items"), inner.table("answers")
        wording = tuple((item, texts.text(item)) for group in groups for item in _asked(group))
        own: dict[str, tuple[str, ...]] = {}
        labels = tuple(label for group in groups for label in _read_labels(answers, group, own))
        slots.append(Slot(language, wording, labels, tuple(own)))
        for each in (texts, answers, inner):
            each.finish()
    return tuple(slots)


def _asked(group: Items) -> tuple[str, ...]:
    """Whatever has a question of its own: the items, and then the branches of a group that has them."""
    return (*group.ids, *(branch.id for branch in group.branches))


def _read_labels(answers: Table, group: Items, own: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The labels of each item of a group: its own, put down in `own`, or else the group's, which may be absent when no item needs them.

    Where a group is named after one of its items, the group's list is that item's as well.
    """
    mine = [item for item in group.ids if item != group.group and answers.has(item)]
    own |= {item: _read_list(answers, item, group) for item in mine}
    needed = answers.has(group.group) or len(mine) < len(group.ids)
    shared = _read_list(answers, group.group, group) if needed else ()
    yield from ((item, own.get(item, shared)) for item in group.ids)
    yield from ((branch.id, _counted(answers, branch.id, len(branch.points))) for branch in group.branches)


def _counted(answers: Table, name: str, wanted: int) -> tuple[str, ...]:
    labels = answers.words(name, required=True)
    if len(labels) != wanted:
        answers.fault(name, f"needs {wanted} labels, has {len(labels)}")
    return labels


def _read_list(answers: Table, name: str, group: Items) -> tuple[str, ...]:
    if group.branches:
        return _counted(answers, name, len(group.branches))
    labels = answers.words(name, required=True)
    _check_labels(name, group, labels, answers)
    return labels


def _check_labels(name: str, group: Items, labels: tuple[str, ...], table: Table) -> None:
    """Graded answers need a label each; a scale of numbers needs words for its two ends."""
    graded = len(group.allowed) or int((group.high - group.low) / group.step) + 1
    if len(labels) not in {2, graded}:
        table.fault(name, f"needs {graded} labels, or 2 for the ends of a scale of numbers; has {len(labels)}")


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
