"""The weights, and what a text comes to under them.

Knows the file they lie in; must not know what a head means. A score is a number without unit: the further above zero, the more alike.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from pathlib import Path
from typing import Any, Final
from zlib import decompress

from messages.classifier.features import SIZE, names, place, spans, windows

FOLDER: Final = Path(__file__).with_name("weights")
LONGEST: Final = 4096
"""Characters that are read: no channel carries a longer message (channels.md 1.4, 2.3); the rules read all of any text."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a text is, and the sentences of it that are most: `text[start:end]`."""

    score: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """One kind of text: a weight for every place, in steps of `step`."""

    weights: memoryview
    step: float
    bias: float

    def score(self, places: frozenset[int]) -> float:
        """What these features come to together."""
        return self.bias + self.step * sum(map(self.weights.__getitem__, places)) / sqrt(len(places) + 1)


class Compared:
    """A text, cut once, to be held against any head of a model."""

    def __init__(self, model: str, text: str) -> None:
        """Reads the first `LONGEST` characters. Raises FileNotFoundError for a model that was not trained."""
        self._heads, self._parts = load(model), windows(spans(text[:LONGEST]))

    def like(self, name: str) -> Likeness:
        """The text's score under a head: that of the whole, or of the few sentences that are more like the kind.

        Raises KeyError for a head that was not trained.
        """
        head = self._heads[name]
        each = (Likeness(head.score(part.places), part.start, part.end) for part in self._parts)
        return max(each, key=lambda one: one.score, default=Likeness(head.bias, 0, 0))


def telling(model: str, head: str, text: str, most: int = 5) -> list[tuple[str, float]]:
    """The features of a text that weigh most for a head, heaviest first: so that a person can see why."""
    table = load(model)[head]
    weights = {
        name: table.step * table.weights[place(name)] for span in spans(text[:LONGEST]) for name in names(text[span.start : span.end])
    }
    heaviest = sorted(weights.items(), key=lambda one: -one[1])
    return [(name, weight) for name, weight in heaviest[:most] if weight > 0]


def header(model: str) -> dict[str, Any]:
    """What was noted when the weights were learnt: the heads, the rows they were learnt from and their digest."""
    with (FOLDER / f"{model}.weights").open("rb") as file:
        return dict(json.loads(file.readline()))


@lru_cache(maxsize=4)
def load(model: str) -> Mapping[str, Head]:
    """The heads of a model by name, read once. Raises FileNotFoundError for a model that was not trained."""
    told = header(model)
    packed = (FOLDER / f"{model}.weights").read_bytes().split(b"\n", 1)[1]
    table = memoryview(decompress(packed)).cast("b")
    return {head["name"]: Head(table[at * SIZE : (at + 1) * SIZE], head["step"], head["bias"]) for at, head in enumerate(told["heads"])}
