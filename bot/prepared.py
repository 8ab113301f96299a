"""Prepared replies that tell the patient of a step: which of them are true of a case as it stands, and whether a text says one too early.

Knows statuses and prepared wordings; what a person says in words of their own no rule can judge.
"""

from collections.abc import Mapping
from typing import Final

from bot.case_facts import QUOTED
from flows.handoff import STANDING
from messages.canned import Canned, Needs, canned, holds
from messages.prompt import LANGUAGES

TRUE_IN: Final[Mapping[Needs, frozenset[str]]] = {"quote": QUOTED, "review": STANDING | {"physician_review"}}
"""The statuses of a case in which what a reply needs has happened: its quote was recorded, or it came before a physician."""


def is_true(one: Canned, status: str) -> bool:
    """Whether this reply may be offered for a case in this status."""
    return not one.needs or status in TRUE_IN[one.needs]


def too_early(text: str, status: str) -> Needs:
    """What must happen before this text is true; empty where nothing stands against it. In whichever language it was prepared."""
    every = (one for language in LANGUAGES for one in canned(language))
    return next((one.needs for one in every if not is_true(one, status) and holds(text, one)), "")
