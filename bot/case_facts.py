"""What a text tells of its case that no rule knows: the reference to quote, how soon the clinic aims to answer, whether a quote exists.

Knows the case, its patient's reference and the targets; must not know which text is said when. The core only declares that a text uses
these (`flows.wording.OF_CASE`); they are kept with the event, so that a replay says them again to the byte.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.case_clocks import Targets
from flows.wording import OF_CASE, used_by
from messages.prompt import NO_VARIABLES, Prompt, Variable
from storage.cases import shown

AS_HOURS: Final = timedelta(hours=48)
"""Up to here a target is said in hours, beyond it in days."""
QUOTED: Final = frozenset({"quote_issued", "protocol_summary_given", "consent_signed", "treated", "follow_up"})
"""Statuses of a case whose written quote was issued."""
WHEN_QUOTED: Final[Mapping[str, str]] = {"aside-price": "aside-price_quoted"}
"""What is said then in the place of a text that promises the quote for later."""


def as_it_stands(prompt: Prompt, status: str) -> Prompt:
    """The prompt, or the one that is true in its place for a case in this status."""
    return replace(prompt, key=WHEN_QUOTED[prompt.key]) if status in QUOTED and prompt.key in WHEN_QUOTED else prompt


def as_it_stood(prompt: Prompt, said: str) -> Prompt:
    """The same for a replay, which knows the key that was said and not how the case stood."""
    return replace(prompt, key=said) if said == WHEN_QUOTED.get(prompt.key) else prompt


def case_facts(key: str, priority: str, patient_ref: str, targets: Targets, at: datetime) -> Mapping[str, Variable]:
    """The facts that the text `key` uses; nothing for the others. `priority` as the case stands, `at` the moment it is said.

    Where staff's clocks wait for the clinic to open, the patient is told the whole time there is to wait. What is due to staff at once is
    told as the next longer target: nobody is promised "now" in a chat that is no emergency line.
    """
    used = used_by(key) & OF_CASE
    if not used:
        return NO_VARIABLES
    first = targets.first_due(priority, at) - at or targets.urgent_first
    decision = targets.counted(priority).later(at, targets.resolution) - at
    known: dict[str, Variable] = {"reference": shown(patient_ref), "first": span(first), "decision": span(decision)}
    return {name: known[name] for name in sorted(used)}


def span(target: timedelta) -> Prompt:
    """A target in whole hours or days, rounded up so that nobody is told a sooner time than is aimed for."""
    unit, key = (timedelta(hours=1), "value-within_hours") if target <= AS_HOURS else (timedelta(days=1), "value-within_days")
    return Prompt(key, {"n": math.ceil(target / unit)})
