"""Which words of a decision the guard reads, and how: the letter, what the patient is handed in writing, and the rest of the record.

Knows the fields of a draft by the names the JSON API gives them; must not know HTTP, nor what was decided. Amounts of money stand in no
field at all: the quote is written elsewhere, and nothing here keeps its sum. The rules alone read them: a signed text is stopped by a
phrase that can be named, not by a likeness.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.case_steps import Stopped, Unsayable
from flows.decision import Draft
from messages.guard import RULES, judge
from messages.understanding.language import read_language_detail

PHYSICIANS_WORD: Final = frozenset({"verdict"})
"""What the guard keeps from everybody else and a physician's signed letter may hold: whether it fits this patient."""
MONEY: Final = frozenset({"price", "discount", "financing"})
"""What no field of a decision may hold: amounts are never stored."""
LETTER: Final = frozenset(RULES) - PHYSICIANS_WORD
HANDED: Final = LETTER - {"stop_care"}
"""The written protocol may tell what to stop, and when: that is a physician's instruction. It promises as little as the letter."""


class Words(NamedTuple):
    """A field of free words, and the rules it must not break."""

    field: str
    text: str
    rules: frozenset[str]


def unsayable(draft: Draft, language: str) -> Unsayable | None:
    """What stands against a draft, each finding with the field it is in; None when nothing does."""
    found = [
        Stopped(finding.rule, finding.phrase, words.field)
        for words in words_of(draft)
        for finding in judge(words.text, language, rules_alone=True).findings
        if finding.rule in words.rules
    ]
    return Unsayable(tuple(found)) if found else None


def foreign_letter(draft: Draft, language: str) -> str:
    """The language a letter is plainly written in when it is not the patient's; empty when it is, or when nothing is sure."""
    written, sure = read_language_detail(draft.letter) if draft.letter else ("", False)
    return written if sure and written != language else ""


def words_of(draft: Draft) -> Iterator[Words]:
    """Every field of free words there is: the letter first, then what the patient is handed, then the record."""
    yield Words("patient_text", draft.letter, LETTER)
    for field, text in _handed(draft):
        yield Words(field, text, HANDED)
    for field, text in _record(draft):
        yield Words(field, text, MONEY)


def _handed(draft: Draft) -> Iterator[tuple[str, str]]:
    """What stands in the written protocol summary, or is said to the patient with it."""
    for name in ("expected_response", "measurement_plan"):
        yield from ((name, line) for line in getattr(draft, name))
    yield from (("condition", draft.condition), ("referral", draft.referral))
    protocol = draft.protocol
    if protocol is None:
        return
    for name in ("indication", "image_guidance", "rehabilitation_before", "rehabilitation_after", "sequence", "first"):
        yield f"protocol.{name}", getattr(protocol, name)
    for adjunct in protocol.adjuncts:
        yield from (("protocol.adjuncts.name", adjunct.name), ("protocol.adjuncts.disclosure", adjunct.disclosure))


def _record(draft: Draft) -> Iterator[tuple[str, str]]:
    """What colleagues read."""
    yield from ((f"answers.{name}.reason", answer.reason) for name, answer in draft.answers.items())
    yield from (("flags.note", flag.note) for flag in draft.flags)
    yield from (("documents", line) for line in draft.documents)
    yield from (("documents_none", draft.documents_none), ("would_change", draft.would_change), ("reason_text", draft.reason_text))
