"""Whether an answer says yes, no, or neither for certain.

Knows how marks of assent, denial and doubt combine; the words themselves are data (`[yes_no]` in `answers/*.toml`):
`yes no unsure refused` say so wherever an answer begins; `bare_yes bare_no` only where the clause ends with them; `past` tells of
something that ended, `ago` of earlier times, `contrast only family correction lost why` make a yes or no doubtful, `detail` is what a
yes leaves open, `degree` softens it, `cannot` tells of being unable, `easy` ("no problem")
adds nothing to a yes, `apology` ends a no or a doubt or repeats what was said (else it corrects), `consent` with `agreed` ("claro, pode
ser") is a yes though `agreed` alone is a doubt, `thing` is what a bare "no" denies; `amended` is a yes that takes a no back
("actually yes"), `not_before` leaves a yes of today alone, `believed` leads to what was said or thought before and no longer holds once
a `contrast` follows ("I put no, but the label says yes"), `mistaken` owns up to a slip, so that what follows it counts; a `condition`
before an answer is no lead-in, and an `inner` word denies only where nothing follows; `untold` ("nobody ever told me") is a doubt that a
no before it settles, `startled` ("ah, no") a no where an answer begins and a correction later on, `bare_refused` a refusal only as a whole
clause. Must not know what was asked.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import Found, lexicon, table
from messages.understanding.answers_reading import REFUSED, Read, Reading, Reason, Reprompt

YES, NO, UNSURE = "yes", "no", "unsure"
ENDED: Final = "ended"
"""The note of a "no" that was a yes in earlier times: good enough to know, and asked again where a yes of earlier times counts."""

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
    "apology": "s",
    "correction": "k",
    "lost": "L",
    "why": "W",
    "detail": "q",
    "thing": "h",
    "degree": "d",
    "cannot": "b",
    "easy": "e",
    "consent": "C",
    "agreed": "g",
    "amended": "A",
    "not_before": "P",
    "believed": "B",
    "mistaken": "E",
    "condition": "i",
    "inner": "w",
    "untold": "o",
    "startled": "O",
    "bare_refused": "v",
    "filler": "",
    "": "w",
}
"""The letter each group of the lexicon is written as: an answer becomes a short word of these, judged by the patterns below."""

_SETTLED: Final = (
    (re.compile(r"(?<![^,])v(?=,|$)"), "R"),
    (re.compile(r"v"), "w"),
    (re.compile(r"(?<=[Nn]),+o"), ",N"),
    (re.compile(r"o"), "U"),
    (re.compile(r"^([,w]*)O"), r"\1N"),
    (re.compile(r"O"), "k"),
    (re.compile(r"^([^Yy]*[NnU][^Yy]*?),*s(?=,*$)"), r"\1"),
    (re.compile(r"^,*s,*(?=U)|[Yy],*s,*(?=[Yy])|[Nn],*s,*(?=[Nn])"), ""),
    (re.compile(r"s"), "k"),
    (re.compile(r"^[^YN]*B[^c]*c(?=.*[YNyn])"), "M"),
    (re.compile(r"^[^EkULR?]*(?=[Ek])(?=.*E)"), "T"),
    (re.compile(r"B"), "w"),
    (re.compile(r"^([,w]*)A"), r"\1Y"),
    (re.compile(r"C,?g(?=,*$)"), "Y"),
    (re.compile(r"C"), "y"),
    (re.compile(r"g"), "U"),
    (re.compile(r"(?<=[Yy]),?e(?=,*$)"), ""),
    (re.compile(r"(?<![whNn])y(?=[,YNUynW]|$)"), "Y"),
    (re.compile(r"y"), "w"),
    (re.compile(r"n(?=[,YNUnhcW]|$)"), "N"),
    (re.compile(r"n(?=w{1,2}N)"), "N"),
    (re.compile(r"(?<=N),*k[k,q]*(?=N)|(?<=Y),*k[k,q]*(?=Y)"), ","),
    (re.compile(r"^(?:w{1,3},+){1,2}(?=[YN])"), ""),
    (re.compile(r"i"), "w"),
    (re.compile(r"^(,*Y[^NULRk?]*),e(?=,*$)"), r"\1"),
)
"""A word that says yes or no only at the end of its clause is settled here, before anything is judged."""

_WHOLE: Final = frozenset({"no", "untold", "filler"})
"""Groups whose phrases count as they stand where a pair of words of doubt lies wholly within one: "no estoy de acuerdo"."""

_REPEATED: Final = re.compile(r"([YNU,?])\1+|(?<=wwwww)w+")
DOUBT: Final = Read(UNSURE, unsure=True)
_AGAIN: Final = Reprompt(Reason.UNCLEAR)

_VERDICTS: Final = tuple(
    (re.compile(pattern), verdict)
    for pattern, verdict in (
        (r".*R", REFUSED),
        (r"[,Nwn]*A,*$", Read(YES)),
        (r"M[wqhax,]*Y[^NnULRkMW?c]*$", Read(YES)),
        (r"M[wqhax,]*N[^YyULRkMW?c]*$", Read(NO)),
        (r"M", _AGAIN),
        (r"T[wqhaxkE,]*Y[wqhaxkEY,]*$", Read(YES)),
        (r"T[wqhaxkE,]*N[wqhaxkfEN,]*$", Read(NO)),
        (r".*[TE]", _AGAIN),
        (r"[,w]*U[^YNynR]*U[wq,]*$", DOUBT),
        (r",*U,[wqchxdaWUf,]*$", DOUBT),
        (r".*[kL?WA]", _AGAIN),
        (r",*d[,xdcU]+Y[^NnULRkMW?cbpf]*$", Read(YES)),
        (r",*Uq[wqh]*,*c,*Y[^NnUMc]*$", Read(YES)),
        (r",*Y[Y,]*c?,*P,*$", Read(YES)),
        (r"[,YN]*c?,*U,*$", DOUBT),
        (r",*Y[Y,]*(c,*U[wqh,]*[wqh]|U[w,h]*q[wq,h]*)$", Read(YES)),
        (r"[,YN]*c?,*U", DOUBT),
        (r",*w{1,3},*U", DOUBT),
        (r",*d,*$", DOUBT),
        (r",*Y[Y,]*$", Read(YES)),
        (r",*N[N,h]*$", Read(NO)),
        (r"h{1,2},*N[N,]*$", Read(NO)),
        (r"w?h{1,2},*Y[Y,]*$", Read(YES)),
        (r",*Y[Y,]*c?,*d[wqh,]*$", Read(YES)),
        (r",*Y[Y,xcd]*[wqh](?:[Y,xcdwqha]|(?<=w)n(?=w))*b?$", Read(YES)),
        (r",*Y[Y,]*a[wqh]{2}[Y,xcdwqh]*$", Read(YES)),
        (r",*Y[Y,x]*[wh]([wh]|,*c)[wqhxcYdab,]*([NnUb][wqh][wqhxcYdab,]*)*$", Read(YES)),
        (r",*Y.*U,*$", DOUBT),
        (r",*N[N,w]*c?,*w?f[wY,h]*$", Read(NO)),
        (r",*N[N,]*,[Nnwhqf,]*$", Read(NO)),
        (r"(?:,*N[N,]*,+)?w?f[wqhYN]*,*c,*w?N[N,h]*$", Read(NO)),
        (r"f[wqhN]*,*c,*w?Y[Y,]*$", Read(YES)),
        (r",*N[Nwhq,]*$", Read(NO)),
        (r",*N[N,]*,f[wnNU]*,*$", Read(NO)),
        (r",*N.*U,*$", DOUBT),
    )
)
"""The first pattern that an answer's letters match decides; what none matches is asked again."""


