"""Whether an answer only repeats what its question is called (`las medicinas` for "Medicinas"), which answers nothing.

Knows how to compare words with a label; must not know questions.
"""

from typing import Final

from rapidfuzz import fuzz

from messages.understanding import answers_text as text
from messages.understanding.answers_options import content

_ALIKE: Final = 90
"""Likeness in percent from which on it is the label in another form: `lo que espero` of "Lo que espera", a slip of one letter."""


def only_names(said: str, label: str, language: str) -> bool:
    """Whether the words are the label, apart from articles and the like or from a letter."""
    row, name = text.key(said), text.key(label)
    return bool(row) and (content(row, language) == content(name, language) or fuzz.ratio(" ".join(row), " ".join(name)) >= _ALIKE)
