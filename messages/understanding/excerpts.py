"""Which parts of a very long text are read: its beginning, its end, and between them the places where words of danger stand.

Knows offsets and a set of words; must not know what a word means. A text of ordinary length is always read whole.
"""

import re
from collections import Counter
from typing import Final, TypeAlias

Span: TypeAlias = tuple[int, int]

WHOLE: Final = 10_000
"""Characters up to which a text is read whole; no story typed by hand in one message was longer."""
HEAD: Final = 1_000
TAIL: Final = 600
RAREST: Final = 300
"""Words of danger looked at; in a text that has more, those that stand in it most seldom."""
PLACES: Final = 10
BEFORE: Final = 80
AFTER: Final = 110
"""Each place begins so many characters before a word of danger and ends so many behind it: a sentence, about."""

_RUN = re.compile(r"[a-z]+")
_EDGE = re.compile(r"[^a-z0-9']")


def excerpts(folded: str, telling: frozenset[str]) -> list[Span]:
    """The spans to read, in order and apart; the places are those whose `telling` words stand closest and are rarest in the text."""
    if len(folded) <= WHOLE:
        return [(0, len(folded))]
    head, tail = _edge(folded, HEAD), _edge(folded, len(folded) - TAIL)
    hits = [(found.start(), found.group()) for found in _RUN.finditer(folded, head, tail) if found.group() in telling]
    spans = [(0, head), *((_edge(folded, max(head, at - BEFORE)), _edge(folded, min(tail, at + AFTER))) for at in _places(hits))]
    return _joined([*spans, (tail, len(folded))])


def _places(hits: list[tuple[int, str]]) -> list[int]:
    """The offsets of the places worth reading most; a place with the same words as another is not read twice."""
    times = Counter(word for _, word in hits)
    hits = sorted(sorted(hits, key=lambda hit: times[hit[1]])[:RAREST])
    weighed: dict[frozenset[str], tuple[float, int]] = {}
    last = 0
    for first, (at, _) in enumerate(hits):
        last = max(last, first)
        while last < len(hits) and hits[last][0] < at + AFTER:
            last += 1
        words = frozenset(word for _, word in hits[first : min(last, first + PLACES)])
        weight = sum(1 / times[word] for word in words)
        if words not in weighed or weighed[words][0] < weight:
            weighed[words] = (weight, at)
    best = sorted(weighed.values(), key=lambda place: (-place[0], place[1]))
    return sorted(at for _, at in best[:PLACES])


def _edge(folded: str, at: int) -> int:
    """The nearest place from `at` on where no word is cut, or `at` where there is none near."""
    found = _EDGE.search(folded, at, at + 40)
    return found.start() if found else at


def _joined(spans: list[Span]) -> list[Span]:
    """The spans with those that touch made one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        elif start < end:
            joined.append((start, end))
    return joined
