"""The shape of what was understood: labels with the patient's own words that gave them.

Knows no words of any language and no rule; a label raises something, it never clears anything.
"""

from dataclasses import dataclass
from typing import Final

INTERNAL: Final = frozenset({"pause", "resume", "why", "change", "language", "prompt_injection", "insult", "link", "bot_question"})
"""Labels the conversation uses that are no part of the published contract; so are all `cue:` and `ambiguous:` ids."""


@dataclass(frozen=True, slots=True)
class Label:
    """One thing understood. `quote` is `text[start:end]` (character offsets), `kind` says which danger for an emergency."""

    id: str
    quote: str
    start: int
    end: int
    kind: str = ""

    @property
    def published(self) -> bool:
        """Whether the label's id stands in the contract (`python -m bot understand message` prints only those)."""
        return self.id not in INTERNAL and not self.id.startswith(("cue:", "ambiguous:"))


@dataclass(frozen=True, slots=True)
class Reading:
    """All labels of one message, in the order in which the words stand."""

    labels: tuple[Label, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all labels, without their places."""
        return frozenset(label.id for label in self.labels)

    def has(self, label_id: str) -> bool:
        """Whether a label with exactly this id was read."""
        return any(label.id == label_id for label in self.labels)

    def without(self, label_id: str) -> "Reading":
        """The reading with no label of exactly this id."""
        return Reading(tuple(label for label in self.labels if label.id != label_id))

    def first(self, prefix: str) -> Label | None:
        """The first label whose id starts with `prefix` (`indication:`), or None."""
        return next((label for label in self.labels if label.id.startswith(prefix)), None)
