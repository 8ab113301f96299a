"""The second reader of the guard: how like a text is to what people collected that must not leave, and to what may.

Knows how alike is alike, and which rule such a text breaks most; must not know words. Where the rules found nothing it may find
something; where they found something it may say that the text is plainly one of those that may leave, but never of a sum of money.
"""

import re
from typing import Final

from messages.classifier import LONGEST, Likeness, likest, spans
from messages.guard.characters import fold, offsets, runs_backwards
from messages.guard.engine import RULES, Hit, engine

MODEL: Final = "guard"
VIOLATION: Final = "violation"
STOPPED: Final = 0.5
"""Above this a text in which no rule found anything is stopped all the same."""
CLEARED: Final = -2.2
"""Below this what a rule found is taken for a slip of the rule. Both were chosen on texts of authors who saw neither rules nor weights;
`python -m benchmarks.guard` prints what they do."""
_DISGUISED: Final = re.compile(r"(.)\1\1|[a-z][0-9*_|.·][a-z]|[0-9][a-z]|\b[a-z] [a-z] [a-z]\b")
MONEY: Final = frozenset({"price", "discount", "financing"})


def weighed(text: str, hits: list[Hit]) -> list[Hit]:
    """The findings that stand after the second reading. Reads the first `LONGEST` characters: a longer text cannot be sent."""
    if hits:
        return hits if len(text) > LONGEST or runs_backwards(text) else [hit for hit in hits if not _slip(text, hit)]
    score, reading, found = _most(text[:LONGEST])
    if score <= STOPPED:
        return []
    rules = likest(MODEL, RULES, reading)
    rule = max(RULES, key=lambda one: rules[one].score)
    return [Hit(rule, *_place(text, reading, found))]


def _slip(text: str, hit: Hit) -> bool:
    """Whether the sentence that holds a finding, and what stands beside it, are plainly among those that may leave."""
    phrase = fold(text[hit.start : hit.end])
    if _DISGUISED.search(phrase) or (hit.rule in MONEY and any(character.isdigit() for character in phrase)):
        return False
    cut = spans(text)
    around = [at for at, span in enumerate(cut) if span.start < hit.end and hit.start < span.end]
    if not around:
        return False
    alone = text[cut[around[0]].start : cut[around[-1]].end]
    beside = text[cut[max(0, around[0] - 1)].start : cut[min(len(cut), around[-1] + 2) - 1].end]
    return max(_most(alone)[0], _most(beside)[0]) < CLEARED


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
