"""The second reader of the guard: how like a text is to what people collected that must not leave, and to what may.

Knows how alike is too alike, and which rule such a text breaks most; must not know words. It adds findings, it never takes one back: a
text of ours in which somebody's variable makes a promise is very like an honest one.
"""

from typing import Final

from messages.classifier import LONGEST, Compared, Likeness
from messages.guard.characters import fold, offsets
from messages.guard.engine import RULES, Hit, engine

MODEL: Final = "guard"
VIOLATION: Final = "violation"
STOPPED: Final = 1.0
"""Above this a text in which no rule found anything is stopped all the same. Chosen on texts of authors who saw neither rules nor
weights; `python -m benchmarks.blind` prints what it does."""


def second_look(text: str) -> list[Hit]:
    """The sentences most like what must not leave, under the rule they most likely break; nothing when the text is not alike enough.

    Reads the first `LONGEST` characters: a longer text cannot be sent.
    """
    read = text[:LONGEST]
    as_written, together = _readings(read)
    found = max((as_written, together) if together else (as_written,), key=_violation)
    if _violation(found) <= STOPPED:
        return []
    rule = max(RULES, key=lambda one: found.like(one).score)
    return [Hit(rule, *_place(read, found.like(VIOLATION)))] if found is as_written else [Hit(rule, 0, len(read))]


def likeness(text: str) -> float:
    """How like a text is to what must not leave: a number without unit, zero is neither."""
    return max(_violation(reading) for reading in _readings(text[:LONGEST]) if reading is not None)


def _readings(text: str) -> tuple[Compared, Compared | None]:
    """The text as a reader sees it, and with letters set apart put together, when there are any."""
    folded = fold(text)
    together = engine().put_together(folded)
    return Compared(MODEL, folded), None if together is None else Compared(MODEL, together)


def _violation(reading: Compared) -> float:
    return reading.like(VIOLATION).score


def _place(text: str, found: Likeness) -> tuple[int, int]:
    if found.end == 0:
        return 0, len(text)
    places = offsets(text, found.end)
    return places[found.start], places[found.end - 1] + 1
