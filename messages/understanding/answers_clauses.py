"""Clauses of a choice that choose nothing: of what is well or gone, of earlier times, of somebody else, or of who helps to answer.

Knows the words that set such a clause apart; must not know how options are named.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from messages.understanding import answers_options as by_words
from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import group_phrases, lexicon, table
from messages.understanding.answers_offered import Choices
from messages.understanding.answers_options import Words
from messages.understanding.numbers_units import quantities

SHORT: Final = 2
"""Words up to which a clause is no more than the name of something."""
_KIN: Final = frozenset({"relative", "on_behalf", "parent", "mother", "father", "sibling", "child", "partner"})
_HABITS: Final = frozenset({"current_smoker", "daily", "several_weekly", "weekly", "monthly"})
"""Concepts of what somebody does now, which a word for earlier times denies."""


def is_spared_with_next(told: Sequence[tuple[Words, bool]], place: int, language: str) -> bool:
    """Whether a clause is the first of two things that are said to be well: `shoulders and knees are fine`."""
    clause, (after, joined) = told[place][0], told[place + 1] if place + 1 < len(told) else ((), False)
    plural = {word for phrase in table(language)["choice"]["plural"] for word in text.key(phrase)}
    short = len(by_words.content(clause, language)) <= SHORT
    return short and joined and bool(plural.intersection(after)) and is_spared(after, language)


def is_spared(clause: Words, language: str) -> bool:
    """Whether a clause ends in saying that what it names is well, or gone: `coluna tá 100%`, `the x-ray I threw away`."""
    spared = group_phrases(language, "choice", "spared").find(clause)
    if not spared or spared[-1].start == 0:
        return False
    silent = lexicon(language, "yes_no").walk(clause[spared[-1].end :])
    stop = by_words.stop_words(language)
    after = clause[spared[-1].end :]
    return all(
        found.group == "filler" or not after[found.start].isalnum() or after[found.start] in stop or after[found.start].isdigit()
        for found in silent
    )


def _has(clause: Sequence[str], language: str, section: str, group: str) -> bool:
    return bool(group_phrases(language, section, group).find(clause))


def without_asides(told: Sequence[Words], offered: Choices) -> list[Words]:
    """The clauses without those of earlier times or of a relative, where others are left that speak of the patient now."""
    language = offered.language
    kin = offered.with_concept("relative") or offered.with_concept("on_behalf") or offered.with_concept("parent")
    now = [clause for clause in told if not _has(clause, language, "choice", "past_marks")]
    named = [clause for clause in now if by_words.mentioned(clause, offered.options, language)[0]]
    kept = now if named else list(told)
    own = [clause for clause in kept if not _has(clause, language, "yes_no", "family")]
    speaks = any(_has(clause, language, "choice", "speaker") for clause in own)
    return own if own and speaks and not kin else kept


def without_kin(row: Words, offered: Choices) -> Words:
    """The row without a relative's clauses, where another one names an option: `ma fille est allergique au latex, moi c'est l'iode`."""
    language = offered.language
    if any(_KIN & option.concepts for option in offered.options):
        return row
    clauses: list[list[str]] = [[]]
    for word in row:
        clauses[-1].append(word)
        if text.is_break(word):
            clauses.append([])
    others = [clause for clause in clauses if _has(clause, language, "figures", "kin")]
    own = tuple(word for clause in clauses if clause not in others for word in clause)
    speaks = by_words.mentioned(own, offered.options, language)[0]
    named = any(by_words.mentioned(tuple(clause), offered.options, language)[0] for clause in others)
    return own if speaks and named else row


def without_unwanted(row: Words, offered: Choices) -> Words:
    """The row without what is feared or not wanted (`injeção eu tenho medo`, `afraid of surgery`), where another option is named.

    Where a label speaks of fears itself, the row stays as it is.
    """
    language = offered.language
    fears = group_phrases(language, "choice", "feared_before", "feared").find(row)
    if not fears or any(offered.label_words.issuperset(row[fear.start : fear.end]) for fear in fears):
        return row
    kept: list[str] = []
    start = 0
    for clause_end in [*(place for place, word in enumerate(row) if text.is_break(word)), len(row)]:
        clause = row[start : clause_end + 1]
        found = group_phrases(language, "choice", "feared_before", "feared").find(clause)
        ahead = found and any(by_words.mentioned(clause[found[0].end :], offered.options, language))
        kept += clause[: found[0].start] if ahead else () if found else clause
        start = clause_end + 1
    return tuple(kept) if by_words.mentioned(tuple(kept), offered.options, language)[0] else row


def tells_a_place(clause: Words, count: int) -> bool:
    """Whether a number that counts nothing (`a shot that lasted 2 weeks`) could be the place of an option."""
    counted = {figure.start for figure in quantities(" ".join(clause)) if figure.unit}
    starts = accumulate((len(word) + 1 for word in clause), initial=0)
    return any(word.isdigit() and int(word) <= count and start not in counted for word, start in zip(clause, starts, strict=False))


def quit_since(row: Words, found: list[str], offered: Choices) -> list[str]:
    """What was given up, where what it once was is told besides: `lo solté hace 3 años, una cajetilla diaria me echaba`."""
    former, current = offered.with_concept("former_smoker"), offered.with_concept("current_smoker")
    again = _has(row, offered.language, "choice", "again")
    return [str(former)] if former and current and set(found) == {former, current} and not again else found


def is_anothers(row: Words, found: Sequence[str], offered: Choices) -> bool:
    """Whether who was named only helps to answer (`my son is filling this in for me`), or what was named is of earlier times."""
    language, itself = offered.language, offered.with_concept("self")
    if itself and itself not in found and _has(row, language, "choice", "helping"):
        return True
    if found == [offered.with_concept("married")] and _has(row, language, "choice", "once"):
        return True
    chosen = frozenset[str]().union(*(option.concepts for option in offered.options if option.id in found))
    return bool(chosen & _HABITS) and _has(row, language, "choice", "past_marks") and len(found) == 1 and _is_whole(row, language)


def _is_whole(row: Words, language: str) -> bool:
    """Whether an answer is a single clause."""
    parts = group_phrases(language, "choice", "joins", "but").find(row)
    return not parts and not any(map(text.is_break, row))
