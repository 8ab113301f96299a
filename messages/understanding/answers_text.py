"""The one spelling in which answers are compared: lower case, no accents, no doubled letters, emoji as words.

Knows characters; must not know languages, questions or meanings.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST_ANSWER: Final = 1000
"""Characters beyond which an answer is a story, read by the free-text lexicon and by people, not here."""

MOST_WORDS: Final = 250
_LONGEST_FOLDED: Final = 1500
"""Some characters stand for a whole phrase; an answer does not grow beyond this by being folded."""

_NOISE = re.compile(
    "[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\u2640\u2642\U000e0000-\U000e007f\ue000-\uf8ff]"
)
_BROKEN: Final = re.compile("[\x00-\x08\ud800-\udfff]")
_REPLACED: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u2032\u00b4`\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\u00bd": " 1/2",
        "\u00bc": " 1/4",
        "\u00be": " 3/4",
        "\u0153": "oe",
        "\u0152": "OE",
        "\U0001f51f": " 10 ",
        "\u00ba": "o",
        "\u00aa": "a",
    }
)
_MARK = re.compile(r"[\u0300-\u036f]")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]|_")
_NUMERO: Final = re.compile(r"\b[Nn]\s?[\u00ba\u00b0]\.?\s?(?=\d)")
_RUN = re.compile(r"([^\W\d_])\1+")
_STRETCH = re.compile(r"([^\W\d_])\1{2,}")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_ELIDED: Final = re.compile(r"\b[ldjmst]'(?=[^\W\d_])")
_BREAK = frozenset(".,;:!\n()-/")


def sound(text: str) -> str:
    """The text without what no text may hold: halves of characters and control characters."""
    return _BROKEN.sub("", text)


def fold(text: str) -> str:
    """Lower case, straight quotes, no accents or invisible characters, single spaces; letters drawn out (siiii) once."""
    plain = _NOISE.sub("", _NUMERO.sub("num ", sound(text)).replace("\u200d", "").translate(_REPLACED).replace("''", '"'))
    plain = unicodedata.normalize("NFKD", plain)[:_LONGEST_FOLDED].translate(_REPLACED).casefold()
    return _SPACE.sub(" ", _STRETCH.sub(r"\1", _MARK.sub("", plain))).strip()


def squeeze(word: str) -> str:
    """A folded word without apostrophes and with doubled letters once: `don't` gives `dont`, `haffe` gives `hafe`."""
    return _RUN.sub(r"\1", word.replace("'", "") or word)


def words(folded: str) -> list[str]:
    """The words, numbers and marks of folded text, each word squeezed; a hyphen between letters parts two words."""
    return [squeeze(token) for token in _WORD.findall(_HYPHEN.sub(" ", folded))]


def is_break(token: str) -> bool:
    """Whether a token ends a clause."""
    return token in _BREAK


def clauses(row: Iterable[str]) -> list[tuple[str, ...]]:
    """The words between the marks of a row, clause by clause; none of them is empty."""
    found: list[list[str]] = [[]]
    for word in row:
        if is_break(word):
            found.append([])
        else:
            found[-1].append(word)
    return [tuple(clause) for clause in found if clause]


def without_elided(folded: str) -> str:
    """Text without elided articles and pronouns (`l'`, `j'`)."""
    return _ELIDED.sub("", folded)


def key(phrase: str) -> tuple[str, ...]:
    """The form under which a phrase of a lexicon or a label is looked up: its words without marks."""
    return tuple(token for token in words(fold(phrase)) if not is_break(token))


def either(phrases: Iterable[str]) -> str:
    """A pattern for any one of the phrases, folded, the longest first so that no shorter one hides it."""
    return "|".join(map(re.escape, sorted(map(fold, phrases), key=len, reverse=True)))


def bounded(text: str) -> str:
    """The text folded, or nothing when it is too long, or holds too many words and marks, to be an answer."""
    folded = "" if len(text) > LONGEST_ANSWER else fold(text)
    return folded if sum(1 for _ in _WORD.finditer(folded)) <= MOST_WORDS else ""
