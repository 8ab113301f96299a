"""The second reader of patients' messages: danger, and wishes that bind us by law, where the rules heard nothing.

Knows how alike is alike enough for each label; must not know words. It adds labels, it never takes one away.
"""

from collections.abc import Collection
from typing import Final

from messages.classifier import Compared, Likeness, spoken, telling
from messages.understanding.reading import Label

MODEL: Final = "danger"
DANGER: Final = "danger"
KINDS: Final = ("emergency", "crisis")
ENOUGH: Final = {DANGER: 0.8, "opt_out": 1.0, "delete_data": 1.2}
"""Above this a label is given. Chosen on messages of authors who saw neither rules nor weights: missing danger is the worse mistake,
stopping in vain the smaller one. `python -m benchmarks.blind` prints both sides."""
FEW: Final = 6
FEWER_SURER: Final = 0.8
"""A message under `FEW` words is most often an answer to a question: it must be that much more alike."""
WISHES: Final = ("opt_out", "delete_data")
"""Wishes that bind us by law. Where the rules heard one of them, it is that one."""
LEAST: Final = 3
"""Words of a message that is read so: one or two are an answer, and what they may mean by themselves the rules know."""


def raised(text: str, heard: Collection[str]) -> list[Label]:
    """What the text is most like of what was not `heard` in it; danger is raised as the kind it is more like.

    Reads as much as a channel carries; the rules read all of any message.
    """
    words = len(text.split(maxsplit=FEW))
    if words < LEAST:
        return []
    more = FEWER_SURER if words < FEW else 0.0
    message = Compared(MODEL, text)
    wishes = ((name, message.like(name)) for name in (WISHES if set(WISHES).isdisjoint(heard) else ()))
    given = [_label(text, name, found) for name, found in wishes if found.score > ENOUGH[name] + more]
    if not set(KINDS).isdisjoint(heard):
        return given
    danger = message.like(DANGER)
    if danger.score <= ENOUGH[DANGER] + more:
        return given
    kind = max(KINDS, key=lambda one: message.like(one).score)
    return [_label(text, kind, danger), *given]


def weighed(label_id: str, quote: str) -> tuple[str, ...]:
    """What of the words weighed most towards a label that was given here, heaviest first, each once: for whoever asks why."""
    head = DANGER if label_id in KINDS else label_id
    return tuple(dict.fromkeys(said for name, _ in telling(MODEL, head, quote) if (said := spoken(name))))


def _label(text: str, name: str, found: Likeness) -> Label:
    quote = text[found.start : found.end].strip()
    start = text.index(quote, found.start)
    return Label(name, quote, start, start + len(quote))
