"""The second reader of patients' messages: danger, and wishes that bind us by law, where the rules heard nothing.

Knows how alike is alike enough for each label; must not know words. It adds labels, it never takes one away.
"""

from collections.abc import Collection
from typing import Final

from messages.classifier import LONGEST, Likeness, likest
from messages.understanding.reading import Label

MODEL: Final = "danger"
DANGER: Final = "danger"
KINDS: Final = ("emergency", "crisis")
ENOUGH: Final = {DANGER: 0.7, "opt_out": 0.8, "delete_data": 0.8, "human_request": 1.5}
"""Above this a label is given. Chosen on messages of authors who saw neither rules nor weights: missing danger is the worse mistake,
a person called in vain the smaller one. `python -m benchmarks.understanding` prints both sides."""


def raised(text: str, heard: Collection[str]) -> list[Label]:
    """What the text is most like of what was not `heard` in it; danger is raised as the kind it is more like.

    Reads the first `LONGEST` characters; the rules read all of any message.
    """
    found = likest(MODEL, (*ENOUGH, *KINDS), text[:LONGEST])
    given = [_label(text, name, found[name]) for name in ENOUGH if name != DANGER and name not in heard and found[name].score > ENOUGH[name]]
    if found[DANGER].score <= ENOUGH[DANGER] or not set(KINDS).isdisjoint(heard):
        return given
    kind = max(KINDS, key=lambda one: found[one].score)
    return [_label(text, kind, found[DANGER]), *given]


def _label(text: str, name: str, found: Likeness) -> Label:
    quote = text[found.start : found.end].strip()
    start = text.index(quote, found.start)
    return Label(name, quote, start, start + len(quote))
