"""The second reader of the guard: how like a text is to what people collected that must not leave, and to what may.

Knows how alike is too alike, which rule such a text breaks most, and what is so unlike that a word of a rule means something else there;
must not know words.
"""

import re
from collections.abc import Sequence
from typing import Final

from messages.classifier import LONGEST, Compared, Likeness, plain
from messages.guard.characters import fold, offsets
from messages.guard.engine import RULES, Hit, engine

MODEL: Final = "guard"
VIOLATION: Final = "violation"
STOPPED: Final = 1.0
"""Above this a text in which no rule found anything is stopped all the same. Chosen on texts of authors who saw neither rules nor
weights; `python -m benchmarks.blind` prints what it does."""


UNLIKE: Final = -3.0
"""Below this a text is so much like honest ones that a phrase which is not firm is believed to mean something else. Chosen as `STOPPED`
was: of 356 violations by authors who saw neither rules nor weights none lies below it."""
UNLIKE_ALONE: Final = -1.0
"""The same for the sentence of the phrase by itself, since a promise may stand between honest sentences."""
UNLIKE_CLAUSE: Final = 0.0
"""The same for its clause by itself, since it may stand between honest clauses too."""
FEWEST: Final = 6
"""Words of the shortest sentence of which that is believed; fewer tell too little."""
LEAST: Final = 4
"""Words of the shortest text that is looked at a second time. "Perfecto" and "Hasta luego" are like nothing; of all texts collected that
must not leave, none so short was known by its likeness alone."""
_WORD: Final = re.compile(r"[a-z]{2,}")
_SENTENCE: Final = re.compile(r"[^.!?;\n…¿¡:]+")
_CLAUSE: Final = re.compile(r"[^.!?;\n…¿¡:,]+")
_MIXED: Final = re.compile(r"[a-z][0-9*#]|[0-9*#][a-z]")


def believed(text: str, hits: Sequence[Hit]) -> bool:
    """Whether the phrases a rule found mean what the rule says.

    Not where none is firm, none is disguised, and the text, the sentences and the clauses that hold them are much like what may leave.
    """
    if len(text) > LONGEST or any(hit.firm or _disguised(text[hit.start : hit.end]) for hit in hits):
        return True
    if likeness(text) >= UNLIKE:
        return True
    alone = _parts(_SENTENCE, text, hits)
    if any(len(part.split()) < FEWEST or likeness(part) >= UNLIKE_ALONE for part in alone):
        return True
    return any(likeness(part) >= UNLIKE_CLAUSE for part in _parts(_CLAUSE, text, hits))


def _parts(cut: re.Pattern[str], text: str, hits: Sequence[Hit]) -> list[str]:
    """The parts of the text that hold a phrase."""
    return [part.group() for part in cut.finditer(text) if any(hit.start < part.end() and part.start() < hit.end for hit in hits)]


def _disguised(phrase: str) -> bool:
    """Whether a reader sees other letters than are typed."""
    folded = fold(phrase)
    return len(folded) != len(phrase) or _MIXED.search(folded) is not None or _letters(plain(phrase)) != _letters(folded)


def _letters(text: str) -> list[str]:
    return [character for character in text if character.isalpha()]


def second_look(text: str) -> list[Hit]:
    """The sentences most like what must not leave, under the rule they most likely break; nothing when the text is not alike enough.

    Reads the first `LONGEST` characters: a longer text cannot be sent.
    """
    read = text[:LONGEST]
    folded, apart = _folded(read)
    if apart is None and len(_WORD.findall(folded)) < LEAST:
        return []
    as_written, together = _compared(folded, apart)
    found = max((as_written, together) if together else (as_written,), key=_violation)
    if _violation(found) <= STOPPED:
        return []
    rule = max(RULES, key=lambda one: found.like(one).score)
    if not _alike_beside(read, rule):
        return []
    return [Hit(rule, *_place(read, found.like(VIOLATION)))] if found is as_written else [Hit(rule, 0, len(read))]


def _alike_beside(text: str, rule: str) -> bool:
    """Whether the text is too alike without the clauses that speak of the same things and break the rule nowhere."""
    rest = _CLAUSE.sub(lambda clause: "" if engine().harmless(rule, clause.group()) else clause.group(), text)
    return rest == text or (len(rest.split()) >= FEWEST and likeness(rest) > STOPPED)


def likeness(text: str) -> float:
    """How like a text is to what must not leave: a number without unit, zero is neither."""
    return max(_violation(reading) for reading in _compared(*_folded(text[:LONGEST])) if reading is not None)


def _folded(text: str) -> tuple[str, str | None]:
    """The text as a reader sees it, and with letters set apart put together, when there are any: those may hide words."""
    folded = fold(text)
    return folded, engine().put_together(folded)


def _compared(folded: str, together: str | None) -> tuple[Compared, Compared | None]:
    return Compared(MODEL, folded), None if together is None else Compared(MODEL, together)


def _violation(reading: Compared) -> float:
    return reading.like(VIOLATION).score


def _place(text: str, found: Likeness) -> tuple[int, int]:
    if found.end == 0:
        return 0, len(text)
    places = offsets(text, found.end)
    return places[found.start], places[found.end - 1] + 1