_ENDED: Final = re.compile(r"(?:[,Nw]{0,4}|[,w]{0,5}c[,w]{0,3})p[,pawNhq]*(?:c[,w]{0,3}[pN][,pawNhq]*)?")
"""Letters of an answer that tells of earlier times and of their end only; after a word for but nothing else is told."""


def _letters(folded: str, language: str) -> str:
    row = text.words(folded)
    unsure, undone = doubted(row, language), doubted(row, language, "undone")
    letters = []
    for found in lexicon(language, "yes_no").walk(row):
        said = set(range(found.start, found.end))
        whole = found.group in _WHOLE and not {found.start - 1, found.end} & (unsure | undone)
        if said & (unsure | undone) and not whole:
            letters.append("U" if said & unsure else "L")
        elif _leads_on(row, found, language):
            letters.append("w")
        else:
            letters.append(_letter(found.group, row[found.start]))
    return _REPEATED.sub(lambda run: run[1] or "", "".join(letters))


def _leads_on(row: Sequence[str], found: Found, language: str) -> bool:
    """Whether a word that alone denies only leads to the next one: the Portuguese "no joelho" is "in the knee"."""
    inner = table(language)["yes_no"].get("inner", ())
    follows = found.end < len(row) and row[found.end].isalpha()
    return follows and found.end - found.start == 1 and row[found.start] in inner and lexicon(language, "yes_no").at(row, found.end) is None


