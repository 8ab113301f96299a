"""Options told by what they are not: `not the first, the second`, `the right was fixed, it is the other one`, `everything but`.

Knows how one option is set against the rest; must not know what the options are about.
"""

import re
import unicodedata
from functools import cache
from typing import Final

from messages.understanding import answers_options as by_words
from messages.understanding import answers_text as text
from messages.understanding.answers_clauses import is_spared
from messages.understanding.answers_lexicon import group_phrases, table
from messages.understanding.answers_offered import Choices
from messages.understanding.answers_options import Words
from messages.understanding.answers_positions import Places, read_places
from messages.understanding.answers_text import either

_PAIR: Final = 2
_CROSSES: Final = frozenset("\u274c\u274e\u2716\U0001f44e\U0001f6ab\u26d4")
"""Pictures that strike out what stands beside them; all others beside words are ornament."""


_GREETED: Final = r"(?:buen[oa]s? (?:dias?|tardes?|noches?)|bom dia|boa (?:tarde|noite)|good (?:morning|afternoon|evening))"


def without_ornament(folded: str) -> str:
    """The answer without pictures, where words are left and none of the pictures strikes anything out: `la segunda 😊`."""
    if folded.isascii() or _CROSSES.intersection(folded):
        return folded
    plain = "".join(char for char in folded if unicodedata.category(char) != "So").strip()
    return plain if any(map(str.isalnum, plain)) else folded


def behind_question(folded: str, language: str) -> str:
    """What follows a question that the patient denies at once: `did I put b? no, it's c`; else the answer as it is."""
    _, asked, rest = folded.rpartition("?")
    first, *more = text.words(rest) or [""]
    return " ".join(more).lstrip(" ,.;:!-") if asked and first in by_words.negations(language) and any(map(str.isalnum, more)) else folded


def asks_back(row: Words, language: str) -> bool:
    """Whether the answer is a question about an option, without its mark: `what is an MRI`."""
    return group_phrases(language, "choice", "asking").at(row, 0) is not None


def is_between(row: Words, offered: Choices) -> bool:
    """Whether the answer wavers between two options: `entre bueno y regular`."""
    found = [phrase.group for phrase in group_phrases(offered.language, "choice", "between", "joins").find(row)]
    figures = any(word.isdigit() for word in row)
    return found[:1] == ["between"] and "joins" in found and not figures


def plainly(folded: str, offered: Choices) -> str:
    """The answer without a greeting before it and thanks after it; all of it where nothing else is said."""
    left = offered.courtesies.sub("", folded)
    left = re.sub(rf"^(?:{_GREETED}[\s,]+)+", "", left)
    return left if re.search(r"\w", left) else folded


def says_all(row: Words, language: str) -> bool:
    """Whether a row tells all there is, and denies nothing: `me duele todo menos`, `everything but`."""
    said = group_phrases(language, "choice", "all", "everything").find(row)
    return bool(said) and not by_words.negations(language).intersection(row[: said[0].start])


def second_place(folded: str, offered: Choices) -> Places | None:
    """`not the first, the second`: the place behind one that is denied."""
    first, _, second = folded.partition(",")
    denial, _, denied = first.strip().partition(" ")
    if denial not in by_words.negations(offered.language):  # `la primera no, la de en medio`
        denied, _, denial = first.strip().rpartition(" ")
    if denial not in by_words.negations(offered.language) or not second:
        return None
    one, other = (read_places(part.strip(), offered.language, len(offered.options)) for part in (denied, second))
    return other if one and other and not offered.multi else None


@cache
def _turns(language: str) -> re.Pattern[str]:
    """Words that take back a choice: a correction, or a bare no with marks or softening words around it."""
    said = table(language)
    no, soft = either([*said["hedges"]["bare_no"]]), either([*said["spoken"]["softly"], *said["restated"]["turning"]])
    sure = either([*said["hedges"]["corrected"], *said["yes_no"]["correction"]])
    return re.compile(rf"(?:[\s,.;:!\u2026]+(?:(?:{sure}|{soft}|{no})\b))+[\s,.;:!\u2026]+")


def behind_turn(folded: str, offered: Choices) -> str:
    """What follows the words that take a choice back: `the first, no, the third`, `la 1 euh non la 3`, `hip, no, shoulder`.

    A bare no between two names, without a mark, may deny the second (`hip no knee`); there nothing is taken back.
    """
    if offered.multi:
        return folded
    for turn in reversed(list(_turns(offered.language).finditer(folded))):
        before, after = folded[: turn.start()], folded[turn.end() :]
        head, _, rest = after.partition(",")
        places = [read_places(part.strip(), offered.language, len(offered.options)) for part in (before, head)]
        more = by_words.mentioned(by_words.row_of(rest), offered.options, offered.language)
        if all(each and len(each.chosen) == 1 and not each.is_doubtful() for each in places) and not any(more):
            return head.strip()
        marked = re.match(r"\s*[,.;:!\u2026]", turn[0]) is not None and re.search(r"[,.;:!\u2026]\s*$", turn[0]) is not None
        named = [by_words.mentioned(by_words.row_of(part), offered.options, offered.language) for part in (before, after)]
        if marked and all(len(affirmed) == 1 and not denied for affirmed, denied in named) and named[0] != named[1]:
            return after.strip()
    return folded


def the_other(row: Words, offered: Choices) -> str | None:
    """The second of two options, where the first is denied or well: `the right one is fixed, it's the other one`."""
    both = offered.with_concept("both")
    pair = [name for name in offered.real() if name != both]
    turns = group_phrases(offered.language, "choice", "the_other").find(row)
    if len(pair) != _PAIR or offered.multi or len(turns) != 1:
        return None
    affirmed, denied = by_words.mentioned(row[: turns[0].start], offered.options, offered.language)
    behind, refused = by_words.mentioned(row[turns[0].end :], offered.options, offered.language)
    named = {*affirmed, *denied}
    well = not affirmed or any(is_spared(clause, offered.language) for clause in text.clauses(row[: turns[0].start]))
    if len(named) != 1 or behind or refused or not well or not named.issubset(pair):
        return None
    return next(name for name in pair if name not in named)
