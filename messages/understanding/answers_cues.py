"""Which options of a list an answer says happened, whatever it says of them besides: "I had a fever, but it passed" is a fever.

For questions whose options must reach a person. Knows how options are named and denied; must not know what they are about.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from messages.understanding import answers_options as by_words
from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import group_phrases
from messages.understanding.answers_offered import Choices, choices
from messages.understanding.answers_options import Words

_ASKED: Final = re.compile(r"[^.,;:!?¿¡\n]*\?")


def told(said: str, language: str, *, options: Sequence[str], labels: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The options told as having happened, in the order of the list; empty where none is, or each one is denied. A question tells none."""
    offered = choices(options, labels, language, multi=True)
    row = _joined(_without_comfort(by_words.row_of(text.fold(_ASKED.sub(" ", said))), language), offered)
    affirmed, _ = by_words.mentioned(row, offered.options, language)
    real = offered.real()
    return tuple(name for name in options if name in affirmed and name in real)


def _without_comfort(row: Words, language: str) -> Words:
    """The row without words that say only that something is well: `como nueva` names nothing new."""
    spared = group_phrases(language, "choice", "spared").find(row)
    gone = {place for found in spared for place in range(found.start, found.end)}
    return tuple("," if place in gone else word for place, word in enumerate(row))


def _joined(row: Words, offered: Choices) -> Words:
    """The row with a lone denial beside what it denies: `fever, no; hospital, no`."""
    denials = by_words.negations(offered.language)
    alone = {
        place
        for place, (mark, word) in enumerate(pairwise(row))
        if text.is_break(mark) and word in denials and (place + 2 == len(row) or text.is_break(row[place + 2]))
    }
    return tuple(word for place, word in enumerate(row) if place not in alone)
