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
    Aside("emerging_therapy:", "aside-therapy", flag="emerging_therapy:"),
    Aside("safety_question", "aside-safety"),
    Aside("evidence_question", "aside-evidence"),
    Aside("location_question", "aside-location"),
    Aside("appointment_question", "aside-appointment"),
    Aside("insult", "aside-insult"),
    Aside("link", "aside-link"),
    Aside("help", "aside-help"),
    Aside("thanks", "aside-thanks"),
)
"""In the order in which they are answered when one message holds several; at most the first two are said."""

MOST_SAID: Final = 2


def found(labels: frozenset[str]) -> tuple[tuple[Aside, str], ...]:
    """The asides a set of labels asks for, each with the label that asked."""
    return tuple((aside, label) for aside in ASIDES for label in sorted(labels) if matches(aside.label, label))


def matches(pattern: str, label: str) -> bool:
    """Whether a label is the one named, or stands under the prefix named."""
    return label.startswith(pattern) if pattern.endswith(":") else label == pattern
