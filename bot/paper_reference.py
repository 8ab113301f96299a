"""What may stand as the reference of a paper: the number printed on it, and nothing that could be its amount.

Knows the shape of references; must not know papers or cases. Page and JSON API are held to the same.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.decision_words import MONEY
from messages.guard import judge

MOST: Final = 64
"""Characters."""
SHAPE: Final = r"^[A-Za-z0-9][A-Za-z0-9 ._/#-]*$"
_CODES: Final = "mxn|usd|eur|gbp|cad|chf|brl|cop|ars|clp|pen|mx|us|mn"
_SUM: Final = re.compile(rf"(?i)(?:{_CODES})?[ .]*[0-9][0-9 .,]*(?:{_CODES})?[ ./#_-]*")
"""Digits and nothing that tells them from a sum: `4500`, `4.500`, `MXN 4500`. Another letter, or a number behind a sign, does."""


def reference_faults(reference: str, language: str) -> Iterator[str]:
    """What is wrong with a reference, as codes."""
    if not reference.strip():
        yield "reference_missing"
    elif _SUM.fullmatch(reference) or any(each.rule in MONEY for each in judge(reference, language, rules_alone=True).findings):
        yield "reference_holds_an_amount"
    elif len(reference) > MOST or not re.fullmatch(SHAPE, reference):
        yield "reference_unreadable"
