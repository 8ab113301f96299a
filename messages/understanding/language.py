"""The language a message is written in: `en es pt fr`, `de` or `it` where sure, else `unclear`.

Knows when words decide, when a statistical guess may help, and when nothing does; must not know whose message it is. Switching is
somebody else's decision, and never a silent one.
"""

import re
from typing import Final

from messages.understanding.language_detector import detect
from messages.understanding.language_words import SPOKEN, Evidence, weigh

UNCLEAR: Final = "unclear"
_ACRONYM: Final = re.compile(r"[A-Z]{2,3}")
_LONGEST: Final = 600
_ENOUGH: Final = 0.75
_MARGIN: Final = 0.5
_SURE: Final = 2.0
_FOREIGN: Final = 2.0
_GUESS_LETTERS: Final = 12
_GUESS_WORDS: Final = 2
_PROBABLE: Final = 0.9


def read_language(said: str) -> str:
    """The language of a message (`en es pt fr de it`), or `unclear`."""
    return read_language_detail(said)[0]


def read_language_detail(said: str) -> tuple[str, bool]:
    """The language of a message, and whether its words leave no doubt; an unclear or guessed language is never certain."""
    looked_at = re.sub(r"https?://\S+|\S+@\S+", " ", said[:_LONGEST])
    evidence = weigh(looked_at)
    if evidence.words == 1 and _ACRONYM.fullmatch(looked_at.strip()):
        return UNCLEAR, False
    ranked = sorted(evidence.points.items(), key=lambda item: -item[1])
    (language, best), (_, second) = ranked[0], ranked[1]
    if language not in SPOKEN and best < _FOREIGN:
        return UNCLEAR, False
    if best >= _ENOUGH and best - second >= _MARGIN:
        return language, best - second >= _SURE
    return _guess(looked_at, evidence, language if best > second else "")


def _guess(said: str, evidence: Evidence, leading: str) -> tuple[str, bool]:
    """A statistical guess for longer texts whose words decide nothing; it may not contradict the words there are."""
    letters = sum(map(str.isalpha, said))
    if letters < _GUESS_LETTERS or evidence.words < _GUESS_WORDS:
        return UNCLEAR, False
    language, probability = detect(said.casefold())
    contradicted = bool(leading) and language != leading and evidence.points[leading] > evidence.points.get(language, 0)
    if probability < _PROBABLE or contradicted or language not in SPOKEN:
        return UNCLEAR, False
    return language, False