def letter_at(row: Sequence[str], start: int, language: str) -> tuple[str, int]:
    """The letter of the longest phrase at a place, and where that phrase ends."""
    found = lexicon(language, "yes_no").at(row, start) or Found("", start, start + 1)
    return "w" if _leads_on(row, found, language) else _letter(found.group, row[start]), found.end


def _letter(group: str, word: str) -> str:
    if not group and (word == "?" or text.is_break(word)):
        return "?" if word == "?" else ","
    return _LETTERS[group]


@cache
def _certainty(language: str, kind: str) -> tuple[tuple[frozenset[str], frozenset[str], int], ...]:
    def keys(said: Sequence[str]) -> frozenset[str]:
        return frozenset(word for phrase in said for word in text.key(phrase))

    return tuple(
        (keys(row["first"]), keys(row["then"]), row["within"]) for row in table(language)["certainty"] if row.get("kind", "unsure") == kind
    )


def doubted(row: Sequence[str], language: str, kind: str = "unsure") -> frozenset[int]:
    """Places of the words between a denial and the word of certainty that it denies, both included.

    Of the kind `undone` the word is one that turns the denial round: stopping, being without; `pending`: an outcome still awaited.
    """
    found: set[int] = set()
    for first, then, within in _certainty(language, kind):
        for start in (place for place, word in enumerate(row) if word in first):
            clause = list(takewhile(lambda word: not text.is_break(word), row[start : start + 2 + within]))
            ends = [place for place, word in enumerate(clause) if place and word in then]
            found.update(range(start, start + ends[0] + 1) if ends else ())
    return frozenset(found)


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


def is_agreed(folded: str, language: str) -> bool:
    """Whether the whole answer says no more than yes: nothing stands beside it that might be an objection."""
    return bool(re.fullmatch(r"[,yY]*[yY][,yY]*", letters_of(folded, language)))


def is_over(folded: str, language: str) -> bool:
    """Whether the whole answer says no more than that something is so no longer: a yes of earlier times, a no of today."""
    return bool(re.fullmatch(r",*p[,pN]*", letters_of(folded, language)))


def has_ended(folded: str, language: str) -> bool:
    """Whether an answer tells that something was so and is no longer, and nothing else: `ya no, lo dejé hace años`, `used to, I quit`."""
    over, still = (re.search(rf"\b(?:{text.either(table(language)['spoken'][group])})\b", folded) for group in ("over", "still"))
    return over is not None and still is None and _ENDED.fullmatch(letters_of(folded, language)) is not None


def is_refusal(folded: str, language: str) -> bool:
    """Whether the patient says they would rather not answer."""
    return "R" in letters_of(folded, language)
