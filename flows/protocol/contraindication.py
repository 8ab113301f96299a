"""What a screening row is: its question, follow-ups, and which answers weigh how much. Pure data; the weighing is in `severity`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from flows.protocol.fields import Table, repeated
from flows.protocol.questions import Question, read_question
from flows.session import Severity

CheckKind: TypeAlias = Literal["unknown", "one_of", "only", "above", "below", "months_below"]
RowPriority: TypeAlias = Literal["routine", "urgent"]
RowTicket: TypeAlias = Literal["", "same_day_call"]

SEVERITIES: Final[tuple[Severity, ...]] = ("hard", "caution", "info")
UNSURE: Final[tuple[Severity, ...]] = ("hard", "caution")
CHECKS: Final[tuple[CheckKind, ...]] = ("unknown", "one_of", "only", "above", "below", "months_below")
PRIORITIES: Final[tuple[RowPriority, ...]] = ("routine", "urgent")
TICKETS: Final[tuple[RowTicket, ...]] = ("", "same_day_call")
YES_NO_UNSURE: Final = ("yes", "no", "unsure")
MOST_FOLLOW_UPS: Final = 3
"""Each follow-up is a turn of the chat; more than three would turn screening into an examination."""


@dataclass(frozen=True, slots=True)
class Check:
    """A test on one fact. `fact` is a follow-up's id, or a fact the row declares in `heard`.

    `unknown`: unanswered, unsure or implausible. `one_of`: any chosen value is listed. `only`: all chosen values are listed.
    `above`, `below`: strictly, in the fact's unit. `months_below`: fewer whole months than `limit` have passed since the date;
    a month or year without a day is read as its last day, so doubt always counts as more recent.
    """

    fact: str
    test: CheckKind
    values: tuple[str, ...] = ()
    limit: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """If the check holds, the row weighs this much. The first rule that holds decides."""

    check: Check
    severity: Severity


@dataclass(frozen=True, slots=True)
class Applies:
    """Who is asked: ages in years, inclusive; `subject` is `self`, `other` or empty for both; `unless` names an earlier answer."""

    age_min: int = 0
    age_max: int = 150
    subject: str = ""
    indications: tuple[str, ...] = ()
    unless: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Contraindication:
    """One row of the screening, a draft until the clinic's physicians sign it.

    `ask`: `single`, `group:<id>`, or `never` (only heard in free text, or derived from another step).
    `severity_yes`: weight of the flag when no rule holds. `severity_unsure`: for "not sure", "rather not say" and silence.
    `flagged_by`: the answer that raises the flag; "no" only where "yes" is the reassuring answer.
    `flag_ids`: the flags raised, as the packet shows them. `asks` is English for the reviewing physician.
    `derived`: how the answer follows from a fact of another step, for rows that nobody is asked.
    """

    id: str
    order: int
    ask: str
    asks: str
    severity_yes: Severity
    severity_unsure: Severity
    flag_ids: tuple[str, ...]
    source: str
    note: str = ""
    options: tuple[str, ...] = YES_NO_UNSURE
    flagged_by: str = "yes"
    applies: Applies = Applies()
    follow_ups: tuple[Question, ...] = ()
    rules: tuple[Rule, ...] = ()
    heard: tuple[str, ...] = ()
    derived: Check | None = None
    priority: RowPriority = "routine"
    ticket: RowTicket = ""

    @property
    def group(self) -> str:
        """Id of the group that asks this row, empty when it is asked alone or never."""
        return self.ask.removeprefix("group:") if self.ask.startswith("group:") else ""

    def follow_up(self, name: str) -> Question | None:
        """The follow-up of that id, if the row has it."""
        return next((question for question in self.follow_ups if question.id == name), None)


@dataclass(frozen=True, slots=True)
class Group:
    """One multiple-choice question for several rows; it also offers "none of these" and "not sure", which marks every row unsure."""

    id: str
    order: int
    asks: str


def read_group(table: Table) -> Group:
    """Read one group question."""
    group = Group(table.text("id"), table.whole("order"), table.text("asks"))
    table.finish()
    return group


def read_contraindication(table: Table, settings: Mapping[str, float]) -> Contraindication:
    """Read one row; limits named by `setting` are looked up in `settings`, so each figure stands in one place."""
    row = Contraindication(
        id=table.text("id"),
        order=table.whole("order"),
        ask=table.text("ask"),
        asks=table.text("asks"),
        severity_yes=table.choice("severity_yes", SEVERITIES),
        severity_unsure=table.choice("severity_unsure", UNSURE),
        flag_ids=table.words("flag_ids", required=True),
        source=table.text("source"),
        note=table.text("note", ""),
        options=table.words("options") or YES_NO_UNSURE,
        flagged_by=table.choice("flagged_by", ("yes", "no"), "yes"),
        applies=_read_applies(table.table("applies")),
        follow_ups=tuple(read_question(each) for each in table.tables("follow_ups")),
        rules=tuple(_read_rule(each, settings) for each in table.tables("rules")),
        heard=table.words("heard"),
        derived=_read_check(table.table("derived"), settings) if table.has("derived") else None,
        priority=table.choice("priority", PRIORITIES, "routine"),
        ticket=table.choice("ticket", TICKETS, ""),
    )
    table.finish()
    _check_row(row, table)
    return row


def _read_applies(table: Table) -> Applies:
    unless = table.table("unless")
    pair = ((unless.text("row"), unless.text("answer")),) if unless.has("row") else ()
    unless.finish()
    applies = Applies(
        age_min=table.whole("age_min", 0),
        age_max=table.whole("age_max", 150),
        subject=table.choice("subject", ("", "self", "other"), ""),
        indications=table.words("indications"),
        unless=pair,
    )
    if applies.age_min > applies.age_max:
        table.fault("age_min", "lies above age_max")
    table.finish()
    return applies


def _read_rule(table: Table, settings: Mapping[str, float]) -> Rule:
    severity = table.choice("severity", SEVERITIES)
    return Rule(_read_check(table, settings), severity)


def _read_check(table: Table, settings: Mapping[str, float]) -> Check:
    kind = table.choice("test", CHECKS)
    fact = table.text("fact")
    values = table.words("values", required=kind in ("one_of", "only"))
    limit = _read_limit(table, settings) if kind in ("above", "below", "months_below") else 0.0
    table.finish()
    return Check(fact, kind, values, limit)


def _read_limit(table: Table, settings: Mapping[str, float]) -> float:
    if not table.has("setting"):
        return table.number("limit")
    name = table.text("setting")
    if name not in settings:
        table.fault("setting", f"{name!r} is not in protocol.toml")
    return settings.get(name, 0.0)


def _check_row(row: Contraindication, table: Table) -> None:
    if row.ask not in ("single", "never") and not row.group:
        table.fault("ask", f"{row.ask!r} is none of single, group:<id>, never")
    if row.ask == "never" and row.applies != Applies():
        table.fault("applies", "a row that is never asked applies to nobody")
    if row.severity_yes == "hard" and row.severity_unsure != "hard":
        table.fault("severity_unsure", "not knowing a hard item is hard")
    if len(row.follow_ups) > MOST_FOLLOW_UPS:
        table.fault("follow_ups", f"more than {MOST_FOLLOW_UPS}")
    for name in repeated(tuple(question.id for question in row.follow_ups) + row.heard):
        table.fault("follow_ups", f"{name!r} stands twice")
    for rule in row.rules:
        _check_rule(row, rule, table)


def _check_rule(row: Contraindication, rule: Rule, table: Table) -> None:
    question, fact = row.follow_up(rule.check.fact), rule.check.fact
    if question is None:
        if fact not in row.heard:
            table.fault("rules", f"{fact!r} is neither a follow-up nor heard")
        return
    options = ("yes", "no") if question.kind == "yes_no" else question.options
    for word in rule.check.values:
        if options and word not in options:
            table.fault("rules", f"{word!r} is no option of {fact!r}")
    weighs_more = SEVERITIES.index(rule.severity) < SEVERITIES.index(row.severity_yes)
    guarded = any(other.check == Check(fact, "unknown") and other.severity == rule.severity for other in row.rules)
    if weighs_more and not guarded:
        table.fault("rules", f"{fact!r} can weigh {rule.severity}, but nothing says so for an unknown {fact!r}")
