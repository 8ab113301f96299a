"""Facts about the person who would receive the cells: sleep, movement, weight and the like. Pure data; nothing is scored."""

from dataclasses import dataclass

from flows.protocol.fields import Table
from flows.protocol.questions import Question, read_question


@dataclass(frozen=True, slots=True)
class HostFactor:
    """One factor. `asked`: in the chat, always skippable; otherwise left to the physician's own interview."""

    id: str
    order: int
    asked: bool
    why: str
    question: Question
    skippable: bool = True


def read_host_factor(table: Table) -> HostFactor:
    """Read one factor and its question."""
    factor = HostFactor(
        id=table.text("id"),
        order=table.whole("order"),
        asked=table.truth("asked"),
        why=table.text("why"),
        question=read_question(table.table("question")),
    )
    if factor.question.id != factor.id:
        table.fault("question", "must carry the factor's own id")
    table.finish()
    return factor
