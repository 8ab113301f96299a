"""The screening, one step per row of `contraindications.toml` and per follow-up: the data is the declaration.

Hard items are asked one by one; the rest share a question that lists them. "Not sure" is never "no".
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flows.protocol import load
from flows.protocol.contraindication import Applies, Contraindication, Group
from flows.protocol.questions import Question
from flows.steps import ALONE, ALWAYS, Asks, Condition, Fact, Stage, Step


def row_fact(row_id: str) -> Fact:
    """The fact that holds what was answered to a row: `yes`, `no`, `unsure` or another of its options."""
    return Fact(f"row:{row_id}")


def _applies(applies: Applies) -> Condition:
    wanted = ALWAYS
    if applies.age_min > 0:
        wanted = wanted & Fact("age").at_least(applies.age_min)
    if applies.age_max < Applies().age_max:
        wanted = wanted & Fact("age").below(applies.age_max + 1)
    if applies.subject:
        wanted = wanted & Fact("who").equals(applies.subject)
    if applies.indications:
        named = [Fact("indications").contains(indication) for indication in applies.indications]
        wanted = wanted & Condition(some=tuple(named))
    for row, answer in applies.unless:
        wanted = wanted & ~row_fact(row).equals(answer)
    return wanted


def _follow_up(row: Contraindication, question: Question) -> Step:
    readers = {"text": "free_text", "date": "date", "yes_no": "choice_of", "choice": "choice_of", "medicines": "medicines"}
    kind = "percent_hba1c" if question.id == "hba1c" else readers.get(question.kind, "number")
    options = ("yes", "no", "unsure") if question.kind == "yes_no" else question.options
    asks = Asks(
        kind,
        options=options,
        multi=question.multi,
        alone=tuple(option for option in options if option in ALONE),
        skippable="unsure" not in options,
        context={"past": "past_event", "future": "future_event"}.get(question.when, ""),
    )
    return Step(f"screening.{row.id}.{question.id}", asks, when=row_fact(row.id).equals(row.flagged_by))


def _single(row: Contraindication) -> tuple[Step, ...]:
    asked = Step(f"screening.{row.id}", Asks("choice_of", options=row.options), when=_applies(row.applies))
    return asked, *(_follow_up(row, question) for question in row.follow_ups)


def _grouped(group: Group, rows: tuple[Contraindication, ...]) -> tuple[Step, ...]:
    options = (*(row.id for row in rows), "none", "unsure")
    asked = Step(f"screening.{group.id}", Asks("choice_of", options=options, multi=True, alone=("none", "unsure")))
    return asked, *(_follow_up(row, question) for row in rows for question in row.follow_ups)


def _steps() -> tuple[Step, ...]:
    protocol = load()
    entries: list[tuple[int, tuple[Step, ...]]] = [(row.order, _single(row)) for row in protocol.contraindications if row.ask == "single"]
    for group in protocol.groups:
        rows = tuple(row for row in protocol.contraindications if row.group == group.id)
        entries.append((group.order, _grouped(group, rows)))
    return tuple(step for _, steps in sorted(entries, key=lambda entry: entry[0]) for step in steps)


SCREENING: Final = Stage("screening", _steps())
PARENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        f"screening.{row.id}.{question.id}": f"screening.{row.id if row.ask == 'single' else row.group}"
        for row in load().contraindications
        for question in row.follow_ups
        if row.ask != "never"
    }
)
"""Which question each follow-up hangs on: without it "when was that?" is about nothing."""
