"""Whether an answer says yes, no, or neither for certain.

Knows how marks of assent, denial and doubt combine; the words themselves are data (`[yes_no]` in `answers/*.toml`):
`yes no unsure refused` say so wherever an answer begins; `bare_yes bare_no` only where the clause ends with them; `past` tells of
something that ended, `ago` of earlier times, `contrast only family correction lost why` make a yes or no doubtful, `detail` is what a
yes leaves open, `degree` softens it, `cannot` tells of being unable, `thing` is what a bare "no" denies. Must not know what was asked.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import lexicon, table
from messages.understanding.answers_reading import REFUSED, Read, Reading, Reason, Reprompt

YES, NO, UNSURE = "yes", "no", "unsure"

_LETTERS: Final = {
    "yes": "Y",
    "no": "N",
    "unsure": "U",
    "refused": "R",
    "bare_yes": "y",
    "bare_no": "n",
    "past": "p",
    "ago": "a",
    "contrast": "c",
    "only": "x",
    "family": "f",
    "correction": "k",
    "lost": "L",
    "why": "W",
    "detail": "q",
    "thing": "h",
    "degree": "d",
    "cannot": "b",
    "filler": "",
    "": "w",
}
"""The letter each group of the lexicon is written as: an answer becomes a short word of these, judged by the patterns below."""

_SETTLED: Final = (
    (re.compile(r"(?<![wh])y(?=[,YNUynqcW]|$)"), "Y"),
    (re.compile(r"y"), "w"),
    (re.compile(r"n(?=[,YNUnhcW]|$)"), "N"),
    (re.compile(r"n(?=w{1,2}N)"), "N"),
)
"""A word that says yes or no only at the end of its clause is settled here, before anything is judged."""

_CERTAIN_WITHIN: Final = 3
_REPEATED: Final = re.compile(r"([YNU,?])\1+|(?<=wwwww)w+")
_DOUBT: Final = Read(UNSURE, unsure=True)
_AGAIN: Final = Reprompt(Reason.UNCLEAR)

_VERDICTS: Final = tuple(
    (re.compile(pattern), verdict)
    for pattern, verdict in (
        (r".*R", REFUSED),
        (r".*[kL?W]", _AGAIN),
        (r"[,YN]*c?,*U,*$", _DOUBT),
        (r",*Y[Y,]*(c,*U[wqh,]*[wqh]|U[w,h]*q[wq,h]*)$", Read(YES)),
        (r"[,YN]*c?,*U", _DOUBT),
        (r",*d,*$", _DOUBT),
        (r",*Y[Y,]*$", Read(YES)),
        (r",*N[N,h]*$", Read(NO)),
        (r"h{1,2},*N[N,]*$", Read(NO)),
        (r"h{1,2},*Y[Y,]*$", Read(YES)),
        (r",*Y[Y,]*c?,*d[wqh,]*$", Read(YES)),
        (r",*Y[Y,xcd]*[wqh][Y,xcdwqha]*$", Read(YES)),
        (r",*Y[Y,]*a[wqh]{2}[Y,xcdwqh]*$", Read(YES)),
        (r",*Y[Y,x]*[wh]([wh]|,*c)[wqhxcYdab,]*([NnUb][wqh][wqhxcYdab,]*)*$", Read(YES)),
        (r",*Y.*U,*$", _DOUBT),
        (r",*N[N,w]*c?,*w?f[wY,h]*$", Read(NO)),
        (r",*N[N,]*,[Nnwhq,]*$", Read(NO)),
        (r",*N[Nwhq,]*$", Read(NO)),
        (r",*N.*U,*$", _DOUBT),
    )
)
"""The first pattern that an answer's letters match decides; what none matches is asked again."""


def _letters(folded: str, language: str) -> str:
    row = text.words(folded)
    doubted = _doubted(row, language)
    letters = []
    for found in lexicon(language, "yes_no").walk(row):
        if doubted and doubted[0] < found.end and found.start < doubted[1]:
            letters.append("U")
        else:
            letters.append(_letter(found.group, row[found.start]))
    return _REPEATED.sub(lambda run: run[1] or "", "".join(letters))


def _letter(group: str, word: str) -> str:
    if not group and (word == "?" or text.is_break(word)):
        return "?" if word == "?" else ","
    return _LETTERS[group]


def _doubted(row: Sequence[str], language: str) -> tuple[int, int] | None:
    """Where a word of certainty is denied: from the denial up to that word."""
    nots, certain = (_certainty(language, name) for name in ("not", "words"))
    for start, word in enumerate(row):
        if word in nots:
            for end in range(start + 1, min(start + 2 + _CERTAIN_WITHIN, len(row))):
                if text.is_break(row[end]):
                    break
                if row[end] in certain:
                    return start, end + 1
    return None


@cache
def _certainty(language: str, name: str) -> frozenset[str]:
    return frozenset(word for phrase in table(language)["certainty"][name] for word in text.key(phrase))


def _settle(letters: str) -> str:
    for pattern, letter in _SETTLED:
        letters = pattern.sub(letter, letters)
    return re.sub(r"(?<=[YN])[YN,?]*W.*", "", letters)


def read_yes_no(folded: str, language: str) -> Reading:
    """Folded text read as `yes`, `no` or `unsure`; a refusal; or a re-prompt where the answer goes both ways or neither."""
    letters = _settle(_letters(folded, language))
    return next((verdict for pattern, verdict in _VERDICTS if pattern.match(letters)), _AGAIN)


def letters_of(folded: str, language: str) -> str:
    """The letters an answer is judged by, for those who tune the word lists."""
    return _settle(_letters(folded, language))


def is_doubt(folded: str, language: str) -> bool:
    """Whether the whole answer says no more than that the patient does not know."""
    return not re.search(r"\d", folded) and bool(re.fullmatch(r"[,UyYnN]*U[,Uwq]{0,4}", letters_of(folded, language)))


def is_refusal(folded: str, language: str) -> bool:
    """Whether the patient says they would rather not answer."""
    return "R" in letters_of(folded, language)
