"""What reading one answer can give: a value read, or the reason to ask again.

Knows the two results and the closed set of reasons; must not know kinds, languages or wording.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | float | tuple[str, ...]
"""A value as it is stored: words, a number in the unit beside it, or several words in the order they were said."""


class Reason(StrEnum):
    """Why a question has to be asked again; the flow picks its wording by this."""

    UNCLEAR = "unclear"
    AMBIGUOUS = "ambiguous"
    IMPOSSIBLE = "impossible"
    OUT_OF_RANGE = "out_of_range"
    TOO_MANY = "too_many"
    EMPTY = "empty"
    AMBIGUOUS_DATE = "ambiguous_date"
    UNIT_MISSING = "unit_missing"
    WRONG_UNIT = "wrong_unit"
    NOT_A_CHOICE = "not_a_choice"


@dataclass(frozen=True, slots=True)
class Read:
    """A reading that may be stored once confirmed.

    `unit` says what the value is measured in (`kg`, `cm`, `months`, `hours`, `percent`; `age`, `birthdate`, `birth_year`; `day`,
    `month`, `year` for the precision of a date). `unsure`: the patient does not know. `refused`: the patient would rather not say.
    With either of them the value is empty. `note` names what staff should know about the reading, such as `approximate`.
    """

    value: Value
    unit: str = ""
    unsure: bool = False
    refused: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reprompt:
    """No safe reading: the question is asked again."""

    reason: Reason


Reading: TypeAlias = Read | Reprompt

UNSURE = Read("", unsure=True)
REFUSED = Read("", refused=True)


def is_value(reading: Reading) -> bool:
    """Whether the reading holds a value, and not a doubt, a refusal or a reason to ask again."""
    return isinstance(reading, Read) and not reading.unsure and not reading.refused
