"""The second reader of the guard: how like a text is to what people collected that must not leave, and to what may.

Knows how alike is too alike, and which rule such a text breaks most; must not know words. It adds findings, it never takes one back: a
text of ours in which somebody's variable makes a promise is very like an honest one.
"""

from typing import Final

from messages.classifier import LONGEST, Likeness, likest
from messages.guard.characters import fold, offsets
from messages.guard.engine import RULES, Hit, engine

MODEL: Final = "guard"
VIOLATION: Final = "violation"
STOPPED: Final = 0.2
"""Above this a text in which no rule found anything is stopped all the same. Chosen on texts of authors who saw neither rules nor
weights; `python -m benchmarks.blind` prints what it does."""


def second_look(text: str) -> list[Hit]:
    """The sentences most like what must not leave, under the rule they most likely break; nothing when the text is not alike enough.

    Reads the first `LONGEST` characters: a longer text cannot be sent.
    """
    read = text[:LONGEST]
    score, reading, found = _most(read)
    if score <= STOPPED:
        return []
    rules = likest(MODEL, RULES, reading)
    rule = max(RULES, key=lambda one: rules[one].score)
    return [Hit(rule, *_place(read, reading, found))]


def likeness(text: str) -> float:
    """How like a text is to what must not leave: a number without unit, zero is neither."""
    return _most(text[:LONGEST])[0]


def _most(text: str) -> tuple[float, str, Likeness]:
    """The score of the reading that is most alike: as a reader sees the text, and with letters set apart put together."""
    folded = fold(text)
    together = engine().put_together(folded)
    each = [(reading, likest(MODEL, (VIOLATION,), reading)[VIOLATION]) for reading in (folded, together) if reading is not None]
    reading, found = max(each, key=lambda one: one[1].score)
    return found.score, reading, found


def _place(text: str, reading: str, found: Likeness) -> tuple[int, int]:
    if reading != fold(text) or found.end == 0:
        return 0, len(text)
    places = offsets(text, found.end)
    return places[found.start], places[found.end - 1] + 1
