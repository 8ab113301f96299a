"""Why a message was read as it was: each label with its words or what weighed, each finding set aside with what set it aside.

Knows the names of the cues in plain words, for whoever tunes a lexicon; must not know any word of a patient's language.
"""

from dataclasses import dataclass
from typing import Final

from messages.understanding.constellations import SIGN
from messages.understanding.likeness import weighed
from messages.understanding.reader import findings, read_message
from messages.understanding.reading import Label
from messages.understanding.weighing import cleared_by, labels, spoken_of

MASKED: Final = "part of another expression"
UNLIKE: Final = "told of the past, work, a joke or a question, and unlike such messages"
REASONS: Final = {
    "neg": "denied",
    "bare": "denied",
    "past": "told as past",
    "old": "told as long ago",
    "chronic": "told as lasting for years",
    "quit": "no longer taken",
    "ended": "told as healed or over",
    "hyp": "only supposed",
    "if": "only supposed",
    "fear": "feared, not had",
    "ask": "asked about",
    "usual": "asked whether it is usual",
    "effect": "asked about as a side effect",
    "other": "told of somebody else",
    "question": "asked about",
    "yearsago": "told as years ago",
    "over": "told of another time of life, and well since",
    "settled": "told as long ago, and well since",
    "disclaimed": "asked about and then denied",
    "dead": "told of somebody who died",
    "off": "no longer taken",
    "tested": "found not to be there",
    "jest": "said in jest",
}
"""The cues of `lexicon/policy.toml` in plain words."""


@dataclass(frozen=True, slots=True)
class Why:
    """One thing in a message: the label it gives or would have given, the words, and why it was set aside (empty when it stands).

    `weighed` is what weighed most where no rule but the likeness to other messages gave the label; empty for rules.
    """

    label: str
    quote: str
    aside: str = ""
    weighed: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line for a terminal."""
        if self.aside:
            return f"not {self.label}: “{self.quote}” is {self.aside}"
        alike = f", by likeness, most by {', '.join(f'“{said}”' for said in self.weighed)}" if self.weighed else ""
        return f"{self.label} ← “{self.quote}”{alike}"


def explain(text: str, language: str | None = None) -> tuple[Why, ...]:
    """The labels of a message in the order of its words, then what was found and set aside, each once. Never raises."""
    found, scope, words = findings(text, language)
    by_rule = labels(found, scope, text, words) if words else []
    stands = [_stands(label, by_rule=label in by_rule) for label in read_message(text, language).labels]
    read = {why.label.split("/")[0] for why in stands}
    subjects = spoken_of([match for match in found if not scope.masked(match)], scope)
    aside = {label.id: Why(label.id, label.quote, UNLIKE) for label in by_rule if label.id not in read}
    for match in sorted(found, key=lambda match: match.start - match.end):
        label = match.rule.label
        cue = "" if scope.masked(match) else cleared_by(match, scope, subjects)
        reason = MASKED if scope.masked(match) else REASONS.get(cue, "")
        if reason and not label.startswith(SIGN) and label not in read and label not in aside:
            aside[label] = Why(label, text[words.starts[match.start] : words.ends[match.end - 1]], reason)
    return (*stands, *aside.values())


def _stands(label: Label, *, by_rule: bool) -> Why:
    name = f"{label.id}/{label.kind}" if label.kind else label.id
    return Why(name, label.quote, weighed=() if by_rule else weighed(label.id, label.quote))
