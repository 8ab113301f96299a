"""What the conversation answers beside its questions, at any time: the reading of a message -> a text, a flag, a ticket.

A table and its walk. An aside never moves the conversation; the open question is asked again after it, the same at the fifth
request as at the first.
"""

from dataclasses import dataclass
from typing import Final

from flows.effects import TicketKind
from flows.session import Severity


@dataclass(frozen=True, slots=True)
class Aside:
    """One answer: `label` as `messages.understanding` names it (a trailing `:` matches every id under it), `key` the text said.

    `flag` is raised once asked `flag_from` times; `ticket` opens a task for staff each time.
    """

    label: str
    key: str
    flag: str = ""
    severity: Severity = "info"
    flag_from: int = 1
    ticket: TicketKind | None = None


ASIDES: Final = (
    Aside("delete_data", "aside-delete", ticket="delete_data"),
    Aside("privacy_request", "aside-privacy", ticket="privacy_request"),
    Aside("complaint", "aside-complaint", flag="complaint", ticket="complaint"),
    Aside("price_question", "aside-price", flag="price_pressure", severity="caution", flag_from=3),
    Aside("cure_question", "aside-cure", flag="cure_expectation", severity="caution"),
    Aside("prompt_injection", "aside-rules"),
    Aside("cue:desperation", "aside-hope", flag="desperation", severity="caution"),
    Aside("cue:financial_distress", "aside-hope", flag="financial_distress", severity="caution"),
    Aside("emerging_therapy:", "therapy", flag="emerging_therapy:"),
    Aside("safety_question", "topic-safety"),
    Aside("evidence_question", "topic-evidence"),
    Aside("location_question", "topic-clinic"),
    Aside("appointment_question", "topic-visit"),
    Aside("bot_question", "aside-bot"),
    Aside("insult", "aside-insult"),
    Aside("link", "aside-link"),
    Aside("help", "aside-help"),
    Aside("thanks", "aside-thanks"),
)
"""In the order in which they are answered when one message holds several; at most the first two are said."""

TOPICS: Final = ("how", "evidence", "safety", "price", "promise", "acceptance", "visit", "follow_up", "research", "clinic")
"""What seekers ask for at any time, offered with the help text: `topic-<id>` is the answer, `topic-<id>.line` its name in the list.
At most ten: a WhatsApp list has ten rows."""

MOST_SAID: Final = 2


def found(labels: frozenset[str]) -> tuple[tuple[Aside, str], ...]:
    """The asides a set of labels asks for, each with the label that asked."""
    return tuple((aside, label) for aside in ASIDES for label in sorted(labels) if matches(aside.label, label))


def key_of(aside: Aside, label: str) -> str:
    """The text an aside says: for a label of a kind (`emerging_therapy:nad`) the one of that id (`therapy-nad`)."""
    return f"{aside.key}-{label.removeprefix(aside.label)}" if aside.label.endswith(":") else aside.key


def matches(pattern: str, label: str) -> bool:
    """Whether a label is the one named, or stands under the prefix named."""
    return label.startswith(pattern) if pattern.endswith(":") else label == pattern
