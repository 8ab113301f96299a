"""The guard: judges the exact text that is about to leave. `judge(text, language)` says whether it is blocked, which phrases and why.

Pure and deterministic: the same text is always judged alike. Knows no template, no sender and no patient; the words are the data files
beside this module, one per language, and every text is judged with all of them.
"""

from dataclasses import dataclass
from typing import Final

from messages.guard.engine import RULES, engine
from messages.guard.lexicon import languages
from messages.guard.likeness import believed, second_look

__all__ = ["RULES", "Finding", "Verdict", "hint", "judge"]

_STAFF_LANGUAGE: Final = "en"


@dataclass(frozen=True, slots=True)
class Finding:
    """One phrase that must not leave: the rule's id, the phrase as typed, and what may be said instead."""

    rule: str
    phrase: str
    instead: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a text may leave, and why not."""

    blocked: bool
    findings: tuple[Finding, ...]


def hint(rule: str, language: str | None = None) -> str:
    """What may be said instead of a phrase that breaks `rule`, in `language`, or in English. Raises KeyError for an unknown rule."""
    known = languages()
    return str(known.get(language or "", known[_STAFF_LANGUAGE])["instead"][rule])


def judge(text: str, language: str | None = None, *, rules_alone: bool = False) -> Verdict:
    """Judges `text` in any of the languages or a mixture; `language` only settles words that several share. Never raises; linear time.

    `rules_alone` leaves out the second reader: for what a physician writes in the record and signs, where a phrase must be named.
    Rules and their limits: clinical-facts 4 (COFEPRIS advertising rules, FTC health-claims guidance), the clinic's own refusals.
    """
    hits = engine().hits(text, language)
    if not rules_alone:
        hits = (hits if believed(text, hits) else []) if hits else second_look(text)
    findings = tuple(Finding(hit.rule, text[hit.start : hit.end], hint(hit.rule, language)) for hit in hits)
    return Verdict(bool(findings), findings)
